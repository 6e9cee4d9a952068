import { type Books, type Change, lineVersion, type UndoLine } from './books.ts';
import { ChangeSet, type Moment } from './changes.ts';
import type { DebtorId } from './debtor.ts';
import type { DossierEvent, EventType } from './event.ts';
import { undoLinesOf, undoRecordIds } from './import-undo-lines.ts';
import type { ImportRecord } from './imports.ts';

/** Why an import cannot be taken back; the text is `table.undo.<reason>` in the catalogue. */
export type UndoRefusal = 'unknown' | 'undone' | 'too-old' | 'later-import' | 'letter' | 'later-work';

export type UndoResult =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly reason: UndoRefusal; readonly debtorId: DebtorId | null };

/** Facts that rest on what an import wrote. */
const resting: ReadonlySet<EventType> = new Set([
  'debtor-changed',
  'item-presumed-paid',
  'item-closed',
  'item-reopened',
  'payment',
  'letter-planned',
]);

/** Tables whose lines would be left without their debtor or item. */
const leaning = [
  'hold',
  'dispute',
  'promise',
  'plan',
  'note',
  'letter',
  'dispatch',
  'task',
  'payment',
  'allocation',
] as const;

/**
 * Takes a whole import back: every line it touched becomes what it was; events stay and say so. Refused when an import after
 * it stands, when a letter since then claims its items, or when work since then rests on it. `books` must hold the undo lines.
 */
export function undoImport(books: Books, importId: string, moment: Moment): UndoResult {
  const record = books.records.import.get(importId);
  if (!record) return refused('unknown');
  if (record.undone) return refused('undone');
  const lines = undoLinesOf(books, importId);
  if (!lines) return refused('too-old');
  if (laterImport(books, record)) return refused('later-import');
  const touched = new Map<DebtorId, UndoLine[]>();
  for (const line of lines) {
    const own = touched.get(Number(line.key));
    if (own) own.push(line);
    else touched.set(Number(line.key), [line]);
  }
  for (const [debtorId, own] of touched) {
    const reason = restsOn(books, debtorId, own, record);
    if (reason) return { ok: false, reason, debtorId };
  }
  const set = new ChangeSet(books, moment.at);
  for (const { table, key, lineId, line } of lines) set.changes.push({ table, key, lineId, line, v: lineVersion });
  for (const [debtorId] of touched) {
    if (ownEvents(books, debtorId, importId).length > 0) set.event(debtorId, 'import-undone', { importId });
  }
  set.record('import', importId, { ...record, undone: true });
  for (const id of undoRecordIds(books, importId)) set.record('undo', id, null);
  set.event('administration', 'import-undone', { importId, file: record.fileName });
  return { ok: true, changes: set.changes };
}

function refused(reason: UndoRefusal): UndoResult {
  return { ok: false, reason, debtorId: null };
}

/** Imports follow each other in the administration's chain; times may be equal. */
function laterImport(books: Books, record: ImportRecord): boolean {
  const chain = books.chains.get('administration') ?? [];
  const own = chain.findIndex(({ type, data }) => type === 'import' && data.importId === record.id);
  return chain.slice(own + 1).some(({ type, data }) => {
    if (type !== 'import' || typeof data.importId !== 'string') return false;
    return books.records.import.get(data.importId)?.undone === false;
  });
}

function ownEvents(books: Books, debtorId: DebtorId, importId: string): readonly DossierEvent[] {
  return (books.chains.get(debtorId) ?? []).filter(({ data }) => data.importId === importId);
}

function restsOn(
  books: Books,
  debtorId: DebtorId,
  lines: readonly UndoLine[],
  record: ImportRecord,
): UndoRefusal | null {
  const chain = books.chains.get(debtorId) ?? [];
  const last = ownEvents(books, debtorId, record.id).at(-1)?.seq ?? null;
  const since = chain.filter(({ seq, at }) => (last === null ? at > record.at : seq > last));
  const letters = books.ledgers.get(debtorId)?.letter ?? {};
  for (const { type, data } of since) {
    if (!resting.has(type)) continue;
    if (type !== 'letter-planned') return 'later-work';
    const state = typeof data.letterId === 'string' ? letters[data.letterId]?.state : undefined;
    if (state === 'planned' || state === 'issued') return 'letter';
  }
  return leansOnNew(books, debtorId, lines) ? 'later-work' : null;
}

/** Whether something hangs on a debtor or item that would disappear. */
function leansOnNew(books: Books, debtorId: DebtorId, lines: readonly UndoLine[]): boolean {
  const ledger = books.ledgers.get(debtorId);
  const vanishing = new Set(lines.filter(({ line }) => line === null).map(({ table, lineId }) => `${table} ${lineId}`));
  const debtorGoes = lines.some(({ table, line }) => table === 'debtor' && line === null);
  for (const table of leaning) {
    for (const [lineId, line] of Object.entries(ledger?.[table] ?? {})) {
      if (vanishing.has(`${table} ${lineId}`)) continue;
      if (debtorGoes || ('itemId' in line && line.itemId !== null && vanishing.has(`item ${line.itemId}`))) return true;
    }
  }
  return false;
}
