import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { DebtorBrief, NoteComposer } from '#renderer/features/debiteuren/index.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { SidePanel } from '#renderer/ui/SidePanel.tsx';
import { CallForm } from './CallForm.tsx';
import type { DayRow } from './day.ts';
import styles from './vandaag.module.css';

export interface DecidePanelProps {
  readonly row: DayRow;
  readonly writing: 'note' | 'call' | null;
  readonly onClose: () => void;
  readonly onWritten: () => void;
  readonly onCalled: (outcome: string) => void;
}

/** Enough to decide on the row the keyboard is on. */
export function DecidePanel({ row, writing, onClose, onWritten, onCalled }: DecidePanelProps) {
  const { t } = useTranslation();
  const { debtorId, debtorName } = row.row;
  return (
    <SidePanel
      title={debtorName}
      onClose={onClose}
      footer={
        <Button
          variant="default"
          onClick={() => goTo(addressOf(['debiteuren', debtorId]))}
          rightSection={<Kbd keys="enter" />}
        >
          {t('debiteuren.card.full')}
        </Button>
      }
    >
      <div className={styles.panel}>
        {writing === 'call' && <CallForm key={row.key} row={row.row} onSave={onCalled} />}
        {writing === 'note' && <NoteComposer key={row.key} debtorId={debtorId} autoFocus onSaved={onWritten} />}
        <DebtorBrief debtorId={debtorId} />
      </div>
    </SidePanel>
  );
}
