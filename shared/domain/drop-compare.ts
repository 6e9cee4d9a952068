import type { Books, Change } from './books.ts';
import type { Moment } from './changes.ts';
import type { DropChoices, DropUnit } from './drop.ts';
import type { ReadUnit } from './drop-unit.ts';
import { importChanges } from './import-changes.ts';
import { diffImport } from './import-diff.ts';
import { previewOf } from './import-preview-of.ts';
import type { ImportRecord } from './imports.ts';

/** Under which import a unit is compared, and with what beside it. */
export interface UnitImport {
  readonly importId: string;
  readonly group: string;
  /** File ids of the archived originals. */
  readonly stored: readonly string[];
}

/** A unit beside the books: what would be written, and what the screen shows. `record` null: it cannot come in. */
export interface ComparedUnit {
  readonly unit: DropUnit;
  readonly changes: readonly Change[];
  readonly record: ImportRecord | null;
}

/** Compares what was read with the books as they are; previews and confirming call this and nothing else. */
export function compareUnit(
  books: Books,
  read: ReadUnit,
  choices: DropChoices,
  { importId, stored }: UnitImport,
  moment: Moment,
): ComparedUnit {
  const { id, files, format, owner, warnings, content, sha256 } = read;
  const seen: DropUnit = {
    id,
    files,
    format,
    kind: null,
    owner,
    refusal: null,
    warnings,
    sameAs: sameFile(books, sha256),
    unchanged: false,
  };
  if (content.sort === 'refused') {
    return { unit: { ...seen, refusal: content.problem }, changes: [], record: null };
  }
  const { reading } = content;
  const source = { id: importId, sha256, today: moment.today };
  if (reading.refusal) {
    return {
      unit: { ...seen, kind: 'list', table: previewOf(books, reading, null, source) },
      changes: [],
      record: null,
    };
  }
  const diff = diffImport(books, reading, choices, moment.today, importId);
  const { changes, record } = importChanges(books, reading, diff, { sha256, choices, stored: stored[0] }, moment);
  const unit: DropUnit = {
    ...seen,
    kind: 'list',
    table: previewOf(books, reading, diff, source),
    unchanged: changes.length === 0,
  };
  return { unit, changes, record };
}

/** Name under which the same bytes came in before, in an import that stands. */
function sameFile(books: Books, sha256: string): string | null {
  for (const record of books.records.import.values()) {
    if (!record.undone && record.sha256 === sha256) return record.fileName;
  }
  return null;
}
