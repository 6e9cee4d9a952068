import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImports } from '#renderer/db/read/hooks.ts';
import { call } from '#renderer/host/client.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import styles from './import.module.css';
import { undoImport } from './job.ts';
import { undoFailureText } from './wording.ts';

/** Every import so far, newest first, each with its way back. */
export function EarlierImports() {
  const { t } = useTranslation();
  const records = useImports();
  const writable = useSession(isWritable);
  const book = useSession((session) => session.book);
  const [failed, setFailed] = useState<string | null>(null);
  if (records === undefined) return null;
  const undo = (id: string) =>
    undoImport(id).then(
      () => setFailed(null),
      (error: unknown) => {
        setFailed(undoFailureText(t, failureOf(error)));
      },
    );
  const show = async (id: string) => {
    if (!book) return;
    const answer = await call('files.open', { book, file: { kind: 'source', id } });
    const reason = answer.ok ? '' : t(`errors.${answer.error.code}`, answer.error.params);
    setFailed(answer.ok ? null : t('imports.earlier.originalFailed', { reason }));
  };
  return (
    <section className={styles.part}>
      <h2>{t('imports.earlier.title')}</h2>
      {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
      {records.length === 0 ? (
        <p className={styles.quiet}>{t('imports.earlier.none')}</p>
      ) : (
        <table className={styles.table} aria-label={t('imports.earlier.label')}>
          <thead>
            <tr>
              <th scope="col">{t('imports.earlier.file')}</th>
              <th scope="col">{t('imports.earlier.at')}</th>
              <th scope="col">{t('imports.earlier.asOf')}</th>
              <th scope="col">{t('imports.earlier.bankUntil')}</th>
              <th scope="col" className={styles.number}>
                {t('imports.earlier.changes')}
              </th>
              <th scope="col" className={styles.number}>
                {t('imports.earlier.total')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('imports.earlier.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id} className={record.undone ? styles.ignored : undefined}>
                <td>
                  {record.fileName}{' '}
                  <span className={styles.quiet}>
                    {t(record.full ? 'imports.earlier.full' : 'imports.earlier.partial')}
                  </span>
                  {record.source && (
                    <button
                      type="button"
                      className={styles.link}
                      aria-label={t('imports.earlier.originalOf', { name: record.fileName })}
                      onClick={() => void show(record.source ?? '')}
                    >
                      {t('imports.earlier.original')}
                    </button>
                  )}
                </td>
                <td>
                  <DateText date={record.at.slice(0, 10)} /> {record.at.slice(11, 16)}
                </td>
                <td>
                  <DateText date={record.asOf} />
                </td>
                <td>
                  <DateText date={record.bankUntil} />
                </td>
                <td className={styles.number}>
                  {record.itemsNew} / {record.itemsChanged} / {record.itemsGone}
                </td>
                <td className={styles.number}>
                  <Amount cents={record.totalOpen} />
                </td>
                <td className={styles.number}>
                  {record.undone ? (
                    <StatusText tone="muted">{t('imports.earlier.undone')}</StatusText>
                  ) : (
                    <ConfirmButton
                      variant="subtle"
                      disabled={!writable}
                      question={t('imports.earlier.undoConfirm', { name: record.fileName })}
                      confirm={t('imports.earlier.undo')}
                      onConfirm={() => void undo(record.id)}
                    >
                      {t('imports.earlier.undo')}
                    </ConfirmButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
