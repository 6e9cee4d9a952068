import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';

/** How many debtors are offered at once; typing narrows them. */
const offered = 30;
const nobody: readonly DebtorSummary[] = [];

export interface DebtorPickerProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: DebtorId | null;
  /** Not offered: the debtor it is for. */
  readonly without: DebtorId | null;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  readonly onChange: (id: DebtorId | null) => void;
}

/** One of the debtors, found by number or name; empty = none. */
export function DebtorPicker(props: DebtorPickerProps) {
  const { label, description, value, without, error, autoFocus, onChange } = props;
  const { t } = useTranslation();
  const summaries = useSummaries() ?? nobody;
  const options = useMemo(
    () =>
      summaries
        .filter(({ id }) => id !== without)
        .map(({ id, code, name }) => ({ value: String(id), label: code === name ? name : `${code} ${name}` })),
    [summaries, without],
  );
  return (
    <Select
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      description={description}
      placeholder={t('invoer.picker.placeholder')}
      nothingFoundMessage={t('invoer.picker.nothing')}
      data={options}
      value={value === null ? null : String(value)}
      searchable
      clearable
      limit={offered}
      maxDropdownHeight={240}
      data-autofocus={autoFocus || undefined}
      clearButtonProps={{ 'aria-label': t('invoer.picker.clear', { label }) }}
      error={error ?? null}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  );
}
