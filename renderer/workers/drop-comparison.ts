import type { Books, Change } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Moment } from '#shared/domain/changes.ts';
import { compareUnit, type FoundDiff, isTaken, rowsOf } from '#shared/domain/drop/compare.ts';
import type { DropChoices, DropPreview, DropUnit } from '#shared/domain/drop/drop.ts';
import type { ReadUnit } from '#shared/domain/drop/unit.ts';
import { hashText } from '#shared/domain/event.ts';
import { openTotals } from '#shared/domain/open-total.ts';
import { Overlay } from '#shared/domain/overlay.ts';
import { inSlices } from './slices.ts';

/** A unit as it was read, with what the user decided about it. */
export interface ChosenUnit {
  readonly read: ReadUnit;
  readonly choices: DropChoices;
}

/** A unit beside the books as those before it leave them. */
interface Compared {
  readonly unit: DropUnit;
  readonly changes: readonly Change[];
  /** What it was compared with and under: the same again needs no comparing. */
  readonly under: string;
  /** Commit of the books it was compared with, those before it counted as written. */
  readonly seq: number;
  readonly importId: string;
  readonly found: FoundDiff | null;
}

/** Whoever waits for a comparison. */
export interface ComparingPorts {
  /** In rows. */
  readonly onProgress: (done: number, total: number) => void;
  /** Throws when nobody waits any more. */
  readonly requireCurrent: () => void;
}

/** How often progress is told: each time the screen is drawn anew. */
const tellMs = 200;

/** Another commit came in between two slices: what was compared so far is of other books. */
class BooksMoved extends Error {}

/** What the units of one drop would do to the books, in slices between which the worker answers whoever asks. */
export class DropComparison {
  /** Of the last preview that came to its end. */
  private compared: readonly Compared[] = [];

  forget(): void {
    this.compared = [];
  }

  /** Every unit against the books as the ones before it would leave them. */
  async preview(
    dropId: string,
    units: readonly ChosenUnit[],
    books: Books,
    moment: Moment,
    ports: ComparingPorts,
  ): Promise<DropPreview> {
    for (;;) {
      try {
        return await this.compare(dropId, units, books, moment, ports);
      } catch (error) {
        if (!(error instanceof BooksMoved)) throw error;
      }
    }
  }

  private async compare(
    dropId: string,
    units: readonly ChosenUnit[],
    books: Books,
    moment: Moment,
    { onProgress, requireCurrent }: ComparingPorts,
  ): Promise<DropPreview> {
    const { seq } = books;
    const overlay = new Overlay(books);
    const compared: Compared[] = [];
    const total = units.reduce((sum, { read }) => sum + rowsOf(read), 0);
    let done = 0;
    let toldAt = performance.now();
    let isTold = false;
    const between = (rows: number) => {
      requireCurrent();
      if (books.seq !== seq) throw new BooksMoved();
      if (total === 0 || performance.now() - toldAt < tellMs) return;
      toldAt = performance.now();
      isTold = true;
      onProgress(done + rows, total);
    };
    let before = base(seq, moment);
    for (const [place, { read, choices }] of units.entries()) {
      const under = underOf(before, read, choices);
      const known = this.compared[place];
      const found =
        known?.under === under
          ? known
          : await this.compareOne(overlay.books, { read, choices }, under, dropId, moment, between);
      compared.push(found);
      done += rowsOf(read);
      if (!isTaken(found.unit, choices)) continue;
      if (found.changes.length > 0) overlay.apply(found.changes);
      before = under;
    }
    requireCurrent();
    this.compared = compared;
    if (isTold) onProgress(total, total);
    const shown = compared.map(({ unit }) => unit);
    return { id: dropId, units: shown, openBefore: openTotals(books), openAfter: openTotals(overlay.books) };
  }

  private async compareOne(
    books: Books,
    { read, choices }: ChosenUnit,
    under: string,
    group: string,
    moment: Moment,
    between: (done: number) => void,
  ): Promise<Compared> {
    const { seq } = books;
    const importId = `import-${importKey(read, books, moment)}`;
    const import_ = { importId, group, stored: [], copies: new Map<string, string>(), found: null };
    const draft = { ...moment, isDraft: true };
    const { unit, changes, found } = await inSlices(compareUnit(books, read, choices, import_, draft), between);
    return { unit, changes, under, seq, importId, found };
  }

  /**
   * What a unit was found to do, when it is confirmed as it was shown and the books are as they were then: as many commits on, and
   * those are the very imports before it. Null: it has to be compared anew.
   */
  known(units: readonly ChosenUnit[], place: number, books: Books, moment: Moment): Compared | null {
    const [first] = this.compared;
    if (!first) return null;
    let before = base(first.seq, moment);
    for (const [i, { read, choices }] of units.slice(0, place + 1).entries()) {
      const compared = this.compared[i];
      const under = underOf(before, read, choices);
      if (compared?.under !== under) return null;
      if (i === place) return compared.seq === books.seq ? compared : null;
      if (!isTaken(compared.unit, choices)) continue;
      if (compared.changes.length > 0 && books.records.import.get(compared.importId)?.undone !== false) return null;
      before = under;
    }
    return null;
  }

  /** The books as the drop would leave them. They last as long as the books they are laid over stay as they are. */
  after(books: Books, units: readonly ChosenUnit[]): Books {
    const overlay = new Overlay(books);
    for (const [place, { choices }] of units.entries()) {
      const compared = this.compared[place];
      if (compared && isTaken(compared.unit, choices)) overlay.apply(compared.changes);
    }
    return overlay.books;
  }
}

/** Tells imports apart: the commit number makes it one of a kind, also for the same file within the same second. */
export function importKey({ sha256, id }: ReadUnit, { seq }: Books, { at }: Moment): string {
  return hashText(`${sha256} ${id} ${at} ${seq}`).slice(0, 16);
}

function base(seq: number, { today }: Moment): string {
  return `${seq} ${today}`;
}

function underOf(before: string, { id, owner }: ReadUnit, choices: DropChoices): string {
  return `${before} ${id} ${owner.owner} ${canonicalJson(choices)}`;
}
