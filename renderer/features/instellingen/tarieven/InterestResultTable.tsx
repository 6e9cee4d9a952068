import { useTranslation } from 'react-i18next';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { InterestResult } from '#shared/law/interest.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { LawExplanation } from '../../../ui/LawExplanation.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { StatusText } from '../../../ui/StatusText.tsx';
import shared from '../Instellingen.module.css';
import { Sum } from './CostsCalculator.tsx';
import styles from './tarieven.module.css';

export interface InterestResultTableProps {
  readonly result: InterestResult;
  readonly checkedUntil: IsoDate;
}

/** Steps that only repeat what the tables already show. */
const inTables: ReadonlySet<string> = new Set([
  'interest-line',
  'interest-total',
  'interest-stale',
  'interest-payment',
]);

/** The lines, what the payments went to, what is left to pay, and why. */
export function InterestResultTable({ result, checkedUntil }: InterestResultTableProps) {
  const { t } = useTranslation();
  const text = (key: string) => t(`instellingen.rekenen.calculator.${key}`);
  return (
    <div className={styles.answer} role="status">
      {result.stale && (
        <StatusText tone="attention">
          {t('instellingen.rekenen.calculator.stale', { date: formatDate(checkedUntil) })}
        </StatusText>
      )}
      <Lines result={result} />
      {result.allocations.length > 0 && <Allocations result={result} />}
      <dl className={styles.sums}>
        <Sum label={text('open')} cents={result.totalOpen} strong />
      </dl>
      <h4>{text('explanation')}</h4>
      <LawExplanation steps={result.steps.filter(({ key }) => !inTables.has(key))} />
    </div>
  );
}

function Lines({ result }: { readonly result: InterestResult }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const text = (key: string) => t(`instellingen.rekenen.calculator.${key}`);
  return (
    <table className={`${styles.table} ${styles.dense}`} aria-label={text('lines')}>
      <thead>
        <tr>
          {(['from', 'toIncl', 'days', 'over', 'percent', 'interest'] as const).map((column, at) => (
            <th key={column} scope="col" className={at > 1 ? styles.figure : undefined}>
              {text(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.lines.map((line) => (
          <tr key={`${line.from} ${line.base}`}>
            <td>
              <DateText date={line.from} />
            </td>
            <td>
              <DateText date={line.toIncl} />
            </td>
            <td className={styles.figure}>{line.days}</td>
            <td className={styles.figure}>
              <Amount cents={line.base} />
            </td>
            <td className={styles.figure}>{formatPercent(line.percent, language)}</td>
            <td className={styles.figure}>
              <Amount cents={line.interest} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5}>
            {text('interestTotal')}
          </th>
          <td className={styles.figure}>
            <Amount cents={result.interestTotal} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Allocations({ result }: { readonly result: InterestResult }) {
  const { t } = useTranslation();
  const text = (key: string) => t(`instellingen.rekenen.calculator.${key}`);
  return (
    <>
      <table className={`${styles.table} ${styles.dense}`} aria-label={text('allocations')}>
        <caption>{text('allocations')}</caption>
        <thead>
          <tr>
            {(['paidOn', 'paid', 'toInterest', 'toPrincipal', 'unallocated'] as const).map((column, at) => (
              <th key={column} scope="col" className={at > 0 ? styles.figure : undefined}>
                {text(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.allocations.map(({ date, amount, interest, principal, unallocated }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two payments of one day may be alike
            <tr key={at}>
              <td>
                <DateText date={date} />
              </td>
              {[amount, interest, principal, unallocated].map((cents, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
                <td key={column} className={styles.figure}>
                  <Amount cents={cents} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={shared.quiet}>{text('imputation')}</p>
    </>
  );
}
