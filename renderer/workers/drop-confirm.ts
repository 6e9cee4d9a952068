import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Books } from '#shared/domain/books.ts';
import type { Moment } from '#shared/domain/changes.ts';
import { type ComparedUnit, compareUnit, isTaken, type UnitImport } from '#shared/domain/drop/compare.ts';
import type { DropChoices, DropOutcome } from '#shared/domain/drop/drop.ts';
import type { CopySource, ReadUnit } from '#shared/domain/drop/unit.ts';
import { hashBytes } from '#shared/domain/event.ts';
import type { ImportRecord, SourceFile } from '#shared/domain/imports.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import type { FilePort } from '../db/api.ts';
import { type DropComparison, importKey } from './drop-comparison.ts';
import type { Drop, DroppedUnit } from './drop-desk.ts';
import { inSlices } from './slices.ts';

/** What confirming needs of the open book. */
export interface ConfirmPorts {
  readonly book: string;
  /** Where copies of invoices are kept; null: they are not. */
  readonly files: FilePort | null;
  /** The books as they are now. */
  readonly now: () => Promise<{ readonly books: Books; readonly moment: Moment }>;
  /** Runs a rule on the books as they are when its turn comes, and commits what it made. */
  readonly write: (rule: (books: Books, moment: Moment) => Promise<ComparedUnit>) => Promise<ImportRecord | null>;
  /** What was shown. */
  readonly comparison: DropComparison;
}

/**
 * Writes the units that are taken, one commit each, under one group. One that cannot be written stops those after it and is
 * named; what was written before it stands. Units that cannot come in, or would change nothing, are passed over.
 */
export async function confirmDrop(
  drop: Drop,
  stored: Readonly<Record<string, readonly SourceFile[]>>,
  ports: ConfirmPorts,
): Promise<DropOutcome> {
  const records: ImportRecord[] = [];
  const confirming = new Confirming(drop, ports);
  for (const [place, unit] of drop.units.entries()) {
    try {
      const record = await confirming.unit(unit, place, stored[unit.read.id] ?? []);
      if (record) records.push(record);
    } catch (error) {
      const { code, message } = failureIn(error);
      return { records, stopped: { unit: unit.read.id, code, message } };
    } finally {
      drop.files.forget();
    }
  }
  return { records, stopped: null };
}

class Confirming {
  constructor(
    private readonly drop: Drop,
    private readonly ports: ConfirmPorts,
  ) {}

  async unit(
    { read, choices }: DroppedUnit,
    place: number,
    stored: readonly SourceFile[],
  ): Promise<ImportRecord | null> {
    requireOriginal(read, stored);
    const copies = await this.copiesOf(read, choices, place);
    return this.ports.write(async (current, at) => {
      const under = { ...this.under(read, stored, current, at), ...this.found(place, current, at), copies };
      const compared = await inSlices(compareUnit(current, read, choices, under, at));
      if (!isTaken(compared.unit, choices)) return { ...compared, changes: [], record: null };
      const missing = compared.copies.find(({ sha256 }) => !copies.has(sha256));
      if (missing && this.ports.files)
        throw new FailureError(fail('internal', `${missing.sha256} is not stored`).error);
      return compared;
    });
  }

  /** Stores the copies of a unit before its turn to write comes: that takes as long as the disk does. File ids by their hash. */
  private async copiesOf(read: ReadUnit, choices: DropChoices, place: number): Promise<ReadonlyMap<string, string>> {
    const { content } = read;
    if (content.sort !== 'invoices' || content.copies.length === 0) return new Map();
    const { books, moment } = await this.ports.now();
    const under = { ...this.under(read, [], books, moment), ...this.found(place, books, moment) };
    const dry = await inSlices(compareUnit(books, read, choices, under, { ...moment, isDraft: true }));
    return dry.record !== null && isTaken(dry.unit, choices) ? this.storedCopies(dry.copies) : new Map();
  }

  private under(read: ReadUnit, stored: readonly SourceFile[], books: Books, moment: Moment): UnitImport {
    const of = importKey(read, books, moment);
    // Also when the rest is confirmed later: what was dropped together is taken back together.
    this.drop.group.id ??= `drop-${of}`;
    return { importId: `import-${of}`, group: this.drop.group.id, stored, copies: new Map(), found: null };
  }

  /**
   * The import a unit was shown as, while the books are still those: what was compared after it names it so. With what comparing it
   * found, which takes seconds to find again.
   */
  private found(place: number, books: Books, moment: Moment): Pick<UnitImport, 'importId' | 'found'> | null {
    const { drop, ports } = this;
    const known = ports.comparison.known(drop.units, place, books, moment);
    return known && { importId: known.importId, found: known.found };
  }

  private async storedCopies(copies: readonly CopySource[]): Promise<ReadonlyMap<string, string>> {
    const { book, files } = this.ports;
    const ids = new Map<string, string>();
    if (!files) return ids;
    for (const copy of copies) {
      if (ids.has(copy.sha256)) continue;
      const blob = new Blob([await this.bytesOf(copy)]);
      ids.set(copy.sha256, await files.store(book, 'invoice-copy', copy.name, blob));
    }
    return ids;
  }

  private async bytesOf({ file, isEmbedded, sha256 }: CopySource): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.drop.files.bytes(file);
    const found = isEmbedded
      ? readUbl(bytes)
          .invoices.flatMap(({ attachments }) => attachments)
          .find(({ content }) => content !== null && hashBytes(content) === sha256)?.content
      : bytes;
    if (!found || hashBytes(found) !== sha256) {
      throw new FailureError(fail('bad-input', `${file} is not the file that was read`).error);
    }
    return new Uint8Array(found);
  }
}

/** The original of a single file is that very file. */
function requireOriginal(read: ReadUnit, stored: readonly SourceFile[]): void {
  const [first] = stored;
  if (first === undefined || read.files.length > 1 || read.files[0]?.includes('/')) return;
  if ((read.content.sort !== 'list' && read.content.sort !== 'bank') || first.id.startsWith(read.sha256)) return;
  throw new FailureError(fail('bad-input', 'the archived original is another file').error);
}

function failureIn(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof FormatRefusal) return fail('bad-input', error.problem.code).error;
  return fail('internal', String(error)).error;
}
