import { addDays, epochDay, fromEpochDay, type IsoDate, isoDate, weekday } from './civil.ts';

/** Easter Sunday of a Gregorian year (anonymous computus). */
function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return isoDate(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** King's Day: 27 April, the 26th when that is a Sunday; 30 April (29th) before 2014. */
function kingsDay(year: number): IsoDate {
  const day = isoDate(year, 4, year >= 2014 ? 27 : 30);
  return weekday(day) === 7 ? addDays(day, -1) : day;
}

const byYear = new Map<number, ReadonlySet<IsoDate>>();

/**
 * Recognised Dutch public holidays of a year (Algemene termijnenwet art. 3): New Year, Good Friday (equated), Easter
 * Monday, King's Day, 5 May, Ascension, Whit Monday and both Christmas days.
 */
export function dutchHolidays(year: number): ReadonlySet<IsoDate> {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const made: ReadonlySet<IsoDate> = new Set([
    isoDate(year, 1, 1),
    addDays(easter, -2),
    addDays(easter, 1),
    kingsDay(year),
    isoDate(year, 5, 5),
    addDays(easter, 39),
    addDays(easter, 50),
    isoDate(year, 12, 25),
    isoDate(year, 12, 26),
  ]);
  byYear.set(year, made);
  return made;
}

/** Legal holidays of Belgium (KB 18 April 1974): New Year, Easter Monday, 1 May, Ascension, Whit Monday, 21 July, 15 August, 1 and 11 November, Christmas. */
export function isBelgianHoliday(date: IsoDate): boolean {
  if (['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'].includes(date.slice(5))) return true;
  const sinceEaster = epochDay(date) - epochDay(easterSunday(Number(date.slice(0, 4))));
  return sinceEaster === 1 || sinceEaster === 39 || sinceEaster === 50;
}

/** Neither weekend nor recognised holiday: the working days of freshness and other office terms. */
export function isWorkingDay(date: IsoDate): boolean {
  return weekday(date) <= 5 && !dutchHolidays(Number(date.slice(0, 4))).has(date);
}

/** A day on which TARGET settles euro payments: no weekend, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
export function isBankDay(date: IsoDate): boolean {
  if (weekday(date) > 5) return false;
  const day = date.slice(5);
  if (day === '01-01' || day === '05-01' || day === '12-25' || day === '12-26') return false;
  const easter = epochDay(easterSunday(Number(date.slice(0, 4))));
  const own = epochDay(date);
  return own !== easter - 2 && own !== easter + 1;
}

/** The date `count` bank days after `date` (`count` ≥ 0; 0 gives the date itself). */
export function addBankDays(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isBankDay(day)) left--;
  }
  return day;
}

/** Working days in the half-open range (from, to]; 0 when `to` is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = epochDay(from) + 1; day <= epochDay(to); day++) if (isWorkingDay(fromEpochDay(day))) count++;
  return count;
}
