import { linkCopies } from '../formats/ubl/copies.ts';
import type { Books } from './books.ts';
import type { CopySource } from './drop-unit.ts';
import type { StoredCopy } from './import-changes.ts';
import type { ImportDiff, ItemPlace } from './import-diff.ts';

/** Copies of a unit with the items they are of. */
export interface PlacedCopies {
  readonly placed: readonly { readonly source: CopySource; readonly of: StoredCopy['of'] }[];
  /** Files that turned out to be of an item the books know. */
  readonly linked: ReadonlySet<string>;
}

/**
 * Finds the item of each copy: of the invoice it came with, else an item of the books by its number (criterion A6). Copies
 * that fit none, or several equally, are left out.
 */
export function placedCopies(books: Books, copies: readonly CopySource[], diff: ImportDiff): PlacedCopies {
  const placed: PlacedCopies['placed'][number][] = [];
  const loose: CopySource[] = [];
  for (const source of copies) {
    if (source.of === null) loose.push(source);
    else if (diff.places[source.of]) placed.push({ source, of: source.of });
  }
  const linked = new Set<string>();
  if (loose.length === 0) return { placed, linked };
  const { numbers, places } = knownItems(books);
  const named = loose.map(({ number, file }) => ({ name: number === null ? file : `${number}.pdf` }));
  for (const { invoice, copy } of linkCopies(numbers, named).links) {
    const source = loose[copy]!;
    placed.push({ source, of: places[invoice]! });
    linked.add(source.file);
  }
  return { placed, linked };
}

function knownItems(books: Books): {
  readonly numbers: readonly { readonly number: string; readonly file: null }[];
  readonly places: readonly ItemPlace[];
} {
  const numbers: { number: string; file: null }[] = [];
  const places: ItemPlace[] = [];
  for (const [debtorId, { item }] of books.ledgers) {
    for (const { id, number, kind } of Object.values(item ?? {})) {
      if (number === '' || kind === 'receipt') continue;
      numbers.push({ number, file: null });
      places.push({ debtorId, itemId: id });
    }
  }
  return { numbers, places };
}
