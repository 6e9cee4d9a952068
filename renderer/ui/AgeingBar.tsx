import { useTranslation } from 'react-i18next';
import type { Ageing } from '#shared/domain/summary.ts';
import { type Currency, formatMoney } from '#shared/money/cents.ts';
import styles from './AgeingBar.module.css';
import { useUiLanguage } from './language.ts';

const buckets = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'unknown'] as const;

export interface AgeingBarProps {
  readonly ageing: Ageing;
  readonly currency?: Currency;
  /** A tall bar with its amounts beneath, for a debtor's header. */
  readonly legend?: boolean;
}

/** Open balance by age as one bar; widths are shares of what is owed. The amounts are its accessible name. */
export function AgeingBar({ ageing, currency = 'EUR', legend }: AgeingBarProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const parts = buckets.filter((bucket) => ageing[bucket] > 0);
  const total = parts.reduce((sum, bucket) => sum + ageing[bucket], 0);
  const described = parts
    .map((bucket) => `${t(`common.ageing.${bucket}`)} ${formatMoney(ageing[bucket], currency, language)}`)
    .join(', ');
  return (
    <div className={legend ? styles.tall : undefined}>
      <div className={styles.bar} role="img" aria-label={described || t('common.ageing.nothing')} title={described}>
        {parts.map((bucket) => (
          <span
            key={bucket}
            className={`${styles.part} ${styles[bucket]}`}
            style={{ flexGrow: Math.max(ageing[bucket] / total, 0.02) }}
          />
        ))}
      </div>
      {legend && (
        <ul className={styles.legend}>
          {parts.map((bucket) => (
            <li key={bucket}>
              <span className={`${styles.swatch} ${styles[bucket]}`} aria-hidden="true" />
              {t(`common.ageing.${bucket}`)} <strong>{formatMoney(ageing[bucket], currency, language)}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
