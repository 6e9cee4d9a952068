import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { usePostBack, useReconciliation } from '#renderer/db/read/hooks.ts';
import { AmountField } from '#renderer/ui/AmountField.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Screen } from '#renderer/ui/Screen.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { DifferenceCause, Reconciliation } from '#shared/insight/reconciliation.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import styles from './aansluiting.module.css';
import { BookFrom } from './BookFrom.tsx';
import { CauseTable } from './CauseTable.tsx';
import { SumTable } from './SumTable.tsx';

/** Account 1300 beside what is open here, the difference explained, and the lists to book from (criterion A12). */
export function AansluitingScreen() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Cents | null>(null);
  const [cause, setCause] = useState<DifferenceCause | null>(null);
  const found = useReconciliation(typed);
  const lists = usePostBack();
  if (found === null) {
    return (
      <Screen title={t('aansluiting.title')}>
        <EmptyState
          title={t('aansluiting.empty.title')}
          text={t('aansluiting.empty.text')}
          action={<Button onClick={() => goTo(addressOf(['import']))}>{t('aansluiting.toImport')}</Button>}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={t('aansluiting.title')}
      sentence={found && t('aansluiting.sentence', { name: found.list.fileName, asOf: formatDate(found.list.asOf) })}
    >
      {found && (
        <div className={styles.page}>
          <Verdict found={found} />
          <div className={styles.two}>
            <SumTable found={found} chosen={cause} onChoose={setCause} />
            <div className={styles.stated}>
              <AmountField
                label={t('aansluiting.stated.label', { asOf: formatDate(found.list.asOf) })}
                description={t(`aansluiting.stated.${found.statedBy}`)}
                currency="EUR"
                value={typed}
                onChange={setTyped}
              />
              <Remarks found={found} />
            </div>
          </div>
          {cause && <CauseTable cause={cause} lines={found.lines.filter((line) => line.cause === cause)} />}
          {lists && <BookFrom lists={lists} />}
        </div>
      )}
    </Screen>
  );
}

/** In one line: it agrees, or what nobody can explain. */
function Verdict({ found: { unexplained } }: { readonly found: Reconciliation }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const amount = formatMoney(unexplained, 'EUR', language);
  return (
    <p className={styles.verdict} role="status">
      <StatusText tone={unexplained === 0 ? 'good' : 'attention'}>
        {t(unexplained === 0 ? 'aansluiting.agrees' : 'aansluiting.differs', { amount })}
      </StatusText>
    </p>
  );
}

function Remarks({ found: { otherCurrencies, waiting } }: { readonly found: Reconciliation }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return (
    <>
      {waiting.count > 0 && (
        <p className={styles.quiet}>
          {t('aansluiting.waiting', { count: waiting.count, amount: formatMoney(waiting.total, 'EUR', language) })}{' '}
          <a href={addressOf(['betalingen'])}>{t('aansluiting.toReview')}</a>
        </p>
      )}
      {otherCurrencies > 0 && (
        <p className={styles.quiet}>{t('aansluiting.otherCurrencies', { count: otherCurrencies })}</p>
      )}
    </>
  );
}
