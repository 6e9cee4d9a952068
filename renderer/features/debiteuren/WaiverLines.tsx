import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Waiver } from '#shared/domain/hold.ts';
import styles from './debiteuren.module.css';

export interface WaiverLinesProps {
  readonly debtorId: DebtorId;
  readonly ledger: DebtorLedger;
  readonly writable: boolean;
}

/** What was given up of interest and costs, each with its reason and a way to take that back. */
export function WaiverLines({ debtorId, ledger, writable }: WaiverLinesProps) {
  const { t } = useTranslation();
  const waivers = Object.values(ledger.waiver ?? {}).sort((a, b) => (a.on < b.on ? -1 : 1));
  const [ending, setEnding] = useState<string | null>(null);
  if (waivers.length === 0) return null;
  return (
    <ul className={styles.waivers} aria-label={t('debiteuren.waive.list')}>
      {waivers.map((waiver) => {
        const number = waiver.itemId === null ? null : (ledger.item?.[waiver.itemId]?.number ?? waiver.itemId);
        const params = { what: t(`debiteuren.waive.parts.${waiver.what}`), number, date: formatDate(waiver.on) };
        return (
          <li key={waiver.id}>
            <span>
              {t(number === null ? 'debiteuren.waive.line' : 'debiteuren.waive.lineItem', params)}
              <span className={styles.quiet}> {waiver.reason}</span>
            </span>
            {ending === waiver.id ? (
              <EndForm debtorId={debtorId} waiver={waiver} onClose={() => setEnding(null)} />
            ) : (
              writable && (
                <button type="button" className={styles.why} onClick={() => setEnding(waiver.id)}>
                  {t('debiteuren.waive.end')}
                </button>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface EndFormProps {
  readonly debtorId: DebtorId;
  readonly waiver: Waiver;
  readonly onClose: () => void;
}

function EndForm({ debtorId, waiver, onClose }: EndFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const end = () => {
    if (reason.trim() === '') {
      setError(t('debiteuren.waive.reasonNeeded'));
      return;
    }
    runCommand(
      { type: 'end-waiver', debtorId, waiverId: waiver.id, reason: reason.trim() },
      { key: 'debiteuren.waive.ended' },
    ).then(onClose, (cause: unknown) => {
      const failure = failureOf(cause);
      setError(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
    });
  };
  return (
    <form
      className={styles.endHold}
      onSubmit={(event) => {
        event.preventDefault();
        end();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        aria-label={t('debiteuren.waive.endReason')}
        placeholder={t('debiteuren.waive.endReason')}
        size="xs"
        w="16rem"
        autoFocus
        value={reason}
        error={error}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
      <Button type="submit" size="compact-sm">
        {t('debiteuren.waive.end')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={onClose}>
        {t('debiteuren.holds.cancel')}
      </Button>
    </form>
  );
}
