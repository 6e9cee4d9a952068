import { type FileRows, rowsOf } from './file-rows.ts';
import { findTable } from './found-table.ts';
import { speaksOfCreditors } from './kind.ts';
import { type DecidedTable, readControl, readDebtors, readItems } from './kind-readings.ts';
import { type Known, nothingKnown } from './known.ts';
import { checkItemColumns, decideLayout, refuseThousands, speaksOfThousands } from './layout.ts';
import { numberDoubt } from './plain-numbers.ts';
import { capped, problem, refuse, TableRefusal } from './problems.ts';
import type { TableInput, TableReading } from './reading.ts';
import { mixesSides } from './sides.ts';
import { titleMarksIn } from './title-marks.ts';

/**
 * Reads a table (CSV, text or XLSX) of open items, invoices, debtors or balances, with every guess and its reason (criterion
 * A2, formats document §4). Never throws on bad input: what cannot be imported has a `refusal` naming row and column, rows that cannot be read
 * are skipped with their reason, the rest is read. Terms are not applied: a missing due date stays null.
 */
export async function readTable(input: TableInput): Promise<TableReading> {
  const known = nothingKnown(input.fileName);
  try {
    readInto(known, await rowsOf(input, known), input);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    known.refusal = error.problem;
  }
  known.warnings = capped(known.warnings);
  return known;
}

function readInto(known: Known, file: FileRows, input: TableInput): void {
  const table = findTable(known, file, input);
  const { headings, fields, preamble, body, titles } = table;
  const choices = input.choices ?? {};
  // Not by the folder or zip it comes in.
  const called = [input.fileName.split(/[/\\]/).at(-1)!, titles.slice(input.fileName.length)].join(' ');
  if (speaksOfThousands(titles.slice(input.fileName.length))) refuseThousands(known.headerRow, null);
  const isMixed = (): boolean => mixesSides(called, headings);
  const decided = (): DecidedTable => {
    const layout = decideLayout(headings, fields, body, known.headerRow + 1, choices, table.remembered, table.profile);
    known.decimals = layout.mark;
    known.dateOrder = layout.dateOrder;
    return { body, preamble, layout, signs: file.signs };
  };
  if (known.kind === 'debtors') readDebtors(known, decided());
  else if (known.kind === 'control') {
    const told = fields.some((field) => field === 'kind' || field === 'debtorKind' || field === 'ledgerAccount');
    if (!choices.tableKind && !told && isMixed()) refuse('mixed-sides', {}, known.headerRow);
    readControl(known, decided());
  } else {
    if (!choices.tableKind && speaksOfCreditors(titles, headings)) refuse('only-creditors', {}, known.headerRow);
    checkItemColumns(headings, fields, table.sample, table.profile);
    const doubt = numberDoubt(headings, table.sample, table);
    if (doubt) {
      const reference = headings[doubt.reference]!.text;
      known.warnings = [
        ...known.warnings,
        problem('number-assumed', { reference }, null, headings[doubt.number]!.text),
      ];
    }
    const { sided } = readItems(known, decided());
    if (!choices.tableKind && !sided && isMixed()) refuse('mixed-sides', {}, known.headerRow);
  }
  known.titleMarks = titleMarksIn(preamble, known.debtors);
}
