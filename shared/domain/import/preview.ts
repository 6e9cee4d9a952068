import type { IsoDate } from '../../dates/civil.ts';
import type { ProfileId, TableField, TableKind, TableProblem, UnclearSign } from '../../formats/table/fields.ts';
import type { Cents, Currency, CurrencyTotal } from '../../money/cents.ts';

/** What the user may decide before confirming; empty = take the guesses. */
export interface ImportChoices {
  readonly asOf?: IsoDate;
  readonly bankUntil?: IsoDate;
  readonly full?: boolean;
  readonly sheet?: string;
  /** Column number → field, or null to ignore the column. */
  readonly columns?: Readonly<Record<number, TableField | null>>;
  readonly decimals?: 'comma' | 'point';
  readonly dateOrder?: 'dmy' | 'mdy';
  /** What a sign that may be of several currencies stands for: `$` alone is of several countries. */
  readonly signCurrency?: Currency;
  /** DOS letters cannot be recognised: only on choice (formats document §4.2 rule 1); null = recognise it. */
  readonly encoding?: 'cp850' | null;
  /** The table is read as this, whatever it looks like. */
  readonly tableKind?: TableKind;
  /** The package whose layout it is; null = of none, the headings alone count. */
  readonly profile?: ProfileId | null;
}

/** Where the date of a list is from; the last three are assumed. */
export type AsOfFrom = 'chosen' | 'list' | 'name' | 'modified' | 'today';

export interface ImportPreview {
  readonly id: string;
  readonly fileName: string;
  /** Set when the file cannot be imported at all; the rest is then as far as reading came. */
  readonly refusal: TableProblem | null;
  readonly encoding: string;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly looks: readonly {
    readonly name: string;
    readonly hidden: boolean;
    /** Null: no table. */
    readonly looksLike: TableKind | 'bank' | null;
    readonly rows: number;
  }[];
  readonly kind: TableKind;
  /** The package whose layout was recognised or chosen. */
  readonly profile: ProfileId | null;
  readonly headerRow: number;
  readonly columns: readonly {
    readonly index: number;
    readonly heading: string;
    readonly field: TableField | null;
    /** Key under `table.why` in the catalogue; empty when the column is not used. */
    readonly why: string;
    readonly samples: readonly string[];
  }[];
  readonly decimals: 'comma' | 'point' | null;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  /** A sign beside amounts that may be of several currencies, with which; null when there is none. */
  readonly unclearSign: UnclearSign | null;
  readonly remembered: boolean;
  readonly asOf: IsoDate;
  readonly asOfGiven: boolean;
  readonly asOfFrom: AsOfFrom;
  readonly bankUntil: IsoDate;
  readonly full: boolean;
  readonly rows: number;
  readonly items: number;
  /** Σ open as the file adds it up, and what of it is in other currencies. */
  readonly totalOpen: Cents;
  readonly elsewhere: readonly CurrencyTotal[];
  readonly declaredTotal: Cents | null;
  readonly skipped: readonly { readonly row: number; readonly column: string | null; readonly reason: string }[];
  readonly warnings: readonly TableProblem[];
  readonly debtorsNew: number;
  readonly debtorsChanged: number;
  readonly itemsNew: number;
  readonly itemsChanged: number;
  readonly itemsSame: number;
  readonly itemsGone: number;
  /** The first changes of each sort, to look at. */
  readonly examples: readonly {
    readonly sort: 'new' | 'changed' | 'gone' | 'paid-here';
    readonly debtor: string;
    readonly number: string;
    readonly currency: Currency;
    readonly before: Cents | null;
    readonly after: Cents | null;
  }[];
  /** File name under which the same bytes were imported before; null when they were not. */
  readonly sameAs: string | null;
}
