import type { ReviewItem } from '#renderer/db/import-api.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { type Cents, sumOf } from '#shared/money/cents.ts';
import { type Decision, type ItemKey, itemKey } from './decision.ts';

/** An item ticked by hand. */
export interface Picked {
  readonly key: ItemKey;
  readonly item: ReviewItem;
  /** Signed, as the part will be; null while what is typed is no amount. */
  readonly amount: Cents | null;
  /** Betalingskorting that counts as paid. */
  readonly discount: Cents;
  /** As the candidate had it; the user may leave it out. */
  readonly offered: Cents;
  readonly settle: boolean;
}

/** Parts the user puts together. */
export interface Composition {
  readonly picked: readonly Picked[];
  /** What is left becomes credit. */
  readonly credit: boolean;
  /** Whose credit; null = the first item's debtor's. */
  readonly creditTo: DebtorId | null;
}

export const emptyComposition: Composition = { picked: [], credit: false, creditTo: null };

/** A candidate to be changed. */
export function compositionOf(candidate: MatchCandidate, items: ReadonlyMap<ItemKey, ReviewItem>): Composition {
  const picked = candidate.parts.flatMap((part): Picked[] => {
    const item = items.get(itemKey(part));
    const { amount, discount } = part;
    return item ? [{ key: itemKey(part), item, amount, discount, offered: discount, settle: false }] : [];
  });
  return { picked, credit: candidate.rest > 0, creditTo: candidate.rest > 0 ? candidate.debtorId : null };
}

/** What no part takes yet; below zero when the parts take more than there is. */
export function restOf(received: Cents, { picked }: Composition): Cents {
  return received - sumOf(picked, ({ amount }) => amount ?? 0);
}

/** What ticking an item lays against it: as much as there still is, of a storno all that went back. */
function offered(received: Cents, rest: Cents, { open }: ReviewItem): Cents {
  if (received < 0) return open < 0 ? Math.max(open, Math.min(rest, 0)) : Math.min(rest, 0);
  return open < 0 ? open : Math.min(open, Math.max(rest, 0));
}

/** Ticks an item, or takes its tick away. */
export function toggled(composition: Composition, item: ReviewItem, received: Cents): Composition {
  const key = itemKey(item);
  const others = composition.picked.filter((picked) => picked.key !== key);
  if (others.length < composition.picked.length) return { ...composition, picked: others };
  const amount = offered(received, restOf(received, composition), item);
  const picked: readonly Picked[] = [...others, { key, item, amount, discount: 0, offered: 0, settle: false }];
  const isCredit = received > 0 && item.open < 0;
  return { ...composition, picked: isCredit ? withRoomOf(-item.open, picked) : picked };
}

/** What a credit item adds to pay with goes to the ticked invoices that are paid in part, in their order. */
function withRoomOf(credit: Cents, picked: readonly Picked[]): readonly Picked[] {
  let room = credit;
  return picked.map((one) => {
    const more = one.amount === null || one.item.open < 0 ? 0 : Math.min(room, Math.max(leftOf(one), 0));
    room -= more;
    return more === 0 ? one : { ...one, amount: (one.amount ?? 0) + more };
  });
}

export function changed(composition: Composition, key: ItemKey, given: Partial<Picked>): Composition {
  return {
    ...composition,
    picked: composition.picked.map((picked) => (picked.key === key ? { ...picked, ...given } : picked)),
  };
}

/** A typed amount in the direction of its part: amounts are typed without a sign. */
export function signed(typed: Cents, { item }: Picked, received: Cents): Cents {
  return received < 0 || item.open < 0 ? -typed : typed;
}

/** What stays open of a ticked item. */
export function leftOf({ item, amount, discount }: Picked): Cents {
  return item.open - (amount ?? 0) - discount;
}

/** Why it cannot be confirmed as it stands; the text is `betalingen.compose.problem.<problem>`. */
export type Problem = 'none-picked' | 'no-amount' | 'over-open' | 'too-much' | 'undivided';

export function problemOf(received: Cents, composition: Composition): Problem | null {
  const { picked, credit } = composition;
  if (picked.length === 0 && !(credit && composition.creditTo !== null)) return 'none-picked';
  if (picked.some(({ amount }) => amount === null)) return 'no-amount';
  // A part never takes more than is open: what it would take too much is credit.
  if (picked.some((one) => one.item.open > 0 && received > 0 && leftOf(one) < 0)) return 'over-open';
  const rest = restOf(received, composition);
  if (received > 0 ? rest < 0 : rest > 0) return 'too-much';
  return rest !== 0 && !(credit && received > 0) ? 'undivided' : null;
}

/** The decision of parts put together by hand; null while {@link problemOf} finds something. */
export function composedDecision(received: Cents, composition: Composition): Decision | null {
  if (problemOf(received, composition) !== null) return null;
  const rest = restOf(received, composition);
  const taken = composition.picked.filter(({ amount }) => amount !== 0);
  return {
    parts: taken.map(({ item, amount, discount }) => ({
      debtorId: item.debtorId,
      itemId: item.itemId,
      amount: amount ?? 0,
      discount,
    })),
    rest,
    creditTo: rest === 0 ? null : creditorOf(composition),
    settle: taken.filter(({ settle }) => settle).map(({ item }) => item.itemId),
  };
}

/** Whose credit the rest would become. */
export function creditorOf({ creditTo, picked }: Composition): DebtorId | null {
  const debtors = picked.map(({ item }) => item.debtorId);
  return creditTo !== null && (picked.length === 0 || debtors.includes(creditTo)) ? creditTo : (debtors[0] ?? null);
}

/** All of it is this debtor's credit, or no longer. */
export function asCreditOf(composition: Composition, debtorId: DebtorId): Composition {
  const isSo = composition.credit && composition.creditTo === debtorId && composition.picked.length === 0;
  return isSo ? emptyComposition : { picked: [], credit: true, creditTo: debtorId };
}
