import { type RefObject, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyByDebtor } from '#renderer/db/read/payments.ts';
import { WaitingMoneyLink } from '#renderer/features/debiteuren/index.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { handleGridKey } from '#renderer/ui/grid-keyboard.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import type { IsoDate } from '#shared/dates/civil.ts';
import type { QueueName } from '#shared/dunning/today.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { DayQueue, DayRow } from './day.ts';
import { actionKeys, rowName, rowWhy } from './row-words.ts';
import styles from './vandaag.module.css';

export interface QueueListProps {
  readonly queues: readonly DayQueue[];
  readonly today: IsoDate;
  /** Money that waits to be looked at: who is dunned may have paid. */
  readonly money: MoneyByDebtor;
  readonly activeKey: string | null;
  readonly listRef: RefObject<HTMLTableElement | null>;
  readonly onActive: (row: DayRow) => void;
  /** A row was clicked. */
  readonly onPick: (row: DayRow) => void;
  readonly onOpen: (row: DayRow) => void;
  readonly onAct: (row: DayRow) => void;
  readonly onMore: (queue: QueueName) => void;
}

/** The day as one list under quiet headings: one tab stop, J and K walk through every queue. */
export function QueueList(props: QueueListProps) {
  const { queues, activeKey, listRef, onActive, onOpen, onMore } = props;
  const { t } = useTranslation();
  const language = useUiLanguage();
  const id = useId();
  const rows = queues.flatMap((queue) => queue.rows);
  const index = rows.findIndex((row) => row.key === activeKey);
  useEffect(() => {
    if (index >= 0) document.getElementById(`${id}r${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, index]);
  let at = 0;
  return (
    <table
      ref={listRef}
      className={styles.list}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by key is a grid (ARIA practices)
      role="grid"
      aria-label={t('vandaag.list')}
      aria-rowcount={rows.length}
      aria-activedescendant={index >= 0 ? `${id}r${index}` : undefined}
      tabIndex={0}
      onKeyDown={(event) =>
        handleGridKey(event, {
          count: rows.length,
          index,
          heading: null,
          headings: 0,
          rowsPerPage: 12,
          onMove: (next) => rows[next] && onActive(rows[next]),
          onHeading: () => undefined,
          onSort: () => undefined,
          onToggle: () => undefined,
          onToggleAll: () => undefined,
          onOpen: (next) => rows[next] && onOpen(rows[next]),
        })
      }
    >
      <colgroup>
        <col className={styles.nameColumn} />
        <col />
        <col className={styles.amountColumn} />
        <col className={styles.actionColumn} />
      </colgroup>
      {queues.map((queue) => (
        <tbody key={queue.queue} aria-labelledby={`${id}${queue.queue}`} className={styles.queue}>
          <tr>
            <th id={`${id}${queue.queue}`} scope="rowgroup" colSpan={4} className={styles.heading}>
              {t(`vandaag.queue.${queue.queue}`)}{' '}
              <span className={styles.figures}>
                {queue.count} · {formatMoney(queue.totalCents, 'EUR', language)}
              </span>
            </th>
          </tr>
          {queue.rows.map((row) => (
            <QueueLine key={row.key} {...props} id={`${id}r${at}`} at={at++} row={row} active={row.key === activeKey} />
          ))}
          {queue.more > 0 && (
            <tr>
              <td colSpan={4}>
                <button type="button" tabIndex={-1} className={styles.more} onClick={() => onMore(queue.queue)}>
                  {t('vandaag.more', { count: queue.more })}
                </button>
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

interface QueueLineProps extends QueueListProps {
  readonly id: string;
  readonly at: number;
  readonly row: DayRow;
  readonly active: boolean;
}

function QueueLine({ id, at, row, active, today, money, onActive, onPick, onOpen, onAct }: QueueLineProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const why = rowWhy(t, row, today, language);
  const action = t(`vandaag.action.${row.queue}`);
  const name = rowName(t, row.row);
  const { debtorId } = row.row;
  const waiting = debtorId === null || row.queue === 'reconcile' ? undefined : money.get(debtorId);
  const hint = waiting && debtorId !== null && <WaitingMoneyLink debtorId={debtorId} money={waiting} inRow />;
  // A letter waits for it; elsewhere it is one thing more to know.
  const isLetter = row.queue === 'letters' || row.queue === 'failed-letters';
  return (
    <tr
      id={id}
      aria-rowindex={at + 1}
      aria-selected={active}
      className={active ? `${styles.row} ${styles.active}` : styles.row}
      onClick={() => onPick(row)}
      onDoubleClick={() => onOpen(row)}
      onMouseDown={(event) => {
        if (event.target instanceof Element && !event.target.closest('button')) event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
      }}
    >
      <th scope="row" className={styles.name} title={name}>
        {name}
      </th>
      <td className={styles.why} title={why}>
        <div className={styles.reasons}>
          {isLetter && hint}
          <span className={styles.reason}>{why}</span>
          {!isLetter && hint}
        </div>
      </td>
      <td>
        <Amount cents={row.row.total} currency={row.row.currency} warnsBelowZero={row.queue === 'payments'} />
      </td>
      <td className={styles.actionCell}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.action}
          aria-label={t('vandaag.actionFor', { action, name })}
          onClick={(event) => {
            event.stopPropagation();
            onActive(row);
            onAct(row);
          }}
        >
          {action} <Kbd keys={actionKeys[row.queue]} />
        </button>
      </td>
    </tr>
  );
}
