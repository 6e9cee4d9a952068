import type { Cents } from '../../money/cents.ts';
import type { RightAmounts } from './claimed-amounts.ts';
import { type FourteenDayLetter, type LetterProblem, letterProblem } from './letter.ts';
import { type LetterText, passageAt, placeIn, sentenceAround } from './letter-text.ts';
import { type AmountFound, amountsIn } from './money-in-text.ts';
import {
  anyOf,
  costsWords,
  feeWords,
  interestWords,
  invoiceWords,
  matcher,
  notWords,
  paidWords,
  payWords,
  saysIfUnpaid,
  vatWords,
} from './words.ts';

const costsSaid = matcher(costsWords);
const fee = matcher(feeWords);
const interest = matcher(interestWords);
const paying = matcher(payWords);
const paid = matcher(paidWords);
const vat = matcher(vatWords);
const not = matcher(notWords);
const invoiced = matcher(invoiceWords);
const then = /\b(?:dan|daarna|then|thereafter|dann|danach|alors|ensuite)\b/;
const total = matcher(
  anyOf('totaal|totale|totaalbedrag|total|altogether|insgesamt|gesamt\\w*|totaux?|totale|montant total'),
);
const tariff = matcher(
  anyOf(
    'tarief|staffel|besluit|minimum|maximum|minimaal|maximaal|tariff|scale|decree|tarif|verordnung|mindest\\w*',
    'hochst\\w*|bareme|decret',
  ),
);
/** Figures of the statutory tariff, which a letter may explain. */
const tariffFigures: ReadonlySet<Cents> = new Set([
  4_000, 250_000, 500_000, 1_000_000, 20_000_000, 677_500, 37_500, 62_500, 87_500, 277_500,
]);

type Meaning = 'costs' | 'fee' | 'to-pay' | 'with-costs' | null;

/**
 * What an amount that is neither principal nor announced costs stands for in its clause: other costs, a fee, a second amount
 * to pay, or the total with costs asked for now. Null for amounts that claim nothing: what was paid, the amount of an
 * invoice, the figures of the tariff, interest (which is judged by itself).
 */
function meaningOf(letter: LetterText, found: AmountFound, known: KnownAmounts): Meaning {
  const { start, cents } = found;
  if (cents === 0 || known.principal.has(cents)) return null;
  const clause = passageAt(letter.clauses, start)?.text ?? '';
  const [before, sentence] = sentenceAround(letter, start);
  const isLater = saysIfUnpaid(sentence) || saysIfUnpaid(before) || then.test(sentence);
  if (known.costs.has(cents)) return null;
  if (known.withCosts.has(cents)) return paying.test(clause) && !isLater ? 'with-costs' : null;
  if (interest.test(clause) || isPaid(letter, found) || isOfInvoice(letter, found)) return null;
  if (fee.test(clause)) return not.test(clause) ? null : 'fee';
  if (explainsTariff(sentence, cents)) return null;
  const aboutCosts = costsSaid.test(clause) || (vat.test(clause) && costsSaid.test(sentence));
  if (aboutCosts && !(total.test(clause) && !isLater && paying.test(clause))) return 'costs';
  if (!paying.test(clause) && !(total.test(clause) && isLater)) return null;
  const ofCosts = costsSaid.test(sentence) || (total.test(clause) && costsSaid.test(before));
  return isLater && ofCosts ? 'costs' : 'to-pay';
}

/** "15 % over de eerste € 2.500, minimaal € 40". */
function explainsTariff(sentence: string, cents: Cents): boolean {
  return tariffFigures.has(cents) && (/%|procent|percent|prozent|pour cent/.test(sentence) || tariff.test(sentence));
}

/** "Waarvan u € 80,00 hebt betaald": close to the amount, in its clause. */
function isPaid(letter: LetterText, { start, length }: AmountFound): boolean {
  const clause = passageAt(letter.clauses, start);
  if (!clause) return false;
  const at = start - clause.start;
  const near = clause.text.slice(Math.max(0, at - 50), at + length + 40);
  return paid.test(near) && !/\b(?:te betalen|zu zahlen|to pay|a payer|must be paid|be paid|dient|moet)\b/.test(near);
}

/** "Factuur 101 van € 200,00": an amount close behind the word, with no request between. */
function isOfInvoice(letter: LetterText, { start }: AmountFound): boolean {
  const lead = letter.folded.slice(Math.max(0, start - 45), start);
  const at = lead.search(invoiced);
  return at >= 0 && !paying.test(lead.slice(at)) && !/[.!?;]\s/.test(lead.slice(at));
}

/** An amount in or right after a sentence about the costs, when what should stand there does not. */
function misstatedCosts(letter: LetterText, known: KnownAmounts): AmountFound | null {
  const found = amountsIn(letter.folded).find((amount) => {
    const { start, cents } = amount;
    if ([known.principal, known.costs, known.withCosts].some((amounts) => amounts.has(cents))) return false;
    const clause = passageAt(letter.clauses, start)?.text ?? '';
    const [before, sentence] = sentenceAround(letter, start);
    if (explainsTariff(sentence, cents)) return false;
    if (interest.test(clause) || fee.test(clause) || isPaid(letter, amount) || isOfInvoice(letter, amount))
      return false;
    return costsSaid.test(sentence) || (costsSaid.test(before) && !paying.test(sentence));
  });
  return found ?? null;
}

