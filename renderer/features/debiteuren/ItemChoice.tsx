import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '#shared/domain/item.ts';
import type { CardItem } from './card.ts';

export interface ItemChoiceProps {
  readonly label: string;
  /** What it is called when no item is chosen: the debtor as a whole, every item. */
  readonly all: string;
  readonly items: readonly CardItem[];
  readonly value: ItemId | null;
  readonly onChange: (itemId: ItemId | null) => void;
}

/** One item of a debtor, or all of them. */
export function ItemChoice({ label, all, items, value, onChange }: ItemChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">{all}</option>
      {items.map(({ item }) => (
        <option key={item.id} value={item.id}>
          {t('debiteuren.holds.item', { number: item.number || t('debiteuren.items.noNumber') })}
        </option>
      ))}
    </NativeSelect>
  );
}
