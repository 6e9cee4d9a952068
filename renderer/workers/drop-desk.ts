import { FailureError, fail } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import type { Books } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Moment } from '#shared/domain/changes.ts';
import type { AdministrationMarks, DropChoices, DropPreview, DropUnit } from '#shared/domain/drop.ts';
import { compareUnit } from '#shared/domain/drop-compare.ts';
import type { ReadUnit } from '#shared/domain/drop-unit.ts';
import { hashBytes } from '#shared/domain/event.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { Overlay } from '#shared/domain/overlay.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { formatProblem } from '#shared/formats/problem.ts';
import { readTable } from '#shared/formats/table/read.ts';
import type { ChoicesByUnit, OfferedFile } from '../db/import-api.ts';

type Progress = (done: number, total: number) => void;

interface DroppedUnit {
  readonly file: OfferedFile;
  readonly read: ReadUnit;
  readonly choices: DropChoices;
}

interface Drop {
  readonly id: string;
  readonly units: readonly DroppedUnit[];
}

/** Drops of every book are numbered through: an id of one never answers in another. */
let drops = 0;

/** The files that are being looked at: one drop at a time. Nothing of it is written; what is not confirmed is gone with the worker. */
export class DropDesk {
  private drop: Drop | null = null;
  /** Number of the latest reading; one that was left or overtaken ends with `cancelled`. */
  private readings = 0;

  async open(
    books: Books,
    files: readonly OfferedFile[],
    _portfolio: readonly AdministrationMarks[],
    moment: Moment,
    onProgress: Progress,
  ): Promise<DropPreview> {
    const reading = ++this.readings;
    this.drop = null;
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    const units: DroppedUnit[] = [];
    let done = 0;
    for (const file of files) {
      this.requireCurrent(reading);
      units.push({ file, choices: {}, read: await readUnit(books, file, {}) });
      done += file.blob.size;
      onProgress(done, total);
    }
    this.requireCurrent(reading);
    this.drop = { id: `drop-${++drops}`, units };
    return previewOfDrop(books, this.drop, moment);
  }

  async choose(books: Books, dropId: string, choices: ChoicesByUnit, moment: Moment): Promise<DropPreview> {
    const reading = ++this.readings;
    const drop = await this.chosen(books, dropId, choices);
    this.requireCurrent(reading);
    this.drop = drop;
    return previewOfDrop(books, drop, moment);
  }

  /** The units of a drop as they are confirmed, read again where other choices are confirmed than were shown. */
  async units(books: Books, dropId: string, choices: ChoicesByUnit): Promise<readonly DroppedUnit[]> {
    return (await this.chosen(books, dropId, choices)).units;
  }

  leave(dropId: string | null): void {
    this.readings++;
    if (dropId === null || this.drop?.id === dropId) this.drop = null;
  }

  private async chosen(books: Books, dropId: string, choices: ChoicesByUnit): Promise<Drop> {
    const { drop } = this;
    if (drop?.id !== dropId) throw new FailureError(fail('not-found', 'the drop is no longer there').error);
    const units: DroppedUnit[] = [];
    for (const unit of drop.units) {
      const chosen = choices[unit.read.id] ?? {};
      const isRead = canonicalJson(chosen) === canonicalJson(unit.choices);
      units.push(isRead ? unit : { ...unit, choices: chosen, read: await readUnit(books, unit.file, chosen) });
    }
    return { id: drop.id, units };
  }

  private requireCurrent(reading: number): void {
    if (reading !== this.readings) throw new FailureError(fail('cancelled', 'the reading was stopped').error);
  }
}

async function readUnit(books: Books, { name, blob }: OfferedFile, choices: DropChoices): Promise<ReadUnit> {
  const seen = { files: [name], owner: { owner: 'unknown' }, warnings: [] } as const;
  if (blob.size > limits.tableBytes) {
    const params = {
      megabytes: Math.ceil(blob.size / 1e6),
      limit: Math.floor(limits.tableBytes / (1024 * 1024)),
    };
    const id = `groot-${blob.size}`;
    return {
      ...seen,
      id,
      sha256: '',
      format: 'unknown',
      content: { sort: 'refused', problem: formatProblem('too-large', params) },
    };
  }
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const sha256 = hashBytes(bytes);
  const remembered = (layout: string) => books.records.mapping.get(layout);
  const reading = await readTable({ fileName: name, bytes, choices, remembered });
  return { ...seen, id: sha256.slice(0, 16), sha256, format: detectFormat(bytes), content: { sort: 'table', reading } };
}

/** Every unit against the books as the ones before it would leave them. */
function previewOfDrop(books: Books, drop: Drop, moment: Moment): DropPreview {
  const overlay = new Overlay(books);
  const units: DropUnit[] = [];
  for (const { read, choices } of drop.units) {
    const under = { importId: `${drop.id}-${read.id}`, group: drop.id, stored: [] };
    const compared = compareUnit(overlay.books, read, choices, under, moment);
    if (choices.take !== false) overlay.apply(compared.changes);
    units.push(compared.unit);
  }
  return { id: drop.id, units, openBefore: openTotal(books), openAfter: openTotal(overlay.books) };
}
