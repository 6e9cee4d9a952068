import type { Cents } from '#shared/money/cents.ts';
import type { TableProblem } from './fields.ts';
import { problem } from './problems.ts';
import type { Row } from './reading.ts';

const totalWord = /^(?:(?:sub|eind|deel|tussen|algemeen )?totaal|totalen|(?:grand |sub)?total)\b/i;
/** What a page carries over to the next, or has from the one before. */
const carriedOver =
  /^(?:transport|(?:te )?transporteren|getransporteerd|over te brengen|overgebracht|(?:carried|brought) (?:forward|over))(?: (?:van|naar|op|from|to))?(?: (?:de )?(?:vorige|volgende|previous|next))?(?: (?:blad(?:zijde)?|pagina|page)(?: \d+)?)?[:\s]*$/i;
const grandWord =
  /^(?:(?:eind|algemeen )?totaal(?: generaal| debiteuren| openstaand| administratie)?|(?:grand )?total)[:\s]*$/i;

/** Whether a text opens like a totals row (formats document §4.2 rule 6), or one of what a page carries over. */
export function isTotalLabel(text: string): boolean {
  const trimmed = text.trim();
  return totalWord.test(trimmed) || carriedOver.test(trimmed);
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
  /** What of both is of credits written without a sign. */
  readonly groupUnsigned: Cents;
  readonly runningUnsigned: Cents;
}

/** Keeps the totals a list states beside what its rows add up to. */
export class ControlTotals {
  private stated: StatedTotal[] = [];
  private above: { readonly row: number; readonly amount: Cents } | null = null;
  private group = 0;
  private running = 0;
  private groupUnsigned = 0;
  private runningUnsigned = 0;

  /** `unsigned`: a credit that stands there as if it were owed. */
  add(open: Cents, unsigned: boolean): void {
    this.group += open;
    this.running += open;
    if (!unsigned) return;
    this.groupUnsigned += open;
    this.runningUnsigned += open;
  }

  /** The credits without a sign are read with one: totals are held against what that comes to. */
  signCredits(): void {
    this.stated = this.stated.map((total) => ({
      ...total,
      group: total.group - 2 * total.groupUnsigned,
      running: total.running - 2 * total.runningUnsigned,
    }));
  }

  /** A total below the rows it is of. */
  state(row: number, label: string, amount: Cents | null): void {
    this.end();
    if (amount !== null) this.keep(row, amount, label === '' || grandWord.test(label.trim()));
    this.startGroup();
  }

  /** A total above the rows it is of, which end at the next total of either sort. */
  head(row: number, amount: Cents | null): void {
    this.end();
    this.startGroup();
    if (amount !== null) this.above = { row, amount };
  }

  /** The rows below the last total above them have all been added. */
  end(): void {
    if (this.above !== null) this.keep(this.above.row, this.above.amount, false);
    this.above = null;
  }

  private keep(row: number, amount: Cents, grand: boolean): void {
    const { group, running, groupUnsigned, runningUnsigned } = this;
    this.stated.push({ row, amount, grand, group, running, groupUnsigned, runningUnsigned });
  }

  private startGroup(): void {
    this.group = 0;
    this.groupUnsigned = 0;
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
