import { useTranslation } from 'react-i18next';
import { AgeingBar } from '#renderer/ui/AgeingBar.tsx';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import styles from './debiteuren.module.css';

/** Open, overdue and held, with the age of what is open. */
export function DebtorFigures({ summary, legend }: { readonly summary: DebtorSummary; readonly legend?: boolean }) {
  const { t } = useTranslation();
  const all = [
    ['open', summary.open],
    ['overdue', summary.overdue],
    ['held', summary.held],
  ] as const;
  const figures = legend ? all : all.filter(([name, cents]) => name !== 'held' || cents !== 0);
  return (
    <div className={styles.figures}>
      <dl>
        {figures.map(([name, cents]) => (
          <div key={name} data-figure={name}>
            <dt>{t(`debiteuren.card.${name}`)}</dt>
            <dd>
              <Amount cents={cents} currency={summary.currency} strong={name === 'overdue' && cents > 0} inline />
            </dd>
          </div>
        ))}
      </dl>
      <AgeingBar ageing={summary.ageing} currency={summary.currency} legend={legend ?? false} />
      {summary.otherCurrencies.length > 0 && (
        <p className={styles.quiet}>
          {t('debiteuren.list.otherCurrency', { currencies: summary.otherCurrencies.join(', ') })}
        </p>
      )}
    </div>
  );
}
