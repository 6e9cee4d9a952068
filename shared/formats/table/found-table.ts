import type { RememberedMapping } from '#shared/domain/imports.ts';
import { isBankRows } from '../bank/csv/recognise.ts';
import { asOfBelow, asOfIn } from './as-of.ts';
import { isBlank } from './cells.ts';
import { headerFingerprint, mapColumns } from './columns.ts';
import { codeOfDebtors, kindOfDebtors } from './debtor-columns.ts';
import type { FileRows } from './file-rows.ts';
import { type FoundHeader, findHeader, type Heading, likelyHeader, readHeading } from './headings.ts';
import { tableKind } from './kind.ts';
import type { Known } from './known.ts';
import type { Mapping } from './mapping.ts';
import { missingHeader } from './no-header.ts';
import { otherTable } from './other-tables.ts';
import { refuse } from './problems.ts';
import { findProfile } from './profile-match.ts';
import type { Profile } from './profiles.ts';
import type { ReadColumn, Row, TableInput } from './reading.ts';
import { allBlank, type RowSource, RowsBelow, rowsFrom } from './row-source.ts';
import { looksAtRows } from './sheets.ts';
import { namesSomething, ShownRows } from './shown-rows.ts';

/** A table as found among the rows of a file. */
export interface FoundTable extends Mapping {
  readonly headings: readonly Heading[];
  /** Rows above the header, and below it. */
  readonly preamble: readonly Row[];
  readonly body: RowSource;
  /** The first rows below it. */
  readonly sample: readonly Row[];
  readonly profile: Profile | null;
  readonly remembered: RememberedMapping | undefined;
  /** Name of the file and of its sheet, and what stands above the header. */
  readonly titles: string;
}

const samplesPerColumn = 4;
/** Rows looked at for a header, and for the list date below. */
const firstRows = 250;
const lastRows = 6;

/**
 * Finds the table among the rows of a file: its header, what it is a table of and what its columns hold, each of which becomes
 * known. Refuses rows without a header, and tables that are no list.
 */
export function findTable(known: Known, file: FileRows, input: TableInput): FoundTable {
  if (allBlank(file.rows)) refuse('empty');
  const rows = rowsFrom(file.rows, 0, firstRows);
  const choices = input.choices ?? {};
  const recognised = findHeader(rows) ?? (known.format === 'csv' ? missingHeader(rows) : null);
  if (isBankRows(rows)) refuse('is-bankcsv');
  const other = otherTable(rows);
  if (other) refuse(`is-${other}`);
  const likely = recognised ? null : likelyHeader(rows);
  if (!recognised && !(likely && choices.columns)) {
    if (likely) showColumns(known, likely, rows);
    refuseWithoutHeader(rows);
  }
  const { at, headings: written } = (recognised ?? likely)!;
  const bodyWith = (columns: readonly number[]): RowSource => {
    return new RowsBelow(file.shown.isEmpty ? file.rows : new ShownRows(file.rows, file.shown, columns), at + 1);
  };
  const whole = bodyWith(written.map((_, column) => column));
  const preamble = rows.slice(0, Math.max(at, 0));
  known.headerRow = at + 1;
  known.asOf = asOfIn(preamble) ?? asOfBelow(rowsFrom(whole, whole.length - lastRows, lastRows));
  known.fingerprint = headerFingerprint(written);
  const remembered = input.remembered?.(known.fingerprint);
  known.remembered = remembered !== undefined;
  const profile = findProfile(written, choices.profile);
  known.profile = profile?.id ?? null;
  const headings = written.map((heading) => {
    const amountIn = profile?.amountsIn?.[heading.normal];
    return amountIn ? { ...heading, amountIn } : heading;
  });
  const sample = rowsFrom(whole, 0, looksAtRows);
  const mapped = mapColumns(headings, sample, remembered, choices.columns, profile);
  const titles = [input.fileName, known.sheet ?? '', ...preamble.flat()].join(' ');
  known.kind =
    choices.tableKind ??
    remembered?.tableKind ??
    tableKind({ headings, fields: mapped.fields, rows: sample, titles, profile });
  const perDebtor = known.kind === 'debtors' || known.kind === 'control';
  const { fields: guessed, why } = perDebtor ? codeOfDebtors(headings, mapped) : mapped;
  const fields = known.kind === 'debtors' ? kindOfDebtors(guessed, sample) : guessed;
  const body = bodyWith(fields.flatMap((field, column) => (namesSomething(field) ? [column] : [])));
  known.columns = headings.map(
    ({ text }, index): ReadColumn => ({
      index,
      heading: text,
      field: fields[index]!,
      why: why[index]!,
      samples: samples(sample, index),
    }),
  );
  return { headings, fields, why, preamble, body, sample, profile, remembered, titles };
}

/** Columns without a meaning yet, for the user to point out what they hold. */
function showColumns(known: Known, { at, headings }: FoundHeader, rows: readonly Row[]): void {
  const body = rows.slice(at + 1);
  known.headerRow = at + 1;
  known.columns = headings.map(({ text }, index) => {
    return { index, heading: text, field: null, why: '', samples: samples(body, index) };
  });
}

function refuseWithoutHeader(rows: readonly Row[]): never {
  const first = rows.find((row) => !isBlank(row)) ?? [];
  const found = first.map((cell) => readHeading(cell).text).filter(Boolean);
  return refuse('no-header', { found: found.join(', ').slice(0, 200) }, rows.indexOf(first) + 1);
}

function samples(body: readonly Row[], column: number): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < body.length && i < 200 && found.length < samplesPerColumn; i++) {
    const cell = body[i]![column];
    const text = cell === undefined ? '' : String(cell).trim().slice(0, 60);
    if (text !== '' && !found.includes(text)) found.push(text);
  }
  return found;
}
