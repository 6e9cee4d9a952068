import { addDays, type IsoDate, isIsoDate, isoDate } from '#shared/dates/civil.ts';

/**
 * The date people mean when they type one: `31-12-2026`, `31/12/26`, `31 12` (the year of `today`), `31122026`, or
 * `+14` for days from today. Null for anything that is no existing date.
 */
export function typedDate(text: string, today: IsoDate): IsoDate | null {
  const typed = text.trim();
  const later = /^\+(\d{1,3})$/.exec(typed);
  if (later) return addDays(today, Number(later[1]));
  const parts =
    /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (!parts) return null;
  const year = parts[3] ? Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]) : Number(today.slice(0, 4));
  const date = isoDate(year, Number(parts[2]), Number(parts[1]));
  return isIsoDate(date) ? date : null;
}
