import type { IsoDate } from '../../dates/civil.ts';
import { addDays } from '../../dates/civil.ts';
import { earliestPrintedDate } from '../notice-term.ts';
import { datesIn } from './dates-in-text.ts';
import { type FourteenDayLetter, type LetterPlace, type LetterProblem, letterProblem } from './letter.ts';
import { type LetterText, passageAt, placeIn } from './letter-text.ts';
import { anyOf, costsWords, matcher, otherMatters, payWords } from './words.ts';

/** The day itself is too late: `vóór 10 december`, `costs are due from 10 December`. */
const before = /(?:\b(?:voor|before|prior to|vor(?: dem)?|avant(?: le)?))\W+(?:\w+\W+)?$/;
const from =
  /(?:\b(?:vanaf|met ingang van|as of|as from|from|ab(?: dem)?|a partir du|a compter du|des le))\W+(?:\w+\W+)?$/;
const last = new RegExp(
  `(?<![a-z])${anyOf(
    'uiterlijk|uiterste|tot en met|t/m|laatste dag|niet later dan|betaaldatum|deadline|op of voor|latest',
    'no later than|not later than|by|on or before|until|final date|last day|spatestens|bis(?: zum)?|zahlungsfrist',
    "stichtag|au plus tard|jusqu'au|d'ici(?: le| au)?|date limite|dernier delai",
  )}(?![a-z])[^.]{0,30}$`,
);
const relevant = matcher(
  anyOf(
    payWords,
    costsWords,
    'termijn',
    'betaald',
    'ontvangen',
    'term',
    'period',
    'paid',
    'received',
    '\\w*frist',
    'gezahlt',
    'bezahlt',
    'eingegangen',
    'delai',
    'paye\\w*',
    'recu\\w*',
    'regle\\w*',
  ),
);
const other = matcher(anyOf(otherMatters, 'bis einschl\\w*'));

interface PrintedDate {
  /** Last day to pay according to the letter. */
  readonly date: IsoDate;
  readonly place: LetterPlace | null;
}

/**
 * The first end date in the letter that lies before the last of fourteen full days after presumed receipt; null when there
 * is none. Receipt of registered post and e-mail is presumed as of ordinary post: what arrives sooner is never relied on.
 */
export function deadlineProblem(given: FourteenDayLetter, letter: LetterText): LetterProblem | null {
  const earliest = earliestPrintedDate(given.sentOn);
  const printed = given.printedDeadline === null ? [] : [{ date: given.printedDeadline, place: null }];
  const early = [...endDatesIn(given, letter), ...printed].find(({ date }) => date < earliest);
  if (!early) return null;
  const values = { found: { date: early.date }, earliest: { date: earliest }, sent: { date: given.sentOn } };
  return letterProblem('end-date-early', values, early.place);
}

/** Days by which the letter says that must have been paid; not those of invoices, processing or objections. */
function endDatesIn({ sentOn, items }: FourteenDayLetter, letter: LetterText): readonly PrintedDate[] {
  const own = new Set(items.flatMap(({ dueDate, invoiceDate }) => [dueDate, invoiceDate]));
  return datesIn(letter.folded, sentOn).flatMap(({ start, length, date }) => {
    const sentence = passageAt(letter.sentences, start);
    if (!sentence || date < sentOn) return [];
    const lead = sentence.text.slice(0, start - sentence.start);
    const isLast = last.test(lead) || before.test(lead);
    if (!isLast && (date === sentOn || own.has(date) || !relevant.test(sentence.text))) return [];
    const clause = passageAt(letter.clauses, start)?.text ?? '';
    if (other.test(isLast ? clause : sentence.text) && !relevant.test(clause)) return [];
    const dayBefore = before.test(lead) || from.test(lead);
    return [{ date: dayBefore ? addDays(date, -1) : date, place: placeIn(letter, start, length) }];
  });
}
