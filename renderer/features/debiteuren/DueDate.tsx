import { Button, Popover } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#renderer/ui/DateText.tsx';
import { keepEscape } from '#renderer/ui/keep-escape.ts';
import type { IsoDate } from '#shared/dates/civil.ts';
import styles from './debiteuren.module.css';

export interface DueDateProps {
  readonly date: IsoDate | null;
  /** Computed from a term; starts no interest until it is confirmed (criterion A4). */
  readonly derived: boolean;
  /** The item, as it is named aloud. */
  readonly number: string;
  readonly onConfirm: (() => void) | null;
}

/** Due date; a computed one says so, and can be confirmed as the agreed one. */
export function DueDate({ date, derived, number, onConfirm }: DueDateProps) {
  const { t } = useTranslation();
  const id = useId();
  const [opened, setOpened] = useState(false);
  if (!derived) return <DateText date={date} />;
  return (
    <>
      <DateText date={date} />
      <Popover opened={opened} onChange={setOpened} width={300} shadow="sm" trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={styles.derived}
            aria-label={t('debiteuren.items.derivedOf', { number })}
            onClick={() => setOpened(!opened)}
          >
            {t('debiteuren.items.derived')}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-labelledby={id} onKeyDown={keepEscape}>
          <p id={id} className={styles.derivedWhy}>
            {t('debiteuren.items.derivedWhy')}
          </p>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!onConfirm}
            onClick={() => {
              setOpened(false);
              onConfirm?.();
            }}
          >
            {t('debiteuren.items.confirmDue', { count: 1 })}
          </Button>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
