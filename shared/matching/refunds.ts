import { chanceOf, type Line, priorOfDebtor } from './line.ts';
import type { Entry, Owner } from './owner.ts';
import type { Evidence } from './payer-evidence.ts';
import { namingReasons } from './reasons.ts';
import type { Scored } from './scoring.ts';

/** Money paid back to a debtor: it takes a credit note or an unallocated receipt, or all credit of the debtor, exactly. */
export function refundCandidates(line: Line): readonly Scored[] {
  const { receipt, mentions, payer, index } = line;
  const owners = new Set<Owner>([...payer.byAccount, ...payer.byName.keys(), ...mentions.codes.keys()]);
  for (const { entry } of mentions.namings) owners.add(entry.owner);
  const found: Scored[] = [];
  for (const owner of owners) {
    const who = payer.evidenceFor(owner);
    const credits = owner.entries.filter((entry) => {
      return entry.item.currency === receipt.currency && index.balanceOn(entry, receipt.date) < 0;
    });
    const chance = chanceOf(line, owner);
    const add = (entries: readonly Entry[], share: number) => {
      const named = mentions.namings.filter(({ entry }) => entries.includes(entry));
      const namedWeight = Math.max(0, ...named.map(({ weight }) => weight));
      if (!who.isKnown && namedWeight === 0) return;
      const weight = priorOfDebtor + who.weight + namedWeight + chance + Math.log(share);
      const parts = entries.map((entry) => ({
        debtorId: owner.id,
        itemId: entry.item.id,
        amount: index.balanceOn(entry, receipt.date),
        discount: 0,
      }));
      const reasons: Evidence[] = [
        ...who.reasons,
        ...namingReasons(named),
        { code: 'refund', params: { count: entries.length }, weight: chance + Math.log(share) },
      ];
      found.push({ weight, candidate: { parts, debtorId: owner.id, rest: 0, score: 0, reasons } });
    };
    const single = credits.filter((entry) => index.balanceOn(entry, receipt.date) === receipt.amount);
    for (const entry of single.slice(0, 6)) add([entry], 0.6 / credits.length);
    const total = credits.reduce((sum, entry) => sum + index.balanceOn(entry, receipt.date), 0);
    if (credits.length > 1 && total === receipt.amount) add(credits, 0.2);
  }
  return found;
}
