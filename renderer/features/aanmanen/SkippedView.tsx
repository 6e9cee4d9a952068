import { Button, NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { GateList } from '#renderer/features/debiteuren/index.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { SidePanel } from '#renderer/ui/SidePanel.tsx';
import { type GateCode, gateCodes, type Skipped } from '#shared/dunning/proposal.ts';
import styles from './aanmanen.module.css';

function skippedColumns(t: TFunction): readonly Column<Skipped>[] {
  const reasons = (skipped: Skipped) => skipped.reasons.map((code) => t(`gates.short.${code}`)).join(', ');
  return [
    {
      id: 'name',
      header: t('debiteuren.column.name'),
      grow: 2,
      render: (skipped) => skipped.debtorName,
      sortBy: (skipped) => skipped.debtorName,
      tooltip: (skipped) => skipped.debtorName,
    },
    {
      id: 'reasons',
      header: t('aanmanen.skipped.reasons'),
      grow: 3,
      render: (skipped) => <span className={styles.quiet}>{reasons(skipped)}</span>,
      sortBy: reasons,
      tooltip: reasons,
    },
    {
      id: 'first',
      header: t('aanmanen.skipped.first'),
      width: 160,
      render: (skipped) =>
        skipped.firstDate ? (
          <DateText date={skipped.firstDate} short />
        ) : (
          <span className={styles.quiet}>{t('aanmanen.skipped.noFirst')}</span>
        ),
      sortBy: (skipped) => skipped.firstDate,
    },
  ];
}

/** Debtors that wait although something is open; who owes nothing has no question to answer. */
export function waitingDebtors(skipped: readonly Skipped[]): readonly Skipped[] {
  return skipped.filter((one) => one.items.length > 0 || one.reasons.some((code) => code !== 'paid'));
}

const key = (skipped: Skipped) => skipped.debtorId;
const back = () => goTo(addressOf(['aanmanen']));

/** "Waarom niet?" for every debtor that gets no letter today. */
export function SkippedView({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<GateCode | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const [closed, setClosed] = useState(false);
  const columns = useMemo(() => skippedColumns(t), [t]);
  const counts = useMemo(() => {
    const found = new Map<GateCode, number>();
    for (const one of skipped) for (const code of one.reasons) found.set(code, (found.get(code) ?? 0) + 1);
    return gateCodes.flatMap((code) => (found.has(code) ? [{ code, count: found.get(code) ?? 0 }] : []));
  }, [skipped]);
  const rows = useMemo(
    () => (reason ? skipped.filter((one) => one.reasons.includes(reason)) : skipped),
    [skipped, reason],
  );
  const shown = rows.find((one) => one.debtorId === active) ?? rows[0] ?? null;
  useCommands([
    {
      id: 'aanmanen.back',
      labelKey: 'aanmanen.skipped.back',
      groupKey: 'commands.groups.go',
      run: back,
    },
  ]);
  return (
    <Screen
      title={t('aanmanen.skipped.title')}
      sentence={t('aanmanen.skipped.count', { count: skipped.length })}
      body="fill"
      actions={
        <>
          <NativeSelect
            aria-label={t('aanmanen.skipped.reasons')}
            value={reason ?? ''}
            onChange={(event) => setReason((event.currentTarget.value || null) as GateCode | null)}
          >
            <option value="">{t('aanmanen.skipped.allReasons', { count: skipped.length })}</option>
            {counts.map(({ code, count }) => (
              <option key={code} value={code}>
                {t('aanmanen.skipped.ofReason', { reason: t(`gates.short.${code}`), count })}
              </option>
            ))}
          </NativeSelect>
          <Button variant="default" onClick={back}>
            {t('aanmanen.skipped.back')}
          </Button>
        </>
      }
      aside={
        shown &&
        !closed && (
          <SidePanel
            title={shown.debtorName}
            onClose={() => setClosed(true)}
            footer={
              <Button variant="default" onClick={() => goTo(addressOf(['debiteuren', shown.debtorId]))}>
                {t('aanmanen.why.card')}
              </Button>
            }
          >
            <WhyNot skipped={shown} />
          </SidePanel>
        )
      }
    >
      <DataTable
        label={t('aanmanen.skipped.label')}
        rows={rows}
        columns={columns}
        rowKey={key}
        redraws
        activeKey={shown?.debtorId ?? null}
        onActive={(one) => {
          setActive(one.debtorId);
          setClosed(false);
        }}
        onOpen={(one) => goTo(addressOf(['debiteuren', one.debtorId]))}
        initialSort={{ column: 'first', direction: 'ascending' }}
        autoFocus
      />
    </Screen>
  );
}

function WhyNot({ skipped }: { readonly skipped: Skipped }) {
  const { t } = useTranslation();
  return (
    <div className={styles.whyNot}>
      {skipped.gates.length > 0 && (
        <section>
          <h3>{t('debiteuren.why.wholeDebtor')}</h3>
          <GateList gates={skipped.gates} />
        </section>
      )}
      {skipped.items
        .filter((item) => item.gates.length > 0)
        .map((item) => (
          <section key={item.itemId}>
            <h3 className={styles.whyItem}>
              {item.number || t('debiteuren.items.noNumber')}{' '}
              <Amount cents={item.open} currency={item.currency} inline />
            </h3>
            <GateList gates={item.gates} />
          </section>
        ))}
    </div>
  );
}
