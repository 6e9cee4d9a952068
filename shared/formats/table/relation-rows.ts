import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import { isLonely } from './layout.ts';
import type { Row } from './reading.ts';
import { isTotalLabel } from './totals.ts';
import { kindWord } from './words.ts';

export type ListedDebtor =
  | { readonly code: string; readonly name: string }
  | { readonly reason: 'total' | 'remark' | 'creditor' | 'no-debtor' };

/** Whose row it is, in a table with one debtor a row; or why it is nobody's. */
export function listedDebtor(
  row: Row,
  headings: readonly Heading[],
  fields: readonly (TableField | null)[],
): ListedDebtor {
  const text = (field: TableField): string => {
    const at = fields.indexOf(field);
    return at < 0 ? '' : cellText(row[at]);
  };
  const code = text('debtorCode');
  const name = text('debtorName') || [text('firstName'), text('lastName')].filter(Boolean).join(' ');
  // A debtor may be called Total Nederland: then it has a code or an address beside its name.
  const label = row.find((cell) => typeof cell === 'string' && cell.trim() !== '');
  if (typeof label === 'string' && isTotalLabel(label) && (code === '' || isTotalLabel(code) || /^\s*$/.test(name)))
    return { reason: 'total' };
  if (isLonely(row) && headings.length > 1 && code === '') return { reason: 'remark' };
  if (
    isSupplier(text('kind')) ||
    isSupplier(text('debtorKind')) ||
    /^16\d{2,3}\b|crediteur/i.test(text('ledgerAccount'))
  )
    return { reason: 'creditor' };
  return code === '' && name === '' ? { reason: 'no-debtor' } : { code, name };
}

function isSupplier(text: string): boolean {
  return text !== '' && kindWord(text, 'relation') === 'creditor';
}
