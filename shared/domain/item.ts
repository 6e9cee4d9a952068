import type { IsoDate } from '../dates/civil.ts';
import type { Cents, Currency } from '../money/cents.ts';

/** `deposit` (waarborgsom) and `advance` (voorschot) are never netted against invoices (criterion B2). */
export type ItemKind = 'invoice' | 'credit' | 'receipt' | 'deposit' | 'advance';

/** Identifies an item within its debtor. */
export type ItemId = string;

/** What a bookkeeping list last said of an item, and up to which bank date payments are already in it (criterion A3). */
export interface ListedBalance {
  readonly open: Cents;
  readonly bankUntil: IsoDate;
  /**
   * What the list itself said, where `bankUntil` is earlier: a line of after that day and up to the list's own is not in its
   * balance, so that the line counts (`bank/not-worked-in.ts`). Absent = the same.
   */
  readonly stated?: ListedBalance;
  /** The bank lines `stated` does not have in its balance, by their ids. */
  readonly lacks?: readonly string[];
  /** What the list before said, of an item of which a part was paid; absent = not known. */
  readonly before?: { readonly open: Cents; readonly bankUntil: IsoDate };
  /**
   * What a list lowered of the balance together with what the item came to, where that is no known payment: a correction, or a
   * payment in a list whose column of amounts repeats what is open. `until`: the bank date of that list. Absent = nothing.
   */
  readonly lowered?: { readonly amount: Cents; readonly until: IsoDate };
  /**
   * What was open of it before lists that lack it, or have it open once more (`again`) since money of it was taken back by
   * then; `open` follows from that (`bank/gone.ts`).
   */
  readonly gone?: { readonly open: Cents; readonly bankUntil: IsoDate | null; readonly again?: Cents };
  /** What the last full list said, where a list that names only some items has said it anew since; absent = the same. */
  readonly full?: { readonly open: Cents; readonly bankUntil: IsoDate };
}

/** An invoice, credit note or unallocated receipt. Its open balance is computed: see `openBalance` in balance.ts. */
export interface OpenItem {
  readonly id: ItemId;
  /** As printed on the invoice; empty for a receipt without one. */
  readonly number: string;
  readonly kind: ItemKind;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  /** The due date was computed from a term, not stated (criterion A4). */
  readonly dueDerived: boolean;
  /** Signed: credit notes and receipts are negative. */
  readonly total: Cents;
  readonly currency: Currency;
  /** Null for an item entered or generated here, whose balance is total less allocations. */
  readonly listed: ListedBalance | null;
  /**
   * Bank date of the last list of only some items that named it: what was paid of it by then is in what that list says, also
   * where it left the balance as it was. Absent = no such list.
   */
  readonly namedUntil?: IsoDate;
  /** Invoice number this credit note names; it lowers that invoice first. */
  readonly creditFor: string | null;
  readonly description: string | null;
  /** The debtor's own reference or inkoopnummer. */
  readonly yourReference: string | null;
  /** What the creditor asks to be paid with, where the invoice or list states it: betalingskenmerk, RF, OGM or free text. */
  readonly paymentReference?: string;
  readonly vatCents: Cents | null;
  readonly vatCode: string | null;
  readonly paymentLink: string | null;
  readonly directDebit: boolean | null;
  readonly termAgreed: boolean | null;
  readonly policyId: string | null;
  /** Rises on storno, reopening or return from handover; a step is taken once per item and cycle. */
  readonly cycle: number;
  /** `presumed-paid`: gone from a full list, waiting for confirmation. `closed`: confirmed settled. */
  readonly state: 'open' | 'presumed-paid' | 'closed';
  /** What may be kept back when it is paid in time, kredietbeperking included; absent = nothing (criterion A8). */
  readonly discount?: Discount;
  /** Level reached outside Voldaan (criterion A10). */
  readonly outside: { readonly level: number; readonly on: IsoDate } | null;
  readonly importId: string | null;
}

/** An item with no more than is given: an open invoice in euros, its balance not stated by any list. */
export function blankItem(given: Pick<OpenItem, 'id' | 'number' | 'total'> & Partial<OpenItem>): OpenItem {
  return {
    kind: 'invoice',
    date: null,
    dueDate: null,
    dueDerived: false,
    currency: 'EUR',
    listed: null,
    creditFor: null,
    description: null,
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
    importId: null,
    ...given,
  };
}

/** Betalingskorting or kredietbeperkingstoeslag: `amount` less is enough when it is paid on `until` at the latest. */
export interface Discount {
  readonly kind: 'early-payment' | 'credit-restriction';
  readonly amount: Cents;
  readonly until: IsoDate;
}

/** An account a debtor was seen to pay from, learned from a confirmed match (criterion A8). Its line is called by the IBAN. */
export interface Payer {
  readonly iban: string;
  readonly name: string | null;
  readonly since: IsoDate;
}

/** A stored copy of an invoice (criterion A6). */
export interface InvoiceCopy {
  readonly id: string;
  readonly itemId: ItemId;
  /** File id of kind `invoice-copy`. */
  readonly fileId: string;
  /** As it is shown and attached; never a path. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly importId: string | null;
}

/** Money received, or a list's lower balance read as a partial payment. Positive = received; a storno is negative. */
export interface Payment {
  readonly id: string;
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly source: 'bank' | 'list' | 'hand';
  readonly counterparty: string | null;
  readonly iban: string | null;
  readonly remittance: string | null;
  readonly importId: string | null;
  /** The line of a statement it is, or is part of; absent when it came otherwise. */
  readonly lineId?: string;
  /** Of one a list showed: the bank date of the balance before it, after which it came; absent when that is not known. */
  readonly after?: IsoDate;
  /** Why the bank took it back: the ISO code of a storno, `MD06`. */
  readonly returnReason?: string;
  /** The receipt that holds what no item took; absent = nothing was left. */
  readonly receiptId?: ItemId;
}

/**
 * Part of a payment or credit laid against an item. Positive lowers the item's balance; negative raises it (a storno), or
 * brings a credit note nearer to zero.
 */
export interface Allocation {
  readonly id: string;
  readonly paymentId: string;
  readonly itemId: ItemId;
  readonly date: IsoDate;
  readonly amount: Cents;
  /** `discount`: kept back in time, so as good as paid; `difference`: a small rest the user let go. Absent = money. */
  readonly kind?: 'discount' | 'difference';
}
