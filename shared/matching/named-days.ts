import { addDays, daysBetween, type IsoDate, isIsoDate } from '../dates/civil.ts';
import type { Naming } from './naming.ts';
import type { Entry } from './owner.ts';
import { months as monthWords, upperText } from './remittance-text.ts';

/** Months (`2026-03`) and days a text names, with how they are written. */
export interface NamedDays {
  readonly months: ReadonlyMap<string, string>;
  readonly days: ReadonlyMap<IsoDate, { readonly written: string; readonly called: boolean }>;
}

/** Words before the day of an invoice: `nota dd`, `factuur van`, `factuurdatum`. */
const dayOfInvoice =
  /(?:\b(?:FACT\w*|FAKT\w*|NOTA|REKENING|INVOICE)\.? ?(?:DATUM|VAN|DD|D\.D\.?|OF|DATED)?|\b(?:FACTUURDATUM|D\.D\.|DD))[ .:]*$/;

const month = `(?:${monthWords})`;
// In `16 mei 23 jun` 23 is a day.
const year = `(?:[ ]?[-/' ][ ']?(20[1-4]\\d|[1-4]\\d(?! ${month}\\b))(?![\\d\\-/.,]))`;
const numericDay = /(?<![\d\-/.])(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|1[0-2])\2((?:20)?[1-4]\d)(?![\d\-/])/g;
const isoDay = /(?<![\d\-/.])(20[1-4]\d)([-/.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d\-/])/g;
const writtenDay = new RegExp(`(?<![\\d\\-/.])(0?[1-9]|[12]\\d|3[01])[ -](${month})\\b${year}?`, 'g');
const monthRange = new RegExp(`\\b(${month})\\b${year}? ?(?:-|T ?/ ?M|TM|TOT EN MET|TOT) ?(${month})\\b${year}?`, 'g');
const untilMonth = new RegExp(
  `(?:\\bT ?/ ?M|\\bTM|\\bTOT EN MET|\\bTOT|\\bVOOR|\\bPER|\\bUNTIL) (?:${month})\\b${year}?`,
  'g',
);
const monthName = new RegExp(`\\b(${month})\\b${year}?`, 'g');
const monthFirst = /(?<![\d\-/.])(0?[1-9]|1[0-2])[-/](20[1-4]\d)(?![\d\-/])/g;
const yearFirst = /(?<![\d\-/.A-Z])(20[1-4]\d)[-/](0[1-9]|1[0-2])(?![\d\-/])/g;
const quarter =
  /\b(?:Q ?([1-4])|([1-4])E? ?KW(?:ARTAAL)?|KW(?:ARTAAL)? ?([1-4]))\b(?:[ ]?[-/' ][ ']?(20[1-4]\d)(?!\d))?/g;

const starts = ['JAN', 'FEB', 'M', 'AP', 'MEI', 'JUN', 'JUL', 'AU', 'SE', 'O', 'N', 'D'];

function monthNumber(word: string): number {
  if (word === 'MAY' || word === 'MEI') return 5;
  return starts.findIndex((start) => word.startsWith(start)) + 1;
}

function monthOf(yearAsked: number, number: number): string {
  return `${yearAsked}-${String(number).padStart(2, '0')}`;
}

/** The year said, or the one in which this month lies nearest: eight months back to three ahead. */
function yearOf(said: string | undefined, number: number, near: IsoDate): number {
  if (said !== undefined) return said.length === 2 ? 2000 + Number(said) : Number(said);
  const own = Number(near.slice(0, 4));
  const ahead = number - Number(near.slice(5, 7));
  return ahead > 3 ? own - 1 : ahead < -8 ? own + 1 : own;
}

/**
 * Reads which months and days a text speaks of: `huur maart`, `abonnement 03-2026`, `jan t/m mrt`, `2e kwartaal`, `nota dd 12 mei`.
 * Without a year the nearest to `near` is meant. What `isNumber` knows as the number of an invoice is no month.
 */
