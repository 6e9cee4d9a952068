import type { IsoDate } from '../../dates/civil.ts';
import type { FileFormat } from '../../formats/file-format.ts';
import type { FormatProblem } from '../../formats/problem.ts';
import type { Cents, CurrencyTotal } from '../../money/cents.ts';
import type { ImportChoices, ImportPreview } from '../import/preview.ts';
import type { BankCounts, ImportKind, ImportRecord } from '../imports.ts';

/*
 * A drop: files offered together, read and compared in the order in which they have to come in (debtors, lists, auditfiles,
 * invoices, control totals, bank), each against the books as the ones before it would leave them.
 */

/** Marks by which a file shows whose it is; the office keeps those of every administration. */
export interface AdministrationMarks {
  /** Its book. */
  readonly id: string;
  readonly name: string;
  /** IBANs and bare account numbers: of the letters, the G-account, and those its bank files were of. */
  readonly accounts: readonly string[];
  readonly kvk: string | null;
  readonly vatId: string | null;
}

/** What a file says of whose it is. */
export interface FileMarks {
  readonly accounts: readonly string[];
  readonly kvk: readonly string[];
  readonly vatIds: readonly string[];
  readonly names: readonly string[];
}

/** For which administration a file is: `other` is the book of one that is not open; `unknown` when the file does not say. */
export type DropOwner =
  | { readonly owner: 'open'; readonly by: 'account' | 'kvk' | 'vat' | 'name' }
  | {
      readonly owner: 'other';
      readonly id: string;
      readonly name: string;
      readonly by: 'account' | 'kvk' | 'vat' | 'name';
    }
  /** A bank file of an account nobody knows yet: asked once, then remembered. */
  | { readonly owner: 'unknown-account'; readonly accounts: readonly string[] }
  /** `stated`: the administration a table names, which none is called exactly. */
  | { readonly owner: 'unknown'; readonly stated?: string };

/** What the user may decide about one file of a drop. */
export interface DropChoices extends ImportChoices {
  /** False: it is left out. */
  readonly take?: boolean;
  /** An account or file without marks is of the open administration after all; its accounts are remembered. */
  readonly ours?: boolean;
}

/** A bank file before it comes in. */
export interface BankPreview extends BankCounts {
  readonly bank: string | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly statementRows: readonly {
    readonly account: string;
    readonly number: string | null;
    readonly from: IsoDate | null;
    readonly until: IsoDate | null;
    readonly opening: Cents | null;
    readonly closing: Cents | null;
    readonly lines: number;
    readonly reconciles: boolean | null;
  }[];
  /** The first lines of each sort, to look at. */
  readonly examples: readonly {
    readonly sort: 'matched' | 'review' | 'return';
    readonly date: IsoDate;
    readonly amount: Cents;
    readonly counterparty: string | null;
    readonly debtor: string | null;
    readonly numbers: readonly string[];
    /** ISO code of a return; its text is that of `returnReasonText`. */
    readonly reason: string | null;
  }[];
}

/** Invoices, zips of them and copies before they come in. */
export interface InvoicesPreview {
  readonly files: number;
  readonly invoices: number;
  readonly credits: number;
  /** Open already, or paid according to a later list: nothing changes but their copy. */
  readonly known: number;
  readonly copies: number;
  readonly refused: readonly { readonly file: string; readonly problem: FormatProblem }[];
}

/** Totals of a report that holds no items, beside those of the books. */
export interface ControlPreview {
  readonly asOf: IsoDate;
  readonly total: Cents;
  readonly books: Cents;
  readonly debtors: number;
  readonly differing: number;
  /** The largest differences, per debtor as the report names it. */
  readonly differences: readonly {
    readonly code: string;
    readonly name: string;
    readonly stated: Cents;
    readonly books: Cents;
  }[];
}

/** One or more files that come in as one import: a list, a split auditfile, a handful of invoices. */
export interface DropUnit {
  readonly id: string;
  /** Names of the files; several for a set. */
  readonly files: readonly string[];
  readonly format: FileFormat;
  readonly kind: ImportKind | null;
  readonly owner: DropOwner;
  /** Why it cannot come in; the text is `formats.<code>`. A table's own is in `table.refusal`. */
  readonly refusal: FormatProblem | null;
  readonly warnings: readonly { readonly file: string; readonly problem: FormatProblem }[];
  /** Present by kind: `table` for tables of any sort, and for auditfiles without a mapping. */
  readonly table?: ImportPreview;
  readonly bank?: BankPreview;
  readonly invoices?: InvoicesPreview;
  readonly control?: ControlPreview;
  /** The same bytes were imported before, under this name, and stand. */
  readonly sameAs: string | null;
  /** Confirming would change nothing. */
  readonly unchanged: boolean;
}

export interface DropPreview {
  readonly id: string;
  /** In the order in which they come in. */
  readonly units: readonly DropUnit[];
  /** Σ open of the open administration before and after, per currency. */
  readonly openBefore: readonly CurrencyTotal[];
  readonly openAfter: readonly CurrencyTotal[];
}

/** What confirming did: the imports in order; `stopped` names the unit that could not be written, those after it are left. */
export interface DropOutcome {
  readonly records: readonly ImportRecord[];
  readonly stopped: { readonly unit: string; readonly code: string; readonly message: string } | null;
}
