import type { IsoDate } from '../../dates/civil.ts';
import { hasIbanForm } from '../../formats/bank/account-number.ts';
import type { MatchPart } from '../../matching/match.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import { balanceLeft } from '../balance.ts';
import { type DebtorLedger, debtorIn } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import { type EventData, hashText } from '../event.ts';
import { named } from '../import/writer.ts';
import type { Allocation, ItemId, OpenItem, Payment } from '../item.ts';
import type { LedgerOverlay } from '../ledger-overlay.ts';
import { withCreditInList } from './credit-in-list.ts';
import { restateGone } from './gone.ts';
import type { BankLine, ReplacedPart, TakenPayment } from './line.ts';
import { isHeldAt, isLacked, saidOf } from './not-worked-in.ts';
import { receiptOf } from './receipt-item.ts';
import { reopenReturned } from './return.ts';

/** What a line of a statement is taken to be. Σ parts + rest = its amount. */
export interface LineMatch {
  readonly parts: readonly MatchPart[];
  /** What no item takes. */
  readonly rest: Cents;
  /** Whose unallocated credit the rest becomes; null when there is none. */
  readonly creditTo: DebtorId | null;
  /** Items of `parts` whose rest is let go (betalingsverschil). */
  readonly settle: readonly ItemId[];
  /** Why it was taken so, with its score when nobody looked at it; absent = not known. */
  readonly why?: { readonly score: number | null; readonly reasons: readonly string[] };
}

/** What a match is written with. */
export interface MatchFacts {
  /** Bank date of the last full list; null = there is none. */
  readonly listedUntil: IsoDate | null;
  /** The import it comes with; null when a user matched it. */
  readonly importId: string | null;
  readonly today: IsoDate;
}

/** Id of the payments a line becomes, one per debtor. */
function paymentIdOf(lineId: string): string {
  return `bank-${hashText(lineId).slice(0, 16)}`;
}

/**
 * Writes a matched line (criteria A3, A7, A8): one payment per debtor with its allocations, what is left as unallocated credit,
 * items a storno opens again, and the account it was paid from. Payments that a list showed and the line now explains give
 * way to it. One event per debtor.
 */
export function writeMatch(
  overlay: LedgerOverlay,
  line: BankLine,
  match: LineMatch,
  facts: MatchFacts,
): readonly TakenPayment[] {
  const debtorIds = [...new Set([...match.parts.map(({ debtorId }) => debtorId), ...creditor(match)])];
  return debtorIds.map((debtorId) => new DebtorMatch(overlay, line, match, facts, debtorId).write());
}

function creditor({ rest, creditTo }: LineMatch): readonly DebtorId[] {
  return rest !== 0 && creditTo !== null ? [creditTo] : [];
}

const noReceipt = { receiptId: null, before: undefined } as const;

/** The part of a match that is one debtor's. */
class DebtorMatch {
  private readonly parts: readonly MatchPart[];
  private readonly rest: Cents;
  private readonly paymentId: string;

  constructor(
    private readonly overlay: LedgerOverlay,
    private readonly line: BankLine,
    private readonly match: LineMatch,
    private readonly facts: MatchFacts,
    private readonly debtorId: DebtorId,
  ) {
    const own = match.parts.filter((part) => part.debtorId === debtorId);
    // What a storno takes of credit is laid first: what its invoice has open then follows from it.
    this.parts = [...withCreditInList(debtorId, this.ledger, line, own)].sort(
      (a, b) => Number(this.isReceipt(b)) - Number(this.isReceipt(a)),
    );
    this.rest = match.creditTo === debtorId ? match.rest : 0;
    this.paymentId = paymentIdOf(line.id);
  }

  private get ledger(): DebtorLedger {
    return this.overlay.ledger(this.debtorId) ?? {};
  }

