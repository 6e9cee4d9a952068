import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { type Books, type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import type { Debtor, DebtorId } from '#shared/domain/debtor.ts';
import type { ItemId, OpenItem } from '#shared/domain/item.ts';
import { folded } from '#shared/i18n/folded.ts';
import { likelyDebtors } from '#shared/matching/likely-debtors.ts';
import type { MatchPart } from '#shared/matching/match.ts';
import { type Cents, formatAmount } from '#shared/money/cents.ts';
import type { ReviewItem, ReviewLine, WaitingMoney } from '../db/import-api.ts';
import { referenceKey, typedReference, wordsOf } from '../db/read/typed-words.ts';
import { ReviewBoard, waitingIn } from './review-board.ts';

const boards = new WeakMap<Books, ReviewBoard>();

/** Bank lines that wait to be looked at, largest first, each with what it may be as the books are now. */
export async function reviewLines(books: Books): Promise<readonly ReviewLine[]> {
  const candidates = await boardOf(books).candidates();
  const itemOf = itemsAsTheyAre(books);
  return waitingIn(books).map((line) => {
    const own = candidates.get(line.id) ?? [];
    const named = new Map(own.flatMap(({ parts }) => parts).map((part) => [`${part.debtorId} ${part.itemId}`, part]));
    return { line, candidates: own, items: [...named.values()].flatMap((part) => itemOf(part) ?? []) };
  });
}

/** Money in that waits and that may well be of a debtor, largest first. */
export async function waitingMoney(books: Books): Promise<readonly WaitingMoney[]> {
  const board = boardOf(books);
  const candidates = await board.candidates();
  return waitingIn(books).flatMap(({ id: lineId, date, amount, currency, counterparty }) => {
    if (amount <= 0) return [];
    const likely = likelyDebtors(candidates.get(lineId) ?? []);
    const debtorIds = likely.length === 0 ? board.names.debtorsOf(counterparty) : likely;
    return debtorIds.length > 0 ? [{ lineId, date, amount, currency, debtorIds }] : [];
  });
}

/** What waiting lines of these books may be. */
function boardOf(books: Books): ReviewBoard {
  const board = boards.get(books) ?? new ReviewBoard(books);
  boards.set(books, board);
  return board;
}

/** Items with what is open of them now; each debtor is added up once. */
function itemsAsTheyAre(books: Books): (part: MatchPart) => ReviewItem | null {
  const added = new Map<DebtorId, ReadonlyMap<ItemId, Cents>>();
  return ({ debtorId, itemId }) => {
    const ledger = books.ledgers.get(debtorId);
    const debtor = debtorIn(ledger);
    const item = ledger?.item?.[itemId];
    if (!ledger || !debtor || !item) return null;
    const allocated = added.get(debtorId) ?? allocatedPerItem(ledger);
    added.set(debtorId, allocated);
    return reviewItem(item, debtor, openBalance(item, allocated));
  };
}

/**
 * Open items whose number, payment reference, amount or debtor fits a search; every word of it has to fit, or all of it is of
 * the reference. Numbers and references that begin with it come first, then the oldest. With `settled` invoices that have
 * nothing open as well, by their total, newest first.
 */
export function itemsFitting(books: Books, search: string, limit: number, settled: boolean): readonly ReviewItem[] {
  const words = wordsOf(search);
  const whole = typedReference(search);
  const found: { readonly item: ReviewItem; readonly isNamed: boolean }[] = [];
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    const who = folded(`${debtor.code} ${debtor.name}`);
    for (const { item, open } of itemsOf(ledger, settled)) {
      const number = item.number.toLowerCase();
      const amount = formatAmount(open || item.total);
      const text = `${number} ${amount} ${amount.replaceAll('.', '')} ${who}`;
      const reference = item.paymentReference ? referenceKey(item.paymentReference) : '';
      const fits = (word: string) => text.includes(word) || isPartOf(reference, typedReference(word));
      if (!words.every(fits) && !isPartOf(reference, whole)) continue;
      const isNamed = number.startsWith(words[0] ?? '') || (whole !== null && reference.startsWith(whole));
      found.push({ item: reviewItem(item, debtor, open), isNamed });
    }
  }
  const sign = settled ? -1 : 1;
  found.sort(
    (a, b) => Number(b.isNamed) - Number(a.isNamed) || sign * (a.item.date ?? '').localeCompare(b.item.date ?? ''),
  );
  return found.slice(0, limit).map(({ item }) => item);
}

function isPartOf(reference: string, typed: string | null): boolean {
  return typed !== null && reference.includes(typed);
}

function itemsOf(
  ledger: DebtorLedger,
  settled: boolean,
): readonly { readonly item: OpenItem; readonly open: number }[] {
  const allocated = allocatedPerItem(ledger);
  return Object.values(ledger.item ?? {}).flatMap((item) => {
    const open = openBalance(item, allocated);
    return open !== 0 || (settled && item.kind === 'invoice') ? [{ item, open }] : [];
  });
}

function reviewItem(item: OpenItem, debtor: Debtor, open: number): ReviewItem {
  const { id: itemId, number, kind, date, dueDate, currency } = item;
  const { id: debtorId, code: debtorCode, name: debtorName } = debtor;
  return { debtorId, debtorCode, debtorName, itemId, number, kind, date, dueDate, open, currency };
}
