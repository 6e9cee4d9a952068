import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { FormatProblem } from '../problem.ts';

/** One line of a bank statement; amounts are signed cents, positive = received on the account. */
export interface BankTransaction {
  readonly bookDate: IsoDate;
  /** The file gives the line no day: it is that of its statement, and another where the line stands in another statement. */
  readonly dateAssumed?: true;
  readonly valueDate: IsoDate | null;
  readonly amount: Cents;
  readonly counterpartyName: string | null;
  /** IBAN, or the account number as the file gives it when it is none. */
  readonly counterpartyIban: string | null;
  /** Free text of the payer; lines joined as the bank cut them. */
  readonly remittance: string | null;
  /** Betalingskenmerk, RF or OGM, as the file marks it. */
  readonly structuredReference: string | null;
  /** `NOTPROVIDED`, `NONREF` and the like are null. */
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** ISO code of a return or storno: `MD06`. */
  readonly returnReason: string | null;
  /** The bank's own reference of the line. */
  readonly bankReference: string | null;
  /** Number of the line in the statement's file, from 1; for messages. */
  readonly row: number;
  /** What ties it to a batch; absent = the file says nothing of one. */
  readonly batch?: BatchMark;
}

export interface BatchMark {
  /** `whole`: booked in one amount; `part`: one of the payments such an amount was taken apart into. */
  readonly role: 'whole' | 'part';
  /** Number of its entry in the statement: parts with the same are of one batch. */
  readonly entry: number;
  /** Payments in the batch; null when the file does not say. */
  readonly count: number | null;
  /** References of the entry and of the batch. */
  readonly references: readonly string[];
}

export interface BankStatement {
  /** IBAN, or the account number as the file gives it. */
  readonly account: string;
  readonly currency: Currency | null;
  readonly number: string | null;
  /** Balances; null when the file has none. */
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly openingDate: IsoDate | null;
  readonly closingDate: IsoDate | null;
  /** Opening plus transactions is closing; null without both balances. A statement that does not still imports, with a warning. */
  readonly reconciles: boolean | null;
  readonly transactions: readonly BankTransaction[];
}

/** Everything read from a bank file. */
export interface BankReading {
  readonly format: 'mt940' | 'camt052' | 'camt053' | 'camt054' | 'bankcsv';
  /** Name as its customers know it: `ING`, `Rabobank`; null when the file does not say. */
  readonly bank: string | null;
  readonly encoding: string;
  readonly warnings: readonly FormatProblem[];
  readonly statements: readonly BankStatement[];
}
