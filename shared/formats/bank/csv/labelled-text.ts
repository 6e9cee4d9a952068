import type { IsoDate } from '#shared/dates/civil.ts';
import { dateWithin } from '../../table/dates.ts';
import { type Information, nothingSaid, referenceOrNull, textOrNull } from '../information/information.ts';
import { returnReasonIn } from '../return-reasons.ts';
import { accountNumber } from './cells.ts';

type Field = 'name' | 'remittance' | 'account' | 'endToEnd' | 'mandate' | 'structured' | 'valueDate' | 'nothing';

/** Labels ING puts in its Mededelingen, in Dutch and English. */
const labels: Readonly<Record<string, Field>> = {
  naam: 'name',
  name: 'name',
  omschrijving: 'remittance',
  description: 'remittance',
  iban: 'account',
  kenmerk: 'endToEnd',
  reference: 'endToEnd',
  'machtiging id': 'mandate',
  'mandate id': 'mandate',
  betalingskenmerk: 'structured',
  'payment reference': 'structured',
  'incassant id': 'nothing',
  'creditor id': 'nothing',
  valutadatum: 'valueDate',
  'value date': 'valueDate',
  'overige partij': 'nothing',
  'other party': 'nothing',
};

const label =
  /(?:^|\s)(Naam|Name|Omschrijving|Description|IBAN|Kenmerk|Reference|Machtiging ID|Mandate ID|Betalingskenmerk|Payment reference|Incassant ID|Creditor ID|Valutadatum|Value date|Overige partij|Other party):\s?/g;
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
  const found: [Field, string][] = [];
  const seen = new Set<string>();
  let field: Field | 'before' = 'before';
  let before = '';
  let start = 0;
  const close = (end: number): void => {
    const value = text.slice(start, end).replace(debitKind, '');
    if (field === 'before') before = value;
    else found.push([field, value]);
  };
  for (const match of text.matchAll(label)) {
    const name = match[1]!.toLowerCase();
    if (seen.has(name)) continue;
    seen.add(name);
    close(match.index);
    field = labels[name] ?? 'nothing';
    start = match.index + match[0].length;
  }
  close(text.length);
  const value = (wanted: Field): string | undefined => found.find(([of]) => of === wanted)?.[1];
  const typed = [before, value('remittance') ?? ''].map((part) => part.trim()).filter(Boolean);
  return {
    ...nothingSaid,
    counterpartyName: textOrNull(value('name')),
    counterpartyAccount: accountNumber(textOrNull(value('account'))?.split(' ')[0] ?? ''),
    remittance: textOrNull(typed.join(' ')) ?? (found.length === 0 ? textOrNull(before) : null),
    endToEndId: referenceOrNull(value('endToEnd')),
    mandateId: referenceOrNull(value('mandate')),
    structuredReference: referenceOrNull(value('structured')),
    valueDate: dateWithin(value('valueDate') ?? ''),
  };
}

const namedAccount = /\b(?:IBAN|REK(?:ENING)?)[:\s]\s*([A-Z]{2}\d{2}[A-Z0-9]{8,30})\b/i;

/** The account a text names as `IBAN: NL…`; null when it names none. */
export function accountInText(text: string): string | null {
  return accountNumber(namedAccount.exec(text)?.[1] ?? '');
}

const returned =
  /\b(?:retour|terugboeking|teruggeboekt|terugbetaling|storno|stornering|gestorneerd|return(?:ed)?|reject(?:ed)?|chargeback|r[uü]cklastschrift|r[uü]ckgabe)\b/i;

/** The ISO code of a return a text speaks of; null when it speaks of none. */
export function returnInText(text: string): string | null {
  return returned.test(text) ? returnReasonIn(text) : null;
}
