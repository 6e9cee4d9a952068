import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { sumOf } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { debtorByCode, freshBooks, importText, itemOf, openOf } from './import-books.ts';
import { ordersOf } from './orders.ts';

/*
 * Awkward weeks of a bookkeeper. Each is a base list of 10 November and files that come in any order after it; in the end the
 * user decides on what waits. Whatever the order, what is open is what really is.
 */

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const today = '2026-12-05';
const moment = { today, at: `${today}T20:00:00` };
const kok = { counterpartyName: 'Kok Bakkerij B.V.', counterpartyIban: 'NL20INGB0001234567' };
const bos = { counterpartyName: 'Smederij Bos', counterpartyIban: 'NL91ABNA0417164300' };
const holding = { counterpartyName: 'Kok Holding B.V.', counterpartyIban: 'NL02RABO0123456789' };
const names: Readonly<Record<string, string>> = { 1001: 'Kok Bakkerij B.V.', 1002: 'Smederij Bos' };

/** A row of a list: code, number, date, total and what is open. */
type Row = readonly [code: string, number: string, date: string, total: string, open: string];
const a = (open: string): Row => ['1001', '2026-0101', '01-10-2026', '1.000,00', open];
const b = (open: string): Row => ['1001', '2026-0102', '05-10-2026', '400,00', open];
const c = (open: string): Row => ['1002', '2026-0201', '03-10-2026', '250,00', open];

type File = { readonly list: string; readonly rows: readonly Row[] } | { readonly bank: readonly BankTransaction[] };

interface Story {
  readonly name: string;
  readonly base: readonly Row[];
  readonly files: readonly File[];
  /** What is open of each number in the end, in cents. */
  readonly open: Readonly<Record<string, number>>;
  /** Σ of everything, credit too. */
  readonly total: number;
  /** What the user does when nothing waits any more. */
  readonly after?: (books: Books) => Command;
  /** What the user says of a line that waits, by a word of its text; else each is laid against the item it names. */
  readonly says?: (
    books: Books,
    line: { readonly id: string; readonly amount: number; readonly date: string },
  ) => Command;
}

const part = (debtorId: number, itemId: string, amount: number) => ({ debtorId, itemId, amount, discount: 0 });

