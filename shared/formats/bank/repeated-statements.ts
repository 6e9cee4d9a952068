import type { BankStatement, BankTransaction } from './statement.ts';

/** What says that two statements are the same: not their days, which follow from their lines. */
type Compared = Pick<BankStatement, 'account' | 'currency' | 'number' | 'opening' | 'closing' | 'transactions'>;

/** Finds statements that were there before, line for line; what `Place` is, a line or a file, is up to who asks. */
export class SeenStatements<Place> {
  private readonly first = new Map<
    string,
    { readonly statement: Compared; readonly place: Place; isListed: boolean }
  >();
  /** Places by balances and lines; lines are only looked at where everything else is the same. */
  private readonly places = new Map<string, Place>();

  /** Where the same statement stood first; null when it is new. One without lines does no harm twice and is always new. */
  firstPlaceOf(statement: Compared, place: Place): Place | null {
    if (statement.transactions.length === 0) return null;
    const { account, currency, number, opening, closing, transactions } = statement;
    const key = JSON.stringify([account, currency, number, opening, closing, transactions.length]);
    const first = this.first.get(key);
    if (first === undefined) {
      this.first.set(key, { statement, place, isListed: false });
      return null;
    }
    if (!first.isListed) {
      this.places.set(key + linesOf(first.statement), first.place);
      first.isListed = true;
    }
    const lines = key + linesOf(statement);
    const same = this.places.get(lines);
    if (same === undefined) this.places.set(lines, place);
    return same ?? null;
  }
}

/** Everything of the lines but their place in the file. */
function linesOf({ transactions }: Compared): string {
  return JSON.stringify(transactions.map((transaction): BankTransaction => ({ ...transaction, row: 0 })));
}
