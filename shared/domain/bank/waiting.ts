import { FailureError } from '../../contract/errors.ts';
import type { IsoDate } from '../../dates/civil.ts';
import { bareName } from '../../formats/ubl/direction.ts';
import { tellingFrom } from '../../matching/line.ts';
import type { MatchCandidate, MatchPart, MatchReasonCode } from '../../matching/match.ts';
import { matchReceipts } from '../../matching/match-receipts.ts';
import { Matcher } from '../../matching/matcher.ts';
import { keptReasons } from '../../matching/why.ts';
import { listedUntil } from '../balance.ts';
import { type Books, type Change, type DebtorLedger, debtorIn } from '../books.ts';
import type { Moment } from '../changes.ts';
import { matchLine } from '../commands/bank.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { ItemId } from '../item.ts';
import { Overlay } from '../overlay.ts';
import type { BankLine } from './line.ts';
import { isHeldAt, isInList, isNamedOn } from './not-worked-in.ts';
import { TakenBack } from './taken-back.ts';

/** A line that waited and was decided on; `credit`: all of it became unallocated credit. */
export interface DecidedLine {
  readonly line: BankLine;
  readonly debtor: Debtor;
  readonly credit: boolean;
}

/**
 * For a run that nobody looks at (criterion A8): decides on receipts that wait, of earlier runs too. What surely matches by now is
 * matched. A receipt of which it is certain who paid it, though not what for, becomes unallocated credit of that debtor, so that
 * no letter claims money that was received: certain is an account that is of one debtor alone, or else a name together with the
 * whole number of an invoice of that debtor, and no proposal is of another. A name alone is not: namesakes pay too, so that money
 * is told and waits.
 */
export function decideWaiting(
  books: Books,
  moment: Moment,
): { readonly changes: readonly Change[]; readonly decided: readonly DecidedLine[] } {
  const payers = payersByAccount(books);
  const bearers = bearersOfNames(books);
  const overlay = new Overlay(books);
  const changes: Change[] = [];
  const decided: DecidedLine[] = [];
  const waiting = receiptsWaiting(books, listedUntil(books));
  const takenBack = new TakenBack(books.records.statement.values());
  const matcher = new Matcher(books);
  const matches = matchReceipts(books, waiting, matcher);
  waiting.forEach((line, i) => {
    const { accepted, candidates } = matches[i]!;
    const best = accepted ? candidates[0] : undefined;
    if (best?.parts.some(({ debtorId, itemId }) => isHeld(books.ledgers.get(debtorId), itemId, line.date))) return;
    // What of it would be credit may be in a list of what it pays or names, or went back since.
    const named = best ? best.parts : [...matcher.named(line), ...candidates.flatMap(({ parts }) => parts)];
    if (best?.rest !== 0 && isOfList(books, named, line.date)) return;
    if (!best && takenBack.has(line.id, moment.today)) return;
    const debtor = best
      ? debtorIn(books.ledgers.get(best.debtorId))
      : certainPayer(books, line, candidates, payers, bearers);
    if (!debtor) return;
    const { parts = [], rest = line.amount } = best ?? {};
    const creditTo = rest === 0 ? null : debtor.id;
    const reasons = keptReasons((best ?? candidates[0])?.reasons ?? []);
    const command = { type: 'match-line', lineId: line.id, parts, creditTo, settle: [], reasons } as const;
    const own = written(() => matchLine(overlay.books, command, moment));
    if (!own) return;
    overlay.apply(own);
    changes.push(...own);
    decided.push({ line, debtor, credit: parts.length === 0 });
  });
  return { changes, decided };
}

/**
 * Money received that waits, by date; what was paid out and came back is nobody's receipt, and of what a full list should hold
 * only a user can say that it does not (criterion A3), as of money that may be there twice.
 */
