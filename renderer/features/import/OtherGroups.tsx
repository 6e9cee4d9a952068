import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import type { FileFormat } from '#shared/formats/file-format.ts';
import styles from './drop.module.css';
import { leaveWaiting, openWaiting, useImportJob } from './job.ts';
import type { WaitingGroup } from './waiting.ts';

/** Files of administrations that are not open: one line each, with the way to import them there. */
export function OtherGroups({ groups }: { readonly groups: readonly WaitingGroup[] }) {
  const { t } = useTranslation();
  const busy = useImportJob(({ phase }) => phase === 'keeping' || phase === 'writing');
  const administrations = useSession((session) => session.administrations);
  return (
    <section className={styles.group} aria-label={t('imports.other.list')}>
      <header className={styles.groupHead}>
        <h2>{t('imports.other.title')}</h2>
      </header>
      <ul className={styles.others}>
        {groups.map(({ book, name, files, units }) => (
          <li key={book}>
            <strong className={styles.whose}>{name}</strong>
            <span className={styles.what} title={files.map((file) => file.name).join('\n')}>
              <strong>{t('imports.other.files', { count: files.length })}</strong>
              {formatCounts(units).map(([format, count]) => {
                const word = t(`imports.format.${format}`);
                return ` · ${count > 1 ? `${count} × ${word}` : word}`;
              })}
            </span>
            <span className={styles.buttons}>
              <Button
                size="compact-sm"
                variant="default"
                disabled={busy || !administrations.some(({ id }) => id === book)}
                onClick={() => void openWaiting(book)}
              >
                {t('imports.other.open', { name })}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                className={styles.aside}
                aria-label={t('imports.other.leaveOf', { name })}
                onClick={() => leaveWaiting(book)}
              >
                {t('imports.other.leave')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many files of each format, in the order they come in. */
function formatCounts(units: WaitingGroup['units']): readonly (readonly [FileFormat, number])[] {
  const counts = new Map<FileFormat, number>();
  for (const { format, files } of units) counts.set(format, (counts.get(format) ?? 0) + files.length);
  return [...counts];
}
