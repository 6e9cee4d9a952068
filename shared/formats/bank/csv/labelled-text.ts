import type { IsoDate } from '#shared/dates/civil.ts';
import { readDate } from '../../table/dates.ts';
import { type Information, referenceOrNull, textOrNull } from '../information/information.ts';
import { returnReasonIn } from '../return-reasons.ts';
import { accountNumber } from './cells.ts';

type Field =
  | 'name'
  | 'remittance'
  | 'account'
  | 'endToEnd'
  | 'mandate'
  | 'structured'
  | 'valueDate'
  | 'before'
  | 'nothing';

/** Labels ING puts in its Mededelingen, in Dutch and English. */
const labels: readonly (readonly [string, Field])[] = [
  ['Naam', 'name'],
  ['Name', 'name'],
  ['Omschrijving', 'remittance'],
  ['Description', 'remittance'],
  ['IBAN', 'account'],
  ['Betalingskenmerk', 'structured'],
  ['Payment reference', 'structured'],
  ['Kenmerk', 'endToEnd'],
  ['Reference', 'endToEnd'],
  ['Machtiging ID', 'mandate'],
  ['Mandate ID', 'mandate'],
  ['Incassant ID', 'nothing'],
  ['Creditor ID', 'nothing'],
  ['Valutadatum', 'valueDate'],
  ['Value date', 'valueDate'],
  ['Overige partij', 'nothing'],
  ['Other party', 'nothing'],
];

const byLastLetter = new Map<number, readonly (readonly [string, Field])[]>();
for (const entry of labels) {
  const last = entry[0].charCodeAt(entry[0].length - 1);
  byLastLetter.set(last, [...(byLastLetter.get(last) ?? []), entry]);
}

const nothing: Record<Field, string | undefined> = {
  before: undefined,
  name: undefined,
  remittance: undefined,
  account: undefined,
  endToEnd: undefined,
  mandate: undefined,
  structured: undefined,
  valueDate: undefined,
  nothing: undefined,
};

/** What ING says of a direct debit between the labels. */
const debitKind =
  /\s*\b(?:Doorlopende incasso|Eenmalige incasso|Recurrent SEPA direct debit|One-off SEPA direct debit)\s*$/i;

/** What labels in a text say; the value date too, which only ING puts there. */
export interface LabelledText extends Information {
  readonly valueDate: IsoDate | null;
}

/**
 * Reads the labels of a text. What the payer typed may hold a word with a colon too; of a label that comes back, the first
 * counts and the rest stays with the text before it. A text without labels is all remittance.
 */
export function readLabels(text: string): LabelledText {
  const values: Record<Field, string | undefined> = { ...nothing };
  const seen: string[] = [];
  const isDebit = text.includes('ncasso') || text.includes('irect debit');
  let field: Field = 'before';
  let start = 0;
  const close = (end: number): void => {
    const value = text.slice(start, end);
    values[field] ??= isDebit ? value.replace(debitKind, '') : value;
  };
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const label = labelBefore(text, colon);
    if (label === undefined || seen.includes(label[0])) continue;
    seen.push(label[0]);
    close(colon - label[0].length);
    field = label[1];
    start = colon + 1;
  }
  close(text.length);
  const { before = '', remittance = '' } = values;
  return {
    counterpartyName: textOrNull(values.name),
    counterpartyAccount: accountNumber(firstWord(values.account ?? '')),
    remittance: textOrNull(before === '' ? remittance : `${before.trim()} ${remittance.trim()}`),
    endToEndId: referenceOrNull(values.endToEnd),
    mandateId: referenceOrNull(values.mandate),
    structuredReference: referenceOrNull(values.structured),
    returnReason: null,
    valueDate: values.valueDate === undefined ? null : readDate(values.valueDate.trim().slice(0, 10), 'dmy'),
  };
}

function firstWord(text: string): string {
  const word = text.trim();
  const space = word.indexOf(' ');
  return space < 0 ? word : word.slice(0, space);
}

/** The label that ends at a colon, as a word of its own. */
function labelBefore(text: string, colon: number): readonly [string, Field] | undefined {
  for (const entry of byLastLetter.get(text.charCodeAt(colon - 1)) ?? []) {
    const start = colon - entry[0].length;
    const isWord = start === 0 || (start > 0 && text.charCodeAt(start - 1) <= 32);
    if (isWord && text.startsWith(entry[0], start)) return entry;
  }
  return undefined;
}

const namedAccount = /\b(?:IBAN|REK(?:ENING)?)[:\s]\s*([A-Z]{2}\d{2}[A-Z0-9]{8,30})\b/i;

/** The account a text names as `IBAN: NL…`; null when it names none. */
export function accountInText(text: string): string | null {
  return accountNumber(namedAccount.exec(text)?.[1] ?? '');
}

const returned =
  /\b(?:retour|terugboeking|teruggeboekt|terugbetaling|storno|stornering|gestorneerd|return(?:ed)?|reject(?:ed)?|chargeback|r[uü]cklastschrift|r[uü]ckgabe)\b/i;

/** The form of a code of a return, which few texts hold. */
const codeForm = /\b[A-Z]{2}(?:\d\d|[A-Z]{2})\b/;

/** The ISO code of a return the payer's text names, where the text of the line speaks of one; else null. */
export function returnInText(remittance: string | null, written: string): string | null {
  return remittance !== null && codeForm.test(remittance) && returned.test(written) ? returnReasonIn(remittance) : null;
}
