import type { IsoDate } from '#shared/dates/civil.ts';
import { identifyBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { identifyOgm } from '#shared/identifiers/ogm.ts';
import { identifyRfReference } from '#shared/identifiers/rf-reference.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { RowSource } from '../../table/row-source.ts';
import { currencyWord } from '../../table/words.ts';
import { hasIbanForm } from '../account-number.ts';
import {
  type Information,
  type InformationContext,
  markedOgm,
  nothingSaid,
  referenceOrNull,
  returnCode,
  returnInText,
  returnOfSort,
  textOrNull,
} from '../information/information.ts';
import { readInformation } from '../information/read.ts';
import { isSlashTagged, readSlashTags } from '../information/slash-tags.ts';
import { hasKeywords, hasSpelledOutKeywords, readKeywords } from '../information/sub-fields.ts';
import type { BankTransaction } from '../statement.ts';
import { accountNumber, bankCell } from './cells.ts';
import type { BankColumns } from './columns.ts';
import { accountInText, readLabels } from './labelled-text.ts';
import { RepeatingColumn } from './repeating-column.ts';

/** Reads the parties, texts and references of the rows of a table. */
export class LineTexts {
  private readonly accounts: RepeatingColumn<string>;
  private readonly sortCodes: RepeatingColumn<string>;
  private readonly currencies: RepeatingColumn<Currency | null>;
  private readonly numbers: RepeatingColumn<string>;
  private readonly received: InformationContext;
  private readonly paidOut: InformationContext;

  constructor(
    private readonly rows: RowSource,
    private readonly columns: BankColumns,
    bank: string | null,
  ) {
    const { account, sortCode, currency, statementNumber } = columns;
    this.accounts = new RepeatingColumn(rows, account, (cell) => accountNumber(bankCell(cell)) ?? '');
    this.sortCodes = new RepeatingColumn(rows, sortCode, (cell) => bankCell(cell).replace(/^'/, ''));
    this.received = { isCredit: true, bank, account: null, name: null };
    this.paidOut = { ...this.received, isCredit: false };
    this.currencies = new RepeatingColumn(rows, currency, (cell) => currencyIn(bankCell(cell)));
    this.numbers = new RepeatingColumn(rows, statementNumber, (cell) => bankCell(cell));
  }

  account(place: number): string {
    const account = this.accounts.of(place);
    if (this.columns.sortCode < 0 || account === '') return account;
    const sortCode = this.sortCodes.of(place);
    return sortCode === '' || account.includes('-') ? account : `${sortCode} ${account}`;
  }

  currency(place: number): Currency | null {
    return this.currencies.of(place) ?? this.columns.headingCurrency;
  }

  statementNumber(place: number): string {
    return this.numbers.of(place);
  }

  /** The bank's own number of the line; empty when it gives none. */
  unique(place: number): string {
    return this.cell(place, this.columns.unique);
  }

  /** The transaction of a row whose dates and amount have been read. */
  transaction(place: number, bookDate: IsoDate, valueDate: IsoDate | null, amount: Cents): BankTransaction {
    const { columns } = this;
    const written = this.written(place);
    const said = informationOf(written, amount > 0 ? this.received : this.paidOut);
    const { remittance } = said;
    const reference = this.reference(place, columns.paymentReference);
    const structured = structuredForm(reference);
    const free = reference !== null && structured === null && !written.includes(reference) ? reference : '';
    const named = this.name(place, amount);
    // Some banks have one column for the account of the other, or what was done where there is none.
    const isAccount = named !== null && columns.counterAccount < 0 && hasIbanForm(named.replaceAll(' ', ''));
    const returned = columns.returnReason < 0 ? null : returnCode(this.cell(place, columns.returnReason));
    return {
      bookDate,
      valueDate: valueDate ?? said.valueDate ?? null,
      amount,
      counterpartyName: (isAccount ? null : named) ?? said.counterpartyName,
      counterpartyIban:
        accountNumber(isAccount ? named : this.cell(place, columns.counterAccount)) ??
        said.counterpartyAccount ??
        accountInText(written),
      remittance: free === '' ? remittance : textOrNull(`${remittance ?? ''} ${free}`),
      structuredReference: this.reference(place, columns.structured) ?? structured ?? said.structuredReference,
      endToEndId: this.reference(place, columns.endToEnd) ?? said.endToEndId,
      mandateId: this.reference(place, columns.mandate) ?? said.mandateId,
      returnReason:
        returned ?? said.returnReason ?? returnInText(remittance, written) ?? this.returnBySort(place, amount),
      bankReference: referenceOrNull(this.unique(place) || this.cell(place, columns.reference)),
      row: place + 1,
    };
  }

  /** Of money that went out as a storno by its sort, without a reason; else null. */
  private returnBySort(place: number, amount: Cents): string | null {
    if (amount >= 0) return null;
    for (const column of this.columns.sort) {
      const reason = returnOfSort(this.cell(place, column));
      if (reason !== null) return reason;
    }
    return null;
  }

  private cell(place: number, column: number): string {
    return column < 0 ? '' : bankCell(this.rows.cell(place, column));
  }

  private reference(place: number, column: number): string | null {
    return column < 0 ? null : referenceOrNull(this.cell(place, column));
  }

  /** The named counterparty; of payer and payee the one that is not the holder; last the party behind it. */
  private name(place: number, amount: Cents): string | null {
    const { payer, payee, counterName, ultimateName } = this.columns;
    const other = this.cell(place, amount < 0 ? payee : payer);
    if (other !== '') return textOrNull(other);
    for (const column of counterName) {
      const name = this.cell(place, column);
      if (name !== '') return textOrNull(name);
    }
    const both = payer >= 0 && payee >= 0;
    return textOrNull(
      this.cell(place, ultimateName) || (both ? '' : this.cell(place, payee) || this.cell(place, payer)),
    );
  }

  /** The text of the line; of its sort where it has none. */
  private written(place: number): string {
    let written = '';
    let isCut = true;
    for (const column of this.columns.text) {
      const cell = this.rows.cell(place, column);
      const part = bankCell(cell);
      if (part === '') continue;
      written += isCut ? part : ` ${part}`;
      isCut = cutAt.has(String(cell).length);
    }
    if (written !== '') return written;
    for (const column of this.columns.sort) {
      const part = bankCell(this.rows.cell(place, column));
      if (part.length > 2) return part;
    }
    return '';
  }
}

function currencyIn(text: string): Currency | null {
  return text === '' ? null : currencyWord(text);
}

/** Widths at which banks cut a text into columns; a full one goes on in the next. */
const cutAt: ReadonlySet<number> = new Set([32, 35, 65, 140]);

function informationOf(
  text: string,
  context: InformationContext,
): Information & { readonly valueDate?: IsoDate | null } {
  if (text === '') return nothingSaid;
  const { bank } = context;
  if (text.charCodeAt(0) === 47 && isSlashTagged(text)) return readSlashTags(text, context);
  // Its description is the :86: of MT940.
  if (bank === 'ABN AMRO') return readInformation([text], context);
  if (text.includes('/') && isSlashTagged(text)) return readSlashTags(text, context);
  if (bank === 'ING' && text.includes(':')) return readLabels(text);
  if ((text.includes('+') || text.includes('REF: ')) && hasKeywords(text)) return readKeywords(text);
  if (bank === null && hasSpelledOutKeywords(text)) return readKeywords(text);
  return { ...nothingSaid, remittance: textOrNull(text), structuredReference: markedOgm(text) };
}

/** A reference that is a betalingskenmerk of 16 digits, an RF reference or an OGM by its own check digits. */
function structuredForm(reference: string | null): string | null {
  if (reference === null) return null;
  for (const identify of [identifyRfReference, identifyOgm]) {
    if (identify(reference).normalised !== null) return reference;
  }
  return /^\d{16}$/.test(reference) && identifyBetalingskenmerk(reference).normalised !== null ? reference : null;
}
