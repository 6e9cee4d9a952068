import type { Books } from '../books.ts';
import type { Moment } from '../changes.ts';
import { type ImportOutcome, ImportWriter } from '../import/writer.ts';
import type { ImportRecord } from '../imports.ts';
import type { OverlaidLine } from '../ledger-overlay.ts';
import type { BankDiff } from './diff.ts';

/** The bank file as it is known in the record of its import. */
export interface BankSource {
  readonly sha256: string;
  readonly fileName: string;
  readonly format: string;
  /** File id of the archived original; absent = not kept. */
  readonly stored?: string | undefined;
  /** Imports confirmed together. */
  readonly group?: string | undefined;
}

/**
 * Writes compared bank files as one commit: statements with what tells their lines apart, lines that are debtors' or have to be
 * looked at, payments with their allocations, credits, learned accounts, one event per payment, and what takes it back. Empty
 * when every line is known and the statements go no further than those before.
 */
export function bankChanges(books: Books, diff: BankDiff, source: BankSource, moment: Moment): ImportOutcome {
  const writer = new ImportWriter(books, moment);
  const lines = diff.overlay.lines();
  const record = recordOf(books, diff, lines, source, moment);
  if (bringsNothing(books, diff, record)) return { changes: [], record };
  diff.statements.forEach(({ record: statement, lines: count }, place) => {
    if (count > 0 && statement.fingerprints.length === 0) return;
    const id = `${diff.importId}-${place + 1}`;
    writer.record('statement', id, { ...statement, id, importId: diff.importId });
  });
  for (const { line } of diff.lines) writer.record('bankLine', line.id, line);
  for (const { debtorId, table, lineId, line } of lines) writer.put(debtorId, table, lineId, line);
  for (const { chain, type, data } of diff.overlay.events) writer.set.event(chain, type, data);
  const { accounts, ...counts } = diff.counts;
  writer.close(record, { kind: 'bank', accounts, ...counts });
  return { changes: writer.set.changes, record };
}

/** Whether everything is known and no bank date moves on. */
function bringsNothing(books: Books, { counts }: BankDiff, record: ImportRecord): boolean {
  if (counts.linesKnown < counts.lines) return false;
  return [...books.records.import.values()].some(
    ({ undone, kind, bankUntil }) => !undone && kind === 'bank' && bankUntil >= record.bankUntil,
  );
}

function recordOf(
  books: Books,
  diff: BankDiff,
  lines: readonly OverlaidLine[],
  { sha256, fileName, format, stored, group }: BankSource,
  moment: Moment,
): ImportRecord {
  const last = diff.until === null || diff.until > moment.today ? moment.today : diff.until;
  const items = lines.filter(({ table }) => table === 'item');
  const paid = new Set(
    lines.flatMap(({ debtorId, table, line }) =>
      table === 'allocation' && line !== null && 'itemId' in line ? [`${debtorId} ${line.itemId}`] : [],
    ),
  );
  return {
    id: diff.importId,
    fileName,
    sha256,
    ...(stored === undefined ? {} : { source: stored }),
    format,
    kind: 'bank',
    ...(group === undefined ? {} : { group }),
    bank: diff.counts,
    asOf: last,
    bankUntil: last,
    full: false,
    at: moment.at,
    debtorsNew: 0,
    debtorsChanged: 0,
    itemsNew: items.filter(({ debtorId, lineId }) => !books.ledgers.get(debtorId)?.item?.[lineId]).length,
    itemsChanged: paid.size,
    itemsGone: 0,
    rowsSkipped: 0,
    totalOpen: 0,
    undone: false,
  };
}
