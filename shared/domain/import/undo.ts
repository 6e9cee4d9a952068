import type { BankLine } from '../bank/line.ts';
import {
  type Books,
  type Change,
  type DebtorLedger,
  isLedgerTable,
  ledgerTables,
  lineVersion,
  type UndoLine,
} from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { DebtorId } from '../debtor.ts';
import type { DossierEvent, EventType } from '../event.ts';
import type { ImportRecord } from '../imports.ts';
import { Overlay } from '../overlay.ts';
import { undoLinesOf, undoRecordIds } from './undo-lines.ts';

/** Why an import cannot be taken back; the text is `table.undo.<reason>` in the catalogue. */
export type UndoRefusal = 'unknown' | 'undone' | 'too-old' | 'later-import' | 'letter' | 'later-work';

/** What stands in the way: the later import by its file, or what was done since by its event type or ledger table. */
export type UndoResult =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | {
      readonly ok: false;
      readonly reason: UndoRefusal;
      readonly debtorId: DebtorId | null;
      readonly by: string | null;
    };

/** Facts that rest on what an import wrote. */
const resting: ReadonlySet<EventType> = new Set([
  'debtor-changed',
  'debtor-merged',
  'item-corrected',
  'item-presumed-paid',
  'item-closed',
  'item-reopened',
  'payment',
  'payment-removed',
  'letter-planned',
]);

/** Tables whose lines would be left without their debtor or item. */
const leaning = ledgerTables.filter((table) => table !== 'debtor');

/**
 * Takes imports back as one commit, in the order given, newest first: all of them or none. Refused as {@link undoImport}
 * refuses the first that cannot be.
 */
export function undoImports(books: Books, importIds: readonly string[], moment: Moment): UndoResult {
  const overlay = new Overlay(books);
  const changes: Change[] = [];
  for (const importId of importIds) {
    const result = undoImport(overlay.books, importId, moment);
    if (!result.ok) return result;
    overlay.apply(result.changes);
    for (const change of result.changes) changes.push(change);
  }
  return { ok: true, changes };
}

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
  const later = laterImport(books, record);
  if (later) return { ok: false, reason: 'later-import', debtorId: null, by: later.fileName };
  const touched = new Map<DebtorId, UndoLine[]>();
  for (const line of lines) {
    if (!isLedgerTable(line.table)) continue;
    const own = touched.get(Number(line.key));
    if (own) own.push(line);
    else touched.set(Number(line.key), [line]);
  }
  for (const [debtorId, own] of touched) {
    const resting = restsOn(books, debtorId, own, record);
    if (resting) return { ok: false, ...resting, debtorId };
  }
  const matched = matchedSince(books, lines);
  if (matched !== null) return { ok: false, reason: 'later-work', debtorId: matched, by: 'payment' };
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
  return { ok: false, reason, debtorId: null, by: null };
}

/** Place of every import in the administration's chain, where they follow each other; times may be equal. */
export function importOrder(books: Books): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const { type, data, seq } of books.chains.get('administration') ?? []) {
    if (type === 'import' && typeof data.importId === 'string') order.set(data.importId, seq);
  }
  return order;
}

/** The last import after this one that stands: it goes first. */
function laterImport(books: Books, record: ImportRecord): ImportRecord | null {
  const order = importOrder(books);
  const own = order.get(record.id) ?? 0;
  let last: ImportRecord | null = null;
  let at = own;
  for (const [id, place] of order) {
    const other = books.records.import.get(id);
    if (place <= at || other?.undone !== false) continue;
    last = other;
    at = place;
  }
  return last;
}

/** Whose payments were since made of bank lines that would disappear, or would wait again; null when of none. */
function matchedSince(books: Books, lines: readonly UndoLine[]): DebtorId | null {
  const goes = new Set(lines.map(({ table, key, lineId }) => `${table} ${key} ${lineId}`));
  for (const { table, lineId } of lines) {
    if (table !== 'bankLine') continue;
    const { taken = [] }: Partial<BankLine> = books.records.bankLine.get(lineId) ?? {};
    const left = taken.find(({ debtorId, paymentId }) => !goes.has(`payment ${debtorId} ${paymentId}`));
    if (left) return left.debtorId;
  }
  return null;
}

function ownEvents(books: Books, debtorId: DebtorId, importId: string): readonly DossierEvent[] {
  return (books.chains.get(debtorId) ?? []).filter(({ data }) => data.importId === importId);
}

function restsOn(
  books: Books,
  debtorId: DebtorId,
  lines: readonly UndoLine[],
  record: ImportRecord,
): { readonly reason: UndoRefusal; readonly by: string } | null {
  const chain = books.chains.get(debtorId) ?? [];
  const last = ownEvents(books, debtorId, record.id).at(-1)?.seq ?? null;
  const isUndone = (id: unknown) => typeof id === 'string' && books.records.import.get(id)?.undone === true;
  const since = chain.filter(({ seq, at, data }) => {
    return (last === null ? at > record.at : seq > last) && !isUndone(data.importId);
  });
  const letters = books.ledgers.get(debtorId)?.letter ?? {};
  for (const { type, data } of since) {
    if (!resting.has(type)) continue;
    if (type !== 'letter-planned') return { reason: 'later-work', by: type };
    const state = typeof data.letterId === 'string' ? letters[data.letterId]?.state : undefined;
    if (state === 'planned' || state === 'issued') return { reason: 'letter', by: type };
  }
  const leans = leansOnNew(books, debtorId, lines);
  return leans && { reason: 'later-work', by: leans };
}

/** In which table something hangs on a debtor or item that would disappear; null when nothing does. */
function leansOnNew(books: Books, debtorId: DebtorId, lines: readonly UndoLine[]): (typeof leaning)[number] | null {
  const ledger: DebtorLedger = books.ledgers.get(debtorId) ?? {};
  const vanishing = new Set(lines.filter(({ line }) => line === null).map(({ table, lineId }) => `${table} ${lineId}`));
  const debtorGoes = lines.some(({ table, line }) => table === 'debtor' && line === null);
  for (const table of leaning) {
    for (const [lineId, line] of Object.entries(ledger[table] ?? {})) {
      if (vanishing.has(`${table} ${lineId}`)) continue;
      if (debtorGoes || ('itemId' in line && line.itemId !== null && vanishing.has(`item ${line.itemId}`)))
        return table;
    }
  }
  return null;
}
