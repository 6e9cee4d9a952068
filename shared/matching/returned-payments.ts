import type { IsoDate } from '../dates/civil.ts';
import type { Books } from '../domain/books.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import type { Cents, Currency } from '../money/cents.ts';
import type { ItemIndex } from './item-index.ts';
import type { MatchCandidate, Receipt } from './match.ts';
import type { Owner } from './owner.ts';

interface PaidPart {
  readonly debtorId: DebtorId;
  readonly itemId: ItemId;
  readonly amount: Cents;
}

/** A payment that may come back: one bank line, also when it was of several debtors. */
export interface PaidBefore {
  readonly owner: Owner;
  readonly date: IsoDate;
  amount: Cents;
  readonly currency: Currency;
  readonly iban: string | null;
  readonly remittance: string | null;
  readonly parts: PaidPart[];
  isReturned: boolean;
}

/** Payments of the books, and those taken in this run, by amount. Gathered when the first storno asks: most runs have none. */
export class ReturnedPayments {
  private readonly taken: PaidBefore[] = [];
  private byAmount: Map<Cents, PaidBefore[]> | null = null;

  constructor(
    private readonly books: Books,
    private readonly index: ItemIndex,
  ) {}

  /** Payments of exactly this amount. */
  of(amount: Cents): readonly PaidBefore[] {
    return this.payments().get(amount) ?? [];
  }

  /** Keeps a payment just taken, so that a later line can take it back. */
  remember(candidate: MatchCandidate, receipt: Receipt): void {
    const owner = this.index.owners.get(candidate.debtorId);
    if (!owner || candidate.parts.length === 0) return;
    const { date, amount, currency, iban, remittance } = receipt;
    const one = { owner, date, amount, currency, iban, remittance, parts: [...candidate.parts], isReturned: false };
    this.taken.push(one);
    if (this.byAmount) put(this.byAmount, one);
  }

  /** A payment that was taken back does not come back again. */
  forget(candidate: MatchCandidate): void {
    const amount = -candidate.parts.reduce((sum, part) => sum + part.amount, candidate.rest);
    const paid = this.of(amount).find((one) => !one.isReturned && itemsOf(one.parts) === itemsOf(candidate.parts));
    if (paid) paid.isReturned = true;
  }

  private payments(): Map<Cents, PaidBefore[]> {
    if (this.byAmount) return this.byAmount;
    const lines = new Map<string, PaidBefore>();
    const paid: PaidBefore[] = [];
    for (const owner of this.index.owners.values()) this.readLedger(owner, lines, paid);
    this.byAmount = new Map();
    for (const one of [...paid, ...this.taken]) if (one.parts.length > 0) put(this.byAmount, one);
    return this.byAmount;
  }

  private readLedger(owner: Owner, lines: Map<string, PaidBefore>, all: PaidBefore[]): void {
    const ledger = this.books.ledgers.get(owner.id);
    if (!ledger?.payment) return;
    const parts = new Map<string, PaidPart[]>();
    for (const { paymentId, itemId, amount, kind } of Object.values(ledger.allocation ?? {})) {
      if (kind) continue;
      const list = parts.get(paymentId);
      if (list) list.push({ debtorId: owner.id, itemId, amount });
      else parts.set(paymentId, [{ debtorId: owner.id, itemId, amount }]);
    }
    const own: { readonly one: PaidBefore; readonly amount: Cents }[] = [];
    for (const payment of Object.values(ledger.payment).sort(byDate)) {
      const { id, date, amount, currency, iban, remittance, lineId } = payment;
      const laid = parts.get(id) ?? [];
      const line = lineId === undefined ? undefined : lines.get(lineId);
      if (amount < 0) {
        const items = new Set(laid.map(({ itemId }) => itemId));
        // Of a payment of another amount it is not: the one it takes back may still have to come in.
        const came = own.find(
          ({ one, amount: paid }) =>
            paid === -amount && !one.isReturned && one.parts.some(({ itemId }) => items.has(itemId)),
        );
        if (came) came.one.isReturned = true;
      } else if (line && line.owner !== owner) {
        // The same bank line, shared out over debtors.
        line.amount += amount;
        line.parts.push(...laid);
        own.push({ one: line, amount });
      } else {
        const one = { owner, date, amount, currency, iban, remittance, parts: laid, isReturned: false };
        own.push({ one, amount });
        all.push(one);
        if (lineId !== undefined) lines.set(lineId, one);
      }
    }
  }
}

function put(byAmount: Map<Cents, PaidBefore[]>, one: PaidBefore): void {
  const list = byAmount.get(one.amount);
  if (list) list.push(one);
  else byAmount.set(one.amount, [one]);
}

function itemsOf(parts: readonly Pick<PaidPart, 'debtorId' | 'itemId'>[]): string {
  return parts
    .map(({ debtorId, itemId }) => `${debtorId}/${itemId}`)
    .sort()
    .join('|');
}

function byDate(a: { date: IsoDate; id: string }, b: { date: IsoDate; id: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;
}
