import type { TableProblem } from './fields.ts';

/** Builds a problem; `row` is 1-based in the file, `column` the heading as it stands there. */
export function problem(
  code: string,
  params: TableProblem['params'] = {},
  row: number | null = null,
  column: string | null = null,
): TableProblem {
  return { code, row, column, params };
}

/** Ends the reading of a file; {@link readTable} turns it into a refusal. */
export class TableRefusal extends Error {
  constructor(readonly problem: TableProblem) {
    super(problem.code);
    this.name = 'TableRefusal';
  }
}

/** Stops reading for a reason the user can act on. */
export function refuse(
  code: string,
  params: TableProblem['params'] = {},
  row: number | null = null,
  column: string | null = null,
): never {
  throw new TableRefusal(problem(code, params, row, column));
}

type Translate = (key: string, params: Record<string, string | number>) => string;

/** The user's text of a problem: file, row and column first, then what is wrong and what to do. */
export function problemText(
  translate: Translate,
  fileName: string,
  { code, row, column, params }: TableProblem,
): string {
  const where = [fileName];
  if (row !== null) where.push(translate('table.place.row', { row }));
  if (column !== null) where.push(translate('table.place.column', { column }));
  return `${where.join(', ')}: ${translate(`table.${code}`, params)}`;
}

/** Rows that belong to the layout of a list: they hold no record that could have been read. */
const layoutRows: ReadonlySet<string> = new Set(['header', 'total', 'group-header', 'remark']);

/** Whether a row that was left out could have been an item or debtor: one that is told and counted as skipped. */
export function isRecordRow({ reason }: { readonly reason: string }): boolean {
  return !layoutRows.has(reason);
}

/** The user's text of the reason a row was left out. */
export function skippedText(translate: Translate, reason: string): string {
  return translate(`table.skipped.${reason}`, {});
}

/** At most twenty warnings of a kind; one more says how many there are. */
export function capped(warnings: readonly TableProblem[]): readonly TableProblem[] {
  const most = 20;
  const counts = new Map<string, number>();
  const kept: TableProblem[] = [];
  for (const warning of warnings) {
    const count = (counts.get(warning.code) ?? 0) + 1;
    counts.set(warning.code, count);
    if (count <= most) kept.push(warning);
  }
  for (const [code, count] of counts)
    if (count > most) kept.push(problem('more-warnings', { code, count: count - most }));
  return kept;
}

/** Which choice answers a refusal; null where it takes another mapping, or another file. */
export function choiceFor(code: string): 'decimals' | 'dateOrder' | 'signCurrency' | null {
  if (code === 'decimals-ambiguous' || code === 'decimals-mixed') return 'decimals';
  if (code === 'dates-month-first') return 'dateOrder';
  return code === 'currencies-unclear' ? 'signCurrency' : null;
}
