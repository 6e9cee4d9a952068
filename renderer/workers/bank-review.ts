import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { type Books, type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { formatAmount } from '#shared/money/cents.ts';
import type { ReviewItem, ReviewLine } from '../db/import-api.ts';

/** Bank lines that wait to be looked at, largest first, each with what it may be as the books are now. */
export function reviewLines(books: Books): readonly ReviewLine[] {
  const waiting = [...books.records.bankLine.values()].filter(({ state }) => state === 'review');
  if (waiting.length === 0) return [];
  const matcher = new Matcher(books);
  return waiting
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.date < b.date ? 1 : -1))
    .map((line) => {
      const { candidates } = matcher.match(line);
      return { line, candidates, items: itemsIn(books, candidates) };
    });
}

/** Every item the candidates name, once. */
function itemsIn(books: Books, candidates: readonly MatchCandidate[]): readonly ReviewItem[] {
  const named = new Map<string, ReviewItem>();
  for (const { debtorId, itemId } of candidates.flatMap(({ parts }) => parts)) {
    const ledger = books.ledgers.get(debtorId);
    const debtor = debtorIn(ledger);
    const item = ledger?.item?.[itemId];
    const key = `${debtorId} ${itemId}`;
    if (!ledger || !debtor || !item || named.has(key)) continue;
    named.set(key, reviewItem(item, debtor, openBalance(item, allocatedPerItem(ledger))));
  }
  return [...named.values()];
}

/**
 * Open items whose number, amount or debtor fits a search; every word of it has to fit. Numbers that begin with it come first,
 * then the oldest. With `settled` invoices that have nothing open as well, by their total, newest first.
 */
export function itemsFitting(books: Books, search: string, limit: number, settled: boolean): readonly ReviewItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found: ReviewItem[] = [];
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    const who = `${debtor.code} ${debtor.name}`.toLowerCase();
    for (const { item, open } of itemsOf(ledger, settled)) {
      const amount = formatAmount(open || item.total);
      const text = `${item.number.toLowerCase()} ${amount} ${amount.replaceAll('.', '')} ${who}`;
      if (words.every((word) => text.includes(word))) found.push(reviewItem(item, debtor, open));
    }
  }
  const isNamed = ({ number }: ReviewItem) => (words[0] && number.toLowerCase().startsWith(words[0]) ? 0 : 1);
  const sign = settled ? -1 : 1;
  found.sort((a, b) => isNamed(a) - isNamed(b) || sign * (a.date ?? '').localeCompare(b.date ?? ''));
  return found.slice(0, limit);
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
