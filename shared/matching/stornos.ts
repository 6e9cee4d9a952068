import { daysBetween } from '../dates/civil.ts';
import { compact } from './invoice-number.ts';
import { chanceOf, type Line, priorOfDebtor } from './line.ts';
import type { MatchPart, MatchReasonCode } from './match.ts';
import type { Entry, Owner } from './owner.ts';
import type { Evidence } from './payer-evidence.ts';
import { namingReasons } from './reasons.ts';
import type { PaidBefore, ReturnedPayments } from './returned-payments.ts';
import type { Scored } from './scoring.ts';

/** A direct debit can be taken back for eight weeks, an unauthorised one for thirteen months. */
const returnableDays = 396;

/** What a return takes back: a payment in the books or taken earlier in the run; else a direct debit of which only the item is known. */
export function stornoCandidates(line: Line, payments: ReturnedPayments): readonly Scored[] {
  const { receipt } = line;
  const paid = payments.of(-receipt.amount).filter((one) => {
    const age = daysBetween(one.date, receipt.date);
    return !one.isReturned && one.currency === receipt.currency && age >= 0 && age <= returnableDays;
  });
  const isReturn = receipt.returnReason !== null || saysReturn(receipt.remittance);
  const found = paid.map((one) => ofPayment(line, one, isReturn));
  if (!isReturn) return found;
  const known = new Set(paid.flatMap(({ parts }) => parts.map(placeOf)));
  return [...found, ...ofItems(line, known)];
}

function ofPayment(line: Line, one: PaidBefore, isReturn: boolean): Scored {
  const { receipt, mentions, payer } = line;
  const { owner } = one;
  const who = payer.evidenceFor(owner);
  const isOfPayment = (entry: Entry) =>
    one.parts.some(({ debtorId, itemId }) => debtorId === entry.owner.id && itemId === entry.item.id);
  const named = mentions.namings.filter(({ entry }) => isOfPayment(entry));
  const reasons: Evidence[] = [...who.reasons, ...namingReasons(named.slice(0, 3))];
  const add = (code: MatchReasonCode, weight: number, doubt = 0, params: Evidence['params'] = {}) =>
    reasons.push({ code, params, weight, doubt });
  const sameAccount = one.iban !== null && one.iban === receipt.iban;
  if (sameAccount && !who.isKnown) add('account-paid', 6, 0, { iban: one.iban! });
  const sameText = hasText(one, receipt.endToEndId) || hasText(one, receipt.mandateId);
  if (sameText) add('text-same', 6);
  const age = daysBetween(one.date, receipt.date);
  add('returned-payment', chanceOf(line, owner) - age / 60, 0, { date: one.date });
  // What came back names an invoice this payment was not for.
  const other = mentions.namings.find(({ entry, weight }) => weight >= 5 && !isOfPayment(entry));
  if (other && named.length === 0) add('number-left-out', -3, 0.3, { number: other.entry.item.number });
  // So does one that names an invoice nobody has, or that is not in yet.
  const unknown = mentions.unread.find(({ telling, key }) => telling && !compact(one.remittance ?? '').includes(key));
  if (!other && unknown && named.length === 0 && !sameText) add('number-unknown', -1, 0.25, { number: unknown.key });
  if (!isReturn) add('no-return-reason', -3, 0.2);
  if (!who.isKnown && !sameAccount && !sameText && named.length === 0) add('nobody-named', -1, 0.2);
  const parts = one.parts.map(
    ({ debtorId, itemId, amount }): MatchPart => ({ debtorId, itemId, amount: -amount, discount: 0 }),
  );
  return scored(owner, parts, receipt.amount - parts.reduce((sum, part) => sum + part.amount, 0), reasons);
}

/** Items by direct debit, or named, that are as large as what came back and of which no payment is in the books. */
function ofItems(line: Line, known: ReadonlySet<string>): readonly Scored[] {
  const { receipt, mentions, payer } = line;
  const owners = new Set<Owner>([...payer.byAccount, ...payer.byName.keys(), ...mentions.codes.keys()]);
  for (const { entry } of mentions.namings) owners.add(entry.owner);
  const found: Scored[] = [];
  for (const owner of owners) {
    const who = payer.evidenceFor(owner);
    for (const entry of owner.entries) {
      if (!couldComeBack(entry, line)) continue;
      const naming = mentions.namings.find((one) => one.entry === entry);
      if (
        known.has(placeOf({ debtorId: owner.id, itemId: entry.item.id })) ||
        !(naming || (isDebited(entry) && who.isKnown))
      )
        continue;
      const weight = chanceOf(line, owner) - 1.5;
      const reasons: Evidence[] = [
        ...who.reasons,
        ...namingReasons(naming ? [naming] : []),
        { code: 'returned-debit', params: { number: entry.item.number }, weight },
      ];
      // It is paid, but nothing in the books shows by what.
      if (!isDebited(entry)) reasons.push({ code: 'payment-unknown', params: {}, weight: 0, doubt: 0.2 });
      const part = { debtorId: owner.id, itemId: entry.item.id, amount: receipt.amount, discount: 0 };
      found.push(scored(owner, [part], 0, reasons));
      if (found.length >= 40) return found;
    }
  }
  return found;
}

/** An item among those of all debtors: two may have one number. */
function placeOf({ debtorId, itemId }: Pick<MatchPart, 'debtorId' | 'itemId'>): string {
  return `${debtorId}/${itemId}`;
}

function scored(owner: Owner, parts: readonly MatchPart[], rest: number, reasons: readonly Evidence[]): Scored {
  const weight = reasons.reduce((sum, reason) => sum + reason.weight, priorOfDebtor);
  return { weight, candidate: { parts, debtorId: owner.id, rest, score: 0, reasons } };
}

function hasText({ remittance }: PaidBefore, reference: string | null): boolean {
  const key = compact(reference ?? '');
  return key.length >= 6 && key !== 'NOTPROVIDED' && remittance !== null && compact(remittance).includes(key);
}

function isDebited({ item, owner }: Entry): boolean {
  return item.directDebit ?? owner.debtor.directDebit;
}

function couldComeBack(entry: Entry, { receipt }: Line): boolean {
  const { item, open } = entry;
  // Money that never came in cannot go out: without a direct debit an item that is wholly open stays open as it was.
  if (!isDebited(entry) && open >= item.total) return false;
  return item.total === -receipt.amount && item.currency === receipt.currency && (item.date ?? '') <= receipt.date;
}

function saysReturn(text: string | null): boolean {
  return text !== null && /storn|terugboek|teruggeboekt|retour|refused|geweigerd|returned|reversal/i.test(text);
}
