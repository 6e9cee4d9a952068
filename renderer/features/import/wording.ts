import type { TFunction } from 'i18next';
import { type ErrorCode, errorCodes, type Failure } from '#shared/contract/errors.ts';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { DropUnit, InvoicesPreview } from '#shared/domain/drop/drop.ts';
import { differenceFrom, eurosOf, type OpenSum } from '#shared/domain/import/counts.ts';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { FormatProblem } from '#shared/formats/problem.ts';
import type { TableProblem } from '#shared/formats/table/fields.ts';
import { choiceFor, isRecordRow, problemText } from '#shared/formats/table/problems.ts';
import type { UiLanguage } from '#shared/i18n/translate.ts';
import { writtenIn } from '#shared/i18n/written.ts';
import { type Cents, formatMoney, formatTotals } from '#shared/money/cents.ts';
import { type DropCounts, lacksMost } from './units.ts';

const separatorNames: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** How a table is written, in one sentence. */
export function whatItIs(t: TFunction, preview: ImportPreview): string {
  const row = preview.headerRow;
  if (preview.sheet !== null) return t('imports.what.sheet', { sheet: preview.sheet, row });
  if (preview.separator === null) return t('imports.what.xlsx', { row });
  const name = separatorNames[preview.separator] ?? 'other';
  const separator = t(`imports.what.separators.${name}`, { char: preview.separator });
  // The byte order and its mark are nothing a reader chooses by: `utf-8-bom` and `utf-16le` are named without them.
  const encoding = t(`imports.what.encodings.${preview.encoding.replace(/-bom$|(?<=utf-16)[lb]e$/, '')}`);
  return row === 0
    ? t('imports.what.csvBare', { encoding, separator })
    : t('imports.what.csv', { encoding, separator, row });
}

/** What a unit is, in a few words with its day or period: "Bankafschrift ING · 01-11-2026 t/m 19-11-2026". */
export function unitSort(t: TFunction, { format, kind, table, bank, invoices, control }: DropUnit): string {
  if (bank) {
    const name = t('imports.sort.bank', { count: Math.max(bank.statements, 1), bank: bank.bank ?? '' }).trimEnd();
    return bank.until === null ? name : `${name} · ${period(t, bank.from, bank.until)}`;
  }
  if (invoices) return invoicesSort(t, invoices);
  if (format === 'xaf') return table ? dated(t, t('imports.sort.xaf'), table.asOf) : t('imports.sort.xaf');
  if (control && kind === 'control') return dated(t, t('imports.sort.control'), control.asOf);
  if (!table || table.refusal) return t(`imports.format.${format}`);
  if (table.kind === 'debtors') return t('imports.sort.debtors');
  const sort = dated(t, t(`imports.sort.${table.kind}`), table.asOf);
  return table.asOfGiven ? sort : t('imports.sort.assumed', { sort });
}

/** Invoices and credit notes together; without any, the copies, or the files that held none. */
function invoicesSort(t: TFunction, { files, invoices, credits, copies }: InvoicesPreview): string {
  if (invoices > 0) return t('imports.changes.invoices', { count: invoices + credits });
  if (credits > 0) return t('imports.changes.credits', { count: credits });
  return copies > 0 ? t('imports.changes.copies', { count: copies }) : t('imports.sort.invoices', { count: files });
}

const dated = (t: TFunction, sort: string, day: IsoDate) => t('imports.sort.dated', { sort, date: formatDate(day) });

export function period(t: TFunction, from: IsoDate | null, until: IsoDate | null): string {
  if (until === null) return '–';
  if (from === null || from === until) return formatDate(until);
  return t('imports.period', { from: formatDate(from), until: formatDate(until) });
}

/** What confirming a unit would change, the parts that are not zero and not its sort: "128 nieuw · 12 gewijzigd". */
export function unitChanges(t: TFunction, { table, bank, invoices, control, kind }: DropUnit): readonly string[] {
  const parts: (readonly [name: string, count: number])[] = [];
  if (bank) {
    parts.push(['matched', bank.linesMatched], ['toReview', bank.linesToReview], ['returns', bank.returns]);
    parts.push(['linesKnown', bank.linesKnown], ['linesLeft', bank.linesLeft]);
  } else if (invoices) {
    const hasBoth = invoices.invoices > 0;
    parts.push(['creditsOf', hasBoth ? invoices.credits : 0], ['known', invoices.known]);
    parts.push(['copies', hasBoth || invoices.credits > 0 ? invoices.copies : 0], ['refused', invoices.refused.length]);
  } else if (control && kind === 'control') {
    parts.push(['differing', control.differing]);
  } else if (table) {
    parts.push(['itemsNew', table.itemsNew], ['itemsChanged', table.itemsChanged], ['itemsGone', table.itemsGone]);
    parts.push(['debtorsNew', table.debtorsNew], ['debtorsChanged', table.debtorsChanged]);
    parts.push(['skipped', table.skipped.filter(isRecordRow).length]);
  }
  return parts.filter(([, count]) => count > 0).map(([name, count]) => t(`imports.changes.${name}`, { count }));
}

