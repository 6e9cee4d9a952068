import type { IsoDate } from '../../dates/civil.ts';
import type { Cents, Currency } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import { receiptLikeness } from '../import/known-receipts.ts';
import { freeItemId } from '../import/match.ts';
import { blankItem, type OpenItem } from '../item.ts';

/** What of a payment no item took. */
interface Rest {
  readonly date: IsoDate;
  readonly currency: Currency;
  /** Above nothing. */
  readonly rest: Cents;
  readonly description: string | null;
  readonly importId: string | null;
}

/**
 * Unallocated credit of a debtor. A list that holds the bank up to that day and has the money as a receipt already: that one, so
 * that it counts once (criterion A3); else a new one, under the id the next list gives it.
 */
export function receiptOf(ledger: DebtorLedger, rest: Rest): OpenItem {
  const listed = listedReceipt(ledger, rest);
  return listed ? { ...listed, kind: 'receipt', total: -rest.rest } : newReceipt(ledger, rest);
}

/** The item of a list that is this money and no payment's yet, the surest likeness first. */
function listedReceipt({ item = {}, payment = {} }: DebtorLedger, { date, currency, rest }: Rest): OpenItem | null {
  const known = new Set(Object.values(payment).map(({ receiptId }) => receiptId));
  const money = { date, currency, total: -rest };
  let found: { readonly item: OpenItem; readonly like: number } | null = null;
  for (const own of Object.values(item)) {
    if (own.state !== 'open' || !own.listed || own.listed.bankUntil < date || known.has(own.id)) continue;
    const like = receiptLikeness(money, own);
    if (like !== null && (found === null || like < found.like)) found = { item: own, like };
  }
  return found?.item ?? null;
}

function newReceipt({ item = {} }: DebtorLedger, { date, currency, rest, description, importId }: Rest): OpenItem {
  return blankItem({
    id: freeItemId({ number: '', date }, (id) => item[id] !== undefined),
    number: '',
    kind: 'receipt',
    date,
    total: -rest,
    currency,
    description,
    importId,
  });
}
