import type { Books } from '../books.ts';
import type { Moment } from '../changes.ts';
import { type ImportOutcome, ImportWriter } from '../import/writer.ts';
import { type ImportRecord, type SourceFile, sourcesOf } from '../imports.ts';
import { allSteps, type Steps } from '../steps.ts';
import type { BankDiff } from './diff.ts';
import type { StatementRecord } from './line.ts';

/** The bank file as it is known in the record of its import. */
export interface BankSource {
  readonly sha256: string;
  readonly fileName: string;
  readonly format: string;
  /** The archived originals; absent = none was kept. */
  readonly stored?: readonly SourceFile[];
  /** Imports confirmed together. */
  readonly group?: string | undefined;
}

/**
 * Writes compared bank files as one commit: statements with what tells their lines apart, lines that are debtors' or have to be
 * looked at, payments with their allocations, credits, learned accounts, one event per payment, and what takes it back. Empty
 * when every line is known and the statements go no further than those before.
 */
export function bankChanges(books: Books, diff: BankDiff, source: BankSource, moment: Moment): ImportOutcome {
  return allSteps(bankChangeSteps(books, diff, source, moment));
}

/** {@link bankChanges} in steps. */
export function* bankChangeSteps(
  books: Books,
  diff: BankDiff,
  source: BankSource,
  moment: Moment,
): Steps<ImportOutcome> {
  const writer = new ImportWriter(books, moment);
  const record = recordOf(books, diff, source, moment);
  if (bringsNothing(books, diff, record)) return { changes: [], record };
  for (const [place, { record: statement, lines: count }] of diff.statements.entries()) {
    if (count > 0 && statement.fingerprints.length === 0) continue;
    const id = `${diff.importId}-${place + 1}`;
    for (const part of statementRecords({ ...statement, id, importId: diff.importId })) {
      writer.record('statement', part.id, part);
    }
  }
  const { lines: all } = diff.counts;
  for (const { line } of [...diff.lines, ...diff.found]) {
    writer.record('bankLine', line.id, line);
    yield all;
  }
  for (const line of diff.twice) {
    writer.record('bankLine', line.id, line);
    const { date, amount, currency, state, twice } = line;
    if (state === 'set-aside' && twice === 'whole') {
      writer.set.event('administration', 'line-set-aside', { date, amount, currency });
    }
    yield all;
  }
  for (const { debtorId, table, lineId, line } of diff.written) {
    writer.put(debtorId, table, lineId, line);
    yield all;
  }
  for (const { chain, type, data } of diff.overlay.events) {
    writer.set.event(chain, type, data);
    yield all;
  }
  const { accounts, ...counts } = diff.counts;
  writer.close(record, { kind: 'bank', accounts, ...counts });
  return { changes: writer.set.changes, record };
}

/** Fingerprints in one record: some 200 kB, so that a change stays well under what one call to the host may hold. */
const fingerprintsPerRecord = 2000;

/** A statement over as many records as its fingerprints need: the others, `<id>~2` and on, hold no balances. */
function statementRecords(statement: StatementRecord): readonly StatementRecord[] {
  const { batches = [], ...plain } = statement;
  const { id, fingerprints } = plain;
  const some = (from: number): Pick<StatementRecord, 'fingerprints' | 'batches'> => {
    const upTo = from + fingerprintsPerRecord;
    const own = batches.slice(from, upTo);
    return { fingerprints: fingerprints.slice(from, upTo), ...(own.length === 0 ? {} : { batches: own }) };
  };
  const records: StatementRecord[] = [{ ...plain, ...some(0) }];
  for (let from = fingerprintsPerRecord; from < fingerprints.length; from += fingerprintsPerRecord) {
    const part = `${id}~${records.length + 1}`;
    records.push({ ...plain, id: part, opening: null, closing: null, reconciles: null, ...some(from) });
  }
  return records;
}

/** Whether everything is known and no bank date moves on. */
function bringsNothing(books: Books, { counts, twice }: BankDiff, record: ImportRecord): boolean {
  if (twice.length > 0 || counts.linesKnown < counts.lines) return false;
  return [...books.records.import.values()].some(
    ({ undone, kind, bankUntil }) => !undone && kind === 'bank' && bankUntil >= record.bankUntil,
  );
}

function recordOf(
  books: Books,
  diff: BankDiff,
  { sha256, fileName, format, stored = [], group }: BankSource,
  moment: Moment,
): ImportRecord {
  const last = diff.until === null || diff.until > moment.today ? moment.today : diff.until;
  const { written } = diff;
  const items = written.filter(({ table }) => table === 'item');
  const paid = new Set(
    written.flatMap(({ debtorId, table, line }) =>
      table === 'allocation' && line !== null && 'itemId' in line ? [`${debtorId} ${line.itemId}`] : [],
    ),
  );
  return {
    id: diff.importId,
    fileName,
    sha256,
    ...sourcesOf(fileName, stored),
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
