import { daysBetween, type IsoDate } from '../dates/civil.ts';
import type { Books } from '../domain/books.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import type { Cents, Currency } from '../money/cents.ts';
import { amountWeight } from './amount-weight.ts';
import { compact } from './invoice-number.ts';
import type { Entry, ItemIndex, Owner } from './item-index.ts';
import type { MatchCandidate, MatchPart, Receipt } from './match.ts';
import type { Mentions } from './mentions.ts';
import type { Evidence, Payer } from './payer-evidence.ts';
import type { Scored } from './scoring.ts';

/** A payment that may come back. */
interface PaidBefore {
  readonly owner: Owner;
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly iban: string | null;
  readonly remittance: string | null;
  readonly parts: readonly { readonly debtorId: DebtorId; readonly itemId: ItemId; readonly amount: Cents }[];
  isReturned: boolean;
}

/** A direct debit can be taken back for eight weeks, an unauthorised one for thirteen months. */
const returnableDays = 396;

/**
 * Stornos: which payment the bank took back. A payment in the books or taken earlier in the same run; else a direct debit
 * of which the books hold only the item. Built when the first one is asked for: most runs have none.
 */
export class ReturnedPayments {
  private readonly taken: PaidBefore[] = [];
  private byAmount: Map<Cents, PaidBefore[]> | null = null;

  constructor(
    private readonly books: Books,
    private readonly index: ItemIndex,
  ) {}

  /** Keeps a payment just taken, so that a later line can take it back. */
  remember(candidate: MatchCandidate, receipt: Receipt): void {
    const owner = this.index.owners.get(candidate.debtorId);
    if (!owner || candidate.parts.length === 0) return;
    const { date, amount, currency, iban, remittance } = receipt;
    this.keep({ owner, date, amount, currency, iban, remittance, parts: candidate.parts, isReturned: false });
  }

  /** A payment that was taken back does not come back again. */
  forget(candidate: MatchCandidate): void {
    const amount = -candidate.parts.reduce((sum, part) => sum + part.amount, 0);
    const ids = (parts: readonly { readonly itemId: ItemId }[]) =>
      parts
        .map(({ itemId }) => itemId)
        .sort()
        .join('|');
    const paid = this.payments()
      .get(amount)
      ?.find(
        (one) => !one.isReturned && one.owner.id === candidate.debtorId && ids(one.parts) === ids(candidate.parts),
      );
    if (paid) paid.isReturned = true;
  }

  candidates(receipt: Receipt, mentions: Mentions, payer: Payer): readonly Scored[] {
    const amount = -receipt.amount;
    const found: Scored[] = [];
    const paid = (this.payments().get(amount) ?? []).filter((one) => {
      const age = daysBetween(one.date, receipt.date);
      return !one.isReturned && one.currency === receipt.currency && age >= 0 && age <= returnableDays;
    });
    const isReturn = receipt.returnReason !== null || saysReturn(receipt.remittance);
    for (const one of paid) {
      const scored = this.ofPayment(one, receipt, mentions, payer, isReturn);
      if (scored) found.push(scored);
    }
    if (isReturn)
      found.push(
        ...this.ofItems(
          receipt,
          mentions,
          payer,
          new Set(paid.flatMap(({ parts }) => parts.map(({ itemId }) => itemId))),
        ),
      );
    return found;
  }

  private ofPayment(
    one: PaidBefore,
    receipt: Receipt,
    mentions: Mentions,
    payer: Payer,
    isReturn: boolean,
  ): Scored | null {
    const { owner } = one;
    const who = payer.evidenceFor(owner);
    const reasons: Evidence[] = [...who.reasons];
    const named = mentions.namings.filter(
      ({ entry }) => entry.owner === owner && one.parts.some(({ itemId }) => itemId === entry.item.id),
    );
    for (const { entry, by, weight, written } of named.slice(0, 3))
      reasons.push({ code: `named-${by}`, params: { number: entry.item.number, written }, weight });
    const sameAccount = one.iban !== null && one.iban === receipt.iban && !who.isKnown;
    if (sameAccount) reasons.push({ code: 'account-paid', params: { iban: one.iban! }, weight: 6 });
    const key = compact(receipt.endToEndId ?? '');
    if (key.length >= 6 && one.remittance !== null && compact(one.remittance).includes(key))
      reasons.push({ code: 'text-same', params: {}, weight: 6 });
    const age = daysBetween(one.date, receipt.date);
    reasons.push({
      code: 'returned-payment',
      params: { date: one.date },
      weight: amountWeight(receipt.amount, owner, this.index) - age / 60,
    });
    if (!isReturn) reasons.push({ code: 'no-return-reason', params: {}, weight: -3, doubt: 0.2 });
    if (!who.isKnown && !sameAccount && named.length === 0)
      reasons.push({ code: 'nobody-named', params: {}, weight: -1, doubt: 0.2 });
    const parts = one.parts.map(
      ({ debtorId, itemId, amount }): MatchPart => ({ debtorId, itemId, amount: -amount, discount: 0 }),
    );
    const rest = receipt.amount - parts.reduce((sum, part) => sum + part.amount, 0);
    return scored(owner, parts, rest, reasons);
  }

