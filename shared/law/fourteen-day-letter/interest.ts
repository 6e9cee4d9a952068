import type { Cents } from '../../money/cents.ts';
import { type LetterProblem, letterProblem } from './letter.ts';
import { type LetterText, passageAt, placeIn, sentenceAround } from './letter-text.ts';
import { amountsIn } from './money-in-text.ts';
import { interestWords, matcher, notWords, saysIfUnpaid } from './words.ts';

const interest = matcher(interestWords, 'g');
const not = matcher(notWords);
const follows =
  /\b(?:dan|in dat geval|daarnaast|ook|bovendien|tevens|then|in that case|also|in addition|dann|in diesem fall|auserdem|zudem|auch|alors|dans ce cas|de plus|en outre|egalement)\b/;
const reserved = /\b(?:behoud\w*|voorbehoud\w*|recht voor|reserv\w+|vorbehalt\w*|vorbehal\w*|behalten uns)\b/;
const possible =
  /\b(?:kan|kunnen|kunt|zou|zouden|may|might|could|kann|konnen|konnte|konnten|peut|peuvent|pourra|pourrait|pourraient|pourrons)\b/;
const runsOn =
  /\b(?:loopt door|lopen door|doorlopen|blijft lopen|blijft doorlopen|runs on|continues? to|lauft weiter|laufen weiter|continuent? (?:de|a) courir|continue de)\b/;
const elsewhere = /\b(?:voorwaarden|terms and conditions|geschaftsbedingungen|agb|conditions generales)\b/;

/**
 * The first claim of interest in the letter, whose principal and costs are the `known` amounts; null when there is none. No claim is: that none is asked, that rights are
 * reserved, that interest may be or will be owed when the letter is not paid in time (without an amount), that it runs on
 * by law, or a reference to terms. An amount of interest always is one.
 */
export function interestProblem(letter: LetterText, known: ReadonlySet<Cents>): LetterProblem | null {
  const amounts = amountsIn(letter.folded).filter(({ cents }) => cents !== 0 && !known.has(cents));
  for (const match of letter.folded.matchAll(interest)) {
    const clause = passageAt(letter.clauses, match.index);
    const [before, sentence] = sentenceAround(letter, match.index);
    if (!clause || isDenied(clause.text, match.index - clause.start, match[0].length)) continue;
    const hasAmount = amounts.some(
      ({ start }) =>
        start >= clause.start && start < clause.start + clause.text.length && Math.abs(start - match.index) < 60,
    );
    const isLater = saysIfUnpaid(sentence) || (follows.test(sentence) && saysIfUnpaid(before));
    if (!hasAmount && (isLater || [reserved, possible, runsOn, elsewhere].some((words) => words.test(sentence))))
      continue;
    const place = placeIn(letter, clause.start, clause.text.length);
    return letterProblem('interest-asked', { found: { text: place.quote } }, place);
  }
  return null;
}

/** "Geen rente", "rente wordt niet gevraagd": a denial close to the word, in the same clause. */
function isDenied(clause: string, at: number, length: number): boolean {
  return not.test(clause.slice(Math.max(0, at - 45), at)) || not.test(clause.slice(at + length, at + length + 60));
}
