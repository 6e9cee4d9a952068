import type { Known } from './doubts/case.ts';
import { doubtsOf } from './doubts/doubts.ts';
import { paidOf } from './doubts/numbers.ts';
import { saysAdvance } from './doubts/purpose.ts';
import { balanceOf, chanceOf, type Line, owedBy, owingOf, priorOfDebtor, tellingFrom } from './line.ts';
import { namedByDay } from './named-days.ts';
import { type Naming, strongest } from './naming.ts';
import { ownNumbers } from './own-numbers.ts';
import type { Owner } from './owner.ts';
import type { Evidence } from './payer-evidence.ts';
import { namedReadings, type Reading, unnamedReadings } from './readings.ts';
import { amountReason, namingReasons, namingWeight, partsOf } from './reasons.ts';
import type { Scored } from './scoring.ts';

/** Every way to read a receipt as money of one debtor, with what speaks for and against it. */
export function debtorCandidates(line: Line, owner: Owner): readonly Scored[] {
  const { receipt } = line;
  const known = knownOf(line, owner);
  const { namings, paid, owing, who } = known;
  const chance = chanceOf(line, owner);
  const found: Scored[] = [];
  const add = (reading: Reading, used: readonly Naming[]) => found.push(scored(line, known, reading, used, chance));
  const open = namings.filter(({ entry }) => balanceOf(line, entry) !== 0);
  for (const used of namedSets(open)) {
    const named = used.map(({ entry }) => owedBy(line, entry));
    for (const reading of namedReadings(named, owing, receipt.amount)) add(reading, used);
  }
  // When an item is named, only an exact amount says that another is meant.
  const isNamed = open.some(({ weight }) => weight >= tellingFrom);
  const hasAmount = owing.owed.some((owed) => owed.open === receipt.amount);
  if (who.isKnown || hasAmount) {
    for (const reading of unnamedReadings(owing, receipt.amount, who.isKnown)) {
      if (!(reading.isExact ? who.isKnown || reading.fit === 'exact' : who.isKnown && !isNamed)) continue;
      const within = new Set(reading.parts.map(({ owed }) => owed.entry));
      add(
        reading,
        namings.filter(({ entry }) => within.has(entry)),
      );
    }
  }
  if (who.isKnown && !isNamed && saysAdvance.test(receipt.remittance ?? ''))
    add({ parts: [], rest: receipt.amount, fit: 'advance', weight: -1, isExact: false }, []);
  const again = paid.find(({ entry }) => entry.item.total === receipt.amount);
  if (again) add({ ...nothing, rest: receipt.amount, isExact: true }, [again]);
  else if (found.length === 0 && paid.length > 0) add({ ...nothing, rest: receipt.amount, isExact: false }, paid);
  return found;
}

/** All of it becomes credit of the debtor. */
const nothing = { parts: [], fit: 'nothing-open', weight: -2 } as const;

function knownOf(line: Line, owner: Owner): Known {
  const { mentions, payer, index, receipt } = line;
  const own = ownNumbers(mentions, owner, index, receipt);
  const ofOwner = mentions.namings.filter(({ entry }) => entry.owner === owner);
  const byDay = namedByDay(mentions.when, owner.entries, receipt.amount, receipt.date, (entry) =>
    balanceOf(line, entry),
  );
  const namings = strongest([...ofOwner, ...own.namings, ...byDay]).filter(
    ({ entry }) => entry.item.currency === receipt.currency,
  );
  return {
    owner,
    own,
    namings,
    who: payer.evidenceFor(owner),
    owing: owingOf(line, owner),
    paid: paidOf(line, namings),
  };
}

function scored(line: Line, known: Known, reading: Reading, used: readonly Naming[], chance: number): Scored {
  const amount = reading.weight + (reading.isExact ? chance : 0);
  const doubts = doubtsOf(line, known, reading, used);
  const reasons: Evidence[] = [
    ...known.who.reasons,
    ...namingReasons(used),
    amountReason(reading, line.receipt, amount),
    ...doubts,
  ];
  const weight =
    priorOfDebtor +
    known.who.weight +
    namingWeight(used) +
    amount +
    doubts.reduce((sum, doubt) => sum + doubt.weight, 0);
  const { rest } = reading;
  return { weight, candidate: { parts: partsOf(reading), debtorId: known.owner.id, rest, score: 0, reasons } };
}

/** Sets of named items to try: all of them, the telling ones, those not in doubt, and each alone while they are few. */
function namedSets(open: readonly Naming[]): readonly (readonly Naming[])[] {
  const telling = open.filter(({ weight }) => weight >= tellingFrom);
  const sets = [
    open,
    telling,
    open.filter(({ doubtful }) => !doubtful),
    telling.filter(({ doubtful }) => !doubtful),
    ...(open.length <= 12 ? open.map((naming) => [naming]) : []),
  ];
  const seen = new Set<string>();
  return sets.filter((set) => {
    const key = set.map(({ entry }) => entry.item.id).join('|');
    if (set.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
