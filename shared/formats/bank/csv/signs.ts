import type { Cents } from '#shared/money/cents.ts';
import { refuseFile } from '../../problem.ts';
import type { Row } from '../../table/reading.ts';
import { bankCell } from './cells.ts';
import type { BankColumns } from './columns.ts';
import { directionOf } from './direction.ts';
import type { AmountColumns, Body } from './values.ts';

/** The amount of a line as it stands, before its sign is known. */
interface Written {
  readonly row: Row;
  readonly at: number;
}

/**
 * Signed amounts of the lines of a table (formats document §3.4): a signed column, an unsigned one beside a column that says
 * what left and what arrived, or a column for each. The rule is decided over all lines; where it stays unclear the reading
 * ends, since a wrong sign turns a debt into a payment.
 */
export class SignedAmounts {
  private readonly inPair: boolean;
  private readonly debitIsSigned: boolean;
  private readonly isSigned: boolean;

  constructor(
    body: Body,
    private readonly columns: BankColumns,
    private readonly amounts: AmountColumns,
    isLine: (row: Row) => boolean,
  ) {
    const lines = body.rows.flatMap((row, i) => (isLine(row) ? [{ row, at: body.firstRow + i }] : []));
    const { amount, debit, credit, direction } = columns;
    const hasPair = debit >= 0 && credit >= 0;
    const isNegative = ({ row, at }: Written): boolean => (amounts.of(row, amount, at) ?? 0) < 0;
    const hasNegative = amount >= 0 && lines.some(isNegative);
    this.inPair =
      hasPair &&
      (amount < 0 || (!hasNegative && direction < 0 && lines.some(({ row, at }) => this.cents(row, debit, at))));
    this.debitIsSigned = this.inPair && !lines.some(({ row, at }) => this.cents(row, debit, at) > 0);
    this.isSigned = hasNegative && direction >= 0 && !this.inPair;
    if (this.isSigned) this.checkAgreement(lines);
  }

  /** What a line moved on the account; null when it has no amount. Refuses an amount or a direction that cannot be read. */
  of(row: Row, at: number): Cents | null {
    const { amount, debit, credit, direction } = this.columns;
    if (this.inPair) {
      const out = this.read(row, debit, at);
      const into = this.read(row, credit, at);
      if (out === null && into === null) return null;
      const left = out ?? 0;
      return (into ?? 0) + (this.debitIsSigned ? left : -left) + 0;
    }
    const written = this.read(row, amount, at);
    if (written === null || direction < 0 || this.isSigned) return written;
    const word = bankCell(row[direction]);
    const sign = directionOf(word);
    if (sign === null) return written === 0 ? 0 : refuseFile('bank-direction', { word: word.slice(0, 40) }, at);
    return written === 0 ? 0 : sign * written;
  }

  private read(row: Row, column: number, at: number): Cents | null {
    const cents = this.amounts.of(row, column, at);
    if (cents !== null) return cents;
    const written = bankCell(row[column]);
    return /\d/.test(written) || (written !== '' && !/^[-–—.]+$/.test(written))
      ? refuseFile('bank-amount', { amount: written.slice(0, 40) }, at)
      : null;
  }

  private cents(row: Row, column: number, at: number): Cents {
    return this.amounts.of(row, column, at) ?? 0;
  }

  /** Where amounts are signed and a word says the same, they must not contradict each other. */
  private checkAgreement(lines: readonly Written[]): void {
    const { amount, direction } = this.columns;
    for (const { row, at } of lines) {
      const cents = this.cents(row, amount, at);
      const sign = directionOf(bankCell(row[direction]));
      if (sign === null || cents === 0 || Math.sign(cents) === sign) continue;
      const odd = lines.find((line) => this.cents(line.row, amount, line.at) < 0)!;
      refuseFile(
        'bank-sign',
        { amount: bankCell(odd.row[amount]).slice(0, 40), word: bankCell(odd.row[direction]).slice(0, 40) },
        odd.at,
      );
    }
  }
}
