import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import type { StaleRate } from '#shared/dunning/rates-in-use.ts';
import { addressOf, goTo } from '../commands/address.ts';
import { useStaleRates } from '../db/read/hooks.ts';
import { dismissError } from '../state/session.ts';
import { useSession } from '../state/session-store.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Frame.module.css';

/** What concerns every screen: no room on disk, rates out of date, and a failure that belongs to no screen. */
export function FrameNotices() {
  const { t } = useTranslation();
  const safeMode = useSession((session) => session.safeMode);
  const error = useSession((session) => session.error);
  const stale = useStaleRates() ?? [];
  if (!safeMode && !error && stale.length === 0) return null;
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
      {stale.length > 0 && (
        <Notice
          tone="attention"
          title={t('frame.staleRates.title')}
          kept={t('frame.staleRates.banner', { rates: checkedText(t, stale) })}
          action={
            <Button size="compact-sm" variant="default" onClick={() => goTo(addressOf(['instellingen', 'tarieven']))}>
              {t('frame.staleRates.action')}
            </Button>
          }
        />
      )}
      {error && <FailureNotice failure={error} onDismiss={dismissError} />}
    </div>
  );
}

/** "wettelijke rente, wettelijke handelsrente t/m 31-12-2026": a day is named once. */
function checkedText(t: TFunction, stale: readonly StaleRate[]): string {
  const days = new Set(stale.map(({ checkedUntil }) => checkedUntil));
  return Array.from(days, (day) => {
    const kinds = stale.filter(({ checkedUntil }) => checkedUntil === day);
    const kind = kinds.map((rate) => t(`frame.staleRates.kinds.${rate.kind}`)).join(', ');
    return t('frame.staleRates.checked', { kind, date: formatDate(day) });
  }).join(', ');
}
