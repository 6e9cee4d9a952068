import { useTranslation } from 'react-i18next';
import { dismissError } from '../state/session.ts';
import { useSession } from '../state/session-store.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Frame.module.css';

/** What concerns every screen: no room on disk, and a failure that belongs to no screen. */
export function FrameNotices() {
  const { t } = useTranslation();
  const safeMode = useSession((session) => session.safeMode);
  const error = useSession((session) => session.error);
  if (!safeMode && !error) return null;
  return (
    <div className={`${styles.notices} no-print`}>
      {safeMode && (
        <Notice
          tone="attention"
          title={t('frame.safeMode.title')}
          kept={t('frame.safeMode.kept')}
          todo={t('frame.safeMode.todo')}
        />
      )}
      {error && <FailureNotice failure={error} onDismiss={dismissError} />}
    </div>
  );
}
