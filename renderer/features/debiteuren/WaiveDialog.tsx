import { Group, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Waiver } from '#shared/domain/hold.ts';
import type { CardItem } from './card.ts';
import { ItemChoice } from './ItemChoice.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useFormCommand } from './use-form-command.ts';

const parts = ['interest', 'costs', 'both'] as const satisfies readonly Waiver['what'][];

export interface WaiveDialogProps {
  readonly debtorId: DebtorId;
  readonly items: readonly CardItem[];
  readonly onClose: () => void;
}

/** Kwijtschelden: interest or costs of one item or of all are not asked for (criterion B4). */
export function WaiveDialog({ debtorId, items, onClose }: WaiveDialogProps) {
  const { t } = useTranslation();
  const [what, setWhat] = useState<Waiver['what']>('both');
  const [itemId, setItemId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { failed, save } = useFormCommand(onClose);
  const waive = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    void save([{ type: 'waive', debtorId, itemId, what, reason: reason.trim() }], {
      key: `debiteuren.waive.done.${what}`,
    });
  };
  return (
    <FormDialog
      title={t('debiteuren.waive.title')}
      failed={failed}
      explain={t('debiteuren.waive.explain')}
      confirm={t('debiteuren.waive.confirm')}
      onSubmit={waive}
      onClose={onClose}
    >
      <Radio.Group
        label={t('debiteuren.waive.what')}
        value={what}
        onChange={(value) => setWhat(parts.find((part) => part === value) ?? 'both')}
      >
        <Group gap="md" mt={4}>
          {parts.map((part) => (
            <Radio key={part} value={part} label={t(`debiteuren.waive.parts.${part}`)} />
          ))}
        </Group>
      </Radio.Group>
      <ItemChoice
        label={t('debiteuren.waive.forWhich')}
        all={t('debiteuren.waive.allItems')}
        items={items}
        value={itemId}
        onChange={setItemId}
      />
      <ReasonField
        label={t('debiteuren.waive.reason')}
        description={t('debiteuren.waive.reasonHint')}
        value={reason}
        needed={asked ? t('debiteuren.waive.reasonNeeded') : null}
        onChange={setReason}
      />
    </FormDialog>
  );
}
