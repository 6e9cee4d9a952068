import { cellText } from './cells.ts';
import { normalHeading } from './headings.ts';
import type { Row } from './reading.ts';

/** Tables with dates and amounts that are no bank's, and no list of what is open. */
export type OtherTable = 'adyen' | 'klarna' | 'degiro' | 'cash-book';

/** Headings that together are of one table only; of a group with bars one is enough. */
const headings: readonly (readonly [OtherTable, readonly string[]])[] = [
  ['adyen', ['psp reference', 'merchant account', 'merchant reference|payment method|record type']],
  ['klarna', ['short order id', 'capture date', 'payout date|type|currency code']],
  ['degiro', ['isin', 'product|produkt|produit', 'order id|beurs|exchange|fx']],
];

/** What a cash book calls money in and out, where a bank says debet, credit, af and bij. */
const cashIn = /^(?:ontvangst|ontvangsten|ontvangen|inkomsten|inkomst|inkomend|kas in|in)$/;
const cashOut = /^(?:uitgave|uitgaven|uitgegeven|uitgaand|kas uit|uit)$/;
const cashTitle =
  /\b(?:kas|kasboek|kasblad|kasstaat|kassa|kassaldo|kasadministratie|kasregistratie|petty cash|cash book|cashbook|kassenbuch)\b/;
const cashHeading =
  /^(?:kas|kassa|kassaldo|saldo kas|kassa saldo|kasbon|kasbonnr|kasbonnummer|kasstuk|bon|bonnr|bonnummer|bon nr)$/;
/** Only a bank names whose account it is, or who is on the other side; only a list names invoices and debtors. */
const ofOthers =
  /rekening|iban|account|tegenpartij|counterpart|afschrift|begunstigde|opdrachtgever|mededeling|^naam|^name|factuur|invoice|debiteur|klant|customer|relatie|verval|openstaand/;

/** Above a bank's table or a list, whatever the name of who made it: a bank may be called Kas Bank, a shop Kassa Systemen. */
const titleOfOthers =
  /\b(?:iban|bank|bankrekening|afschrift|rekeningafschrift|[a-z]{2}\d{2} ?[a-z]{4} ?\d{4})|openstaand|debiteur|debtor|receivable|factu|invoice/;

const lookedAt = 40;

/** The table these rows are, where it is one that is known and not read; null for any other. */
export function otherTable(rows: readonly Row[]): OtherTable | null {
  let titles = '';
  for (const row of rows.slice(0, lookedAt)) {
    const cells = row.map((cell) => normalHeading(cellText(cell))).filter((cell) => cell !== '');
    const found = headings.find(([, wanted]) =>
      wanted.every((names) => names.split('|').some((name) => cells.includes(name))),
    );
    if (found) return found[0];
    if (isCashBook(cells, titles)) return 'cash-book';
    titles += ` ${cells.join(' ')}`;
  }
  return null;
}

/** In and out in columns of their own under a cash book's words, or any words under a title or beside a heading that says so. */
function isCashBook(cells: readonly string[], titles: string): boolean {
  const has = (pattern: RegExp): boolean => cells.some((cell) => pattern.test(cell));
  if (titleOfOthers.test(titles) || cells.length < 4 || !has(/^(?:datum|dag|date)$/) || has(ofOthers)) return false;
  const both = has(cashIn) && has(cashOut);
  const money = both || (has(/^(?:bij|debet|debit)$/) && has(/^(?:af|credit)$/)) || has(/^bedrag/);
  return money && (both || has(cashHeading) || cashTitle.test(titles));
}
