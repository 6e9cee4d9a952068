import type { Heading } from './headings.ts';
import type { ParsedItem } from './reading.ts';

/** What stands above the amount of one line of an invoice, beside that of the whole of it. */
const lineAmount =
  /^(?:regel ?(?:bedrag|totaal)|(?:bedrag|totaal)(?: per)? regel|(?:line|item|line ?item) ?(?:amount|total|price)|amount line)\b/;

/** The price of what a line is of: its rows are lines where what is open, which is of the whole, stands beside it. */
const unitPrice = /^(?:unit ?(?:amount|price)|(?:stuks?|eenheids)prijs|prijs per (?:stuk|eenheid))$/;

/** Whether a table has a row for each line of an invoice, which then repeats the facts of the whole of it. */
export function holdsInvoiceLines(headings: readonly Heading[]): boolean {
  const speaksOfOpen = headings.some(({ fields }) => fields.some(({ field }) => field === 'open'));
  return headings.some(({ normal }) => lineAmount.test(normal) || (speaksOfOpen && unitPrice.test(normal)));
}

/** Whether two rows of such a table are lines of one invoice: they say the same of the whole of it. */
export function isSameInvoice(one: ParsedItem, other: ParsedItem): boolean {
  return (
    one.open === other.open && one.total === other.total && one.date === other.date && one.dueDate === other.dueDate
  );
}
