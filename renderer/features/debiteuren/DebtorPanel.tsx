import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { SidePanel } from '#renderer/ui/SidePanel.tsx';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { DebtorBrief } from './DebtorBrief.tsx';

/** A debtor beside the list; Enter opens it in full, Esc closes. */
export function DebtorPanel({ debtorId, onClose }: { readonly debtorId: DebtorId; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const summary = useSummaries()?.find((known) => known.id === debtorId);
  return (
    <SidePanel
      title={summary?.name ?? t('debiteuren.title')}
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
      <DebtorBrief debtorId={debtorId} />
    </SidePanel>
  );
}
