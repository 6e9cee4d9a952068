import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { failureOf } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { runCommands, type UndoText, undoStore } from '#renderer/state/undo.ts';
import type { Failure } from '#shared/contract/errors.ts';
import type { Command } from '#shared/domain/commands/commands.ts';

export interface ReviewState {
  /** Line the keyboard is on; null = the first. */
  readonly active: string | null;
  /** Decided, and not yet gone from the answer of the books. */
  readonly decided: ReadonlySet<string>;
  /** Put off, in that order: they come last. */
  readonly later: readonly string[];
  readonly failure: Failure | null;
}

const nothing: ReviewState = { active: null, decided: new Set(), later: [], failure: null };

/** Where the user is among the lines that wait; lives on when the screen is left. */
const reviewStore = createStore<ReviewState>(() => nothing);

export function useReview<T>(select: (state: ReviewState) => T): T {
  return useStore(reviewStore, select);
}

const set = reviewStore.setState;

sessionStore.subscribe((now, before) => {
  if (now.book !== before.book) set(nothing, true);
});

/** The lines as they are worked: those put off last, those decided gone. */
export function workOrder(
  lines: readonly ReviewLine[],
  { decided, later }: Pick<ReviewState, 'decided' | 'later'>,
): readonly ReviewLine[] {
  const rest = lines.filter(({ line }) => !decided.has(line.id));
  if (later.length === 0) return rest;
  const place = ({ line }: ReviewLine) => later.indexOf(line.id);
  return [...rest].sort((a, b) => place(a) - place(b));
}

/** The line to go to when one is done: the one after it, else the one before. */
export function lineAfter(lines: readonly ReviewLine[], id: string): string | null {
  const at = lines.findIndex(({ line }) => line.id === id);
  return (lines[at + 1] ?? lines[at - 1])?.line.id ?? null;
}

export function goToLine(id: string | null): void {
  set({ active: id });
}

/** Puts a line off: it stays, after all others. */
export function putOff(id: string, next: string | null): void {
  set({ later: [...reviewStore.getState().later.filter((other) => other !== id), id], active: next, failure: null });
}

/** Runs what was decided of lines, which are gone at once; they are back when it could not be saved. */
export async function decide(
  ids: readonly string[],
  commands: readonly Command[],
  text: UndoText,
  next: string | null,
): Promise<void> {
  const { decided } = reviewStore.getState();
  set({ decided: new Set([...decided, ...ids]), active: next, failure: null });
  await runCommands(commands, text).catch((error: unknown) => {
    set({ decided: without(ids), active: ids[0] ?? null, failure: failureOf(error) });
  });
}

/** What the books answered: lines no longer among them need no hiding. */
export function answered(lines: readonly ReviewLine[]): void {
  const { decided } = reviewStore.getState();
  if (decided.size === 0) return;
  const waiting = new Set(lines.map(({ line }) => line.id));
  const gone = [...decided].filter((id) => !waiting.has(id));
  if (gone.length > 0) set({ decided: without(gone) });
}

/** Decisions were taken back: their lines wait again, and the first of them has the keyboard. */
export function waitAgain(ids: readonly string[]): void {
  if (ids.length > 0) set({ decided: without(ids), active: ids[0] ?? null });
}

undoStore.subscribe((now, before) => {
  if (now.undone === before.undone || !now.undone) return;
  waitAgain(now.undone.lines.filter(({ table }) => table === 'bankLine').map(({ lineId }) => lineId));
});

/** The screen is left: what waits when it is opened again is what the books say. */
export function leaveReview(): void {
  set({ decided: new Set() });
}

export function forgetFailure(): void {
  set({ failure: null });
}

function without(ids: readonly string[]): ReadonlySet<string> {
  const left = new Set(reviewStore.getState().decided);
  for (const id of ids) left.delete(id);
  return left;
}
