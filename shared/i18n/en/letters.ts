import type { letters as dutch } from '../nl/letters.ts';
import type { Wording } from '../wording.ts';

export const letters: Wording<typeof dutch> = {};
