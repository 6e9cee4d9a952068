import type { IsoDate } from '../../dates/civil.ts';
import type { Cents, Currency } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import { freeItemId } from '../import/match.ts';
import type { OpenItem } from '../item.ts';

/** What of a payment no item took. */
interface Rest {
  readonly date: IsoDate;
  readonly currency: Currency;
  /** Above nothing. */
  readonly rest: Cents;
  readonly description: string | null;
  readonly importId: string | null;
}

/** Unallocated credit of a debtor, under the id the next list gives the same receipt, so that it counts once. */
export function receiptOf(
  { item = {} }: DebtorLedger,
  { date, currency, rest, description, importId }: Rest,
): OpenItem {
  return {
    id: freeItemId({ number: '', date }, (id) => item[id] !== undefined),
    number: '',
    kind: 'receipt',
    date,
    dueDate: null,
    dueDerived: false,
    total: -rest,
    currency,
    listed: null,
    creditFor: null,
    description,
    yourReference: null,
    vatCents: null,
    vatCode: null,
    paymentLink: null,
    directDebit: null,
    termAgreed: null,
    policyId: null,
    cycle: 1,
    state: 'open',
    outside: null,
    importId,
  };
}
