import type { TableProblem } from './fields.ts';
import type { Layout } from './layout.ts';
import { problem } from './problems.ts';
import type { SkippedRow, TableReading } from './reading.ts';
import type { Fault } from './row-reader.ts';

/** Rows that became no item, each with its reason, and the invoices they name. */
export class LeftOut {
  readonly skipped: SkippedRow[] = [];
  readonly settled: TableReading['settled'][number][] = [];
  readonly unread: TableReading['unread'][number][] = [];
  private creditors = 0;
  private firstCreditor = 0;

  constructor(private readonly layout: Layout) {}

  /** `column` −1: the reason is of the whole row. */
  skip(row: number, reason: string, column: number): void {
    this.skipped.push({ row, column: this.layout.headings[column]?.text ?? null, reason });
  }

  ofCreditor(row: number): void {
    if (this.creditors++ === 0) this.firstCreditor = row;
    this.skip(row, 'creditor', -1);
  }

  /** An invoice of which nothing is open any more. */
  settle(row: number, debtor: number, number: string, reason: string): void {
    this.settled.push({ row, debtor, number });
    this.skip(row, reason, -1);
  }

  /** An invoice that cannot be read: not imported, and not taken for gone either. */
  unreadable(row: number, debtor: number, number: string, fault: Fault): void {
    this.unread.push({ debtor, number });
    this.skip(row, fault.reason, fault.column);
  }

  warnings(): TableProblem[] {
    if (this.creditors === 0) return [];
    return [problem('creditors-left-out', { count: this.creditors }, this.firstCreditor)];
  }
}
