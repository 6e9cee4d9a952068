import { describe, expect, it } from 'vitest';
import { decideWaiting } from '#shared/domain/bank/waiting.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { debtorByCode, freshBooks, importText } from './import-books.ts';

const today = '2026-11-20';
const list = [
  'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
  '1;Kok Bakkerij B.V.;F26001;01-10-2026;31-10-2026;1.000,00;1.000,00',
  '1;Kok Bakkerij B.V.;F26002;02-10-2026;01-11-2026;500,00;500,00',
  '2;Smederij Bos B.V.;F26003;03-10-2026;02-11-2026;4,00;4,00',
];

/** The account was seen to pay for Kok; then money of an invoice nobody has yet comes from it under a name. */
async function paidUnder(counterpartyName: string): Promise<Books> {
  const books = freshBooks();
  await importText(books, list.join('\n'), today, { asOf: '2026-11-10' });
  const known = bankLine('2026-11-12', 100_000, { counterpartyName: 'Kok Bakkerij B.V.', remittance: 'F26001' });
  const next = bankLine('2026-11-18', 30_000, { counterpartyName, remittance: 'Factuur F26402' });
  importBank(books, [bankFile([known, next])], today);
  applyChanges(books, decideWaiting(books, { today, at: `${today}T10:00:00` }).changes);
  return books;
}

const receiptsOf = (books: Books, code: string) =>
  Object.values(books.ledgers.get(debtorByCode(books, code).id)?.item ?? {}).filter(({ kind }) => kind === 'receipt');

describe('money of which nobody says what it pays, in a run that nobody looks at (A8)', () => {
  it.each(['Kok Bakkerij B.V.', 'J. Kok privé'])(
    'is credit of whose account it came from, under the name %s',
    async (name) => {
      const books = await paidUnder(name);
      expect(receiptsOf(books, '1')).toMatchObject([{ total: -30_000 }]);
      expect(linesIn(books, 'review')).toEqual([]);
    },
  );

  it('waits under the name of another debtor, who may pay from that account too', async () => {
    const books = await paidUnder('SMEDERIJ BOS BV');
    expect([...receiptsOf(books, '1'), ...receiptsOf(books, '2')]).toEqual([]);
    expect(linesIn(books, 'review')).toMatchObject([{ amount: 30_000 }]);
  });
});