  write(): TakenPayment {
    const { overlay, line, debtorId, paymentId } = this;
    const amount = sumOf(this.parts, (part) => part.amount) + this.rest;
    const { receiptId, before: creditBefore } = this.rest > 0 ? this.putReceipt() : noReceipt;
    const payment: Payment = {
      id: paymentId,
      date: line.date,
      amount,
      currency: line.currency,
      source: 'bank',
      counterparty: line.counterparty,
      iban: line.iban,
      remittance: line.remittance,
      importId: this.facts.importId,
      lineId: line.id,
      ...(receiptId === null ? {} : { receiptId }),
      ...(line.returnReason === null || amount > 0 ? {} : { returnReason: line.returnReason }),
    };
    overlay.put(debtorId, 'payment', paymentId, payment);
    const replaced = this.parts.flatMap((part) => this.replaceListed(part));
    const shown = new Set(replaced.map(({ allocation }) => allocation.itemId));
    const taskIds = this.parts.flatMap((part) => (shown.has(part.itemId) ? [] : this.stillListed(part)));
    const itemsBefore = this.parts.flatMap((part) => this.allocate(part));
    this.learnPayer();
    this.tell(amount, itemsBefore);
    return {
      debtorId,
      paymentId,
      ...(itemsBefore.length > 0 ? { itemsBefore } : {}),
      ...(creditBefore ? { creditBefore } : {}),
      ...(replaced.length > 0 ? { replaced } : {}),
      ...(taskIds.length > 0 ? { taskIds } : {}),
    };
  }

  /** Paid here, and open on a list that holds the bank up to that day: a task says so, as it does when the list comes after. */
  private stillListed({ itemId, amount }: MatchPart): readonly string[] {
    const { overlay, debtorId, line, facts } = this;
    const item = this.item(itemId);
    const stated = item.listed?.stated;
    if (amount <= 0 || item.state !== 'open' || !stated || !isHeldAt(item, line.date)) return [];
    const known = Object.values(this.ledger.task ?? {}).filter(
      ({ kind, itemIds }) => kind === 'reconcile' && itemIds.includes(itemId),
    );
    if (known.some(({ doneOn }) => doneOn === null || doneOn >= stated.bankUntil)) return [];
    const id = `reconcile-${itemId}-${stated.bankUntil}`;
    const { today: due } = facts;
    const task = { id, kind: 'reconcile', itemIds: [itemId], listed: stated.open, due } as const;
    overlay.put(debtorId, 'task', id, { ...task, doneOn: null, outcome: null });
    overlay.event(debtorId, 'task', { kind: 'reconcile', ...this.numbers([itemId]) });
    return [id];
  }

  /** Lays a part against its item; gives the item as it was when that opened or closed it. */
  private allocate({ itemId, amount, discount }: MatchPart): readonly OpenItem[] {
    const { overlay, debtorId } = this;
    const item = this.item(itemId);
    const opened = amount < 0 && item.total > 0 && this.reopens(item, amount);
    this.putAllocation(itemId, amount);
    if (discount !== 0) this.putAllocation(itemId, discount, 'discount');
    const left = this.left(itemId);
    if (this.match.settle.includes(itemId) && left !== 0) this.putAllocation(itemId, left, 'difference');
    restateGone(overlay, debtorId, itemId);
    const isConfirmed = amount > 0 && item.state === 'presumed-paid' && this.left(itemId) <= 0;
    if (isConfirmed) overlay.put(debtorId, 'item', itemId, { ...item, state: 'closed' });
    return opened || isConfirmed ? [item] : [];
  }

  private reopens(item: OpenItem, amount: Cents): boolean {
    return reopenReturned(this.overlay, this.debtorId, item, { date: this.line.date, amount }, this.facts.listedUntil);
  }

  private isReceipt({ itemId }: MatchPart): boolean {
    return this.ledger.item?.[itemId]?.kind === 'receipt';
  }

  private item(itemId: ItemId): OpenItem {
    const item = this.ledger.item?.[itemId];
    if (!item) throw new Error(`no item ${itemId} of debtor ${this.debtorId}`);
    return item;
  }

  /** Balance of an item, be it presumed paid or not. */
  private left(itemId: ItemId): Cents {
    return balanceLeft(this.ledger, this.item(itemId));
  }

  private putAllocation(itemId: ItemId, amount: Cents, kind?: 'discount' | 'difference'): void {
    const { paymentId, line } = this;
    const id = kind ? `${paymentId}-${itemId}-${kind}` : `${paymentId}-${itemId}`;
    this.overlay.put(this.debtorId, 'allocation', id, {
      id,
      paymentId,
      itemId,
      date: line.date,
      amount,
      ...(kind ? { kind } : {}),
    });
  }

