import { balanceOf, chanceOf, type Line, owingOf, tellingFrom } from './line.ts';
import type { MatchReasonCode } from './match.ts';
import { laterOfSame } from './named-days.ts';
import type { Naming } from './naming.ts';
import type { Owing } from './owing.ts';
import { isSerial, type OwnNumbers } from './own-numbers.ts';
import type { Entry, Owner } from './owner.ts';
import type { Evidence, PayerEvidence } from './payer-evidence.ts';
import type { Reading } from './readings.ts';

/** What is known of one debtor beside a receipt. */
export interface Known {
  readonly owner: Owner;
  readonly who: PayerEvidence;
  readonly owing: Owing;
  readonly own: OwnNumbers;
  /** Items of this debtor that are named, in the currency of the receipt. */
  readonly namings: readonly Naming[];
  /** Those of them that have nothing open. */
  readonly paid: readonly Naming[];
}

/** No account, name, code or number says who pays. */
const nobodyNamed = -3;
/** Numbers at least this telling are meant, whatever the reading makes of them. */
const meantFrom = 5;

/**
 * What speaks against a reading of one debtor: things on the receipt it leaves unexplained, and what it takes for granted.
 * `doubt` is the chance that something is meant that is not among the candidates.
 */
export function doubtsOf(line: Line, known: Known, reading: Reading, used: readonly Naming[]): readonly Evidence[] {
  const doubts: Evidence[] = [];
  const { who, paid, owing, own } = known;
  const isTelling = used.some(({ weight }) => weight >= tellingFrom);
  const add = (code: MatchReasonCode, weight: number, doubt: number, params: Evidence['params'] = {}) =>
    doubts.push({ code, params, weight, doubt });
  if (!who.isKnown && !isTelling) add('nobody-named', nobodyNamed, 0.2);
  const left = leftOut(known, reading, used);
  if (left)
    // A wrong number of one's own is likelier than an amount that fits another item by chance.
    add('number-left-out', isTelling ? -1 : left.weight - 5, 0.3, { number: left.entry.item.number });
  if (!isTelling) doubtsOfWhen(line, known, reading, used, add);
  if (!(isTelling && isAllNamed(reading)) && leavesCredit(line, known, reading)) add('credit-left-out', -1, 0.2);
  if (isTelling && nettedBesides(reading, used)) add('several-meant', 0, 0.1);
  if (leavesHalf(owing, reading)) add('half-left', 0, 0.1);
  if (netsCharges(line, reading, used)) add('charges-kept', 0, 0.15);
  const isShort = reading.fit === 'part' || (reading.fit === 'near' && reading.rest === 0);
  if (isShort && used.length > 1) add('part-of-several', 0, 0.1);
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
  const named = isTelling ? null : line.payer.namedBesides(known.owner);
  if (named) add('other-in-text', -1.5, 0.25, { debtor: named.debtor.name });
  const isCalled = used.some(({ called, by }) => called || by === 'payment-reference');
  const purpose = isTelling && (isCalled || (who.isKnown && reading.isExact)) ? undefined : otherPurpose(line);
  if (purpose !== undefined) add('other-purpose', -2, isTelling ? 0.1 : 0.3, { word: purpose });
  const advance = isTelling ? undefined : advanceSaid(line, reading);
  if (advance !== undefined) add('other-purpose', -1, 0.1, { word: advance });
  const unknown = own.unexplained.find(({ slips }) => !reading.parts.some(({ owed }) => slips.includes(owed.entry)));
  if (unknown && !(isTelling && reading.isExact))
    add('number-unknown', -1, isTelling ? 0.1 : 0.25, { number: unknown.key });
  const laid = reading.parts.reduce((total, { amount }) => total + amount, 0);
  if (reading.fit === 'over' && (reading.rest >= laid || used.length > 1)) add('over-much', -1, 0.15);
  // A slip in a number hits on another's: a name that is only a little alike does not undo that when the amount does not fit.
  const isStranger = !who.isKnown || (who.isVague && !reading.isExact);
  if (isTelling && isStranger && !isSureOfPayer(line, known.owner, reading, used))
    add('payer-unknown', 0, reading.isExact ? 0.06 : 0.15);
  const isNamesake = !isTelling && !who.isSure && reading.isExact && hasLongerNamesake(line, known.owner);
  if (!isTelling && (who.isVague || isNamesake)) add('payer-unknown', 0, 0.08);
  else if (!isTelling && reading.isExact && !who.isSure && chanceOf(line, known.owner) < rareFrom)
    add('amount-common', 0, 0.08);
  if (!isTelling && !reading.isExact && reading.fit !== 'near') add('no-item-named', 0, 0.15);
  const fitting = reading.isExact ? undefined : owing.owed.find(({ open }) => open === line.receipt.amount);
  if (fitting) add('amount-of-other', -1, 0.3, { number: fitting.entry.item.number });
  const namesake = reading.isExact || who.isSure || fitting ? undefined : owedByNamesake(line, known.owner);
  if (namesake) add('amount-of-other', -1, 0.3, { number: namesake.item.number });
  const repeated = reading.isExact || !isShort || fitting ? undefined : paidBefore(line, known.owner);
  if (repeated) add('amount-of-other', -1, 0.1, { number: repeated.item.number });
  const early = reading.parts.find(({ owed }) => owed.open > 0 && (owed.entry.item.date ?? '') > line.receipt.date);
  if (early) add('before-invoice', -2, 0.15, { number: early.owed.entry.item.number });
  return doubts;
}

