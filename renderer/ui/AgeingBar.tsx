import { useTranslation } from 'react-i18next';
import type { Ageing } from '#shared/domain/summary.ts';
import { type Currency, formatMoney } from '#shared/money/cents.ts';
import styles from './AgeingBar.module.css';
import { useUiLanguage } from './language.ts';
import type { Say } from './remembering.ts';

const buckets = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'unknown'] as const;
type Bucket = (typeof buckets)[number];

const colours: Readonly<Record<Bucket, string>> = {
  notDue: 'var(--age-0)',
  days1to30: 'var(--age-1)',
  days31to60: 'var(--age-2)',
  days61to90: 'var(--age-3)',
  over90: 'var(--age-4)',
  unknown: 'var(--age-unknown)',
};

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
  return (
    <div className={legend ? styles.tall : undefined}>
      <AgeingStrip ageing={ageing} currency={currency} say={(key) => t(key)} />
      {legend && (
        <ul className={styles.legend}>
          {partsOf(ageing).map((bucket) => (
            <li key={bucket}>
              <span className={styles.swatch} style={{ background: colours[bucket] }} aria-hidden="true" />
              {t(`common.ageing.${bucket}`)} <strong>{formatMoney(ageing[bucket], currency, language)}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The bar alone, as one element: a list has one in every row. */
export function AgeingStrip({
  ageing,
  currency,
  say,
}: {
  readonly ageing: Ageing;
  readonly currency: Currency;
  readonly say: Say;
}) {
  const language = useUiLanguage();
  const described = partsOf(ageing)
    .map((bucket) => `${say(`common.ageing.${bucket}`)} ${formatMoney(ageing[bucket], currency, language)}`)
    .join(', ');
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={described || say('common.ageing.nothing')}
      title={described}
      style={{ backgroundImage: stripes(ageing) }}
    />
  );
}

function partsOf(ageing: Ageing): readonly Bucket[] {
  return buckets.filter((bucket) => ageing[bucket] > 0);
}

/** Share of the bar below which a part would not be seen. */
const leastShare = 0.02;

/** The parts side by side as hard-edged stripes, a pixel apart. */
function stripes(ageing: Ageing): string {
  const parts = partsOf(ageing);
  const total = parts.reduce((sum, bucket) => sum + ageing[bucket], 0);
  const shares = parts.map((bucket) => Math.max(ageing[bucket] / total, leastShare));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let from = 0;
  const stops = parts.map((bucket, at) => {
    const to = from + (100 * shares[at]!) / whole;
    const start = from.toFixed(2);
    from = to;
    if (at === parts.length - 1) return `${colours[bucket]} ${start}%`;
    const end = to.toFixed(2);
    return `${colours[bucket]} ${start}% calc(${end}% - 1px), transparent calc(${end}% - 1px) ${end}%`;
  });
  return stops.length === 0
    ? 'none'
    : `linear-gradient(90deg, ${stops.join(', ')}${stops.length === 1 ? ' 100%' : ''})`;
}
