import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, standing } from '#test/unit/bank-books.ts';
import { freshBooks, importText, openOf } from '#test/unit/import-books.ts';
import fc from './draws.ts';

/** Four invoices of two debtors, and what the bank received for them, in days of November. */
interface World {
  readonly totals: readonly number[];
  readonly payments: readonly { readonly day: number; readonly invoice: number; readonly amount: number }[];
}
type Step = { readonly list: number } | { readonly bank: number };

const invoices = [0, 1, 2, 3];
const numberOf = (invoice: number) => `2026-01${invoice + 10}`;
const codeOf = (invoice: number) => (invoice < 2 ? '1001' : '1002');
const nameOf = (invoice: number) => (invoice < 2 ? 'Kok Bakkerij B.V.' : 'Smederij Bos');
const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}`;

/** Payments are parts of what is left, on days 2 to 9; a part of everything now and then. */
const world: fc.Arbitrary<World> = fc
  .record({
    totals: fc.array(fc.integer({ min: 30_000, max: 90_000 }), { minLength: 4, maxLength: 4 }),
    parts: fc.array(
      fc.record({
        day: fc.integer({ min: 2, max: 9 }),
        invoice: fc.constantFrom(...invoices),
        part: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 7 },
    ),
  })
  .map(({ totals, parts }) => {
    const left = [...totals];
    const payments = parts
      .toSorted((a, b) => a.day - b.day)
      .flatMap(({ day, invoice, part }) => {
        const amount = part === 4 ? left[invoice]! : Math.floor((left[invoice]! * part) / 5);
        left[invoice]! -= amount;
        return amount > 0 ? [{ day, invoice, amount }] : [];
      });
    return { totals, payments };
  });

const steps: fc.Arbitrary<readonly Step[]> = fc.shuffledSubarray(
  [...[3, 5, 8].map((list): Step => ({ list })), ...[2, 3, 4, 5, 6, 7, 8, 9].map((bank): Step => ({ bank }))],
  { minLength: 3 },
);

/** What the bookkeeping has open of an invoice when payments up to a day are worked in. */
function openAt({ totals, payments }: World, invoice: number, day: number): number {
  const paid = payments.filter((one) => one.invoice === invoice && one.day <= day);
  return totals[invoice]! - paid.reduce((sum, { amount }) => sum + amount, 0);
}

function listText(of: World, day: number): string {
  const rows = invoices.flatMap((invoice) => {
    const open = openAt(of, invoice, day);
    const total = formatAmount(of.totals[invoice]!);
    return open === 0
      ? []
      : [
          `${codeOf(invoice)};${nameOf(invoice)};${numberOf(invoice)};01-10-2026;31-10-2026;${total};${formatAmount(open)}`,
        ];
  });
  // One more debtor, so that a list never has nothing at all.
  return [
    'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
    '1003;Altijd Open;2026-0900;01-10-2026;31-10-2026;5,00;5,00',
    ...rows,
  ].join('\n');
}

interface Taken {
  /** Null when it changed nothing. */
  readonly id: string | null;
  /** References of the lines that were accepted: `R` and the place of the payment. */
  readonly accepted: readonly string[];
}

/** Imports a list or the bank file of a day; every step on a day of its own. */
async function take(books: Books, of: World, step: Step, at: number): Promise<Taken> {
  const today = dayOf(11 + at);
  if ('list' in step) {
    const { record, changes } = await importText(books, listText(of, step.list), today, { asOf: dayOf(step.list) });
    return { id: changes.length > 0 ? record.id : null, accepted: [] };
  }
  const lines = of.payments.flatMap(({ day, invoice, amount }, place) =>
    day === step.bank
      ? [
          bankLine(dayOf(day), amount, {
            counterpartyName: nameOf(invoice),
            counterpartyIban: invoice < 2 ? 'NL20INGB0001234567' : 'NL91ABNA0417164300',
            remittance: `factuur ${numberOf(invoice)}`,
            bankReference: `R${place}`,
          }),
        ]
      : [],
  );
  const file = bankFile(lines, { openingDate: dayOf(step.bank), closingDate: dayOf(step.bank) });
  const { record, changes, diff } = importBank(books, [file], today);
  const accepted = diff.lines.flatMap(({ sort, line }) => (sort === 'matched' ? [line.bankReference ?? ''] : []));
  return { id: changes.length > 0 ? record.id : null, accepted };
}

/** Σ allocated to an invoice, as its history tells it. */
function allocatedTo(books: Books, invoice: number): number {
  for (const ledger of books.ledgers.values()) {
    if (!ledger.item?.[numberOf(invoice)]) continue;
    const own = Object.values(ledger.allocation ?? {}).filter(({ itemId }) => itemId === numberOf(invoice));
    return own.reduce((sum, { amount }) => sum + amount, 0);
  }
  return 0;
}

describe('lists and bank files of one bookkeeping, in any order (A3)', () => {
  it('open is what the last list says less what the bank received after it; each payment is known once', async () => {
    await fc.assert(
      fc.asyncProperty(world, steps, async (of, order) => {
        const books = freshBooks();
        const accepted = new Set<string>();
        for (const [at, step] of [{ list: 1 }, ...order].entries()) {
          for (const reference of (await take(books, of, step, at)).accepted) accepted.add(reference);
        }
        const last = Math.max(1, ...order.flatMap((step) => ('list' in step ? [step.list] : [])));
        for (const invoice of invoices) {
          const since = of.payments.filter(
            (one, place) => one.invoice === invoice && one.day > last && accepted.has(`R${place}`),
          );
          const expected = openAt(of, invoice, last) - since.reduce((sum, { amount }) => sum + amount, 0);
          expect(openOf(books, codeOf(invoice), numberOf(invoice))).toBe(expected);
          const paid = of.totals[invoice]! - expected;
          if (openAt(of, invoice, last) > 0) expect(allocatedTo(books, invoice)).toBe(paid);
          else expect(allocatedTo(books, invoice)).toBeLessThanOrEqual(paid);
        }
        for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('again changes nothing; the last is taken back to exactly what was', async () => {
    await fc.assert(
      fc.asyncProperty(world, steps, async (of, order) => {
        const books = freshBooks();
        const all = [{ list: 1 }, ...order];
        for (const [at, step] of all.slice(0, -1).entries()) await take(books, of, step, at);
        const before = standing(books);
        const { id } = await take(books, of, all.at(-1)!, all.length - 1);
        const then = standing(books);
        expect((await take(books, of, all.at(-1)!, all.length - 1)).id).toBeNull();
        expect(standing(books)).toEqual(then);
        if (id === null) return;
        const undone = undoImport(books, id, { today: '2026-11-30', at: '2026-11-30' });
        if (!undone.ok) throw new Error(undone.reason);
        applyChanges(books, undone.changes);
        expect(standing(books)).toEqual(before);
      }),
      { numRuns: 80 },
    );
  });
});