/** Exact amounts less rare than this are invoiced to many: a slip in a number may hit on one of them. */
const rareFrom = 4;

/** Whether another debtor, whose name goes on where this one's ends, owes the same amount: names are cut and shortened. */
function hasLongerNamesake(line: Line, owner: Owner): boolean {
  const { amount } = line.receipt;
  return line.payer.namedLonger(owner).some((other) => owingOf(line, other).owed.some(({ open }) => open === amount));
}

/** Numbers at least this telling, of three digits, are meant when the amount is theirs as well. */
const shortFrom = 2.5;

/** A naming at least this telling says which of the invoices of one amount is meant. */
const saidFrom = 2;

/** A payment reference at least this telling has check digits: no slip hits on it. */
const surelyFrom = 11;

/** A number alone says who pays when nobody else is named and its amount is nobody else's. */
function isSureOfPayer(line: Line, owner: Owner, reading: Reading, used: readonly Naming[]): boolean {
  const { payer } = line;
  if (reading.isExact && used.some(({ by, weight }) => by === 'payment-reference' && weight >= surelyFrom)) return true;
  return reading.isExact && (payer.names.length === 0 || payer.isCollective || chanceOf(line, owner) >= rareFrom);
}

type Add = (code: MatchReasonCode, weight: number, doubt: number, params?: Evidence['params']) => void;

/** What months, days, words for more than one, and amounts that come back say against a reading of which no number is named. */
function doubtsOfWhen(line: Line, known: Known, reading: Reading, used: readonly Naming[], add: Add): void {
  const { receipt, mentions } = line;
  const byDay = known.namings.filter(isByDay);
  const isDated = used.some(isByDay);
  const [other] = byDay.filter(({ entry }) => !reading.parts.some(({ owed }) => owed.entry === entry));
  if (other && !isDated && !known.paid.includes(other))
    add('period-differs', -2, 0.3, { number: other.entry.item.number, written: other.written });
  const [first] = reading.parts;
  const stated = used.some(({ by }) => by === 'date') ? amountBeside(line, reading) : undefined;
  if (stated !== undefined) add('amount-beside', 0, 0.1, { amount: stated });
  if (isGathered(reading) && hasDouble(known.owing, reading)) add('amount-recurs', 0, 0.1);
  if (reading.parts.some(({ owed }) => owed.open < 0)) return;
  const text = receipt.remittance ?? '';
  if (first === undefined || reading.parts.length > 1) return;
  if (first.owed.open === first.owed.entry.item.total && saysPart.test(text)) add('part-meant', -1, 0.15);
  if (saysSeveral.test(text)) add('several-meant', 0, 0.1);
  if (
    isDated ||
    used.some(({ by, weight }) => by !== 'date' && weight >= saidFrom) ||
    !laterOfSame(first.owed.entry, receipt.date)
  )
    return;
  const [month] = mentions.when.months.values();
  if (month !== undefined && byDay.length === 0) add('period-unknown', -1, 0.25, { written: month });
  else if (byDay.length === 0) add('amount-recurs', 0, 0.1);
}

