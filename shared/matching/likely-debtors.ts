import { type Books, debtorIn } from '../domain/books.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { MatchCandidate } from './match.ts';
import { payerName, paysForOthers, wordWeight } from './payer-name.ts';

/** Chance from which a debtor that is not the likeliest is named all the same. */
const namedFrom = 0.1;

/**
 * Debtors money may well be of: that of the best candidate, however unsure, since a look costs less than a reminder to someone
 * who paid; and every other whose candidates together come to a tenth. Everyone whose items a candidate pays counts.
 */
export function likelyDebtors(candidates: readonly MatchCandidate[]): readonly DebtorId[] {
  const chances = new Map<DebtorId, number>();
  for (const [at, { debtorId, parts, score }] of candidates.entries()) {
    const chance = at === 0 ? 1 : score;
    for (const id of new Set([debtorId, ...parts.map((part) => part.debtorId)])) {
      chances.set(id, (chances.get(id) ?? 0) + chance);
    }
  }
  return [...chances].flatMap(([id, chance]) => (chance >= namedFrom ? [id] : []));
}

/** Words shorter than this are borne by too many to say anything alone. */
const tellingFrom = 4;
/** A name that fits more debtors than this is nobody's in particular. */
const mostBearers = 3;

/**
 * Debtors by the words of their names, for a payer who goes by a part of it: `VAN VLIET` of Hoveniersbedrijf Van Vliet. Too
 * little to propose a match on, enough to look before a letter goes.
 */
export class NameWords {
  private readonly bearers = new Map<string, Set<DebtorId>>();

  constructor(books: Books) {
    for (const ledger of books.ledgers.values()) {
      const debtor = debtorIn(ledger);
      for (const word of debtor ? tellingWords(debtor.name) : []) {
        const known = this.bearers.get(word);
        if (known) known.add(debtor!.id);
        else this.bearers.set(word, new Set([debtor!.id]));
      }
    }
  }

  /** Debtors whose names hold every telling word of the payer's; none when they are many, or the payer pays for others. */
  debtorsOf(payer: string | null): readonly DebtorId[] {
    if (payer === null || paysForOthers(payer)) return [];
    const [first, ...more] = tellingWords(payer);
    if (first === undefined) return [];
    const all = more.map((word) => this.bearers.get(word));
    const found = [...(this.bearers.get(first) ?? [])].filter((id) => all.every((bearers) => bearers?.has(id)));
    return found.length <= mostBearers ? found : [];
  }
}

function tellingWords(name: string): readonly string[] {
  return payerName(name).words.filter((word) => word.length >= tellingFrom && wordWeight(word) === 1);
}
