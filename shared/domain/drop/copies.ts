import { linkCopies } from '../../formats/ubl/copies.ts';
import { type Cents, formatAmount } from '../../money/cents.ts';
import type { Books } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { ImportDiff, ItemPlace } from '../import/diff.ts';
import type { StoredCopy } from '../import/list-writer.ts';
import type { OpenItem } from '../item.ts';
import type { CopySource } from './unit.ts';

/** Copies of a unit with the items they are of. */
export interface PlacedCopies {
  readonly placed: readonly { readonly source: CopySource; readonly of: StoredCopy['of'] }[];
  /** Files that turned out to be of an item the books know. */
  readonly linked: ReadonlySet<string>;
}

/** An item a copy may be of. */
interface KnownItem {
  readonly number: string;
  readonly file: null;
  readonly total: Cents;
  readonly place: ItemPlace;
}

interface FoundCopy {
  readonly source: CopySource;
  readonly item: KnownItem;
}

/**
 * Finds the item of each copy: of the invoice it came with, else by its number in the name of the file, else by its number and
 * total in the text (criterion A6). Copies that fit none, or several equally, are left out.
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
  const known = knownItems(books, diff);
  const named = loose.map(({ number, file }) => ({ name: number === null ? file : `${number}.pdf` }));
  const { links, unlinked } = linkCopies(known, named);
  const byText = namedInText(
    known,
    unlinked.map((copy) => loose[copy]!),
  );
  const byName = links.map(({ invoice, copy }) => ({ source: loose[copy]!, item: known[invoice]! }));
  for (const { source, item } of [...byName, ...byText]) {
    placed.push({ source, of: item.place });
    linked.add(source.file);
  }
  return { placed, linked };
}

/** Shorter numbers stand in many texts as something else. */
const shortestInText = 4;

/** Copies in whose text the number and the total of one item stand. */
function namedInText(known: readonly KnownItem[], copies: readonly CopySource[]): readonly FoundCopy[] {
  const read = copies.filter(({ text }) => text !== undefined && text !== '');
  if (read.length === 0) return [];
  const telling = known.filter(({ number }) => number.length >= shortestInText);
  const texts = read.map(({ text = '' }) => ({ name: '', text }));
  return linkCopies(telling, texts)
    .links.map(({ invoice, copy }) => ({ source: read[copy]!, item: telling[invoice]! }))
    .filter(({ source, item }) => statesAmount(source.text ?? '', item.total));
}

function statesAmount(text: string, total: Cents): boolean {
  const amount = formatAmount(Math.abs(total));
  const plain = amount.replaceAll('.', '');
  const english = amount.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return [amount, plain, english, plain.replace(',', '.')].some((form) => text.includes(form));
}

function knownItems(books: Books, diff: ImportDiff): readonly KnownItem[] {
  const known: KnownItem[] = [];
  const add = (debtorId: DebtorId, { id, number, kind, total }: OpenItem) => {
    if (number !== '' && kind !== 'receipt') known.push({ number, file: null, total, place: { debtorId, itemId: id } });
  };
  for (const [debtorId, { item }] of books.ledgers) for (const id in item) add(debtorId, item[id]!);
  for (const { id, items } of diff.debtors)
    for (const { sort, after } of items) if (sort === 'new' && after) add(id, after);
  return known;
}