const stories: readonly Story[] = [
  {
    name: 'paid twice by mistake: once by app, once by the accountant',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-12', 100_000, { ...kok, remittance: 'factuur 2026-0101', endToEndId: 'APP1' })] },
      { bank: [bankLine('2026-11-16', 100_000, { ...kok, remittance: '2026-0101 Kok', endToEndId: 'ACC7' })] },
    ],
    open: { '2026-0101': 0, '2026-0201': 25_000 },
    total: 25_000 - 100_000,
    says: (_, { id }) => ({ type: 'match-line', lineId: id, parts: [], creditTo: 1, settle: [] }),
  },
  {
    name: 'paid twice and the second paid back',
    base: [a('1.000,00'), c('250,00')],
    files: [
      {
        bank: [
          bankLine('2026-11-12', 100_000, { ...kok, remittance: 'factuur 2026-0101' }),
          bankLine('2026-11-13', 100_000, { ...kok, remittance: 'factuur 2026-0101 nogmaals' }),
        ],
      },
      { bank: [bankLine('2026-11-18', -100_000, { ...kok, remittance: 'terugbetaling dubbel betaald 2026-0101' })] },
    ],
    open: { '2026-0101': 0, '2026-0201': 25_000 },
    total: 25_000,
    says: (books, { id, amount }) => {
      const credit = Object.values(books.ledgers.get(1)!.item!).find(({ kind }) => kind === 'receipt');
      if (amount > 0 || !credit) return { type: 'match-line', lineId: id, parts: [], creditTo: 1, settle: [] };
      return { type: 'match-line', lineId: id, parts: [part(1, credit.id, amount)], creditTo: null, settle: [] };
    },
  },
  {
    name: 'a direct debit that comes back after the list was made',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-12', 100_000, { ...kok, remittance: 'factuur 2026-0101', endToEndId: 'E1' })] },
      { list: '2026-11-15', rows: [c('250,00')] },
      {
        bank: [
          bankLine('2026-11-18', -100_000, {
            ...kok,
            remittance: 'factuur 2026-0101',
            endToEndId: 'E1',
            returnReason: 'AM04',
          }),
        ],
      },
    ],
    open: { '2026-0101': 100_000, '2026-0201': 25_000 },
    total: 125_000,
  },
  {
    name: 'a credit note of the same week, kept back from the payment',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { list: '2026-11-11', rows: [a('1.000,00'), ['1001', 'CN-7', '11-11-2026', '-150,00', '-150,00'], c('250,00')] },
      { bank: [bankLine('2026-11-14', 85_000, { ...kok, remittance: 'factuur 2026-0101 min creditnota CN-7' })] },
    ],
    open: { '2026-0201': 25_000 },
    total: 25_000,
    says: (_, { id, amount }) => ({
      type: 'match-line',
      lineId: id,
      parts: [part(1, '2026-0101', amount + 15_000), part(1, 'CN-7', -15_000)],
      creditTo: null,
      settle: [],
    }),
  },
  {
    name: 'the holding pays for the bakery, naming the invoice',
    base: [a('1.000,00'), b('400,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-13', 40_000, { ...holding, remittance: 'Kok Bakkerij fact. 2026-0102' })] },
      { list: '2026-11-12', rows: [a('1.000,00'), b('400,00'), c('250,00')] },
    ],
    open: { '2026-0101': 100_000, '2026-0102': 0, '2026-0201': 25_000 },
    total: 125_000,
  },
  {
    name: 'paid in two parts over the end of the month, the list between them',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-30', 60_000, { ...kok, remittance: 'factuur 2026-0101 deel 1' })] },
      { list: '2026-11-30', rows: [a('400,00'), c('250,00')] },
      { bank: [bankLine('2026-12-01', 40_000, { ...kok, remittance: 'factuur 2026-0101 deel 2' })] },
    ],
    open: { '2026-0101': 0, '2026-0201': 25_000 },
    total: 25_000,
  },
  {
    name: 'paid before the invoice was imported',
    base: [c('250,00')],
    files: [
      { bank: [bankLine('2026-11-18', 40_000, { ...kok, remittance: 'factuur 2026-0102' })] },
      { list: '2026-11-17', rows: [b('400,00'), c('250,00')] },
    ],
    open: { '2026-0102': 0, '2026-0201': 25_000 },
    total: 25_000,
  },
  {
    name: 'two cents too little, let go',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-18', 99_998, { ...kok, remittance: 'factuur 2026-0101' })] },
      { list: '2026-11-17', rows: [a('1.000,00'), c('250,00')] },
    ],
    open: { '2026-0101': 0, '2026-0201': 25_000 },
    total: 25_000,
    after: (books) => ({ type: 'settle-rests', lineId: linesIn(books, 'matched')[0]!.id }),
  },
  {
    name: 'two cents too much, kept as credit until the bookkeeping has it',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-18', 100_002, { ...kok, remittance: 'factuur 2026-0101' })] },
      { list: '2026-11-17', rows: [a('1.000,00'), c('250,00')] },
      { list: '2026-11-20', rows: [['1001', '', '18-11-2026', '-0,02', '-0,02'], c('250,00')] },
    ],
    open: { '2026-0201': 25_000 },
    total: 25_000 - 2,
  },
  {
    name: 'both invoices in one payment, and the list forgot one of them',
    base: [a('1.000,00'), b('400,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-18', 140_000, { ...kok, remittance: '2026-0101 en 2026-0102' })] },
      { list: '2026-11-20', rows: [b('400,00'), c('250,00')] },
    ],
    open: { '2026-0101': 0, '2026-0102': 0, '2026-0201': 25_000 },
    total: 25_000,
    says: (_, { id }) => ({
      type: 'match-line',
      lineId: id,
      parts: [part(1, '2026-0101', 100_000), part(1, '2026-0102', 40_000)],
      creditTo: null,
      settle: [],
    }),
  },
  {
    name: 'dollars that come in on the euro account pay the euros they became',
    base: [a('1.000,00'), c('250,00')],
    files: [
      {
        bank: [
          bankLine('2026-11-18', 98_750, {
            ...kok,
            remittance: 'INV 2026-0101 USD 1.085,00 KOERS 1,0987 KOSTEN EUR 12,50',
          }),
        ],
      },
      { list: '2026-11-17', rows: [a('1.000,00'), c('250,00')] },
    ],
    open: { '2026-0101': 1_250, '2026-0201': 25_000 },
    total: 26_250,
  },
  {
    name: 'two debtors, one of whom quotes the other’s number',
    base: [a('1.000,00'), c('250,00')],
    files: [
      { bank: [bankLine('2026-11-18', 25_000, { ...bos, remittance: 'factuur 2026-0101' })] },
      { list: '2026-11-17', rows: [a('1.000,00'), c('250,00')] },
    ],
    open: { '2026-0101': 100_000, '2026-0201': 0 },
    total: 100_000,
    says: (_, { id, amount }) => ({
      type: 'match-line',
      lineId: id,
      parts: [part(2, '2026-0201', amount)],
      creditTo: null,
      settle: [],
    }),
  },
];

