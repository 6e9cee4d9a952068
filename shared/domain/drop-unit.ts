import type { FileFormat } from '../formats/file-format.ts';
import type { FormatProblem } from '../formats/problem.ts';
import type { TableReading } from '../formats/table/reading.ts';
import type { DropOwner } from './drop.ts';

/** What the files of a unit hold, as they were read with the choices of the user. */
export type UnitContent =
  | { readonly sort: 'refused'; readonly problem: FormatProblem }
  | { readonly sort: 'table'; readonly reading: TableReading };

/** One or more files that come in as one import, read; see `DropUnit` for what is shown of it. */
export interface ReadUnit {
  readonly id: string;
  readonly files: readonly string[];
  /** Of the file; of several, of their hashes together. */
  readonly sha256: string;
  readonly format: FileFormat;
  readonly content: UnitContent;
  readonly owner: DropOwner;
  readonly warnings: readonly { readonly file: string; readonly problem: FormatProblem }[];
}
