import { type Cents, formatAmount } from '#shared/money/cents.ts';
import { currencyIn } from './as-of.ts';
import type { CellTexts } from './cell-texts.ts';
import { isBlank } from './cells.ts';
import type { TableProblem } from './fields.ts';
import { repeatsHeader } from './headings.ts';
import { ageingColumns, type Layout } from './layout.ts';
import { problem } from './problems.ts';
import type { ControlReading, Row, SkippedRow } from './reading.ts';
import { listedDebtor } from './relation-rows.ts';
import { RowCurrency } from './row-currency.ts';
import { isFault, RowReader } from './row-reader.ts';
import type { RowSource } from './row-source.ts';

export interface ControlList {
  readonly control: ControlReading;
  /** Debtors with a balance, be it zero. */
  readonly debtors: number;
  /** Total the table itself states. */
  readonly declaredTotal: Cents | null;
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly TableProblem[];
  readonly rows: number;
}

/**
 * Reads a balance per debtor from a list of ages or of balances: its own column, else the sum of the ages. Balances in another
 * currency than the euro are left out and said. A debtor on several rows is one, with their sum; those at zero say nothing.
 */
export function readControlList(
  rows: RowSource,
  firstRow: number,
  layout: Layout,
  preamble: readonly Row[],
  signs: CellTexts,
): ControlList {
  return new ControlRows(layout, preamble, signs).read(rows, firstRow);
}

class ControlRows {
  private readonly reader: RowReader;
  private readonly ages: readonly number[];
  private readonly currency: RowCurrency;
  private readonly debtors = new Map<string, { code: string; name: string; open: Cents }>();
  private readonly skipped: SkippedRow[] = [];
  private readonly warnings: TableProblem[] = [];
  private total = 0;
  private declaredTotal: Cents | null = null;
  private foreign = 0;

  constructor(
    private readonly layout: Layout,
    preamble: readonly Row[],
    signs: CellTexts,
  ) {
    this.reader = new RowReader(layout);
    this.ages = ageingColumns(layout.headings, layout.fields);
    this.currency = new RowCurrency(this.reader, layout, signs, currencyIn(preamble));
  }

  read(rows: RowSource, firstRow: number): ControlList {
    let filled = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows.at(i);
      if (isBlank(row)) continue;
      filled++;
      this.readRow(row, firstRow + i);
    }
    const { total, declaredTotal, foreign, warnings, skipped } = this;
    if (foreign > 0) warnings.push(problem('other-currency-left-out', { count: foreign }));
    else if (declaredTotal !== null && declaredTotal !== total) {
      warnings.push(
        problem('total-differs', {
          stated: formatAmount(declaredTotal),
          sum: formatAmount(total),
          difference: formatAmount(declaredTotal - total),
        }),
      );
    }
    const owing = [...this.debtors.values()].filter(({ open }) => open !== 0);
    return {
      control: { total, debtors: owing },
      debtors: this.debtors.size,
      declaredTotal,
      skipped,
      warnings,
      rows: filled,
    };
  }

  private readRow(row: Row, at: number): void {
    const { reader, layout } = this;
    if (repeatsHeader(row, layout.headings)) {
      this.skip(at, 'header');
      return;
    }
    const found = listedDebtor(row, layout.headings, layout.fields);
    if ('reason' in found) {
      const isTotal = found.reason === 'total' || (found.reason === 'no-debtor' && reader.hasAmount(row));
      if (isTotal) this.declaredTotal = reader.statedTotal(row) ?? this.declaredTotal;
      this.skip(at, isTotal ? 'total' : found.reason);
      return;
    }
    const amounts = reader.amounts(row);
    if (isFault(amounts)) {
      this.skip(at, amounts.reason, amounts.column);
      return;
    }
    if (this.currency.of(row, at) !== 'EUR') {
      this.foreign++;
      this.skip(at, 'other-currency', reader.currency);
      return;
    }
    const aged = layout.buckets.length > 0 ? null : this.sumOfAges(row);
    if (aged !== null && aged !== amounts.open) {
      this.warnings.push(problem('ages-differ', { stated: formatAmount(amounts.open), sum: formatAmount(aged) }, at));
    }
    this.add(found, amounts.open);
  }

  private add({ code, name }: { readonly code: string; readonly name: string }, open: Cents): void {
    this.total += open;
    const key = code !== '' ? `code ${code}` : `name ${name}`;
    const known = this.debtors.get(key);
    if (known) known.open += open;
    else this.debtors.set(key, { code, name, open });
  }

  private sumOfAges(row: Row): Cents | null {
    let sum: Cents | null = null;
    for (const column of this.ages) {
      const part = this.reader.amount(row, column);
      if (typeof part === 'number') sum = (sum ?? 0) + part;
      else if (part !== null) return null;
    }
    return sum;
  }

  private skip(row: number, reason: string, column = -1): void {
    this.skipped.push({ row, column: this.layout.headings[column]?.text ?? null, reason });
  }
}
