import { fromEpochDay } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { Currency } from '../money/cents.ts';
import { deadlineEnds, type ItemStand, stepDay } from './item-gates.ts';
import type { DueTask, GateCode } from './proposal.ts';
import { reversalCallId, reversalStep } from './reversal.ts';
import type { Run } from './run.ts';

const blocking: ReadonlySet<GateCode> = new Set<GateCode>([
  'credit-covers',
  'hold-dispute',
  'hold-promise',
  'hold-plan',
  'hold-manual',
  'hold-legal',
  'hold-handover',
  'client-approval',
  'direct-debit',
]);

/**
 * Steps due today that are no letter: calls, those about a storno the debtor disputes too, and items ready for incasso. They never hold up the next letter. A task
 * that was done is not due again until a later letter.
 */
export function dueTasks(
  run: Run,
  debtor: Debtor,
  ledger: DebtorLedger,
  currency: Currency,
  stands: readonly ItemStand[],
): readonly DueTask[] {
  const tasks = new Map<string, DueTask & { itemIds: string[]; total: number; minimum: number }>();
  const add = (taskId: string, stepId: string, kind: DueTask['kind'], minimum: number, { claim }: ItemStand): void => {
    const known = tasks.get(taskId);
    if (known) {
      known.itemIds.push(claim.item.id);
      known.total += claim.claimable;
      return;
    }
    const { id: debtorId, code: debtorCode, name: debtorName } = debtor;
    const itemIds = [claim.item.id];
    const total = claim.claimable;
    tasks.set(taskId, { taskId, debtorId, debtorCode, debtorName, kind, stepId, itemIds, total, currency, minimum });
  };
  for (const stand of stands) {
    const isHeld = stand.claim.claimable === 0 || stand.gates.some((gate) => blocking.has(gate.code));
    if (stand.reversal?.needsCall && stand.step === reversalStep && !isHeld) {
      const { date, reason } = stand.reversal;
      const taskId = `${reversalCallId}~${currency}~${date}`;
      add(taskId, reversalCallId, 'phone', 0, stand);
      tasks.set(taskId, { ...tasks.get(taskId)!, returned: { date, reason } });
    }
    for (const { step, after } of stand.ladder.tasks) {
      if (after !== stand.next || (step.action !== 'phone' && step.action !== 'collection-ready')) continue;
      if (isHeld) continue;
      const dueDay = stand.claim.item.dueDate === null ? null : run.dayOf(stand.claim.item.dueDate);
      const day = stepDay(run, step, stand.reached, dueDay);
      const passed = step.action === 'phone' ? null : deadlineEnds(run, stand.reached);
      if (day === null || run.todayDay < day || (passed !== null && run.todayDay < passed)) continue;
      const since = stand.reached ? fromEpochDay(stand.reached.letterDay) : '';
      if (isDone(ledger, step.id, stand.claim.item.id, since)) continue;
      add(`${step.id}~${currency}~${since}`, step.id, step.action, step.minimumCents, stand);
    }
  }
  return Array.from(tasks.values())
    .filter((task) => task.total >= task.minimum)
    .map(({ minimum: _, ...task }) => task);
}

function isDone(ledger: DebtorLedger, stepId: string, itemId: string, since: string): boolean {
  if (!ledger.task) return false;
  return Object.values(ledger.task).some(
    (task) =>
      task.doneOn !== null && task.doneOn >= since && task.id.startsWith(`${stepId}~`) && task.itemIds.includes(itemId),
  );
}
