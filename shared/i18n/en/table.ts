import type { table as dutch } from '../nl/table.ts';
import type { Wording } from '../wording.ts';

export const table: Wording<typeof dutch> = {};
