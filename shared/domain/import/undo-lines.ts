import type { Books, UndoLine } from '../books.ts';

/** Lines in one undo record: about a megabyte, so that a change stays well under what one call to the host may hold. */
const linesPerRecord = 2000;

/** What takes an import back, over as many records as it needs: the first under the import's id, the others under `id~2`, `id~3` … */
export function undoRecords(
  importId: string,
  lines: readonly UndoLine[],
): [id: string, { lines: readonly UndoLine[] }][] {
  const records: [string, { lines: readonly UndoLine[] }][] = [[importId, { lines: lines.slice(0, linesPerRecord) }]];
  for (let from = linesPerRecord; from < lines.length; from += linesPerRecord) {
    records.push([`${importId}~${records.length + 1}`, { lines: lines.slice(from, from + linesPerRecord) }]);
  }
  return records;
}

/** Ids of an import's undo records, in order; empty when it can no longer be taken back. */
export function undoRecordIds(books: Books, importId: string): string[] {
  const { undo } = books.records;
  const ids: string[] = [];
  for (let id = importId; undo.has(id); id = `${importId}~${ids.length + 1}`) ids.push(id);
  return ids;
}

/** What takes an import back, in the order it has to be laid; null when that is no longer kept. */
export function undoLinesOf(books: Books, importId: string): readonly UndoLine[] | null {
  const ids = undoRecordIds(books, importId);
  return ids.length === 0 ? null : ids.flatMap((id) => books.records.undo.get(id)?.lines ?? []);
}
