import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import type { Row } from './reading.ts';
import { bankHeadings } from './synonyms.ts';

/**
 * Whether a table is a bank statement (formats document §3.4): two headings only banks write, one where nothing says
 * invoice, or, without a header, rows in the fixed order of ABN AMRO, Triodos, ASN and SNS. It is never read as open items.
 */
export function isBankList(rows: readonly Row[], headings: readonly Heading[] | null): boolean {
  const named = new Set((headings ?? []).map(({ normal }) => normal).filter((normal) => bankHeadings.has(normal))).size;
  const invoiced = (headings ?? []).some(({ fields }) => fields.some(({ field }) => ofInvoices.has(field)));
  return named >= 2 || (!invoiced && (named === 1 || rows.slice(0, 5).some(isBankRow)));
}

const ofInvoices: ReadonlySet<TableField> = new Set(['number', 'dueDate', 'open']);

const ownAccount = /^[A-Z]{2}\d{2}[A-Z]{4}\d{10}$/;
const someDate = /^(?:\d{1,2}-\d{1,2}-\d{4}|\d{8}|\d{4}-\d{2}-\d{2})$/;

function isBankRow(row: Row): boolean {
  const cells = row.slice(0, 3).map((cell) => String(cell).replace(/^'|'$/g, '').trim());
  const [first = '', second = '', third = ''] = cells;
  if (row.length === 8 && /^\d{9,10}$/.test(first) && /^[A-Z]{3}$/.test(second) && /^\d{8}$/.test(third)) return true;
  return row.length >= 8 && someDate.test(first) && ownAccount.test(second);
}
