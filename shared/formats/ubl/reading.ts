import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { FormatProblem } from '../problem.ts';

/** Seller or buyer as the invoice names it; null where it says nothing. */
export interface UblParty {
  readonly name: string | null;
  /** The code the supplier's bookkeeping knows a customer by; never a registration of another kind. */
  readonly code: string | null;
  readonly kvk: string | null;
  /** Number of a Dutch public body (0190). */
  readonly oin: string | null;
  readonly vatId: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly contact: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A file inside the invoice. */
export interface UblAttachment {
  /** Safe to show and to offer as a name; never a path. */
  readonly name: string;
  readonly mime: string;
  /** Bytes after decoding. */
  readonly size: number;
  /** Null when it is not kept: too large, damaged, or not what it says it is. */
  readonly content: Uint8Array | null;
}

/** One invoice or credit note. Amounts are signed cents: what a debtor gets back is negative. */
export interface UblInvoice {
  /** Line of the file its element begins on. */
  readonly row: number;
  readonly root: 'Invoice' | 'CreditNote';
  /** As stated; unknown ones are read all the same. */
  readonly customization: string | null;
  readonly profile: string | null;
  readonly typeCode: string | null;
  readonly number: string;
  readonly kind: 'invoice' | 'credit';
  readonly date: IsoDate | null;
  /** Stated; a term is never applied here. */
  readonly dueDate: IsoDate | null;
  /** Including VAT (TaxInclusiveAmount). */
  readonly total: Cents;
  readonly prepaid: Cents;
  readonly rounding: Cents;
  /** Still to be paid (PayableAmount); 0 is no open item. */
  readonly open: Cents;
  /** In the currency of the invoice; null when it states none. */
  readonly vat: Cents | null;
  readonly currency: Currency;
  readonly supplier: UblParty;
  readonly customer: UblParty;
  /** Who is to be paid when it is not the supplier: a factor. */
  readonly payee: string | null;
  /** Without spaces; an account that is no IBAN as it is given. */
  readonly payeeIbans: readonly string[];
  /** Betalingskenmerk or free text, for finding the payment. */
  readonly paymentReference: string | null;
  /** Collected by the supplier (payment means 49 and 59). */
  readonly directDebit: { readonly mandate: string | null; readonly account: string | null } | null;
  /** Free text of the terms. */
  readonly paymentTerms: string | null;
  /** Invoices it corrects or credits. */
  readonly billingReferences: readonly string[];
  readonly orderReference: string | null;
  readonly buyerReference: string | null;
  readonly note: string | null;
  /** Made out by the customer (389, 261). */
  readonly isSelfBilled: boolean;
  readonly lines: number;
  readonly attachments: readonly UblAttachment[];
  /** Addresses of files elsewhere: shown, never fetched. */
  readonly links: readonly string[];
}

/** What a UBL file holds: mostly one invoice. */
export interface UblReading {
  readonly format: 'ubl';
  readonly encoding: string;
  readonly invoices: readonly UblInvoice[];
  /** Documents of a file with several that may not be imported. */
  readonly refused: readonly FormatProblem[];
  readonly warnings: readonly FormatProblem[];
}

/** The administration invoices are read for. */
export interface OwnParty {
  readonly name: string;
  readonly kvk: string | null;
  readonly vatId: string | null;
  readonly iban: string | null;
}
