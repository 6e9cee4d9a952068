import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { BankLine } from '#shared/domain/bank/line.ts';
import type { Cents } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';

export interface LeftCellProps {
  readonly line: BankLine;
  /** What stays open of the item. */
  readonly left: Cents;
  /** A rest up to this can be let go. */
  readonly tolerance: Cents;
  readonly settled: boolean;
  readonly onSettle: (settled: boolean) => void;
}

/** What stays open of an item a line pays, with the way to let a small rest go. */
export function LeftCell({ line, left, tolerance, settled, onSettle }: LeftCellProps) {
  const { t } = useTranslation();
  return (
    <td className={styles.right}>
      <Amount cents={settled ? 0 : left} currency={line.currency} />
      {canSettle(left, tolerance, line) && (
        <Checkbox
          className={styles.letGo}
          size="xs"
          label={t('betalingen.parts.settle')}
          checked={settled}
          onChange={(event) => onSettle(event.currentTarget.checked)}
        />
      )}
    </td>
  );
}

/** Whether what stays open of a part is little enough to be let go. */
export function canSettle(left: Cents, tolerance: Cents, line: BankLine): boolean {
  return line.amount > 0 && left > 0 && left <= tolerance;
}
