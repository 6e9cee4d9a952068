import type { Cents } from '#shared/money/cents.ts';
import type { XafTotals } from './reading.ts';
import { amountOf, isCredit } from './values.ts';
import { at } from './vocabulary.ts';

/** Adds up the lines of a part beside what the part declares; in a set of files each may declare its own. */
export class Totals {
  private lines = 0;
  private debit = 0;
  private credit = 0;
  private readonly declared: (readonly [number | null, Cents | null, Cents | null])[] = [];

  add(amount: Cents, side: string): void {
    this.lines++;
    if (isCredit(side)) this.credit += amount;
    else this.debit += amount;
  }

  /** A line whose amount cannot be read. */
  count(): void {
    this.lines++;
  }

  declare(values: readonly string[]): void {
    const { linescount, totaldebit, totalcredit } = at.totals;
    const lines = /^\d{1,15}$/.test(values[linescount]!) ? Number(values[linescount]) : null;
    const amount = (text: string): Cents | null => (text === '' ? null : amountOf(text));
    const declared = [lines, amount(values[totaldebit]!), amount(values[totalcredit]!)] as const;
    if (declared.some((one) => one !== null)) this.declared.push(declared);
  }

  /** Declared by the parts together, or by one for all of them when that is what was found. */
  all(): XafTotals {
    const { lines, debit, credit } = this;
    return {
      lines,
      debit,
      credit,
      declaredLines: this.stated(0, lines),
      declaredDebit: this.stated(1, debit),
      declaredCredit: this.stated(2, credit),
    };
  }

  private stated(place: 0 | 1 | 2, found: number): number | null {
    let sum: number | null = null;
    for (const declared of this.declared) {
      const one = declared[place];
      if (one === found) return one;
      if (one !== null) sum = (sum ?? 0) + one;
    }
    return sum;
  }
}
