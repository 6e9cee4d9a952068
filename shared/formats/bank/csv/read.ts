import { limits } from '#shared/contract/limits.ts';
import { decodeText } from '../../encoding.ts';
import { stopsInLine } from '../../line-ends.ts';
import { refuseFile, Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { TableRefusal } from '../../table/problems.ts';
import { type SeparatedRows, separateRows } from '../../table/separator.ts';
import type { BankReading } from '../statement.ts';
import { readBankRows } from './read-rows.ts';

/**
 * Reads a bank's table of transactions (CSV, TAB) into statements per account and currency: the layouts of formats document
 * §3.4 and, of other banks, what their headings say. Transactions stay in the order of the file. Throws FormatRefusal where
 * an amount, a date or a sign is not certain; what is skipped on purpose is warned about with its count.
 */
export function readBankCsv(bytes: Uint8Array, control: ReadControl = {}): BankReading {
  if (bytes.length > limits.wholeFileBytes) {
    refuseFile('too-large', {
      megabytes: Math.ceil(bytes.length / 1e6),
      limit: Math.floor(limits.wholeFileBytes / (1024 * 1024)),
    });
  }
  const warnings = new Warnings();
  const { text, encoding, damaged } = decodeText(bytes);
  if (text.includes('\0')) refuseFile('bank-not-text');
  stopIfCancelled(control);
  const { rows, separator, warnings: found } = separated(text);
  for (const { code, params, row } of found) warnings.add(`bank-${code}`, params, row);
  if (damaged !== null) warnings.add('bank-mojibake', { text: damaged.text }, damaged.row);
  control.onProgress?.(bytes.length / 2);
  stopIfCancelled(control);
  const reading = readBankRows(rows, { separator, encoding, endsOpen: stopsInLine(text) }, warnings, control);
  control.onProgress?.(bytes.length);
  return reading;
}

function stopIfCancelled({ isCancelled }: ReadControl): void {
  if (isCancelled?.()) refuseFile('cancelled');
}

function separated(text: string): SeparatedRows {
  try {
    return separateRows(text, true);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    const { code, params, row } = error.problem;
    return refuseFile(`bank-${code}`, params, row);
  }
}
