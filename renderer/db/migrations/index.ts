import { first } from './0001-first.ts';
import { textPacks } from './0002-text-packs.ts';

/** Every migration, oldest first; numbers run on from 1 without a gap. A shipped one is never changed. */
export const migrations = [first, textPacks] as const;
