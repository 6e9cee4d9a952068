import type { vandaag as dutch } from '../nl/vandaag.ts';
import type { Wording } from '../wording.ts';

export const vandaag: Wording<typeof dutch> = {};
