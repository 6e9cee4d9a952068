import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { sumOf } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from '../unit/bank-books.ts';
import { debtorByCode, freshBooks, importText } from '../unit/import-books.ts';
import fc from './draws.ts';

const today = '2026-11-28';
const moment = { today, at: `${today}T12:00:00` };
const list = [
  'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
  '1001;Kok;F26001;01-10-2026;31-10-2026;900.000,00;900.000,00',
].join('\n');

/** A batch the bank booked, and what the file with one amount shows of it. */
interface Batch {
  readonly on: number;
  readonly amounts: readonly number[];
  readonly shows: 'reference' | 'count' | 'nothing';
}

const batch: fc.Arbitrary<Batch> = fc.record({
  on: fc.integer({ min: 18, max: 20 }),
  amounts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 4 }),
  shows: fc.constantFrom('reference' as const, 'count' as const, 'nothing' as const),
});

const dayOf = ({ on }: Batch): string => `2026-11-${on}`;
const totalOf = ({ amounts }: Batch): number => sumOf(amounts, (amount) => amount * 100);

function wholeOf(given: Batch, at: number): BankTransaction {
  const count = given.amounts.length;
  const remittance = given.shows === 'nothing' ? 'storting' : `TOTAAL ${count} VZ`;
  const bankReference = given.shows === 'reference' ? `REF${at}` : null;
  const nobody = { counterpartyName: null, counterpartyIban: null };
  return bankLine(dayOf(given), totalOf(given), { ...nobody, remittance, bankReference });
}

function partsOf(given: Batch, at: number): readonly BankTransaction[] {
  const mark = { role: 'part', entry: at + 1, count: given.amounts.length, references: [`REF${at}`] } as const;
  return given.amounts.map((amount, i) =>
    bankLine(dayOf(given), amount * 100, { endToEndId: `B${at}E${i}`, bankReference: `B${at}T${i}`, batch: mark }),
  );
}

function filesOf(batches: readonly Batch[]): Readonly<Record<'whole' | 'parts', ReadFile>> {
  return {
    whole: bankFile(batches.map(wholeOf), { format: 'bankcsv', fileName: 'totalen.csv' }),
    parts: bankFile(batches.flatMap(partsOf), { format: 'camt053', fileName: 'los.xml' }),
  };
}

async function withList(): Promise<Books> {
  const books = freshBooks();
  await importText(books, list, '2026-11-17', { asOf: '2026-11-17', bankUntil: '2026-11-17' });
  return books;
}

/** Every line that waits and is not suspected becomes credit. */
function matchAll(books: Books): void {
  const debtor = debtorByCode(books, '1001').id;
  for (const { id, twice } of linesIn(books, 'review')) {
    if (twice !== undefined) continue;
    const command = { type: 'match-line', lineId: id, parts: [], creditTo: debtor, settle: [] } as const;
    applyChanges(books, runCommand(books, command, moment));
  }
}

const counted = (books: Books): number =>
  sumOf([...linesIn(books, 'matched'), ...linesIn(books, 'review')], ({ twice, amount }) =>
    twice === undefined ? amount : 0,
  );

const orders = fc.array(fc.constantFrom('whole' as const, 'parts' as const, 'match' as const), {
  minLength: 2,
  maxLength: 6,
});

describe('batches booked in one amount and payment by payment (criterion A7)', () => {
  it('count once, whatever comes first, again, or is matched in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), orders, async (batches, order) => {
        const books = await withList();
        const files = filesOf(batches);
        for (const step of order) {
          if (step === 'match') matchAll(books);
          else importBank(books, [files[step]], today);
        }
        const came = order.some((step) => step !== 'match') ? sumOf(batches, totalOf) : 0;
        expect(counted(books)).toBeLessThanOrEqual(came);
        const isCertain = batches.every(({ shows }) => shows === 'reference');
        if (isCertain) expect(counted(books)).toBe(came);
      }),
      { numRuns: 150 },
    );
  });

  it('are as they were once the second file is undone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(batch, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        async (batches, isWholeFirst, isMatched) => {
          const books = await withList();
          const { whole, parts } = filesOf(batches);
          importBank(books, [isWholeFirst ? whole : parts], today);
          if (isMatched) matchAll(books);
          const before = standing(books);
          const { changes, record } = importBank(books, [isWholeFirst ? parts : whole], today);
          if (changes.length === 0) return;
          const undone = undoImport(books, record.id, moment);
          if (!undone.ok) throw new Error(undone.reason);
          applyChanges(books, undone.changes);
          expect(standing(books)).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });
});
