/** Everything a column of a debtor, invoice or open-items table can mean (criterion A2, formats document §4.1). */
export const tableFields = [
  'number',
  'debtorCode',
  'debtorName',
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
  'email',
  'phone',
  'iban',
  'kvk',
  'vatId',
  'debtorKind',
  'legalForm',
  'address',
  'postalCode',
  'city',
  'country',
  'language',
  'contact',
  'directDebit',
  'yourReference',
  'description',
  'vatAmount',
  'vatCode',
  'paymentLink',
  'outsideLevel',
  'outsideDate',
  'ledgerAccount',
] as const;
export type TableField = (typeof tableFields)[number];

/** A problem with a whole file or one row: code, place and parameters; its text is made by `problemText`. */
export interface TableProblem {
  readonly code: string;
  /** 1-based row in the file, when there is one. */
  readonly row: number | null;
  readonly column: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}