  /** Items by direct debit, or named, that are as large as what came back and of which no payment is in the books. */
  private ofItems(receipt: Receipt, mentions: Mentions, payer: Payer, known: ReadonlySet<ItemId>): readonly Scored[] {
    const owners = new Set<Owner>([...payer.byAccount, ...payer.byName.keys(), ...mentions.codes.keys()]);
    for (const { entry } of mentions.namings) owners.add(entry.owner);
    const found: Scored[] = [];
    for (const owner of owners) {
      const who = payer.evidenceFor(owner);
      for (const entry of this.index.entriesOf(owner)) {
        const naming = mentions.namings.find((one) => one.entry === entry);
        if (known.has(entry.item.id) || !couldComeBack(entry, receipt) || (!naming && !isDebited(entry))) continue;
        const reasons: Evidence[] = [...who.reasons];
        if (naming)
          reasons.push({
            code: `named-${naming.by}`,
            params: { number: entry.item.number, written: naming.written },
            weight: naming.weight,
          });
        reasons.push({
          code: 'returned-debit',
          params: { number: entry.item.number },
          weight: amountWeight(receipt.amount, owner, this.index) - 1.5,
        });
        if (!who.isKnown && !naming) continue;
        const part = { debtorId: owner.id, itemId: entry.item.id, amount: receipt.amount, discount: 0 };
        found.push(scored(owner, [part], 0, reasons));
        if (found.length >= 40) return found;
      }
    }
    return found;
  }

  private payments(): Map<Cents, PaidBefore[]> {
    if (this.byAmount) return this.byAmount;
    this.byAmount = new Map();
    for (const owner of this.index.owners.values()) this.readLedger(owner);
    for (const one of this.taken) this.put(one);
    return this.byAmount;
  }

  private readLedger(owner: Owner): void {
    const ledger = this.books.ledgers.get(owner.id);
    if (!ledger?.payment) return;
    const parts = new Map<string, { debtorId: DebtorId; itemId: ItemId; amount: Cents }[]>();
    for (const { paymentId, itemId, amount, kind } of Object.values(ledger.allocation ?? {})) {
      if (kind) continue;
      const list = parts.get(paymentId);
      if (list) list.push({ debtorId: owner.id, itemId, amount });
      else parts.set(paymentId, [{ debtorId: owner.id, itemId, amount }]);
    }
    const payments = Object.values(ledger.payment).sort((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
    );
    const own: PaidBefore[] = [];
    for (const { id, date, amount, currency, iban, remittance } of payments) {
      if (amount > 0)
        own.push({ owner, date, amount, currency, iban, remittance, parts: parts.get(id) ?? [], isReturned: false });
      else {
        const items = new Set(parts.get(id)?.map(({ itemId }) => itemId));
        const came = own.find(
          (one) => !one.isReturned && one.amount === -amount && one.parts.some(({ itemId }) => items.has(itemId)),
        );
        if (came) came.isReturned = true;
      }
    }
    for (const one of own) if (one.parts.length > 0) this.put(one);
  }

  private keep(one: PaidBefore): void {
    this.taken.push(one);
    if (this.byAmount) this.put(one);
  }

  private put(one: PaidBefore): void {
    const list = this.byAmount!.get(one.amount);
    if (list) list.push(one);
    else this.byAmount!.set(one.amount, [one]);
  }
}

function scored(owner: Owner, parts: readonly MatchPart[], rest: Cents, reasons: readonly Evidence[]): Scored {
  const weight = reasons.reduce((sum, reason) => sum + reason.weight, -6);
  return { weight, candidate: { parts, debtorId: owner.id, rest, score: 0, reasons } };
}

function isDebited({ item, owner }: Entry): boolean {
  return item.directDebit ?? owner.debtor.directDebit;
}

function couldComeBack({ item }: Entry, receipt: Receipt): boolean {
  return item.total === -receipt.amount && item.currency === receipt.currency && (item.date ?? '') <= receipt.date;
}

function saysReturn(text: string | null): boolean {
  return text !== null && /storn|terugboek|teruggeboekt|retour|refused|geweigerd|returned|reversal/i.test(text);
}
