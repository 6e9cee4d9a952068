import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import { type Decision, type PartRow, takenPerDebtor } from './decision.ts';

export interface OutcomeLinesProps {
  readonly line: BankLine;
  readonly decision: Decision;
  readonly rows: readonly PartRow[];
}

/** What a decision leaves: the rest in words, and what each debtor has open after it. */
export function OutcomeLines({ line, decision, rows }: OutcomeLinesProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const summaries = useSummaries();
  const byId = useMemo(() => new Map(summaries?.map((summary) => [summary.id, summary])), [summaries]);
  const money = (cents: number) => formatMoney(cents, line.currency, language);
  const name = (id: DebtorId) => byId.get(id)?.name ?? '';
  const { rest, creditTo, settle } = decision;
  const difference = rows.filter(({ part }) => settle.includes(part.itemId)).reduce((sum, { left }) => sum + left, 0);
  const after = [...takenPerDebtor(decision, rows)].flatMap(([id, taken]) => {
    const summary = byId.get(id);
    // The summary is of the debtor's main currency; of another one nothing is said rather than a wrong sum.
    return summary && summary.currency === line.currency ? [{ id, open: summary.open - taken }] : [];
  });
  return (
    <ul className={styles.outcome}>
      {rest > 0 && creditTo !== null && (
        <li>{t('betalingen.outcome.credit', { amount: money(rest), name: name(creditTo) })}</li>
      )}
      {difference !== 0 && <li>{t('betalingen.outcome.difference', { amount: money(difference) })}</li>}
      {after.map(({ id, open }) => (
        <li key={id} className={styles.quiet}>
          {t(open < 0 ? 'betalingen.outcome.afterCredit' : 'betalingen.outcome.after', {
            name: name(id),
            amount: money(Math.abs(open)),
          })}
        </li>
      ))}
    </ul>
  );
}
