import { Button, Menu, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterChip, FilterChips } from '#renderer/ui/FilterChips.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './debiteuren.module.css';
import { amountThresholds, type DebtorFilter, filterKinds, filterMarks, lateThresholds, noFilter } from './filter.ts';

export interface FilterBarProps {
  readonly filter: DebtorFilter;
  readonly onChange: (filter: DebtorFilter) => void;
  /** How many debtors the filter leaves. */
  readonly count: number;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onSearchLeave: () => void;
}

function lateText(t: TFunction, days: number): string {
  return days === 0 ? t('debiteuren.filter.lateSome') : t('debiteuren.filter.lateMore', { days });
}

/** Search, the active filter as a sentence, and a menu to add to it. */
export function FilterBar({ filter, onChange, count, searchRef, onSearchLeave }: FilterBarProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const set = (part: Partial<DebtorFilter>) => onChange({ ...filter, ...part });
  const above = (cents: number) =>
    t('debiteuren.filter.aboveAmount', { amount: formatMoney(cents, 'EUR', language).replace(/[.,]00$/, '') });
  const chips: FilterChip[] = [
    filter.kind && { id: 'kind', text: t(`debiteuren.kind.${filter.kind}`), onRemove: () => set({ kind: null }) },
    filter.lateDays !== null && {
      id: 'late',
      text: lateText(t, filter.lateDays),
      onRemove: () => set({ lateDays: null }),
    },
    filter.above !== null && { id: 'above', text: above(filter.above), onRemove: () => set({ above: null }) },
    filter.mark && {
      id: 'mark',
      text: t(`debiteuren.filter.marks.${filter.mark}`),
      onRemove: () => set({ mark: null }),
    },
    filter.all && { id: 'all', text: t('debiteuren.filter.all'), onRemove: () => set({ all: false }) },
  ].filter((chip) => typeof chip === 'object' && chip !== null);
  const lead = chips.length > 0 ? 'lead' : filter.text ? 'found' : 'any';
  const item = (label: string, active: boolean, part: Partial<DebtorFilter>) => (
    <Menu.Item key={label} role="menuitemradio" aria-checked={active} onClick={() => set(part)}>
      {label}
    </Menu.Item>
  );
  return (
    <div className={styles.filterBar}>
      <TextInput
        ref={searchRef}
        className={styles.search ?? ''}
        type="search"
        aria-label={t('debiteuren.list.searchLabel')}
        placeholder={t('debiteuren.list.search')}
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'Escape') return;
          event.preventDefault();
          if (event.key === 'Escape') set({ text: '' });
          onSearchLeave();
        }}
      />
      <Menu position="bottom-start" shadow="sm" width={290}>
        <Menu.Target>
          <Button variant="default">{t('debiteuren.filter.label')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('debiteuren.filter.kind')}</Menu.Label>
          {filterKinds.map((kind) => item(t(`debiteuren.kind.${kind}`), filter.kind === kind, { kind }))}
          <Menu.Label>{t('debiteuren.filter.late')}</Menu.Label>
          {lateThresholds.map((days) => item(lateText(t, days), filter.lateDays === days, { lateDays: days }))}
          <Menu.Label>{t('debiteuren.filter.above')}</Menu.Label>
          {amountThresholds.map((cents) => item(above(cents), filter.above === cents, { above: cents }))}
          <Menu.Label>{t('debiteuren.filter.mark')}</Menu.Label>
          {filterMarks.map((mark) => item(t(`debiteuren.filter.marks.${mark}`), filter.mark === mark, { mark }))}
          {item(t('debiteuren.filter.all'), filter.all, { all: !filter.all })}
        </Menu.Dropdown>
      </Menu>
      <FilterChips
        lead={t(`debiteuren.filter.${lead}`, { count })}
        chips={chips}
        onClear={() => onChange({ ...noFilter, text: filter.text })}
      />
    </div>
  );
}
