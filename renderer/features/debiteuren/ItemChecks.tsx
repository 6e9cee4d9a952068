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
  /** What to know of an item besides. */
  readonly noteOf?: (row: CardItem) => string | null;
  readonly error?: string | null;
  readonly onChange: (chosen: readonly ItemId[]) => void;
}

/** Items to choose from, with their due date and what is open. */
export function ItemChecks({ label, items, chosen, noteOf, error, onChange }: ItemChecksProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      <ul className={entry.itemChecks}>
        {items.map((row) => (
          <li key={row.item.id}>
            <Checkbox
              label={row.item.number || t('debiteuren.items.noNumber')}
              description={noteOf?.(row) ?? null}
              checked={chosen.includes(row.item.id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...chosen, row.item.id] : chosen.filter((id) => id !== row.item.id),
                )
              }
            />
            <span className={styles.quiet}>
              {row.item.kind !== 'invoice' && `${t(`debiteuren.items.kinds.${row.item.kind}`)} `}
              <DateText date={row.item.dueDate ?? row.item.date} />
            </span>
            <Amount cents={row.open} currency={row.item.currency} />
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
