import { limits } from '#shared/contract/limits.ts';
import type { Currency } from '#shared/money/cents.ts';
import { refuseFile, type Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { accountAsGiven, hasIbanForm } from '../account-number.ts';
import { bankOfBic, bankOfIban } from '../bank-name.ts';
import { nonSwiftParts } from '../information/sub-fields.ts';
import type { BankTransaction } from '../statement.ts';
import { type Field, FieldReader } from './fields.ts';
import { type RawTransaction, transactionOf } from './transaction.ts';
import { type Balance, readBalance, readStatementLine } from './values.ts';

/** One message of the file. */
export interface Draft {
  /** Line of the file it starts at. */
  readonly row: number;
  account: string;
  bank: string | null;
  /** Currency behind the account, where the balances name none. */
  currency: Currency | null;
  number: string | null;
  opening: Balance | null;
  closing: Balance | null;
  /** `60M`: goes on from a page before; `62M`: goes on in a page after. */
  opensPage: boolean;
  closesPage: boolean;
  readonly transactions: BankTransaction[];
  /** Nothing says that the message is whole: the file ends inside it. */
  isCut: boolean;
  /** Totals of an interim report, which has no balances. */
  isInterim: boolean;
}

/** How often a long reading is followed. */
const fieldsPerStep = 5000;

/** Reads the messages of MT940 text one by one. */
export function readDrafts(text: string, warnings: Warnings, control: ReadControl = {}): readonly Draft[] {
  const builder = new DraftBuilder(warnings);
  let fields = 0;
  const reader = new FieldReader(text, (field) => {
    if (++fields % fieldsPerStep === 0) {
      if (control.isCancelled?.()) refuseFile('cancelled');
      control.onProgress?.(field.start);
    }
    builder.take(field);
  });
  reader.read();
  return builder.finish();
}

class DraftBuilder {
  private readonly drafts: Draft[] = [];
  private draft: Draft | null = null;
  private pending: RawTransaction | null = null;
  /** The information of the pending transaction is of `:NS:`; a `:86:` behind it says it again. */
  private isNonSwift = false;
  private lines = 0;
  private headerBank: string | null = null;
  private reference: { readonly text: string; readonly row: number } | null = null;

  constructor(private readonly warnings: Warnings) {}

  take(field: Field): void {
    switch (field.tag) {
      case '61':
        this.statementLine(field);
        return;
      case '86':
        if (this.pending) {
          const lines = field.lines(0);
          if (this.pending.information === null || this.isNonSwift) this.pending.information = lines;
          else for (const line of lines) this.pending.information.push(line);
          this.isNonSwift = false;
        }
        return;
      case 'NS':
        if (this.pending && this.pending.information === null) {
          this.pending.information = [nonSwiftParts(field.lines(0))];
          this.isNonSwift = true;
        }
        return;
      case '21':
      case '13':
        return;
      case 'header':
        this.headerBank = headerBank(field.line(0)) ?? this.headerBank;
        return;
      case '20':
        this.end();
        this.reference = { text: field.line(0), row: field.row };
        return;
      case 'end':
        this.end();
        return;
      default:
        this.closeTransaction();
        this.statementField(field);
    }
  }

  finish(): readonly Draft[] {
    if (this.draft && this.draft.closing === null && !this.draft.isInterim) this.draft.isCut = true;
    this.end();
    return this.drafts;
  }

  private statementField(field: Field): void {
    const { tag, row } = field;
    const text = field.line(0).trim();
    switch (tag) {
      case '25': {
        if (this.draft?.account) this.end();
        this.identify(this.current(row), text);
        return;
      }
      case '28':
        this.current(row).number ??= text === '' ? null : text;
        return;
      case '60F':
      case '60M':
        this.open(text, tag === '60M', row);
        return;
      case '62F':
      case '62M':
        this.closing(text, tag === '62M', row, field.isLast && field.count === 1);
        return;
      case '34':
      case '90':
        this.current(row).isInterim = true;
        this.current(row).currency ??= /^\d*([A-Z]{3})/.exec(text)?.[1] ?? null;
        return;
      default:
        return;
    }
  }

  private identify(draft: Draft, text: string): void {
    draft.account = accountAsGiven(text);
    draft.currency = /[\d ]([A-Z]{3})$/.exec(text)?.[1] ?? null;
    const isIban = hasIbanForm(draft.account);
    draft.bank =
      (isIban ? bankOfIban(draft.account) : null) ??
      (/^TRIODOSBANK/i.test(text) ? 'Triodos Bank' : null) ??
      bankOfReference(isIban ? '' : (this.reference?.text ?? ''), this.headerBank);
  }

  private open(text: string, isPage: boolean, row: number): void {
    const before = this.draft;
    if (before?.opening) {
      // A second opening balance is a statement of its own for the same account.
      this.end();
      Object.assign(this.current(row), { account: before.account, bank: before.bank, number: before.number });
    }
    const draft = this.current(row);
    draft.opening = readBalance(text);
    draft.opensPage = isPage;
    if (draft.opening === null) this.warnings.add('mt940-balance', { text: shown(text) }, row);
  }

  private closing(text: string, isPage: boolean, row: number, isEndOfFile: boolean): void {
    const draft = this.current(row);
    const balance = readBalance(text);
    // An amount has a comma; without it the file was cut in the middle of this line.
    if (isEndOfFile && (balance === null || !/[.,]/.test(text))) {
      draft.isCut = true;
      return;
    }
    draft.closing = balance;
    draft.closesPage = isPage;
    if (balance === null) this.warnings.add('mt940-balance', { text: shown(text) }, row);
  }

  private statementLine(field: Field): void {
    this.closeTransaction();
    const { row } = field;
    const draft = this.current(row);
    const line = readStatementLine(field.text, field.start, field.end);
    if (line === null) {
      this.warnings.add('mt940-line', { text: shown(field.line(0)) }, row);
      return;
    }
    if (line.rounded) this.warnings.add('bank-amount-rounded', {}, row);
    if (draft.bank === null && draft.account === '') draft.bank = this.headerBank;
    this.isNonSwift = false;
    this.pending = { line, details: field.count === 1 ? none : field.lines(1), information: null, row };
  }

  private closeTransaction(): void {
    if (this.pending === null) return;
    const draft = this.draft!;
    if (++this.lines > limits.tableRows)
      refuseFile('bank-too-many-lines', { limit: limits.tableRows }, this.pending.row);
    draft.transactions.push(transactionOf(this.pending, draft.bank, draft.account));
    this.pending = null;
  }

  private current(row: number): Draft {
    this.draft ??= {
      row: this.reference?.row ?? row,
      account: '',
      bank: null,
      currency: null,
      number: null,
      opening: null,
      closing: null,
      opensPage: false,
      closesPage: false,
      transactions: [],
      isCut: false,
      isInterim: false,
    };
    return this.draft;
  }

  private end(): void {
    this.closeTransaction();
    if (this.draft) this.drafts.push(this.draft);
    this.draft = null;
    this.reference = null;
  }
}

const none: readonly string[] = [];

/** A line in a message to the user, not longer than it needs. */
function shown(text: string): string {
  return text.trim().slice(0, 60);
}

/** The BIC of the SWIFT header, or of the lines some banks write before a message: `0000 01INGBNL2AXXXX`, `ABNANL2A`. */
function headerBank(line: string): string | null {
  const bic = /(?:^\{1:F\d\d|^0000 \d\d|^)([A-Z]{4})[A-Z]{2}[A-Z0-9]{2}/.exec(line.trim())?.[1];
  return bic === undefined ? (/^:?940:$/.test(line.trim()) ? 'Rabobank' : null) : bankOfBic(bic);
}

/** Banks that sign in `:20:`; the header goes before what several of them write alike. */
function bankOfReference(reference: string, header: string | null): string | null {
  if (header !== null) return header;
  if (/^940[AS]\d{6}/.test(reference)) return 'Rabobank';
  if (/^ABN AMRO/i.test(reference)) return 'ABN AMRO';
  return /^BUNQ/i.test(reference) ? 'bunq' : null;
}
