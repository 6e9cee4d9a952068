import type { IsoDate } from '../dates/civil.ts';
import type { TableKind } from '../formats/table/fields.ts';
import type { Cents, Currency, CurrencyTotal } from '../money/cents.ts';

/** What sort of file an import was. */
export type ImportKind = 'list' | 'invoices' | 'debtors' | 'control' | 'bank';

/** What a bank import did, in numbers. Σ of the four kinds of lines = `lines`. */
export interface BankCounts {
  /** IBANs or account numbers, as the files give them. */
  readonly accounts: readonly string[];
  readonly statements: number;
  readonly lines: number;
  /** Known from an earlier import. */
  readonly linesKnown: number;
  /** Accepted at once: payments and stornos of debtors. */
  readonly linesMatched: number;
  /** Waiting to be looked at. */
  readonly linesToReview: number;
  /** No concern of the receivables: payments out, and receipts the last list holds already. */
  readonly linesLeft: number;
  readonly returns: number;
  /** Σ of the matched lines in euros. */
  readonly matchedCents: Cents;
}

/** The original of a file that came in, as it is archived: its name, and its file id (kind `source`). */
export interface SourceFile {
  readonly name: string;
  readonly id: string;
}

/** The originals as a record holds them: that of the file it is called after, and the others. */
export function sourcesOf(
  fileName: string,
  kept: readonly SourceFile[],
): Pick<ImportRecord, 'source' | 'otherSources'> {
  const own = kept.find(({ name }) => name === fileName) ?? kept[0];
  if (own === undefined) return {};
  const others = kept.filter((file) => file !== own);
  return { source: own.id, ...(others.length === 0 ? {} : { otherSources: others }) };
}

/** What one confirmed import did; a line of the administration, and an event in its chain. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  /** File id of the archived original (kind `source`); absent where no file was kept, as in the demo. */
  readonly source?: string;
  /** Of an import of several files, the original of each but `source`. */
  readonly otherSources?: readonly SourceFile[];
  readonly format: string;
  /** Absent = a list. */
  readonly kind?: ImportKind;
  /** Imports confirmed together; absent = alone. */
  readonly group?: string;
  /** Of a bank import. */
  readonly bank?: BankCounts;
  /** Peildatum of the list; of a bank import the last day of its statements. */
  readonly asOf: IsoDate;
  /** Bank processed up to and including (criterion A3). */
  readonly bankUntil: IsoDate;
  /** A full list: what it lacks is presumed paid. */
  readonly full: boolean;
  readonly at: string;
  readonly debtorsNew: number;
  readonly debtorsChanged: number;
  readonly itemsNew: number;
  readonly itemsChanged: number;
  readonly itemsGone: number;
  readonly rowsSkipped: number;
  /** Σ open as the file adds it up: every item, whatever its currency. */
  readonly totalOpen: Cents;
  /** What of that sum is not euros, by currency; absent = nothing. */
  readonly elsewhere?: readonly CurrencyTotal[];
  readonly undone: boolean;
}

/** A mapping the user chose, remembered per header fingerprint. */
export interface RememberedMapping {
  readonly fingerprint: string;
  /** Column heading, normalised and numbered when double → field. */
  readonly columns: Readonly<Record<string, string>>;
  readonly decimals: 'comma' | 'point' | null;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  /** What a sign that may be of several currencies stands for; absent = nothing was said. */
  readonly signCurrency?: Currency;
  /** What the user said such a table is; absent = by its columns. */
  readonly tableKind?: TableKind;
}

/** Totals another report states, to lay beside the books (criteria A5, A12): an ageing list, an auditfile without items. */
export interface ControlTotals {
  readonly id: string;
  readonly importId: string;
  readonly fileName: string;
  readonly asOf: IsoDate;
  /** Σ open in euros. */
  readonly total: Cents;
  /** Per debtor, as the report names it; empty when it gives only a total. */
  readonly debtors: readonly { readonly code: string; readonly name: string; readonly open: Cents }[];
}
