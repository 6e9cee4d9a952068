import type { Heading } from './headings.ts';
import type { Row } from './reading.ts';
import { bankHeadings } from './synonyms.ts';

/**
 * Whether a table is a bank statement (formats document §3.4): two headings only banks write, or, without a header, rows
 * in the fixed order of ABN AMRO, Triodos, ASN and SNS. Such a file is never read as open items.
 */
export function isBankList(rows: readonly Row[], headings: readonly Heading[] | null): boolean {
  const named = (normals: readonly string[]): number =>
    new Set(normals.filter((normal) => bankHeadings.has(normal))).size;
  if (headings && named(headings.map(({ normal }) => normal)) >= 2) return true;
  return (
    rows.slice(0, 5).some((row) => isBankRow(row)) &&
    !headings?.some(({ fields }) => fields.some((f) => f.field === 'open'))
  );
}

const ownAccount = /^[A-Z]{2}\d{2}[A-Z]{4}\d{10}$/;
const someDate = /^(?:\d{1,2}-\d{1,2}-\d{4}|\d{8}|\d{4}-\d{2}-\d{2})$/;

function isBankRow(row: Row): boolean {
  const cells = row.slice(0, 3).map((cell) => String(cell).replace(/^'|'$/g, '').trim());
  const [first = '', second = '', third = ''] = cells;
  if (row.length === 8 && /^\d{9,10}$/.test(first) && /^[A-Z]{3}$/.test(second) && /^\d{8}$/.test(third)) return true;
  return row.length >= 8 && someDate.test(first) && ownAccount.test(second);
}
