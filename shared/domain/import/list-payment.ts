import type { IsoDate } from '../../dates/civil.ts';
import type { Allocation, Payment } from '../item.ts';
import type { ItemDiff } from './standing.ts';

/**
 * What a list shows as paid of an item, as a payment. Dated on the list's bank date, so the listed balance holds it already and it
 * is never deducted twice.
 */
export function listPayment(
  { after, before, payment: amount }: Pick<ItemDiff, 'after' | 'before' | 'payment'>,
  importId: string,
  date: IsoDate,
): { readonly payment: Payment; readonly allocation: Allocation } {
  if (!after) throw new Error('a list shows nothing as paid of an item it leaves as it is');
  const id = `list-${importId}-${after.id}`;
  const since = before?.listed?.bankUntil;
  return {
    payment: {
      id,
      date,
      amount,
      currency: after.currency,
      source: 'list',
      counterparty: null,
      iban: null,
      remittance: null,
      importId,
      ...(since === undefined ? {} : { after: since }),
    },
    allocation: { id, paymentId: id, itemId: after.id, date, amount },
  };
}
