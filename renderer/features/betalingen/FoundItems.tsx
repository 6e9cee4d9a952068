import { useMediaQuery } from '@mantine/hooks';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewItem } from '#renderer/db/import-api.ts';
import { wordsOf } from '#renderer/db/read/typed-words.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column, RowKey } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { folded } from '#shared/i18n/folded.ts';
import styles from './betalingen.module.css';
import type { Composition } from './composition.ts';
import { itemKey } from './decision.ts';

/** An item to lay a part against, or a debtor whose credit all of it becomes. */
export type Found = { readonly item: ReviewItem } | { readonly debtor: DebtorSummary };

const debtorsShown = 5;

/** Debtors all of whose words fit, for money without an invoice. */
export function foundDebtors(summaries: readonly DebtorSummary[], search: string): readonly Found[] {
  const words = wordsOf(search);
  return summaries
    .filter(({ code, name }) => {
      const text = folded(`${code} ${name}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, debtorsShown)
    .map((debtor) => ({ debtor }));
}

function foundKey(found: Found): string {
  return 'item' in found ? itemKey(found.item) : `credit ${found.debtor.id}`;
}

/** Where there is little room names are read whole, and the day stands in the tooltip of the number. */
function foundColumns(t: TFunction, isTight: boolean): readonly Column<Found>[] {
  const name = (found: Found) => ('item' in found ? found.item.debtorName : found.debtor.name);
  return [
    { id: 'name', header: t('betalingen.compose.debtor'), grow: 1, render: name, sortBy: name, tooltip: name },
    {
      id: 'number',
      header: t('betalingen.parts.number'),
      width: 104,
      tooltip: (found) =>
        'item' in found
          ? [found.item.number, found.item.date && formatDate(found.item.date)].filter(Boolean).join(' · ')
          : t('betalingen.compose.allCredit'),
      render: (found) =>
        'item' in found ? (
          found.item.number || t('debiteuren.items.noNumber')
        ) : (
          <span className={styles.quiet}>{t('betalingen.compose.allCredit')}</span>
        ),
      sortBy: (found) => ('item' in found ? found.item.number : null),
    },
    ...(isTight ? [] : [dateColumn(t)]),
    {
      id: 'open',
      header: t('betalingen.parts.open'),
      width: 92,
      align: 'right',
      render: (found) =>
        'item' in found ? (
          <Amount cents={found.item.open} currency={found.item.currency} />
        ) : (
          <Amount cents={found.debtor.open} currency={found.debtor.currency} muted />
        ),
      sortBy: (found) => ('item' in found ? found.item.open : found.debtor.open),
    },
  ];
}

function dateColumn(t: TFunction): Column<Found> {
  return {
    id: 'date',
    header: t('betalingen.parts.date'),
    width: 78,
    render: (found) => ('item' in found ? <DateText date={found.item.date} /> : null),
    sortBy: (found) => ('item' in found ? found.item.date : null),
  };
}

export interface FoundItemsProps {
  readonly line: BankLine;
  readonly found: readonly Found[];
  readonly composition: Composition;
  readonly isSearching: boolean;
  /** Ticks these, or takes their tick away. */
  readonly onTick: (found: readonly Found[]) => void;
  /** The field above; given how to go down from it. */
  readonly search: (toResults: () => void) => ReactNode;
}

/** What the search finds: Space or Enter ticks, the arrow keys walk. Items in another currency cannot be ticked. */
export function FoundItems({ line, found, composition, isSearching, onTick, search }: FoundItemsProps) {
  const { t } = useTranslation();
  const [active, setActive] = useState<RowKey | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isTight = useMediaQuery('(max-width: 84em)') ?? false;
  const columns = useMemo(() => foundColumns(t, isTight), [t, isTight]);
  const selected = useMemo(() => {
    const keys = new Set<RowKey>(composition.picked.map(({ key }) => key));
    if (keys.size === 0 && composition.credit) keys.add(`credit ${composition.creditTo}`);
    return keys;
  }, [composition]);
  const fits = (one: Found) => ('item' in one ? one.item.currency : one.debtor.currency) === line.currency;
  const toResults = () => {
    const [first] = found;
    if (!first) return;
    if (!found.some((one) => foundKey(one) === active)) setActive(foundKey(first));
    place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  return (
    <>
      {search(toResults)}
      <div ref={place} className={styles.found}>
        <DataTable
          label={t('betalingen.compose.found')}
          rows={found}
          columns={columns}
          rowKey={foundKey}
          selected={selected}
          onSelect={(keys) =>
            onTick(found.filter((one) => fits(one) && keys.has(foundKey(one)) !== selected.has(foundKey(one))))
          }
          activeKey={active}
          onActive={(one) => setActive(foundKey(one))}
          onOpen={(one) => fits(one) && onTick([one])}
          muted={(one) => !fits(one)}
          inline
          empty={
            <p className={styles.quiet}>{t(isSearching ? 'betalingen.compose.nothing' : 'betalingen.compose.start')}</p>
          }
        />
      </div>
    </>
  );
}
