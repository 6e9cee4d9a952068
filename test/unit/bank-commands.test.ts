import { describe, expect, it } from 'vitest';
import { forgetSetAside } from '#shared/domain/bank/aside.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, undoLines } from '#shared/domain/commands/undo.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import type { MatchPart } from '#shared/matching/match.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from './bank-books.ts';
import { debtorByCode, freshBooks, importText, itemOf, openOf } from './import-books.ts';

const today = '2026-11-21';
const moment = { today, at: `${today}T12:00:00` };
const list = [
  'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
  '1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00',
  '1001;Kok;F1002;01-10-2026;31-10-2026;500,00;500,00',
  '1001;Kok;C1003;05-10-2026;;-100,00;-100,00',
  '1002;Bos;F2001;01-10-2026;31-10-2026;70,00;70,00',
].join('\n');

/** Books with the list of 10 November and these lines of the 12th, all of which wait. */
async function booksWith(...lines: readonly Parameters<typeof bankLine>[2][]): Promise<Books> {
  const books = freshBooks();
  await importText(books, list, '2026-11-10', { asOf: '2026-11-10' });
  const amounts = lines.map((line) => line?.row ?? 0);
  importBank(
    books,
    [
      bankFile(
        lines.map((line, i) =>
          bankLine('2026-11-12', amounts[i]!, {
            ...line,
            counterpartyName: 'X',
            counterpartyIban: line?.counterpartyIban ?? null,
          }),
        ),
      ),
    ],
    today,
  );
  return books;
}

function run(books: Books, command: Command): void {
  applyChanges(books, runCommand(books, command, moment));
}

function part(books: Books, code: string, number: string, amount: number, discount = 0): MatchPart {
  return { debtorId: debtorByCode(books, code).id, itemId: itemOf(books, code, number).id, amount, discount };
}

function reasonOf(books: Books, command: Command): unknown {
  try {
    runCommand(books, command, moment);
  } catch (error) {
    return (error as { failure: { params: { reason: unknown } } }).failure.params.reason;
  }
  return null;
}

describe('a bank line is matched by hand (criterion A8)', () => {
  it('over invoices of two debtors with a credit note set off and a rest', async () => {
    const books = await booksWith({ row: 100000, remittance: 'diversen' });
    const [line] = linesIn(books, 'review');
    const parts = [
      part(books, '1001', 'F1001', 97500),
      part(books, '1001', 'C1003', -5000),
      part(books, '1002', 'F2001', 7000),
    ];
    run(books, { type: 'match-line', lineId: line!.id, parts, creditTo: debtorByCode(books, '1002').id, settle: [] });
    expect([openOf(books, '1001', 'F1001'), openOf(books, '1001', 'C1003'), openOf(books, '1002', 'F2001')]).toEqual([
      2500, -5000, 0,
    ]);
    const bos = books.ledgers.get(debtorByCode(books, '1002').id)!;
    expect(bos.item?.['~2026-11-12']).toMatchObject({ kind: 'receipt', total: -500, listed: null });
    expect(Object.values(bos.payment ?? {})).toMatchObject([
      { amount: 7500, source: 'bank', receiptId: '~2026-11-12' },
    ]);
    expect(linesIn(books, 'matched')).toMatchObject([{ id: line!.id, score: null, taken: [{}, {}] }]);
    expect(books.chains.get(debtorByCode(books, '1001').id)!.at(-1)).toMatchObject({
      type: 'payment',
      data: { source: 'bank', amount: 92500, date: '2026-11-12', items: ['F1001', 'C1003'] },
    });
  });

  it('an advance of which the debit came back is open again', async () => {
    const books = freshBooks();
    const heads = `${list.split('\n')[0]};Soort`;
    const row = '1001;Kok;V1;01-10-2026;31-10-2026;300,00;300,00;voorschot';
    await importText(books, [heads, row].join('\n'), '2026-11-10', { asOf: '2026-11-10' });
    const { id: itemId, kind } = itemOf(books, '1001', 'V1');
    expect(kind).toBe('advance');
    const back = bankLine('2026-11-14', -30000, { returnReason: 'AM04' });
    importBank(books, [bankFile([bankLine('2026-11-12', 30000, { counterpartyName: 'X' }), back])], today);
    for (const amount of [30000, -30000]) {
      const line = linesIn(books, 'review').find((own) => own.amount === amount)!;
      const parts = [{ debtorId: 1, itemId, amount, discount: 0 }];
      run(books, { type: 'match-line', lineId: line.id, parts, creditTo: null, settle: [] });
    }
    expect([openOf(books, '1001', 'V1'), itemOf(books, '1001', 'V1').cycle]).toEqual([30000, 2]);
  });

  it('a small rest is let go as a difference', async () => {
    const books = await booksWith({ row: 99600, remittance: 'diversen' });
    const [line] = linesIn(books, 'review');
    const parts = [part(books, '1001', 'F1001', 99600)];
    const settle = [parts[0]!.itemId];
    run(books, { type: 'match-line', lineId: line!.id, parts, creditTo: null, settle });
    expect(openOf(books, '1001', 'F1001')).toBe(0);
    const { allocation = {} } = books.ledgers.get(parts[0]!.debtorId)!;
    expect(Object.values(allocation).find(({ kind }) => kind === 'difference')).toMatchObject({ amount: 400 });
  });

  it.each([
    ['more than is open', (books: Books) => [part(books, '1002', 'F2001', 7001)], 'too-much'],
    ['more than is open with the discount', (books: Books) => [part(books, '1002', 'F2001', 7000, 1)], 'too-much'],
    [
      'more than the line',
      (books: Books) => [part(books, '1001', 'F1001', 100000), part(books, '1002', 'F2001', 100)],
      'sum',
    ],
    ['less than the line, and nobody gets the rest', (books: Books) => [part(books, '1002', 'F2001', 7000)], 'sum'],
    [
      'the same item twice',
      (books: Books) => [part(books, '1001', 'F1001', 1), part(books, '1001', 'F1001', 2)],
      'part',
    ],
    ['part of a cent', (books: Books) => [part(books, '1001', 'F1001', 0.5)], 'part'],
  ])('not for %s', async (_what, parts, reason) => {
    const books = await booksWith({ row: 100000, remittance: 'diversen' });
    const [line] = linesIn(books, 'review');
    const command = { type: 'match-line', lineId: line!.id, parts: parts(books), creditTo: null, settle: [] } as const;
    expect(reasonOf(books, command)).toBe(reason);
  });

  it('not twice', async () => {
    const books = await booksWith({ row: 7000, remittance: 'diversen' });
    const [line] = linesIn(books, 'review');
    const command = {
      type: 'match-line',
      lineId: line!.id,
      parts: [part(books, '1002', 'F2001', 7000)],
      creditTo: null,
      settle: [],
    } as const;
    run(books, command);
    expect(reasonOf(books, command)).toBe('decided');
  });
});

