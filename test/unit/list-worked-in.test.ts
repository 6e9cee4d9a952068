import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText, itemOf, openOf } from './import-books.ts';
import { readText } from './table-text.ts';

const moment = { today: '2026-11-28', at: '2026-11-28T12:00:00' };
const other = '1002;Smederij Bos;2026-0900;01-10-2026;31-10-2026';

/** What a list says: the day up to which it holds the bank, what its columns of amounts have of the invoice, full or not. */
interface Said {
  readonly until: string;
  readonly amounts: string;
  readonly full?: boolean;
}

async function list(books: Books, { until, amounts, full = true }: Said): Promise<void> {
  const both = amounts.includes(';');
  const head = `Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag${both ? ';Openstaand' : ''}`;
  const row = `1001;Kok Bakkerij B.V.;2026-0101;01-10-2026;31-10-2026;${amounts}`;
  const rows = [head, ...(amounts === '' ? [] : [row]), ...(full ? [`${other};5,00${both ? ';5,00' : ''}`] : [])];
  await importText(books, rows.join('\n'), '2026-11-25', { asOf: until, full });
}

const paid = (amount: number, date = '2026-11-18', said: Partial<Parameters<typeof bankLine>[2]> = {}) =>
  bankLine(date, amount, {
    counterpartyName: 'Kok Bakkerij B.V.',
    counterpartyIban: 'NL20INGB0001234567',
    remittance: 'factuur 2026-0101',
    ...said,
  });

/** Statements of every day from the 11th to the 20th. */
function bank(books: Books, ...lines: readonly ReturnType<typeof paid>[]): void {
  importBank(books, [bankFile(lines, { openingDate: '2026-11-11', closingDate: '2026-11-20' })], '2026-11-26');
}

/** It comes in and waits: what was accepted at once is taken back. */
function bankWaits(books: Books, ...lines: readonly ReturnType<typeof paid>[]): void {
  bank(books, ...lines);
  for (const { id: lineId } of linesIn(books, 'matched'))
    applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId }, moment));
}

/** The user says of every line that waits that it pays the invoice. */
function confirmAll(books: Books): void {
  for (const { id: lineId, amount } of linesIn(books, 'review')) {
    const parts = [{ debtorId: 1, itemId: '2026-0101', amount, discount: 0 }];
    applyChanges(books, runCommand(books, { type: 'match-line', lineId, parts, creditTo: null, settle: [] }, moment));
  }
}

const open = (books: Books): number => openOf(books, '1001', '2026-0101');

describe('a payment that a list has worked in, in a column of amounts that repeats what is open (A3)', () => {
  const columns = { one: ['1.000,00', '600,00'], two: ['1.000,00;1.000,00', '600,00;600,00'] } as const;
  const orders = ['bank, list', 'bank that waits, list', 'list, bank'] as const;
  const cases = (['one', 'two'] as const).flatMap((column) =>
    orders.flatMap((order) => [true, false].map((full) => [column, order, full] as const)),
  );

  async function taken([column, order, full]: (typeof cases)[number]): Promise<Books> {
    const books = freshBooks();
    await list(books, { until: '2026-11-10', amounts: columns[column][0] });
    if (order === 'bank, list') bank(books, paid(40_000));
    if (order === 'bank that waits, list') bankWaits(books, paid(40_000));
    await list(books, { until: '2026-11-20', amounts: columns[column][1], full });
    if (order === 'list, bank') bank(books, paid(40_000));
    return books;
  }

  it.each(cases)('with %s column, %s, full: %s: is not deducted again, confirmed or not', async (...one) => {
    const books = await taken(one);
    expect(open(books)).toBe(60_000);
    expect(books.ledgers.get(1)?.task ?? {}).toEqual({});
    confirmAll(books);
    expect(open(books)).toBe(60_000);
    expect(reconcile(books, null)?.unexplained).toBe(0);
  });

  it.each(cases)('with %s column, %s, full: %s: goes back afterwards and is open again', async (...one) => {
    const books = await taken(one);
    confirmAll(books);
    bank(books, paid(-40_000, '2026-11-23', { returnReason: 'AM04' }));
    confirmAll(books);
    expect(open(books)).toBe(100_000);
  });

  it('what the invoice came to stays', async () => {
    for (const order of orders) {
      expect(itemOf(await taken(['one', order, true]), '1001', '2026-0101').total).toBe(100_000);
    }
  });
});

