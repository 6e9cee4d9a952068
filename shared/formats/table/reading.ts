import type { IsoDate } from '#shared/dates/civil.ts';
import type { Address, DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import type { ControlTotals, RememberedMapping } from '#shared/domain/imports.ts';
import type { Discount, ItemKind } from '#shared/domain/item.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { WorkbookFormat } from '../file-format.ts';
import type { CellTexts } from './cell-texts.ts';
import type { ProfileId, TableField, TableKind, TableProblem, UnclearSign } from './fields.ts';

/** A cell as read: text, or a number where the workbook holds one. Dates of a workbook are `YYYY-MM-DD` texts; empty is ''. */
export type Cell = string | number;
export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  /** Signs of other currencies than the euro that formats show beside numbers, which do not say so themselves. */
  readonly signs: CellTexts;
  /** Numbers as formats show them with texts around: `F0042`. */
  readonly shown: CellTexts;
}

/** A workbook of any format, as values. */
export interface ReadWorkbook {
  readonly sheets: readonly Sheet[];
  /** Rows a filter or a user hid; they are read all the same. */
  readonly hiddenRows: number;
  /** Formulas without the result a spreadsheet keeps beside them: their cells are empty. */
  readonly unsavedFormulas: number;
}

export type DecimalMark = 'comma' | 'point';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a table says of an item beyond its amounts and dates; only what a column states is present. */
export interface ItemDetails {
  readonly termDays?: number;
  readonly termAgreed?: boolean;
  readonly directDebit?: boolean;
  readonly description?: string;
  readonly yourReference?: string;
  /** Betalingskenmerk, RF, OGM or free text to pay with. */
  readonly paymentReference?: string;
  readonly vatCents?: Cents;
  readonly vatCode?: string;
  readonly paymentLink?: string;
  /** Level reached outside Voldaan, and when (criterion A10). */
  readonly outsideLevel?: number;
  readonly outsideDate?: IsoDate;
  /** Invoice a credit note names as the one it is for. */
  readonly creditFor?: string;
  /** What may be kept back when it is paid in time; worked out in cents and to a date (criterion A8). */
  readonly discount?: Discount;
}

/** One open item of a list. Amounts are signed cents: credit notes and receipts are negative. */
export interface ParsedItem {
  /** 1-based row in the file. */
  readonly row: number;
  /** Place in {@link TableReading.debtors}. */
  readonly debtor: number;
  readonly debtorCode: string;
  readonly debtorName: string;
  /** As printed; empty for a receipt without a number. */
  readonly number: string;
  readonly kind: ItemKind;
  readonly date: IsoDate | null;
  /** Stated by the list; a term is never applied here. */
  readonly dueDate: IsoDate | null;
  readonly total: Cents;
  readonly open: Cents;
  readonly currency: Currency;
  readonly details: ItemDetails;
}

/** What a table says of a debtor; null = no column, or empty in every row. */
export interface ParsedDebtor {
  readonly code: string;
  readonly name: string;
  readonly kind: DebtorKind | null;
  readonly legalForm: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: Address['country'] | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly language: LetterLanguage | null;
  readonly iban: string | null;
  readonly kvk: string | null;
  readonly vatId: string | null;
  /** Stated of the debtor itself, by a list of debtors; lists of items state these per item. */
  readonly termDays?: number;
  readonly termAgreed?: boolean;
  readonly directDebit?: boolean;
  /** More than nothing: a limit of 0 is how packages say there is none. */
  readonly creditLimit?: Cents;
}

/** Balances per debtor that a table states without items: what {@link ControlTotals} holds of it. */
export interface ControlReading {
  /** Σ of the rows in euros. */
  readonly total: Cents;
  readonly debtors: ControlTotals['debtors'];
}

/** What the lines above a table say of whose administration it is, as written. */
export interface TitleMarks {
  /** The administration it names as such; null when it names none. */
  readonly stated: string | null;
  /** What may be its name. */
  readonly names: readonly string[];
  readonly kvk: readonly string[];
  readonly vatIds: readonly string[];
}

/** A sheet of a workbook and what it looks like. */
export interface SheetLook {
  readonly name: string;
  readonly hidden: boolean;
  /** Null: no table. */
  readonly looksLike: TableKind | 'bank' | null;
  readonly rows: number;
}

/** How a column was understood. `why` is a key under `table.why` in the catalogue; empty when the column is not used. */
export interface ReadColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: TableField | null;
  readonly why: '' | 'heading' | 'profile' | 'content' | 'position' | 'remembered' | 'chosen';
  readonly samples: readonly string[];
}

export interface SkippedRow {
  readonly row: number;
  readonly column: string | null;
  /** Key under `table.skipped` in the catalogue. */
  readonly reason: string;
}

/**
 * Everything read from a table. With a `refusal` nothing may be imported; the rest is then as far as reading came. Only a
 * `kind` of `list` or `invoices` has items; `debtors` and `control` are no refusal, and warn of what they are.
 */
export interface TableReading {
  readonly fileName: string;
  readonly format: 'csv' | WorkbookFormat | 'unknown';
  readonly encoding: string;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Of every sheet of a workbook, in order. */
  readonly looks: readonly SheetLook[];
  readonly kind: TableKind;
  /** The package whose headings these are; null when they are of none. */
  readonly profile: ProfileId | null;
  /** False when it cannot be taken to name everything that is open; absent when it may. */
  readonly full?: boolean;
  /** Balances per debtor at `asOf`, of a table of `kind` control and of a list of debtors that has them. */
  readonly control?: ControlReading;
  readonly refusal: TableProblem | null;
  readonly headerRow: number;
  readonly titleMarks: TitleMarks;
  readonly columns: readonly ReadColumn[];
  /** Identifies this layout; mappings are remembered under it. */
  readonly fingerprint: string;
  readonly remembered: boolean;
  readonly decimals: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  /** A sign beside amounts that may be of several currencies; null when there is none. */
  readonly unclearSign: UnclearSign | null;
  readonly asOf: IsoDate | null;
  /** Total the list itself states. */
  readonly declaredTotal: Cents | null;
  readonly rows: number;
  readonly items: readonly ParsedItem[];
  readonly debtors: readonly ParsedDebtor[];
  /** Items the list names with nothing open any more. */
  readonly settled: readonly { readonly row: number; readonly debtor: number; readonly number: string }[];
  /** Items named in rows that could not be read: not imported, and not taken for gone either. */
  readonly unread: readonly { readonly debtor: number; readonly number: string }[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly TableProblem[];
}

export interface TableInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly choices?: ImportChoices;
  /** Finds what the user chose before for a layout. */
  readonly remembered?: (fingerprint: string) => RememberedMapping | undefined;
}
