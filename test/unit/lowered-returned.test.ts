import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText, itemOf, openOf } from './import-books.ts';

const moment = { today: '2026-11-28', at: '2026-11-28T12:00:00' };

/** A list with both columns of amounts, each with what is open. */
async function list(books: Books, until: string, open: string): Promise<void> {
  const rows = [
    'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
    `1001;Kok Bakkerij B.V.;2026-0101;01-10-2026;31-10-2026;${open};${open}`,
  ];
  await importText(books, rows.join('\n'), '2026-11-25', { asOf: until, full: true });
}

const line = (date: string, amount: number) =>
  bankLine(date, amount, {
    counterpartyName: 'Kok Bakkerij B.V.',
    counterpartyIban: 'NL20INGB0001234567',
    remittance: 'factuur 2026-0101',
    ...(amount < 0 ? { returnReason: 'AM04' } : {}),
  });

/** A line of the bank comes in, and the user says that it is of the invoice. */
function bank(books: Books, date: string, amount: number): void {
  importBank(books, [bankFile([line(date, amount)], { openingDate: date, closingDate: date })], '2026-11-26');
  for (const { id: lineId } of linesIn(books, 'review')) {
    const parts = [{ debtorId: 1, itemId: '2026-0101', amount, discount: 0 }];
    applyChanges(books, runCommand(books, { type: 'match-line', lineId, parts, creditTo: null, settle: [] }, moment));
  }
}

const totalAndOpen = (books: Books) => [itemOf(books, '1001', '2026-0101').total, openOf(books, '1001', '2026-0101')];

async function lowered(): Promise<Books> {
  const books = freshBooks();
  await list(books, '2026-11-10', '1.000,00');
  await list(books, '2026-11-20', '600,00');
  return books;
}

describe('an invoice a list lowered together with what is open, of which money goes back', () => {
  it('comes to what it was before, once', async () => {
    const books = await lowered();
    expect(totalAndOpen(books)).toEqual([60_000, 60_000]);
    bank(books, '2026-11-21', -40_000);
    expect(totalAndOpen(books)).toEqual([100_000, 100_000]);
    bank(books, '2026-11-22', 100_000);
    expect(totalAndOpen(books)).toEqual([100_000, 0]);
    bank(books, '2026-11-23', -100_000);
    expect(totalAndOpen(books)).toEqual([100_000, 100_000]);
  });

  it('comes to that by parts as well', async () => {
    const books = await lowered();
    bank(books, '2026-11-21', -30_000);
    expect(totalAndOpen(books)).toEqual([90_000, 90_000]);
    bank(books, '2026-11-22', -10_000);
    expect(totalAndOpen(books)).toEqual([100_000, 100_000]);
  });

  it('stays lowered when what goes back came in since', async () => {
    const books = await lowered();
    bank(books, '2026-11-21', 60_000);
    bank(books, '2026-11-22', -60_000);
    expect(totalAndOpen(books)).toEqual([60_000, 60_000]);
  });

  it('comes to it once when a part went back and the rest was paid and went back', async () => {
    const books = await lowered();
    bank(books, '2026-11-21', -30_000);
    bank(books, '2026-11-22', 90_000);
    bank(books, '2026-11-23', -90_000);
    expect(totalAndOpen(books)).toEqual([90_000, 90_000]);
  });

  it('has no more go back than there was', async () => {
    const books = await lowered();
    bank(books, '2026-11-21', -40_000);
    expect(() => bank(books, '2026-11-22', -40_000)).toThrow();
  });

  it('is as it was when the lines are taken back, last first, and can be gone through again', async () => {
    const books = await lowered();
    const before = itemOf(books, '1001', '2026-0101');
    bank(books, '2026-11-21', -30_000);
    const between = itemOf(books, '1001', '2026-0101');
    bank(books, '2026-11-22', -10_000);
    const lines = [...linesIn(books, 'matched')].sort((a, b) => (a.date < b.date ? 1 : -1));
    for (const [place, then] of [between, before].entries()) {
      applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId: lines[place]!.id }, moment));
      expect(itemOf(books, '1001', '2026-0101')).toEqual(then);
    }
  });
});

describe('an invoice a list lowered, and a later one has open as much', () => {
  it('is not taken as paid by what came in after the first: it waits', async () => {
    const books = await lowered();
    await list(books, '2026-11-25', '600,00');
    importBank(books, [bankFile([line('2026-11-23', 40_000)])], '2026-11-26');
    expect(linesIn(books, 'review').map((own) => own.amount)).toEqual([40_000]);
  });
});

describe('an invoice a list lowered, and a later one has open whole again', () => {
  it.each([40_000, 100_000])('is not taken as paid by what came in between: %i waits', async (amount) => {
    const books = await lowered();
    await list(books, '2026-11-25', '1.000,00');
    importBank(books, [bankFile([line('2026-11-23', amount)])], '2026-11-26');
    expect(linesIn(books, 'review').map((own) => own.amount)).toEqual([amount]);
  });
});
