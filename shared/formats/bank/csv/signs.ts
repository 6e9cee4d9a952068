import type { Cents } from '#shared/money/cents.ts';
import { refuseFile } from '../../problem.ts';
import { bankCell } from './cells.ts';
import type { BankColumns } from './columns.ts';
import { directionOf } from './direction.ts';
import type { AmountColumns, Body } from './values.ts';

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
    private readonly body: Body,
    private readonly columns: BankColumns,
    private readonly amounts: AmountColumns,
    isLine: (place: number) => boolean,
  ) {
    const { amount, debit, credit, direction } = columns;
    const someLine = (holds: (place: number) => boolean): boolean =>
      firstPlace(body, (place) => isLine(place) && holds(place)) !== null;
    const hasNegative = amount >= 0 && someLine((place) => this.cents(place, amount) < 0);
    const hasPair = debit >= 0 && credit >= 0;
    const isUnsigned = !hasNegative && direction < 0;
    this.inPair = hasPair && (amount < 0 || (isUnsigned && someLine((place) => this.cents(place, debit) !== 0)));
    this.debitIsSigned = this.inPair && !someLine((place) => this.cents(place, debit) > 0);
    this.isSigned = hasNegative && direction >= 0 && !this.inPair;
    if (this.isSigned) this.checkAgreement(isLine);
  }

  /** What the line at a place moved on the account; null when it has no amount. Refuses what cannot be read. */
  of(place: number): Cents | null {
    const { amount, debit, credit, direction } = this.columns;
    if (this.inPair) {
      const out = this.read(place, debit);
      const into = this.read(place, credit);
      if (out === null && into === null) return null;
      const left = out ?? 0;
      return (into ?? 0) + (this.debitIsSigned ? left : -left) + 0;
    }
    const written = this.read(place, amount);
    if (written === null || written === 0 || direction < 0 || this.isSigned) return written;
    const word = this.word(place);
    const sign = directionOf(word);
    if (sign === null) return refuseFile('bank-direction', { word: word.slice(0, 40) }, place + 1);
    return sign * written;
  }

  private read(place: number, column: number): Cents | null {
    const cents = this.amounts.of(place, column);
    if (cents !== null) return cents;
    const written = bankCell(this.body.rows.cell(place, column));
    return written === '' || /^[-–—.]+$/.test(written)
      ? null
      : refuseFile('bank-amount', { amount: written.slice(0, 40) }, place + 1);
  }

  private cents(place: number, column: number): Cents {
    return this.amounts.of(place, column) ?? 0;
  }

  private word(place: number): string {
    return bankCell(this.body.rows.cell(place, this.columns.direction));
  }

  /** Where amounts are signed and a word says the same, they must not contradict each other. */
  private checkAgreement(isLine: (place: number) => boolean): void {
    const { amount } = this.columns;
    const contradicts = (place: number): boolean => {
      const cents = this.cents(place, amount);
      const sign = directionOf(this.word(place));
      return isLine(place) && sign !== null && cents !== 0 && Math.sign(cents) !== sign;
    };
    if (firstPlace(this.body, contradicts) === null) return;
    const odd = firstPlace(this.body, (place) => isLine(place) && this.cents(place, amount) < 0)!;
    const written = bankCell(this.body.rows.cell(odd, amount));
    refuseFile('bank-sign', { amount: written.slice(0, 40), word: this.word(odd).slice(0, 40) }, odd + 1);
  }
}

/** The first place of which something holds; null when there is none. */
function firstPlace({ rows, first }: Body, holds: (place: number) => boolean): number | null {
  for (let place = first; place < rows.length; place++) if (holds(place)) return place;
  return null;
}
