import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useQueues } from '#renderer/db/read/proposals.ts';
import { failureOf } from '#renderer/state/session.ts';
import { isKeyboardNowhere } from '#renderer/ui/keyboard-place.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { sumOf } from '#shared/money/cents.ts';
import { dismissConfirmed, undoImports } from './confirm.ts';
import styles from './drop.module.css';
import type { ConfirmedDrop } from './job.ts';
import { failureText, recordChanges, undoFailureText } from './wording.ts';

export interface ConfirmedNoticeProps {
  readonly drop: ConfirmedDrop;
  /** Confirmed since the screen was opened. */
  readonly isNew: boolean;
  /** Of the last drop: the way on is the first thing to do. */
  readonly isLatest: boolean;
}

/** What a drop did, with the way back and the way on. Stays until dismissed. */
export function ConfirmedNotice({ drop, isNew, isLatest }: ConfirmedNoticeProps) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    here.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed is gone, or it stands at an earlier drop: the keyboard goes on with what was done now.
    if (isKeyboardNowhere() || document.activeElement?.closest('[data-confirmed]')) here.current?.focus();
  }, [isNew]);
  const { imports, stopped, left } = drop;
  const records = imports.map(({ record }) => record);
  const [only] = records.length === 1 ? records : [];
  const files = imports.reduce((sum, each) => sum + each.files, 0);
  const nameOf = ({ fileName }: ImportRecord, count: number) =>
    count > 1 ? t('imports.unit.files', { name: fileName, count: count - 1 }) : fileName;
  // What it brought may be decided by now: only what still waits is offered, of this drop or of another. Until that is worked out
  // anew what it brought itself stands, so that no button comes in later and moves the others.
  const known = useQueues();
  const [atFirst] = useState(known);
  const queues = isNew && known === atFirst ? undefined : known;
  const waits = (name: 'payments' | 'presumed-paid') => queues?.find(({ queue }) => queue === name)?.rows ?? [];
  const lines = sumOf(records, ({ bank }) => bank?.linesToReview ?? 0);
  const toReview = lines > 0 && queues ? waits('payments').length : lines;
  const missing = sumOf(records, ({ itemsGone }) => itemsGone);
  const gone = missing > 0 && queues ? sumOf(waits('presumed-paid'), ({ itemIds }) => itemIds.length) : missing;
  const undo = () => {
    setBusy(true);
    undoImports(records.map(({ id }) => id).reverse()).catch((error: unknown) => {
      setFailed(undoFailureText(t, failureOf(error)));
      setBusy(false);
    });
  };
  const title = only
    ? t('imports.done.title', { name: nameOf(only, files) })
    : records.length > 0
      ? t('imports.done.files', { count: files })
      : t('imports.done.nothing');
  return (
    <div ref={here} tabIndex={-1} data-confirmed className={styles.told}>
      <Notice
        tone={stopped ? 'attention' : 'info'}
        title={title}
        {...(only ? { kept: recordChanges(t, only).join(' · ') } : {})}
        {...(failed ? { todo: failed } : {})}
        onDismiss={() => dismissConfirmed(drop.id)}
        action={
          <>
            {toReview > 0 && (
              <Button
                size="compact-sm"
                variant={isLatest ? 'filled' : 'default'}
                onClick={() => goTo(addressOf(['betalingen']))}
              >
                {t('imports.done.review', { count: toReview })}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant={isLatest && toReview === 0 ? 'filled' : 'default'}
              onClick={() => goTo(addressOf(['vandaag']))}
            >
              {t('imports.done.today')}
            </Button>
            {gone > 0 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => goTo(addressOf(['debiteuren'], { kenmerk: 'presumed-paid' }))}
              >
                {t('imports.done.presumed', { count: gone })}
              </Button>
            )}
            {records.length > 0 && (
              <Button size="compact-sm" variant="default" loading={busy} onClick={undo}>
                {t(only ? 'imports.done.undo' : 'imports.done.undoAll')}
              </Button>
            )}
          </>
        }
      >
        {records.length > 1 && (
          <ul className={styles.results} aria-label={t('imports.done.list')}>
            {imports.map(({ record, files: count }) => (
              <li key={record.id}>
                <span>{nameOf(record, count)}</span>
                <span className={styles.quiet}>{recordChanges(t, record).join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
        {stopped && <p>{t('imports.done.stopped', { name: stopped.name, reason: failureText(t, stopped.code) })}</p>}
        {left.length > 0 && <p>{t('imports.done.left', { names: left.join(', ') })}</p>}
      </Notice>
    </div>
  );
}