  /**
   * A list had shown a lower balance, read as a payment; the line is that payment. Where the item is held back for lines the list
   * does not have, only another one, of which it shows all.
   */
  private replaceListed({ itemId, amount }: MatchPart): readonly ReplacedPart[] {
    const { date } = this.line;
    const item = this.item(itemId);
    if (amount <= 0 || !item.listed || date > saidOf(item.listed).bankUntil || isLacked(item, this.line)) return [];
    const replaced: ReplacedPart[] = [];
    let left = amount;
    for (const allocation of Object.values(this.ledger.allocation ?? {})) {
      const payment = this.ledger.payment?.[allocation.paymentId];
      if (allocation.itemId !== itemId || payment?.source !== 'list' || payment.date < date) continue;
      // It came after the balance before it, so it is not this line.
      if (payment.after !== undefined && date <= payment.after) continue;
      const less = Math.min(left, allocation.amount);
      if (less <= 0) continue;
      left -= less;
      replaced.push({ payment, allocation, amount: less });
    }
    if (isHeldAt(item, date) && left > 0) return [];
    for (const { payment, allocation, amount: less } of replaced)
      lowerListed(this.overlay, this.debtorId, payment, allocation, less);
    return replaced;
  }

  /** The receipt of what is left, and the credit of a list it was before. */
  private putReceipt(): { readonly receiptId: ItemId; readonly before: OpenItem | undefined } {
    const { date, currency, remittance: description } = this.line;
    const { importId } = this.facts;
    const receipt = receiptOf(this.ledger, { date, currency, rest: this.rest, description, importId });
    const before = this.ledger.item?.[receipt.id];
    this.overlay.put(this.debtorId, 'item', receipt.id, receipt);
    return { receiptId: receipt.id, before };
  }

  /** An account a debtor pays from is remembered; the one on the debtor itself is never changed (criterion A8). */
  private learnPayer(): void {
    const { iban, counterparty, date, amount } = this.line;
    if (amount <= 0 || iban === null || !hasIbanForm(iban)) return;
    if (this.ledger.payer?.[iban] || debtorIn(this.ledger)?.iban === iban) return;
    this.overlay.put(this.debtorId, 'payer', iban, { iban, name: counterparty, since: date });
  }

  private tell(amount: Cents, itemsBefore: readonly OpenItem[]): void {
    const { overlay, debtorId, line } = this;
    const { importId } = this.facts;
    const facts = importId === null ? {} : { importId };
    const reason = line.returnReason !== null && amount < 0 ? { reason: line.returnReason } : {};
    const discount = sumOf(this.parts, (part) => part.discount);
    const difference = this.match.settle.length === 0 ? 0 : this.lettingGo();
    overlay.event(debtorId, 'payment', {
      ...facts,
      paymentId: this.paymentId,
      source: 'bank',
      date: line.date,
      amount,
      currency: line.currency,
      counterparty: line.counterparty,
      ...this.numbers(this.parts.map(({ itemId }) => itemId)),
      ...(discount === 0 ? {} : { discount }),
      ...(difference === 0 ? {} : { difference }),
      ...(this.rest === 0 ? {} : { rest: this.rest }),
      ...reason,
      ...this.why(),
    });
    for (const [type, state] of [
      ['item-reopened', 'open'],
      ['item-closed', 'closed'],
    ] as const) {
      const ids = itemsBefore.map(({ id }) => id).filter((id) => this.item(id).state === state);
      if (ids.length > 0) overlay.event(debtorId, type, { ...facts, ...this.numbers(ids), date: line.date, ...reason });
    }
  }

  /** What of its items is let go (betalingsverschil). */
  private lettingGo(): Cents {
    const own = Object.values(this.ledger.allocation ?? {}).filter(({ paymentId }) => paymentId === this.paymentId);
    return sumOf(own, ({ kind, amount }) => (kind === 'difference' ? amount : 0));
  }

  private why(): EventData {
    const { score = null, reasons = [] } = this.match.why ?? {};
    return { ...(score === null ? {} : { score }), ...(reasons.length === 0 ? {} : { why: reasons }) };
  }

  private numbers(itemIds: readonly ItemId[]): EventData {
    return named(
      'items',
      itemIds.map((itemId) => this.item(itemId).number || itemId),
    );
  }
}

/** Takes an amount off a payment read from a list; with a negative amount it comes back. */
export function lowerListed(
  overlay: LedgerOverlay,
  debtorId: DebtorId,
  payment: Payment,
  allocation: Allocation,
  amount: Cents,
): void {
  const part = allocation.amount - amount;
  const paid = payment.amount - amount;
  overlay.put(debtorId, 'allocation', allocation.id, part === 0 ? null : { ...allocation, amount: part });
  overlay.put(debtorId, 'payment', payment.id, paid === 0 ? null : { ...payment, amount: paid });
}
