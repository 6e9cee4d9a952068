import { Anchor, Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { folded } from '#shared/i18n/folded.ts';
import { addressOf, goTo } from '../../commands/address.ts';
import { useSummaries } from '../../db/read/summaries.ts';
import { Amount } from '../../ui/Amount.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import styles from './Dossier.module.css';
import { DossierPanel } from './DossierPanel.tsx';
import { useVerify, VerifyResult } from './verify.tsx';

const debtorKey = (debtor: DebtorSummary) => debtor.id;

/** Debtors with a dossier, its timeline and export at the right; a ZIP dropped below is checked. */
export function DossierScreen({ debtorId }: { readonly debtorId?: number }) {
  const { t } = useTranslation();
  const summaries = useSummaries();
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const columns = useDossierColumns();
  const withLetter = useMemo(() => summaries?.filter((debtor) => debtor.lastLetter) ?? [], [summaries]);
  const chosen = summaries?.find((debtor) => debtor.id === debtorId) ?? null;
  // A debtor that an address names is in the list, letter or not.
  const showsAll = all || (chosen !== null && chosen.lastLetter === null);
  const rows = useMemo(() => {
    const wanted = folded(text.trim());
    return (showsAll ? (summaries ?? []) : withLetter).filter((debtor) =>
      folded(`${debtor.name} ${debtor.code}`).includes(wanted),
    );
  }, [summaries, withLetter, showsAll, text]);
  if (!summaries) return <Screen title={t('dossier.title')}>{null}</Screen>;
  return (
    <Screen
      title={t('dossier.title')}
      sentence={withLetter.length > 0 ? t('dossier.sentence', { count: withLetter.length }) : t('dossier.sentenceNone')}
      body="fill"
      actions={
        <>
          <TextInput
            aria-label={t('dossier.filter')}
            placeholder={t('dossier.filter')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            w="16rem"
          />
          <Checkbox
            label={t('dossier.showAll')}
            checked={showsAll}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        </>
      }
      aside={chosen && <DossierPanel debtor={chosen} onClose={() => goTo(addressOf(['dossiers']))} />}
      footer={<VerifyBox />}
    >
      <DataTable
        label={t('dossier.list')}
        rows={rows}
        columns={columns}
        rowKey={debtorKey}
        redraws
        activeKey={debtorId ?? null}
        onActive={(debtor) => goTo(addressOf(['dossiers', debtor.id]), debtorId === undefined ? 'push' : 'replace')}
        onOpen={(debtor) => goTo(addressOf(['debiteuren', debtor.id]))}
        initialSort={{ column: 'date', direction: 'descending' }}
        empty={<Empty filtered={text !== ''} />}
      />
    </Screen>
  );
}

function Empty({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered) return <EmptyState title={t('dossier.emptyFilter.title')} text={t('dossier.emptyFilter.text')} />;
  return (
    <EmptyState
      title={t('dossier.empty.title')}
      text={t('dossier.empty.text')}
      action={<Anchor href={addressOf(['aanmanen'])}>{t('dossier.empty.action')}</Anchor>}
    />
  );
}

function VerifyBox() {
  const { t } = useTranslation();
  const verify = useVerify();
  return (
    <section aria-label={t('dossier.verify.title')} className={`${styles.verify} no-print`}>
      <DropZone
        title={t('dossier.verify.drop')}
        text={t('dossier.verify.dropText')}
        accept=".zip,application/zip"
        disabled={verify.state.phase === 'busy'}
        onFiles={([file]) => file && void verify.dropped(file)}
      />
      <VerifyResult state={verify.state} />
    </section>
  );
}

function useDossierColumns(): readonly Column<DebtorSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'code',
        header: t('dossier.columns.code'),
        width: 72,
        render: ({ code }) => code,
        sortBy: ({ code }) => code,
      },
      {
        id: 'debtor',
        header: t('dossier.columns.debtor'),
        grow: 2,
        render: ({ name }) => name,
        sortBy: ({ name }) => name,
        tooltip: ({ name }) => name,
      },
      {
        id: 'letter',
        header: t('dossier.columns.lastLetter'),
        width: 132,
        render: ({ lastLetter }) => (lastLetter ? t(`letters.kind.${lastLetter.kind}`) : '–'),
        sortBy: ({ lastLetter }) => (lastLetter ? t(`letters.kind.${lastLetter.kind}`) : null),
      },
      {
        id: 'date',
        header: t('dossier.columns.date'),
        width: 84,
        render: ({ lastLetter }) => <DateText date={lastLetter?.date ?? null} />,
        sortBy: ({ lastLetter }) => lastLetter?.date ?? null,
      },
      {
        id: 'deadline',
        header: t('dossier.columns.deadline'),
        width: 84,
        render: ({ lastLetter }) => <DateText date={lastLetter?.deadline ?? null} />,
        sortBy: ({ lastLetter }) => lastLetter?.deadline ?? null,
      },
      {
        id: 'open',
        header: t('dossier.columns.open'),
        width: 104,
        align: 'right',
        render: ({ open, currency }) => <Amount cents={open} currency={currency} />,
        sortBy: ({ open }) => open,
      },
    ],
    [t],
  );
}
