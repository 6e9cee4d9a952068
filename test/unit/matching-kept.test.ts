import { expect, it } from 'vitest';
import { Matcher } from '#shared/matching/matcher.ts';
import { booksWith, invoice } from './dunning-books.ts';
import { bestOf, receipt } from './matching-books.ts';

it('a receipt that named an item among very many of another debtor does not let the next pay it twice', () => {
  const many = Array.from({ length: 70 }, (_, place) =>
    invoice(`2026-${String(place + 1).padStart(4, '0')}`, { total: 10_00 + place }),
  );
  const books = booksWith(
    { debtor: { name: 'Warenhuis Meridiaan B.V.' }, items: many },
    {
      debtor: { name: 'Bakkerij Korenmaat' },
      // Of before the list € 200,00 can be explained, of after it € 100,00.
      items: [invoice('2026-0201', { total: 300_00, listed: { open: 100_00, bankUntil: '2026-03-10' } })],
    },
  );
  const payer = { counterparty: 'Bakkerij Korenmaat', date: '2026-03-05' };
  const line = receipt(400_00, 'factuur 2026-0201', payer);
  const all = [...many.map(({ number }) => number), '2026-0201'].join(' ');
  const matcher = new Matcher(books);
  matcher.match(receipt(123_45, 'factuur 2026-0201', payer));
  matcher.match(receipt(400_00, all, { counterparty: 'Warenhuis Meridiaan', date: '2026-03-20' }));
  expect(bestOf(matcher.match(line))).toBe('2026-0201 200.00, rest 200.00');
  expect(matcher.match(line)).toEqual(new Matcher(books).match(line));
});
