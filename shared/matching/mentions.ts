import { daysBetween, type IsoDate, isIsoDate } from '../dates/civil.ts';
import { identifyBetalingskenmerk } from '../identifiers/betalingskenmerk.ts';
import { identifyOgm } from '../identifiers/ogm.ts';
import { identifyRfReference } from '../identifiers/rf-reference.ts';
import { compact } from './invoice-number.ts';
import type { ItemIndex } from './item-index.ts';
import type { Receipt } from './match.ts';
import { type NamedDays, readDays } from './named-days.ts';
import { type Naming, strongest } from './naming.ts';
import { type Hit, readGlued, readSeries } from './number-series.ts';
import { weightOfNumber } from './number-weight.ts';
import type { Entry, Owner } from './owner.ts';
import { readStated } from './read-stated.ts';
import { type NumberRole, type Run, readRuns, upperText } from './remittance-text.ts';
import { sortOfReference } from './stated-references.ts';

/** A number in the text that names nothing in the books. */
export interface Unread {
  readonly key: string;
  /** Its stretches of digits. */
  readonly parts: readonly string[];
  readonly role: NumberRole;
  /** It is built as the numbers of this administration, or called an invoice: something is meant that is not in the books. */
  readonly telling: boolean;
}

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

const joins = /^[\s\-/._:\\#]{0,3}$/;
const numberWord = /^(?:NR|NRS|NUMMER|NO|NUMBER)$/;
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

/** Payment references with check digits; they are taken out of the text when they name something. */
function readReferences(text: string, index: ItemIndex, namings: Naming[]): string {
  if (!/\d{3}/.test(text.replace(/[\s./-]/g, ''))) return text;
  const patterns: readonly (readonly [RegExp, (found: string) => string | null])[] = [
    [
      /(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}(?![A-Z0-9])/g,
      (found) => identifyRfReference(found).normalised?.slice(4) ?? null,
    ],
    [
      /(?:\+{3}|\*{3})?\d{3}\/\d{4}\/\d{5}(?:\+{3}|\*{3})?/g,
      (found) => identifyOgm(found).normalised?.slice(0, 10) ?? null,
    ],
    [/(?<!\d)\d{12}(?!\d)/g, (found) => identifyOgm(found).normalised?.slice(0, 10) ?? null],
    [/(?<!\d)(?:\d{16}|\d{4}(?:[ .]\d{4}){3})(?!\d)/g, kenmerkBody],
    [/(?<!\d)\d{9,14}(?!\d)/g, kenmerkBody],
  ];
  let rest = upperText(text);
  for (const [pattern, bodyOf] of patterns) {
    rest = rest.replace(pattern, (found) => {
      const body = bodyOf(found);
      const entries = body === null || index.isNumber(compact(found)) ? [] : entriesOfBody(body, index);
      for (const entry of entries) namings.push({ entry, by: 'payment-reference', weight: 11, written: found.trim() });
      return entries.length > 0 || isNobodys(found, body, index) ? ' \u0001 ' : found;
    });
  }
  return rest;
}

/** A whole reference with check digits, not built as any number or reference here: of the payer, or of nobody. */
function isNobodys(found: string, body: string | null, index: ItemIndex): boolean {
  const key = compact(found);
  const isWhole = body !== null && (key.length >= 16 || /^RF|[/]/.test(found.trim()));
  const parts = found.split(/[^A-Z0-9]+/);
  // `2026 0012 2026 0013` are two numbers, whatever its check digit.
  const isList = parts.some((_, from) =>
    parts.some((__, to) => to >= from && index.isNumber(parts.slice(from, to + 1).join(''))),
  );
  return isWhole && !isList && !isShapedAsOurs(key, index);
}

/** Whether a text is built as a number, or a reference to pay with, of this administration; also the number inside a reference. */
function isShapedAsOurs(key: string, index: ItemIndex): boolean {
  if (index.looksLikeNumber(key) || index.isNumber(key)) return true;
  const sort = sortOfReference(key);
  if (sort === null) return false;
  const body = sort === 'RF' ? key.slice(4) : sort === 'OGM' ? key.slice(0, 10) : kenmerkBody(key);
  return index.references.has(sort) || index.looksLikeNumber((body ?? '').replace(/^0+/, ''));
}

/** A number in the structured reference is called one by its place: that says nothing when it is built as none of ours. */
function ofStructured(unread: Unread, text: string, index: ItemIndex): Unread {
  const isBare = text.length >= 7 && !/[A-Z]{3}/.test(upperText(text));
  return isBare && !isShapedAsOurs(compact(text), index)
    ? { ...unread, telling: index.looksLikeNumber(unread.key) }
    : unread;
}

function kenmerkBody(found: string): string | null {
  const digits = identifyBetalingskenmerk(found).normalised;
  if (digits === null || digits.length < 9) return null;
  return digits.slice(digits.length === 16 ? 1 : 2);
}

/** Items a reference is derived from: its number, or its number behind the debtor's code. */
function entriesOfBody(body: string, index: ItemIndex): readonly Entry[] {
  const own = body.replace(/^0+/, '');
  const whole = [...index.numbered(own), ...index.referenced(own)];
  if (whole.length > 0) return whole;
  for (let from = 1; from <= own.length - 4; from++) {
    const front = own.slice(0, from).replace(/0+$/, '');
    const back = own.slice(from);
    const meant = [...index.numbered(back), ...index.numbered(back.replace(/^0+/, ''))].filter(({ owner }) => {
      const code = owner.debtor.code.replace(/\D/g, '').replace(/^0+|0+$/g, '');
      return code !== '' && front === code;
    });
    if (meant.length > 0) return meant;
  }
  return [];
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

interface Gathered {
  readonly namings: Naming[];
  readonly unread: Unread[];
  readonly codes: Map<Owner, boolean>;
}

function readNumbers(runs: readonly Run[], index: ItemIndex, into: Gathered): void {
  const hits = longestFirst(allHits(runs, index));
  const taken = new Array<boolean>(runs.length).fill(false);
  const chosen: Hit[] = [];
  for (const hit of hits) {
    if (taken.slice(hit.from, hit.to + 1).some(Boolean)) continue;
    taken.fill(true, hit.from, hit.to + 1);
    chosen.push(hit);
  }
  chosen.sort((a, b) => a.from - b.from);
  for (const hit of chosen) into.namings.push(...hit.namings);
  readGlued(runs, taken, index, into.namings);
  readSeries(runs, taken, chosen, index, into.namings);
  runs.forEach((run, at) => {
    if (!run.digits || taken[at]) return;
    const owners = run.text.length >= 3 && run.role !== 'other' ? codeOwners(runs, at, index) : [];
    for (const owner of owners) {
      const labelled = run.role === 'customer';
      if (labelled || run.text.length >= 5) into.codes.set(owner, labelled || (into.codes.get(owner) ?? false));
    }
    if (owners.length > 0 || run.role === 'customer' || run.role === 'other') taken[at] = true;
  });
  into.unread.push(...unreadOf(runs, taken, index));
}

function codeOwners(runs: readonly Run[], at: number, index: ItemIndex): readonly Owner[] {
  const before = runs[at - 1];
  const withLetters = before && !before.digits && runs[at]!.gap.length <= 1 ? before.text + runs[at]!.text : null;
  const owners = withLetters === null ? [] : index.withCode(withLetters);
  return owners.length > 0 ? owners : index.withCode(runs[at]!.text);
}

/** Every stretch of runs that is a form of a number in the books. */
function* allHits(runs: readonly Run[], index: ItemIndex): Generator<Hit> {
  for (let from = 0; from < runs.length; from++) {
    let key = '';
    let plain = '';
    const seams: number[] = [];
    for (let to = from; to < runs.length && to - from < 8 && key.length <= 24; to++) {
      const run = runs[to]!;
      if (to > from && !joins.test(run.gap)) break;
      if (to > from && run.digits && runs[to - 1]!.digits) seams.push(key.length);
      key += run.text;
      plain += run.digits ? run.text.replace(/^0+(?=\d)/, '') : run.text;
      if (!/\d/.test(key)) continue;
      const namings = namingsOf(key, { runs, from, to, seams }, index);
      const stripped =
        namings.length === 0 && plain !== key ? namingsOf(plain, { runs, from, to, seams: [] }, index) : [];
      const found = namings.length > 0 ? namings : stripped.map((naming) => ({ ...naming, weight: naming.weight - 1 }));
      if (found.length > 0) yield { from, to, key, namings: found };
    }
  }
}

interface Stretch {
  readonly runs: readonly Run[];
  readonly from: number;
  readonly to: number;
  /** Places in the key where two runs of digits meet. */
  readonly seams: readonly number[];
}

function namingsOf(key: string, stretch: Stretch, index: ItemIndex): readonly Naming[] {
  const { runs, from, to, seams } = stretch;
  const firstDigits = runs.slice(from, to + 1).find(({ digits }) => digits)!;
  const { role } = firstDigits;
  const written = runs
    .slice(from, to + 1)
    .map((run, at) => (at === 0 ? '' : run.gap) + run.text)
    .join('');
  const glued = gluedLetters(runs, from, to);
  // An invoice of that day is not one of that number.
  const called = role === 'invoice' && runs[from - 1]?.text !== 'VAN' ? { called: true as const } : {};
  const namings: Naming[] = [];
  for (const entry of index.numbered(key)) {
    const weight = weightOfNumber(key, entry.forms, { role, seams, glued });
    if (weight >= 1) namings.push({ entry, by: 'number', weight, written, ...called });
  }
  if (role !== 'customer')
    for (const entry of index.referenced(key)) namings.push({ entry, by: 'your-reference', weight: 6, written });
  return namings;
}

/** Letters that stand against the number without being part of it or a word that announces it. */
function gluedLetters(runs: readonly Run[], from: number, to: number): boolean {
  const before = runs[from - 1];
  const after = runs[to + 1];
  const first = runs[from]!;
  const isWordBefore = before && !before.digits && first.gap === '' && first.digits;
  const announced = isWordBefore && (before.role === 'invoice' || before.text.length >= 5);
  const isWordAfter = after && !after.digits && after.gap === '' && runs[to]!.digits;
  return Boolean((isWordBefore && !announced) || (isWordAfter && after.text.length <= 2 && after.text !== 'EN'));
}

function longestFirst(hits: Iterable<Hit>): readonly Hit[] {
  return [...hits].sort((a, b) => b.key.length - a.key.length || a.from - b.from);
}

function unreadOf(runs: readonly Run[], taken: readonly boolean[], index: ItemIndex): readonly Unread[] {
  const unread: Unread[] = [];
  for (let from = 0; from < runs.length; from++) {
    if (taken[from]) continue;
    const run = runs[from]!;
    const nextTo = runs[from + 1];
    if (!run.digits && !(nextTo?.digits && nextTo.gap.length <= 1 && !taken[from + 1] && run.text.length <= 4))
      continue;
    let to = from;
    let key = run.text;
    while (to + 1 < runs.length && !taken[to + 1] && /^[-/._]?$/.test(runs[to + 1]!.gap) && key.length < 20)
      key += runs[++to]!.text;
    const parts = runs.slice(from, to + 1).filter(({ digits }) => digits);
    const start = from;
    const role = parts[0]?.role ?? run.role;
    from = to;
    if (!/\d/.test(key)) continue;
    const yearAlone = /^(?:19|20)\d\d$/.test(key);
    const before = runs[start - 1];
    const isNumbered = role === 'free' && before !== undefined && numberWord.test(before.text);
    const isNamed = role === 'invoice' || role === 'reference' || isNumbered;
    const called = isNamed && /\d{3}/.test(key) && !yearAlone;
    const isOfOther = sortOfReference(key) !== null && !isShapedAsOurs(key, index);
    const telling = (called && !isOfOther) || index.looksLikeNumber(key);
    unread.push({ key, parts: parts.map(({ text }) => text), role, telling });
  }
  return unread;
}
