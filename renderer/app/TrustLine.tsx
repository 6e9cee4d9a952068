import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDayMonth } from '#shared/dates/civil.ts';
import { addressOf } from '../commands/address.ts';
import { useFreshness, useImports } from '../db/read/hooks.ts';
import { useSession } from '../state/session-store.ts';
import { StatusText } from '../ui/StatusText.tsx';
import { useHostNow } from './host-clock.ts';
import styles from './TopBar.module.css';

/** How long ago the last backup was made, in words; both are local date-times. */
function backupAge(t: TFunction, lastBackupAt: string | null, now: string): string {
  if (!lastBackupAt) return t('frame.trust.noBackup');
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(lastBackupAt)) / 60_000));
  if (minutes < 1) return t('frame.trust.backupNow');
  if (minutes < 60) return t('frame.trust.backupMinutes', { count: minutes });
  if (minutes < 24 * 60) return t('frame.trust.backupHours', { count: Math.floor(minutes / 60) });
  return t('frame.trust.backupDays', { count: Math.floor(minutes / (24 * 60)) });
}

/** "bank t/m 19-11 · open posten per 20-11 · opgeslagen · back-up 20 minuten geleden". */
export function TrustLine() {
  const { t } = useTranslation();
  const { listAsOf, bankUntil, stale, workingDaysOld } = useFreshness();
  const saving = useSession((session) => session.saving || session.unsaved > 0);
  const savedSeq = useSession((session) => session.savedSeq);
  const lastBackupAt = useSession((session) => session.lastBackupAt);
  const readOnly = useSession((session) => session.openState?.state === 'read-only');
  const safeMode = useSession((session) => session.safeMode);
  const now = useHostNow(lastBackupAt);
  // Lists are shown as they were kept before the books themselves are there: nothing is said of these until then.
  const read = useImports() !== undefined;
  const opened = useSession((session) => session.openState !== null);
  if (!read || !opened) {
    return (
      <ul className={styles.trust} aria-label={t('frame.trust.label')}>
        <li>{t('frame.trust.reading')}</li>
      </ul>
    );
  }
  return (
    <ul className={styles.trust} aria-label={t('frame.trust.label')}>
      {bankUntil && <li title={formatDate(bankUntil)}>{t('frame.trust.bank', { date: formatDayMonth(bankUntil) })}</li>}
      <li>
        <a href={addressOf(['import'])}>
          {listAsOf ? t('frame.trust.items', { date: formatDayMonth(listAsOf) }) : t('frame.trust.noImport')}
        </a>
      </li>
      {stale && (
        <li>
          <StatusText tone="attention">{t('frame.trust.stale', { count: workingDaysOld })}</StatusText>
        </li>
      )}
      {safeMode || readOnly ? (
        <li>
          <StatusText tone="attention">{t(safeMode ? 'frame.trust.safeMode' : 'frame.trust.readOnly')}</StatusText>
        </li>
      ) : (
        <li title={t('frame.trust.savedHint', { count: savedSeq })}>
          {t(saving ? 'frame.trust.saving' : 'frame.trust.saved')}
        </li>
      )}
      <li>
        <a href={addressOf(['instellingen', 'backup'])}>{backupAge(t, lastBackupAt, now)}</a>
      </li>
    </ul>
  );
}
