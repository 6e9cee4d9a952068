import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from './bank-books.ts';
import { debtorByCode, freshBooks, importText, itemOf, openOf } from './import-books.ts';

const today = '2026-11-28';
const moment = { today, at: `${today}T12:00:00` };
const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const f1001 = '1001;J. Kok;F1001;01-10-2026;31-10-2026;1.000,00';
const f1002 = '1001;J. Kok;F1002;01-10-2026;31-10-2026;500,00;500,00';

async function list(books: Books, rows: readonly string[], bankUntil: string): Promise<void> {
  await importText(books, [head, ...rows].join('\n'), today, { asOf: bankUntil, bankUntil });
}

const paid = (amount: number, date = '2026-11-12') => bankLine(date, amount, { remittance: 'Factuur F1001' });
const storno = (amount: number, date = '2026-11-20', returnReason: string | null = 'MD06') =>
  bankLine(date, -amount, { remittance: 'Factuur F1001', returnReason });

async function paidBooks(amount = 100000): Promise<Books> {
  const books = freshBooks();
  await list(books, [`${f1001};1.000,00`, f1002], '2026-11-10');
  importBank(books, [bankFile([paid(amount)])], today);
  return books;
}

/** F1001 paid with € 100 too much, which the user makes credit. */
async function overpaidBooks(): Promise<Books> {
  const books = freshBooks();
  await list(books, [`${f1001};1.000,00`], '2026-11-10');
  importBank(books, [bankFile([paid(110000)])], today);
  const [line] = linesIn(books, 'review');
  const parts = [{ debtorId: 1, itemId: itemOf(books, '1001', 'F1001').id, amount: 100000, discount: 0 }];
  if (line) {
    const command = { type: 'match-line', lineId: line.id, parts, creditTo: 1, settle: [] } as const;
    applyChanges(books, runCommand(books, command, moment));
  }
  expect(books.ledgers.get(1)?.item?.['~2026-11-12']).toMatchObject({ total: -10000 });
  return books;
}

