import type { Books } from '#shared/domain/books.ts';
import { formatPaymentReference } from '#shared/identifiers/payment-reference.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { SearchHit } from '../db/api.ts';
import { buildSearchIndex, type Found, findInIndex, type SearchIndex } from './search-index.ts';

/** Search over the open book; the index is made at the first search after a change, never before the first screen. */
export class Searcher {
  private index: SearchIndex | null = null;

  constructor(private readonly books: Books) {}

  forget(): void {
    this.index = null;
  }

  search(text: string, limit: number): SearchHit[] {
    this.index ??= buildSearchIndex(this.books);
    return findInIndex(this.index, text, limit).map(hitOf);
  }
}

function hitOf(found: Found): SearchHit {
  const { debtorId, itemId, debtorName, debtorCode, city, number, reference, open, currency } = found;
  const isItem = itemId !== null && open !== null && currency !== null;
  const quoted = reference && formatPaymentReference(reference);
  const detail = isItem ? [debtorName, formatMoney(open, currency), quoted] : [debtorCode, city];
  return {
    debtorId,
    itemId,
    title: (isItem && number) || debtorName,
    detail: detail.filter(Boolean).join(' · '),
  };
}
