import type { frame as dutch } from '../nl/frame.ts';
import type { Wording } from '../wording.ts';

export const frame: Wording<typeof dutch> = {};
