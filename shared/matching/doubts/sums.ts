import { balanceOf, type Line, owingOf } from '../line.ts';
import type { Naming } from '../naming.ts';
import type { Owing } from '../owing.ts';
import type { Entry, Owner } from '../owner.ts';
import type { Reading } from '../readings.ts';
import type { Add, DoubtedReading, Known } from './case.ts';

/** What amounts say against how a reading lays the money. */
export function doubtsOfSums(doubted: DoubtedReading, add: Add): void {
  const { line, known, reading, used, isTelling } = doubted;
  const isShort = reading.fit === 'part' || (reading.fit === 'near' && reading.rest === 0);
  if (!(isTelling && isAllNamed(reading)) && leavesCredit(line, known, reading)) add('credit-left-out', -1, 0.2);
  if (isTelling && nettedBesides(reading, used)) add('several-meant', 0, 0.1);
  if (leavesHalf(known.owing, reading)) add('half-left', 0, 0.1);
  if (netsCharges(line, reading, used)) add('charges-kept', 0, 0.15);
  if (isShort && used.length > 1) add('part-of-several', 0, 0.1);
  const laid = reading.parts.reduce((total, { amount }) => total + amount, 0);
  if (reading.fit === 'over' && (reading.rest >= laid || used.length > 1)) add('over-much', -1, 0.15);
  if (reading.isExact) return;
  if (!isTelling && reading.fit !== 'near') add('no-item-named', 0, 0.15);
  amountsOfOthers(doubted, isShort, add);
}

/** Items that are of the very amount where what is paid by this reading is not. */
function amountsOfOthers({ line, known }: DoubtedReading, isShort: boolean, add: Add): void {
  const { owner, who, owing } = known;
  const fitting = owing.owed.find(({ open }) => open === line.receipt.amount);
  if (fitting) {
    add('amount-of-other', -1, 0.3, { number: fitting.entry.item.number });
    return;
  }
  const namesake = who.isSure ? undefined : owedByNamesake(line, owner);
  if (namesake) add('amount-of-other', -1, 0.3, { number: namesake.item.number });
  const repeated = isShort ? paidBefore(line, owner) : undefined;
  if (repeated) add('amount-of-other', -1, 0.1, { number: repeated.item.number });
}

/** Whether it is, to the cent, what is named. */
function isAllNamed({ fit }: Reading): boolean {
  return fit === 'exact' || fit === 'sum';
}

/** Whether credit is said to be set off, is open, and is not set off. */
function leavesCredit({ receipt }: Line, { owing }: Known, { parts }: Reading): boolean {
  if (!saysCredit.test(receipt.remittance ?? '') || parts.some(({ owed }) => owed.open < 0)) return false;
  return owing.owed.some(({ open }) => open < 0);
}

const saysCredit = /\b(?:min(?:us)?|verrek\w*|incl\w*|na aftrek)\b.{0,20}\bcredit|creditnota|\bcn\b|-\/-|verrekend/i;

/** Whether beside what is named there is an invoice as well as credit nobody spoke of: sums of so many fit by chance. */
function nettedBesides({ parts }: Reading, used: readonly Naming[]): boolean {
  const besides = parts.filter(({ owed }) => !used.some(({ entry }) => entry === owed.entry));
  return besides.some(({ owed }) => owed.open > 0) && besides.some(({ owed }) => owed.open < 0);
}

/** Whether what a sum leaves open is half of an invoice in it: that one may be half paid, and the other whole. */
function leavesHalf({ invoiced }: Owing, { fit, parts }: Reading): boolean {
  if (parts.length < 2 || (fit !== 'netted' && fit !== 'some' && fit !== 'row')) return false;
  const within = new Set(parts.map(({ owed }) => owed.entry));
  const halves = new Set(parts.map(({ owed }) => owed.open / 2));
  return invoiced.some(({ entry, open }) => open > 0 && !within.has(entry) && halves.has(open));
}

/** Whether credit nobody spoke of is set off where the bank says it kept charges: those are the difference, whatever fits. */
function netsCharges({ receipt }: Line, { parts }: Reading, used: readonly Naming[]): boolean {
  if (!saysCharges.test(receipt.remittance ?? '')) return false;
  return parts.some(({ owed }) => owed.open < 0 && !used.some(({ entry }) => entry === owed.entry));
}

/** Codes of MT940 beside the sum that was sent and the charges taken off it, and words for those. */
const saysCharges = /\/(?:OCMT|CHGS\d?)\/|\b(?:bank|transfer|transactie)(?: ?kosten| charges)\b/i;

/** An invoice of exactly the amount that has nothing open: what looks like a part of another may be that one, paid again. */
function paidBefore(line: Line, owner: Owner): Entry | undefined {
  return owner.ofTotal(line.receipt.amount).find((entry) => balanceOf(line, entry) === 0);
}

/** An item of exactly the amount of another debtor whose name is as much the payer's as this one's. */
function owedByNamesake(line: Line, owner: Owner): Entry | undefined {
  const { payer, receipt } = line;
  const own = payer.likeness(owner);
  for (const [other, like] of payer.byName) {
    if (other === owner || like === 0 || like < own) continue;
    const owed = owingOf(line, other).owed.find(({ open }) => open === receipt.amount);
    if (owed) return owed.entry;
  }
  return;
}
