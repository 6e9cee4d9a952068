import type { Owner } from './item-index.ts';
import { balanceOf, type Line, tellingFrom } from './line.ts';
import type { MatchReasonCode } from './match.ts';
import type { Naming } from './naming.ts';
import type { OwnNumbers } from './own-numbers.ts';
import type { Evidence, PayerEvidence } from './payer-evidence.ts';
import type { Owing, Reading } from './readings.ts';

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
  if (reading.fit === 'part' && used.length > 1) add('part-of-several', 0, 0.1);
  const [already] = paid;
  if (already) {
    const fits = isTelling && reading.isExact && reading.parts.length > 0;
    add('paid-already', -1, fits ? 0.06 : 0.4, { number: already.entry.item.number });
  }
  // With a number of one's own and its very amount, one of another debtor says nothing; money left over may be that debtor's.
  const elsewhere = isTelling && reading.isExact ? undefined : ofOthers(line, known.owner);
  if (elsewhere) {
    const { item, owner } = elsewhere.entry;
    add('number-of-other', -1.5, 0.3, { number: item.number, debtor: owner.debtor.name });
  }
  const named = isTelling ? null : line.payer.namedBesides(known.owner);
  if (named) add('other-in-text', -1.5, 0.25, { debtor: named.debtor.name });
  const purpose = isTelling ? undefined : otherPurpose(line);
  if (purpose !== undefined) add('other-purpose', -2, 0.3, { word: purpose });
  const [unknown] = own.unexplained;
  if (unknown && !(isTelling && reading.isExact))
    add('number-unknown', -1, isTelling ? 0.1 : 0.25, { number: unknown.key });
  if (!isTelling && !reading.isExact && reading.fit !== 'near') add('no-item-named', 0, 0.15);
  const fitting = reading.isExact ? undefined : owing.owed.find(({ open }) => open === line.receipt.amount);
  if (fitting) add('amount-of-other', -1, 0.3, { number: fitting.entry.item.number });
  const early = reading.parts.find(({ owed }) => owed.open > 0 && (owed.entry.item.date ?? '') > line.receipt.date);
  if (early) add('before-invoice', -2, 0.15, { number: early.owed.entry.item.number });
  return doubts;
}

const otherPurposes =
  /\b(?:salaris|loon(?:betaling)?|pensioen|uitkering|(?:belasting)?teruggaaf|belastingteruggave|(?:voorlopige )?aanslag|omzetbelasting|inkomstenbelasting|loonheffing\w*|(?:zorg|huur|kinderopvang)toeslag|toeslag(?:en)?|dividend|(?:geld)?lening|aflossing|priv[eé](?:storting|opname)?|(?:af)?storting|schadevergoeding|schade-?uitkering|borg|waarborgsom|gift|donatie)\b/i;

/** A word that says money is something else than the payment of an invoice: salary, tax paid back, a loan. */
function otherPurpose({ receipt }: Line): string | undefined {
  return receipt.remittance?.match(otherPurposes)?.[0].toLowerCase();
}

/** The most telling number of this debtor that is open and that the reading has no place for. */
function leftOut({ namings, paid }: Known, reading: Reading, used: readonly Naming[]): Naming | undefined {
  let strongest: Naming | undefined;
  for (const naming of namings) {
    if (naming.weight < meantFrom || naming.doubtful || naming.weight <= (strongest?.weight ?? 0)) continue;
    const placed = used.includes(naming) || reading.parts.some(({ owed }) => owed.entry === naming.entry);
    if (!placed && !paid.includes(naming)) strongest = naming;
  }
  return strongest;
}

/** A telling number of another debtor. */
function ofOthers({ mentions }: Line, owner: Owner): Naming | undefined {
  return mentions.namings.find(({ entry, weight }) => entry.owner !== owner && weight >= 7);
}

/** Named items that have nothing open any more. */
export function paidOf(line: Line, namings: readonly Naming[]): readonly Naming[] {
  return namings.filter(({ entry, weight }) => weight >= meantFrom && balanceOf(line, entry) === 0);
}
