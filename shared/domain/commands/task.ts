import { overLimitOf } from '../../dunning/over-limit.ts';
import { dueTasksOf } from '../../dunning/proposals.ts';
import { administrationIn, type Books, type Change, debtorIn } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { Task } from '../hold.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

/**
 * Marks a task as done: a line that waits, or a task found due today (its `taskId`), which becomes a line now.
 * One that was done and is due again, for items that were held back then, keeps the earlier items too.
 */
export function doneTask(books: Books, command: Extract<Command, { type: 'done-task' }>, moment: Moment): Change[] {
  const { debtorId, taskId } = command;
  const line = books.ledgers.get(debtorId)?.task?.[taskId];
  const isWaiting = line?.doneOn === null;
  const task = (isWaiting ? line : proposedTask(books, command, moment)) ?? line;
  if (!task) return refuse('not-found', 'no such task', { debtorId, taskId });
  if (task.doneOn !== null) return [];
  const outcome = command.outcome.trim();
  const itemIds = [...new Set([...(line?.itemIds ?? []), ...task.itemIds])];
  const set = new ChangeSet(books, moment.at);
  set.put(debtorId, 'task', task.id, { ...task, itemIds, doneOn: moment.today, outcome });
  set.event(debtorId, 'task', { taskId: task.id, kind: task.kind, items: numbersOf(books, debtorId, task), outcome });
  return set.changes;
}

function proposedTask(
  books: Books,
  { debtorId, taskId }: Extract<Command, { type: 'done-task' }>,
  { today }: Moment,
): Task | null {
  const administration = administrationIn(books);
  if (!administration) return null;
  const due = dueTasksOf(books, administration, debtorId, { today }).find((task) => task.taskId === taskId);
  if (due) return { id: taskId, kind: due.kind, itemIds: due.itemIds, due: today, doneOn: null, outcome: null };
  const ledger = books.ledgers.get(debtorId);
  const debtor = debtorIn(ledger);
  const over = ledger && debtor && overLimitOf(debtor, ledger);
  if (over?.taskId !== taskId) return null;
  return { id: taskId, kind: 'over-limit', itemIds: over.itemIds, due: today, doneOn: null, outcome: null };
}

function numbersOf(books: Books, debtorId: number, task: Task): readonly string[] {
  return task.itemIds.map((id) => books.ledgers.get(debtorId)?.item?.[id]?.number ?? id);
}