export type ControlTotal =
  | { readonly state: 'matches' | 'none'; readonly sum: OpenSum }
  | { readonly state: 'differs'; readonly sum: OpenSum; readonly declared: Cents; readonly difference: Cents };

/** The items against the total the file itself states; for an auditfile that of its receivables accounts. */
export function controlTotal(sum: OpenSum, declared: Cents | null): ControlTotal {
  if (declared === null) return { state: 'none', sum };
  const difference = differenceFrom(declared, sum);
  return difference === 0 ? { state: 'matches', sum } : { state: 'differs', sum, declared, difference };
}

/** A sum of open items, its euros first: `€ 1.234,56 + US$ 100,00`; without them where there are none. */
export function openText(sum: OpenSum, language: 'nl' | 'en'): string {
  const euros = eurosOf(sum);
  const elsewhere = sum.elsewhere ?? [];
  return formatTotals([...(euros === 0 ? [] : [{ currency: 'EUR', cents: euros }]), ...elsewhere], language);
}

/** Whether a refused table is read once something is chosen: decimals, the order of dates, a currency. */
export function isChoice({ table }: Pick<DropUnit, 'table'>): boolean {
  return choiceFor(table?.refusal?.code ?? '') !== null;
}

/**
 * The items of a unit against what the file states of them: a total, or for an auditfile the stand of its receivables accounts.
 * Null for what holds no items.
 */
export function unitTotal({ table, control, kind, format }: DropUnit): ControlTotal | null {
  if (!table || table.refusal || kind === 'debtors' || kind === 'control') return null;
  const ledger = format === 'xaf' ? (control?.total ?? null) : null;
  return controlTotal(table, table.declaredTotal ?? ledger);
}

/** `against`: what the items are laid beside: the total in the file, or the ledger of an auditfile. */
export function controlText(
  t: TFunction,
  control: ControlTotal,
  language: 'nl' | 'en',
  against: 'control' | 'ledger' = 'control',
): string {
  const money = (cents: Cents) => formatMoney(cents, 'EUR', language);
  const total = openText(control.sum, language);
  if (control.state !== 'differs') return t(`imports.${against}.${control.state}`, { total });
  return t(`imports.${against}.differs`, {
    total,
    declared: money(control.declared),
    difference: money(control.difference),
  });
}

/** How far open items could be derived from an auditfile (formats document §1.3), by what its reading said. */
export function auditLevel({
  refusal,
  warnings,
  kind,
}: Pick<DropUnit, 'refusal' | 'warnings' | 'kind'>): 0 | 1 | 2 | 3 {
  const codes = new Set([refusal?.code, ...warnings.map(({ problem }) => problem.code)]);
  if (codes.has('xaf-level-0')) return 0;
  if (codes.has('xaf-level-3') || kind === 'control') return 3;
  return codes.has('xaf-level-2') ? 2 : 1;
}

/** Remarks of a table that say what its sort says already. */
const saidBySort = new Set(['debtor-list', 'ageing-list', 'balance-list']);

/** What to know of a unit, each with its place; what its sort, its level and its control total say already is left out. */
export function remarks(
  t: TFunction,
  { warnings, table }: Pick<DropUnit, 'warnings' | 'table'>,
  language: UiLanguage,
): readonly string[] {
  const ofTable = (table?.warnings ?? []).filter(({ code }) => {
    if (code === 'total-differs') return table?.declaredTotal === null;
    return !saidBySort.has(code) && !(code === 'many-gone' && lacksMost({ table }));
  });
  const texts = [
    ...warnings
      .filter(({ problem: { code } }) => code !== 'xaf-level-0' && code !== 'xaf-level-3')
      .map(({ file, problem }) => problemOf(t, file, problem, language)),
    ...ofTable.map((warning) => tableProblemOf(t, table?.fileName ?? '', warning, language)),
  ];
  return [...new Set(texts)];
}

