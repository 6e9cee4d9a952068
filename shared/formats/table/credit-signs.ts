import type { Cents } from '#shared/money/cents.ts';
import type { TableProblem } from './fields.ts';
import { problem } from './problems.ts';
import type { ParsedItem } from './reading.ts';
import type { KindWord } from './words.ts';

/** An item that is being read. */
export type DraftItem = { -readonly [K in keyof ParsedItem]: ParsedItem[K] };

/** Whether a row is of a credit note or a receipt by its sort, and yet is owed by its sign. */
export function isUnsignedCredit(word: KindWord, open: Cents): boolean {
  return open > 0 && (word === 'credit' || word === 'sign-credit' || word === 'receipt');
}

/** Items that are credit notes or receipts by their sort, and yet are owed by their sign. */
export class UnsignedCredits {
  private readonly items: DraftItem[] = [];

  add(item: DraftItem): void {
    this.items.push(item);
  }

  /** Gives them their sign where a list writes credit notes without one: only when no amount of the whole list is negative. */
  sign(list: readonly ParsedItem[]): TableProblem | null {
    const [first] = this.items;
    if (!first || list.some((item) => item.open < 0)) return null;
    for (const item of this.items) {
      item.open = -item.open;
      item.total = -Math.abs(item.total);
      if (item.kind === 'invoice') item.kind = 'credit';
    }
    return problem('credits-signed', { count: this.items.length }, first.row);
  }
}
