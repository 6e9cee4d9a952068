import type { BankLine } from '#shared/domain/bank/line.ts';

/** Words a payer's name has in common with many others. */
const common = /^(?:stichting|derdengelden|vereniging|gemeente|crediteuren|holding|beheer|groep|nederland|incasso)$/i;
const leastOfName = 4;

/** What a search begins with where there is no candidate: the most telling word of the payer's name; empty when it has none. */
export function firstSearch({ counterparty, amount }: BankLine): string {
  if (amount < 0) return '';
  const words = (counterparty ?? '').split(/[^\p{L}\d]+/u).filter((word) => word.length >= leastOfName);
  const telling = words.filter((word) => !common.test(word));
  return telling.reduce((longest, word) => (word.length > longest.length ? word : longest), '').toLowerCase();
}
