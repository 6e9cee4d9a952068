import type { TableReading } from '../formats/table/reading.ts';
import { sumOf } from '../money/cents.ts';
import type { Books } from './books.ts';
import { countsOf } from './import-counts.ts';
import type { ImportDiff } from './import-diff.ts';
import type { ImportPreview } from './import-preview.ts';

/** Examples per sort and skipped rows a preview carries; the rest is only counted. */
const examplesPerSort = 5;
const skippedAtMost = 500;

/** Everything the screen shows before an import is confirmed (criterion A2). `diff` null when the table is refused. */
export function previewOf(
  books: Books,
  reading: TableReading,
  diff: ImportDiff | null,
  source: { readonly id: string; readonly sha256: string; readonly today: string },
): ImportPreview {
  const counts = diff
    ? countsOf(diff)
    : { debtorsNew: 0, debtorsChanged: 0, itemsNew: 0, itemsChanged: 0, itemsSame: 0, itemsGone: 0 };
  const earlier = [...books.records.import.values()].find(({ sha256, undone }) => !undone && sha256 === source.sha256);
  const asOf = diff?.dates.asOf ?? reading.asOf ?? source.today;
  return {
    id: source.id,
    fileName: reading.fileName,
    refusal: reading.refusal,
    encoding: reading.encoding,
    separator: reading.separator,
    sheet: reading.sheet,
    sheets: reading.sheets,
    looks: reading.looks,
    kind: reading.kind,
    profile: reading.profile,
    headerRow: reading.headerRow,
    columns: reading.columns,
    decimals: reading.decimals,
    dateOrder: reading.dateOrder,
    remembered: reading.remembered,
    asOf,
    asOfGiven: diff?.dates.asOfGiven ?? reading.asOf !== null,
    bankUntil: diff?.dates.bankUntil ?? asOf,
    full: diff?.dates.full ?? reading.full ?? true,
    rows: reading.rows,
    items: reading.items.length,
    totalOpen: sumOf(reading.items, (item) => item.open),
    declaredTotal: reading.declaredTotal,
    skipped: reading.skipped.slice(0, skippedAtMost),
    warnings: [...reading.warnings, ...(diff?.warnings ?? [])],
    ...counts,
    examples: diff ? examplesOf(diff) : [],
    sameAs: earlier?.fileName ?? null,
  };
}

function examplesOf(diff: ImportDiff): ImportPreview['examples'] {
  const left = { new: examplesPerSort, changed: examplesPerSort, gone: examplesPerSort, 'paid-here': examplesPerSort };
  const examples: ImportPreview['examples'][number][] = [];
  for (const { after, items } of diff.debtors) {
    for (const { sort, before, after: item, openBefore, openAfter } of items) {
      if (sort === 'same' || left[sort] === 0) continue;
      left[sort]--;
      examples.push({
        sort,
        debtor: after.name,
        number: (item ?? before)!.number,
        before: openBefore,
        after: sort === 'gone' ? null : openAfter,
      });
    }
  }
  const order = ['gone', 'paid-here', 'changed', 'new'];
  return examples.sort((a, b) => order.indexOf(a.sort) - order.indexOf(b.sort));
}
