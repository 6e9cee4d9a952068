import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { BankPreview } from '#shared/domain/drop/drop.ts';
import { returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { formatAccount } from '#shared/identifiers/iban.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './import.module.css';
import { Numbers } from './Numbers.tsx';
import { period } from './wording.ts';

type Statement = BankPreview['statementRows'][number] & { readonly key: number };
type Line = BankPreview['examples'][number] & { readonly key: number };

const numbered = <T,>(rows: readonly T[]) => rows.map((row, key) => ({ ...row, key }));
const keyOf = ({ key }: { readonly key: number }) => key;

/** A bank file: each statement with its balances, what becomes of the lines, and some of them to look at. */
export function BankDetail({ bank }: { readonly bank: BankPreview }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return (
    <>
      <Numbers
        numbers={[
          ['matched', bank.linesMatched],
          ['toReview', bank.linesToReview],
          ['returns', bank.returns],
          ['linesKnown', bank.linesKnown],
          ['linesLeft', bank.linesLeft],
        ]}
      />
      <p className={styles.quiet}>
        {bank.linesMatched > 0 &&
          `${t('imports.bank.matchedTotal', { total: formatMoney(bank.matchedCents, 'EUR', language) })} `}
        {bank.linesToReview > 0 && `${t('imports.bank.reviewWhy')} `}
        {bank.linesLeft > 0 && t('imports.bank.leftWhy')}
      </p>
      <Statements rows={bank.statementRows} />
      <Lines rows={bank.examples} />
    </>
  );
}

function Statements({ rows }: { readonly rows: BankPreview['statementRows'] }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Statement>[]>(
    () => [
      {
        id: 'account',
        header: t('imports.bank.account'),
        grow: 2,
        render: ({ account }) => formatAccount(account),
        tooltip: ({ account }) => formatAccount(account),
      },
      { id: 'number', header: t('imports.bank.number'), width: 92, render: ({ number }) => number ?? '–' },
      {
        id: 'period',
        header: t('imports.bank.period'),
        grow: 1.6,
        render: ({ from, until }) => period(t, from, until),
      },
      { id: 'lines', header: t('imports.bank.lines'), width: 64, align: 'right', render: ({ lines }) => lines },
      {
        id: 'opening',
        header: t('imports.bank.opening'),
        width: 124,
        align: 'right',
        render: ({ opening }) => (opening === null ? '–' : <Amount cents={opening} />),
      },
      {
        id: 'closing',
        header: t('imports.bank.closing'),
        width: 124,
        align: 'right',
        render: ({ closing }) => (closing === null ? '–' : <Amount cents={closing} />),
      },
      {
        id: 'check',
        header: t('imports.bank.check'),
        width: 104,
        render: ({ reconciles }) =>
          reconciles === null ? (
            <StatusText tone="muted">{t('imports.bank.unchecked')}</StatusText>
          ) : (
            <StatusText tone={reconciles ? 'good' : 'attention'}>
              {t(reconciles ? 'imports.bank.reconciles' : 'imports.bank.gap')}
            </StatusText>
          ),
      },
    ],
    [t],
  );
  if (rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{t('imports.bank.statements')}</h4>
      <DataTable inline label={t('imports.bank.statements')} rows={numbered(rows)} columns={columns} rowKey={keyOf} />
    </section>
  );
}

function Lines({ rows }: { readonly rows: BankPreview['examples'] }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Line>[]>(
    () => [
      { id: 'date', header: t('imports.bank.date'), width: 92, render: ({ date }) => <DateText date={date} /> },
      {
        id: 'from',
        header: t('imports.bank.from'),
        grow: 1.5,
        render: ({ counterparty }) => counterparty ?? '–',
        tooltip: ({ counterparty }) => counterparty ?? '',
      },
      {
        id: 'debtor',
        header: t('imports.bank.debtor'),
        grow: 1.5,
        render: ({ debtor }) => debtor ?? '–',
        tooltip: ({ debtor }) => debtor ?? '',
      },
      {
        id: 'numbers',
        header: t('imports.bank.numbers'),
        grow: 1.3,
        render: ({ numbers }) => numbers.join(', '),
        tooltip: ({ numbers }) => numbers.join(', '),
      },
      {
        id: 'amount',
        header: t('imports.bank.amount'),
        width: 112,
        align: 'right',
        render: ({ amount }) => <Amount cents={amount} warnsBelowZero />,
      },
      {
        id: 'state',
        header: t('imports.bank.state'),
        grow: 1.8,
        render: (line) => (
          <StatusText tone={line.sort === 'matched' ? 'good' : line.sort === 'return' ? 'attention' : 'muted'}>
            {lineState(t, line)}
          </StatusText>
        ),
        tooltip: (line) => lineState(t, line),
      },
    ],
    [t],
  );
  if (rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{t('imports.bank.examples')}</h4>
      <DataTable inline label={t('imports.bank.examples')} rows={numbered(rows)} columns={columns} rowKey={keyOf} />
    </section>
  );
}

function lineState(t: ReturnType<typeof useTranslation>['t'], { sort, reason }: Line): string {
  if (sort !== 'return') return t(`imports.bank.sort.${sort}`);
  if (!reason) return t('imports.bank.sort.returnPlain');
  return t('imports.bank.sort.return', { reason: returnReasonText(t, reason) });
}
