import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { FormatProblem } from '../problem.ts';

export type XafVersion = '3.0' | '3.1' | '3.2' | '3.2.1' | '4.0';

/**
 * How far open items could be derived (formats document §1.3). 1: from subledgers. 2: from bookings on the receivables
 * accounts, invoices of this year only. 3: a closing balance per relation, no items. 0: nothing to derive them from.
 */
export type XafLevel = 0 | 1 | 2 | 3;

export interface XafAddress {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
}

/** A relation of the administration. */
export interface XafRelation {
  readonly code: string;
  readonly name: string;
  /** Both, customer, supplier, other; null when the package does not say. */
  readonly type: 'B' | 'C' | 'S' | 'O' | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  /** Eight digits; a number of another form is in {@link registration} only. */
  readonly kvk: string | null;
  readonly registration: string | null;
  readonly vatId: string | null;
  /** A valid IBAN; older account numbers are left out. */
  readonly iban: string | null;
  readonly creditLimit: Cents | null;
  readonly street: XafAddress | null;
  readonly postal: XafAddress | null;
  /** Balances of version 4.0; positive is owed to the administration. */
  readonly opening: Cents | null;
  readonly closing: Cents | null;
}

/** A receivables account with its year; closing = opening + mutations. */
export interface XafAccount {
  readonly id: string;
  readonly name: string;
  /** What made it one: its RGS code, its name, or only its number, which the user should confirm. */
  readonly why: 'rgs' | 'name' | 'number';
  readonly opening: Cents;
  readonly mutations: Cents;
  readonly closing: Cents;
}

/** Money laid against an item; positive lowers it. */
export interface XafPayment {
  readonly date: IsoDate | null;
  readonly amount: Cents;
  /** Code of the journal it was booked in; empty when it cannot be told. */
  readonly journal: string;
}

export interface XafItem {
  /** 1-based line of the file. */
  readonly row: number;
  readonly debtorCode: string;
  readonly debtorName: string;
  /** As printed; empty where the bookkeeping names no invoice. */
  readonly number: string;
  readonly kind: 'invoice' | 'credit' | 'receipt';
  readonly date: IsoDate | null;
  /** Only as the file states it. */
  readonly dueDate: IsoDate | null;
  /** Signed: credit notes and receipts are negative. */
  readonly total: Cents;
  readonly open: Cents;
  readonly currency: Currency;
  readonly description: string | null;
  /** The receivables account; null when it cannot be told for certain. */
  readonly account: string | null;
  readonly payments: readonly XafPayment[];
}

/** An invoice of which nothing is open any more. */
export interface XafSettled {
  readonly row: number;
  readonly debtorCode: string;
  readonly number: string;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly total: Cents;
  /** Date of the last payment. */
  readonly paidOn: IsoDate | null;
}

/** What a part of the file holds beside what it says to hold. Sides as booked. */
export interface XafTotals {
  readonly lines: number;
  readonly debit: Cents;
  readonly credit: Cents;
  readonly declaredLines: number | null;
  readonly declaredDebit: Cents | null;
  readonly declaredCredit: Cents | null;
}

export interface XafSubledger extends XafTotals {
  readonly where: 'obSubledger' | 'subledger';
  /** `CU`, `SU`, `CS` or `ZZ`. */
  readonly type: string;
  readonly name: string;
}

/** Everything read from an auditfile, or from the parts of one. */
export interface XafReading {
  readonly format: 'xaf';
  readonly version: XafVersion;
  readonly encoding: string;
  readonly software: string | null;
  readonly softwareVersion: string | null;
  readonly company: string | null;
  /** The company's own number in the package (3.x) or trade register (4.0). */
  readonly companyIdent: string | null;
  readonly companyVatId: string | null;
  readonly fiscalYear: string | null;
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
  readonly dateCreated: IsoDate | null;
  /** Date the items are as of: the end of the year, or the day of the export when that is earlier. */
  readonly asOf: IsoDate | null;
  readonly currency: Currency;
  readonly relations: readonly XafRelation[];
  readonly accounts: readonly XafAccount[];
  readonly level: XafLevel;
  /**
   * Closing balance of the receivables accounts; without any, of all customers together where relations have balances. Null
   * when the file has neither.
   */
  readonly controlTotal: Cents | null;
  readonly items: readonly XafItem[];
  readonly settled: readonly XafSettled[];
  readonly ledgerAccounts: number;
  readonly journals: number;
  readonly transactionCount: number;
  readonly transactions: XafTotals;
  readonly openingBalance: XafTotals;
  readonly subledgers: readonly XafSubledger[];
  readonly warnings: readonly FormatProblem[];
}
