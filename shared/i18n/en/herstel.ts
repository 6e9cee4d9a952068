import type { herstel as dutch } from '../nl/herstel.ts';
import type { Wording } from '../wording.ts';

export const herstel: Wording<typeof dutch> = {};
