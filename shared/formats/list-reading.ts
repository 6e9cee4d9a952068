import type { IsoDate } from '#shared/dates/civil.ts';
import type { TableField } from './table/fields.ts';
import type { ParsedDebtor, ParsedItem } from './table/reading.ts';

/** Open items as read from a table or an auditfile: what comparing them with the books needs. */
export interface ListReading {
  readonly asOf: IsoDate | null;
  /** Whether it names everything that is open, so that what it lacks is paid; absent when it does not say. */
  readonly full?: boolean;
  /** What the list states of its items: a table by its columns, another format by what it always holds. */
  readonly columns: readonly { readonly field: TableField | null }[];
  readonly items: readonly ParsedItem[];
  readonly debtors: readonly ParsedDebtor[];
  /** Items the list names with nothing open any more. */
  readonly settled: readonly { readonly row: number; readonly debtor: number; readonly number: string }[];
  /** Items named in rows that could not be read: not imported, and not taken for gone either. */
  readonly unread: readonly { readonly debtor: number; readonly number: string }[];
}
