import type { IsoDate } from '../../dates/civil.ts';
import { ItemIndex } from '../../matching/item-index.ts';
import { Matcher } from '../../matching/matcher.ts';
import { openOnList } from '../bank/gone.ts';
import type { BankLine } from '../bank/line.ts';
import {
  heldBack,
  mayNotBeWorkedIn,
  type NamedItems,
  namedOfOne,
  notWorkedIn,
  shownBy,
} from '../bank/not-worked-in.ts';
import { isReturn } from '../bank/return.ts';
import { TakenBack } from '../bank/taken-back.ts';
import { type Books, type Change, type DebtorLedger, debtorIn, lineVersion } from '../books.ts';
import { canonicalJson } from '../canonical.ts';
import type { DebtorId } from '../debtor.ts';
import type { Allocation, ItemId } from '../item.ts';
import { Overlay } from '../overlay.ts';
import type { Steps } from '../steps.ts';
import { creditsWorkedIn, withoutKnownCredit } from './credit.ts';
import type { DebtorDiff } from './diff.ts';
import { listPayment } from './list-payment.ts';
import type { ItemDiff } from './standing.ts';

/** Lines that wait to be looked at, as a list that holds the bank up to their day leaves them. */
export interface WaitingLines {
  /** It holds them, if it is a full list: they wait no longer. */
  readonly listed: readonly BankLine[];
  /** Of `listed`: lines of which it cannot be told whether it does. */
  readonly perhaps: readonly BankLine[];
  /** It has open what they pay, or may have it open because of them: they go on waiting. */
  readonly open: readonly BankLine[];
  /** The debtors of the list, their items as of the day before a line that goes on waiting. */
  readonly debtors: readonly DebtorDiff[];
}

/**
 * What becomes of lines that wait when a list says that it holds the bank up to their day (criterion A3). Where the list
 * still has open what a line names and pays, the bookkeeping has not worked it in: it goes on waiting, and counts as after the
 * list. So does a storno that may be why it has open what is paid here. The same is said of lines that come after the list.
 * In steps, told as the number of lines that are done.
 */
export function* waitingLines(books: Books, debtors: readonly DebtorDiff[], bankUntil: IsoDate): Steps<WaitingLines> {
  const waiting = [...books.records.bankLine.values()].filter(
    ({ state, date }) => state === 'review' && date <= bankUntil,
  );
  if (waiting.length === 0) return { listed: [], perhaps: [], open: [], debtors };
  const after = new Overlay(books);
  after.apply(debtors.flatMap((debtor) => linesOf(books.ledgers.get(debtor.id), debtor, bankUntil)));
  yield 0;
  const matcher = new Matcher(after.books, yield* ItemIndex.steps(after.books));
  const takenBack = new TakenBack(books.records.statement.values());
  const open: BankLine[] = [];
  const perhaps: BankLine[] = [];
  const lacked = new Map<DebtorId, Map<ItemId, BankLine[]>>();
  const paidHere = paidHereOf(books, debtors);
  for (const [place, line] of waiting.entries()) {
    yield place;
    if (isReturn(line) && paidHere.some((own) => mayExplain(line, own))) {
      open.push(line);
      continue;
    }
    const named = line.amount > 0 ? namedOfOne(matcher.named(line)) : null;
    const ledger = named && after.books.ledgers.get(named.debtorId);
    const items = ledger ? notWorkedIn(ledger, books.records.import, takenBack, line, named.itemIds) : [];
    if (!named || !ledger || takenBack.has(line.id, bankUntil)) continue;
    if (items.length === 0) {
      if (mayNotBeWorkedIn(ledger, takenBack, line, named.itemIds)) perhaps.push(line);
      after.apply(withoutShown(ledger, named, line));
      continue;
    }
    open.push(line);
    const own = lacked.get(named.debtorId) ?? new Map<ItemId, BankLine[]>();
    lacked.set(named.debtorId, own);
    for (const { id } of items) own.set(id, [...(own.get(id) ?? []), line]);
  }
  const isOpen = new Set(open);
  const listed = waiting.filter((line) => !isOpen.has(line));
  return { listed, perhaps, open, debtors: debtors.map((debtor) => held(books, debtor, lacked.get(debtor.id))) };
}

/** A debtor of whom a list has something open that is paid here. */
interface PaidHere {
  /** Accounts that are the debtor's, or paid for it before. */
  readonly ibans: ReadonlySet<string>;
  readonly numbers: readonly string[];
}

