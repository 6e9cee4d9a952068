import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import { type RowSource, rowsFrom } from './row-source.ts';

/** Rows asked for what a column says. */
const looksAt = 400;
const ofDebtors = /^(?:verkoop|sale|debiteur|debtor|klant|customer|afnemer|receivable|accrec)/;
/** The whole of what is said: `Leverancier, verrekenen` is a remark, `Inkooporder 12` a reference, `Bill` and `K` may be anyone. */
const ofCreditors =
  /^(?:crediteur(?:en)?|kreditor(?:en)?|leverancier(?:s)?|lieferant(?:en)?|suppliers?|vendors?|creditors?|inkoop(?:boek|factuur|facturen|dagboek)?|purchases?|(?:purchase|supplier|vendor) (?:invoice|bill|journal|credit note)s?|(?:accounts? )?payables?|accpay(?:credit)?|cred\.?)$/;
/** Above a column of sorts, which says what all rows are. */
const sortHeading =
  /^(?:richting|stroom|side|dagboek|journal|boek|module|soort|type|(?:relatie|account|ledger) ?(?:type|soort)|(?:in|verkoop) ?(?:en )?(?:verkoop|inkoop)|inkoop verkoop)\b/;

/**
 * The column nothing else is read from that says of every row whose it is, debtors' or creditors' (`Richting`: verkoop, inkoop), and of
 * some that it is creditors'; −1 where there is none. A list of both may have other words in its column of sorts. A column that names
 * creditors only is one by its heading: it may as well be the department a letter goes to, or a remark.
 */
export function sideColumn(
  rows: RowSource,
  fields: readonly (TableField | null)[],
  headings: readonly Heading[],
): number {
  const sample = rowsFrom(rows, 0, looksAt);
  return fields.findIndex((field, column) => {
    if (field !== null) return false;
    const said = sample.map((row) => cellText(row[column]).toLowerCase()).filter((text) => text !== '');
    const words = [...new Set(said)];
    if (words.length === 0 || words.length > 6 || said.length * 2 < sample.length) return false;
    const creditors = words.filter(isOfCreditors);
    if (creditors.length === 0 || !words.every((word) => isOfCreditors(word) || ofDebtors.test(word))) return false;
    return creditors.length < words.length || sortHeading.test(headings[column]?.normal ?? '');
  });
}

/** Whether what {@link sideColumn} holds says that a row is a creditor's. */
export function isOfCreditors(text: string): boolean {
  return ofCreditors.test(text.toLowerCase().trim());
}

const sectionOf: readonly (readonly ['debtors' | 'creditors', RegExp])[] = [
  [
    'creditors',
    /^(?:(?:openstaande )?(?:posten )?(?:crediteuren|leveranciers|inkoopfacturen|inkoop)|(?:open |outstanding )?(?:creditors|suppliers|vendors|(?:accounts )?payables?|purchase invoices))[\s:]*$/i,
  ],
  [
    'debtors',
    /^(?:(?:openstaande )?(?:posten )?(?:debiteuren|klanten|afnemers|verkoopfacturen|verkoop)|(?:open |outstanding )?(?:debtors|customers|(?:accounts )?receivables?|sales invoices))[\s:]*$/i,
  ],
];

/** Whose rows stand below a line that is nothing but `Debiteuren` or `Crediteuren`; null for any other line. */
export function sectionSide(text: string): 'debtors' | 'creditors' | null {
  return sectionOf.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;
}

const debtors = 'debiteuren|debtors|receivables?|klanten|customers';
const creditors = 'crediteuren|creditors|payables?|leveranciers|suppliers';
const between = '[\\s\\W_]{0,3}(?:en|and|und)?[\\s\\W_]{0,3}';
const both = new RegExp(`(?:${debtors})${between}(?:${creditors})|(?:${creditors})${between}(?:${debtors})`, 'i');

/** Whether titles say that a list is of debtors and creditors together, where no heading says whose its rows are. */
export function mixesSides(titles: string, headings: readonly Heading[]): boolean {
  return (
    both.test(titles) &&
    !headings.some(
      ({ normal }) => /debiteur|debtor|klant|customer|afnemer/.test(normal) && !/cred|lever|suppl/.test(normal),
    )
  );
}
