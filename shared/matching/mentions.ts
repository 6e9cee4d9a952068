import { daysBetween, type IsoDate, isIsoDate } from '../dates/civil.ts';
import { isShapedAsOurs, readReferences } from './checked-references.ts';
import { compact } from './invoice-number.ts';
import type { ItemIndex } from './item-index.ts';
import type { Receipt } from './match.ts';
import { type NamedDays, readDays } from './named-days.ts';
import { type Naming, strongest } from './naming.ts';
import type { Entry, Owner } from './owner.ts';
import { readStated } from './read-stated.ts';
import { type NumberRole, readRuns, upperText } from './remittance-text.ts';
import { readNumbers, type Unread } from './text-numbers.ts';

/** What the texts of a receipt name. */
export interface Mentions {
  readonly namings: readonly Naming[];
  readonly unread: readonly Unread[];
  /** Debtors whose code stands in the text; true when it is called a customer number. */
  readonly codes: ReadonlyMap<Owner, boolean>;
  /** Months and days the text speaks of. */
  readonly when: NamedDays;
  /** The words of the text, for names in it. */
  readonly words: readonly string[];
}

const placeholder = /^(?:NOTPROVIDED|NOTPROVIDE|NONREF|NOREF|NOTAVAILABLE|UNKNOWN|NA|0+)$/;

/** Reads everything on a receipt that can name an item: the free text, the structured reference and the end-to-end id. */
export function readMentions(receipt: Receipt, index: ItemIndex): Mentions {
  const namings: Naming[] = [];
  const unread: Unread[] = [];
  const codes = new Map<Owner, boolean>();
  const words: string[] = [];
  const texts: [string, NumberRole][] = [];
  if (receipt.remittance !== null) texts.push([receipt.remittance, 'free']);
  if (receipt.structuredReference !== null) texts.push([receipt.structuredReference, 'invoice']);
  for (const [text, role] of texts) {
    const rest = readReferences(readStated(text, receipt, index, namings), index, namings);
    const runs = readRuns(rest, (key, written) => isWrittenSo(key, written, index), role);
    const left: Unread[] = [];
    readNumbers(runs, index, { namings, unread: left, codes });
    unread.push(...(text === receipt.structuredReference ? left.map((one) => ofStructured(one, text, index)) : left));
    for (const run of runs) if (!run.digits) words.push(run.text);
  }
  readStated(receipt.endToEndId ?? '', receipt, index, namings);
  const endToEnd = compact(receipt.endToEndId ?? '');
  if (endToEnd.length >= 4 && !placeholder.test(endToEnd)) readEndToEnd(receipt.endToEndId!, endToEnd, index, namings);
  const dated = namings.map((naming) =>
    isDayOf(naming, receipt.date) || isMonthOf(naming, receipt.date)
      ? { ...naming, weight: Math.min(naming.weight, 2) }
      : naming,
  );
  const when = readDays(receipt.remittance ?? '', receipt.date, (key) => isNoMonth(key, namings, index));
  return { namings: strongest(dated), unread, codes, when, words };
}

/** Whether a number of the books may be written so: not with its parts cut elsewhere, as `0602/2026` is in `06-02-2026`. */
function isWrittenSo(key: string, written: string, index: ItemIndex): boolean {
  const cut = written.split(/[^A-Z0-9]+/).join(' ');
  return index.numbered(key).some(({ item }) => {
    const own = upperText(item.number).split(/[^A-Z0-9]+/);
    return own.length === 1 || !cut.includes(' ') || own.join(' ').endsWith(cut) || cut.endsWith(own.join(' '));
  });
}

/** Days a date in the text may lie from that of the receipt to be no number. */
const daysApart = 35;

/** Eight digits together, or parted where those of a day are: never `2026-1109`. */
const asDay = /^(?:\d{8}|\d{4}([ ./-])\d{2}\1\d{2}|\d{2}([ ./-])\d{2}\2\d{4})$/;

/** Whether a number may as well be the day of the receipt, or one near it. */
function isDayOf({ by, written, called }: Naming, date: IsoDate): boolean {
  if (by !== 'number' || called || !asDay.test(written)) return false;
  const key = compact(written);
  const days = [
    `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6)}`,
    `${key.slice(4)}-${key.slice(2, 4)}-${key.slice(0, 2)}`,
  ];
  return days.some((day) => isIsoDate(day) && Math.abs(daysBetween(day, date)) <= daysApart);
}

/** A month beside its year: `4/2026`, `2026-04`. */
const asMonth = /^(?:(?:0?[1-9]|1[0-2])[-/ ](20[1-4]\d)|(20[1-4]\d)[-/ ](?:0?[1-9]|1[0-2]))$/;
/** Days the first of a month in the text may lie from the receipt to be no number. */
const monthsApart = 200;

/** Whether what is left of a number without its zeros, `2026-04` of `2026-00004`, may as well be a month near the receipt. */
function isMonthOf({ by, written, called, entry }: Naming, date: IsoDate): boolean {
  if (by !== 'number' || called || isWholly(entry, compact(written))) return false;
  const found = asMonth.exec(written);
  if (!found) return false;
  const year = found[1] ?? found[2]!;
  const month = written.replace(year, '').replace(/\D/g, '').padStart(2, '0');
  return Math.abs(daysBetween(`${year}-${month}-01`, date)) <= monthsApart;
}

/** Whether digits as `042026` are the number of an invoice to the letter, or called one: then no month is meant. */
function isNoMonth(key: string, namings: readonly Naming[], index: ItemIndex): boolean {
  const isCalled = namings.some(({ called, written }) => called && compact(written) === key);
  return isCalled || index.numbered(key).some((entry) => isWholly(entry, key));
}

/** Whether it is the number to the last digit, or but for letters in front. */
function isWholly({ forms }: Entry, key: string): boolean {
  return forms.full === key || forms.bare === key;
}

/** A number in the structured reference is called one by its place: that says nothing when it is built as none of ours. */
function ofStructured(unread: Unread, text: string, index: ItemIndex): Unread {
  const isBare = text.length >= 7 && !/[A-Z]{3}/.test(upperText(text));
  return isBare && !isShapedAsOurs(compact(text), index)
    ? { ...unread, telling: index.looksLikeNumber(unread.key) }
    : unread;
}

function readEndToEnd(text: string, key: string, index: ItemIndex, namings: Naming[]): void {
  const found: Naming[] = [];
  readNumbers(
    readRuns(text, () => true, 'invoice'),
    index,
    { namings: found, unread: [], codes: new Map() },
  );
  const whole = index.numbered(key);
  for (const naming of found) {
    // Payers number their own payments too: a number that stands there alone is meant, one among other digits maybe.
    if (whole.includes(naming.entry))
      namings.push({ ...naming, by: 'end-to-end', weight: Math.min(naming.weight - (key.length < 6 ? 2 : 0), 9) });
    else if (naming.entry.forms.bare.length >= 6) {
      const isAmongDigits = digitsOf(key) !== digitsOf(naming.written);
      namings.push({ ...naming, by: 'end-to-end', weight: isAmongDigits ? 1.5 : naming.weight - 3 });
    }
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
