import { type IsoDate, isIsoDate, isoDate } from '../../dates/civil.ts';

export interface DateFound {
  readonly start: number;
  readonly length: number;
  readonly date: IsoDate;
}

/** Months as nl, en, de and fr write them, folded; abbreviations by their first letters. */
const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'januar', 'janner', 'janvier', 'janv', 'jan'],
  ['februari', 'february', 'februar', 'fevrier', 'febr', 'fevr', 'feb'],
  ['maart', 'march', 'marz', 'mars', 'mrt', 'mar'],
  ['april', 'avril', 'apr', 'avr'],
  ['mei', 'may', 'mai'],
  ['juni', 'june', 'juin', 'jun'],
  ['juli', 'july', 'juillet', 'juil', 'jul'],
  ['augustus', 'august', 'aout', 'aug'],
  ['september', 'septembre', 'sept', 'sep'],
  ['oktober', 'october', 'octobre', 'okt', 'oct'],
  ['november', 'novembre', 'nov'],
  ['december', 'dezember', 'decembre', 'dec', 'dez'],
];
const monthNames = months
  .flat()
  .sort((one, other) => other.length - one.length)
  .join('|');
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|e|ste|de|er|st|nd|rd|th)? ?(?:of )?(${monthNames})\\b\\.?,? ?((?:19|20)\\d\\d)?(?!\\d)`,
  'g',
);
const monthFirst = new RegExp(`\\b(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? ((?:19|20)\\d\\d))?`, 'g');
const dayFirstDigits = /(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])/g;
const yearFirst = /(?<!\d)((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)/g;

/** Every date in a folded letter. One without a year is the first on or after `sentOn`. */
export function datesIn(folded: string, sentOn: IsoDate): readonly DateFound[] {
  const found: DateFound[] = [];
  const add = (match: RegExpExecArray, day: number, month: number, year: string | undefined) => {
    const inside = found.some(
      ({ start, length }) => match.index < start + length && start < match.index + match[0].length,
    );
    const date = inside ? null : dateOf(day, month, year, sentOn);
    if (date) found.push({ start: match.index, length: match[0].trimEnd().length, date });
  };
  for (const match of folded.matchAll(yearFirst)) add(match, Number(match[3]), Number(match[2]), match[1]);
  for (const match of folded.matchAll(dayFirstDigits)) add(match, Number(match[1]), Number(match[3]), match[4]);
  for (const match of folded.matchAll(dayFirst)) add(match, Number(match[1]), monthOf(match[2]), match[3]);
  for (const match of folded.matchAll(monthFirst)) add(match, Number(match[2]), monthOf(match[1]), match[3]);
  return found.sort((one, other) => one.start - other.start);
}

function monthOf(name: string | undefined): number {
  return months.findIndex((names) => names.includes(name ?? '')) + 1;
}

function dateOf(day: number, month: number, year: string | undefined, sentOn: IsoDate): IsoDate | null {
  const own = Number(sentOn.slice(0, 4));
  const years = year === undefined ? [own, own + 1] : [year.length === 2 ? 2000 + Number(year) : Number(year)];
  const dates = years.map((each) => isoDate(each, month, day)).filter(isIsoDate);
  return (year === undefined ? dates.find((date) => date >= sentOn) : dates[0]) ?? null;
}
