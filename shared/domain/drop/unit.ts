import type { IsoDate } from '../../dates/civil.ts';
import type { ReadFile } from '../../formats/bank/file-set.ts';
import type { FileFormat } from '../../formats/file-format.ts';
import type { ListReading } from '../../formats/list-reading.ts';
import type { FormatProblem } from '../../formats/problem.ts';
import type { ProblemInFile } from '../../formats/ubl/files.ts';
import type { UblItems } from '../../formats/ubl/items.ts';
import type { Administration } from '../administration.ts';
import { hashText } from '../event.ts';
import type { RememberedMapping } from '../imports.ts';
import type { AdministrationMarks, DropOwner } from './drop.ts';
import type { DropFiles } from './files.ts';

/** For whom a drop is read. */
export interface DropReader {
  readonly files: DropFiles;
  /** The open administration; null before it was entered. */
  readonly administration: Administration | null;
  readonly open: AdministrationMarks | null;
  readonly portfolio: readonly AdministrationMarks[];
  readonly remembered: (layout: string) => RememberedMapping | undefined;
}

/** A unit's id: the same at every reading of the same file; two empty files are two units. */
export function unitId(sha256: string, name: string): string {
  return hashText(`${sha256} ${name}`).slice(0, 16);
}

/** Copy of an invoice as it lies in a file of the drop; its bytes are fetched when it is stored. */
export interface CopySource {
  /** As it is shown and attached. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The file it is, or is embedded in. */
  readonly file: string;
  readonly isEmbedded: boolean;
  /** Place of its item in the reading; null: an item the books know, by `number`. */
  readonly of: number | null;
  /** Of the invoice it is of; null: told by the name of the file, else by what stands in it. */
  readonly number: string | null;
  /** What stands in it, where its name said nothing. */
  readonly text?: string;
}

/** What the files of a unit hold. */
export type UnitContent =
  | { readonly sort: 'refused'; readonly problem: FormatProblem }
  /** A table of any kind, or an auditfile. */
  | { readonly sort: 'list'; readonly reading: ListReading }
  | {
      readonly sort: 'invoices';
      readonly reading: UblItems;
      readonly credits: number;
      readonly copies: readonly CopySource[];
      readonly refused: readonly ProblemInFile[];
    }
  | {
      readonly sort: 'bank';
      readonly bank: string | null;
      readonly read: readonly ReadFile[];
      /** Of the statements in these files, those of these accounts. */
      readonly accounts: readonly string[];
    };

/** One or more files that come in as one import, as they were read; see `DropUnit` for what is shown of it. */
export interface ReadUnit {
  readonly id: string;
  readonly files: readonly string[];
  /** Of the file; of several, of their hashes together. */
  readonly sha256: string;
  readonly format: FileFormat;
  readonly content: UnitContent;
  readonly owner: DropOwner;
  readonly warnings: readonly ProblemInFile[];
}

/** Where a unit comes in a drop: what later ones are compared with comes first. Lists by date, bank files by date. */
export function orderOf({ content }: ReadUnit): readonly [kind: number, date: IsoDate] {
  switch (content.sort) {
    case 'refused':
      return [9, ''];
    case 'invoices':
      return [3, ''];
    case 'bank':
      return [5, lastDate(content.read)];
    case 'list': {
      const { kind, asOf, asOfAssumed } = content.reading;
      return [kind === 'debtors' ? 1 : kind === 'control' ? 4 : 2, asOf ?? asOfAssumed?.[0]?.day ?? '9999'];
    }
  }
}

function lastDate(files: readonly ReadFile[]): IsoDate {
  let last = '';
  for (const { closingDate, transactions } of files.flatMap(({ reading }) => reading.statements)) {
    const date = closingDate ?? transactions.at(-1)?.bookDate ?? '';
    if (date > last) last = date;
  }
  return last;
}
