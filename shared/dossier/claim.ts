import type { IsoDate } from '../dates/civil.ts';
import type { Administration } from '../domain/administration.ts';
import { allocatedPerItem, openBalance } from '../domain/balance.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Address, Debtor, DebtorKind } from '../domain/debtor.ts';
import type { Waiver } from '../domain/hold.ts';
import type { ItemKind } from '../domain/item.ts';
import { type ItemPayment, paymentsPerItem } from '../domain/item-payments.ts';
import { shareByWeight } from '../law/pro-rata.ts';
import type { RateTables } from '../law/rate-table.ts';
import { type Cents, type Currency, type CurrencyTotal, sumOf, totalsByCurrency } from '../money/cents.ts';
import { type ClaimCharges, claimCharges, type PrincipalOnlyReason } from './claim-charges.ts';

/** One open invoice or credit note of the claim; total − paid = open. */
export interface ClaimRow {
  readonly number: string;
  readonly kind: ItemKind;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly dueDerived: boolean;
  readonly currency: Currency;
  readonly total: Cents;
  readonly vat: Cents | null;
  readonly paid: Cents;
  readonly open: Cents;
  readonly disputed: boolean;
  /** First interest day; null = no interest runs over it. */
  readonly interestFrom: IsoDate | null;
  /** Interest and costs of it that are still owed. */
  readonly interest: Cents;
  readonly costs: Cents;
  readonly yourReference: string | null;
  /** What was paid of it and when, as far as it is known, oldest first; part of `paid`. */
  readonly payments: readonly ItemPayment[];
}

export interface ClaimPayment {
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly counterparty: string | null;
  /** Why the bank took it back, the ISO code of a storno; null for money that came in. */
  readonly returnReason: string | null;
}

/** Part of a claim beside the principal, as far as it is not paid; `reason` says why there is none. */
export interface ClaimSupplement {
  readonly amount: Cents;
  readonly reason: ClaimGap | null;
}

/** Why a claim has no interest or no costs. */
export type ClaimGap = PrincipalOnlyReason | 'not-owed';

/** What is owed in one currency; principal + interest + collection costs = total, payments imputed (art. 6:44 BW). */
export interface ClaimTotal {
  readonly currency: Currency;
  readonly principal: Cents;
  readonly interest: ClaimSupplement;
  readonly collectionCosts: ClaimSupplement;
  readonly total: Cents;
  /** Interest per day after the day of the claim. */
  readonly perDay: Cents;
  /** Open by the ledger, which lays payments on the principal first; the difference is in the imputation. */
  readonly ledgerOpen: Cents;
}

/** Kwijtschelding, as the claim names it. */
export interface ClaimWaiver {
  readonly what: Waiver['what'];
  /** Null = everything of the debtor. */
  readonly number: string | null;
  readonly reason: string;
  readonly on: IsoDate;
}

export interface ClaimParty {
  readonly name: string;
  readonly legalForm: string | null;
  readonly address: Address | null;
  readonly kvk: string | null;
  readonly vatId: string | null;
  readonly iban: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface Claim {
  readonly asOf: IsoDate;
  readonly reference: string;
  readonly creditor: ClaimParty;
  readonly debtor: ClaimParty & {
    readonly code: string;
    readonly kind: DebtorKind;
    readonly naturalPerson: boolean;
    readonly contact: string | null;
  };
  readonly rows: readonly ClaimRow[];
  readonly payments: readonly ClaimPayment[];
  /** One per currency, euros first. */
  readonly totals: readonly ClaimTotal[];
  readonly disputed: boolean;
  /** Interest and costs in euros with their lines and imputation; null = the claim is its principal only. */
  readonly charges: ClaimCharges | null;
  readonly waivers: readonly ClaimWaiver[];
}

/**
 * What a debtor owes today, with the fields a collection agency or bailiff asks for (law §11). Open invoices, credit
 * notes and receipts; deposits and advances are never netted (criterion B2). Rows are as the ledger has them; totals hold
 * interest through `asOf` and costs, with payments imputed by law (criterion B3).
 */
export function claimOf(
  ledger: DebtorLedger,
  debtor: Debtor,
  administration: Administration,
  rates: RateTables,
  asOf: IsoDate,
): Claim {
  const found = claimCharges(ledger, debtor, administration, rates, asOf);
  const charges = typeof found === 'string' ? null : found;
  const rows = claimRows(ledger, charges);
  return {
    asOf,
    reference: debtor.code,
    creditor: partyOf(administration),
    debtor: {
      ...partyOf(debtor),
      code: debtor.code,
      kind: debtor.kind,
      naturalPerson: debtor.naturalPerson,
      contact: debtor.contact,
    },
    rows,
    payments: Object.values(ledger.payment ?? {})
      .map(({ date, amount, currency, counterparty, returnReason = null }) => {
        return { date, amount, currency, counterparty, returnReason };
      })
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.amount - b.amount)),
    totals: totalsByCurrency(rows, ({ open }) => open).map((total) =>
      totalOf(total, total.currency === 'EUR' ? found : 'other-currency'),
    ),
    disputed: rows.some((row) => row.disputed),
    charges: charges && (charges.costs !== null || charges.items.some((item) => item.interest > 0)) ? charges : null,
    waivers: Object.values(ledger.waiver ?? {}).map(({ what, itemId, reason, on }) => ({
      what,
      number: itemId === null ? null : (ledger.item?.[itemId]?.number ?? null),
      reason,
      on,
    })),
  };
}

