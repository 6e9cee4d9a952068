import type { ReviewLine } from '#renderer/db/import-api.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { itemKey, itemsByKey } from './decision.ts';

/** Words of a name that say nothing: a legal form, a particle. */
const said = /^(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|de|het|van|der|den|en|the)$/i;
const leastOfName = 4;
/** Particulars of a reason that are written as the bank's text may have them. */
const telling = ['written', 'number', 'code', 'iban', 'name'];

/** What of a candidate may stand in the bank's text: numbers of its invoices, the name of its debtor, what its reasons name. */
export function recognisedWords(review: ReviewLine, candidate: MatchCandidate | null): readonly string[] {
  if (!candidate) return [];
  const items = itemsByKey(review.items);
  const numbers = candidate.parts.flatMap((part) => items.get(itemKey(part))?.number || []);
  const name = review.items.find(({ debtorId }) => debtorId === candidate.debtorId)?.debtorName ?? '';
  const names = name.split(/\s+/).filter((word) => word.length >= leastOfName && !said.test(word));
  const speaking = candidate.reasons.filter(({ weight }) => weight > 0);
  const named = speaking.flatMap(({ params }) => telling.map((name) => String(params[name] ?? '')));
  return [...new Set([...numbers, ...names, ...named])];
}
