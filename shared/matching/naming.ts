import type { Entry } from './owner.ts';

/** How an item is named; the reason it gives is `named-<how>`. */
export type NamedBy =
  | 'number'
  | 'list'
  | 'range'
  | 'serial'
  | 'slip'
  | 'end-to-end'
  | 'payment-reference'
  | 'your-reference'
  | 'date'
  | 'period';

/** An item a receipt names. `weight`: how much rather this is read here when it is meant than by chance (natural log). */
export interface Naming {
  readonly entry: Entry;
  readonly by: NamedBy;
  readonly weight: number;
  /** As it was read. */
  readonly written: string;
  /** The text calls it an invoice: `factuurnummer 20261107`. */
  readonly called?: true;
  /** May also be read as only the two ends: `0012-0016`. */
  readonly doubtful?: true;
}

/** The strongest naming of each item, in the order of the text. */
export function strongest(namings: readonly Naming[]): readonly Naming[] {
  const best = new Map<Entry, Naming>();
  for (const naming of namings) {
    const known = best.get(naming.entry);
    if (!known || naming.weight > known.weight) best.set(naming.entry, naming);
  }
  return [...best.values()];
}
