import { addDays, type IsoDate } from '../dates/civil.ts';
import { addBankDays } from '../dates/holidays.ts';
import type { Cents } from '../money/cents.ts';
import { applyToLedger, type Books, type Change, type DebtorLedger, isLedgerTable, type TableName } from './books.ts';
import { ChangeSet, type Moment } from './changes.ts';
import type { DebtorId } from './debtor.ts';
import type { EventData, EventType } from './event.ts';
import type { Instalment, PaymentPlan, PaymentPromise } from './hold.ts';
import { endedHold, holdFacts } from './hold-rules.ts';
import type { ItemId } from './item.ts';
import { PromisedMoney } from './promised-money.ts';

/** Cents a promise or plan may fall short and still be kept (criterion G1). */
const promiseTolerance: Cents = 5;
/** Bank days a payment on the promised day may take to arrive (criterion G1). */
const bankDaysToArrive = 2;
/** Days after which an instalment is late, and after which it is not paid (criterion H3). */
const lateAfterDays = 3;
const missedAfterDays = 10;

/** Where outcomes are written: a ChangeSet, or what collects the lines of an import. */
export type OutcomeWriter = Pick<ChangeSet, 'put' | 'event'>;

/** Last day on which money for a promise may arrive; it is judged the day after. */
function promiseDeadline(promise: Pick<PaymentPromise, 'date'>): IsoDate {
  return addBankDays(promise.date, bankDaysToArrive);
}

/**
 * Judges every promise and running plan of a debtor by the payments allocated to their items (criteria G1, H3), and writes
 * what changed: the promise or plan, the end of its hold, one event each. A promise is kept as soon as it is paid; partly or not
 * it is judged after its date + 2 bank days, at once when the bank took the money back. Money is handed out in the
 * order of the dates, each cent once. Judging again on the same books writes nothing; a payment in time that comes to
 * light later still keeps it. While a list says "vermoedelijk betaald" nothing is called broken.
 * `ledger` is the debtor's as it will be; `today` the day of judging.
 */
export function judgePromises(writer: OutcomeWriter, debtorId: DebtorId, ledger: DebtorLedger, today: IsoDate): void {
  if (!ledger.promise && !ledger.plan) return;
  const judge = new Judge(writer, debtorId, ledger, today);
  const money = new PromisedMoney(ledger);
  const promises = Object.values(ledger.promise ?? {}).filter(({ state }) => state !== 'withdrawn');
  promises.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  for (const promise of promises) judge.promise(promise, money);
  for (const plan of Object.values(ledger.plan ?? {})) {
    if (plan.state === 'running' || plan.state === 'kept' || plan.state === 'broken') judge.plan(plan);
  }
}

/** Tables whose lines can keep or break a promise. */
const judgedBy: ReadonlySet<TableName> = new Set(['item', 'payment', 'allocation', 'promise', 'plan']);

/**
 * {@link judgePromises} for every debtor whose payments or items `changes` touch: what a write rule calls last, with the
 * changes it has collected so far.
 */
export function judgeTouched(books: Books, changes: readonly Change[], writer: OutcomeWriter, today: IsoDate): void {
  const touched = new Map<DebtorId, Change[]>();
  for (const change of changes) {
    if (!judgedBy.has(change.table)) continue;
    const id = Number(change.key);
    const own = touched.get(id);
    if (own) own.push(change);
    else touched.set(id, [change]);
  }
  for (const [id, own] of touched) {
    const ledger = books.ledgers.get(id) ?? {};
    const promised = ledger.promise || ledger.plan || own.some(({ table }) => table === 'promise' || table === 'plan');
    if (promised) judgePromises(writer, id, ledgerAfter(ledger, own), today);
  }
}

/** At the start of the day: promises and plans whose day has passed since. Empty when nothing changes. */
export function judgeAllPromises(books: Books, moment: Moment): Change[] {
  const set = new ChangeSet(books, moment.at);
  for (const [id, ledger] of books.ledgers) judgePromises(set, id, ledger, moment.today);
  return set.changes;
}

/** A ledger as changes of its debtor will leave it; the ledger itself stays as it is. */
function ledgerAfter(ledger: DebtorLedger, changes: readonly Change[]): DebtorLedger {
  const after: DebtorLedger = { ...ledger };
  const copied = new Set<TableName>();
  for (const change of changes) {
    if (!isLedgerTable(change.table)) continue;
    if (!copied.has(change.table)) Object.assign(after, { [change.table]: { ...after[change.table] } });
    copied.add(change.table);
    applyToLedger(after, change);
  }
  return after;
}

class Judge {
  constructor(
    private readonly writer: OutcomeWriter,
    private readonly debtorId: DebtorId,
    private readonly ledger: DebtorLedger,
    private readonly today: IsoDate,
  ) {}