describe('a payment that a list t/m its day does not have (A3)', () => {
  // What the list before said, what the list of the 20th says, what came in on the 18th, and what is open once confirmed.
  const cases: readonly (readonly [string, string, string, number, number])[] = [
    ['a part, nothing paid before', '1.000,00;1.000,00', '1.000,00;1.000,00', 40_000, 60_000],
    ['a part, as much paid before the list before', '1.000,00;750,00', '1.000,00;750,00', 25_000, 50_000],
    ['a part, more paid before', '1.000,00;300,00', '1.000,00;300,00', 20_000, 10_000],
    ['all that is open, as much paid before', '1.000,00;500,00', '1.000,00;500,00', 50_000, 0],
    ['all of it', '1.000,00;1.000,00', '1.000,00;1.000,00', 100_000, 0],
    ['a part, in a column that repeats what is open', '600,00', '600,00', 40_000, 20_000],
  ];
  const orders = cases.flatMap((one) => (['bank', 'list'] as const).map((first) => [...one, first] as const));

  it.each(orders)('%s: %s, then %s; %i makes %i, the %s first', async (_, before, after, amount, left, first) => {
    for (const full of [true, false]) {
      const books = freshBooks();
      await list(books, { until: '2026-11-10', amounts: before });
      const was = open(books);
      if (first === 'bank') bankWaits(books, paid(amount));
      await list(books, { until: '2026-11-20', amounts: after, full });
      if (first === 'list') bank(books, paid(amount));
      expect([full, linesIn(books, 'review').length, open(books)]).toEqual([full, 1, was]);
      confirmAll(books);
      expect([full, open(books)]).toEqual([full, left]);
    }
  });

  it('nor has it of two payments of one amount the second, when it shows one', async () => {
    const lines = [
      paid(40_000, '2026-11-12', { bankReference: 'A' }),
      paid(40_000, '2026-11-18', { bankReference: 'B' }),
    ];
    const waits = freshBooks();
    await list(waits, { until: '2026-11-10', amounts: '1.000,00;1.000,00' });
    bankWaits(waits, ...lines);
    await list(waits, { until: '2026-11-20', amounts: '1.000,00;600,00' });
    const late = freshBooks();
    await list(late, { until: '2026-11-10', amounts: '1.000,00;1.000,00' });
    await list(late, { until: '2026-11-20', amounts: '1.000,00;600,00' });
    bank(late, ...lines);
    for (const books of [waits, late]) {
      expect(linesIn(books, 'review').map(({ date }) => date)).toEqual(['2026-11-18']);
      confirmAll(books);
      expect(open(books)).toBe(20_000);
    }
  });
});

describe('a payment that a list may have, for all that is known', () => {
  it.each([
    ['days without a statement: money may have gone back', '2026-11-18', []],
    ['it went back within those days', '2026-11-11', [paid(-25_000, '2026-11-19', { returnReason: 'AM04' })]],
  ])('is left alone: %s', async (_, openingDate, more) => {
    const books = freshBooks();
    await list(books, { until: '2026-11-10', amounts: '1.000,00;750,00' });
    await list(books, { until: '2026-11-20', amounts: '1.000,00;750,00' });
    const file = bankFile([paid(25_000), ...more], { openingDate, closingDate: '2026-11-20' });
    importBank(books, [file], '2026-11-26');
    expect(linesIn(books, 'review')).toEqual([]);
    expect(open(books)).toBe(75_000);
  });

  it('is left alone where the list has the money as a receipt of its own', async () => {
    const books = freshBooks();
    await list(books, { until: '2026-11-10', amounts: '1.000,00;1.000,00' });
    const head = 'Debiteurnummer;Naam;Soort;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
    const rows = [
      '1001;Kok Bakkerij B.V.;Factuur;2026-0101;01-10-2026;31-10-2026;1.000,00;1.000,00',
      '1001;Kok Bakkerij B.V.;Betaling;B77;18-11-2026;;-400,00;-400,00',
    ];
    await importText(books, [head, ...rows].join('\n'), '2026-11-25', { asOf: '2026-11-20' });
    bank(books, paid(40_000));
    expect(linesIn(books, 'review')).toEqual([]);
    expect(open(books)).toBe(100_000);
    expect(reconcile(books, null)).toMatchObject({ unexplained: 0, open: 60_000 });
  });
});

