import type { Cents, Currency } from '#shared/money/cents.ts';
import type { BankTransaction } from '../statement.ts';
import type { BankColumns } from './columns.ts';
import type { LineTexts } from './lines.ts';
import type { AmountColumns } from './values.ts';

type Line = Pick<BankTransaction, 'row'>;

/**
 * What the row of a transaction says beside it: account, balances, the bank's charge. Looked up where it is asked for, so
 * that a long table is in memory once.
 */
export class LineRows {
  /** Heading of the column of charges; empty when there is none. */
  readonly feeHeading: string;
  /** The bank numbers its lines. */
  readonly areNumbered: boolean;
  readonly haveFees: boolean;
  readonly haveParts: boolean;

  /**
   * @param above the account of lines that name none.
   * @param parts payments booked together, by the row of their booking.
   */
  constructor(
    private readonly columns: BankColumns,
    private readonly texts: LineTexts,
    private readonly amounts: AmountColumns,
    private readonly above: string,
    feeHeading: string | undefined,
    private readonly parts: ReadonlyMap<number, readonly BankTransaction[]>,
  ) {
    this.feeHeading = feeHeading ?? '';
    this.areNumbered = columns.unique >= 0;
    this.haveFees = columns.fee >= 0;
    this.haveParts = parts.size > 0;
  }

  account({ row }: Line): string {
    return this.texts.account(row - 1) || this.above;
  }

  currency({ row }: Line): Currency | null {
    return this.texts.currency(row - 1);
  }

  statementNumber({ row }: Line): string {
    return this.texts.statementNumber(row - 1);
  }

  /** The bank's own number of the line; empty when it gives none. */
  unique({ row }: Line): string {
    return this.texts.unique(row - 1);
  }

  /** What is counted in place of the line: the payments it was booked for, where the rows below it come to its amount. */
  counted(line: BankTransaction): readonly BankTransaction[] {
    return this.parts.get(line.row) ?? [line];
  }

  before({ row }: Line): Cents | null {
    return this.amounts.of(row - 1, this.columns.balanceBefore);
  }

  after({ row }: Line): Cents | null {
    return this.amounts.of(row - 1, this.columns.balanceAfter);
  }

  fee({ row }: Line): Cents {
    return this.amounts.of(row - 1, this.columns.fee) ?? 0;
  }

  /** What the bank says was left of the amount with the charge off it. */
  net({ row }: Line): Cents | null {
    return this.amounts.of(row - 1, this.columns.net);
  }
}
