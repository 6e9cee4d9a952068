import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { nl } from './nl/index.ts';

/** Every letter text, by language: shared words, the plain letter, and the kinds with wording of their own. */
export const letterTexts = { nl, en, de, fr } as const;
