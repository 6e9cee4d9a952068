import { expect, it } from 'vitest';
import { openTotal, openTotals } from '#shared/domain/open-total.ts';
import { debtorByCode, freshBooks, importText, itemOf, pay } from './import-books.ts';

it('what is open stands apart per currency, euros first, without what is paid', async () => {
  const books = freshBooks();
  expect(openTotals(books)).toEqual([]);
  const rows = ['1;A;F1;01-10-2026;10,00;USD', '1;A;F2;01-10-2026;20,00;EUR', '2;B;F3;01-10-2026;5,00;GBP'];
  const heading = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Openstaand;Valuta';
  await importText(books, [heading, ...rows].join('\n'), '2026-11-17', { asOf: '2026-11-17' });
  pay(books, debtorByCode(books, '2').id, itemOf(books, '2', 'F3').id, '2026-11-18', 500);
  expect(openTotals(books)).toEqual([
    { currency: 'EUR', cents: 2_000 },
    { currency: 'USD', cents: 1_000 },
  ]);
  expect([openTotal(books), openTotal(books, 'USD'), openTotal(books, 'GBP')]).toEqual([2_000, 1_000, 0]);
});
