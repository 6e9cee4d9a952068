import type { TFunction } from 'i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { ImportPreview } from '#shared/domain/import-preview.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';

const separatorNames: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** What the file turned out to be, in one sentence. */
export function whatItIs(t: TFunction, preview: ImportPreview): string {
  const row = preview.headerRow;
  if (preview.sheet !== null) return t('imports.what.sheet', { sheet: preview.sheet, row });
  if (preview.separator === null) return t('imports.what.xlsx', { row });
  const name = separatorNames[preview.separator] ?? 'other';
  const separator = t(`imports.what.separators.${name}`, { char: preview.separator });
  // The byte order and its mark are nothing a reader chooses by: `utf-8-bom` and `utf-16le` are named without them.
  const encoding = t(`imports.what.encodings.${preview.encoding.replace(/-bom$|(?<=utf-16)[lb]e$/, '')}`);
  return t('imports.what.csv', { encoding, separator, row });
}

export type ControlTotal =
  | { readonly state: 'matches' | 'none'; readonly total: Cents }
  | { readonly state: 'differs'; readonly total: Cents; readonly declared: Cents; readonly difference: Cents };

/** The items against the total the file itself states. */
export function controlTotal(preview: Pick<ImportPreview, 'totalOpen' | 'declaredTotal'>): ControlTotal {
  const { totalOpen: total, declaredTotal: declared } = preview;
  if (declared === null) return { state: 'none', total };
  if (declared === total) return { state: 'matches', total };
  return { state: 'differs', total, declared, difference: total - declared };
}

export function controlText(t: TFunction, control: ControlTotal, language: 'nl' | 'en'): string {
  const money = (cents: Cents) => formatMoney(cents, 'EUR', language);
  if (control.state !== 'differs') return t(`imports.control.${control.state}`, { total: money(control.total) });
  return t('imports.control.differs', {
    total: money(control.total),
    declared: money(control.declared),
    difference: money(control.difference),
  });
}

/** A full list that lacks more than it holds: more likely another client's list, or a part of one. */
export function lacksMost({ full, itemsGone, items }: Pick<ImportPreview, 'full' | 'itemsGone' | 'items'>): boolean {
  return full && itemsGone >= 5 && itemsGone > items;
}

/** Why an import could not be taken back, as a key of the catalogue. */
export function undoFailureText(t: TFunction, failure: Failure): string {
  const { undo } = failure.params;
  if (typeof undo !== 'string') return t('imports.undoFailed', { reason: t(`errors.${failure.code}`, failure.params) });
  return t('imports.undoRefused', { reason: t(`table.undo.${undo}`) });
}

/** What the confirming button says: verb and number; an import that changes nothing says so. */
export function confirmText(t: TFunction, preview: ImportPreview): string {
  const changes = preview.itemsNew + preview.itemsChanged;
  if (changes > 0) return t('imports.confirm', { count: changes });
  if (preview.itemsGone > 0) return t('imports.confirmGone', { count: preview.itemsGone });
  return t('imports.confirmSame');
}
