import type { Change } from '#shared/domain/books.ts';
import { ratesKey } from '#shared/domain/commands/charges.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';

/** Above this many debtors screens read everything again instead of one by one. */
const manyDebtors = 1000;

/** Debtors whose lines or events a commit changed; `all` when they are many, or when a change bears on every debtor. */
export function touchedBy(changes: readonly Change[]): readonly DebtorId[] | 'all' {
  const touched = new Set<DebtorId>();
  for (const { table, key, lineId, line } of changes) {
    if (table === 'administration' || table === 'policy' || (table === 'debtor' && line === null)) return 'all';
    if (table === 'setting' && lineId === ratesKey) return 'all';
    if (key !== 'administration') touched.add(Number(key));
    if (touched.size > manyDebtors) return 'all';
  }
  return [...touched];
}
