import { describe, expect, it } from 'vitest';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { freshBooks, importText } from '#test/unit/import-books.ts';
import fc from './draws.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';

interface Line {
  readonly debtor: number;
  readonly number: number;
  readonly total: number;
  readonly part: number;
}

/** Few numbers and debtors, so that doubles, receipts without a number and debtors that vanish all occur. */
const line: fc.Arbitrary<Line> = fc.record({
  debtor: fc.integer({ min: 1, max: 3 }),
  number: fc.integer({ min: 0, max: 5 }),
  total: fc.integer({ min: 100, max: 900 }),
  part: fc.integer({ min: 1, max: 4 }),
});
const list = fc.array(line, { minLength: 1, maxLength: 10 });

function textOf(lines: readonly Line[]): string {
  const rows = lines.map(({ debtor, number, total, part }) => {
    const sign = number === 0 ? -1 : 1;
    const open = sign * Math.max(1, Math.floor(total / part));
    const named = number === 0 ? '' : `F${number}`;
    return `${debtor};Debiteur ${debtor};${named};0${(number % 8) + 1}-10-2026;;${formatAmount(sign * total)};${formatAmount(open)}`;
  });
  return [head, ...rows].join('\n');
}

/** Open balance of the whole administration, and of the list that says so. */
function openIn(books: Books): number {
  let sum = 0;
  for (const ledger of books.ledgers.values()) {
    const allocated = allocatedPerItem(ledger);
    for (const item of Object.values(ledger.item ?? {})) sum += openBalance(item, allocated);
  }
  return sum;
}

/** Everything but events, the record of the import and what takes it back. */
function standing(books: Books): object {
  return [...books.ledgers].map(([id, ledger]) => [
    id,
    Object.entries(ledger).filter(([, lines]) => Object.keys(lines).length > 0),
  ]);
}

describe('any two lists', () => {
  it('the books always say what the last full list says; again is nothing; undo is exact', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, async (first, second) => {
        const books = freshBooks();
        await importText(books, textOf(first), '2026-11-10', { asOf: '2026-11-10' });
        const again = await importText(books, textOf(first), '2026-11-11', { asOf: '2026-11-10' });
        expect(again.changes).toEqual([]);
        const before = structuredClone(standing(books));
        const { record } = await importText(books, textOf(second), '2026-11-20', { asOf: '2026-11-20' });
        expect(openIn(books)).toBe(record.totalOpen);
        const undone = undoImport(books, record.id, { today: '2026-11-21', at: '2026-11-21T10:00:00' });
        if (!undone.ok) throw new Error(undone.reason);
        applyChanges(books, undone.changes);
        expect(standing(books)).toEqual(before);
        for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});
