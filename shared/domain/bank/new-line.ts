import type { BankTransaction } from '../../formats/bank/statement.ts';
import type { Currency } from '../../money/cents.ts';
import { marked } from './batch.ts';
import type { BankLine, Twice } from './line.ts';
import { returnReasonOf } from './return.ts';

/** A line that was not imported before. */
export interface NewLine {
  readonly id: string;
  readonly account: string;
  readonly currency: Currency;
  readonly transaction: BankTransaction;
  /** Why it has to be looked at whatever it seems to be; absent = nothing. */
  readonly twice?: Twice;
}

/** A new line as it is kept when it has to be looked at. */
export function lineOf({ id, account, currency, transaction, twice }: NewLine, importId: string): BankLine {
  const { amount, counterpartyName, counterpartyIban, bookDate, batch, ...said } = transaction;
  return {
    id,
    account,
    date: bookDate,
    amount,
    currency,
    counterparty: counterpartyName,
    iban: counterpartyIban,
    remittance: said.remittance,
    structuredReference: said.structuredReference,
    endToEndId: said.endToEndId,
    mandateId: said.mandateId,
    returnReason: returnReasonOf(transaction),
    bankReference: said.bankReference,
    importId,
    state: 'review',
    taken: [],
    score: null,
    ...(batch?.role === 'whole' ? { batch: marked(batch) } : {}),
    ...(twice === undefined ? {} : { twice }),
  };
}
