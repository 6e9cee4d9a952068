import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { TotalBar } from '#renderer/ui/TotalBar.tsx';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { formatTotals, totalsByCurrency } from '#shared/money/cents.ts';
import type { NextStep } from './card.ts';
import { listTotals } from './filter.ts';

/** What the debtors on screen come to. */
export function ListTotalsBar({ rows }: { readonly rows: readonly DebtorSummary[] }) {
  const { t } = useTranslation();
  const totals = useMemo(() => listTotals(rows), [rows]);
  return (
    <TotalBar
      text={`${t('debiteuren.list.totals', { count: totals.debtors })} · ${t('debiteuren.list.items', { count: totals.items })}`}
      totals={totals.amounts.flatMap(({ currency, open, overdue }) => [
        { label: t('debiteuren.card.open'), cents: open, currency },
        { label: t('debiteuren.card.overdue'), cents: overdue, currency, strong: true },
      ])}
    />
  );
}

export interface BulkBarProps {
  readonly chosen: readonly DebtorSummary[];
  readonly next: ReadonlyMap<number, NextStep>;
  readonly writable: boolean;
  readonly onHold: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected debtors together. */
export function BulkBar({ chosen, next, writable, onHold, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const letters = chosen.filter((summary) => next.get(summary.id)?.is === 'letter');
  const amount = formatTotals(
    totalsByCurrency(chosen, ({ open }) => open),
    language,
  );
  const ids = letters.map((summary) => summary.id).join(',');
  return (
    <TotalBar text={t('debiteuren.list.selected', { count: chosen.length, amount })} totals={[]}>
      <Button variant="subtle" onClick={onClear}>
        {t('debiteuren.list.clear')}
      </Button>
      <Button variant="default" disabled={!writable} onClick={onHold}>
        {t('debiteuren.list.hold')}
      </Button>
      <Button
        disabled={letters.length === 0}
        title={letters.length === 0 ? t('debiteuren.list.dunNothing') : undefined}
        onClick={() => goTo(addressOf(['aanmanen'], { debiteur: ids }))}
      >
        {t('debiteuren.list.dun', { count: letters.length })}
      </Button>
    </TotalBar>
  );
}
