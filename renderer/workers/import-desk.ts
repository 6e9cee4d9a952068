import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Books, Change } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Moment } from '#shared/domain/changes.ts';
import { hashBytes, hashText } from '#shared/domain/event.ts';
import { importChanges } from '#shared/domain/import-changes.ts';
import { diffImport } from '#shared/domain/import-diff.ts';
import type { ImportChoices, ImportPreview } from '#shared/domain/import-preview.ts';
import { previewOf } from '#shared/domain/import-preview-of.ts';
import { undoImport } from '#shared/domain/import-undo.ts';
import type { ImportOutcome } from '#shared/domain/import-writer.ts';
import { readTable } from '#shared/formats/table/read.ts';
import type { TableReading } from '#shared/formats/table/reading.ts';

/** A file as read for a preview: what confirming it needs. */
export interface ReadFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly choices: ImportChoices;
  readonly reading: TableReading;
}

/** Files kept between preview and confirm; one is open at a time, the others were left without an answer. */
const keptFiles = 3;

/** Previews of every book are numbered through: an id of one never answers in another. */
let previews = 0;

/** Files that are being looked at. Nothing of it is written: what is not confirmed is gone with the worker. */
export class ImportDesk {
  private readonly files = new Map<string, ReadFile>();

  /** Reads a file and compares it with the books as they are. */
  async preview(
    books: Books,
    fileName: string,
    bytes: Uint8Array,
    choices: ImportChoices,
    today: string,
  ): Promise<ImportPreview> {
    const sha256 = hashBytes(bytes);
    const reading = await readFile(books, fileName, bytes, choices);
    const id = `voorbeeld-${++previews}`;
    this.keep(id, { fileName, bytes, sha256, choices, reading });
    const diff = reading.refusal ? null : diffImport(books, reading, choices, today, id);
    return previewOf(books, reading, diff, { id, sha256, today });
  }

  /** The file of a preview, read again when other choices are confirmed than were shown. */
  async file(books: Books, previewId: string, choices: ImportChoices): Promise<ReadFile> {
    const file = this.files.get(previewId);
    if (!file) throw new FailureError(fail('not-found', 'the preview is no longer there').error);
    if (canonicalJson(file.choices) === canonicalJson(choices)) return file;
    return { ...file, choices, reading: await readFile(books, file.fileName, file.bytes, choices) };
  }

  drop(previewId: string): void {
    this.files.delete(previewId);
  }

  private keep(id: string, file: ReadFile): void {
    for (const [other, { sha256 }] of this.files) if (sha256 === file.sha256) this.files.delete(other);
    this.files.set(id, file);
    for (const oldest of this.files.keys()) {
      if (this.files.size <= keptFiles) return;
      this.files.delete(oldest);
    }
  }
}

function readFile(books: Books, fileName: string, bytes: Uint8Array, choices: ImportChoices): Promise<TableReading> {
  return readTable({ fileName, bytes, choices, remembered: (layout) => books.records.mapping.get(layout) });
}

/**
 * The changes of a confirmed file, compared with the books as they are now. `stored` is the file id of its archived original.
 * Rejects a file that cannot be imported, and an original that is not that file.
 */
export function confirmedImport(books: Books, file: ReadFile, moment: Moment, stored?: string): ImportOutcome {
  const { reading, choices, sha256 } = file;
  if (stored !== undefined && !stored.startsWith(sha256)) {
    throw new FailureError(fail('bad-input', 'the archived original is another file').error);
  }
  if (reading.refusal) {
    throw new FailureError(fail('bad-input', reading.refusal.code, reading.refusal.params).error);
  }
  // The commit number makes it one of a kind, also for the same file within the same second.
  const importId = `import-${hashText(`${sha256} ${moment.at} ${books.seq}`).slice(0, 16)}`;
  const diff = diffImport(books, reading, choices, moment.today, importId);
  return importChanges(books, reading, diff, { sha256, choices, stored }, moment);
}

/** The changes that take an import back; rejects with the reason (`table.undo.<undo>`) when that cannot be. */
export function importTakenBack(books: Books, importId: string, moment: Moment): readonly Change[] {
  const result = undoImport(books, importId, moment);
  if (result.ok) return result.changes;
  const { reason, debtorId } = result;
  throw new FailureError(fail('bad-input', `import undo: ${reason}`, { undo: reason, debtorId: debtorId ?? 0 }).error);
}