function claimRows(ledger: DebtorLedger, charges: ClaimCharges | null): ClaimRow[] {
  const charged = new Map(charges?.items.map((item) => [item.itemId, item]));
  const costs = openCostsPerItem(charges);
  const allocated = allocatedPerItem(ledger);
  const paid = paymentsPerItem(ledger);
  const disputed = new Set(
    Object.values(ledger.dispute ?? {})
      .filter((dispute) => dispute.state === 'open' || dispute.state === 'awaiting-credit')
      .map((dispute) => dispute.itemId),
  );
  return Object.values(ledger.item ?? {})
    .filter((item) => item.kind !== 'deposit' && item.kind !== 'advance')
    .map((item) => ({
      number: item.number,
      kind: item.kind,
      date: item.date,
      dueDate: item.dueDate,
      dueDerived: item.dueDerived,
      currency: item.currency,
      total: item.total,
      vat: item.vatCents,
      paid: item.total - openBalance(item, allocated),
      open: openBalance(item, allocated),
      disputed: disputed.has(item.id),
      interestFrom: charged.get(item.id)?.interestFrom ?? null,
      interest: charged.get(item.id)?.interestOpen ?? 0,
      costs: costs.get(item.id) ?? 0,
      yourReference: item.yourReference,
      payments: paid.get(item.id) ?? [],
    }))
    .filter((row) => row.open !== 0)
    .sort((a, b) => order(a.dueDate, b.dueDate) || order(a.date, b.date) || order(a.number, b.number));
}

function order(a: string | null, b: string | null): number {
  const left = a ?? '9999';
  const right = b ?? '9999';
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Costs still owed per item, in proportion to the part of each. */
function openCostsPerItem(charges: ClaimCharges | null): ReadonlyMap<string, Cents> {
  if (!charges || charges.costsOpen === 0) return new Map();
  const shares = shareByWeight(
    charges.costsOpen,
    charges.items.map((item) => item.costs),
  );
  return new Map(charges.items.map((item, index) => [item.itemId, shares[index] ?? 0]));
}

function totalOf(
  { currency, cents: ledgerOpen }: CurrencyTotal,
  charges: ClaimCharges | PrincipalOnlyReason,
): ClaimTotal {
  if (typeof charges === 'string') {
    const none = { amount: 0, reason: charges };
    return {
      currency,
      principal: ledgerOpen,
      interest: none,
      collectionCosts: none,
      total: ledgerOpen,
      perDay: 0,
      ledgerOpen,
    };
  }
  const { items, imputations, costs, costsOpen, perDay } = charges;
  const interest = sumOf(items, (item) => item.interestOpen);
  const owed = sumOf(items, (item) => item.interest);
  // Payments that went to interest and costs instead left as much of the principal open.
  const elsewhere = sumOf(imputations, (own) => own.costs) + owed - interest;
  const principal = ledgerOpen + elsewhere;
  return {
    currency,
    principal,
    interest: { amount: interest, reason: owed === 0 ? 'not-owed' : null },
    collectionCosts: { amount: costsOpen, reason: costs === null ? 'not-owed' : null },
    total: principal + interest + costsOpen,
    perDay,
    ledgerOpen,
  };
}

function partyOf(party: Administration | Debtor): ClaimParty {
  const { name, legalForm, address, kvk, vatId, iban, email, phone } = party;
  return { name, legalForm, address, kvk, vatId, iban, email, phone };
}
