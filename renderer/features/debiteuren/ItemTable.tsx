import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { IsoDate } from '#shared/dates/civil.ts';
import type { InvoiceCopy, OpenItem } from '#shared/domain/item.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import type { DebtorCharges } from '#shared/dunning/debtor-charges.ts';
import type { Skipped } from '#shared/dunning/proposal.ts';
import { totalsByCurrency } from '#shared/money/cents.ts';
import { type CardItems, gatesOf } from './card.ts';
import styles from './debiteuren.module.css';
import { ItemRow } from './ItemRow.tsx';

export interface ItemTableProps {
  readonly items: CardItems;
  readonly whyNot: Skipped | undefined;
  /** Items of the letter that is ready, and its kind. */
  readonly ready: { readonly kind: LetterKind; readonly itemIds: ReadonlySet<string> } | null;
  readonly today: IsoDate;
  readonly onPaid: ((itemId: string, paid: boolean) => void) | null;
  /** Interest and costs of the debtor; undefined while they are reckoned. */
  readonly charges: DebtorCharges | null | undefined;
  /** Computed due dates are the agreed ones (criterion A4). */
  readonly onConfirmDue: ((itemIds: readonly string[]) => void) | null;
  /** What can be done with the items together, beside the heading. */
  readonly actions?: ReactNode;
  /** Puts an item right that was entered by hand; only those that {@link mayCorrect} says. */
  readonly onCorrect?: ((item: OpenItem) => void) | null;
  readonly mayCorrect?: (item: OpenItem) => boolean;
  /** Opens the copy of an invoice. */
  readonly onCopy: (copy: InvoiceCopy) => void;
}

/** The items of a debtor with their state; each that waits can say why. */
export function ItemTable(props: ItemTableProps) {
  const { items, whyNot, ready, today, onPaid, charges, onConfirmDue, actions, onCorrect, mayCorrect, onCopy } = props;
  const { t } = useTranslation();
  const [settled, setSettled] = useState(false);
  const rows = settled ? [...items.live, ...items.settled] : items.live;
  const open = totalsByCurrency(
    items.live.flatMap(({ item, open, state }) => (state === 'open' ? [{ currency: item.currency, open }] : [])),
    (item) => item.open,
  );
  const derived = items.live.flatMap(({ item }) => (item.dueDerived && item.dueDate !== null ? [item.id] : []));
  return (
    <section className={styles.part}>
      <div className={styles.itemsHead}>
        <h2>{t('debiteuren.items.title')}</h2>
        {actions && <div className={styles.itemsActions}>{actions}</div>}
      </div>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('debiteuren.items.none')}</p>
      ) : (
        <table className={styles.items} aria-label={t('debiteuren.items.label')}>
          <thead>
            <tr>
              <th scope="col">{t('debiteuren.items.number')}</th>
              <th scope="col">{t('debiteuren.items.date')}</th>
              <th scope="col">{t('debiteuren.items.due')}</th>
              <th scope="col" className={styles.right}>
                {t('debiteuren.items.total')}
              </th>
              <th scope="col" className={styles.right}>
                {t('debiteuren.items.paid')}
              </th>
              <th scope="col" className={styles.right}>
                {t('debiteuren.items.open')}
              </th>
              <th scope="col" className={styles.right}>
                {t('debiteuren.items.interest')}
              </th>
              <th scope="col">{t('debiteuren.items.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ItemRow
                key={row.item.id}
                row={row}
                today={today}
                gates={row.state === 'open' ? gatesOf(whyNot, row.item.id) : []}
                ready={ready?.itemIds.has(row.item.id) ? ready.kind : null}
                otherLetter={ready !== null}
                onPaid={onPaid}
                charges={charges}
                onConfirmDue={onConfirmDue && ((itemId) => onConfirmDue([itemId]))}
                onCorrect={onCorrect && mayCorrect?.(row.item) ? onCorrect : null}
                onCopy={onCopy}
              />
            ))}
          </tbody>
          <tfoot>
            {open.map(({ currency, cents }) => (
              <tr key={currency}>
                <td colSpan={5} />
                <td className={styles.right}>
                  <Amount cents={cents} currency={currency} strong />
                </td>
                <td className={styles.right}>
                  {currency === 'EUR' && charges?.interest && <Amount cents={charges.interest.total} strong />}
                </td>
                <td />
              </tr>
            ))}
          </tfoot>
        </table>
      )}
      {derived.length > 0 && (
        <p className={styles.derivedLine}>
          <span>{t('debiteuren.items.derivedCount', { count: derived.length })}</span>
          {onConfirmDue && (
            <Button variant="default" size="compact-sm" onClick={() => onConfirmDue(derived)}>
              {t('debiteuren.items.confirmDue', { count: derived.length })}
            </Button>
          )}
        </p>
      )}
      {items.settled.length > 0 && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setSettled(!settled)}>
            {settled
              ? t('debiteuren.items.hideClosed')
              : t('debiteuren.items.showClosed', { count: items.settled.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
