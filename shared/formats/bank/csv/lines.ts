import type { IsoDate } from '#shared/dates/civil.ts';
import { identifyBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { identifyOgm } from '#shared/identifiers/ogm.ts';
import { identifyRfReference } from '#shared/identifiers/rf-reference.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { Row } from '../../table/reading.ts';
import { currencyWord } from '../../table/words.ts';
import { type Information, nothingSaid, referenceOrNull, returnCode, textOrNull } from '../information/information.ts';
import { readInformation } from '../information/read.ts';
import { isSlashTagged, readSlashTags } from '../information/slash-tags.ts';
import { hasKeywords, readKeywords } from '../information/sub-fields.ts';
import type { BankTransaction } from '../statement.ts';
import { accountNumber, bankCell } from './cells.ts';
import type { BankColumns } from './columns.ts';
import { accountInText, type LabelledText, readLabels, returnInText } from './labelled-text.ts';

/** A line of the table with what its row says of the account, its balances and the bank's charge. */
export interface BankLine {
  readonly account: string;
  readonly currency: Currency | null;
  readonly statementNumber: string;
  readonly transaction: BankTransaction;
  /** The bank's own number of the line; empty when it gives none. */
  readonly unique: string;
  readonly before: Cents | null;
  readonly after: Cents | null;
  readonly fee: Cents;
  readonly net: Cents | null;
}

/** What {@link lineOf} is told of a row whose money and dates have been read. */
export interface LineMoney {
  readonly at: number;
  readonly bookDate: IsoDate;
  readonly valueDate: IsoDate | null;
  readonly amount: Cents;
  readonly before: Cents | null;
  readonly after: Cents | null;
  readonly fee: Cents;
  readonly net: Cents | null;
}

/** Reads the parties, texts and references of a row. */
export function lineOf(row: Row, columns: BankColumns, bank: string | null, money: LineMoney): BankLine {
  const cell = (column: number): string => (column < 0 ? '' : bankCell(row[column]));
  const { at, bookDate, valueDate, amount, before, after, fee, net } = money;
  const written = writtenText(row, columns, cell);
  const said = informationOf(written, bank, amount > 0);
  const reference = referenceOrNull(cell(columns.paymentReference));
  const structured = structuredForm(reference);
  const unique = cell(columns.unique);
  const free = reference !== null && structured === null && !written.includes(reference) ? reference : '';
  const transaction: BankTransaction = {
    bookDate,
    valueDate: valueDate ?? said.valueDate ?? null,
    amount,
    counterpartyName: nameOf(columns, cell, amount) ?? said.counterpartyName,
    counterpartyIban: accountNumber(cell(columns.counterAccount)) ?? said.counterpartyAccount ?? accountInText(written),
    remittance: textOrNull(free === '' ? (said.remittance ?? '') : `${said.remittance ?? ''} ${free}`),
    structuredReference: referenceOrNull(cell(columns.structured)) ?? structured ?? said.structuredReference,
    endToEndId: referenceOrNull(cell(columns.endToEnd)) ?? said.endToEndId,
    mandateId: referenceOrNull(cell(columns.mandate)) ?? said.mandateId,
    returnReason: returnCode(cell(columns.returnReason)) ?? said.returnReason ?? returnInText(said.remittance, written),
    bankReference: referenceOrNull(unique === '' ? cell(columns.reference) : unique),
    row: at,
  };
  return {
    account: accountNumber(cell(columns.account)) ?? '',
    currency: currencyOf(cell(columns.currency)) ?? columns.headingCurrency,
    statementNumber: cell(columns.statementNumber),
    transaction,
    unique,
    before,
    after,
    fee,
    net,
  };
}

function currencyOf(cell: string): Currency | null {
  return cell === '' ? null : currencyWord(cell);
}

/** Widths at which banks cut a text into columns; a full one goes on in the next. */
const cutAt: ReadonlySet<number> = new Set([32, 35, 65, 140]);

function writtenText(row: Row, { text, sort }: BankColumns, cell: (column: number) => string): string {
  let written = '';
  let isCut = true;
  for (const column of text) {
    const part = cell(column);
    if (part === '') continue;
    written += isCut ? part : ` ${part}`;
    isCut = cutAt.has(String(row[column]).length);
  }
  if (written !== '') return written;
  for (const column of sort) {
    const part = cell(column);
    if (part.length > 2) return part;
  }
  return '';
}

function informationOf(text: string, bank: string | null, isCredit: boolean): Information & Partial<LabelledText> {
  if (text === '') return nothingSaid;
  const context = { isCredit, bank, account: null, name: null };
  // Its description is the :86: of MT940.
  if (bank === 'ABN AMRO') return readInformation([text], context);
  if (text.includes('/') && isSlashTagged(text)) return readSlashTags(text, context);
  if (bank === 'ING' && text.includes(':')) return readLabels(text);
  if (text.includes('+') && hasKeywords(text)) return readKeywords(text);
  return { ...nothingSaid, remittance: text };
}

/** The named counterparty; of payer and payee the one that is not the holder; last the party behind it. */
function nameOf(columns: BankColumns, cell: (column: number) => string, amount: Cents): string | null {
  const { payer, payee, counterName, ultimateName } = columns;
  const other = cell(amount < 0 ? payee : payer);
  if (other !== '') return textOrNull(other);
  for (const column of counterName) {
    const name = cell(column);
    if (name !== '') return textOrNull(name);
  }
  const both = payer >= 0 && payee >= 0;
  return textOrNull(cell(ultimateName) || (both ? '' : cell(payee) || cell(payer)));
}

/** A reference that is a betalingskenmerk of 16 digits, an RF reference or an OGM by its own check digits. */
function structuredForm(reference: string | null): string | null {
  if (reference === null) return null;
  for (const identify of [identifyRfReference, identifyOgm]) {
    if (identify(reference).normalised !== null) return reference;
  }
  return /^\d{16}$/.test(reference) && identifyBetalingskenmerk(reference).normalised !== null ? reference : null;
}
