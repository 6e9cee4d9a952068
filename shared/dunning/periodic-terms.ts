import { addMonths, type IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import { cumulationLimits } from '../law/tables/collection-costs.ts';
import { tariffOver } from '../law/tariff.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { countsForLevel } from './reached.ts';

/**
 * Whether a veertiendagenbrief over these amounts would announce more than is allowed if they are terms of one agreement
 * (Besluit BIK since 1 October 2024): small ones after a letter over small ones in the look-back, or several at once whose
 * tariff is above the minimum. The books do not know agreements, so this is asked, never decided.
 */
export function mayBePeriodicTerms(ledger: DebtorLedger, amounts: readonly Cents[], today: IsoDate): boolean {
  const limit = cumulationLimits.findLast(({ from }) => from <= today);
  if (!limit || amounts.length === 0) return false;
  const isSmall = (amount: Cents) => amount < limit.termsBelow;
  if (!amounts.every(isSmall)) return false;
  const together = sumOf(amounts, (amount) => amount);
  if (amounts.length > 1 && tariffOver(together, today).costs > limit.first) return true;
  const since = addMonths(today, -limit.lookBackMonths);
  return Object.values(ledger.letter ?? {}).some(
    (letter) =>
      countsForLevel(letter) &&
      letter.plan.kind === 'fourteen-day-letter' &&
      letter.plan.date > since &&
      letter.plan.items.every(({ claimed }) => isSmall(claimed)),
  );
}
