import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { daysBetween, formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { InvoiceCopy, OpenItem } from '#shared/domain/item.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import type { DebtorCharges } from '#shared/dunning/debtor-charges.ts';
import type { Gate } from '#shared/dunning/proposal.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { CardItem } from './card.ts';
import { DueDate } from './DueDate.tsx';
import styles from './debiteuren.module.css';
import { GateList } from './GateList.tsx';
import { ItemFacts, ItemNumber, itemFacts } from './ItemFacts.tsx';
import { ItemInterestCell } from './ItemInterestCell.tsx';

export interface ItemRowProps {
  readonly row: CardItem;
  readonly today: IsoDate;
  readonly gates: readonly Gate[];
  readonly ready: LetterKind | null;
  /** A letter is ready for this debtor, but not for this item. */
  readonly otherLetter: boolean;
  readonly onPaid: ((itemId: string, paid: boolean) => void) | null;
  /** Interest and costs of the debtor; undefined while they are reckoned. */
  readonly charges: DebtorCharges | null | undefined;
  /** The computed due date of the item is the agreed one. */
  readonly onConfirmDue: ((itemId: string) => void) | null;
  /** Puts it right; null when it came from a list, or something rests on it. */
  readonly onCorrect: ((item: OpenItem) => void) | null;
  readonly onCopy: (copy: InvoiceCopy) => void;
}

function State({ row, today, ready }: Pick<ItemRowProps, 'row' | 'today' | 'ready'>) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { item, open, held, heldUntil, state } = row;
  if (state === 'presumed-paid')
    return <StatusText tone="attention">{t('debiteuren.items.states.presumed-paid')}</StatusText>;
  if (state === 'closed') return <StatusText tone="muted">{t('debiteuren.items.states.closed')}</StatusText>;
  if (held > 0) {
    const whole = held >= open;
    const name = `${whole ? 'heldWhole' : 'held'}${heldUntil ? 'Until' : ''}`;
    const params = { amount: formatMoney(held, item.currency, language), date: heldUntil ? formatDate(heldUntil) : '' };
    return <StatusText tone="attention">{t(`debiteuren.items.states.${name}`, params)}</StatusText>;
  }
  if (ready) {
    return <StatusText tone="good">{t('debiteuren.items.ready', { kind: t(`letters.kind.${ready}`) })}</StatusText>;
  }
  if (open < 0) return <StatusText tone="muted">{t('debiteuren.items.states.credit')}</StatusText>;
  const late = item.dueDate === null ? 0 : daysBetween(item.dueDate, today);
  if (late <= 0) return <StatusText tone="muted">{t('debiteuren.items.states.notDue')}</StatusText>;
  return <StatusText tone="plain">{t('debiteuren.daysLate', { count: late })}</StatusText>;
}

/** One item; what else is known of it, and its reasons for waiting, open under it. */
export function ItemRow(props: ItemRowProps) {
  const { row, today, gates, ready, otherLetter, onPaid, charges, onConfirmDue, onCorrect, onCopy } = props;
  const { t } = useTranslation();
  const [why, setWhy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { item, open, paid, state } = row;
  const facts = itemFacts(item);
  const number = item.number || t('debiteuren.items.noNumber');
  const bundled = otherLetter && gates.length === 0 && open > 0;
  const waits = state === 'open' && ready === null && (gates.length > 0 || bundled);
  return (
    <>
      <tr className={state === 'closed' ? styles.settled : undefined}>
        <th scope="row">
          <ItemNumber
            number={number}
            facts={facts}
            isOpen={isOpen}
            controls={`${id}facts`}
            onToggle={() => setOpen(!isOpen)}
          />
          {item.kind !== 'invoice' && <span className={styles.quiet}> {t(`debiteuren.items.kinds.${item.kind}`)}</span>}
          {row.copies.map((copy) => (
            <button
              key={copy.id}
              type="button"
              className={styles.why}
              title={copy.name}
              aria-label={t('debiteuren.items.copyOf', { number, name: copy.name })}
              onClick={() => onCopy(copy)}
            >
              {t('debiteuren.items.copy')}
            </button>
          ))}
        </th>
        <td>
          <DateText date={item.date} />
        </td>
        <td>
          <DueDate
            date={item.dueDate}
            derived={item.dueDerived && state !== 'closed'}
            number={number}
            onConfirm={onConfirmDue && (() => onConfirmDue(item.id))}
          />
        </td>
        <td className={styles.right}>
          <Amount cents={item.total} currency={item.currency} muted />
        </td>
        <td className={styles.right}>
          <Amount cents={paid} currency={item.currency} muted />
        </td>
        <td className={styles.right}>
          <Amount cents={open} currency={item.currency} />
        </td>
        <td className={styles.right}>
          {state === 'open' && <ItemInterestCell charges={charges} itemId={item.id} number={number} />}
        </td>
        <td className={styles.stateCell}>
          <State row={row} today={today} ready={ready} />
          {waits && (
            <button
              type="button"
              className={styles.why}
              aria-expanded={why}
              aria-controls={id}
              aria-label={t('debiteuren.items.whyFor', { number })}
              onClick={() => setWhy(!why)}
            >
              {t('debiteuren.items.why')}
            </button>
          )}
          {onCorrect && (
            <button
              type="button"
              className={styles.why}
              aria-label={t('debiteuren.items.correctOf', { number })}
              onClick={() => onCorrect(item)}
            >
              {t('debiteuren.items.correct')}
            </button>
          )}
          {state === 'presumed-paid' && onPaid && (
            <>
              <Button size="compact-xs" variant="default" onClick={() => onPaid(item.id, true)}>
                {t('debiteuren.presumed.confirmOne')}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => onPaid(item.id, false)}>
                {t('debiteuren.presumed.denyOne')}
              </Button>
            </>
          )}
        </td>
      </tr>
      {isOpen && facts.length > 0 && (
        <tr id={`${id}facts`} className={styles.whyRow}>
          <td colSpan={8}>
            <ItemFacts facts={facts} />
          </td>
        </tr>
      )}
      {why && waits && (
        <tr id={id} className={styles.whyRow}>
          <td colSpan={8}>{bundled ? <p>{t('debiteuren.why.otherLetter')}</p> : <GateList gates={gates} />}</td>
        </tr>
      )}
    </>
  );
}
