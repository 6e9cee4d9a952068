import type { common as dutch } from '../nl/common.ts';
import type { Wording } from '../wording.ts';

export const common: Wording<typeof dutch> = {};