describe('what was done to a line is taken back', () => {
  const commands: readonly (readonly [string, (books: Books, lineId: string) => Command])[] = [
    [
      'matching',
      (books, lineId) => ({
        type: 'match-line',
        lineId,
        parts: [part(books, '1001', 'F1001', 100000)],
        creditTo: null,
        settle: [],
      }),
    ],
    [
      'credit',
      (books, lineId) => ({
        type: 'match-line',
        lineId,
        parts: [],
        creditTo: debtorByCode(books, '1002').id,
        settle: [],
      }),
    ],
    ['setting aside', (_, lineId) => ({ type: 'set-line-aside', lineId })],
  ];
  const open = { row: 100000, remittance: 'diversen', counterpartyIban: 'NL20INGB0001234567' };

  it.each(commands)('%s, by undo: the books are as they were but for the events', async (_what, command) => {
    const books = await booksWith(open);
    const before = standing(books);
    const changes = runCommand(books, command(books, linesIn(books, 'review')[0]!.id), moment);
    const inverse = inverseOf(books, changes);
    applyChanges(books, changes);
    expect(standing(books)).not.toEqual(before);
    applyChanges(books, undoLines(books, inverse, moment));
    expect(standing(books)).toEqual(before);
    for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  });

  it.each(commands.slice(0, 2))('%s, by unmatching', async (_what, command) => {
    const books = await booksWith(open);
    const before = standing(books);
    const { id: lineId } = linesIn(books, 'review')[0]!;
    run(books, command(books, lineId));
    expect(Object.values(books.ledgers.get(1)?.payer ?? books.ledgers.get(2)?.payer ?? {})).toHaveLength(1);
    run(books, { type: 'unmatch-line', lineId });
    expect(standing(books)).toEqual(before);
  });

  it('a line set aside waits again as it was, undone it lies aside again; one that waits cannot come back', async () => {
    const books = await booksWith(open);
    const { id: lineId } = linesIn(books, 'review')[0]!;
    const before = standing(books);
    run(books, { type: 'set-line-aside', lineId });
    const aside = standing(books);
    const changes = runCommand(books, { type: 'review-line', lineId }, moment);
    const inverse = inverseOf(books, changes);
    applyChanges(books, changes);
    expect(standing(books)).toEqual(before);
    expect(reasonOf(books, { type: 'review-line', lineId })).toBe('decided');
    applyChanges(books, undoLines(books, inverse, moment));
    expect(standing(books)).toEqual(aside);
    const told = books.chains.get('administration')!.slice(-3);
    expect(told.map(({ type, data }) => [type, data.undone ?? false])).toEqual([
      ['line-set-aside', false],
      ['line-back', false],
      ['line-back', true],
    ]);
  });

  it.each([
    ['89 days', '2027-02-09', 'diversen'],
    ['91 days', '2027-02-11', null],
  ])('what a line set aside says is there after %s or gone', async (_, day, text) => {
    const books = await booksWith(open);
    const { id: lineId } = linesIn(books, 'review')[0]!;
    run(books, { type: 'set-line-aside', lineId });
    const later = { today: day, at: `${day}T09:00:00` };
    applyChanges(books, forgetSetAside(books, later));
    expect(books.records.bankLine.get(lineId)).toMatchObject({ state: 'set-aside', remittance: text });
    expect(forgetSetAside(books, later)).toEqual([]);
  });

  it('of a line of long ago that is set aside nothing of the other side is left', async () => {
    const books = await booksWith({ ...open, bankReference: 'B1', endToEndId: 'E1', mandateId: 'M1' });
    const [line] = linesIn(books, 'review');
    const later = { today: '2027-03-01', at: '2027-03-01T09:00:00' };
    applyChanges(books, runCommand(books, { type: 'set-line-aside', lineId: line!.id }, later));
    const { id, account, ...rest } = books.records.bankLine.get(line!.id)!;
    expect(Object.values(rest).filter((value) => typeof value === 'string')).toEqual([
      '2026-11-12',
      'EUR',
      line!.importId,
      'set-aside',
    ]);
    expect([id, account]).toEqual([line!.id, line!.account]);
    const again = importBank(
      books,
      [
        bankFile([
          bankLine('2026-11-12', 100000, {
            remittance: 'diversen',
            counterpartyName: 'X',
            bankReference: 'B1',
            endToEndId: 'E1',
            mandateId: 'M1',
          }),
        ]),
      ],
      today,
    );
    expect(again.diff.counts).toMatchObject({ linesKnown: 1 });
  });

  it('not once the credit it left is on a list', async () => {
    const books = await booksWith(open);
    const { id: lineId } = linesIn(books, 'review')[0]!;
    run(books, { type: 'match-line', lineId, parts: [], creditTo: debtorByCode(books, '1002').id, settle: [] });
    await importText(books, `${list}\n1002;Bos;;12-11-2026;;-1.000,00;-1.000,00`, '2026-11-20', { asOf: '2026-11-20' });
    expect(reasonOf(books, { type: 'unmatch-line', lineId })).toBe('rests');
  });
});

