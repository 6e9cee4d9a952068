import type { Match, MatchCandidate, MatchPart, Receipt } from '../matching/match.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import { type Books, debtorIn } from './books.ts';
import type { DebtorId } from './debtor.ts';
import type { ItemId } from './item.ts';

/** Finds whose a receipt is, one receipt after another; what is taken lowers what is open for the next. */
export interface LineMatcher {
  match(receipt: Receipt): Match;
  take(candidate: MatchCandidate): void;
}

interface Numbered {
  readonly debtorId: DebtorId;
  readonly itemId: ItemId;
  open: Cents;
}

/** Matches a receipt that names invoices by number and is exactly what is open of them. */
export class ExactMatcher implements LineMatcher {
  private readonly byNumber = new Map<string, Numbered[]>();

  constructor(books: Books) {
    for (const [debtorId, ledger] of books.ledgers) {
      if (!debtorIn(ledger) || !ledger.item) continue;
      const allocated = allocatedPerItem(ledger);
      for (const item of Object.values(ledger.item)) {
        const open = openBalance(item, allocated);
        const key = item.number.toUpperCase();
        if (open <= 0 || key === '') continue;
        this.byNumber.set(key, [...(this.byNumber.get(key) ?? []), { debtorId, itemId: item.id, open }]);
      }
    }
  }

  match({ id, amount, remittance, structuredReference }: Receipt): Match {
    const words = new Set(`${remittance ?? ''} ${structuredReference ?? ''}`.toUpperCase().split(/[\s,;:]+/));
    const found = [...words].flatMap((word) => this.byNumber.get(word) ?? []).filter(({ open }) => open > 0);
    const total = sumOf(found, ({ open }) => open);
    const debtorIds = new Set(found.map(({ debtorId }) => debtorId));
    if (found.length === 0 || debtorIds.size !== 1 || amount <= 0)
      return { receiptId: id, candidates: [], accepted: false };
    const accepted = total === amount || (found.length === 1 && amount < total);
    let left = amount;
    const parts = found.map(({ debtorId, itemId, open }): MatchPart => {
      const part = Math.min(open, left);
      left -= part;
      return { debtorId, itemId, amount: part, discount: 0 };
    });
    const candidate = { parts, debtorId: found[0]!.debtorId, rest: left, score: accepted ? 1 : 0.8, reasons: [] };
    return { receiptId: id, candidates: [candidate], accepted };
  }

  take({ parts }: MatchCandidate): void {
    for (const { debtorId, itemId, amount, discount } of parts) {
      for (const numbered of this.byNumber.values()) {
        for (const own of numbered) {
          if (own.debtorId === debtorId && own.itemId === itemId) own.open -= amount + discount;
        }
      }
    }
  }
}
