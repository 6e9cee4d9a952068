import { folded } from '#shared/i18n/folded.ts';

/** The words of what is typed, as {@link folded} texts hold them. */
export function wordsOf(typed: string): readonly string[] {
  return folded(typed).split(/\s+/).filter(Boolean);
}

const leastOfReference = 4;

/** Letters and digits of a payment reference, however it is grouped: `+++010/8068/17183+++` and `010 8068 17183` are one. */
export function referenceKey(reference: string): string {
  return folded(reference).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What is typed as part of a payment reference; null when it is too short to tell one from another. */
export function typedReference(typed: string): string | null {
  const key = referenceKey(typed);
  return key.length >= leastOfReference ? key : null;
}
