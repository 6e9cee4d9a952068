import { addDays, type IsoDate } from '../../dates/civil.ts';
import type { MatchPart } from '../../matching/match.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import { allocatedPerItem, listedUntil, openBalance } from '../balance.ts';
import { asKept } from '../bank/aside.ts';
import { givesWay } from '../bank/hand.ts';
import type { BankLine } from '../bank/line.ts';
import { partFault } from '../bank/part.ts';
import { type LineMatch, writeMatch } from '../bank/payment.ts';
import { withReceipt } from '../bank/return.ts';
import { takeMatchBack } from '../bank/unmatch.ts';
import { administrationIn, type Books, type Change } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { DebtorId } from '../debtor.ts';
import type { OpenItem } from '../item.ts';
import { LedgerOverlay } from '../ledger-overlay.ts';
import { judgePromises } from '../promise-outcome.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

type Given<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A line that waits is what the user says it is (criterion A8): payments of one or more debtors, credit, small rests let go; of a
 * storno, the items of which the money was taken back. Refused with `bad-input` and a `reason`: a line that was decided on
 * (`decided`), a part without an amount or twice (`part`), another currency (`currency`), more than is open or was paid
 * (`too-much`), parts that come to more than the line, or less without `creditTo` (`sum`), a rest too large to let go (`settle`).
 */
export function matchLine(books: Books, command: Given<'match-line'>, moment: Moment): Change[] {
  const line = waiting(books, command.lineId);
  const overlay = new LedgerOverlay(books);
  const match = meant(overlay, line, command);
  const { parts, rest, creditTo } = match;
  for (const part of parts) checkPart(overlay, line, part, parts, listedUntil(books));
  if (line.amount > 0 ? rest < 0 || (rest > 0 && creditTo === null) : rest !== 0) wrong('sum', { rest });
  if (rest > 0 && creditTo !== null && !books.ledgers.get(creditTo)?.debtor) {
    refuse('not-found', 'no such debtor', { debtorId: creditTo });
  }
  const tolerance = administrationIn(books)?.toleranceCents ?? 0;
  for (const itemId of match.settle) checkSettled(books, parts, itemId, tolerance);
  const why = { score: null, reasons: command.reasons ?? [] };
  const taken = writeMatch(
    overlay,
    line,
    { ...match, why },
    {
      listedUntil: listedUntil(books),
      importId: null,
      today: moment.today,
    },
  );
  return written(books, overlay, { ...line, state: 'matched', taken, score: null }, moment);
}

/** What is asked, where all of it is credit with the payment seen by hand in it; of a storno with the credit it takes back. */
function meant(overlay: LedgerOverlay, line: BankLine, { parts, creditTo, settle }: Given<'match-line'>): LineMatch {
  const rest = line.amount - sumOf(parts, ({ amount }) => amount);
  if (creditTo === null) return { parts, rest, creditTo, settle };
  const seen = parts.length === 0 ? givesWay(overlay, creditTo, line) : null;
  if (seen) return { ...seen, creditTo, settle: [] };
  const whole = line.amount < 0 ? withReceipt(overlay, { debtorId: creditTo, parts, rest }) : null;
  return { parts: whole?.parts ?? parts, rest: whole?.rest ?? rest, creditTo, settle };
}

/**
 * A line that waits is no debtor's: it stays known as imported. What it says of others is kept for as long as somebody may want
 * to look at it again (`bank/aside.ts`).
 */
export function setLineAside(books: Books, { lineId }: Given<'set-line-aside'>, moment: Moment): Change[] {
  const line = waiting(books, lineId);
  const set = new ChangeSet(books, moment.at);
  set.record('bankLine', lineId, asKept({ ...line, state: 'set-aside' }, moment.today));
  const { date, amount, currency } = line;
  set.event('administration', 'line-set-aside', { date, amount, currency });
  return set.changes;
}

/** A line that was set aside waits again. Refused with `bad-input` and `reason` `decided`: one that is not set aside. */
export function reviewLine(books: Books, { lineId }: Given<'review-line'>, moment: Moment): Change[] {
  const line = books.records.bankLine.get(lineId) ?? refuse('not-found', 'no such bank line', { lineId });
  if (line.state !== 'set-aside') wrong('decided', { state: line.state });
  const set = new ChangeSet(books, moment.at);
  set.record('bankLine', lineId, { ...line, state: 'review' });
  const { date, amount, currency } = line;
  set.event('administration', 'line-back', { date, amount, currency });
  return set.changes;
}

/**
 * Takes back what a line was matched to: its payments and allocations, the credit it left, items it opened, the account learned
 * from it. The line waits again. Refused with `bad-input` and `reason` `rests` while something rests on it: its credit was
 * used or is on a list, the bank took the money back, a letter claims an item it opened.
 */
