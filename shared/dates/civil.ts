/** A civil date `YYYY-MM-DD` in Europe/Amsterdam. Strings compare and sort as dates. */
export type IsoDate = string;

/** Days since 1970-01-01 of a civil date. Proleptic Gregorian, exact for every year 0001–9999. */
export function epochDay(date: IsoDate): number {
  return epochDayOf(yearOf(date), twoDigits(date, 5), twoDigits(date, 8));
}

/** Without making texts of the parts: dates are read by the million. */
function yearOf(date: IsoDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

function twoDigits(date: IsoDate, at: number): number {
  return date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;
}

/** {@link epochDay} of a date in parts, unchecked: months 1–12, days from 1. */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day number; inverse of {@link epochDay}. */
export function fromEpochDay(days: number): IsoDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate(year, month, day);
}

/** Builds a date from parts without checking them; see {@link isIsoDate}. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is an existing civil date in the form `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = yearOf(text);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= daysInMonth(year, month);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromEpochDay(epochDay(date) + days);
}

/** The later of two days; null counts as before every day. */
export function laterOf(a: IsoDate | null, b: IsoDate): IsoDate;
export function laterOf(a: IsoDate | null, b: IsoDate | null): IsoDate | null;
export function laterOf(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a !== null && (b === null || a > b) ? a : b;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return epochDay(to) - epochDay(from);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Same day `months` later, clamped to the end of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return isoDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(date: IsoDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const shifted = (((epochDay(date) + 3) % 7) + 7) % 7;
  return (shifted + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** `31-12-2026`, as every screen and letter writes a date. */
export function formatDate(date: IsoDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** `31-12`, where the year goes without saying. */
export function formatDayMonth(date: IsoDate): string {
  return formatDate(date).slice(0, 5);
}

/** A local date-time as a person reads it: `31-12-2026 09:14`, or the date alone where there is no time. */
export function formatMoment(at: string): string {
  return `${formatDate(at.slice(0, 10))} ${at.slice(11, 16)}`.trim();
}

const months: Readonly<Record<'nl' | 'en' | 'de' | 'fr', readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

/** A date in words, as a letter opens: `20 november 2026`, `20. November 2026`. */
export function formatLongDate(date: IsoDate, language: 'nl' | 'en' | 'de' | 'fr'): string {
  const day = Number(date.slice(8, 10));
  const month = months[language][Number(date.slice(5, 7)) - 1];
  return `${day}${language === 'de' ? '.' : ''} ${month} ${date.slice(0, 4)}`;
}

const weekdays: Readonly<Record<'nl' | 'en', readonly string[]>> = {
  nl: 'ma di wo do vr za zo'.split(' '),
  en: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
};

/** `vr 27-11`, for dates that are near enough to need no year. */
export function formatShortDay(date: IsoDate, language: 'nl' | 'en'): string {
  return `${weekdays[language][weekday(date) - 1]} ${date.slice(8, 10)}-${date.slice(5, 7)}`;
}
