import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { formatMoment } from '#shared/dates/civil.ts';
import { call } from '../../host/client.ts';
import { makeBackup, restoreBackup } from '../../state/session.ts';
import { isWritable, useSession } from '../../state/session-store.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { useUiLanguage } from '../../ui/language.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import styles from './Instellingen.module.css';

type Backup = Output<'backup.list'>['backups'][number];

const knownReasons = new Set(['daily', 'on-demand', 'before-migration', 'before-restore']);

/** The backups there are, one more on request, and back to one of them. */
export function BackupTab() {
  const { t } = useTranslation();
  const book = useSession((session) => session.book);
  const folder = useSession((session) => session.host?.dataFolder ?? '');
  const lastBackupAt = useSession((session) => session.lastBackupAt);
  const writable = useSession(isWritable);
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<'made' | 'same' | null>(null);
  const read = useCallback(async () => {
    if (!book) return;
    const answer = await call('backup.list', { book });
    if (answer.ok) setBackups([...answer.value.backups].sort((a, b) => b.at.localeCompare(a.at)));
    else setFailure(answer.error);
  }, [book]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new backup makes the list worth reading again
  useEffect(() => void read(), [read, lastBackupAt]);
  const make = async () => {
    const answer = await makeBackup('on-demand');
    if (answer.ok) setMade(answer.value.made ? 'made' : 'same');
    await read();
  };
  const columns = useBackupColumns(writable);
  return (
    <section className={styles.backups}>
      <p className={styles.lead}>
        {t('instellingen.backup.sentence')} {t('instellingen.backup.folder', { folder })}
      </p>
      <div className={styles.bar}>
        <span role="status">{made && <StatusText tone="good">{t(`instellingen.backup.${made}`)}</StatusText>}</span>
        <Button onClick={() => void make()} disabled={!writable}>
          {t('instellingen.backup.make')}
        </Button>
      </div>
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <DataTable
        inline
        label={t('instellingen.backup.list')}
        rows={backups}
        columns={columns}
        rowKey={backupId}
        empty={<EmptyState title={t('instellingen.backup.empty')} text={t('instellingen.backup.emptyText')} />}
      />
    </section>
  );
}

const backupId = (backup: Backup) => backup.id;

function useBackupColumns(writable: boolean): readonly Column<Backup>[] {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return useMemo(
    () => [
      { id: 'at', header: t('instellingen.backup.at'), grow: 1, render: ({ at }) => formatMoment(at) },
      {
        id: 'reason',
        header: t('instellingen.backup.reason'),
        grow: 1,
        render: ({ reason }) => t(`instellingen.backup.reasons.${knownReasons.has(reason) ? reason : 'other'}`),
      },
      { id: 'seq', header: t('instellingen.backup.seq'), width: 100, align: 'right', render: ({ seq }) => seq },
      {
        id: 'bytes',
        header: t('instellingen.backup.size'),
        width: 90,
        align: 'right',
        render: ({ bytes }) => formatBytes(bytes, language),
      },
      {
        id: 'restore',
        header: t('instellingen.backup.restore'),
        hideHeader: true,
        width: 130,
        align: 'right',
        render: ({ id, at }) => (
          <ConfirmButton
            size="compact-sm"
            variant="subtle"
            disabled={!writable}
            question={t('instellingen.backup.restoreQuestion', { at: formatMoment(at) })}
            confirm={t('instellingen.backup.restoreConfirm')}
            onConfirm={() => void restoreBackup(id)}
          >
            {t('instellingen.backup.restore')}
          </ConfirmButton>
        ),
      },
    ],
    [t, language, writable],
  );
}
