import { Button, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo, useAddress } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import { useCommands } from '#renderer/commands/registry.ts';
import { useSearch } from '#renderer/db/read/hooks.ts';
import { useProposals } from '#renderer/db/read/proposals.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Screen } from '#renderer/ui/Screen.tsx';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { AddDebtorDialog } from './AddDebtorDialog.tsx';
import { BulkBar, ListTotalsBar } from './BulkBar.tsx';
import { nextSteps } from './card.ts';
import { DebtorPanel } from './DebtorPanel.tsx';
import styles from './debiteuren.module.css';
import { FilterBar } from './FilterBar.tsx';
import { type DebtorFilter, filterDebtors, filterFromParams, filterToParams, noFilter, searchTexts } from './filter.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { columnsThatFit, debtorColumns } from './list-columns.tsx';

const key = (summary: DebtorSummary) => summary.id;
const nobody: readonly DebtorSummary[] = [];
const noTexts: ReadonlyMap<number, string> = new Map();
const open = (summary: DebtorSummary) => goTo(addressOf(['debiteuren', summary.id]));

/** Every debtor: searched, filtered, sorted, selected. The filter lives in the address. */
export function DebtorList() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const today = useSession((session) => session.today);
  const writable = useSession(isWritable);
  const { query } = useAddress();
  const filter = useMemo(() => filterFromParams(query), [query]);
  const deferred = useDeferredValue(filter);
  const known = useSummaries();
  const summaries = known ?? nobody;
  const { value: proposals } = useProposals();
  const search = useSearch(deferred.text, 200);
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set());
  const [active, setActive] = useState<number | null>(null);
  const [panel, setPanel] = useState(false);
  const [holding, setHolding] = useState(false);
  const [adding, setAdding] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);

  const searching = deferred.text !== '';
  const texts = useMemo(() => (searching ? searchTexts(summaries) : noTexts), [summaries, searching]);
  const next = useMemo(() => nextSteps(proposals), [proposals]);
  const least = useMediaQuery('(max-width: 54em)');
  const tight = useMediaQuery('(max-width: 70em)');
  const middling = useMediaQuery('(max-width: 88em)');
  const room = panel || least ? 'least' : tight ? 'narrow' : middling ? 'medium' : 'wide';
  const columns = useMemo(
    () => columnsThatFit(debtorColumns(t, language, today, next), room),
    [t, language, today, next, room],
  );
  const found = useMemo(() => new Set(search.hits.map((hit) => hit.debtorId)), [search]);
  const rows = useMemo(
    () => filterDebtors(summaries, deferred, today, texts, found),
    [summaries, deferred, today, texts, found],
  );
  const chosen = useMemo(() => rows.filter((row) => selected.has(row.id)), [rows, selected]);
  const setFilter = (changed: DebtorFilter) => goTo(addressOf(['debiteuren'], filterToParams(changed)), 'replace');
  const toTable = () => table.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();

  const newDebtor = {
    id: 'debtors.new',
    labelKey: 'debiteuren.command.newDebtor',
    groupKey: 'commands.groups.list',
    shortcut: 'shift+n',
    when: () => writable,
    run: () => setAdding(true),
  };
  const addDialog = adding && (
    <AddDebtorDialog onClose={() => setAdding(false)} onAdded={(id) => goTo(addressOf(['debiteuren', id]))} />
  );
  useCommands([
    newDebtor,
    {
      id: 'debtors.search',
      labelKey: 'debiteuren.command.search',
      groupKey: 'commands.groups.list',
      shortcut: '/',
      run: () => searchRef.current?.focus(),
    },
    {
      id: 'debtors.hold',
      labelKey: 'debiteuren.command.hold',
      groupKey: 'commands.groups.debtor',
      shortcut: 'p',
      when: () => writable && (chosen.length > 0 || active !== null),
      run: () => setHolding(true),
    },
    {
      id: 'debtors.dun',
      labelKey: 'debiteuren.command.dun',
      groupKey: 'commands.groups.debtor',
      shortcut: 'a',
      when: () => targets().some((id) => next.get(id)?.is === 'letter'),
      run: () => goTo(addressOf(['aanmanen'], { debiteur: targets().join(',') })),
    },
  ]);
  const targets = () => (chosen.length > 0 ? chosen.map(key) : active === null ? [] : [active]);

  if (known && known.length === 0) {
    return (
      <Screen title={t('debiteuren.title')}>
        <EmptyState
          title={t('debiteuren.list.empty')}
          text={t('debiteuren.list.emptyWhy')}
          action={
            <Group gap="xs">
              <Button onClick={() => goTo(addressOf(['import']))}>{t('debiteuren.list.emptyAction')}</Button>
              <CommandButton command={newDebtor} variant="default" />
            </Group>
          }
        />
        {addDialog}
      </Screen>
    );
  }
  return (
    <Screen
      title={t('debiteuren.title')}
      body="fill"
      actions={<CommandButton command={newDebtor} variant="default" />}
      aside={panel && active !== null && <DebtorPanel key={active} debtorId={active} onClose={() => setPanel(false)} />}
      footer={
        chosen.length > 0 ? (
          <BulkBar
            chosen={chosen}
            next={next}
            writable={writable}
            onHold={() => setHolding(true)}
            onClear={() => setSelected(new Set())}
          />
        ) : (
          <ListTotalsBar rows={rows} />
        )
      }
    >
      <FilterBar
        filter={filter}
        onChange={setFilter}
        count={rows.length}
        searchRef={searchRef}
        onSearchLeave={toTable}
      />
      <div ref={table} className={styles.table}>
        <DataTable
          label={t('debiteuren.list.label')}
          rows={rows}
          columns={columns}
          rowKey={key}
          selected={selected}
          onSelect={setSelected}
          activeKey={active}
          onActive={(row) => setActive(row.id)}
          onPick={() => setPanel(true)}
          onOpen={(row) => {
            if (panel && row.id === active) open(row);
            setActive(row.id);
            setPanel(true);
          }}
          initialSort={{ column: 'overdue', direction: 'descending' }}
          autoFocus
          redraws
          empty={
            known && (
              <EmptyState
                title={t('debiteuren.list.nothing')}
                action={
                  <Button variant="default" onClick={() => setFilter(noFilter)}>
                    {t('debiteuren.list.nothingAction')}
                  </Button>
                }
              />
            )
          }
        />
      </div>
      {addDialog}
      {holding && <HoldDialog debtorIds={targets()} onClose={() => setHolding(false)} />}
    </Screen>
  );
}