describe('a payment seen on the bank by hand (criterion A11)', () => {
  const seen = {
    type: 'add-payment',
    debtorId: 1,
    date: '2026-11-11',
    amount: 100000,
    currency: 'EUR',
    note: '',
  } as const;

  async function seenBooks(remittance: string): Promise<Books> {
    const books = freshBooks();
    await importText(books, list, '2026-11-10', { asOf: '2026-11-10' });
    run(books, { ...seen, itemIds: [itemOf(books, '1001', 'F1001').id] });
    importBank(books, [bankFile([bankLine('2026-11-12', 100000, { remittance, counterpartyName: 'X' })])], today);
    return books;
  }

  it('gives way to its bank line, and counts once', async () => {
    const books = await seenBooks('Factuur F1001');
    const { payment = {}, allocation = {} } = books.ledgers.get(1)!;
    expect(Object.values(payment)).toMatchObject([{ source: 'bank', amount: 100000, date: '2026-11-12' }]);
    expect(Object.values(allocation)).toHaveLength(1);
    expect(openOf(books, '1001', 'F1001')).toBe(0);
    expect(linesIn(books, 'matched')).toHaveLength(1);
    expect(
      books.chains
        .get(1)!
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(['payment-removed', 'payment']);
  });

  it('also when the user says whose the line is', async () => {
    const books = await seenBooks('zonder kenmerk');
    const [line] = linesIn(books, 'review');
    run(books, { type: 'match-line', lineId: line!.id, parts: [], creditTo: 1, settle: [] });
    expect(Object.values(books.ledgers.get(1)!.payment ?? {})).toMatchObject([{ source: 'bank' }]);
    expect(Object.keys(books.ledgers.get(1)!.item ?? {})).toHaveLength(3);
    expect(openOf(books, '1001', 'F1001')).toBe(0);
  });
});
