import { FailureError, fail } from '#shared/contract/errors.ts';
import { type IsoDate, isoDate } from '#shared/dates/civil.ts';
import { administrationIn, type Books } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Moment } from '#shared/domain/changes.ts';
import { answered, arranged } from '#shared/domain/drop/arrange.ts';
import type { AdministrationMarks, DropChoices, DropPreview } from '#shared/domain/drop/drop.ts';
import { DropFiles, type OfferedSource } from '#shared/domain/drop/files.ts';
import { marksOf } from '#shared/domain/drop/owner.ts';
import { readPart } from '#shared/domain/drop/read.ts';
import { type DropPart, recognised } from '#shared/domain/drop/recognise.ts';
import type { DropReader, ReadUnit } from '#shared/domain/drop/unit.ts';
import { detectionBytes } from '#shared/formats/detect.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import type { ChoicesByUnit, OfferedFile } from '../db/import-api.ts';
import { type ChosenUnit, DropComparison } from './drop-comparison.ts';
import { letIn } from './slices.ts';

type Words = (pdf: Blob) => Promise<string>;

/** What reading a drop tells, and asks. */
export interface ReadingPorts {
  /** In bytes. */
  readonly onProgress: (done: number, total: number) => void;
  /** In rows; told once comparing takes a while. */
  readonly onCompared: (done: number, total: number) => void;
  /** What stands in a PDF; null: it cannot be asked. */
  readonly words: Words | null;
}

/** PDFs of one drop that are looked into. */
const mostRead = 500;

/** A unit with what it was read from and the choices it was read with. */
export interface DroppedUnit extends ChosenUnit {
  readonly part: DropPart;
  /** As it was read; `read` is the same with what is known of its owner by the answers given. */
  readonly asked: ReadUnit;
}

export interface Drop {
  readonly id: string;
  /** What its imports are taken back together under; given with the first of them. */
  readonly group: { id: string | null };
  readonly files: DropFiles;
  readonly reader: DropReader;
  readonly units: readonly DroppedUnit[];
}

/** Drops of every book are numbered through: an id of one never answers in another. */
let drops = 0;

/** The files that are being looked at: one drop at a time. Nothing of it is written; what is not confirmed is gone with the worker. */
export class DropDesk {
  private drop: Drop | null = null;
  readonly comparison = new DropComparison();
  /** Number of the latest reading; one that was left or overtaken ends with `cancelled`. */
  private readings = 0;

  /** Begins a reading, before which no call to stop counts; the drop before it is forgotten. */
  begin(): number {
    this.forget();
    return ++this.readings;
  }

  /** Reads files and compares them with the books as they are. */
  async open(
    reading: number,
    books: Books,
    offered: readonly OfferedFile[],
    portfolio: readonly AdministrationMarks[],
    moment: Moment,
    { onProgress, onCompared, words }: ReadingPorts,
  ): Promise<DropPreview> {
    const files = new DropFiles(offered.map(sourceOf));
    const administration = administrationIn(books);
    const reader: DropReader = {
      files,
      administration,
      open: administration && marksOf(administration, Object.fromEntries(books.records.setting)),
      portfolio,
      remembered: (layout) => books.records.mapping.get(layout),
    };
    const units = await this.read(reader, reading, onProgress);
    const drop = { id: `drop-${++drops}`, group: { id: null }, files, reader, units };
    this.requireCurrent(reading);
    const preview = await this.preview(books, drop, moment, reading, onCompared);
    const read = words && (await this.withWords(drop, preview, words, reading));
    if (!read) return preview;
    this.comparison.forget();
    return this.preview(books, read, moment, reading, onCompared);
  }

  /** The drop with what stands in the PDFs whose name says nothing; null when there are none. */
  private async withWords(drop: Drop, { units }: DropPreview, words: Words, reading: number): Promise<Drop | null> {
    const texts = new Map<string, string>();
    for (const { file, problem } of units.flatMap(({ warnings }) => warnings)) {
      if (problem.code !== 'copy-unlinked' || texts.size >= mostRead) continue;
      const bytes = new Uint8Array(await drop.files.bytes(file));
      texts.set(file, await words(new Blob([bytes])));
      this.requireCurrent(reading);
    }
    drop.files.forget();
    return texts.size === 0 ? null : { ...drop, units: drop.units.map((unit) => withTexts(unit, texts)) };
  }

  /**
   * The same files with other choices: what the choices touch is read again, and compared anew with what comes after it. One
   * that is overtaken ends with `cancelled`, and the drop stays as it was.
   */
  async choose(
    books: Books,
    dropId: string,
    choices: ChoicesByUnit,
    moment: Moment,
    onCompared: ReadingPorts['onCompared'],
  ): Promise<DropPreview> {
    const reading = ++this.readings;
    const drop = await this.chosen(dropId, choices);
    this.requireCurrent(reading);
    return this.preview(books, drop, moment, reading, onCompared);
  }

