import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../commands/address.ts';
import { cancelBatch, useBatch } from '../state/batch.ts';
import { useSession } from '../state/session-store.ts';
import { formatBytes } from '../ui/format-bytes.ts';
import { useUiLanguage } from '../ui/language.ts';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './Frame.module.css';
import type { ScreenName } from './routes.ts';

/** The running letter batch or long job, on every screen but the one that shows it itself. */
export function JobIndicator({ screen }: { readonly screen: ScreenName | null }) {
  const { t } = useTranslation();
  const batch = useBatch((state) => state);
  const progress = useSession((session) => session.progress);
  const language = useUiLanguage();
  // The results themselves stay on Aanmanen until they are dismissed there.
  const [hidden, setHidden] = useState<typeof batch.results | null>(null);
  const isHidden = batch.phase === 'done' && hidden === batch.results;
  if (batch.phase !== 'idle' && screen !== 'aanmanen' && !isHidden) {
    return (
      <div className={`${styles.job} no-print`} role="status">
        {batch.phase === 'done' ? (
          <span>
            {t('frame.job.done', { count: batch.issued })}
            {batch.failed > 0 && (
              <>
                {' · '}
                <StatusText tone="broken">{t('frame.job.failed', { count: batch.failed })}</StatusText>
              </>
            )}
          </span>
        ) : (
          <ProgressLine
            label={t(
              batch.phase === 'planning'
                ? 'frame.job.planning'
                : batch.resumed
                  ? 'frame.job.resumed'
                  : 'frame.job.letters',
            )}
            done={batch.done}
            total={batch.total}
            {...(batch.resumed || batch.cancelling ? {} : { onCancel: cancelBatch })}
          />
        )}
        <a href={addressOf(['aanmanen'])} className={styles.link}>
          {t('frame.job.show')}
        </a>
        {batch.phase === 'done' && (
          <CloseButton size="sm" aria-label={t('common.close')} onClick={() => setHidden(batch.results)} />
        )}
      </div>
    );
  }
  if (!progress || screen === 'import') return null;
  const { job, done, total } = progress;
  const isImport = job === 'reading' || job === 'comparing' || job === 'import';
  const bytes = { done: formatBytes(done, language), total: formatBytes(total, language) };
  return (
    <div className={`${styles.job} no-print`} role="status">
      <ProgressLine
        label={t(isImport ? `frame.job.${job}` : 'frame.job.working')}
        done={done}
        total={total}
        {...(job === 'reading' ? { count: t('common.doneOfTotal', bytes) } : {})}
      />
      {isImport && (
        <a href={addressOf(['import'])} className={styles.link}>
          {t('frame.job.toImport')}
        </a>
      )}
    </div>
  );
}
