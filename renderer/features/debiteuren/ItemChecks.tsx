import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import type { ItemId } from '#shared/domain/item.ts';
import type { CardItem } from './card.ts';
import styles from './debiteuren.module.css';
import entry from './entry.module.css';

export interface ItemChecksProps {
  readonly label: string;
  readonly items: readonly CardItem[];
  /** In the order they were chosen. */
  readonly chosen: readonly ItemId[];
  readonly error?: string | null;
  readonly onChange: (chosen: readonly ItemId[]) => void;
}

/** Items to choose from, with their due date and what is open. */
export function ItemChecks({ label, items, chosen, error, onChange }: ItemChecksProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      <ul className={entry.itemChecks}>
        {items.map(({ item, open }) => (
          <li key={item.id}>
            <Checkbox
              label={item.number || t('debiteuren.items.noNumber')}
              checked={chosen.includes(item.id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))
              }
            />
            <span className={styles.quiet}>
              {item.kind !== 'invoice' && `${t(`debiteuren.items.kinds.${item.kind}`)} `}
              <DateText date={item.dueDate ?? item.date} />
            </span>
            <Amount cents={open} currency={item.currency} />
          </li>
        ))}
      </ul>
      {error && (
        <p className={entry.fieldError} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
