import type { debiteuren as dutch } from '../nl/debiteuren.ts';
import type { Wording } from '../wording.ts';

export const debiteuren: Wording<typeof dutch> = {};
