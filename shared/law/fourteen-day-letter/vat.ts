import type { CostsCharge } from '../charges.ts';
import { type FourteenDayLetter, type LetterProblem, letterProblem } from './letter.ts';
import { type LetterText, placeIn } from './letter-text.ts';
import { amountsIn } from './money-in-text.ts';
import { anyOf, costsWords, matcher, vatWords } from './words.ts';

const vat = matcher(vatWords);
const costs = matcher(costsWords);
const cannotDeduct = [
  /\b(?:niet|geen|zonder|onmogelijk)\b.{0,80}(?:verreken|aftrek|terugvorder|terugvrag|terugvraag|terugkrijg|terughal)/,
  /(?:verreken|aftrek|terugvorder)\w*.{0,40}\b(?:niet|geen)\b/,
  /\bvrijgesteld\b|\bniet-?aftrekba/,
  /\b(?:cannot|can not|can't|not|unable|no|without)\b.{0,80}(?:deduct|recover|reclaim|set off|offset|recoup)/,
  /\b(?:non-?deductible|irrecoverable|vat-exempt|exempt)\b/,
  /\b(?:nicht|kein\w*|ohne)\b.{0,80}(?:abzieh|abzug|vorsteuer|verrechn|geltend|erstatt|absetz)/,
  /(?:vorsteuer|abzug|abzieh)\w*.{0,50}\b(?:nicht|kein\w*)\b|nicht vorsteuerabzugsberechtigt/,
  /\b(?:ne|pas|non|sans|impossib\w*|aucun\w*)\b.{0,80}(?:deduct|deduire|deduis|recuper|imput|compens)/,
  /\bn'\w+.{0,80}(?:deduct|deduire|deduis|recuper|imput|compens)|non (?:deductible|recuperable)/,
];
const raised = new RegExp(
  `(?<![a-z])${anyOf(
    'vermeerder\\w*|verhoog\\w*|inclusief|incl\\.?|plus|bijgeteld|met|increased|raised|including|includes',
    'inclusive of|plus|with|added|erhoht|zuzuglich|zzgl\\.?|inklusive|inkl\\.?|einschlieslich|einschl\\.?|mit',
    'enthalten|major\\w+|augment\\w+|y compris|incluant|inclut|plus|avec|ajout\\w+',
  )}(?![a-z])`,
);
const allTaxes = /(?<![a-z])(?:ttc|toutes taxes comprises|inclusief btw|incl\. btw)(?![a-z])/;
const none =
  /\b(?:geen|niet verhoogd|zonder|exclusief|excl|no|without|excluding|not increased|keine?|ohne|nicht erhoht|aucune?|sans|hors|pas majore)\b/;

interface VatReading {
  /** Whether the letter adds VAT to the costs. */
  readonly added: boolean;
  /** Whether it declares that the creditor cannot deduct it, and that this is why. */
  readonly declared: boolean;
}

/** What the letter says of VAT on the costs; `withVat` is the tariff with it. VAT on an invoice is another matter. */
function vatIn({ costsAnnounced, items }: FourteenDayLetter, letter: LetterText, withVat: CostsCharge): VatReading {
  const claimed = new Set([withVat.base, ...items.map(({ open }) => open)]);
  const amounts = amountsIn(letter.folded);
  const texts = letter.sentences.map(({ text }) => text);
  const declared = texts.some((text, at) => {
    const near = `${texts[at - 1] ?? ''} ${text} ${texts[at + 1] ?? ''}`;
    return vat.test(text) && cannotDeduct.some((pattern) => pattern.test(text)) && costs.test(near);
  });
  const isWritten = letter.sentences.some(({ start, text }) => {
    if (!vat.test(text) && !allTaxes.test(text)) return false;
    const within = amounts.filter((amount) => amount.start >= start && amount.start < start + text.length);
    if (within.some(({ cents }) => cents === withVat.vat)) return true;
    const ofCosts = costs.test(text) || within.some(({ cents }) => cents === withVat.costs || cents === withVat.total);
    return ofCosts && addsVat(text);
  });
  const isTotal = [costsAnnounced, ...amounts.map(({ cents }) => cents)].includes(withVat.total);
  return { added: (isTotal && !claimed.has(withVat.total)) || isWritten, declared };
}

/** "Verhoogd met 21 % btw", but not "er wordt geen btw berekend". */
function addsVat(sentence: string): boolean {
  if (allTaxes.test(sentence)) return true;
  const match = vat.exec(sentence);
  if (!match) return false;
  const around = sentence.slice(Math.max(0, match.index - 60), match.index + 60);
  return raised.test(around) && !none.test(sentence.slice(Math.max(0, match.index - 25), match.index));
}

/**
 * VAT may be added only when the creditor cannot deduct it and the letter says so (art. 2 lid 3 Besluit BIK); null when it is
 * not added, or rightly.
 */
export function vatProblem(given: FourteenDayLetter, letter: LetterText, withVat: CostsCharge): LetterProblem | null {
  const { added, declared } = vatIn(given, letter, withVat);
  if (!added) return null;
  const sentence = letter.sentences.find(({ text }) => vat.test(text) || allTaxes.test(text));
  const place = sentence ? placeIn(letter, sentence.start, sentence.text.length) : null;
  const values = { vat: { cents: withVat.vat }, costs: { cents: withVat.costs } };
  if (given.creditor.deductsVat) return letterProblem('vat-deductible', values, place);
  return declared ? null : letterProblem('vat-undeclared', values, place);
}
