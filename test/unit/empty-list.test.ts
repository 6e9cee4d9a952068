import { expect, it } from 'vitest';
import { freshBooks, importText, itemOf } from './import-books.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const item = (number: string, open: string) => `1001;Kok B.V.;${number};01-10-2026;31-10-2026;100,00;${open}`;

it('a list without a row is refused; one of paid items alone says that all is presumed paid (criterion A3)', async () => {
  const books = freshBooks();
  await importText(books, [head, item('F1', '100,00'), item('F2', '50,00')].join('\n'), '2026-11-10');
  await expect(importText(books, head, '2026-11-18')).rejects.toThrow('no-items');
  expect(itemOf(books, '1001', 'F1').state).toBe('open');
  await importText(books, [head, item('F1', '0,00')].join('\n'), '2026-11-18');
  for (const number of ['F1', 'F2']) expect(itemOf(books, '1001', number).state).toBe('presumed-paid');
});