/** The text of a problem of any reader; a reader of tables has texts of its own. */
export function problemOf(t: TFunction, file: string, problem: FormatProblem, language: UiLanguage): string {
  const { row } = problem;
  const where = row === null ? file : `${file}, ${t('table.place.row', { row })}`;
  return `${where}: ${reasonOf(t, problem, language)}`;
}

/** The text of a problem of the reader of tables: file, row and column first. */
export function tableProblemOf(t: TFunction, file: string, problem: TableProblem, language: UiLanguage): string {
  return problemText(t, file, { ...problem, params: writtenIn(problem.params, language) });
}

/** What is wrong and what to do, without the place. */
export function reasonOf(
  t: TFunction,
  { code, params }: Pick<FormatProblem, 'code' | 'params'>,
  language: UiLanguage,
): string {
  return t([`formats.${code}`, `table.${code}`], writtenIn(params, language));
}

/** Why an import could not be taken back. */
export function undoFailureText(t: TFunction, failure: Failure): string {
  const { undo, by = '', debtor = '' } = failure.params;
  if (typeof undo !== 'string') return t('imports.undoFailed', { reason: t(`errors.${failure.code}`, failure.params) });
  return t('imports.undoRefused', {
    reason: t(`table.undo.${undo}`, { by, debtor, step: t(`table.undo.step.${by}`, { defaultValue: '' }) }),
  });
}

/** The failure a stopped drop ended in. */
export function failureText(t: TFunction, code: string): string {
  return t(`errors.${errorCodes.includes(code as ErrorCode) ? code : 'internal'}`);
}

/** What the confirming button says: verb and numbers; what changes nothing says so. */
export function confirmText(t: TFunction, counts: DropCounts): string {
  const { files, itemsNew, itemsChanged, itemsGone, payments, toReview, debtors, controls } = counts;
  const some = (name: string, count: number) => (count > 0 ? [t(`imports.confirm.${name}`, { count })] : []);
  const items = files > 1 ? [...some('itemsNew', itemsNew), ...some('itemsChanged', itemsChanged)] : [];
  const parts = [
    ...(files > 1 ? items : some('items', itemsNew + itemsChanged)),
    ...(payments > 0 ? some('payments', payments + toReview) : []),
    // Of several files the button has no room for it; each says it for itself.
    ...(payments === 0 || files === 1 ? some(payments === 0 ? 'toReview' : 'reviewed', toReview) : []),
  ];
  if (parts.length === 0) {
    parts.push(...some('gone', itemsGone), ...(itemsGone === 0 ? some('debtors', debtors) : []));
    if (parts.length === 0) parts.push(...some('controls', controls));
  }
  if (files > 1) {
    const what = t('imports.confirm.files', { count: files });
    return parts.length === 0 ? what : t('imports.confirm.filesWith', { what, parts: parts.join(', ') });
  }
  return parts.length === 0 ? t('imports.confirm.same') : t('imports.confirm.one', { parts: parts.join(', ') });
}

/** What an import did, the parts that are not zero. */
export function recordChanges(t: TFunction, record: ImportRecord): readonly string[] {
  const { bank, kind } = record;
  if (kind === 'control') return [t('imports.changes.control')];
  const parts: (readonly [name: string, count: number])[] = bank
    ? [
        ['matched', bank.linesMatched],
        ['toReview', bank.linesToReview],
        ['returns', bank.returns],
        ['linesKnown', bank.linesKnown],
        ['linesLeft', bank.linesLeft],
      ]
    : [
        ['itemsNew', record.itemsNew],
        ['itemsChanged', record.itemsChanged],
        ['itemsGone', record.itemsGone],
        ['debtorsNew', record.debtorsNew],
        ['debtorsChanged', record.debtorsChanged],
        ['skipped', record.rowsSkipped],
      ];
  const shown = parts.filter(([, count]) => count > 0).map(([name, count]) => t(`imports.changes.${name}`, { count }));
  return shown.length > 0 ? shown : [t('imports.changes.none')];
}

/** What sort of file an import was, in one word. */
export function recordSort(t: TFunction, { kind = 'list', full }: Pick<ImportRecord, 'kind' | 'full'>): string {
  if (kind === 'list') return t(full ? 'imports.earlier.full' : 'imports.earlier.partial');
  return t(`imports.earlier.kind.${kind}`);
}
