import type { instellingen as dutch } from '../nl/instellingen.ts';
import type { Wording } from '../wording.ts';

export const instellingen: Wording<typeof dutch> = {};
