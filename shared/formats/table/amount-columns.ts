import { amountInAnyMark } from './amounts.ts';
import { cellText } from './cells.ts';
import { dateEvidence } from './dates.ts';
import type { Heading } from './headings.ts';
import type { MappingDraft } from './mapping.ts';
import { openInWords } from './open-in-words.ts';
import { isBalanceOfDebtors, isRunningBalance } from './running-balance.ts';
import { statusWord } from './statuses.ts';

/**
 * Amounts under a heading nobody listed that speaks of what is open (`Nog openst. incl.`): the total beside it would claim
 * what has been paid already.
 */
export function openAsWords(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  if (fields.includes('open')) return;
  const free = headings.flatMap((_, i) => (draft.isFree(i) ? [i] : []));
  const at = openInWords(headings, sample, free, fields.indexOf('total'));
  if (at >= 0) draft.set(at, 'open', 'content');
}

/** A column `Betaald` may hold ja and nee, or the day of the payment. */
export function paidIsNoAmount(draft: MappingDraft): void {
  const { sample, fields } = draft;
  const paid = fields.indexOf('paid');
  if (paid < 0) return;
  const values = sample.map((row) => row[paid] ?? '').filter((cell) => cellText(cell) !== '');
  if (values.length === 0) return;
  if (values.every((cell) => typeof cell === 'string' && statusWord(cell) !== null)) {
    draft.set(paid, fields.includes('status') ? null : 'status', 'content');
  } else if (values.every((cell) => /\D/.test(cellText(cell)) && dateEvidence([cell]).order !== null)) {
    draft.set(paid, fields.includes('paidOn') ? null : 'paidOn', 'content');
  }
}

/** A column `Btw` beside amounts holds one too, or a rate; only elsewhere a number. */
export function vatIsAmount(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const vat = fields.indexOf('vatId');
  if (vat < 0 || headings[vat]!.normal !== 'btw') return;
  const values = sample.map((row) => cellText(row[vat])).filter((text) => text !== '');
  if (values.length === 0 || values.some((text) => /[A-Za-z]{2}/.test(text))) return;
  const field = values.every((text) => text.endsWith('%') || /^\d{1,2}$/.test(text)) ? 'vatCode' : 'vatAmount';
  draft.set(vat, fields.includes(field) ? null : field, 'content');
}

/** A `Credit` beside a total, without a `Debet`, has what came off each invoice, or it is a remark or another invoice's number. */
export function creditIsNoAmount(draft: MappingDraft): void {
  const { sample, fields } = draft;
  const [total, credit] = [fields.indexOf('total'), fields.indexOf('credit')];
  if (total < 0 || credit < 0 || fields.includes('debit')) return;
  const comesOff = sample.every((row) => {
    if (cellText(row[credit]) === '') return true;
    const [whole, credited] = [amountInAnyMark(row[total]), amountInAnyMark(row[credit])];
    return whole !== null && credited !== null && Math.abs(credited) <= Math.abs(whole);
  });
  if (!comesOff) draft.set(credit, null, '');
}

/** Of two columns the one that has the tax of the row in it is what the invoice came to: `Bedrag | Btw | Totaal`. */
export function totalWithVat(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const total = fields.indexOf('total');
  const vat = fields.indexOf('vatAmount');
  if (total < 0 || vat < 0) return;
  const isWithVat = (column: number): boolean => {
    const rows = sample.flatMap((row) => {
      const [net, tax, whole] = [total, vat, column].map((at) => amountInAnyMark(row[at]));
      return net == null || tax == null || whole == null ? [] : [{ net, tax, whole }];
    });
    return rows.some(({ tax }) => tax !== 0) && rows.every(({ net, tax, whole }) => net + tax === whole);
  };
  const other = headings.findIndex(
    (heading, i) => draft.isFree(i) && heading.fields.some(({ field }) => field === 'total') && isWithVat(i),
  );
  if (other < 0) return;
  draft.set(total, null, '');
  draft.set(other, 'total', 'content');
}

/** What is open and what it came to are read in one currency, where there are columns for both. */
export function totalLikeOpen(draft: MappingDraft): void {
  const { headings, fields } = draft;
  const open = fields.indexOf('open');
  const total = fields.indexOf('total');
  if (open < 0 || total < 0) return;
  const { currency } = headings[total]!;
  const isOther = currency !== null && currency !== headings[open]!.currency;
  if (!isOther && isBase(headings[open]!) === isBase(headings[total]!)) return;
  const other = headings.findIndex(
    (heading, i) =>
      draft.isFree(i) &&
      isBase(heading) === isBase(headings[open]!) &&
      heading.currency === headings[open]!.currency &&
      heading.fields.some(({ field }) => field === 'total'),
  );
  if (other < 0 && !isOther && !fields.includes('currency')) return;
  draft.set(total, null, '');
  if (other >= 0) draft.set(other, 'total', 'heading');
}

/** A ledger's `Saldo` that adds up from row to row, or stands once for each debtor, is no amount of an item (formats document §4.2 rule 8). */
export function runningBalance(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const open = fields.indexOf('open');
  if (open < 0 || !balances.has(headings[open]!.normal)) return;
  if (isRunningBalance(sample, fields) || isBalanceOfDebtors(sample, fields)) draft.set(open, null, '');
}

const balances: ReadonlySet<string> = new Set(['saldo', 'balance', 'lopend saldo', 'saldo eur']);

function isBase({ amountIn }: Heading): boolean {
  return amountIn === 'base';
}
