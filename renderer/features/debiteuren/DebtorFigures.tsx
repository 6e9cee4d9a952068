import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgeingBar } from '#renderer/ui/AgeingBar.tsx';
import { Amount } from '#renderer/ui/Amount.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './debiteuren.module.css';

export interface DebtorFiguresProps {
  readonly summary: DebtorSummary;
  readonly legend?: boolean;
  /** More figures on the same line. */
  readonly more?: ReactNode;
  /** What can be done with them. */
  readonly action?: ReactNode;
}

/** Open, overdue and held, with the age of what is open. */
export function DebtorFigures({ summary, legend, more, action }: DebtorFiguresProps) {
  const { t } = useTranslation();
  const { credit } = summary;
  const all = [
    ['open', summary.open],
    ['overdue', summary.overdue],
    ['held', summary.held],
  ] as const;
  const figures = legend ? all : all.filter(([name, cents]) => name !== 'held' || cents !== 0);
  return (
    <div className={styles.figures}>
      <div className={styles.figureLine}>
        <dl>
          {figures.map(([name, cents]) => (
            <div key={name} data-figure={name}>
              <dt>
                {t(`debiteuren.card.${name}`)}
                {name === 'open' && credit && (legend || credit.over > 0) && <CreditNote {...credit} />}
              </dt>
              <dd>
                <Amount cents={cents} currency={summary.currency} strong={name === 'overdue' && cents > 0} inline />
              </dd>
            </div>
          ))}
          {more}
        </dl>
        {action}
      </div>
      <AgeingBar ageing={summary.ageing} currency={summary.currency} legend={legend ?? false} />
      {summary.otherCurrencies.length > 0 && (
        <p className={styles.quiet}>
          {t('debiteuren.list.otherCurrency', { currencies: summary.otherCurrencies.join(', ') })}
        </p>
      )}
    </div>
  );
}

/** The credit limit, and by how much it is passed (criterion C4). */
function CreditNote({ limit, over }: NonNullable<DebtorSummary['credit']>) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const amounts = { limit: formatMoney(limit, 'EUR', language), amount: formatMoney(over, 'EUR', language) };
  return (
    <span className={styles.note}>
      {over > 0 ? (
        <StatusText tone="attention">{t('debiteuren.card.overLimit', amounts)}</StatusText>
      ) : (
        t('debiteuren.card.limit', amounts)
      )}
    </span>
  );
}
