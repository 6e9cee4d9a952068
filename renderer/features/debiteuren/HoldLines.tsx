import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Hold } from '#shared/domain/hold.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './debiteuren.module.css';

export interface HoldLinesProps {
  readonly debtorId: DebtorId;
  readonly holds: readonly Hold[];
  readonly ledger: DebtorLedger;
  readonly writable: boolean;
}

/** Holds that stand today, each with its reason and a way to end it. */
export function HoldLines({ debtorId, holds, ledger, writable }: HoldLinesProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const [ending, setEnding] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  if (holds.length === 0) return null;
  const end = (hold: Hold) =>
    runCommand(
      { type: 'end-hold', debtorId, holdId: hold.id, note: note.trim() },
      { key: 'debiteuren.holds.ended' },
    ).then(
      () => {
        setEnding(null);
        setNote('');
      },
      (error: unknown) => {
        const failure = failureOf(error);
        setFailed(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
      },
    );
  return (
    <section className={styles.part} aria-label={t('debiteuren.holds.title')}>
      {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
      {holds.map((hold) => {
        const reason = t(`debiteuren.holds.reasons.${hold.reason}`);
        const from = formatDate(hold.from);
        const item = hold.itemId === null ? null : ledger.item?.[hold.itemId];
        const number = item?.number || t('debiteuren.items.noNumber');
        const amount = item && hold.amount !== null ? formatMoney(hold.amount, item.currency, language) : null;
        return (
          <div key={hold.id} className={styles.hold}>
            <p>
              <strong>{t('debiteuren.holds.title')}</strong>{' '}
              {amount && t('debiteuren.holds.itemPart', { number, amount })}
              {!amount && (item ? t('debiteuren.holds.item', { number }) : t('debiteuren.holds.whole'))}
              {': '}
              {hold.until
                ? t('debiteuren.holds.lineUntil', { reason, from, until: formatDate(hold.until) })
                : t('debiteuren.holds.line', { reason, from })}
              {hold.note && <span className={styles.quiet}> {hold.note}</span>}
            </p>
            {ending === hold.id ? (
              <form
                className={styles.endHold}
                onSubmit={(event) => {
                  event.preventDefault();
                  void end(hold);
                }}
              >
                <TextInput
                  aria-label={t('debiteuren.holds.endNote')}
                  placeholder={t('debiteuren.holds.endNote')}
                  autoFocus
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
                <Button type="submit">{t('debiteuren.holds.end')}</Button>
                <Button variant="default" onClick={() => setEnding(null)}>
                  {t('debiteuren.holds.cancel')}
                </Button>
              </form>
            ) : (
              <Button variant="default" size="compact-sm" disabled={!writable} onClick={() => setEnding(hold.id)}>
                {t('debiteuren.holds.end')}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}