export interface KnownAmounts {
  readonly principal: ReadonlySet<Cents>;
  readonly costs: ReadonlySet<Cents>;
  readonly withCosts: ReadonlySet<Cents>;
}

/** Amounts that rightly stand in the letter: principal, costs, and both together. */
export function knownAmounts(given: FourteenDayLetter, right: RightAmounts): KnownAmounts {
  const all = [right, ...right.otherwise];
  const principals = all.map(({ principal }) => principal);
  const costs = all.flatMap((each) => [each.costs.costs, each.costs.vat, each.costs.total]);
  if (given.costsAnnounced !== null) costs.push(given.costsAnnounced);
  return {
    principal: new Set([...principals, ...given.items.map(({ open }) => open), ...(given.otherAmounts ?? [])]),
    costs: new Set(costs),
    withCosts: new Set(principals.flatMap((principal) => costs.map((each) => principal + each))),
  };
}

/** Everything the amounts in the letter and its fields say wrongly; each code once. */
export function amountProblems(
  given: FourteenDayLetter,
  letter: LetterText,
  right: RightAmounts,
  known: KnownAmounts,
): readonly LetterProblem[] {
  const meanings = amountsIn(letter.folded).map((found) => ({ found, meaning: meaningOf(letter, found, known) }));
  const first = (...kinds: readonly Meaning[]) =>
    meanings.find(({ meaning }) => kinds.includes(meaning))?.found ?? null;
  return [
    costsProblem(given, letter, right, known, first('costs')),
    claimProblem(given, letter, right, first('fee')),
    severalProblem(given, letter, right, first('to-pay', 'with-costs')),
  ].filter((problem) => problem !== null);
}

/** Costs are to be announced, in the letter itself, to the cent of the tariff over the claimed principals (art. 2 Besluit BIK). */
function costsProblem(
  given: FourteenDayLetter,
  letter: LetterText,
  right: RightAmounts,
  known: KnownAmounts,
  wrong: AmountFound | null,
): LetterProblem | null {
  const { costsAnnounced } = given;
  const expected = { expected: { cents: right.costs.costs }, base: { cents: right.principal } };
  if (costsAnnounced === null || costsAnnounced === 0) return letterProblem('costs-not-announced', expected);
  const allowed = [right, ...right.otherwise].flatMap(({ costs }) => [costs.costs, costs.total]);
  if (!allowed.includes(costsAnnounced)) {
    return letterProblem('costs-differ', { found: { cents: costsAnnounced }, ...expected });
  }
  if (wrong)
    return letterProblem('costs-differ', { found: { cents: wrong.cents }, ...expected }, placeOf(letter, wrong));
  const written = amountsIn(letter.folded).map(({ cents }) => cents);
  if (written.length === 0 || allowed.some((cents) => written.includes(cents))) return null;
  const instead = misstatedCosts(letter, known);
  if (!instead) return letterProblem('costs-not-written', expected);
  return letterProblem('costs-differ', { found: { cents: instead.cents }, ...expected }, placeOf(letter, instead));
}

/** Nothing but principal is claimed (criterion E4): no fee, and no amount above the items. */
function claimProblem(
  given: FourteenDayLetter,
  letter: LetterText,
  right: RightAmounts,
  extra: AmountFound | null,
): LetterProblem | null {
  if (extra)
    return letterProblem('fee-asked', { found: { text: placeOf(letter, extra).quote } }, placeOf(letter, extra));
  const [asked, ...others] = new Set(given.amounts);
  const sums = [right, ...right.otherwise].map(({ principal }) => principal);
  if (asked === undefined || others.length > 0 || asked <= Math.max(...sums)) return null;
  return letterProblem('more-than-principal', { found: { cents: asked }, principal: { cents: right.principal } });
}

/** One amount to pay, the sum of the items (ECLI:NL:RBROT:2020:5202). */
function severalProblem(
  given: FourteenDayLetter,
  letter: LetterText,
  right: RightAmounts,
  second: AmountFound | null,
): LetterProblem | null {
  // The announced costs are an amount of the letter, not one to pay now.
  const asked = [...new Set(given.amounts)].filter(
    (cents) => cents !== given.costsAnnounced || given.amounts.length === 1,
  );
  const principal = { principal: { cents: right.principal } };
  const sums = [right, ...right.otherwise].map((each) => each.principal);
  if (asked.length > 1) {
    const other = asked.find((cents) => !sums.includes(cents)) ?? asked[1] ?? 0;
    return letterProblem('amounts-differ', { found: { cents: other }, ...principal });
  }
  const [only] = asked;
  if (only !== undefined && !sums.includes(only) && only < Math.max(...sums)) {
    return letterProblem('amount-not-sum', { found: { cents: only }, ...principal });
  }
  if (!second || second.cents === only) return null;
  return letterProblem('amounts-differ', { found: { cents: second.cents }, ...principal }, placeOf(letter, second));
}

function placeOf(letter: LetterText, { start, length }: AmountFound) {
  return placeIn(letter, start, length);
}
