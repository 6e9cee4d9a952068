import type { imports as dutch } from '../nl/imports.ts';
import type { Wording } from '../wording.ts';

export const imports: Wording<typeof dutch> = {};
