import { type FormatProblem, formatProblem } from '../problem.ts';
import { nameOf } from './balances.ts';
import { withBatchDetail } from './camt/batch-detail.ts';
import type { CamtReading } from './camt/read.ts';
import { SeenStatements } from './repeated-statements.ts';
import type { BankReading, BankStatement } from './statement.ts';

/** What was read in one of several bank files. */
export interface ReadFile {
  readonly fileName: string;
  readonly reading: BankReading | CamtReading;
}

export interface FileStatement {
  readonly fileName: string;
  readonly statement: BankStatement;
}

export interface FileWarning {
  readonly fileName: string;
  readonly problem: FormatProblem;
}

export interface FileSet {
  readonly statements: readonly FileStatement[];
  readonly warnings: readonly FileWarning[];
}

/**
 * Bank files that are read together, as of one zip: notifications (camt.054) take the batches of the statements apart and are
 * not statements themselves, unless there is nothing else; a statement that stands in two files counts once.
 */
export function bankFileSet(files: readonly ReadFile[]): FileSet {
  const notifications = files.flatMap(({ reading }) => (isNotification(reading) ? reading.statements : []));
  const others = files.filter(({ reading }) => reading.format !== 'camt054');
  const counted = others.length === 0 ? files : others;
  const warnings = files.flatMap(({ fileName, reading }) =>
    reading.warnings.map((problem): FileWarning => ({ fileName, problem })),
  );
  const statements = counted.flatMap(({ fileName, reading }) => {
    const own =
      isCamt(reading) && others.length > 0 ? withBatchDetail(reading.statements, notifications) : reading.statements;
    return own.map((statement): FileStatement => ({ fileName, statement }));
  });
  return withoutRepeats(statements, warnings);
}

function isCamt(reading: BankReading | CamtReading): reading is CamtReading {
  return reading.format.startsWith('camt');
}

function isNotification(reading: BankReading | CamtReading): reading is CamtReading {
  return reading.format === 'camt054';
}

function withoutRepeats(statements: readonly FileStatement[], warnings: readonly FileWarning[]): FileSet {
  const seen = new SeenStatements<string>();
  const repeats: FileWarning[] = [];
  const kept = statements.filter(({ fileName, statement }) => {
    const first = seen.firstPlaceOf(statement, fileName);
    if (first === null) return true;
    const params = { account: statement.account, number: nameOf(statement), first };
    repeats.push({ fileName, problem: formatProblem('bank-file-repeated', params) });
    return false;
  });
  return { statements: kept, warnings: [...warnings, ...repeats] };
}
