import type { TFunction } from 'i18next';
import type { TakenLine } from '#renderer/db/import-api.ts';
import { percentOf } from '#shared/matching/match.ts';

/** How lines came to be decided, as they are filtered. */
export const takenKinds = ['automatic', 'hand', 'aside'] as const;
export type TakenKind = (typeof takenKinds)[number];

export function takenKind({ line }: TakenLine): TakenKind {
  if (line.state === 'set-aside') return 'aside';
  return line.score === null ? 'hand' : 'automatic';
}

/** How a line was decided, in words; of one accepted at once with its score, of one whose money came in otherwise that it did. */
export function howText(t: TFunction, taken: TakenLine): string {
  const { state, twice } = taken.line;
  if (state === 'set-aside' && twice !== undefined) return t('betalingen.taken.twice');
  return t(`betalingen.taken.how.${takenKind(taken)}`, { percent: percentOf(taken.line.score ?? 0) });
}

/** Whom a line was matched to, with the numbers of the items. */
export function takenFor(t: TFunction, { parts }: TakenLine): string {
  const byDebtor = new Map<string, string[]>();
  for (const { debtorName, itemId, number } of parts) {
    const numbers = byDebtor.get(debtorName) ?? [];
    const text = itemId === null ? t('betalingen.compose.allCredit') : number || t('debiteuren.items.noNumber');
    if (!numbers.includes(text)) numbers.push(text);
    byDebtor.set(debtorName, numbers);
  }
  return [...byDebtor].map(([name, numbers]) => `${name} · ${numbers.join(', ')}`).join('; ');
}
