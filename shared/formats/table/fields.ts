import type { Currency } from '#shared/money/cents.ts';

/** Everything a column of a debtor, invoice or open-items table can mean (criterion A2, formats document §4.1). */
export const tableFields = [
  'number',
  'debtorCode',
  'debtorName',
  'firstName',
  'lastName',
  'invoiceDate',
  'dueDate',
  'open',
  'total',
  'paid',
  'debit',
  'credit',
  'kind',
  'currency',
  'term',
  'termAgreed',
  'creditLimit',
  'email',
  'phone',
  'iban',
  'kvk',
  'vatId',
  'debtorKind',
  'legalForm',
  'address',
  'houseNumber',
  'houseNumberAddition',
  'postalCode',
  'city',
  'country',
  'language',
  'contact',
  'directDebit',
  'yourReference',
  'paymentReference',
  'description',
  'vatAmount',
  'vatCode',
  'paymentLink',
  'outsideLevel',
  'outsideDate',
  'ledgerAccount',
  'status',
  'paidOn',
  'discountAmount',
  'discountPercent',
  'discountDays',
  'discountUntil',
  'restriction',
  'restrictionPercent',
] as const;
export type TableField = (typeof tableFields)[number];

/**
 * What a table is a list of. `list`: open items. `invoices`: invoices with what they came to and whether they are paid.
 * `debtors`: relations, no amounts needed. `control`: a balance per debtor or ages without invoices: totals to lay beside the
 * books, never items.
 */
export const tableKinds = ['list', 'invoices', 'debtors', 'control'] as const;
export type TableKind = (typeof tableKinds)[number];

/** Packages whose exports are known by their headings (formats document §4), under the names they go by. */
export const profileNames = {
  'exact-online': 'Exact Online',
  'exact-globe': 'Exact Globe',
  twinfield: 'Twinfield',
  yuki: 'Yuki',
  'e-boekhouden': 'e-Boekhouden.nl',
  snelstart: 'SnelStart',
  'visma-eaccounting': 'Visma eAccounting',
  afas: 'AFAS',
  moneybird: 'Moneybird',
} as const;
export type ProfileId = keyof typeof profileNames;

/** A problem with a whole file or one row: code, place and parameters; its text is made by `problemText`. */
/** A sign beside amounts, and the currencies it may stand for. */
export interface UnclearSign {
  readonly sign: string;
  readonly currencies: readonly Currency[];
  /** Which it was said to be; null when nobody said so. */
  readonly currency: Currency | null;
}

export interface TableProblem {
  readonly code: string;
  /** 1-based row in the file, when there is one. */
  readonly row: number | null;
  readonly column: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}
