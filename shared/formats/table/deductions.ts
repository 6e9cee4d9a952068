import { amountBesideSign } from './amounts.ts';
import type { DecimalMark } from './reading.ts';
import type { RowSource } from './row-source.ts';

/** A column of amounts whose decimals are decided; `at` −1 = absent. */
interface AmountColumn {
  readonly at: number;
  readonly mark: DecimalMark;
}

/**
 * Whether a column of what comes off an item (paid, credit) is written with the sign of taking off: every amount in it has the
 * other sign than that of its item, or a minus where there is no such column. One that has the same tells that it is not.
 */
export function isWrittenAsDeduction(rows: RowSource, part: AmountColumn, whole: AmountColumn | null): boolean {
  if (part.at < 0) return false;
  let found = false;
  for (let i = 0; i < rows.length; i++) {
    const off = amountBesideSign(rows.cell(i, part.at), part.mark) ?? 0;
    if (off === 0) continue;
    const of = whole === null ? 1 : (amountBesideSign(rows.cell(i, whole.at), whole.mark) ?? 0);
    if (of === 0) continue;
    if (off > 0 === of > 0) return false;
    found = true;
  }
  return found;
}
