import type { IsoDate } from '../dates/civil.ts';
import type { Administration } from '../domain/administration.ts';
import { allocatedPerItem, openBalance } from '../domain/balance.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Address, Debtor, DebtorKind } from '../domain/debtor.ts';
import type { ItemKind } from '../domain/item.ts';
import { type Cents, type Currency, sumOf } from '../money/cents.ts';

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
  readonly yourReference: string | null;
}

export interface ClaimPayment {
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly counterparty: string | null;
}

/** Interest and collection costs come from the law engine; until it has spoken they are 0 and said not to be computed. */
export interface ClaimSupplement {
  readonly amount: Cents;
  readonly computed: boolean;
}

export interface ClaimTotal {
  readonly currency: Currency;
  readonly principal: Cents;
  readonly interest: ClaimSupplement;
  readonly collectionCosts: ClaimSupplement;
  readonly total: Cents;
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
  /** One per currency, by code. */
  readonly totals: readonly ClaimTotal[];
  readonly disputed: boolean;
}

/**
 * What a debtor owes today, with the fields a collection agency or bailiff asks for (law §11). Open invoices, credit
 * notes and receipts; deposits and advances are never netted (criterion B2). Principal only: see {@link ClaimSupplement}.
 */
export function claimOf(ledger: DebtorLedger, debtor: Debtor, administration: Administration, asOf: IsoDate): Claim {
  const rows = claimRows(ledger);
  const currencies = [...new Set(rows.map((row) => row.currency))].sort();
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
      .map(({ date, amount, currency, counterparty }) => ({ date, amount, currency, counterparty }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.amount - b.amount)),
    totals: currencies.map((currency) => totalOf(rows, currency)),
    disputed: rows.some((row) => row.disputed),
  };
}

function claimRows(ledger: DebtorLedger): ClaimRow[] {
  const allocated = allocatedPerItem(ledger);
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
      yourReference: item.yourReference,
    }))
    .filter((row) => row.open !== 0)
    .sort((a, b) => order(a.dueDate, b.dueDate) || order(a.date, b.date) || order(a.number, b.number));
}

function order(a: string | null, b: string | null): number {
  const left = a ?? '9999';
  const right = b ?? '9999';
  return left < right ? -1 : left > right ? 1 : 0;
}

function totalOf(rows: readonly ClaimRow[], currency: Currency): ClaimTotal {
  const principal = sumOf(
    rows.filter((row) => row.currency === currency),
    (row) => row.open,
  );
  const notComputed = { amount: 0, computed: false };
  return { currency, principal, interest: notComputed, collectionCosts: notComputed, total: principal };
}

function partyOf(party: Administration | Debtor): ClaimParty {
  const { name, legalForm, address, kvk, vatId, iban, email, phone } = party;
  return { name, legalForm, address, kvk, vatId, iban, email, phone };
}
