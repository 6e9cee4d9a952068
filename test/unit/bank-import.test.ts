import { describe, expect, it } from 'vitest';
import type { Books } from '#shared/domain/books.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { debtorByCode, freshBooks, importText, itemOf, openOf } from './import-books.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';

function listOf(rows: readonly string[]): string {
  return [head, ...rows].join('\n');
}

async function withInvoices(rows: readonly string[], bankUntil: string): Promise<Books> {
  const books = freshBooks();
  await importText(books, listOf(rows), '2026-11-10', { asOf: '2026-11-10', bankUntil });
  return books;
}

describe('list and bank never count a payment twice (criterion A3)', () => {
  const list = (open: string) => listOf([`1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;${open}`]);
  const bank: readonly ReadFile[] = [bankFile([bankLine('2026-11-18', 40000, { remittance: 'Deel van F1001' })])];
  const importList = (books: Books, open: string, bankUntil: string) =>
    importText(books, list(open), '2026-11-21', { asOf: bankUntil, bankUntil });

  it.each([
    ['1.000,00', '2026-11-17', 'list first'],
    ['1.000,00', '2026-11-17', 'bank first'],
    ['600,00', '2026-11-20', 'list first'],
    ['600,00', '2026-11-20', 'bank first'],
  ])(
    'of 1,000 with 400 paid on the 18th a list that says %s t/m %s leaves 600 open, %s',
    async (open, until, order) => {
      const books = await withInvoices(['1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00'], '2026-11-09');
      if (order === 'bank first') importBank(books, bank, '2026-11-21');
      await importList(books, open, until);
      if (order === 'list first') importBank(books, bank, '2026-11-21');
      expect(openOf(books, '1001', 'F1001')).toBe(60000);
      const { payment = {} } = books.ledgers.get(debtorByCode(books, '1001').id)!;
      expect(Object.values(payment)).toMatchObject([{ date: '2026-11-18', amount: 40000, source: 'bank' }]);
      for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
    },
  );
});

describe('a line counts once (criterion A7)', () => {
  const rows = [
    '1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00',
    '1001;Kok;F1002;01-10-2026;31-10-2026;500,00;500,00',
  ];
  const first = bankLine('2026-11-18', 40000, { remittance: 'Deel van F1001' });

  it('the same statement again changes nothing', async () => {
    const books = await withInvoices(rows, '2026-11-09');
    importBank(books, [bankFile([first])], '2026-11-20');
    const again = importBank(books, [bankFile([first])], '2026-11-21');
    expect(again.changes).toEqual([]);
    expect(again.diff.counts).toMatchObject({ lines: 1, linesKnown: 1, linesMatched: 0 });
    expect(again.diff.warnings.map(({ problem }) => problem.code)).toEqual(['bank-statement-known']);
  });

  it('two equal payments on a day stay two', async () => {
    const books = await withInvoices(rows, '2026-11-09');
    importBank(books, [bankFile([first, first])], '2026-11-20');
    expect(openOf(books, '1001', 'F1001')).toBe(20000);
    expect(importBank(books, [bankFile([first, first])], '2026-11-21').changes).toEqual([]);
  });
});

describe('what is matched and what is looked at', () => {
  it('a receipt that names nothing waits; one the list holds already does not', async () => {
    const books = await withInvoices(['1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00'], '2026-11-09');
    const { record } = importBank(
      books,
      [
        bankFile([
          bankLine('2026-11-09', 999, { remittance: 'iets' }),
          bankLine('2026-11-12', 999, { remittance: 'iets anders' }),
          bankLine('2026-11-12', -4500, { remittance: 'Huur' }),
          bankLine('2026-11-13', 100000, { remittance: 'F1001' }),
        ]),
      ],
      '2026-11-21',
    );
    expect(record.bank).toMatchObject({
      lines: 4,
      linesMatched: 1,
      linesToReview: 1,
      linesLeft: 2,
      matchedCents: 100000,
    });
    expect(linesIn(books, 'review').map(({ remittance }) => remittance)).toEqual(['iets anders']);
    expect(itemOf(books, '1001', 'F1001').state).toBe('open');
    expect(openOf(books, '1001', 'F1001')).toBe(0);
    const ledger = books.ledgers.get(debtorByCode(books, '1001').id)!;
    expect(ledger.payer).toMatchObject({ NL20INGB0001234567: { name: 'J. Kok', since: '2026-11-13' } });
  });
});

describe('a bank date of a list that cannot be right', () => {
  it.each([
    ['pays what the list has open to the cent', 100_000, ['bank-open-on-list']],
    ['pays a part', 40_000, ['bank-perhaps-on-list']],
    ['pays more', 120_000, ['bank-perhaps-on-list']],
  ])('is told where a receipt of before that date %s', async (_, cents, codes) => {
    const books = await withInvoices(['1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00'], '2026-11-20');
    const { diff } = importBank(
      books,
      [bankFile([bankLine('2026-11-18', cents, { remittance: 'F1001' })])],
      '2026-11-21',
    );
    expect(openOf(books, '1001', 'F1001')).toBe(100_000);
    expect(diff.warnings.map(({ problem }) => problem.code)).toEqual(codes);
  });
});

describe('an overpayment that is paid back', () => {
  const paid = bankLine('2026-11-12', 130_000, { remittance: 'F1001' });
  const back = bankLine('2026-11-16', -30_000, { remittance: 'terugbetaling te veel betaald F1001' });

  it.each([
    ['in one file', [[paid, back]]],
    ['in two files', [[paid], [back]]],
  ])('leaves nothing, %s', async (_, files) => {
    const books = await withInvoices(
      ['1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00', '1001;Kok;F1009;01-10-2026;31-10-2026;500,00;500,00'],
      '2026-11-10',
    );
    for (const lines of files) importBank(books, [bankFile(lines)], '2026-11-17');
    expect(openTotal(books)).toBe(50_000);
    expect(openOf(books, '1001', 'F1009')).toBe(50_000);
  });
});