function receiptsWaiting(books: Books, until: IsoDate | null): readonly BankLine[] {
  const lines = [...books.records.bankLine.values()].filter(
    ({ state, amount, returnReason, date, twice }) =>
      state === 'review' &&
      amount > 0 &&
      returnReason === null &&
      twice === undefined &&
      (until === null || date > until),
  );
  return lines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The changes of a match; null where the books have no room for it any more, so that it goes on waiting. */
function written(match: () => Change[]): readonly Change[] | null {
  try {
    return match();
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

/** Who surely paid a receipt; null when it may be several, or when a proposal is of another. */
function certainPayer(
  books: Books,
  { iban, date, counterparty }: BankLine,
  candidates: readonly MatchCandidate[],
  payers: ReadonlyMap<string, readonly Debtor[]>,
  bearers: ReadonlyMap<string, readonly DebtorId[]>,
): Debtor | null {
  const [best] = candidates;
  if (!best || candidates.some(({ debtorId }) => debtorId !== best.debtorId)) return null;
  const ledger = books.ledgers.get(best.debtorId);
  if (isInBalances(ledger, date)) return null;
  const debtor = debtorIn(ledger);
  // An account several pay from is seen of one first: under the name of another it may be that one's money.
  const named = bearers.get(bareName(counterparty ?? '')) ?? [];
  if (named.length > 0 && !named.includes(best.debtorId) && debtor?.iban !== iban) return null;
  const holders = payers.get(iban ?? '') ?? [];
  if (holders.length > 0) return holders.length === 1 && holders[0]!.id === best.debtorId ? holders[0]! : null;
  return namesOnly(candidates) ? debtor : null;
}

/** Whether a list has the item open although it should hold money of that day: only a user can say that it does not. */
function isHeld(ledger: DebtorLedger | undefined, itemId: ItemId, date: IsoDate): boolean {
  const item = ledger?.item?.[itemId];
  return item !== undefined && isHeldAt(item, date);
}

/** Whether all that is open of a debtor is stated with the payments of that day in it: money of then lowers nothing. */
function isInBalances(ledger: DebtorLedger | undefined, date: IsoDate): boolean {
  const open = Object.values(ledger?.item ?? {}).filter(({ state }) => state === 'open');
  return open.length > 0 && open.every((item) => isInList(item, date));
}

/** Whether a list of only some items holds money of that day for something it would pay, or names. */
function isOfList(books: Books, items: readonly Pick<MatchPart, 'debtorId' | 'itemId'>[], date: IsoDate): boolean {
  return items.some(({ debtorId, itemId }) => {
    const item = books.ledgers.get(debtorId)?.item?.[itemId];
    return item !== undefined && isNamedOn(item, date);
  });
}

const invoiceNamed: ReadonlySet<MatchReasonCode> = new Set(['named-number', 'named-list', 'named-range']);
const otherMeant: ReadonlySet<MatchReasonCode> = new Set(['number-of-other', 'name-of-other', 'account-of-other']);

/** Whether a receipt bears both the name and a whole invoice number of the debtor it is proposed for, and nothing of another. */
function namesOnly(candidates: readonly MatchCandidate[]): boolean {
  const reasons = candidates.flatMap((candidate) => candidate.reasons);
  return (
    reasons.some(({ code }) => code === 'name-same') &&
    reasons.some(({ code, weight }) => invoiceNamed.has(code) && weight >= tellingFrom) &&
    !reasons.some(({ code }) => otherMeant.has(code))
  );
}

/** Debtors by their names, without the form of the company. */
function bearersOfNames(books: Books): ReadonlyMap<string, readonly DebtorId[]> {
  const bearers = new Map<string, DebtorId[]>();
  for (const [id, ledger] of books.ledgers) {
    const name = bareName(debtorIn(ledger)?.name ?? '');
    if (name !== '') bearers.set(name, [...(bearers.get(name) ?? []), id]);
  }
  return bearers;
}

/** Debtors by the accounts that are theirs or paid for them before. */
function payersByAccount(books: Books): ReadonlyMap<string, readonly Debtor[]> {
  const payers = new Map<string, Map<DebtorId, Debtor>>();
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    for (const iban of [debtor.iban, ...Object.keys(ledger.payer ?? {})]) {
      if (iban === null) continue;
      const own = payers.get(iban) ?? new Map<DebtorId, Debtor>();
      payers.set(iban, own.set(debtor.id, debtor));
    }
  }
  return new Map([...payers].map(([iban, debtors]) => [iban, [...debtors.values()]]));
}
