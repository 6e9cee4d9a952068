import { Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { TableRefusal } from '../../table/problems.ts';
import { KeptRows } from '../../table/row-source.ts';
import { readSheets } from '../../table/workbook.ts';
import type { BankReading } from '../statement.ts';
import { readBankRows } from './read-rows.ts';
import { isBankRows } from './recognise.ts';

const fromWorkbook = { separator: '', encoding: 'xlsx', endsOpen: false };

/**
 * Reads a bank's table of transactions kept in a workbook, as ABN AMRO offers and people save a CSV: the first visible sheet
 * that is one; others are named. Null when no sheet is, or the workbook cannot be opened: then the reader of tables says why.
 */
export async function readBankWorkbook(bytes: Uint8Array, control: ReadControl = {}): Promise<BankReading | null> {
  try {
    const sheets = await readSheets(bytes);
    const [sheet, ...others] = sheets.filter(({ hidden, rows }) => !hidden && isBankRows(rows));
    if (sheet === undefined) return null;
    const warnings = new Warnings();
    if (others.length > 0) {
      warnings.add('bank-more-sheets', { sheet: sheet.name, others: others.map(({ name }) => `"${name}"`).join(', ') });
    }
    return readBankRows(new KeptRows(sheet.rows), fromWorkbook, warnings, control);
  } catch (error) {
    if (error instanceof TableRefusal) return null;
    throw error;
  }
}
