import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import type { QueueRow } from '#shared/dunning/today.ts';
import type { DayRow } from './day.ts';

export interface DayActions {
  /** What could not be saved, in words; null when all is well. */
  readonly failed: string | null;
  forget(): void;
  toLetter(row: QueueRow): void;
  /** To the screen where a payment finds its invoices, at this one. */
  toPayment(row: QueueRow): void;
  settlePaid(row: QueueRow): void;
  finishTask(row: QueueRow, outcome: string): void;
}

/** What the rows of the day can do. Commands say what they did and can be undone. */
export function useDayActions(): DayActions {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  const tell = (error: unknown) => {
    const failure = failureOf(error);
    setFailed(t('vandaag.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
  };
  return {
    failed,
    forget: () => setFailed(null),
    toLetter: (row) => goTo(addressOf(['aanmanen'], { debiteur: String(row.debtorId) })),
    toPayment: (row) => goTo(addressOf(['betalingen'], { regel: row.lineId })),
    settlePaid: ({ debtorId, itemIds }) => {
      if (debtorId === null) return;
      runCommand(
        { type: 'confirm-paid', debtorId, itemIds },
        { key: 'vandaag.done.paid', params: { count: itemIds.length } },
      ).catch(tell);
    },
    finishTask: ({ debtorId, lineId }, outcome) => {
      if (debtorId === null || lineId === null) return;
      runCommand(
        { type: 'done-task', debtorId, taskId: lineId, outcome },
        { key: outcome ? 'vandaag.done.call' : 'vandaag.done.task' },
      ).catch(tell);
    },
  };
}

/** The row to go to when one is done: the one after it, else the one before. */
export function rowAfter(rows: readonly DayRow[], key: string): DayRow | null {
  const at = rows.findIndex((row) => row.key === key);
  return rows[at + 1] ?? rows[at - 1] ?? null;
}
