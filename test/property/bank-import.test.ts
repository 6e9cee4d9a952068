import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import { allocatedPerItem, listedUntil, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, undoLines } from '#shared/domain/commands/undo.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import type { ItemKind } from '#shared/domain/item.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { formatAmount, sumOf } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from '../unit/bank-books.ts';
import { freshBooks, importText, itemOf, openOf } from '../unit/import-books.ts';
import fc from './draws.ts';

const today = '2026-11-28';
// As late as the imports: the clock never runs back between two writes.
const moment = { today, at: `${today}T10:00:00` };
const totals: Readonly<Record<string, number>> = { F26001: 121000, F26002: 48400, F26003: 61700 };
const numbers = Object.keys(totals);
const day = (n: number): IsoDate => addDays('2026-10-31', n);

/** What really happens on the bank: payments of one invoice, and payments that come back on the day itself or some days later. */
interface Paid {
  readonly number: string;
  readonly on: number;
  readonly percent: number;
  readonly backAfter: number | null;
}

const paid: fc.Arbitrary<Paid> = fc.record({
  number: fc.constantFrom(...numbers),
  on: fc.integer({ min: 2, max: 20 }),
  percent: fc.constantFrom(25, 50, 100, 100),
  backAfter: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 2 }),
});

type Step =
  | { readonly do: 'list'; readonly until: number; readonly only: readonly string[] | null }
  | { readonly do: 'bank'; readonly from: number; readonly days: number; readonly csv: boolean }
  | { readonly do: 'unmatch' | 'undo'; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('list' as const),
    until: fc.integer({ min: 1, max: 24 }),
    // Of some invoices only, or of everything that is open.
    only: fc.option(fc.subarray(numbers, { minLength: 1 }), { freq: 2 }),
  }),
  fc.record({
    do: fc.constant('bank' as const),
    from: fc.integer({ min: 1, max: 20 }),
    days: fc.integer({ min: 0, max: 9 }),
    csv: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('unmatch' as const, 'undo' as const), pick: fc.nat(99) }),
);

/**
 * The lines of the bank, oldest first; never more paid than is open, so that what is true is never in doubt. */
function linesOf(given: readonly Paid[]): readonly BankTransaction[] {
  const open = { ...totals } as Record<string, number>;
  const events = given.flatMap((one, i) => [
    { ...one, i, date: one.on, back: false },
    ...(one.backAfter === null ? [] : [{ ...one, i, date: one.on + one.backAfter, back: true }]),
  ]);
  // Of one day what goes back first, as far as it came in before.
  const place = ({ back, backAfter }: (typeof events)[number]): number => (back ? (backAfter === 0 ? 2 : 0) : 1);
  events.sort((a, b) => a.date - b.date || place(a) - place(b));
  const came = new Map<number, number>();
  const lines: BankTransaction[] = [];
  for (const { number, i, date, percent, back } of events) {
    const amount = back ? -(came.get(i) ?? 0) : Math.min(open[number]!, Math.round((totals[number]! * percent) / 100));
    if (amount === 0) continue;
    open[number]! -= amount;
    if (!back) came.set(i, amount);
    const said = { remittance: `Factuur ${number}`, endToEndId: `E${i}`, bankReference: `${i}${back ? 'R' : ''}` };
    lines.push(bankLine(day(date), amount, { ...said, returnReason: back ? 'AM04' : null }));
  }
  return lines;
}

function openOn(lines: readonly BankTransaction[], number: string, until: IsoDate): number {
  const own = lines.filter(({ remittance, bookDate }) => remittance === `Factuur ${number}` && bookDate <= until);
  return totals[number]! - sumOf(own, ({ amount }) => amount);
}

/** A list that holds every payment up to a day: of everything that is open, or of some invoices with what is open of them. */
function listOn(lines: readonly BankTransaction[], until: IsoDate, only: readonly string[] | null = null): string {
  const rows = numbers.flatMap((number) => {
    const open = openOn(lines, number, until);
    const isNamed = only ? only.includes(number) : open > 0;
    return !isNamed
      ? []
      : [`1;J. Kok;${number};01-10-2026;31-10-2026;${formatAmount(totals[number]!)};${formatAmount(open)}`];
  });
  // Another debtor, so that a list is never empty.
  return [
    'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
    ...rows,
    '2;Bos;G1;01-10-2026;;10,00;10,00',
  ].join('\n');
}

function tried(books: Books, command: Command): boolean {
  try {
    applyChanges(books, runCommand(books, command, moment));
    return true;
  } catch {
    return false;
  }
}

/** The user says of every line that waits which invoice it is, as far as there is room for it. */
function review(books: Books): void {
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const line of linesIn(books, 'review')) {
      const itemId = itemOf(books, '1', line.remittance!.replace('Factuur ', '')).id;
      const parts = [{ debtorId: 1, itemId, amount: line.amount, discount: 0 }];
      if (tried(books, { type: 'match-line', lineId: line.id, parts, creditTo: null, settle: [] })) isDone = false;
    }
  }
}

