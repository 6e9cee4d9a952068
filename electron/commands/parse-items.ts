import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { limits } from '#shared/contract/limits.ts';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import type { ItemKind } from '#shared/domain/item.ts';
import { problem, problemText, skippedText } from '#shared/formats/table/problems.ts';
import { readTable } from '#shared/formats/table/read.ts';
import type { ControlReading, ParsedItem, ReadColumn, TableReading } from '#shared/formats/table/reading.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { type Answer, done, unreadable } from './answer.ts';
import { fileSize, type ParsedFile } from './parsed-file.ts';
import { answerHint } from './table-choices.ts';

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/**
 * Prints the items of a table; a list of debtors or of totals has none and says what it is. A table that cannot be imported
 * answers with the code of its refusal. Terms are not applied.
 */
export async function parseItems({ path, choices }: Pick<ParsedFile, 'path' | 'choices'>): Promise<Answer> {
  const read = await readTableFile(path, choices);
  if (!read.ok) return read.answer;
  const { reading } = read;
  if (reading.refusal) return unreadable(reading.refusal.code, refusalText(reading));
  return done(itemsAnswer(reading));
}

/** Reads an open-items table from disk; answers when the file is missing or no table can be that large. */
export async function readTableFile(
  path: string,
  choices: ImportChoices = {},
): Promise<
  | { readonly ok: true; readonly reading: TableReading; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly answer: Answer }
> {
  const fileName = basename(path);
  const size = await fileSize(path);
  if (typeof size !== 'number') return { ok: false, answer: size };
  if (size > limits.tableBytes) {
    const params = { megabytes: Math.ceil(size / 1e6), limit: Math.floor(limits.tableBytes / (1024 * 1024)) };
    return {
      ok: false,
      answer: unreadable('too-large', problemText(translate, fileName, problem('too-large', params))),
    };
  }
  const bytes = await readFile(path);
  return { ok: true, reading: await readTable({ fileName, bytes, choices }), bytes };
}

/** The refusal of a table as a CLI message in Dutch. */
function refusalText(reading: TableReading): string {
  const { refusal, fileName } = reading;
  return refusal ? problemText(translate, fileName, refusal) + answerHint(refusal.code) : '';
}

/** The answer to a table that holds no items to work with: one that is refused, and one of debtors or totals alone; else null. */
export function withoutItems(reading: TableReading): Answer | null {
  if (reading.refusal) return unreadable(reading.refusal.code, refusalText(reading));
  if (reading.kind === 'list' || reading.kind === 'invoices') return null;
  const what = reading.warnings[0] ?? problem('no-items');
  return unreadable(what.code, problemText(translate, reading.fileName, what));
}

function itemsAnswer(reading: TableReading): object {
  return {
    format: 'items',
    kind: reading.kind,
    profile: reading.profile,
    encoding: reading.encoding,
    warnings: reading.warnings.map((warning) => ({
      code: warning.code,
      message: problemText(translate, reading.fileName, warning),
      row: warning.row,
      column: warning.column,
    })),
    mapping: mappingOf(reading.columns),
    asOf: reading.asOf,
    declaredTotal: reading.declaredTotal === null ? null : toDecimal(reading.declaredTotal),
    skipped: reading.skipped.map(({ row, column, reason }) => ({
      row,
      reason,
      column,
      message: skippedText(translate, reason),
    })),
    items: reading.items.map(itemAnswer),
    headerRow: reading.headerRow,
    sheet: reading.sheet,
    sheets: reading.looks,
    full: reading.full ?? null,
    ...(reading.control && { control: controlAnswer(reading.asOf, reading.control) }),
    ...(reading.kind === 'debtors' && { debtors: reading.debtors }),
  };
}

function controlAnswer(asOf: string | null, { total, debtors }: ControlReading): object {
  const stated = debtors.map(({ code, name, open }) => {
    return { debtorCode: code || null, debtorName: name || null, open: toDecimal(open) };
  });
  return { asOf, total: toDecimal(total), debtors: stated };
}

/** Column → field; a heading that occurs twice gets its number. */
function mappingOf(columns: readonly ReadColumn[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  const seen = new Map<string, number>();
  for (const { heading, field } of columns) {
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    if (field !== null) mapping[times === 1 ? heading : `${heading} (${times})`] = field;
  }
  return mapping;
}

function itemAnswer(item: ParsedItem): object {
  return {
    debtorCode: item.debtorCode || null,
    debtorName: item.debtorName || null,
    number: item.number || null,
    kind: printedKind(item.kind, item.open),
    date: item.date,
    dueDate: item.dueDate,
    dueDerived: false,
    total: toDecimal(item.total),
    open: toDecimal(item.open),
    currency: item.currency,
  };
}

/** Waarborgsom and voorschot print as what they are in the ledger: owed, or received. */
function printedKind(kind: ItemKind, open: number): 'invoice' | 'credit' | 'receipt' {
  if (kind === 'deposit' || kind === 'advance') return open < 0 ? 'receipt' : 'invoice';
  return kind;
}
