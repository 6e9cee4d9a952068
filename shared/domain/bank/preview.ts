import { type Books, debtorIn } from '../books.ts';
import type { BankPreview } from '../drop/drop.ts';
import type { BankDiff } from './diff.ts';
import type { LineDiff } from './matching.ts';

/** Lines of each sort a preview shows; the rest is counted. */
const examplesPerSort = 5;

/** What the screen shows of bank files before they come in (criteria A7, A8). */
export function bankPreviewOf(books: Books, diff: BankDiff, bank: string | null): BankPreview {
  const left = { matched: examplesPerSort, review: examplesPerSort, return: examplesPerSort };
  const examples: BankPreview['examples'][number][] = [];
  for (const line of [...diff.lines, ...diff.found].sort((a, b) => Math.abs(b.line.amount) - Math.abs(a.line.amount))) {
    const sort = line.isReturn && line.sort === 'matched' ? 'return' : line.sort;
    if (left[sort]-- > 0) examples.push(exampleOf(books, diff, line, sort));
  }
  return {
    ...diff.counts,
    bank,
    from: diff.from,
    until: diff.until,
    statementRows: diff.statements.map(({ record, lines }) => ({
      account: record.account,
      number: record.number,
      from: record.openingDate,
      until: record.closingDate,
      opening: record.opening,
      closing: record.closing,
      lines,
      reconciles: record.reconciles,
    })),
    examples,
  };
}

function exampleOf(
  books: Books,
  { overlay }: BankDiff,
  { line, candidate }: LineDiff,
  sort: BankPreview['examples'][number]['sort'],
): BankPreview['examples'][number] {
  const numbers = (candidate?.parts ?? []).map(({ debtorId, itemId }) => {
    const item = overlay.ledger(debtorId)?.item?.[itemId] ?? books.ledgers.get(debtorId)?.item?.[itemId];
    return item?.number || itemId;
  });
  return {
    sort,
    date: line.date,
    amount: line.amount,
    counterparty: line.counterparty,
    debtor: candidate ? (debtorIn(overlay.ledger(candidate.debtorId))?.name ?? null) : null,
    numbers,
    reason: line.returnReason,
  };
}
