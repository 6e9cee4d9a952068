import { type LetterProblem, letterProblem } from './letter.ts';
import { type LetterText, type Passage, passageAt, placeIn } from './letter-text.ts';
import {
  atOnce,
  countsFrom,
  dayAfter,
  dispatchWords,
  fallsDue,
  governs,
  invoiceWords,
  letterWords,
  pastWords,
  receiptWords,
  type TermSize,
  termPattern,
  termSize,
  termStarts,
} from './term-words.ts';
import { matcher, otherMatters, payWords, saysIfUnpaid } from './words.ts';

/**
 * From when a term counts: the day after receipt, receipt (the day itself may count), the date or dispatch of the letter,
 * the invoice, or nothing that is said.
 */
type Anchor = 'day-after-receipt' | 'receipt' | 'dispatch' | 'invoice' | null;

interface Term extends TermSize {
  readonly start: number;
  readonly length: number;
  readonly anchor: Anchor;
}

const fullTerm = 14;
const receipt = matcher(receiptWords);
const dispatch = matcher(dispatchWords);
const invoice = matcher(invoiceWords);
const letterItself = new RegExp(`(?<![a-z])${countsFrom} ${letterWords}`);
const dayAfterWords = matcher(dayAfter);
const starting = matcher(countsFrom);
const past = matcher(pastWords);
const paying = matcher(payWords, 'g');
const elsewhere = matcher(otherMatters, 'g');
const creditorReceives = /\b(?:wij|we|wir|nous|ons|onze|our|unser\w*)\b/;
/** "Unable to pay at once": all of it, not now. */
const unable =
  /\b(?:cannot|can not|can't|unable|not able|niet .{0,40}kunt|kunt .{0,40}niet|nicht .{0,60}konnen|konnen .{0,60}nicht|pouvez pas)\b/;
const online = /\b(?:via|online|ideal|link|qr|app)\b/;

/**
 * What is wrong with the term as the letter words it: null when it gives fourteen days from the day after receipt, or fifteen
 * after receipt, and nothing beside it says otherwise (art. 6:96 lid 6 BW; HR 25-11-2016, ECLI:NL:HR:2016:2704).
 *
 * `fourteen days after receipt` is refused: the accepted wording of that length counts fifteen. So are weeks and working
 * days, a term from the date or dispatch of the letter, a shorter term beside a good one, and payment at once. A term that
 * has passed, was agreed, or is for objecting says nothing about this letter.
 */
export function termProblem(letter: LetterText): LetterProblem | null {
  const terms = termsOf(letter);
  const starts = startOf(letter, terms);
  const wrong =
    starts?.anchor === 'dispatch' ? starts : terms.find((term) => isWrong(term, terms, starts?.anchor ?? null));
  if (wrong) {
    const place = placeIn(letter, wrong.start, wrong.length);
    const tooShort = wrong.anchor === 'receipt' && 'unit' in wrong && wrong.unit === 'day';
    return letterProblem(tooShort ? 'term-too-short' : 'term-wrong', { found: { text: place.quote } }, place);
  }
  const hurried = paymentAtOnce(letter);
  if (hurried) return letterProblem('term-at-once', { found: { text: hurried.quote } }, hurried);
  return terms.some((term) => isFull(term, starts?.anchor ?? null)) ? null : letterProblem('term-absent');
}

function isFull({ count, unit, anchor }: Term, letterAnchor: Anchor): boolean {
  const from = anchor ?? letterAnchor;
  if (unit === 'working-day') return false;
  const days = unit === 'week' ? (count > 2 ? count * 7 : 0) : count;
  return from === 'day-after-receipt' ? days >= fullTerm : from === 'receipt' && days > fullTerm;
}

/** A term without an anchor repeats another of fourteen days or more; else it is a second, shorter one. */
function isWrong(term: Term, terms: readonly Term[], letterAnchor: Anchor): boolean {
  if (term.anchor === 'dispatch') return true;
  if (isFull(term, letterAnchor)) return false;
  if (term.anchor !== null || term.unit !== 'day') return true;
  return term.count < fullTerm || !terms.some((other) => isFull(other, letterAnchor));
}

/** The terms of payment in the letter. */
function termsOf(letter: LetterText): readonly Term[] {
  const found: Term[] = [];
  for (const match of letter.folded.matchAll(termPattern)) {
    const sentence = passageAt(letter.sentences, match.index);
    const size = termSize(match.groups ?? {});
    if (!sentence) continue;
    const term = readTerm(letter, sentence, { ...size, start: match.index, length: match[0].length });
    if (term) found.push(term);
  }
  return found;
}

function readTerm(letter: LetterText, sentence: Passage, given: Omit<Term, 'anchor'>): Term | null {
  const at = given.start - sentence.start;
  const before = sentence.text.slice(0, at);
  const after = sentence.text.slice(at + given.length);
  const next = nextTerm(after);
  const following = anchorOf(after.slice(0, next));
  const anchor = following.anchor ?? (creditorReceives.test(before) ? null : anchorOf(before).anchor);
  const isGoverned = governs.test(before.slice(-60));
  if (anchor === 'invoice' || (!isGoverned && anchor === null)) return null;
  const clause = passageAt(letter.clauses, given.start)?.text ?? sentence.text;
  if (
    past.test(clause) &&
    (anchor === null || anchor === 'dispatch') &&
    !/\b(?:deze|dit|this|dieses?|cette|la presente)\b/.test(after)
  )
    return null;
  if (isAboutOther(sentence.text, at, given.length)) return null;
  return { ...given, length: given.length + (following.anchor ? following.end : 0), anchor };
}

/** Where a further term of payment starts in what follows, so that its anchor is not taken for this one's. */
function nextTerm(after: string): number {
  for (const match of after.matchAll(termPattern)) {
    if (governs.test(after.slice(Math.max(0, match.index - 30), match.index))) return match.index;
  }
  return after.length;
}

/** From when a term counts, by the first word that says so. */
function anchorOf(given: string): { readonly anchor: Anchor; readonly end: number } {
  const trigger = starting.exec(given);
  if (!trigger || trigger.index > 160) return { anchor: null, end: 0 };
  const text = withDatesNamed(given.slice(trigger.index, trigger.index + 200));
  const finds = [
    ['receipt', receipt.exec(text)],
    ['dispatch', dispatch.exec(text)],
    ['invoice', invoice.exec(text)],
  ] as const;
  const [first] = finds
    .filter(([, find]) => find !== null)
    .sort(([, one], [, other]) => (one?.index ?? 0) - (other?.index ?? 0));
  const weak = letterItself.exec(text);
  if (!first)
    return weak ? { anchor: 'dispatch', end: trigger.index + weak.index + weak[0].length } : { anchor: null, end: 0 };
  const [anchor, find] = first;
  const end = trigger.index + (find ? find.index + find[0].length : 0);
  if (anchor !== 'receipt') return { anchor, end };
  // "am Tag nach dem Erhalt": the day stands before what starts the phrase.
  const around = given.slice(Math.max(0, trigger.index - 25), end + 40);
  return { anchor: dayAfterWords.test(around) ? 'day-after-receipt' : 'receipt', end };
}

const dateOf = new RegExp(
  `(?<![a-z])dat(?:um|e) (?:of|van|de|des|der|du|d')\\s?(?:the |de |het |la |l'|uw |your |its |sa |votre |der |des |unser\\w* |our |onze |notre )?(?=(?:${receiptWords}|${invoiceWords})(?![a-z]))`,
  'g',
);

/** `date of receipt` counts as receipt, `date of the invoice` as the invoice. */
function withDatesNamed(text: string): string {
  return text.replace(dateOf, (found) => ' '.repeat(found.length));
}

/** Whether the sentence is rather about objecting, asking or answering than about paying. */
function isAboutOther(sentence: string, at: number, length: number): boolean {
  const nearest = (pattern: RegExp) =>
    Math.min(
      ...[...sentence.matchAll(pattern)].map(({ index, 0: found }) =>
        index < at ? at - index - found.length : index - at - length,
      ),
    );
  const other = nearest(elsewhere);
  return Number.isFinite(other) && other < nearest(paying);
}

/** Where a sentence of its own says when the term starts. */
function startOf(letter: LetterText, terms: readonly Term[]): { start: number; length: number; anchor: Anchor } | null {
  for (const sentence of letter.sentences) {
    const match = termStarts.exec(sentence.text);
    const isTold = terms.some(
      ({ start, anchor }) =>
        anchor !== null && start >= sentence.start && start < sentence.start + sentence.text.length,
    );
    if (!match || isTold) continue;
    const { anchor, end } = anchorOf(sentence.text.slice(match.index));
    if (anchor === null || anchor === 'invoice') continue;
    return { start: sentence.start + match.index, length: end, anchor };
  }
  return null;
}

function paymentAtOnce(letter: LetterText) {
  for (const { start, text } of letter.sentences) {
    const match = atOnce.exec(text);
    if (!match || online.test(text) || unable.test(text) || saysIfUnpaid(text)) continue;
    const clause = passageAt(letter.clauses, start + match.index)?.text ?? text;
    if (fallsDue.test(clause) || !text.match(paying) || isAboutOther(text, match.index, match[0].length)) continue;
    return placeIn(letter, start + match.index, match[0].length);
  }
  return null;
}
