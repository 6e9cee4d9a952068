import type { IsoDate } from '../dates/civil.ts';
import { compact, isOneSlipAway, type NumberForms } from './invoice-number.ts';
import type { ItemIndex } from './item-index.ts';
import type { Receipt } from './match.ts';
import type { Mentions } from './mentions.ts';
import type { Naming } from './naming.ts';
import { weightOfLength } from './number-weight.ts';
import type { Entry, Owner } from './owner.ts';
import type { Unread } from './text-numbers.ts';

/** What the unread numbers of a text mean for one debtor, who is known otherwise. */
export interface OwnNumbers {
  readonly namings: readonly Naming[];
  /** Numbers that mean nothing for this debtor either, though something is meant; of a slip, what it may be a slip for. */
  readonly unexplained: readonly { readonly key: string; readonly slips: readonly Entry[] }[];
}

/**
 * Reads short forms that only mean something once it is known who pays: the serial number alone (`12`, `0012-0016`), the
 * last digits of a number, and a number with one slip of the pen in it.
 */
export function ownNumbers(mentions: Mentions, owner: Owner, index: ItemIndex, receipt: Receipt): OwnNumbers {
  const { date, amount } = receipt;
  const namings: Naming[] = [];
  const unexplained: OwnNumbers['unexplained'][number][] = [];
  // What is called an order or a customer weighs far less than its length: it is no slip for an invoice.
  const isMeant = ({ written, weight }: Naming) => weight > weightOfLength(compact(written)) - 5;
  const strangers = mentions.namings.filter(
    (naming) => naming.by === 'number' && naming.entry.owner !== owner && isMeant(naming),
  );
  const isNamed = mentions.namings.some(({ entry }) => entry.owner === owner);
  const entries = mentions.unread.length + strangers.length === 0 ? [] : owner.entries;
  // The number of another may be a slip for one of this debtor's, unless the amount is that of the other.
  const isTheirs = strangers.some(({ entry }) => index.balanceOn(entry, date) === amount);
  if (!isNamed && !isTheirs && strangers.length > 0 && strangers.length <= 4)
    for (const written of new Set(strangers.map((naming) => naming.written)))
      namings.push(
        ...slipsOf(compact(written), entries, index, date).map((naming) => ({ ...naming, written, weight: 2 })),
      );
  // Digits that are another's number without its zeros may be one of this debtor's written shorter still: `266` for 26/0006 and 0266.
  if (!isNamed)
    for (const { written, called, entry } of strangers)
      if (/^\d+$/.test(written) && written !== entry.forms.bare) {
        const role = called ? 'invoice' : 'free';
        namings.push(...serials({ key: written, parts: [written], role, telling: false }, entries, index, date));
      }
  for (const unread of mentions.unread) {
    const found = serials(unread, entries, index, date);
    const slips = found.length > 0 ? [] : index.isNumber(unread.key) ? [] : slipsOf(unread.key, entries, index, date);
    namings.push(...found, ...slips);
    if (found.length === 0 && unread.telling)
      unexplained.push({ key: unread.key, slips: slips.map(({ entry }) => entry) });
  }
  return { namings, unexplained };
}

function serials(unread: Unread, entries: readonly Entry[], index: ItemIndex, date: IsoDate): readonly Naming[] {
  if (unread.parts.length > 4) return [];
  const called = unread.role === 'invoice';
  const ends = unread.parts.length > 1 ? endsOf(unread, entries) : [];
  if (ends.length === 1)
    return [{ entry: ends[0]!, by: 'serial', weight: Math.min(unread.key.length, 5), written: unread.parts.join('-') }];
  const found: Naming[] = [];
  for (const part of unread.parts) {
    const bare = part.replace(/^0+/, '');
    const meant = bare === '' ? [] : entries.filter((entry) => isSerial(part, entry, called));
    const open = meant.filter((entry) => index.balanceOn(entry, date) !== 0);
    const entry = open.length === 1 ? open[0] : open.length === 0 && meant.length === 1 ? meant[0] : undefined;
    if (!entry) {
      if (open.length > 1 && open.length <= 3)
        for (const one of open) found.push({ entry: one, by: 'serial', weight: 0.5, written: part });
      // Half a number says nothing.
      else if (unread.parts.length > 1) return [];
      continue;
    }
    // Two digits stand in any text.
    const weight = called ? Math.min(bare.length, 5) + 1.5 : part.length <= 2 ? 1 : Math.min(bare.length, 5) + 0.5;
    found.push({ entry, by: 'serial', weight, written: part });
  }
  return found;
}

/** Items whose number ends so, parted where it is parted itself: `2-242` of `202602-242`; never `06-2026`, which is a month. */
function endsOf({ key, parts }: Unread, entries: readonly Entry[]): readonly Entry[] {
  if (key !== parts.join('') || key.length < 3) return [];
  const seams = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('').length);
  return entries.filter(({ forms: { full, groups, beforeYear } }) => {
    const from = full.length - key.length;
    return from > 0 && beforeYear === null && full.endsWith(key) && seams.every((seam) => groups.includes(from + seam));
  });
}

/** Whether digits are the serial number of an item, or the end of its number; short ones when they are called an invoice. */
export function isSerial(part: string, { forms }: Entry, called: boolean): boolean {
  const bare = part.replace(/^0+/, '');
  if (forms.full === '' || bare === '') return false;
  if (bare === (forms.beforeYear ?? forms.serial)) return part.length >= 2 || called;
  // The year at the end of `0313/2026` is that of every number.
  const isYear = forms.beforeYear !== null && part.length <= 4;
  return part.length >= 3 && !isYear && forms.bare.length > part.length && forms.bare.endsWith(part);
}

function slipsOf(key: string, entries: readonly Entry[], index: ItemIndex, date: IsoDate): readonly Naming[] {
  if (key.length < 4) return [];
  // Numbers go on: the next one, of an invoice the last list does not have, is no slip for one it has, but for digits that changed places.
  const isNext = index.isNext(key, date);
  const found: Naming[] = [];
  for (const entry of entries) {
    const { forms } = entry;
    if (forms.full.length < 4 || (!isOneSlipAway(key, forms.full) && !isOneSlipAway(key, forms.bare))) continue;
    if (index.balanceOn(entry, date) === 0 || (isNext && !isSwapped(key, forms))) continue;
    found.push({ entry, by: 'slip', weight: 2.5, written: key });
    if (found.length === 12) break;
  }
  // Numbers in a row are all one slip from each other: then the amount has to say which.
  return found.length <= 2 ? found : found.map((naming) => ({ ...naming, weight: 1.5 }));
}

/** Whether a text is a number of which two neighbours changed places. */
function isSwapped(key: string, { full, bare }: NumberForms): boolean {
  return [full, bare].some(
    (form) => form.length === key.length && [...form].sort().join('') === [...key].sort().join(''),
  );
}
