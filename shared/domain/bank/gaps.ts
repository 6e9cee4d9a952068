import type { FileStatement, FileWarning } from '../../formats/bank/file-set.ts';
import { formatProblem } from '../../formats/problem.ts';
import { formatMoney } from '../../money/cents.ts';
import { accountKey } from './accounts.ts';
import type { StatementRecord } from './line.ts';

/**
 * Statements that do not go on from the last one imported before them: what lies between is missing (criterion A7). Readers
 * say the same of statements within a file. Those that overlap what is known are not looked at.
 */
export function missingBetween(known: Iterable<StatementRecord>, incoming: readonly FileStatement[]): FileWarning[] {
  const before = [...known].filter(({ closing, closingDate }) => closing !== null && closingDate !== null);
  const warnings: FileWarning[] = [];
  for (const { fileName, statement } of incoming) {
    const { account, currency, number, opening, openingDate } = statement;
    if (opening === null || openingDate === null) continue;
    const isOfAccount = (own: Pick<StatementRecord, 'account' | 'currency'>): boolean =>
      accountKey(own.account) === accountKey(account) && own.currency === currency;
    const goesOn = incoming.some(
      (own) => own.statement !== statement && isOfAccount(own.statement) && own.statement.closing === opening,
    );
    const earlier = before.filter(isOfAccount);
    const overlaps = earlier.some((own) => own.closingDate! > openingDate);
    const last = earlier.reduce<StatementRecord | null>(
      (latest, own) => (latest && latest.closingDate! > own.closingDate! ? latest : own),
      null,
    );
    if (!last || goesOn || overlaps || earlier.some(({ closing }) => closing === opening)) continue;
    const money = (cents: number | null): string => formatMoney(cents ?? 0, currency ?? 'EUR');
    const params = {
      account,
      before: last.number ?? last.closingDate ?? '',
      number: number ?? openingDate,
      closing: money(last.closing),
      opening: money(opening),
    };
    warnings.push({ fileName, problem: formatProblem('bank-statements-missing', params) });
  }
  return warnings;
}
