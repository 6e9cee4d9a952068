import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '#renderer/commands/address.ts';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { useBankReview } from '#renderer/db/read/payments.ts';
import { Screen } from '#renderer/ui/Screen.tsx';
import styles from './betalingen.module.css';
import { NothingWaits } from './NothingWaits.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';
import { answered, goToLine, leaveReview, useReview, workOrder } from './review-store.ts';

const none: readonly ReviewLine[] = [];

/** Bank lines that wait: what each may be, decided one after another by keyboard (criterion A8). */
export function ReviewView() {
  const { t } = useTranslation();
  const lines = useBankReview();
  const wanted = useAddress().query.get('regel');
  const { active, decided, later } = useReview((state) => state);
  useEffect(() => {
    if (wanted) goToLine(wanted);
  }, [wanted]);
  useEffect(() => {
    if (lines) answered(lines);
  }, [lines]);
  useEffect(() => leaveReview, []);
  const shown = useMemo(() => workOrder(lines ?? none, { decided, later }), [lines, decided, later]);
  if (lines === undefined) {
    return (
      <Screen title={t('betalingen.title')}>
        <p role="status" className={styles.searching}>
          {t('betalingen.searching')}
        </p>
      </Screen>
    );
  }
  const current = shown.find(({ line }) => line.id === active) ?? shown[0];
  return current ? <ReviewDesk lines={shown} current={current} later={later} /> : <NothingWaits />;
}
