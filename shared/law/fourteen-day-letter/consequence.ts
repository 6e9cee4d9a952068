import { type LetterProblem, letterProblem } from './letter.ts';
import type { LetterText } from './letter-text.ts';
import { becomesDue, costsWords, matcher, otherMatters, saysIfUnpaid } from './words.ts';

const costs = matcher(costsWords);
const everyCosts = matcher(costsWords, 'g');
const spared =
  /\b(?:zonder|geen|without|no|not|any|ohne|keine|keinen|sans|aucun|pas de|avoid|voorkom(?:en|t)?|vermeid\w*|evite[rz]?)(?: \w+){0,3}\W*$/;
const other = matcher(otherMatters);
const amount = /€|\beur(?:o)?\b|\d[.,]\d\d/;
const referring =
  /\b(?:deze|die|dit|dat|dan|those|these|this|that|they|which|diese|dieser|dann|ces|ceux-ci|celle|celui|ce montant|alors)\b/;

/**
 * Whether the letter says that costs become owed when it is not paid in time (art. 6:96 lid 6 BW): in one sentence, or in up
 * to three that follow each other. Costs that are only named, or a threat without costs, are no consequence.
 */
export function consequenceProblem(letter: LetterText): LetterProblem | null {
  const texts = letter.sentences.map(({ text }) => text.trim());
  const isSaid = texts.some((_, at) => {
    const near = texts.slice(at, at + 3);
    return near.some(isCondition) && near.some((text, index) => makesCostsDue(text, near[index - 1] ?? ''));
  });
  return isSaid ? null : letterProblem('consequence-absent');
}

function isCondition(sentence: string): boolean {
  return saysIfUnpaid(sentence) && !(other.test(sentence) && !costs.test(sentence));
}

function makesCostsDue(sentence: string, before: string): boolean {
  if (!becomesDue.test(sentence)) return false;
  return namesCosts(sentence) || (costs.test(before) && (referring.test(sentence) || amount.test(sentence)));
}

/** Costs the debtor would have, not those it can still avoid: "zonder extra kosten", "keine Inkassokosten". */
function namesCosts(sentence: string): boolean {
  return [...sentence.matchAll(everyCosts)].some(({ index }) => !spared.test(sentence.slice(0, index)));
}
