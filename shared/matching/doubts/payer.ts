import { chanceOf, type Line, owingOf } from '../line.ts';
import type { Naming } from '../naming.ts';
import type { Owner } from '../owner.ts';
import type { Reading } from '../readings.ts';
import type { Add, DoubtedReading } from './case.ts';

/** No account, name, code or number says who pays. */
const nobodyNamed = -3;

/** Exact amounts less rare than this are invoiced to many: a slip in a number may hit on one of them. */
const rareFrom = 4;

/** A payment reference at least this telling has check digits: no slip hits on it. */
const surelyFrom = 11;

/** What speaks against this debtor as the one who pays. */
export function doubtsOfPayer({ line, known, reading, used, isTelling }: DoubtedReading, add: Add): void {
  const { owner, who } = known;
  if (!who.isKnown && !isTelling) add('nobody-named', nobodyNamed, 0.2);
  const named = isTelling ? null : line.payer.namedBesides(owner);
  if (named) add('other-in-text', -1.5, 0.25, { debtor: named.debtor.name });
  // A slip in a number hits on another's: a name that is only a little alike does not undo that when the amount does not fit.
  const isStranger = !who.isKnown || (who.isVague && !reading.isExact);
  if (isTelling && isStranger && !isSureOfPayer(line, owner, reading, used))
    add('payer-unknown', 0, reading.isExact ? 0.06 : 0.15);
  const isNamesake = !isTelling && !who.isSure && reading.isExact && hasLongerNamesake(line, owner);
  if (!isTelling && (who.isVague || isNamesake)) add('payer-unknown', 0, 0.08);
  else if (!isTelling && reading.isExact && !who.isSure && chanceOf(line, owner) < rareFrom)
    add('amount-common', 0, 0.08);
}

/** A number alone says who pays when nobody else is named and its amount is nobody else's. */
function isSureOfPayer(line: Line, owner: Owner, reading: Reading, used: readonly Naming[]): boolean {
  const { payer } = line;
  if (reading.isExact && used.some(({ by, weight }) => by === 'payment-reference' && weight >= surelyFrom)) return true;
  return reading.isExact && (payer.names.length === 0 || payer.isCollective || chanceOf(line, owner) >= rareFrom);
}

/** Whether another debtor, whose name goes on where this one's ends, owes the same amount: names are cut and shortened. */
function hasLongerNamesake(line: Line, owner: Owner): boolean {
  const { amount } = line.receipt;
  return line.payer.namedLonger(owner).some((other) => owingOf(line, other).owed.some(({ open }) => open === amount));
}