describe('a storno opens the item again (criteria A7, D4)', () => {
  it('with its reason, in another cycle', async () => {
    const books = await paidBooks();
    expect(openOf(books, '1001', 'F1001')).toBe(0);
    const { record } = importBank(books, [bankFile([storno(100000)])], today);
    expect(record.bank).toMatchObject({ linesMatched: 1, returns: 1, matchedCents: -100000 });
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
    expect(itemOf(books, '1001', 'F1001')).toMatchObject({ state: 'open', cycle: 2 });
    expect(books.chains.get(1)!.slice(-2)).toMatchObject([
      { type: 'payment', data: { amount: -100000, reason: 'MD06', items: ['F1001'] } },
      { type: 'item-reopened', data: { items: ['F1001'], reason: 'MD06', date: '2026-11-20' } },
    ]);
  });

  it('payment and storno in one file', async () => {
    const books = freshBooks();
    await list(books, [`${f1001};1.000,00`], '2026-11-10');
    importBank(books, [bankFile([storno(100000), paid(100000)])], today);
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
    expect(itemOf(books, '1001', 'F1001').cycle).toBe(2);
  });

  const again = bankLine('2026-11-24', 100000, { remittance: 'Factuur F1001', endToEndId: 'TWEEDE' });

  it.each([
    ['the storno first', [[storno(100000)], [paid(100000)]], 100000],
    ['the storno first, in part', [[storno(40000)], [paid(40000)]], 100000],
    ['of one day, the storno read first', [[storno(100000, '2026-11-12'), paid(100000)]], 100000],
    ['of one day, the storno in a file before', [[storno(100000, '2026-11-12')], [paid(100000)]], 100000],
    ['both in a file with what was paid since', [[storno(100000)], [paid(100000), again]], 0],
  ] as const)(
    'which waits until its payment is there, and claims nothing meanwhile: %s',
    async (_what, files, open) => {
      for (const directDebit of [false, true]) {
        const books = freshBooks();
        await list(books, [`${f1001};1.000,00`, f1002], '2026-11-10');
        if (directDebit) books.ledgers.get(1)!.debtor = { debtor: { ...debtorByCode(books, '1001'), directDebit } };
        const states: object[] = [];
        const imports = files.map((lines) => {
          expect(openOf(books, '1001', 'F1001')).toBe(100000);
          states.push(standing(books));
          return importBank(books, [bankFile(lines)], today);
        });
        expect(linesIn(books, 'review')).toEqual([]);
        expect(openOf(books, '1001', 'F1001')).toBe(open);
        expect(itemOf(books, '1001', 'F1001').cycle).toBe(2);
        expect(books.chains.get(1)!.filter(({ type }) => type === 'item-reopened')).toHaveLength(1);
        for (const { record } of imports.toReversed()) {
          const undone = undoImport(books, record.id, moment);
          if (!undone.ok) throw new Error(undone.reason);
          applyChanges(books, undone.changes);
          expect(standing(books)).toEqual(states.pop());
        }
      }
    },
  );

  it('not what the user took it off again: the next import leaves that', async () => {
    const books = await paidBooks();
    importBank(books, [bankFile([storno(100000)])], today);
    const { id: lineId } = linesIn(books, 'matched').find(({ amount }) => amount < 0)!;
    applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId }, moment));
    importBank(books, [bankFile([bankLine('2026-11-25', 50000, { remittance: 'Factuur F1002' })])], today);
    expect(openOf(books, '1001', 'F1002')).toBe(0);
    expect(openOf(books, '1001', 'F1001')).toBe(0);
    expect(linesIn(books, 'review')).toMatchObject([{ id: lineId }]);
  });

  it.each([
    ['names the invoice it takes back', 'Factuur F1009', 'Factuur F1009'],
    ['says nothing of it', null, null],
    ['says as little as that one', 'Factuur F1001', null],
  ])('not of another payment where one as large waits that %s', async (_, text, said) => {
    const books = await paidBooks();
    const line = (date: string, amount: number, remittance: string | null) =>
      bankLine(date, amount, { remittance, returnReason: amount < 0 ? 'MD06' : null });
    // An invoice of after the list, for as much.
    importBank(books, [bankFile([line('2026-11-16', 100000, text)])], today);
    importBank(books, [bankFile([line('2026-11-20', -100000, said)])], today);
    expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([100000, -100000]);
    expect(openOf(books, '1001', 'F1001')).toBe(0);
  });

  it('not where it names an invoice nobody has yet', async () => {
    const books = await paidBooks();
    const back = bankLine('2026-11-20', -100000, { remittance: 'Factuur F1009', returnReason: 'MD06' });
    importBank(books, [bankFile([back])], today);
    expect(linesIn(books, 'review')).toHaveLength(1);
    expect(openOf(books, '1001', 'F1001')).toBe(0);
  });

  it('of the payment with its text, whatever else waits', async () => {
    const books = await paidBooks();
    const other = bankLine('2026-11-16', 100000, { remittance: 'Factuur F1009' });
    importBank(books, [bankFile([other])], today);
    importBank(books, [bankFile([storno(100000)])], today);
    expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([100000]);
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
  });

  it('of a partly paid item', async () => {
    const books = await paidBooks(40000);
    expect(openOf(books, '1001', 'F1001')).toBe(60000);
    importBank(books, [bankFile([storno(40000)])], today);
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
    expect(itemOf(books, '1001', 'F1001').cycle).toBe(2);
  });

  it('of an item a later list lacked and that was closed', async () => {
    const books = await paidBooks();
    await list(books, [f1002], '2026-11-15');
    expect(itemOf(books, '1001', 'F1001').state).toBe('closed');
    importBank(books, [bankFile([storno(100000)])], today);
    expect(itemOf(books, '1001', 'F1001')).toMatchObject({ state: 'open', cycle: 2 });
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
  });

  it('of an item confirmed as paid, of which the payment was never in the books', async () => {
    const books = freshBooks();
    await list(books, [`${f1001};1.000,00`, f1002], '2026-11-10');
    await list(books, [f1002], '2026-11-15');
    const { id: itemId } = itemOf(books, '1001', 'F1001');
    applyChanges(books, runCommand(books, { type: 'confirm-paid', debtorId: 1, itemIds: [itemId] }, moment));
    importBank(books, [bankFile([storno(100000)])], today);
    const [line] = linesIn(books, 'review');
    if (line) {
      const parts = [{ debtorId: 1, itemId, amount: -100000, discount: 0 }];
      const command = { type: 'match-line', lineId: line.id, parts, creditTo: null, settle: [] } as const;
      applyChanges(books, runCommand(books, command, moment));
    }
    expect(itemOf(books, '1001', 'F1001')).toMatchObject({ state: 'open', cycle: 2 });
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
  });

  it('up to the bank date of a list that has it open again it is history', async () => {
    const books = await paidBooks();
    await list(books, [`${f1001};1.000,00`, f1002], '2026-11-25');
    expect(openOf(books, '1001', 'F1001')).toBe(0);
    importBank(books, [bankFile([storno(100000)])], today);
    await list(books, [`${f1001};1.000,00`, f1002], '2026-11-26');
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
  });

  it('not of a payment that came back before', async () => {
    const books = await paidBooks();
    importBank(books, [bankFile([storno(100000)])], today);
    const { diff } = importBank(books, [bankFile([storno(100000, '2026-11-24', 'AC04')])], today);
    expect(diff.counts).toMatchObject({ linesMatched: 0, linesToReview: 1 });
  });

  it.each([
    ['its text', { remittance: 'Storno incasso F1001' }],
    ['its text', { remittance: 'Incasso teruggeboekt F1001' }],
    ['the name beside it', { remittance: 'F1001', counterpartyName: 'Terugboeking J. Kok' }],
  ])('a line without a code of which %s says so is one: %j', async (_, said) => {
    const books = await paidBooks();
    importBank(books, [bankFile([bankLine('2026-11-20', -100000, said)])], today);
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
    expect(linesIn(books, 'matched').find(({ amount }) => amount < 0)?.returnReason).toBe('MS03');
  });

  it('of a payment whose rest was credit takes the credit back', async () => {
    const books = await overpaidBooks();
    importBank(books, [bankFile([storno(110000)])], today);
    expect(openOf(books, '1001', 'F1001')).toBe(100000);
    expect(openOf(books, '1001', '')).toBe(0);
  });
});

