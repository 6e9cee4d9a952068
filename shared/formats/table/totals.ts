import type { Cents } from '#shared/money/cents.ts';
import type { TableProblem } from './fields.ts';
import { problem } from './problems.ts';
import type { Row } from './reading.ts';

const totalWord = /^(?:(?:sub|eind|deel|tussen|algemeen )?totaal|totalen|(?:grand |sub)?total)\b/i;
const grandWord =
  /^(?:(?:eind|algemeen )?totaal(?: generaal| debiteuren| openstaand| administratie)?|(?:grand )?total)[:\s]*$/i;

/** Whether a text opens like a totals row (formats document §4.2 rule 6). */
export function isTotalLabel(text: string): boolean {
  return totalWord.test(text.trim());
}

/** The text that makes a row a totals row; null when it has none. */
export function totalLabel(row: Row): string | null {
  for (const cell of row) if (typeof cell === 'string' && cell !== '' && isTotalLabel(cell)) return cell;
  return null;
}

interface StatedTotal {
  readonly row: number;
  readonly amount: Cents;
  readonly grand: boolean;
  /** What the rows since the previous total add up to, and all rows so far. */
  readonly group: Cents;
  readonly running: Cents;
}

/** Keeps the totals a list states beside what its rows add up to. */
export class ControlTotals {
  private readonly stated: StatedTotal[] = [];
  private group = 0;
  private running = 0;

  add(open: Cents): void {
    this.group += open;
    this.running += open;
  }

  state(row: number, label: string, amount: Cents | null): void {
    if (amount !== null) {
      const grand = label === '' || grandWord.test(label.trim());
      this.stated.push({ row, amount, grand, group: this.group, running: this.running });
    }
    this.group = 0;
  }

  /** The total of the whole list: its last totals row, unless that is only the last group's. */
  declared(): Cents | null {
    const last = this.stated.at(-1);
    if (!last) return null;
    if (last.amount === last.running) return last.amount;
    if (!last.grand || (this.stated.length > 1 && last.amount === last.group)) return null;
    return last.amount;
  }

  /** Totals that differ from the rows above them. */
  warnings(amountText: (cents: Cents) => string): TableProblem[] {
    const declared = this.declared();
    const last = this.stated.at(-1);
    const found: TableProblem[] = [];
    for (const { row, amount, group, running } of this.stated) {
      if (amount === group || amount === running) continue;
      const isDeclared = row === last?.row && declared !== null;
      found.push(
        problem(
          isDeclared ? 'total-differs' : 'subtotal-differs',
          {
            stated: amountText(amount),
            sum: amountText(isDeclared ? running : group),
            difference: amountText(amount - (isDeclared ? running : group)),
          },
          row,
        ),
      );
    }
    return found;
  }
}
