import { type ListReading, tableOf } from '../../formats/list-reading.ts';
import { columnKeys } from '../../formats/table/columns.ts';
import { readHeading } from '../../formats/table/headings.ts';
import { isRecordRow } from '../../formats/table/problems.ts';
import type { TableReading } from '../../formats/table/reading.ts';
import { sumOf } from '../../money/cents.ts';
import type { Books } from '../books.ts';
import type { Moment } from '../changes.ts';
import type { EventData } from '../event.ts';
import { type ImportRecord, type RememberedMapping, type SourceFile, sourcesOf } from '../imports.ts';
import { judgeTouched } from '../promise-outcome.ts';
import { allSteps, type Steps } from '../steps.ts';
import { countsOf, elsewhereOf, totalOpenOf } from './counts.ts';
import type { ImportDiff } from './diff.ts';
import { ListWriter, type StoredCopy } from './list-writer.ts';
import type { ImportChoices } from './preview.ts';
import type { ImportOutcome } from './writer.ts';

/** Where what is imported came from, besides what it says itself. */
export interface ImportSource {
  /** Of the file; of several, of their hashes together. */
  readonly sha256: string;
  readonly choices: ImportChoices;
  /** The archived originals; absent = none was kept. */
  readonly stored?: readonly SourceFile[];
  /** The drop it is confirmed with; absent = alone. */
  readonly group?: string;
  /** Copies of its invoices that were stored. */
  readonly copies?: readonly StoredCopy[];
}

/**
 * Writes a compared list as one commit: debtors, items, partial payments, copies, totals, tasks, one event per fact and touched
 * debtor, one in the administration's chain, what takes it back, and the mapping the user chose. The same file with the same
 * dates as an import that stands changes nothing: `changes` is then empty. Refuses a reading that has a refusal.
 */
export function importChanges(
  books: Books,
  reading: ListReading,
  diff: ImportDiff,
  source: ImportSource,
  moment: Moment,
): ImportOutcome {
  return allSteps(importChangeSteps(books, reading, diff, source, moment));
}

/** {@link importChanges} in steps, each told as the number of items of the list. */
export function* importChangeSteps(
  books: Books,
  reading: ListReading,
  diff: ImportDiff,
  source: ImportSource,
  moment: Moment,
): Steps<ImportOutcome> {
  if (reading.refusal) throw new Error(`a refused file cannot be imported: ${reading.refusal.code}`);
  const writer = new ListWriter(books, diff, moment);
  const record = recordOf(reading, diff, source, moment);
  const stands = standsAlready(books, record);
  const all = reading.items.length;
  for (const debtor of diff.debtors) {
    writer.debtor(debtor);
    yield all;
  }
  for (const line of diff.linesListed) writer.record('bankLine', line.id, null);
  for (const copy of source.copies ?? []) writer.copy(copy);
  if (reading.control && !stands) writer.control(reading.fileName, reading.control);
  judgeTouched(books, writer.set.changes, writer.outcomes(), moment.today);
  const mapping = chosenMapping(tableOf(reading), source.choices);
  if (mapping) writer.set.record('mapping', mapping.fingerprint, mapping);
  if (writer.undo.length > 0 || !stands) writer.close(record, countsTold(record));
  return { changes: writer.set.changes, record };
}

/** What the event of a list says of it. */
function countsTold(record: ImportRecord): EventData {
  const { full, debtorsNew, debtorsChanged, itemsNew, itemsChanged, itemsGone, rowsSkipped, totalOpen } = record;
  return { full, debtorsNew, debtorsChanged, itemsNew, itemsChanged, itemsGone, rowsSkipped, totalOpen };
}

function recordOf(
  reading: ListReading,
  diff: ImportDiff,
  { sha256, stored = [], group }: ImportSource,
  moment: Moment,
): ImportRecord {
  const { asOf, bankUntil, full } = diff.dates;
  const { itemsSame: _, ...counts } = countsOf(diff);
  const left = new Set(diff.left);
  const elsewhere = elsewhereOf(reading.items.filter((item) => !left.has(item)));
  return {
    id: diff.importId,
    fileName: reading.fileName,
    sha256,
    ...sourcesOf(reading.fileName, stored),
    format: reading.format,
    ...kindOf(reading),
    ...(group === undefined ? {} : { group }),
    asOf,
    bankUntil,
    full,
    at: moment.at,
    ...counts,
    rowsSkipped: reading.skipped.filter(isRecordRow).length + diff.left.length,
    totalOpen: totalOpenOf(reading) - sumOf(diff.left, (item) => item.open),
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
    undone: false,
  };
}

/** A table of invoices that says what is open of each is as good as a list. */
function kindOf({ kind, asInvoiced }: ListReading): Pick<ImportRecord, 'kind'> {
  if (asInvoiced) return { kind: 'invoices' };
  return kind === 'debtors' || kind === 'control' ? { kind } : {};
}

/** Whether an import of these very bytes under these dates stands. */
function standsAlready(books: Books, { sha256, asOf, bankUntil, full }: ImportRecord): boolean {
  return [...books.records.import.values()].some(
    (known) =>
      !known.undone &&
      known.sha256 === sha256 &&
      known.asOf === asOf &&
      known.bankUntil === bankUntil &&
      known.full === full,
  );
}

/** What the user decided about this layout, to be taken next time; null when nothing was decided by hand. */
function chosenMapping(reading: TableReading | null, choices: ImportChoices): RememberedMapping | null {
  if (reading === null) return null;
  const { columns: chosen, decimals, dateOrder, signCurrency, profile, tableKind } = choices;
  const isChosen = chosen || decimals || dateOrder || signCurrency || tableKind;
  if (!isChosen && profile === undefined) return null;
  const keys = columnKeys(reading.columns.map(({ heading }) => readHeading(heading)));
  const columns: Record<string, string> = {};
  reading.columns.forEach(({ field }, i) => {
    if (field !== null) columns[keys[i]!] = field;
  });
  return {
    fingerprint: reading.fingerprint,
    columns,
    decimals: decimals ?? null,
    dateOrder: dateOrder ?? null,
    ...(signCurrency && { signCurrency }),
    ...(tableKind && { tableKind }),
  };
}
