import type { dossier as dutch } from '../nl/dossier.ts';
import type { Wording } from '../wording.ts';

export const dossier: Wording<typeof dutch> = {};
