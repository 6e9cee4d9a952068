import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import type { Mapping } from './mapping.ts';
import type { Row } from './reading.ts';
import { debtorKindWord } from './words.ts';

/** A column `Soort` of debtors tells business from consumers, where all its values say so. */
export function kindOfDebtors(
  fields: readonly (TableField | null)[],
  sample: readonly Row[],
): readonly (TableField | null)[] {
  const kind = fields.indexOf('kind');
  if (kind < 0 || fields.includes('debtorKind')) return fields;
  const values = sample.map((row) => cellText(row[kind])).filter((text) => text !== '');
  const told = values.length > 0 && values.every((text) => debtorKindWord(text) !== null);
  return told ? fields.map((field) => (field === 'kind' ? 'debtorKind' : field)) : fields;
}

/** In a table without invoices a bare `Nummer` is the debtor's, and so is what would be an invoice number elsewhere. */
export function codeOfDebtors(headings: readonly Heading[], { fields, why }: Mapping): Mapping {
  const number = fields.indexOf('number');
  const bare = headings.findIndex(({ normal }) => normal === 'nummer' || normal === 'nr');
  const at = fields.includes('debtorCode') ? -1 : bare >= 0 ? bare : number;
  return {
    fields: fields.map((field, i) => (i === at ? 'debtorCode' : i === number && why[i] !== 'chosen' ? null : field)),
    why: why.map((reason, i) => (i === at ? 'heading' : i === number && reason !== 'chosen' ? '' : reason)),
  };
}
