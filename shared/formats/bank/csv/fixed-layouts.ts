import type { Role } from './roles.ts';

/** The order of columns in a table that has no headings. */
export interface FixedLayout {
  readonly bank: string;
  readonly roles: readonly Role[];
  /** Texts stand between apostrophes, and may hold the separator. */
  readonly apostrophes: boolean;
  readonly fits: (cells: readonly string[]) => boolean;
}

const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;
const account = /^(?:[A-Z]{2}\d{2}[A-Z0-9]{8,30}|[0-9.]{7,14})$/;
/** As Triodos wrote its accounts before they had an IBAN, in MT940 too. */
const oldTriodos = /^TRIODOSBANK\/\d{9,10}$/i;
const currency = /^[A-Z]{3}$/;
const compactDate = /^(?:19|20)\d{6}$/;
const dayFirstDate = /^\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d{2}$/;
const number = /^[+-]?\d[\d.]*(?:,\d+)?-?$|^[+-]?\d[\d,]*(?:\.\d+)?-?$/;
const side = /^(?:debet|credit|debit|d|c|af|bij)$/i;

/** Layouts without a header row (formats document §3.4). */
export const fixedLayouts: readonly FixedLayout[] = [
  {
    bank: 'ABN AMRO',
    roles: ['account', 'currency', 'bookDate', 'balanceBefore', 'balanceAfter', 'valueDate', 'amount', 'text'],
    apostrophes: false,
    fits: ([own = '', unit = '', date = '', before = '', after = '', value = '', amount = '']) =>
      account.test(own) &&
      currency.test(unit) &&
      compactDate.test(date) &&
      number.test(before) &&
      number.test(after) &&
      compactDate.test(value) &&
      number.test(amount),
  },
  {
    bank: 'Rabobank',
    roles: [
      'account',
      'currency',
      'valueDate',
      'direction',
      'amount',
      'counterAccount',
      'counterName',
      'bookDate',
      'sort',
      'nothing',
      'text',
      'text',
      'text',
      'text',
      'text',
      'text',
      'endToEnd',
      'nothing',
      'mandate',
    ],
    apostrophes: false,
    fits: ([own = '', unit = '', value = '', sign = '', amount = '', , , date = '']) =>
      account.test(own) &&
      currency.test(unit) &&
      compactDate.test(value) &&
      /^[CD]$/.test(sign) &&
      number.test(amount) &&
      compactDate.test(date),
  },
  {
    bank: 'ASN/SNS/RegioBank',
    roles: [
      'bookDate',
      'account',
      'counterAccount',
      'counterName',
      'nothing',
      'nothing',
      'nothing',
      'nothing',
      'balanceBefore',
      'currency',
      'amount',
      'nothing',
      'valueDate',
      'nothing',
      'sort',
      'unique',
      'structured',
      'text',
      'statementNumber',
    ],
    apostrophes: true,
    fits: (cells) =>
      cells.length >= 17 &&
      dayFirstDate.test(cells[0]!) &&
      iban.test(cells[1]!) &&
      currency.test(cells[9]!) &&
      number.test(cells[10]!),
  },
  {
    bank: 'Triodos',
    roles: [
      'bookDate',
      'account',
      'amount',
      'direction',
      'counterName',
      'counterAccount',
      'sort',
      'text',
      'balanceAfter',
    ],
    apostrophes: false,
    fits: (cells) =>
      cells.length >= 8 &&
      dayFirstDate.test(cells[0]!) &&
      (iban.test(cells[1]!) || oldTriodos.test(cells[1]!)) &&
      number.test(cells[2]!) &&
      side.test(cells[3]!),
  },
];
