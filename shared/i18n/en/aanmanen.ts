import type { aanmanen as dutch } from '../nl/aanmanen.ts';
import type { Wording } from '../wording.ts';

export const aanmanen: Wording<typeof dutch> = {};
