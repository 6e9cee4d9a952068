import { checkDate } from '../checked-input.ts';
import { amountProblems, knownAmounts } from './amounts.ts';
import { isInDefault, rightAmounts } from './claimed-amounts.ts';
import { consequenceProblem } from './consequence.ts';
import { deadlineProblem } from './deadline.ts';
import { ibansIn } from './ibans-in-text.ts';
import { interestProblem } from './interest.ts';
import {
  type FourteenDayLetter,
  type LetterProblem,
  type LetterVerdict,
  letterProblem,
  letterProblemCodes,
} from './letter.ts';
import { type LetterText, placeIn, readLetterText } from './letter-text.ts';
import { namedNumbers } from './numbers-in-text.ts';
import { termProblem } from './term-wording.ts';
import { vatProblem } from './vat.ts';

/**
 * Whether a veertiendagenbrief holds, so that collection costs become due when its term lapses (art. 6:96 lid 5–7 BW;
 * criterion E4; `law.md` §5). Reads the fields and the text in Dutch, English, German and French: a defect that stands in
 * one of the two is a defect. Every code is reported at most once, with its first place in the text.
 *
 * Throws `bad-date` or `date-out-of-range` for a date that cannot be counted from, and `bad-amount` or `amount-too-large`.
 */
export function checkFourteenDayLetter(given: FourteenDayLetter): LetterVerdict {
  checkDate(given.sentOn);
  const letter = readLetterText(given.text ?? '');
  const right = rightAmounts(given);
  const known = knownAmounts(given, right);
  const found = [
    given.debtor.consumer ? null : letterProblem('debtor-no-consumer'),
    notInDefault(given),
    leftOut(given, letter),
    given.text === null ? null : termProblem(letter),
    deadlineProblem(given, letter),
    vatProblem(given, letter, right.costs),
    interestProblem(letter, new Set([...known.principal, ...known.costs, ...known.withCosts])),
    ...amountProblems(given, letter, right, known),
    severalIbans(given, letter),
    given.text === null ? null : consequenceProblem(letter),
  ].filter((problem) => problem !== null);
  const isUnsaid = found.some(({ cause }) => cause === 'consequence-absent');
  // Costs announced in the fields and missing from the text with their whole sentence are that one defect.
  const own = found.filter(({ cause }) => !(isUnsaid && cause === 'costs-not-written'));
  const problems = letterProblemCodes.flatMap((code) => own.find((problem) => problem.code === code) ?? []);
  return { valid: problems.length === 0, problems };
}

/** Costs follow default only: an item that is not late, or whose last day is not known, spoils the letter. */
function notInDefault({ items, sentOn }: FourteenDayLetter): LetterProblem | null {
  const included = items.filter((item) => item.included);
  if (!included.some(({ open }) => open > 0)) return letterProblem('nothing-in-default');
  const early = included.find((item) => item.open > 0 && !isInDefault(item, sentOn));
  if (!early) return null;
  const due = early.dueDate === null ? { text: '–' } : { date: early.dueDate };
  return letterProblem('item-not-due', { number: { text: early.number }, due, sent: { date: sentOn } });
}

/**
 * All claims in default stand in one letter (art. 6:96 lid 7 BW). When the text names some of the items it claims and not
 * the others, those are not identified; a text that names none leaves them to its table.
 */
function leftOut({ items, sentOn }: FourteenDayLetter, letter: LetterText): LetterProblem | null {
  const missing = items.filter((item) => !item.included && isInDefault(item, sentOn));
  if (missing.length > 0) return letterProblem('item-left-out', { numbers: { text: numbersOf(missing) } });
  const claimed = items.filter((item) => item.included && item.open > 0 && item.number !== '');
  const named = namedNumbers(
    letter,
    claimed.map(({ number }) => number),
  );
  const unnamed = claimed.filter(({ number }) => !named.has(number));
  if (named.size === 0 || unnamed.length === 0) return null;
  return letterProblem('item-not-named', { numbers: { text: numbersOf(unnamed) } });
}

function numbersOf(items: readonly { readonly number: string }[]): string {
  return items.map(({ number }) => number).join(', ');
}

function severalIbans({ ibans }: FourteenDayLetter, letter: LetterText): LetterProblem | null {
  const stated = ibans.map((iban) => iban.replace(/[^A-Za-z0-9]/g, '').toUpperCase()).filter((iban) => iban !== '');
  const written = ibansIn(letter.original);
  const all = new Set([...stated, ...written.map(({ iban }) => iban)]);
  if (all.size < 2) return null;
  const first = stated[0] ?? written[0]?.iban;
  const second = written.find(({ iban }) => iban !== first);
  const place = second ? placeIn(letter, second.start, second.length) : null;
  return letterProblem('ibans-differ', { ibans: { text: [...all].join(', ') } }, place);
}