/**
 * Debtors of whom a list has something open that is paid here: this list, or a newer one of only some items, whose task it leaves,
 * be the debtor on this list or not.
 */
function paidHereOf(books: Books, debtors: readonly DebtorDiff[]): readonly PaidHere[] {
  const diffs = new Map(debtors.map((debtor) => [debtor.id, debtor]));
  return [...books.ledgers].flatMap(([id, ledger]): readonly PaidHere[] => {
    const { after = debtorIn(ledger), items = [] } = diffs.get(id) ?? {};
    const here = items.flatMap(({ sort, before }) => (sort === 'paid-here' && before ? [before.id] : []));
    const lettered = new Set(items.flatMap(({ before, reconciled }) => (before && reconciled ? [before.id] : [])));
    const left = Object.values(ledger.task ?? {}).flatMap(({ itemIds }) =>
      itemIds.filter((itemId) => !lettered.has(itemId) && openOnList(ledger, itemId) !== null),
    );
    const itemIds = [...new Set([...here, ...left])];
    if (itemIds.length === 0) return [];
    const ibans = new Set([...(after?.iban ? [after.iban] : []), ...Object.keys(ledger.payer ?? {})]);
    return [{ ibans, numbers: itemIds.map((itemId) => ledger.item?.[itemId]?.number ?? '') }];
  });
}

/** Whether a storno may be why a list has open what is paid here; as for a storno that comes after it. */
function mayExplain({ iban, remittance }: BankLine, { ibans, numbers }: PaidHere): boolean {
  if (iban !== null && ibans.has(iban)) return true;
  return numbers.some((number) => number !== '' && (remittance?.includes(number) ?? false));
}

/** The lines of a debtor as the list leaves them, with what it shows as paid of each item. */
function linesOf(
  ledger: DebtorLedger | undefined,
  { id, before, after, items, laid = new Map() }: DebtorDiff,
  until: IsoDate,
): Change[] {
  const line = (table: 'debtor' | 'item' | 'payment' | 'allocation', lineId: string, own: object | null): Change => {
    return { table, key: String(id), lineId, line: own, v: lineVersion };
  };
  const changes = before === null ? [line('debtor', 'debtor', after)] : [];
  for (const [lineId, own] of laid) changes.push(line('allocation', lineId, own));
  for (const item of withoutKnownCredit(items, creditsWorkedIn(ledger, items, until))) {
    if (!item.after) continue;
    changes.push(line('item', item.after.id, item.after));
    if (item.payment <= 0) continue;
    const { payment, allocation } = listPayment(item, 'list', until);
    changes.push(line('payment', payment.id, payment), line('allocation', allocation.id, allocation));
  }
  return changes;
}

/** What a list shows as paid is one line's only: it becomes that of a line that wants it. */
function withoutShown(ledger: DebtorLedger, { debtorId, itemIds }: NamedItems, line: BankLine): Change[] {
  const changes: Change[] = [];
  let left = line.amount;
  for (const own of shownBy(ledger, itemIds, line.date)) {
    const amount = Math.min(left, own.amount);
    left -= amount;
    const rest: Allocation = { ...own, amount: own.amount - amount };
    const its: Allocation = { ...own, id: `${own.id}-${line.id}`, paymentId: line.id, date: line.date, amount };
    for (const laid of [rest, its])
      changes.push({ table: 'allocation', key: String(debtorId), lineId: laid.id, line: laid, v: lineVersion });
  }
  return changes;
}

function held(
  books: Books,
  debtor: DebtorDiff,
  lacked: ReadonlyMap<ItemId, readonly BankLine[]> | undefined,
): DebtorDiff {
  if (!lacked) return debtor;
  const { allocation = {} } = books.ledgers.get(debtor.id) ?? {};
  return {
    ...debtor,
    items: debtor.items.map((item): ItemDiff => {
      const own = item.after ?? item.before;
      const lines = own && lacked.get(own.id);
      if (!own?.listed || !lines) return item;
      const laid = Object.values(allocation).filter(({ itemId }) => itemId === own.id);
      // What the list shows as paid is laid against it on its bank date.
      const shown = item.payment > 0 ? [{ date: own.listed.bankUntil, amount: item.payment }] : [];
      const after = heldBack(own, [...laid, ...shown], lines);
      if (canonicalJson(after) !== canonicalJson(item.before)) return { ...item, after };
      return { ...item, sort: item.sort === 'changed' ? 'same' : item.sort, after: null };
    }),
  };
}
