import type { ReviewItem } from '#renderer/db/import-api.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { ItemId } from '#shared/domain/item.ts';
import type { MatchCandidate, MatchPart } from '#shared/matching/match.ts';
import { keptReasons } from '#shared/matching/why.ts';
import type { Cents } from '#shared/money/cents.ts';

/** What a bank line is taken as: parts on items, and whose credit the rest is. */
export interface Decision {
  readonly parts: readonly MatchPart[];
  readonly rest: Cents;
  readonly creditTo: DebtorId | null;
  /** Items whose small rest is let go. */
  readonly settle: readonly ItemId[];
  /** Why, of a candidate as it was proposed. */
  readonly reasons?: readonly string[];
}

export type ItemKey = string;

/** Item ids are of their debtor alone. */
export function itemKey({ debtorId, itemId }: { readonly debtorId: DebtorId; readonly itemId: ItemId }): ItemKey {
  return `${debtorId} ${itemId}`;
}

export function itemsByKey(items: readonly ReviewItem[]): ReadonlyMap<ItemKey, ReviewItem> {
  return new Map(items.map((item) => [itemKey(item), item]));
}

/** The decision a candidate stands for; `settled` are keys of items whose rest is let go. */
export function decisionOf(candidate: MatchCandidate, settled: ReadonlySet<ItemKey>): Decision {
  return {
    parts: candidate.parts,
    rest: candidate.rest,
    creditTo: candidate.rest === 0 ? null : candidate.debtorId,
    settle: candidate.parts.filter((part) => settled.has(itemKey(part))).map(({ itemId }) => itemId),
    reasons: keptReasons(candidate.reasons),
  };
}

export function matchCommand(lineId: string, { parts, creditTo, settle, reasons }: Decision): Command {
  return { type: 'match-line', lineId, parts, creditTo, settle, ...(reasons && { reasons }) };
}

/** A part beside its item; `left` is what stays open of it. */
export interface PartRow {
  readonly key: ItemKey;
  readonly part: MatchPart;
  readonly item: ReviewItem | null;
  readonly left: Cents;
}

export function partRows(parts: readonly MatchPart[], items: ReadonlyMap<ItemKey, ReviewItem>): readonly PartRow[] {
  return parts.map((part) => {
    const key = itemKey(part);
    const item = items.get(key) ?? null;
    return { key, part, item, left: (item?.open ?? 0) - part.amount - part.discount };
  });
}

/** What a decision takes off what each debtor has open, by debtor, in the order the parts name them. */
export function takenPerDebtor(
  { parts, rest, creditTo, settle }: Decision,
  rows: readonly PartRow[],
): ReadonlyMap<DebtorId, Cents> {
  const taken = new Map<DebtorId, Cents>();
  const add = (id: DebtorId, cents: Cents) => taken.set(id, (taken.get(id) ?? 0) + cents);
  for (const { debtorId, amount, discount } of parts) add(debtorId, amount + discount);
  for (const { part, left } of rows) if (settle.includes(part.itemId)) add(part.debtorId, left);
  if (creditTo !== null) add(creditTo, rest);
  return taken;
}

/** A score below this is a guess: as likely wrong as right. */
const guessBelow = 0.6;

/** How sure a score reads; the number stands beside it. */
export function certainty(score: number): 'sure' | 'likely' | 'possible' | 'weak' {
  if (score >= 0.9) return 'sure';
  if (score >= 0.75) return 'likely';
  return score >= guessBelow ? 'possible' : 'weak';
}

/** The candidate a line begins with: its best, unless that is a guess. A guess is confirmed only when it was chosen. */
export function firstChoice(candidates: readonly MatchCandidate[]): number | null {
  return (candidates[0]?.score ?? 0) >= guessBelow ? 0 : null;
}
