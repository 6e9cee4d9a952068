import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import type { WaitingMoney } from '#renderer/db/import-api.ts';
import { DebtorBrief, NoteComposer, WaitingMoneyLink } from '#renderer/features/debiteuren/index.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { SidePanel } from '#renderer/ui/SidePanel.tsx';
import { isReturnReason, returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { CallForm } from './CallForm.tsx';
import type { DayRow } from './day.ts';
import { rowName } from './row-words.ts';
import styles from './vandaag.module.css';

export interface DecidePanelProps {
  readonly row: DayRow;
  /** Money that waits and may well be of the row's debtor. */
  readonly money: readonly WaitingMoney[] | undefined;
  readonly writing: 'note' | 'call' | null;
  readonly onClose: () => void;
  readonly onWritten: () => void;
  readonly onCalled: (outcome: string) => void;
}

/** Enough to decide on the row the keyboard is on. */
export function DecidePanel({ row, money, writing, onClose, onWritten, onCalled }: DecidePanelProps) {
  const { t } = useTranslation();
  const { debtorId, lineId } = row.row;
  const full = debtorId === null ? addressOf(['betalingen'], { regel: lineId }) : addressOf(['debiteuren', debtorId]);
  return (
    <SidePanel
      title={rowName(t, row.row)}
      onClose={onClose}
      footer={
        <Button variant="default" onClick={() => goTo(full)} rightSection={<Kbd keys="enter" />}>
          {t(debtorId === null ? 'vandaag.queue.payments' : 'debiteuren.card.full')}
        </Button>
      }
    >
      <div className={styles.panel}>
        {debtorId === null ? (
          <PaymentBrief row={row} />
        ) : (
          <>
            {money && (
              <p className={styles.money}>
                <WaitingMoneyLink debtorId={debtorId} money={money} />
              </p>
            )}
            {writing === 'call' && <CallForm key={row.key} debtorId={debtorId} onSave={onCalled} />}
            {writing === 'note' && <NoteComposer key={row.key} debtorId={debtorId} autoFocus onSaved={onWritten} />}
            <DebtorBrief debtorId={debtorId} />
          </>
        )}
      </div>
    </SidePanel>
  );
}

/** A payment that waits: what came in and what the bank says of it. */
function PaymentBrief({ row: { row } }: { readonly row: DayRow }) {
  const { t } = useTranslation();
  const { total, currency, date, detail } = row;
  return (
    <div className={styles.payment}>
      <p>
        <Amount cents={total} currency={currency} warnsBelowZero strong inline /> · <DateText date={date} />
      </p>
      <p className={styles.said}>
        {total < 0 && isReturnReason(detail) ? returnReasonText(t, detail) : detail || t('betalingen.noText')}
      </p>
    </div>
  );
}
