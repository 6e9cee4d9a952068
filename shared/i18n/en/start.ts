import type { start as dutch } from '../nl/start.ts';
import type { Wording } from '../wording.ts';

export const start: Wording<typeof dutch> = {};
