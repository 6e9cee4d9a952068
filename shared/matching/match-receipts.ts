import type { Books } from '../domain/books.ts';
import type { Match, Receipt } from './match.ts';
import { Matcher } from './matcher.ts';

/**
 * Matches receipts in the order of their dates, each seeing what the accepted ones before it took; receipts of one day keep
 * the order given. The matches are in the order of `receipts`.
 */
export function matchReceipts(
  books: Books,
  receipts: readonly Receipt[],
  matcher: Matcher = new Matcher(books),
): Match[] {
  const order = receipts.map((_, place) => place);
  order.sort((a, b) =>
    receipts[a]!.date < receipts[b]!.date ? -1 : receipts[a]!.date > receipts[b]!.date ? 1 : a - b,
  );
  const matches = new Array<Match>(receipts.length);
  for (const place of order) {
    const receipt = receipts[place]!;
    const match = matcher.match(receipt);
    matches[place] = match;
    if (match.accepted) matcher.take(match.candidates[0]!, receipt);
  }
  return matches;
}
