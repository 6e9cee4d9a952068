import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import { explainedStep } from '#shared/i18n/explained.ts';
import type { InterestCharge, ItemInterest } from '#shared/law/charges.ts';
import type { Explanation } from '#shared/law/explanation.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { Amount } from './Amount.tsx';
import styles from './LawExplanation.module.css';
import { useUiLanguage } from './language.ts';
import { WholeDates } from './WholeDates.tsx';

/** What an interest specification shows of a charge. */
export type InterestSpecification = Pick<InterestCharge, 'until' | 'items' | 'total' | 'perDay'> & {
  /** What payments already took of it (art. 6:44 BW). */
  readonly paid?: Cents;
};

export interface LawExplanationProps {
  readonly steps: Explanation;
  /** Shown as a table of lines above the steps; Σ lines = total. */
  readonly interest?: InterestSpecification | null;
  readonly currency?: Currency;
  /** One line per item instead of every period. */
  readonly brief?: boolean;
}

/** How many periods an interest specification has. */
export function interestLineCount(interest: InterestSpecification): number {
  return interest.items.reduce((count, item) => count + item.lines.length, 0);
}

/** How an amount or date came about: its interest lines, and every step in words with its article and source (criterion B3). */
export function LawExplanation({ steps, interest = null, currency = 'EUR', brief = false }: LawExplanationProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  // The table has its total already.
  const told = interest ? steps.filter(({ key }) => key !== 'interest-total') : steps;
  return (
    <div className={styles.explanation}>
      {interest && interest.items.length > 0 && <InterestTable interest={interest} currency={currency} brief={brief} />}
      {told.length > 0 && (
        <ol className={styles.steps}>
          {told.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
            <li key={at}>
              <span>
                <WholeDates text={explainedStep(step, t, language, currency)} />
              </span>
              {step.amount !== null && (
                <span className={styles.amount}>
                  <Amount cents={step.amount} currency={currency} />
                </span>
              )}
              {(step.article || step.source) && (
                <span className={styles.ground}>{[step.article, step.source].filter(Boolean).join(' · ')}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface InterestTableProps {
  readonly interest: InterestSpecification;
  readonly currency: Currency;
  readonly brief: boolean;
}

const columns = ['from', 'until', 'days', 'base', 'percent', 'amount'] as const;
const numeric: ReadonlySet<string> = new Set(['days', 'base', 'percent', 'amount']);

function InterestTable({ interest, currency, brief }: InterestTableProps) {
  const { t } = useTranslation();
  const { total, paid = 0, until } = interest;
  const sums: readonly (readonly [string, Cents])[] = [
    [t('common.specification.total', { date: formatDate(until) }), total],
    ...(paid > 0
      ? ([
          [t('common.specification.paid'), -paid],
          [t('common.specification.open'), total - paid],
        ] as const)
      : []),
  ];
  return (
    <>
      <table className={styles.lines} aria-label={t('common.specification.table')}>
        <thead>
          <tr>
            {(brief ? (['number', 'from', 'amount'] as const) : columns).map((column) => (
              <th key={column} scope="col" className={numeric.has(column) ? styles.right : undefined}>
                {t(`common.specification.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {brief ? (
          <tbody>
            {interest.items.map((item) => (
              <tr key={item.itemId}>
                <th scope="row">{item.number}</th>
                <td>{formatDate(item.from)}</td>
                <td className={styles.right}>
                  <Amount cents={item.total} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        ) : (
          interest.items.map((item) => (
            <ItemLines key={item.itemId} item={item} currency={currency} alone={interest.items.length === 1} />
          ))
        )}
        <tfoot>
          {sums.map(([label, cents], at) => (
            <tr key={label}>
              <th scope="row" colSpan={brief ? 2 : 5}>
                {label}
              </th>
              <td className={styles.right}>
                <Amount cents={cents} currency={currency} strong={at === sums.length - 1} />
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
      {interest.perDay > 0 && (
        <p className={styles.after}>
          <span>{t('common.specification.perDay')}</span>
          <Amount cents={interest.perDay} currency={currency} inline />
        </p>
      )}
    </>
  );
}

interface ItemLinesProps {
  readonly item: ItemInterest;
  readonly currency: Currency;
  /** The only item: no total of its own, the table has it. */
  readonly alone: boolean;
}

function ItemLines({ item, currency, alone }: ItemLinesProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return (
    <tbody>
      <tr className={styles.item}>
        <th scope="rowgroup" colSpan={alone ? 6 : 5}>
          {t('common.specification.item', { number: item.number })}
        </th>
        {!alone && (
          <td className={styles.right}>
            <Amount cents={item.total} currency={currency} />
          </td>
        )}
      </tr>
      {item.lines.map((line) => (
        <tr key={`${line.from} ${line.base}`}>
          <td>{formatDate(line.from)}</td>
          <td>{formatDate(line.toIncl)}</td>
          <td className={styles.right}>{line.days}</td>
          <td className={styles.right}>
            <Amount cents={line.base} currency={currency} />
          </td>
          <td className={styles.right}>{formatPercent(line.percent, language)}</td>
          <td className={styles.right}>
            <Amount cents={line.interest} currency={currency} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
