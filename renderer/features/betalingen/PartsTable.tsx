import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import type { BankLine } from '#shared/domain/bank/line.ts';
import type { Cents } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import type { ItemKey, PartRow } from './decision.ts';
import { LeftCell } from './LeftCell.tsx';
import { PartsHead } from './PartsHead.tsx';

export interface PartsTableProps {
  readonly line: BankLine;
  readonly rows: readonly PartRow[];
  /** Items whose small rest is let go. */
  readonly settled: ReadonlySet<ItemKey>;
  /** A rest up to this can be let go. */
  readonly tolerance: Cents;
  readonly onSettle: (key: ItemKey) => void;
}

/** Which items a line pays, how much of each, and what stays open. */
export function PartsTable({ line, rows, settled, tolerance, onSettle }: PartsTableProps) {
  const { t } = useTranslation();
  const isDiscounted = rows.some(({ part }) => part.discount !== 0);
  const { currency } = line;
  return (
    <div className={styles.scroller}>
      <table className={styles.parts}>
        <caption className="visually-hidden">{t('betalingen.parts.title')}</caption>
        <PartsHead line={line} hasDate hasDiscount={isDiscounted} />
        <tbody>
          {rows.map(({ key, part, item, left }) => (
            <tr key={key}>
              <th scope="row">
                {item?.number || t('debiteuren.items.noNumber')}
                {item && item.kind !== 'invoice' && (
                  <span className={styles.quiet}> {t(`debiteuren.items.kinds.${item.kind}`)}</span>
                )}
              </th>
              <td>
                <DateText date={item?.date ?? null} />
              </td>
              <td className={styles.right}>
                <Amount cents={item?.open ?? 0} currency={currency} />
              </td>
              <td className={styles.right}>
                <Amount cents={part.amount} currency={currency} />
              </td>
              {isDiscounted && (
                <td className={styles.right}>
                  <Amount cents={part.discount} currency={currency} muted />
                </td>
              )}
              <LeftCell
                line={line}
                left={left}
                tolerance={tolerance}
                settled={settled.has(key)}
                onSettle={() => onSettle(key)}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
