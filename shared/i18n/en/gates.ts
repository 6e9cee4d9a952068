import type { gates as dutch } from '../nl/gates.ts';
import type { Wording } from '../wording.ts';

export const gates: Wording<typeof dutch> = {};
