import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import { nodeAt, ownTextOf, textOf, type XmlNode } from '../../xml/tree.ts';
import { accountAsGiven, hasIbanForm } from '../account-number.ts';
import { addsUp } from '../balances.ts';
import { bankOfBic, bankOfIban } from '../bank-name.ts';
import { textOrNull } from '../information/information.ts';
import type { BankStatement } from '../statement.ts';
import { type CamtTransaction, transactionsOf } from './entry.ts';
import { nameOf } from './parties.ts';
import { civilDate, dateAt, signedAmount } from './values.ts';

export interface CamtStatement extends BankStatement {
  /** What the bank calls this statement; null when it has no name. */
  readonly id: string | null;
  readonly transactions: readonly CamtTransaction[];
}

interface Balance {
  readonly amount: Cents;
  readonly currency: Currency | null;
  readonly date: IsoDate | null;
}

/** Collects one `Stmt`, `Rpt` or `Ntfctn`, child by child. */
export class StatementDraft {
  private id: string | null = null;
  private number: string | null = null;
  private legalNumber: string | null = null;
  private account = '';
  private names: readonly string[] = [];
  private currency: Currency | null = null;
  private from: IsoDate | null = null;
  private to: IsoDate | null = null;
  private created: IsoDate | null = null;
  /** Of the closing balance, also where its amount cannot be read. */
  private closed: IsoDate | null = null;
  private readonly balances = new Map<string, Balance>();
  private readonly transactions: CamtTransaction[] = [];
  private entries = 0;
  private notBooked = 0;
  bank: string | null = null;

  constructor(
    readonly row: number,
    private readonly warnings: Warnings,
  ) {}

  take(node: XmlNode): void {
    switch (node.name) {
      case 'Ntry':
        this.entry(node);
        break;
      case 'Bal':
        this.balance(node);
        break;
      case 'Acct':
        this.ownAccount(node);
        break;
      case 'Id':
        this.id = ownTextOf(node);
        break;
      case 'ElctrncSeqNb':
        this.number = ownTextOf(node);
        break;
      case 'LglSeqNb':
        this.legalNumber = ownTextOf(node);
        break;
      case 'CreDtTm':
        this.created = civilDate(ownTextOf(node));
        break;
      case 'FrToDt':
        this.from = civilDate(textOf(node, 'FrDtTm')) ?? civilDate(textOf(node, 'FrDt'));
        this.to = civilDate(textOf(node, 'ToDtTm')) ?? civilDate(textOf(node, 'ToDt'));
    }
  }

  private ownAccount(node: XmlNode): void {
    const number = textOf(node, 'Id/IBAN') ?? textOf(node, 'Id/Othr/Id') ?? textOf(node, 'Id/BBAN');
    this.account = accountAsGiven(number ?? textOf(node, 'Id/PrtryAcct/Id') ?? '');
    this.names = [textOf(node, 'Nm'), nameOf(nodeAt(node, 'Ownr'))].flatMap((name) => name?.toLowerCase() ?? []);
    const currency = textOf(node, 'Ccy')?.toUpperCase() ?? '';
    this.currency = /^[A-Z]{3}$/.test(currency) ? currency : null;
    const institution = nodeAt(node, 'Svcr/FinInstnId');
    const bic = textOf(institution, 'BICFI') ?? textOf(institution, 'BIC') ?? '';
    this.bank = bankOfBic(bic) ?? bankOfIban(this.account) ?? textOrNull(textOf(institution, 'Nm') ?? undefined);
  }

  /** Only booked balances count; of several openings the first, of several closings the last (formats document §3.3). */
  private balance(node: XmlNode): void {
    const kind = textOf(node, 'Tp/CdOrPrtry/Cd') ?? textOf(node, 'Tp/Cd') ?? '';
    if (kind !== 'OPBD' && kind !== 'PRCD' && kind !== 'CLBD') return;
    if (kind !== 'CLBD' && this.balances.has(kind)) return;
    const date = dateAt(node, 'Dt');
    if (kind === 'CLBD') this.closed = date ?? this.closed;
    const amount = signedAmount(node);
    if (amount.problem !== null) {
      const given = amount.given || (textOf(node, 'Amt') ?? '').slice(0, 30);
      this.warnings.add('camt-balance', { given }, node.line);
      return;
    }
    this.balances.set(kind, { amount: amount.cents, currency: amount.currency, date });
  }

  private entry(node: XmlNode): void {
    const status = nodeAt(node, 'Sts');
    const code = textOf(status, 'Cd') ?? textOf(status, 'Prtry') ?? ownTextOf(status) ?? 'BOOK';
    if (code !== 'BOOK') {
      this.notBooked++;
      return;
    }
    const number = ++this.entries;
    const day = this.closed ?? this.to ?? this.created;
    const context = { number, account: this.account, names: this.names, bank: this.bank, day };
    const found = transactionsOf(node, context, this.warnings);
    if (found !== null) for (const transaction of found) this.transactions.push(transaction);
  }

  /** The statement, and one more for each other currency its entries are in. */
  finish(): readonly CamtStatement[] {
    const opening = this.balances.get('OPBD') ?? this.balances.get('PRCD') ?? null;
    const closing = this.balances.get('CLBD') ?? null;
    const named = this.currency ?? opening?.currency ?? closing?.currency ?? null;
    const currency = named ?? this.transactions.find((one) => one.currency !== null)?.currency ?? this.ownCurrency();
    const own: CamtTransaction[] = [];
    const others = new Map<Currency, CamtTransaction[]>();
    for (const transaction of this.transactions) {
      const other = transaction.currency === null || transaction.currency === currency ? null : transaction.currency;
      if (other === null) own.push(transaction);
      else if (others.has(other)) others.get(other)!.push(transaction);
      else others.set(other, [transaction]);
    }
    const statement = this.statement(currency, own, opening, closing);
    this.warn(others);
    return [statement, ...[...others].map(([other, moved]) => this.statement(other, moved, null, null))];
  }

  private statement(
    currency: Currency | null,
    transactions: readonly CamtTransaction[],
    opening: Balance | null,
    closing: Balance | null,
  ): CamtStatement {
    const { id, account } = this;
    const number = this.number ?? this.legalNumber;
    const reconciles =
      opening === null || closing === null
        ? null
        : addsUp(
            { account, number: number ?? id, currency, opening: opening.amount, closing: closing.amount },
            transactions,
            this.row,
            this.warnings,
          );
    return {
      id,
      account,
      currency,
      number,
      opening: opening?.amount ?? null,
      closing: closing?.amount ?? null,
      openingDate: opening?.date ?? this.from,
      closingDate: closing?.date ?? this.to,
      reconciles,
      transactions,
    };
  }

  private warn(others: Others): void {
    const { account } = this;
    if (account === '') this.warnings.add('bank-account-unknown', {}, this.row);
    if (this.notBooked > 0) this.warnings.add('bank-not-booked', { count: this.notBooked }, this.row);
    for (const [currency, moved] of others) {
      this.warnings.add('camt-currency', { account, currency, count: moved.length }, moved[0]!.row);
    }
  }

  /** A Dutch account whose file names no currency is one in euros. */
  private ownCurrency(): Currency | null {
    return this.account.startsWith('NL') && hasIbanForm(this.account) ? 'EUR' : null;
  }
}

type Others = ReadonlyMap<Currency, readonly CamtTransaction[]>;