  promise(promise: PaymentPromise, money: PromisedMoney): void {
    const { itemIds, amount, on } = promise;
    const until = promiseDeadline(promise);
    const returned = money.wasReturned(itemIds, on);
    const paid = money.take(itemIds, amount, on, until, promise.state === 'open' || promise.state === 'kept');
    const state = this.stateOfPromise(promise, paid, this.today > until || returned);
    if (state === promise.state) return;
    this.writer.put(this.debtorId, 'promise', promise.id, { ...promise, state, judgedOn: this.today });
    this.writer.event(this.debtorId, state === 'open' ? 'promise-reopened' : `promise-${state}`, {
      promiseId: promise.id,
      ...this.itemFacts(itemIds),
      amount,
      paid,
      date: promise.date,
    });
    if (state === 'open') this.resumeHold(promise.holdId, until);
    else this.endHold(promise.holdId);
  }

  private stateOfPromise(
    promise: PaymentPromise,
    paid: Cents,
    over: boolean,
  ): Exclude<PaymentPromise['state'], 'withdrawn'> {
    if (paid >= promise.amount - promiseTolerance) return 'kept';
    if (!over) return 'open';
    if (promise.state === 'open' && this.awaitsAnswer(promise.itemIds)) return 'open';
    return paid > 0 ? 'partly' : 'broken';
  }

  plan(plan: PaymentPlan): void {
    const money = new PromisedMoney(this.ledger);
    const paidBy = (day: IsoDate) => money.received(plan.itemIds, plan.from, day, plan.state !== 'broken');
    const late: Instalment[] = [];
    let missed: Instalment | null = null;
    let due = 0;
    for (const instalment of [...plan.instalments].sort((a, b) => (a.date < b.date ? -1 : 1))) {
      due += instalment.amount;
      const isUnpaid = (days: number) => {
        const day = addDays(instalment.date, days);
        return this.today > day && paidBy(day) < due - promiseTolerance;
      };
      if (isUnpaid(lateAfterDays)) late.push(instalment);
      if (isUnpaid(missedAfterDays)) missed ??= instalment;
    }
    if (plan.state === 'running' && late.length > 0 && this.awaitsAnswer(plan.itemIds)) return;
    const isBroken = missed !== null || late.length > 1;
    const isPaid = paidBy(this.today) >= due - promiseTolerance;
    this.writePlan(plan, isBroken ? 'broken' : isPaid ? 'kept' : 'running', late, missed);
  }

  private writePlan(
    plan: PaymentPlan,
    state: 'running' | 'kept' | 'broken',
    late: readonly Instalment[],
    missed: Instalment | null,
  ): void {
    const known = new Set(plan.late ?? []);
    const numbers = late.map(({ number }) => number);
    const sameLate = numbers.length === known.size && numbers.every((number) => known.has(number));
    if (state === plan.state && sameLate) return;
    this.writer.put(this.debtorId, 'plan', plan.id, { ...plan, state, late: numbers });
    const facts = { planId: plan.id, ...this.itemFacts(plan.itemIds) };
    for (const { number, amount, date } of late) {
      if (!known.has(number)) this.event('plan-late', { ...facts, instalment: number, amount, date });
    }
    if (state === plan.state) return;
    if (state === 'running') {
      this.event('plan-resumed', facts);
      this.resumeHold(plan.holdId, null);
    } else {
      const cause = state === 'kept' ? null : missed ? 'missed' : 'second-late';
      this.event(`plan-${state}`, { ...facts, cause, instalment: (missed ?? late.at(-1))?.number ?? null });
      this.endHold(plan.holdId);
    }
  }

  /** A full list lacks one of the items: perhaps it is paid, and nobody has said so yet. */
  private awaitsAnswer(itemIds: readonly ItemId[]): boolean {
    return itemIds.some((id) => this.ledger.item?.[id]?.state === 'presumed-paid');
  }

  private endHold(holdId: string | null): void {
    const hold = holdId === null ? undefined : this.ledger.hold?.[holdId];
    const ended = hold && endedHold(hold, this.today);
    if (!ended) return;
    this.writer.put(this.debtorId, 'hold', ended.id, ended);
    const item = hold.itemId === null ? undefined : this.ledger.item?.[hold.itemId];
    this.event('hold-ended', { ...holdFacts(hold, item), note: '' });
  }

  /** What kept it was taken back before its day: the hold stands again as it was set. */
  private resumeHold(holdId: string | null, until: IsoDate | null): void {
    const hold = holdId === null ? undefined : this.ledger.hold?.[holdId];
    if (!hold || hold.until === until) return;
    const resumed = { ...hold, until };
    this.writer.put(this.debtorId, 'hold', hold.id, resumed);
    const item = hold.itemId === null ? undefined : this.ledger.item?.[hold.itemId];
    this.event('hold-set', { ...holdFacts(resumed, item), from: hold.from, until, note: hold.note });
  }

  private event(type: EventType, data: EventData): void {
    this.writer.event(this.debtorId, type, data);
  }

  private itemFacts(itemIds: readonly ItemId[]): EventData {
    const items = itemIds.map((id) => this.ledger.item?.[id]);
    return {
      items: items.map((item, i) => item?.number || itemIds[i]!),
      currency: items.find((item) => item !== undefined)?.currency ?? 'EUR',
    };
  }
}
