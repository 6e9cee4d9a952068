import { type ListReading, tableOf } from '../../formats/list-reading.ts';
import { problem } from '../../formats/table/problems.ts';
import type { Books } from '../books.ts';
import { countsOf, elsewhereOf, totalOpenOf } from './counts.ts';
import type { ImportDiff } from './diff.ts';
import type { ImportPreview } from './preview.ts';

/** Examples per sort and skipped rows a preview carries; the rest is only counted. */
const examplesPerSort = 5;
const skippedAtMost = 500;

/**
 * Everything the screen shows before an import is confirmed (criterion A2). `diff` null when the file is refused. A file that
 * is no table has no layout to show.
 */
export function previewOf(
  books: Books,
  reading: ListReading,
  diff: ImportDiff | null,
  source: { readonly id: string; readonly sha256: string; readonly today: string },
): ImportPreview {
  const counts = diff
    ? countsOf(diff)
    : { debtorsNew: 0, debtorsChanged: 0, itemsNew: 0, itemsChanged: 0, itemsSame: 0, itemsGone: 0 };
  const earlier = [...books.records.import.values()].find(({ sha256, undone }) => !undone && sha256 === source.sha256);
  const asOf = diff?.dates.asOf ?? reading.asOf ?? source.today;
  const table = tableOf(reading);
  const { refusal } = reading;
  return {
    id: source.id,
    fileName: reading.fileName,
    refusal: table ? table.refusal : refusal && problem(refusal.code, refusal.params),
    encoding: table?.encoding ?? '',
    separator: table?.separator ?? null,
    sheet: table?.sheet ?? null,
    sheets: table?.sheets ?? [],
    looks: table?.looks ?? [],
    kind: reading.kind ?? 'list',
    profile: table?.profile ?? null,
    headerRow: table?.headerRow ?? 0,
    columns: table?.columns ?? [],
    decimals: table?.decimals ?? null,
    dateOrder: table?.dateOrder ?? null,
    unclearSign: table?.unclearSign ?? null,
    remembered: table?.remembered ?? false,
    asOf,
    asOfGiven: diff?.dates.asOfGiven ?? reading.asOf !== null,
    asOfFrom: diff?.dates.asOfFrom ?? (reading.asOf === null ? 'today' : 'list'),
    bankUntil: diff?.dates.bankUntil ?? asOf,
    full: diff?.dates.full ?? reading.full ?? true,
    rows: table?.rows ?? reading.items.length,
    items: reading.items.length,
    totalOpen: totalOpenOf(reading),
    elsewhere: elsewhereOf(reading.items),
    declaredTotal: table?.declaredTotal ?? null,
    skipped: reading.skipped.slice(0, skippedAtMost),
    warnings: [...(table?.warnings ?? []), ...(diff?.warnings ?? [])],
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
        currency: (item ?? before)!.currency,
        before: openBefore,
        after: sort === 'gone' ? null : openAfter,
      });
    }
  }
  const order = ['gone', 'paid-here', 'changed', 'new'];
  return examples.sort((a, b) => order.indexOf(a.sort) - order.indexOf(b.sort));
}