export function readDays(text: string, near: IsoDate, isNumber: (compact: string) => boolean): NamedDays {
  const months = new Map<string, string>();
  const days = new Map<IsoDate, { written: string; called: boolean }>();
  let rest = upperText(text);
  const take = (pattern: RegExp, read: (found: readonly (string | undefined)[]) => boolean) => {
    rest = rest.replace(pattern, (...found: unknown[]) => {
      const parts = found.filter((part) => typeof part === 'string' || part === undefined) as (string | undefined)[];
      return read(parts) ? ' \u0001 ' : String(found[0]);
    });
  };
  const addDay = (written: string, yearRead: number, monthRead: number, dayRead: number) => {
    const day = `${monthOf(yearRead, monthRead)}-${String(dayRead).padStart(2, '0')}`;
    const before = rest.slice(Math.max(0, rest.indexOf(written) - 24), Math.max(0, rest.indexOf(written)));
    if (isIsoDate(day)) days.set(day, { written: written.trim(), called: dayOfInvoice.test(before) });
    return true;
  };
  const addMonth = (written: string, yearRead: number, monthRead: number) => {
    months.set(monthOf(yearRead, monthRead), written.trim());
    return true;
  };
  take(isoDay, ([all, y, , m, d]) => addDay(all!, Number(y), Number(m), Number(d)));
  take(numericDay, ([all, d, , m, y]) => addDay(all!, yearOf(y, Number(m), near), Number(m), Number(d)));
  take(writtenDay, ([all, d, m, y]) => {
    const number = monthNumber(m!);
    return addDay(all!, yearOf(y, number, near), number, Number(d));
  });
  take(monthRange, ([all, from, fromYear, to, toYear]) => {
    const first = monthNumber(from!);
    const last = monthNumber(to!);
    const lastYear = yearOf(toYear ?? fromYear, last, near);
    for (let number = first <= last ? first : first - 12; number <= last; number++)
      addMonth(all!, number > 0 ? lastYear : lastYear - 1, number > 0 ? number : number + 12);
    return true;
  });
  // `facturen t/m mei` speaks of everything up to then.
  take(untilMonth, () => true);
  take(monthName, (found) => {
    const [all, word, said] = found;
    // `Jan` is a name as well.
    if (
      word === 'JAN' &&
      said === undefined &&
      !/^\W*JAN\W*$|\b(?:HUUR|WONING|MAAND|PERIODE|TERMIJN|ABO|ABONNEMENT|CONTR|CONTRIBUTIE|BIJDRAGE|LIDMAATSCHAP|LESGELD|SERVICEKOSTEN)\W+JAN\b/.test(
        rest,
      )
    )
      return false;
    const number = monthNumber(word!);
    return addMonth(all!, yearOf(said, number, near), number);
  });
  const addUnlessNumber = (written: string, yearRead: string, monthRead: string) =>
    !isNumber(written.replace(/\D/g, '')) && addMonth(written, Number(yearRead), Number(monthRead));
  take(monthFirst, ([all, m, y]) => addUnlessNumber(all!, y!, m!));
  take(yearFirst, ([all, y, m]) => addUnlessNumber(all!, y!, m!));
  take(quarter, ([all, a, b, c, y]) => {
    const last = Number(a ?? b ?? c) * 3;
    const yearRead = yearOf(y, last, near);
    for (let number = last - 2; number <= last; number++) addMonth(all!, yearRead, number);
    return true;
  });
  return { months, days };
}

/** Months an invoice is for; read once of each. */
function monthsOf(entry: Entry): readonly string[] {
  entry.months ??= monthsInvoiced(entry);
  return entry.months;
}

/** Those its description names, else that of its date, or the next when it is sent late in the month. */
function monthsInvoiced({ item }: Entry): readonly string[] {
  if (item.date === null) return [];
  if (item.description !== null) {
    const said = readDays(item.description, item.date, () => false).months;
    if (said.size > 0) return [...said.keys()];
  }
  const own = item.date.slice(0, 7);
  if (Number(item.date.slice(8)) < 20) return [own];
  const next = Number(own.slice(5)) + 1;
  return [own, next > 12 ? monthOf(Number(own.slice(0, 4)) + 1, 1) : monthOf(Number(own.slice(0, 4)), next)];
}

/**
 * Invoices of one debtor that a month or a day in the text points at. It says little by itself: only those that are, or were,
 * of exactly the amount, or that are open and together make it.
 */
export function namedByDay(
  { months, days }: NamedDays,
  entries: readonly Entry[],
  amount: number,
  date: IsoDate,
  openOf: (entry: Entry) => number,
): readonly Naming[] {
  if (months.size + days.size === 0) return [];
  const found: Naming[] = [];
  for (const entry of entries) {
    const { item } = entry;
    if (item.total <= 0 || (item.total !== amount && openOf(entry) !== amount)) continue;
    const dated = item.date === null ? undefined : days.get(item.date);
    const due = item.dueDate === null ? undefined : days.get(item.dueDate);
    // The day of the payment itself is often in the text.
    if (dated !== undefined && Math.abs(daysBetween(item.date!, date)) > 1)
      found.push({ entry, by: 'date', weight: dated.called ? 3.5 : 1.5, written: dated.written });
    else if (due !== undefined && Math.abs(daysBetween(item.dueDate!, date)) > 1)
      found.push({ entry, by: 'date', weight: 1.5, written: due.written });
    else {
      const of = monthsOf(entry).find((one) => months.has(one));
      if (of !== undefined) found.push({ entry, by: 'period', weight: 3, written: months.get(of)! });
    }
  }
  if (found.length > 0 || months.size === 0) return found;
  const within: { readonly entry: Entry; readonly written: string }[] = [];
  let sum = 0;
  for (const entry of entries) {
    const open = entry.item.total > 0 ? openOf(entry) : 0;
    const of = open > 0 ? monthsOf(entry).find((one) => months.has(one)) : undefined;
    if (of === undefined) continue;
    within.push({ entry, written: months.get(of)! });
    sum += open;
  }
  if (within.length < 2 || sum !== amount) return [];
  return within.map(({ entry, written }) => ({ entry, by: 'period', weight: 3, written }));
}

/** Days before the next invoice of the same amount from which a payment may be meant for that one. */
const aheadDays = 10;
/** Days from which on an invoice of the same amount is another term of what comes back. */
const daysApart = 5;

/**
 * Whether an invoice of an amount that comes back may be skipped for a later one: rent or a subscription of which the next is
 * there already, or is due to come. Not when it is the only one of its amount.
 */
export function laterOfSame({ owner, item }: Entry, date: IsoDate): boolean {
  const { total, date: own } = item;
  if (own === null) return false;
  const from = addDays(own, daysApart);
  const until = addDays(own, -daysApart);
  let next: IsoDate | null = null;
  let before: IsoDate | null = null;
  for (const { item: other } of owner.ofTotal(total)) {
    if (other.date === null) continue;
    if (other.date >= from && (next === null || other.date < next)) next = other.date;
    if (other.date <= until && (before === null || other.date > before)) before = other.date;
  }
  if (next !== null) return daysBetween(date, next) <= aheadDays;
  return before !== null && daysBetween(own, date) + aheadDays >= daysBetween(before, own);
}
