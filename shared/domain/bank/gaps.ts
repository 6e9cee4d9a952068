import { formatDate } from '../../dates/civil.ts';
import type { FileWarning } from '../../formats/bank/file-set.ts';
import { formatProblem } from '../../formats/problem.ts';
import { type Cents, formatMoney } from '../../money/cents.ts';
import { accountKey } from './accounts.ts';
import type { FoundStatement } from './batch-twice.ts';
import type { StatementRecord } from './line.ts';

/**
 * Statements that do not go on from the last one imported before them: what lies between is missing (criterion A7). Readers
 * say the same of statements within a file. Those that overlap what is known, by their days or by a line, are not looked at.
 */
export function missingBetween(known: Iterable<StatementRecord>, incoming: readonly FoundStatement[]): FileWarning[] {
  const before = lastPerAccount(known);
  const ending = new Map<string, readonly FoundStatement['statement'][]>();
  for (const { statement } of incoming) {
    const key = `${keyOf(statement)} ${statement.closing}`;
    ending.set(key, [...(ending.get(key) ?? []).slice(-1), statement]);
  }
  const warnings: FileWarning[] = [];
  for (const { fileName, statement, ids } of incoming) {
    const { account, currency, number, opening, openingDate } = statement;
    const earlier = before.get(keyOf(statement));
    if (!earlier || opening === null || openingDate === null || ids.includes(null)) continue;
    const { last, closings } = earlier;
    const goesOn = ending.get(`${keyOf(statement)} ${opening}`)?.some((own) => own !== statement);
    if (goesOn || last.closingDate! > openingDate || closings.has(opening)) continue;
    const money = (cents: number | null): string => formatMoney(cents ?? 0, currency ?? 'EUR');
    const params = {
      account,
      before: last.number ?? formatDate(last.closingDate!),
      number: number ?? formatDate(openingDate),
      closing: money(last.closing),
      opening: money(opening),
    };
    warnings.push({ fileName, problem: formatProblem('bank-statements-missing', params) });
  }
  return warnings;
}

function keyOf({ account, currency }: Pick<StatementRecord, 'account' | 'currency'>): string {
  return `${accountKey(account)} ${currency}`;
}

/** The latest statement of each account that says how much it ends on, and everything those of the account end on. */
function lastPerAccount(
  known: Iterable<StatementRecord>,
): ReadonlyMap<string, { readonly last: StatementRecord; readonly closings: ReadonlySet<Cents> }> {
  const accounts = new Map<string, { last: StatementRecord; readonly closings: Set<Cents> }>();
  for (const statement of known) {
    const { closing, closingDate } = statement;
    if (closing === null || closingDate === null) continue;
    const account = accounts.get(keyOf(statement)) ?? { last: statement, closings: new Set() };
    accounts.set(keyOf(statement), account);
    account.closings.add(closing);
    if (account.last.closingDate! <= closingDate) account.last = statement;
  }
  return accounts;
}