describe('what a list may or may not hold, and says nothing of', () => {
  const warningsOf = (books: Books, ...lines: readonly ReturnType<typeof paid>[]) =>
    importBank(books, [bankFile(lines, { openingDate: '2026-11-18', closingDate: '2026-11-20' })], '2026-11-26').diff
      .warnings;

  it('a part payment as large as one before it, in days without statements: is told, and changes nothing', async () => {
    const books = freshBooks();
    await list(books, { until: '2026-11-10', amounts: '1.000,00;750,00' });
    await list(books, { until: '2026-11-20', amounts: '1.000,00;750,00' });
    const [warning] = warningsOf(books, paid(25_000));
    expect(warning?.problem).toMatchObject({
      code: 'bank-perhaps-on-list',
      params: { count: 1, which: expect.stringMatching(/^18-11-2026 €.250,00$/) },
    });
    expect(open(books)).toBe(75_000);
  });

  it('more than is open, where less was paid of it by then: is told', async () => {
    const books = freshBooks();
    await list(books, { until: '2026-11-20', amounts: '1.000,00;600,00' });
    expect(warningsOf(books, paid(100_000)).map(({ problem }) => problem.code)).toEqual(['bank-perhaps-on-list']);
    expect(open(books)).toBe(60_000);
  });

  it.each([
    ['it is what the list shows as paid', '1.000,00;600,00', 40_000],
    ['less than the list shows as paid', '1.000,00;500,00', 40_000],
  ])('is not told where %s', async (_, amounts, amount) => {
    for (const earlier of ['1.000,00;1.000,00', null]) {
      const books = freshBooks();
      if (earlier !== null) await list(books, { until: '2026-11-10', amounts: earlier });
      await list(books, { until: '2026-11-20', amounts });
      expect(warningsOf(books, paid(amount))).toEqual([]);
    }
  });

  it('a receipt that waited: the list that has it open for another amount says so', async () => {
    const books = freshBooks();
    await list(books, { until: '2026-11-10', amounts: '1.000,00;600,00' });
    bankWaits(books, paid(90_000));
    expect(linesIn(books, 'review')).toHaveLength(1);
    const rows = ['1001;Kok Bakkerij B.V.;2026-0101;01-10-2026;31-10-2026;1.000,00;600,00', `${other};5,00;5,00`];
    const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
    const reading = await readText([head, ...rows].join('\n'));
    const { warnings } = diffImport(books, reading, { asOf: '2026-11-20' }, '2026-11-25', 'import-x');
    expect(warnings.map(({ code }) => code)).toEqual(['lines-perhaps']);
  });
});

describe('a credit note that is gone from a list where an invoice has less open', () => {
  const rows = (invoice: string, credit: string | null, full = true) =>
    [
      'Debiteurnummer;Naam;Soort;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
      `1001;Kok Bakkerij B.V.;Factuur;2026-0101;01-10-2026;31-10-2026;1.000,00;${invoice}`,
      ...(credit === null ? [] : [`1001;Kok Bakkerij B.V.;Creditnota;C1;05-10-2026;;-300,00;${credit}`]),
      ...(full ? ['1002;Smederij Bos;Factuur;2026-0900;01-10-2026;31-10-2026;5,00;5,00'] : []),
    ].join('\n');

  it.each([
    ['as much less', '700,00', null, ['credit-netted']],
    ['more less', '500,00', null, ['credit-netted']],
    ['a part of it', '900,00', '-200,00', ['credit-netted']],
    ['less than the credit note', '800,00', null, []],
    ['as much as before', '1.000,00', null, []],
  ])('%s: %s, %s', async (_, invoice, credit, codes) => {
    const books = freshBooks();
    await importText(books, rows('1.000,00', '-300,00'), '2026-11-25', { asOf: '2026-11-10' });
    const reading = await readText(rows(invoice, credit));
    const { warnings } = diffImport(books, reading, { asOf: '2026-11-20' }, '2026-11-25', 'import-y');
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });
});
