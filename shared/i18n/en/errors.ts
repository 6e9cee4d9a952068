import type { errors as dutch } from '../nl/errors.ts';
import type { Wording } from '../wording.ts';

export const errors: Wording<typeof dutch> = {};
