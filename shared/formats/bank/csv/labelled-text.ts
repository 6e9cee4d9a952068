import type { IsoDate } from '#shared/dates/civil.ts';
import { readDate } from '../../table/dates.ts';
import { type Information, referenceOrNull, textOrNull } from '../information/information.ts';
import { returnReasonIn } from '../return-reasons.ts';
import { accountNumber } from './cells.ts';

/** What a label stands before; `other` is not kept. */
type Field =
  | 'name'
  | 'remittance'
  | 'account'
  | 'endToEnd'
  | 'mandate'
  | 'structured'
  | 'valueDate'
  | 'reason'
  | 'other';

interface Label {
  readonly text: string;
  readonly field: Field;
  /** One bit per label. */
  readonly bit: number;
}

/** Labels ING puts in its Mededelingen, in Dutch and English. */
const labels: readonly Label[] = (
  [
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
    ['Incassant ID', 'other'],
    ['Creditor ID', 'other'],
    ['Valutadatum', 'valueDate'],
    ['Value date', 'valueDate'],
    ['Reden', 'reason'],
    ['Reason', 'reason'],
    ['Overige partij', 'other'],
    ['Other party', 'other'],
  ] as const
).map(([text, field], i) => ({ text, field, bit: 1 << i }));

const byLastLetter: readonly (readonly Label[])[] = Array.from({ length: 128 }, (_, letter) =>
  labels.filter(({ text }) => text.charCodeAt(text.length - 1) === letter),
);

/** What ING says of a direct debit between the labels. */
const debitKind =
  /\s*\b(?:Doorlopende incasso|Eenmalige incasso|Recurrent SEPA direct debit|One-off SEPA direct debit)\s*$/i;

/** Those that stand behind what the payer typed. */
const behindText: ReadonlySet<Field> = new Set(['account', 'endToEnd', 'mandate', 'valueDate']);
const referenceBits = labels.reduce((bits, { field, bit }) => (field === 'endToEnd' ? bits | bit : bits), 0);

/**
 * Reads the labels of a text. What the payer typed may hold a word with a colon too: see {@link ownLabels}. A text without
 * labels is all remittance.
 */
export function readLabels(text: string): LabelledText {
  return labelled(text, null) ?? labelled(text, ownLabels(placedLabels(text)))!;
}

/** Reads the labels at these colons, or with null at all; null when all of them cannot be the bank's. */
function labelled(text: string, own: ReadonlySet<number> | null): LabelledText | null {
  const values = new LabelledText(text.includes('ncasso') || text.includes('irect debit'));
  let seen = 0;
  let field: Field | null = null;
  let start = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const label = labelBefore(text, colon);
    if (label === null) continue;
    if (own === null) {
      if ((seen & label.bit) !== 0 || (label.field === 'account' && (seen & referenceBits) !== 0)) return null;
      seen |= label.bit;
    } else if (!own.has(colon)) continue;
    values.take(field, trimmedSlice(text, start, colon - label.text.length));
    field = label.field;
    start = colon + 1;
  }
  values.take(field, trimmedSlice(text, start, text.length));
  return values;
}

/** A label where it stands in a text. */
interface PlacedLabel {
  readonly label: Label;
  readonly colon: number;
}

function placedLabels(text: string): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const label = labelBefore(text, colon);
    if (label !== null) placed.push({ label, colon });
  }
  return placed;
}

/**
 * Where the labels stand the bank wrote: of one that comes back the last where it stands behind the text of the payer, else the first; a
 * reference between that text and the account is the payer's.
 */
function ownLabels(placed: readonly PlacedLabel[]): ReadonlySet<number> {
  const fields = placed.map(({ label }) => label.field);
  const [text, account] = [fields.indexOf('remittance'), fields.lastIndexOf('account')];
  const own = placed.filter(({ label: { field } }, i) => {
    if (field === 'other') return true;
    if (field === 'endToEnd' && text >= 0 && text < i && i < account) return false;
    return i === (behindText.has(field) ? fields.lastIndexOf(field) : fields.indexOf(field));
  });
  return new Set(own.map(({ colon }) => colon));
}

/** What stands between two places, without spaces around it; cut once. */
function trimmedSlice(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) === 32) from++;
  while (from < to && text.charCodeAt(to - 1) === 32) to--;
  return text.slice(from, to);
}

/** The label that ends at a colon, as a word of its own. */
function labelBefore(text: string, colon: number): Label | null {
  for (const label of byLastLetter[text.charCodeAt(colon - 1)] ?? []) {
    const start = colon - label.text.length;
    const isWord = start === 0 || (start > 0 && text.charCodeAt(start - 1) <= 32);
    if (isWord && text.startsWith(label.text, start)) return label;
  }
  return null;
}

/**
 * What labels in a text say, read when it is asked for: the columns of a table say most of it too. Of two labels for one
 * thing the first counts.
 */
class LabelledText implements Information {
  returnReason: string | null = null;
  private before = '';
  private name: string | undefined;
  private text: string | undefined;
  private account: string | undefined;
  private reference: string | undefined;
  private mandate: string | undefined;
  private structured: string | undefined;
  private date: string | undefined;
  private reason = '';

  constructor(readonly ofDebit: boolean) {}

  /** @param field null for the text before any label. */
  take(field: Field | null, written: string): void {
    const value = this.ofDebit ? written.replace(debitKind, '') : written;
    switch (field) {
      case null:
        this.before = value;
        return;
      case 'name':
        this.name ??= value;
        return;
      case 'remittance':
        this.text ??= value;
        return;
      case 'account':
        this.account ??= value;
        return;
      case 'endToEnd':
        this.reference ??= value;
        return;
      case 'mandate':
        this.mandate ??= value;
        return;
      case 'structured':
        this.structured ??= value;
        return;
      case 'reason':
        this.takeReason(value);
        return;
      case 'valueDate':
        this.date ??= value;
    }
  }

  get counterpartyName(): string | null {
    return textOrNull(this.name);
  }

  get counterpartyAccount(): string | null {
    return this.account === undefined ? null : accountNumber(firstWord(this.account));
  }

  /** A code of a return, or what a payer wrote: kept where it holds more numbers than the code. */
  private takeReason(value: string): void {
    const code = returnReasonIn(value);
    this.returnReason = code;
    if (code === null || /\d/.test(value.replace(code, ''))) this.reason = value;
  }

  get remittance(): string | null {
    const { before, text = '', reason } = this;
    if (before === '' && reason === '') return textOrNull(text);
    return textOrNull(`${before} ${text} ${reason}`);
  }

  get endToEndId(): string | null {
    return referenceOrNull(this.reference);
  }

  get mandateId(): string | null {
    return referenceOrNull(this.mandate);
  }

  get structuredReference(): string | null {
    return referenceOrNull(this.structured);
  }

  /** Only ING puts it there. */
  get valueDate(): IsoDate | null {
    return this.date === undefined ? null : readDate(this.date.trim().slice(0, 10), 'dmy');
  }
}

function firstWord(text: string): string {
  const word = text.trim();
  const space = word.indexOf(' ');
  return space < 0 ? word : word.slice(0, space);
}

const namedAccount = /\b(?:IBAN|REK(?:ENING)?)[:\s]\s*([A-Z]{2}\d{2}[A-Z0-9]{8,30})\b/i;

/** The account a text names as `IBAN: NL…`; null when it names none. */
export function accountInText(text: string): string | null {
  return accountNumber(namedAccount.exec(text)?.[1] ?? '');
}