/** Up to which day lists hold what the bank brings of an invoice. */
function heldUntil(books: Books, steps: readonly Step[], remittance: string): IsoDate {
  const some = steps.flatMap((one) =>
    one.do === 'list' && one.only?.some((number) => remittance === `Factuur ${number}`) ? [day(one.until)] : [],
  );
  return [listedUntil(books) ?? '', ...some].sort().at(-1)!;
}

/** Balance of the debtor, or of its items of one kind. */
function openItems(books: Books, kind?: ItemKind): number {
  const ledger = books.ledgers.get(1) ?? {};
  const allocated = allocatedPerItem(ledger);
  return sumOf(Object.values(ledger.item ?? {}), (item) =>
    kind && item.kind !== kind ? 0 : openBalance(item, allocated),
  );
}

/** Every line is its payments, every payment its allocations and the credit it left, and account 1300 is explained. */
function expectToAddUp(books: Books): void {
  for (const line of linesIn(books, 'matched')) {
    const payments = line.taken.map(({ debtorId, paymentId }) => books.ledgers.get(debtorId)?.payment?.[paymentId]);
    expect(sumOf(payments, (payment) => payment?.amount ?? 0)).toBe(line.amount);
  }
  for (const { payment = {}, allocation = {}, item = {} } of books.ledgers.values()) {
    for (const own of Object.values(payment)) {
      const laid = Object.values(allocation).filter(({ paymentId, kind }) => paymentId === own.id && !kind);
      const receipt = own.receiptId === undefined ? undefined : item[own.receiptId];
      expect(sumOf(laid, ({ amount }) => amount) - (receipt?.total ?? 0)).toBe(own.amount);
    }
  }
  for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  expect(reconcile(books, null)?.unexplained).toBe(0);
}

async function take(books: Books, lines: readonly BankTransaction[], one: Step): Promise<void> {
  if (one.do === 'list') {
    const until = day(one.until);
    const choices = { asOf: until, bankUntil: until, full: one.only === null };
    await importText(books, listOn(lines, until, one.only), today, choices);
  } else if (one.do === 'bank') {
    const those = lines.filter(({ bookDate }) => bookDate >= day(one.from) && bookDate <= day(one.from + one.days));
    const format = one.csv ? 'bankcsv' : 'mt940';
    const before = standing(books);
    const { record, changes } = importBank(books, [bankFile(those, { format })], today);
    if (changes.length > 0) undoAndAgain(books, record.id, before);
    review(books);
  } else if (one.do === 'unmatch') {
    const matched = linesIn(books, 'matched');
    const line = matched[one.pick % Math.max(1, matched.length)];
    if (line) tried(books, { type: 'unmatch-line', lineId: line.id });
    review(books);
  } else undoneCommand(books, one.pick);
}

/** Taking an import back gives the books as they were; laid again they are as they became. */
function undoAndAgain(books: Books, importId: string, before: object): void {
  const undone = undoImport(books, importId, moment);
  if (!undone.ok) throw new Error(undone.reason);
  const inverse = inverseOf(books, undone.changes);
  const after = standing(books);
  applyChanges(books, undone.changes);
  expect(standing(books)).toEqual(before);
  applyChanges(books, inverse);
  expect(standing(books)).toEqual(after);
}

function undoneCommand(books: Books, pick: number): void {
  const matched = linesIn(books, 'matched');
  const line = matched[pick % Math.max(1, matched.length)];
  if (!line) return;
  const before = standing(books);
  let changes: ReturnType<typeof runCommand> = [];
  try {
    changes = runCommand(books, { type: 'unmatch-line', lineId: line.id }, moment);
  } catch {
    return;
  }
  const inverse = inverseOf(books, changes);
  applyChanges(books, changes);
  applyChanges(books, undoLines(books, inverse, moment));
  expect(standing(books)).toEqual(before);
}

describe('lists, bank files, matching and taking back in any order', () => {
  it('never lose or double a cent (criteria A3, A7, B1)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(paid, { minLength: 1, maxLength: 5 }),
        fc.array(step, { maxLength: 8 }),
        async (payments, steps) => {
          const lines = linesOf(payments);
          const books = freshBooks();
          await importText(books, listOn([], day(1)), today, { asOf: day(1), bankUntil: day(1) });
          for (const one of steps) {
            await take(books, lines, one);
            expectToAddUp(books);
          }
          await take(books, lines, { do: 'bank', from: 1, days: 60, csv: false });
          expectToAddUp(books);
          const waiting = linesIn(books, 'review');
          const counted = waiting.filter(({ date, remittance }) => date > heldUntil(books, steps, remittance!));
          const open = openItems(books) - sumOf(counted, ({ amount }) => amount);
          expect(open).toBe(sumOf(numbers, (number) => openOn(lines, number, day(60))));
          // What came in out of order can leave no room on its item; without such lines every item is what it is in truth.
          if (waiting.length > 0 || openItems(books, 'receipt') !== 0) return;
          for (const number of numbers) {
            expect([number, openOf(books, '1', number)]).toEqual([number, openOn(lines, number, day(60))]);
          }
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    );
  }, 1_200_000);
});
