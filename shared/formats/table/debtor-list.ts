import { isBlank } from './cells.ts';
import { DebtorGatherer } from './debtors.ts';
import type { TableProblem } from './fields.ts';
import { repeatsHeader } from './headings.ts';
import type { Layout } from './layout.ts';
import { problem, refuse } from './problems.ts';
import type { ParsedDebtor, SkippedRow } from './reading.ts';
import { listedDebtor } from './relation-rows.ts';
import type { RowSource } from './row-source.ts';

export interface DebtorList {
  readonly debtors: readonly ParsedDebtor[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly TableProblem[];
  /** Rows with anything in them. */
  readonly rows: number;
}

/**
 * Reads a list of debtors: one per row, with what its columns say. Rows of suppliers are left out; a code that occurs twice is
 * one debtor, of which the first row that says something counts. Refuses a table without any debtor.
 */
export function readDebtorList(rows: RowSource, firstRow: number, layout: Layout): DebtorList {
  const { headings, fields, decimals } = layout;
  const gatherer = new DebtorGatherer(fields, decimals);
  const skipped: SkippedRow[] = [];
  const warnings: TableProblem[] = [];
  let filled = 0;
  let creditors = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows.at(i);
    if (isBlank(row)) continue;
    filled++;
    const at = firstRow + i;
    if (repeatsHeader(row, headings)) {
      skipped.push({ row: at, column: null, reason: 'header' });
      continue;
    }
    const found = listedDebtor(row, headings, fields);
    if ('reason' in found) {
      if (found.reason === 'creditor') creditors++;
      skipped.push({ row: at, column: null, reason: found.reason });
      continue;
    }
    const before = gatherer.debtors.length;
    const place = gatherer.place(found.code, found.name);
    if (place < before) warnings.push(problem('debtor-twice', { debtor: found.name || found.code }, at));
    gatherer.learn(place, row);
    gatherer.learnTerms(place, row);
  }
  if (creditors > 0) warnings.push(problem('creditors-left-out', { count: creditors }));
  if (gatherer.debtors.length === 0) refuse(creditors > 0 ? 'only-creditors' : 'no-debtors', {}, firstRow - 1);
  return { debtors: gatherer.debtors, skipped, warnings, rows: filled };
}
