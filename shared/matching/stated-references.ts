import { identifyBetalingskenmerk } from '../identifiers/betalingskenmerk.ts';
import { identifyOgm } from '../identifiers/ogm.ts';
import { identifyRfReference } from '../identifiers/rf-reference.ts';
import { compact } from './invoice-number.ts';

/** What a structured reference is by its form, its check digits being right. */
export type ReferenceSort = 'RF' | 'OGM' | `kenmerk-${number}`;

/** The sort of a text of letters and digits that is a structured reference; null for any other text. */
export function sortOfReference(key: string): ReferenceSort | null {
  if (identifyRfReference(key).normalised !== null) return 'RF';
  if (!/^\d{9,16}$/.test(key)) return null;
  if (identifyOgm(key).normalised !== null) return 'OGM';
  return identifyBetalingskenmerk(key).normalised !== null ? `kenmerk-${key.length}` : null;
}

/** A reference as it is looked up: workbooks drop the zeros in front of digits. */
function lookedUpAs(key: string): string {
  return /^\d+$/.test(key) ? key.replace(/^0+/, '') : key;
}

/** A word in front of the reference itself: `Betalingskenmerk: 8850 4267 4130 1240`. */
const wordBefore = /^[A-Z]{5,}?(?=RF\d{2}|\d{9,}$)/;

/** The references invoices ask to be paid with (UBL `PaymentID`, a column `Betalingskenmerk`), and what bears them. */
export class StatedReferences<T> {
  private readonly byKey = new Map<string, T[]>();
  private readonly sorts = new Set<ReferenceSort>();

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  /** Keeps a reference; a text of fewer than five characters or three digits says too little. Its key when it is free text. */
  add(reference: string, bearer: T): string | null {
    const key = compact(reference);
    if (key.length < 5 || key.replace(/\D/g, '').length < 3) return null;
    const bare = key.replace(wordBefore, '');
    const sort = sortOfReference(bare.length === 15 ? bare.padStart(16, '0') : bare) ?? sortOfReference(bare);
    this.keep(key, bearer);
    if (sort === null) return key;
    if (bare !== key) this.keep(bare, bearer);
    this.sorts.add(sort);
    return null;
  }

  private keep(key: string, bearer: T): void {
    const known = this.byKey.get(lookedUpAs(key));
    if (known) known.push(bearer);
    else this.byKey.set(lookedUpAs(key), [bearer]);
  }

  /** What bears exactly this reference, given in letters and digits only. */
  bearers(key: string): readonly T[] {
    return this.byKey.get(lookedUpAs(key)) ?? [];
  }

  /** Whether invoices here have references of this sort. */
  has(sort: ReferenceSort): boolean {
    return this.sorts.has(sort);
  }
}
