import type { MatchPart } from '../../matching/match.ts';
import type { Cents } from '../../money/cents.ts';
import { balanceLeft } from '../balance.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { OpenItem } from '../item.ts';
import type { BankLine } from './line.ts';
import { isNamedOn } from './not-worked-in.ts';

/**
 * Parts of a storno of one debtor, where a list of only some items holds it and calls the item settled: what a payment of then left
 * over is what this money leaves to pay, so that it goes off that credit instead. A full list would have said so of the credit
 * itself (criterion A3). Parts that take credit back already stay as they are.
 */
export function withCreditInList(
  debtorId: DebtorId,
  ledger: DebtorLedger,
  { date }: Pick<BankLine, 'date'>,
  parts: readonly MatchPart[],
): readonly MatchPart[] {
  const itemOf = ({ itemId }: MatchPart): OpenItem | undefined => ledger.item?.[itemId];
  if (parts.some((part) => part.amount > 0 || itemOf(part)?.kind === 'receipt')) return parts;
  return parts.flatMap((part) => {
    const item = itemOf(part);
    if (!item || item.state === 'open' || item.total <= 0 || !isNamedOn(item, date)) return [part];
    let short = Math.min(balanceLeft(ledger, item) - part.amount, -part.amount);
    const taken = creditsOf(ledger, item).flatMap(({ receipt, left }): MatchPart[] => {
      const amount = Math.min(short, left);
      if (amount <= 0) return [];
      short -= amount;
      return [{ debtorId, itemId: receipt.id, amount: -amount, discount: 0 }];
    });
    const rest = taken.reduce((amount, one) => amount - one.amount, part.amount);
    return rest === 0 ? taken : [...taken, { ...part, amount: rest }];
  });
}

/** What payments of an item left over by the day of the list that last named it, and is credit still. */
function creditsOf(
  ledger: DebtorLedger,
  item: OpenItem,
): readonly { readonly receipt: OpenItem; readonly left: Cents }[] {
  const { allocation = {}, payment = {} } = ledger;
  const paymentIds = Object.values(allocation).flatMap(({ itemId, paymentId }) =>
    itemId === item.id ? paymentId : [],
  );
  return [...new Set(paymentIds)].flatMap((paymentId) => {
    const own = payment[paymentId];
    const receipt = own?.receiptId === undefined ? undefined : ledger.item?.[own.receiptId];
    if (!own || receipt?.state !== 'open' || !isNamedOn(item, own.date)) return [];
    return [{ receipt, left: -balanceLeft(ledger, receipt) }];
  });
}
