import { applyChanges, type Books, type Change, type DebtorLedger } from '#shared/domain/books.ts';
import type { Command, EnteredItem } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, undoLines } from '#shared/domain/commands/undo.ts';
import { type DossierEvent, firstBrokenEvent } from '#shared/domain/event.ts';
import { debtor } from './dunning-books.ts';

/** Work by hand as the tests of it do it: a command on a day, and its undo. */
export const today = '2026-11-20';

export const enteredItem: EnteredItem = {
  number: '2026-0101',
  kind: 'invoice',
  date: '2026-11-10',
  dueDate: null,
  total: 1_210_00,
  currency: 'EUR',
  description: null,
  yourReference: null,
  paymentReference: null,
  creditFor: null,
};

const { id: _, since: __, ...blank } = debtor();
export const enteredDebtor = { ...blank, code: '', name: 'Nieuw B.V.' };

/** Runs a command on the books; gives its changes and what undoes it. */
export function run(books: Books, command: Command, day = today): { changes: readonly Change[]; undo: Change[] } {
  const changes = runCommand(books, command, { today: day, at: `${day}T10:00:00` });
  const undo = inverseOf(books, changes);
  applyChanges(books, changes);
  return { changes, undo };
}

export function takeBack(books: Books, undo: readonly Change[], day = today): void {
  applyChanges(books, undoLines(books, undo, { today: day, at: `${day}T10:05:00` }));
}

/** What a command is refused with; null when it is not. */
export function refusalOf(books: Books, command: Command): Readonly<Record<string, unknown>> | null {
  try {
    runCommand(books, command, { today, at: `${today}T10:00:00` });
    return null;
  } catch (error) {
    const { failure } = error as { failure: { code: string; params: object } };
    return { ...failure.params, code: failure.code };
  }
}

/** Ledgers and bank lines without tables that hold nothing: what has to be as it was after an undo. */
export function linesOf(books: Books): unknown {
  const ledgers = [...books.ledgers].sort(([a], [b]) => a - b).map(([id, ledger]) => [id, filled(ledger)]);
  return structuredClone({ ledgers, bankLines: [...books.records.bankLine.values()] });
}

function filled(ledger: DebtorLedger): object {
  return Object.fromEntries(Object.entries(ledger).filter(([, lines]) => Object.keys(lines).length > 0));
}

export function eventsOf(books: Books, chain: number): readonly DossierEvent[] {
  return books.chains.get(chain) ?? [];
}

export function brokenChains(books: Books): readonly unknown[] {
  return [...books.chains.values()].map(firstBrokenEvent).filter(Boolean);
}
