import type { IsoDate } from '#shared/dates/civil.ts';
import type { ImportKind } from '#shared/domain/imports.ts';
import type { TableField } from './table/fields.ts';
import type { ControlReading, ParsedDebtor, ParsedItem, SkippedRow, TableReading } from './table/reading.ts';

/** A day a list is taken to be of: called in the name of its file, or the day the file was last changed. */
export interface AssumedDay {
  readonly from: 'name' | 'modified';
  readonly day: IsoDate;
}

/** What a file says of the receivables, whatever its format: what comparing it with the books needs. A table's reading is one. */
export interface ListReading {
  readonly fileName: string;
  /** As the record of the import keeps it: `csv`, `xlsx`, `xaf`, `ubl`. */
  readonly format: string;
  /** Absent = a list of open items. `debtors` and `control` have no items. */
  readonly kind?: Exclude<ImportKind, 'bank'>;
  /** Set when nothing of it may be imported. */
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null;
  readonly asOf: IsoDate | null;
  /** Days it may be of when it names none, the likeliest first: those after today are passed over. */
  readonly asOfAssumed?: readonly AssumedDay[];
  /** Whether it names everything that is open, so that what it lacks is paid; absent when it does not say. */
  readonly full?: boolean;
  /**
   * Single invoices: amounts as they were made out, so without any payment since, and nothing about other items. Absent = the
   * balances of a bookkeeping.
   */
  readonly asInvoiced?: boolean;
  /** What the list states of its items: a table by its columns, another format by what it always holds. */
  readonly columns: readonly { readonly field: TableField | null }[];
  readonly items: readonly ParsedItem[];
  readonly debtors: readonly ParsedDebtor[];
  /** Items the list names with nothing open any more. */
  readonly settled: readonly { readonly row: number; readonly debtor: number; readonly number: string }[];
  /** Items named in rows that could not be read: not imported, and not taken for gone either. */
  readonly unread: readonly { readonly debtor: number; readonly number: string }[];
  readonly skipped: readonly SkippedRow[];
  /** Totals at `asOf`: all there is of kind `control`. */
  readonly control?: ControlReading;
}

/** The reading as that of a table, with its layout; null when it is of another format. */
export function tableOf(reading: ListReading | TableReading): TableReading | null {
  return 'fingerprint' in reading ? reading : null;
}