async function take(books: Books, file: File): Promise<void> {
  if ('bank' in file) {
    importBank(books, [bankFile(file.bank)], today);
    return;
  }
  const rows = file.rows.map(([code, number, date, total, open]) =>
    [code, names[code], number, date, number === '' || total.startsWith('-') ? '' : '31-10-2026', total, open].join(
      ';',
    ),
  );
  await importText(books, [head, ...rows].join('\n'), today, { asOf: file.list });
}

/** The user decides on what waits, the oldest first; what only then has room is decided on once more. */
function decide(books: Books, { says = named }: Story): void {
  for (let round = 0; round < 3; round++) {
    const waiting = [...linesIn(books, 'review')].sort((x, y) => (x.date < y.date ? -1 : 1));
    for (const line of waiting) {
      try {
        applyChanges(books, runCommand(books, says(books, line), moment));
      } catch {
        // No room for it yet.
      }
    }
  }
}

/** A line is laid against the invoices whose numbers it bears, each in full as far as the money goes. */
function named(books: Books, { id, amount }: { readonly id: string; readonly amount: number }): Command {
  const { remittance } = books.records.bankLine.get(id)!;
  let left = amount;
  const parts = [...books.ledgers].flatMap(([debtorId, { item = {} }]) =>
    Object.values(item).flatMap(({ id: itemId, number }) => {
      if (number === '' || !remittance?.includes(number)) return [];
      const open = openOf(books, debtorId === debtorByCode(books, '1001').id ? '1001' : '1002', number);
      const own = amount < 0 ? left : Math.min(left, open);
      left -= own;
      return own === 0 ? [] : [part(debtorId, itemId, own)];
    }),
  );
  const creditTo = left > 0 ? (parts[0]?.debtorId ?? null) : null;
  return { type: 'match-line', lineId: id, parts, creditTo, settle: [] };
}

function expectToAddUp(books: Books): void {
  for (const { payment = {}, allocation = {}, item = {} } of books.ledgers.values()) {
    for (const { id, amount, receiptId } of Object.values(payment)) {
      const laid = Object.values(allocation).filter(({ paymentId, kind }) => paymentId === id && !kind);
      const receipt = receiptId === undefined ? 0 : item[receiptId]!.total;
      expect(sumOf(laid, (own) => own.amount) - receipt).toBe(amount);
    }
  }
  expect(reconcile(books, null)?.unexplained).toBe(0);
  for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
}

describe.each(stories)('$name', (story) => {
  const { base, files, open, total } = story;
  const orders = ordersOf(files.map((_, place) => place));
  it.each(orders.map((order) => [order]))('in the order %j', async (order) => {
    const books = freshBooks();
    await take(books, { list: '2026-11-10', rows: base });
    for (const place of order) await take(books, files[place]!);
    decide(books, story);
    if (story.after) applyChanges(books, runCommand(books, story.after(books), moment));
    const found = Object.keys(open).map((number) => {
      const code = stories
        .flatMap((one) => [...one.base, ...one.files.flatMap((file) => ('rows' in file ? file.rows : []))])
        .find((row) => row[1] === number)![0];
      return [number, openOf(books, code, number), itemOf(books, code, number).state];
    });
    expect(found.map(([number, cents]) => [number, cents])).toEqual(Object.entries(open));
    expect(openTotal(books)).toBe(total);
    expectToAddUp(books);
  });
});