  /** A drop as it is confirmed, read again where other choices are confirmed than were shown. */
  async chosen(dropId: string, choices: ChoicesByUnit): Promise<Drop> {
    const { drop } = this;
    if (drop?.id !== dropId) throw new FailureError(fail('not-found', 'the drop is no longer there').error);
    const units: DroppedUnit[] = [];
    for (const unit of drop.units) {
      const chosen = choices[unit.read.id] ?? {};
      if (canonicalJson(chosen) === canonicalJson(unit.choices)) units.push(unit);
      else if (readsAlike(unit.part, chosen, unit.choices)) units.push({ ...unit, choices: chosen });
      else {
        const [read = unit.read] = await readPart(drop.reader, unit.part, chosen, {});
        units.push({ ...unit, choices: chosen, read, asked: read });
      }
    }
    drop.files.forget();
    return { ...drop, units: answered(units) };
  }

  /** The books as a drop that was read would leave them. They last as long as the books they are laid over stay as they are. */
  after(books: Books, dropId: string): Books {
    const { drop } = this;
    if (drop?.id !== dropId) throw new FailureError(fail('not-found', 'the drop is no longer there').error);
    return this.comparison.after(books, drop.units);
  }

  /** Stops a reading that is going on, or forgets a drop that was read. */
  leave(dropId: string | null): void {
    this.readings++;
    if (dropId === null || this.drop?.id === dropId) this.forget();
  }

  private forget(): void {
    this.drop = null;
    this.comparison.forget();
  }

  private async read(
    reader: DropReader,
    reading: number,
    onProgress: ReadingPorts['onProgress'],
  ): Promise<readonly DroppedUnit[]> {
    const { files } = reader;
    const total = files.all.reduce((sum, { size }) => sum + size, 0);
    const units: DroppedUnit[] = [];
    let done = 0;
    const control = {
      onProgress: (bytes: number) => onProgress(Math.min(done + bytes, total), total),
      isCancelled: () => reading !== this.readings,
    };
    try {
      for (const part of await recognised(files, () => this.requireCurrent(reading))) {
        this.requireCurrent(reading);
        for (const read of await readPart(reader, part, {}, control))
          units.push({ part, read, asked: read, choices: {} });
        done += sizeOf(part);
        control.onProgress(0);
      }
    } catch (error) {
      if (error instanceof FormatRefusal) throw new FailureError(fail('cancelled', error.problem.code).error);
      throw error;
    } finally {
      files.forget();
    }
    return arranged(units).map((unit) => ({ ...unit, asked: unit.read }));
  }

  private async preview(
    books: Books,
    drop: Drop,
    moment: Moment,
    reading: number,
    onProgress: ReadingPorts['onCompared'],
  ): Promise<DropPreview> {
    const requireCurrent = () => this.requireCurrent(reading);
    const ports = { onProgress, requireCurrent };
    const preview = await this.comparison.preview(drop.id, drop.units, books, moment, ports);
    requireCurrent();
    this.drop = drop;
    return preview;
  }

  private requireCurrent(reading: number): void {
    if (reading !== this.readings) throw new FailureError(fail('cancelled', 'the reading was stopped').error);
  }
}

function withTexts(unit: DroppedUnit, texts: ReadonlyMap<string, string>): DroppedUnit {
  const { content } = unit.read;
  if (content.sort !== 'invoices') return unit;
  const copies = content.copies.map((copy) => {
    const text = texts.get(copy.file);
    return text === undefined || copy.isEmbedded ? copy : { ...copy, text };
  });
  const read: ReadUnit = { ...unit.read, content: { ...content, copies } };
  return { ...unit, read, asked: read };
}

function sourceOf({ name, blob }: OfferedFile): OfferedSource {
  const modified = blob instanceof File ? { modified: dayOf(blob.lastModified) } : {};
  return { name, size: blob.size, ...modified, open: () => chunksOf(blob), digest: sha256Of };
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The day here at a moment in milliseconds. */
function dayOf(moment: number): IsoDate {
  const at = new Date(moment);
  return isoDate(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** Pieces a file is read in, after its beginning: large enough to be quick, small enough that a call to stop is heard between two. */
const pieceBytes = 4 << 20;

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; ) {
    const until = from === 0 ? detectionBytes : from + pieceBytes;
    yield new Uint8Array(await blob.slice(from, until).arrayBuffer());
    from = until;
    await letIn();
  }
}

function sizeOf(part: DropPart): number {
  if (part.sort === 'auditfile') return part.files.reduce((sum, { size }) => sum + size, 0);
  if (part.sort === 'invoices') return part.files.reduce((sum, { file }) => sum + file.size, 0);
  return part.file.size;
}

/** Whether choices read a part alike: dates and what is taken concern the comparing alone; only tables are read by choice. */
function readsAlike({ sort }: DropPart, a: DropChoices, b: DropChoices): boolean {
  return sort !== 'table' || canonicalJson(readingChoices(a)) === canonicalJson(readingChoices(b));
}

function readingChoices({
  take: _take,
  ours: _ours,
  asOf: _asOf,
  bankUntil: _until,
  full: _full,
  ...rest
}: DropChoices) {
  return rest;
}
