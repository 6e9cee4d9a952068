import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Change } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { books, onBooks } from '../db/client.ts';
import { untilSaved } from './session-store.ts';

/** What the toast says: a catalogue key and its parameters. */
export interface UndoText {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Undoable {
  readonly text: UndoText;
  readonly seq: number;
  readonly lines: readonly Change[];
  /** The toast is still up; Ctrl+Z works after it too, until something else changes the same lines. */
  readonly shown: boolean;
}

/** How long the toast stands (criterion I4). */
const undoToastMs = 10_000;

interface UndoState {
  readonly last: Undoable | null;
  /** What was taken back last; screens that went on after a command go back to it. */
  readonly undone: Undoable | null;
}

export const undoStore = createStore<UndoState>(() => ({ last: null, undone: null }));

/** The last command that can be undone, or null. */
export function useUndo(): Undoable | null {
  return useStore(undoStore, (state) => state.last);
}

let hideToast: ReturnType<typeof setTimeout> | undefined;

/** Runs a write command of a screen and offers to undo it when it can be. Rejects with a `FailureError`. */
export function runCommand(command: Command, text: UndoText): Promise<void> {
  return runCommands([command], text);
}

/**
 * Runs commands that belong together, one after another; undo takes all of them back, and is offered when the last is done.
 * Stops at the first that fails: those before it stand, and can be undone.
 */
export function runCommands(commands: readonly Command[], text: UndoText): Promise<void> {
  return untilSaved(runInOrder(commands, text));
}

async function runInOrder(commands: readonly Command[], text: UndoText): Promise<void> {
  let lines: readonly Change[] | null = [];
  let last = 0;
  try {
    for (const command of commands) {
      const { seq, undo } = await books.run(command);
      lines = undo && lines && [...undo, ...lines];
      last = seq;
    }
  } finally {
    if (last > 0) offerUndo(lines && { text, seq: last, lines, shown: true });
  }
}

function offerUndo(last: Undoable | null): void {
  clearTimeout(hideToast);
  undoStore.setState({ last });
  if (last) hideToast = setTimeout(dismissUndo, undoToastMs);
}

/** Takes the last command back. Resolves to false when there is nothing to take back. */
export async function undoLast(): Promise<boolean> {
  const { last } = undoStore.getState();
  if (!last) return false;
  forgetUndo();
  await untilSaved(books.undo(last.lines));
  undoStore.setState({ undone: last });
  return true;
}

/** Takes the toast away; the command can still be undone by key. */
export function dismissUndo(): void {
  const { last } = undoStore.getState();
  if (last) undoStore.setState({ last: { ...last, shown: false } });
}

/** Forgets what could be undone: another book is opened, or the lines changed since. */
export function forgetUndo(): void {
  clearTimeout(hideToast);
  undoStore.setState({ last: null });
}

onBooks({
  onCommitted: (seq, touched) => {
    const { last } = undoStore.getState();
    if (!last || seq <= last.seq) return;
    const isTouched = ({ key }: Change) =>
      touched === 'all' || key === 'administration' || touched.includes(Number(key));
    if (last.lines.some(isTouched)) forgetUndo();
  },
});