export function unmatchLine(books: Books, { lineId }: Given<'unmatch-line'>, moment: Moment): Change[] {
  const line = books.records.bankLine.get(lineId) ?? refuse('not-found', 'no such bank line', { lineId });
  if (line.state !== 'matched') wrong('decided', { state: line.state });
  const overlay = new LedgerOverlay(books);
  const until = listedUntil(books);
  for (const taken of line.taken) takeMatchBack(overlay, line, taken, until);
  return written(books, overlay, { ...line, state: 'review', taken: [], score: null }, moment);
}

/**
 * Small rests that a matched line left of its items are let go (betalingsverschil), each up to the tolerance of the administration,
 * on the day of the line, or the first after it that no list holds. Refused with `bad-input`: a line that is not matched
 * (`decided`), nothing small that is left (`settle`).
 */
export function settleRests(books: Books, { lineId }: Given<'settle-rests'>, moment: Moment): Change[] {
  const line = books.records.bankLine.get(lineId) ?? refuse('not-found', 'no such bank line', { lineId });
  if (line.state !== 'matched') wrong('decided', { state: line.state });
  const rests = restsLeft(books, line);
  if (rests.length === 0) wrong('settle');
  const overlay = new LedgerOverlay(books);
  for (const { debtorId, item, paymentId, left } of rests) {
    const id = `${paymentId}-${item.id}-difference`;
    const date = countedFrom(item, line.date, moment.today);
    const allocation = { id, paymentId, itemId: item.id, date, amount: left, kind: 'difference' } as const;
    overlay.put(debtorId, 'allocation', id, allocation);
    const { number, currency } = item;
    overlay.event(debtorId, 'difference-let-go', {
      paymentId,
      items: [number || item.id],
      amount: left,
      currency,
      date,
    });
  }
  return written(books, overlay, line, moment);
}

/** The day of a line; where a list holds that day today, or the day after the list's when it holds today as well. */
function countedFrom({ listed }: OpenItem, date: IsoDate, today: IsoDate): IsoDate {
  if (!listed || date > listed.bankUntil) return date;
  return today > listed.bankUntil ? today : addDays(listed.bankUntil, 1);
}

/** What a matched line left of items it paid, where it is little enough to be let go. */
export function restsLeft(
  books: Books,
  line: BankLine,
): readonly {
  readonly debtorId: DebtorId;
  readonly paymentId: string;
  readonly item: OpenItem;
  readonly left: Cents;
}[] {
  const tolerance = administrationIn(books)?.toleranceCents ?? 0;
  return line.taken.flatMap(({ debtorId, paymentId }) => {
    const ledger = books.ledgers.get(debtorId) ?? {};
    const allocated = allocatedPerItem(ledger);
    const own = Object.values(ledger.allocation ?? {}).filter((one) => one.paymentId === paymentId && one.amount > 0);
    return [...new Set(own.map(({ itemId }) => itemId))].flatMap((itemId) => {
      const item = ledger.item?.[itemId];
      const left = item ? openBalance(item, allocated) : 0;
      return item && item.total > 0 && left > 0 && left <= tolerance ? [{ debtorId, paymentId, item, left }] : [];
    });
  });
}

function waiting(books: Books, lineId: string): BankLine {
  const line = books.records.bankLine.get(lineId) ?? refuse('not-found', 'no such bank line', { lineId });
  if (line.state !== 'review') wrong('decided', { state: line.state });
  return line;
}

function checkPart(
  overlay: LedgerOverlay,
  line: BankLine,
  part: MatchPart,
  parts: readonly MatchPart[],
  until: IsoDate | null,
): void {
  const { debtorId, itemId } = part;
  const ledger = overlay.ledger(debtorId);
  const item = ledger?.item?.[itemId] ?? refuse('not-found', 'no such item', { debtorId, itemId });
  const isTwice = parts.some((own) => own !== part && own.debtorId === debtorId && own.itemId === itemId);
  const fault = isTwice ? 'part' : partFault(ledger ?? {}, item, line, part, until);
  if (fault) wrong(fault, { itemId });
}

function checkSettled(books: Books, parts: readonly MatchPart[], itemId: string, tolerance: Cents): void {
  const part = parts.find((own) => own.itemId === itemId) ?? wrong('settle', { itemId });
  const ledger = books.ledgers.get(part.debtorId) ?? {};
  const open = openBalance(ledger.item![itemId]!, allocatedPerItem(ledger));
  const left = open - part.amount - part.discount;
  if (left < 0 || left > tolerance) wrong('settle', { itemId, left });
}

function written(books: Books, overlay: LedgerOverlay, line: BankLine, moment: Moment): Change[] {
  for (const id of overlay.debtors()) judgePromises(overlay, id, overlay.ledger(id) ?? {}, moment.today);
  const set = new ChangeSet(books, moment.at);
  set.record('bankLine', line.id, line);
  for (const own of overlay.lines()) set.put(own.debtorId, own.table, own.lineId, own.line);
  for (const { chain, type, data } of overlay.events) set.event(chain, type, data);
  return set.changes;
}

function wrong(reason: string, params: Readonly<Record<string, string | number>> = {}): never {
  return refuse('bad-input', `the line cannot be matched: ${reason}`, { reason, ...params });
}
