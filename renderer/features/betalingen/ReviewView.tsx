import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { idsIn, useAddress } from '#renderer/commands/address.ts';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { type MoneyByDebtor, useBankReview, useWaitingMoney } from '#renderer/db/read/payments.ts';
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
  const { query } = useAddress();
  const wanted = query.get('regel');
  const debtors = query.get('debiteur');
  const only = useMemo(() => idsIn(debtors), [debtors]);
  const { active, decided, later } = useReview((state) => state);
  useEffect(() => {
    if (wanted) goToLine(wanted);
  }, [wanted]);
  useEffect(() => {
    if (lines) answered(lines);
  }, [lines]);
  useEffect(() => leaveReview, []);
  const money = useWaitingMoney();
  const asked = useMemo(() => (only ? linesOf(lines, money, only) : lines), [lines, money, only]);
  const shown = useMemo(() => workOrder(asked ?? none, { decided, later }), [asked, decided, later]);
  if (lines === undefined || asked === undefined) {
    return (
      <Screen title={t('betalingen.title')}>
        <p role="status" className={styles.searching}>
          {t('betalingen.searching')}
        </p>
      </Screen>
    );
  }
  const current = shown.find(({ line }) => line.id === active) ?? shown[0];
  return current ? (
    <ReviewDesk lines={shown} current={current} later={later} only={only?.size ?? 0} />
  ) : (
    <NothingWaits others={only ? workOrder(lines, { decided, later }).length : null} />
  );
}

/** Lines that may well be of one of these debtors; undefined while that is worked out. */
function linesOf(
  lines: readonly ReviewLine[] | undefined,
  money: MoneyByDebtor | undefined,
  debtors: ReadonlySet<number>,
): readonly ReviewLine[] | undefined {
  if (!money) return undefined;
  const ids = new Set([...debtors].flatMap((id) => money.get(id)?.map(({ lineId }) => lineId) ?? []));
  return lines?.filter(({ line }) => ids.has(line.id));
}
