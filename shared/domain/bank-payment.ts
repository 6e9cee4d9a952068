import type { IsoDate } from '../dates/civil.ts';
import { hasIbanForm } from '../formats/bank/account-number.ts';
import type { MatchPart } from '../matching/match.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import type { BankLine, TakenPayment } from './bank-line.ts';
import { reopenReturned } from './bank-return.ts';
import { type DebtorLedger, debtorIn } from './books.ts';
import type { DebtorId } from './debtor.ts';
import { hashText } from './event.ts';
import { named } from './import-writer.ts';
import type { ItemId, OpenItem, Payment } from './item.ts';
import type { LedgerOverlay } from './ledger-overlay.ts';

/** What a line of a statement is taken to be. Σ parts + rest = its amount. */
export interface LineMatch {
  readonly parts: readonly MatchPart[];
  /** What no item takes. */
  readonly rest: Cents;
  /** Whose unallocated credit the rest becomes; null when there is none. */
  readonly creditTo: DebtorId | null;
  /** Items of `parts` whose rest is let go (betalingsverschil). */
  readonly settle: readonly ItemId[];
}

/** What a match is written against. */
export interface MatchFacts {
  /** Up to this day a list holds every receipt, so that a rest is no item here; null = no list does. */
  readonly listedUntil: IsoDate | null;
  /** The import it comes with; null when a user matched it. */
  readonly importId: string | null;
}

/** Id of the payments a line becomes, one per debtor. */
export function paymentIdOf(lineId: string): string {
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
    this.parts = match.parts.filter((part) => part.debtorId === debtorId);
    this.rest = match.creditTo === debtorId ? match.rest : 0;
    this.paymentId = paymentIdOf(line.id);
  }

  private get ledger(): DebtorLedger {
    return this.overlay.ledger(this.debtorId) ?? {};
  }

  write(): TakenPayment {
    const { overlay, line, debtorId, paymentId } = this;
    const amount = sumOf(this.parts, (part) => part.amount) + this.rest;
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
      ...(line.returnReason === null || amount > 0 ? {} : { returnReason: line.returnReason }),
    };
    overlay.put(debtorId, 'payment', paymentId, payment);
    const reopened = this.parts.flatMap((part) => this.allocate(part));
    const isListed = this.facts.listedUntil !== null && line.date <= this.facts.listedUntil;
    if (this.rest > 0 && !isListed) this.putReceipt();
    this.learnPayer();
    this.tell(amount, reopened);
    return { debtorId, paymentId, ...(reopened.length > 0 ? { reopened } : {}) };
  }

  /** Lays a part against its item; gives the item as it was when that opened it again. */
  private allocate(part: MatchPart): readonly OpenItem[] {
    const { overlay, debtorId, line } = this;
    const item = this.ledger.item?.[part.itemId];
    if (!item) throw new Error(`no item ${part.itemId} of debtor ${debtorId}`);
    if (part.amount > 0 && item.listed && line.date <= item.listed.bankUntil) this.replaceListed(item.id, part.amount);
    const before = part.amount < 0 && item.kind === 'invoice' ? reopenReturned(overlay, debtorId, item, line) : null;
    this.putAllocation(item.id, part.amount);
    if (part.discount !== 0) this.putAllocation(item.id, part.discount, 'discount');
    if (this.match.settle.includes(item.id)) {
      const now = this.ledger.item?.[item.id] ?? item;
      const left = openBalance(now, allocatedPerItem(this.ledger));
      if (left !== 0) this.putAllocation(item.id, left, 'difference');
    }
    return before ? [before] : [];
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

  /** A list had shown a lower balance, read as a payment; the line is that payment. */
  private replaceListed(itemId: ItemId, amount: Cents): void {
    let left = amount;
    for (const allocation of Object.values(this.ledger.allocation ?? {})) {
      const payment = this.ledger.payment?.[allocation.paymentId];
      if (allocation.itemId !== itemId || payment?.source !== 'list' || payment.date < this.line.date) continue;
      const less = Math.min(left, allocation.amount);
      if (less <= 0) continue;
      left -= less;
      const rest = allocation.amount - less;
      const paid = payment.amount - less;
      this.overlay.put(this.debtorId, 'allocation', allocation.id, rest > 0 ? { ...allocation, amount: rest } : null);
      this.overlay.put(this.debtorId, 'payment', payment.id, paid > 0 ? { ...payment, amount: paid } : null);
    }
  }

  /** Unallocated credit, under the id the next list gives the same receipt, so that it counts once. */
  private putReceipt(): void {
    const { date, currency, remittance, id: lineId } = this.line;
    const known = this.ledger.item ?? {};
    let id = `~${date}`;
    for (let n = 2; known[id]; n++) id = `~${date}~${n}`;
    this.overlay.put(this.debtorId, 'item', id, {
      id,
      number: '',
      kind: 'receipt',
      date,
      dueDate: null,
      dueDerived: false,
      total: -this.rest,
      currency,
      listed: null,
      creditFor: null,
      description: remittance,
      yourReference: null,
      vatCents: null,
      vatCode: null,
      paymentLink: null,
      directDebit: null,
      termAgreed: null,
      policyId: null,
      cycle: 1,
      state: 'open',
      outside: null,
      importId: this.facts.importId,
      lineId,
    });
  }

  /** An account a debtor pays from is remembered; the one on the debtor itself is never changed (criterion A8). */
  private learnPayer(): void {
    const { iban, counterparty, date, amount } = this.line;
    if (amount <= 0 || iban === null || !hasIbanForm(iban)) return;
    if (this.ledger.payer?.[iban] || debtorIn(this.ledger)?.iban === iban) return;
    this.overlay.put(this.debtorId, 'payer', iban, { iban, name: counterparty, since: date });
  }

  private tell(amount: Cents, reopened: readonly OpenItem[]): void {
    const { overlay, debtorId, line } = this;
    const number = (itemId: ItemId): string => this.ledger.item?.[itemId]?.number ?? '';
    const discount = sumOf(this.parts, (part) => part.discount);
    const { importId } = this.facts;
    const reason = line.returnReason !== null && amount < 0 ? { reason: line.returnReason } : {};
    overlay.event(debtorId, 'payment', {
      ...(importId === null ? {} : { importId }),
      source: 'bank',
      date: line.date,
      amount,
      currency: line.currency,
      counterparty: line.counterparty,
      ...named(
        'items',
        this.parts.map(({ itemId }) => number(itemId)),
      ),
      ...(discount === 0 ? {} : { discount }),
      ...(this.rest === 0 ? {} : { rest: this.rest }),
      ...reason,
    });
    const settled = reopened.filter(({ id, cycle }) => this.ledger.item?.[id]?.cycle !== cycle);
    if (settled.length === 0) return;
    overlay.event(debtorId, 'item-reopened', {
      ...(importId === null ? {} : { importId }),
      ...named(
        'items',
        settled.map((item) => item.number),
      ),
      date: line.date,
      ...reason,
    });
  }
}
