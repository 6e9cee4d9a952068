import { type DecodedText, decodeText } from '../../encoding.ts';
import { refuseFile, Warnings } from '../../problem.ts';
import { isCp850 } from '../../single-byte.ts';
import type { ReadControl } from '../../source.ts';
import type { BankReading } from '../statement.ts';
import { type Draft, readDrafts } from './drafts.ts';
import { isMt940 } from './recognise.ts';
import { labelOf, statementsOf } from './statements.ts';

/** How much of a file may stand before its first message. */
const startWithin = 65_536;

/**
 * Reads an MT940 file of any bank (formats document §3.1, §3.2; criterion A7): SWIFT headers or none, several messages,
 * accounts and pages, MT942 without balances. A statement that does not add up is read, with a warning. A message the file
 * ends in is left out whole, since nothing tells what is missing of it; when there is no other the file is refused, as is
 * text that is no MT940.
 */
export function readMt940(bytes: Uint8Array, control: ReadControl = {}): BankReading {
  const { text, encoding, damaged } = decoded(bytes);
  if (text.trim() === '') refuseFile('bank-empty');
  if (!isMt940(text.slice(0, startWithin))) refuseFile('mt940-none');
  const warnings = new Warnings();
  if (damaged) warnings.add('bank-mojibake', { text: damaged.text }, damaged.row);
  const drafts = readDrafts(text, warnings, control);
  const whole = drafts.filter((draft) => !isLeftOut(draft, warnings));
  if (whole.length === 0) refuseFile('mt940-cut', {}, drafts.at(-1)?.row ?? null);
  const statements = statementsOf(whole, warnings);
  control.onProgress?.(bytes.length);
  return {
    format: 'mt940',
    bank: whole.find(({ bank }) => bank !== null)?.bank ?? null,
    encoding,
    warnings: warnings.all(),
    statements,
  };
}

/** Older files are in code page 850, the DOS letters (formats document §3.1): read so where they cannot be anything else. */
function decoded(bytes: Uint8Array): DecodedText {
  const found = decodeText(bytes);
  const isOld = found.damaged !== null && found.encoding === 'windows-1252' && isCp850(bytes);
  return isOld ? decodeText(bytes, 'cp850') : found;
}

/** What the file ends in, and messages without an account, a balance or a line. */
function isLeftOut(draft: Draft, warnings: Warnings): boolean {
  if (draft.isCut) {
    if (draft.account === '') warnings.add('mt940-cut', {}, draft.row);
    else warnings.add('mt940-cut-statement', { ...labelOf(draft), count: draft.transactions.length }, draft.row);
    return true;
  }
  return draft.opening === null && draft.closing === null && draft.transactions.length === 0;
}
