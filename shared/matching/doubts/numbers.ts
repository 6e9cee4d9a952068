import { balanceOf, type Line } from '../line.ts';
import type { Naming } from '../naming.ts';
import { isSerial } from '../own-numbers.ts';
import type { Entry, Owner } from '../owner.ts';
import type { Reading } from '../readings.ts';
import type { Add, DoubtedReading, Known } from './case.ts';

/** Numbers at least this telling are meant, whatever the reading makes of them. */
const meantFrom = 5;

/** Numbers at least this telling, of three digits, are meant when the amount is theirs as well. */
const shortFrom = 2.5;

/** What numbers in the text say against a reading. */
export function doubtsOfNumbers({ line, known, reading, used, isTelling }: DoubtedReading, add: Add): void {
  const { own, paid } = known;
  const left = leftOut(known, reading, used);
  if (left)
    // A wrong number of one's own is likelier than an amount that fits another item by chance.
    add('number-left-out', isTelling ? -1 : left.weight - 5, 0.3, { number: left.entry.item.number });
  const [already] = paid;
  if (already) {
    const fits = isTelling && reading.isExact && reading.parts.length > 0;
    add('paid-already', -1, fits ? 0.06 : 0.4, { number: already.entry.item.number });
  }
  // With a number of one's own and its very amount, one of another debtor says nothing; money left over may be that debtor's.
  const elsewhere =
    isTelling && reading.isExact ? undefined : (ofOthers(line, known.owner)?.entry ?? endsAsOthers(line, known));
  if (elsewhere) {
    const { item, owner } = elsewhere;
    add('number-of-other', -1.5, 0.3, { number: item.number, debtor: owner.debtor.name });
  }
  // Numbers go on: one beside an item's is a slip for it where the amount is its amount, else the next invoice.
  const unknown = own.unexplained.find(
    ({ slips }) => !reading.isExact || !reading.parts.some(({ owed }) => slips.includes(owed.entry)),
  );
  // What a sum takes besides the items that are named may stand there for the unknown one.
  const isNamed = reading.parts.every(({ owed }) => owed.open <= 0 || used.some(({ entry }) => entry === owed.entry));
  if (unknown && !(isTelling && reading.isExact && isNamed))
    add('number-unknown', -1, isTelling ? 0.1 : 0.25, { number: unknown.key });
}

/** The most telling number of this debtor that is open and that the reading has no place for. */
function leftOut({ namings, paid }: Known, reading: Reading, used: readonly Naming[]): Naming | undefined {
  let strongest: Naming | undefined;
  for (const naming of namings) {
    // `0012 - 0016` may be the two or all between them, unless it is more than the two.
    const isDoubtful = naming.doubtful && reading.fit !== 'over';
    if (naming.weight < meantFrom || isDoubtful || naming.weight <= (strongest?.weight ?? 0)) continue;
    const placed = used.includes(naming) || reading.parts.some(({ owed }) => owed.entry === naming.entry);
    if (!placed && !paid.includes(naming)) strongest = naming;
  }
  return strongest;
}

/** A number of another debtor that is telling, or short but with its very amount. */
function ofOthers(line: Line, owner: Owner): Naming | undefined {
  const { mentions, receipt } = line;
  const isMeant = ({ entry, weight }: Naming) =>
    weight >= 7 || (weight >= shortFrom && balanceOf(line, entry) === receipt.amount);
  return mentions.namings.find((naming) => naming.entry.owner !== owner && isMeant(naming));
}

/** An item of another debtor with the very amount, whose number ends as one in the text that means nothing for this one. */
function endsAsOthers({ mentions, index, receipt }: Line, { owner, own }: Known): Entry | undefined {
  const parts = mentions.unread.flatMap((unread) => unread.parts).filter((part) => part.length >= 3);
  if (parts.length === 0 || own.namings.length > 0) return;
  for (const entry of index.opened(receipt.amount))
    if (entry.owner !== owner && parts.some((part) => isSerial(part, entry, true))) return entry;
  return;
}

/** Named items that have nothing open any more. */
export function paidOf(line: Line, namings: readonly Naming[]): readonly Naming[] {
  return namings.filter(({ entry, by, weight }) => {
    // With its very amount a few digits or its month are enough.
    const from = entry.item.total !== line.receipt.amount ? meantFrom : by === 'serial' ? 1 : shortFrom;
    return weight >= from && balanceOf(line, entry) === 0;
  });
}