describe('a bank import is taken back as a whole', () => {
  it.each([
    ['a payment', [paid(40000)]],
    ['a payment and its storno', [paid(100000), storno(100000)]],
    ['credit', [paid(110000)]],
    ['a line that waits', [bankLine('2026-11-12', 4321, { counterpartyIban: null })]],
  ])('%s', async (_what, lines) => {
    const books = freshBooks();
    await list(books, [`${f1001};1.000,00`, f1002], '2026-11-10');
    const before = standing(books);
    const { record } = importBank(books, [bankFile(lines)], today);
    expect(standing(books)).not.toEqual(before);
    const undone = undoImport(books, record.id, moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(standing(books)).toEqual(before);
    const again = importBank(books, [bankFile(lines)], today);
    expect(again.diff.counts).toEqual(record.bank);
  });

  it('not when a line of it was matched by hand since', async () => {
    const books = freshBooks();
    await list(books, [`${f1001};1.000,00`, f1002], '2026-11-10');
    const { record } = importBank(books, [bankFile([bankLine('2026-11-12', 4321, { counterpartyIban: null })])], today);
    const lineId = linesIn(books, 'review')[0]!.id;
    const creditTo = debtorByCode(books, '1001').id;
    applyChanges(books, runCommand(books, { type: 'match-line', lineId, parts: [], creditTo, settle: [] }, moment));
    expect(undoImport(books, record.id, moment)).toMatchObject({ ok: false, reason: 'later-work' });
  });
});

describe('a receipt that leaves a rest', () => {
  it('counts once when a list names it', async () => {
    const books = await overpaidBooks();
    await list(books, [f1002, '1001;J. Kok;;12-11-2026;;-100,00;-100,00'], '2026-11-20');
    const items = books.ledgers.get(1)!.item!;
    expect(Object.values(items).filter(({ kind }) => kind === 'receipt')).toMatchObject([
      { state: 'open', listed: { open: -10000 } },
    ]);
    expect(openOf(books, '1001', '')).toBe(-10000);
  });

  it('closes by itself when a full list no longer has it', async () => {
    const books = await overpaidBooks();
    await list(books, [f1002], '2026-11-20');
    expect(books.ledgers.get(1)!.item!['~2026-11-12']).toMatchObject({ state: 'closed' });
  });

  it('is none when the list holds the day already', async () => {
    const books = freshBooks();
    await list(books, [`${f1001};600,00`, f1002], '2026-11-15');
    importBank(books, [bankFile([bankLine('2026-11-12', 40000, { remittance: 'F1001' })])], today);
    expect(Object.keys(books.ledgers.get(1)!.item!)).toEqual(['F1001', 'F1002']);
    expect(openOf(books, '1001', 'F1001')).toBe(60000);
    expect(Object.values(books.ledgers.get(1)!.payment ?? {})).toMatchObject([{ amount: 40000, source: 'bank' }]);
  });
});

describe('promises are judged by what the bank says (criterion G1)', () => {
  async function promised(...lines: readonly BankTransaction[]): Promise<Books> {
    const books = freshBooks();
    await list(books, [`${f1001};1.000,00`, f1002], '2026-11-10');
    const ledger = books.ledgers.get(1)!;
    const common = {
      itemIds: ['F1001'],
      amount: 100000,
      on: '2026-11-11',
      date: '2026-11-16',
      by: null,
      channel: null,
    };
    ledger.promise = { p: { id: 'p', ...common, state: 'open', holdId: 'h' } };
    const held = { itemId: 'F1001', amount: null, reason: 'promise', from: '2026-11-11', until: '2026-11-18' } as const;
    ledger.hold = { h: { id: 'h', ...held, note: '' } };
    importBank(books, [bankFile(lines)], '2026-11-14');
    return books;
  }

  it.each([
    ['kept', [paid(100000)]],
    ['open', [paid(40000)]],
    ['broken', [paid(100000), storno(100000, '2026-11-13')]],
  ])('%s', async (state, lines) => {
    const books = await promised(...lines);
    const ledger = books.ledgers.get(1)!;
    expect(ledger.promise!.p!.state).toBe(state);
    const told = books.chains.get(1)!.filter(({ type }) => type.startsWith('promise-'));
    expect(told.map(({ type }) => type)).toEqual(state === 'open' ? [] : [`promise-${state}`]);
  });
});