/** An amount in euros in the text that is neither what came in nor what an invoice is of: the day beside it is of that one. */
function amountBeside({ receipt }: Line, { parts }: Reading): string | undefined {
  for (const [, whole, cents] of (receipt.remittance ?? '').matchAll(inEuros)) {
    const stated = Number(whole!.replaceAll('.', '') + cents!);
    if (
      stated !== receipt.amount &&
      !parts.some(({ owed }) => owed.open === stated || owed.entry.item.total === stated)
    )
      return `${whole},${cents}`;
  }
  return;
}

/** Whether it is a sum of some of what is open, picked by the amount alone. */
function isGathered({ fit, parts }: Reading): boolean {
  return parts.length > 1 && (fit === 'due' || fit === 'row' || fit === 'some' || fit === 'netted');
}

/** Whether another item is open of the amount of one that is paid: either may be meant. */
function hasDouble({ invoiced }: Owing, { parts }: Reading): boolean {
  const within = new Set(parts.map(({ owed }) => owed.entry));
  const amounts = new Set(parts.map(({ owed }) => owed.open));
  return invoiced.some(({ entry, open }) => amounts.has(open) && !within.has(entry));
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

function isByDay({ by, weight }: Naming): boolean {
  return by === 'period' || (by === 'date' && weight >= 2.5);
}

const saysCredit = /\b(?:min(?:us)?|verrek\w*|incl\w*|na aftrek)\b.{0,20}\bcredit|creditnota|\bcn\b|-\/-|verrekend/i;
/** Codes of MT940 beside the sum that was sent and the charges taken off it, and words for those. */
const saysCharges = /\/(?:OCMT|CHGS\d?)\/|\b(?:bank|transfer|transactie)(?: ?kosten| charges)\b/i;
const inEuros = /(?:€|\beur) ?(\d{1,3}(?:\.\d{3})+|\d+),(\d\d)(?!\d)/gi;
const saysPart =
  /\b(?:restant|rest(?:bedrag|ant)?|remainder|deel(?:betaling)?|gedeelte\w*|[1-9]e termijn|termijn [1-9]|slottermijn)\b/i;
const saysSeveral = /\b(?:facturen|fakturen|nota[’']?s|rekeningen|invoices|div(?:erse)?\.? fact\w*)\b/i;

const otherPurposes =
  /\b(?:salaris|loon(?:betaling)?|pensioen|uitkering|(?:belasting)?teruggaaf|belastingteruggave|(?:voorlopige )?aanslag|omzetbelasting|inkomstenbelasting|loonheffing\w*|(?:zorg|huur|kinderopvang)toeslag|toeslag(?:en)?|dividend|(?:geld)?lening|aflossing|priv[eé](?:storting|opname)?|(?:af)?storting|schadevergoeding|schade-?uitkering|borg|waarborgsom|gift|cadeau|donatie|verkeerd bedrag|per abuis|abusievelijk|onverschuldigd)\b/i;

/** A word that says money is something else than the payment of an invoice: salary, tax paid back, a loan. */
function otherPurpose({ receipt }: Line): string | undefined {
  return receipt.remittance?.match(otherPurposes)?.[0].toLowerCase();
}

/** A word that says money is for what is still to be invoiced, which no item it is laid against is said to be. */
function advanceSaid({ receipt }: Line, { parts }: Reading): string | undefined {
  if (parts.length === 0 || parts.some(({ owed }) => saysAdvance.test(owed.entry.item.description ?? ''))) return;
  return receipt.remittance?.match(saysAdvance)?.[0].toLowerCase();
}

/** Money for what is still to be invoiced. */
export const saysAdvance =
  /\b(?:aanbetaling|voorschot|vooruit(?:betaling|betaald)?|deposit|prepayment|down ?payment)\b/i;

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

/** An invoice of exactly the amount that has nothing open: what looks like a part of another may be that one, paid again. */
function paidBefore(line: Line, owner: Owner): Entry | undefined {
  return owner.ofTotal(line.receipt.amount).find((entry) => balanceOf(line, entry) === 0);
}

/** Named items that have nothing open any more. */
export function paidOf(line: Line, namings: readonly Naming[]): readonly Naming[] {
  return namings.filter(({ entry, by, weight }) => {
    // With its very amount a few digits or its month are enough.
    const from = entry.item.total !== line.receipt.amount ? meantFrom : by === 'serial' ? 1 : shortFrom;
    return weight >= from && balanceOf(line, entry) === 0;
  });
}
