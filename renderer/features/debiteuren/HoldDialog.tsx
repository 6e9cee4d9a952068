import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { HoldReason } from '#shared/domain/hold.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { CardItem } from './card.ts';
import { HoldPart, isPartOf } from './HoldPart.tsx';
import { ItemChoice } from './ItemChoice.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useFormCommand } from './use-form-command.ts';

/** Reasons a person sets by hand; the others come from their own screens. */
const reasons = ['manual', 'legal', 'client-approval'] as const satisfies readonly HoldReason[];

export interface HoldDialogProps {
  readonly debtorIds: readonly DebtorId[];
  /** Items it may be limited to; only for one debtor. */
  readonly items?: readonly CardItem[];
  readonly onClose: () => void;
}

/** Sets an aanmaanblokkade for a debtor, one of its items, or several debtors at once. */
export function HoldDialog({ debtorIds, items = [], onClose }: HoldDialogProps) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const [itemId, setItemId] = useState<string | null>(null);
  const [part, setPart] = useState<Cents | null>(null);
  const [reason, setReason] = useState<HoldReason>('manual');
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const { failed, save } = useFormCommand(onClose);
  const many = debtorIds.length > 1;
  const past = until !== null && until < today;
  const item = items.find((row) => row.item.id === itemId);
  const wrongPart = part !== null && !isPartOf(part, item?.open ?? 0);
  const set = () => {
    setAsked(true);
    if (note.trim() === '' || past || wrongPart) return;
    void save(
      debtorIds.map((debtorId) => ({
        type: 'set-hold',
        debtorId,
        itemId,
        amount: part,
        reason,
        until,
        note: note.trim(),
      })),
      many
        ? { key: 'debiteuren.holds.doneMany', params: { count: debtorIds.length } }
        : { key: 'debiteuren.holds.done' },
    );
  };
  return (
    <FormDialog
      title={t('debiteuren.holds.title')}
      failed={failed}
      explain={t('debiteuren.holds.explain')}
      confirm={many ? t('debiteuren.holds.setFor', { count: debtorIds.length }) : t('debiteuren.holds.set')}
      onSubmit={set}
      onClose={onClose}
    >
      {!many && items.length > 0 && (
        <ItemChoice
          label={t('debiteuren.holds.what')}
          all={t('debiteuren.holds.whole')}
          items={items}
          value={itemId}
          onChange={(chosen) => {
            setItemId(chosen);
            setPart(null);
          }}
        />
      )}
      {item && item.state === 'open' && (
        <HoldPart
          open={item.open}
          currency={item.item.currency}
          part={part}
          wrong={asked && wrongPart}
          onChange={setPart}
        />
      )}
      <NativeSelect
        label={t('debiteuren.holds.reason')}
        value={reason}
        data={reasons.map((value) => ({ value, label: t(`debiteuren.holds.reasons.${value}`) }))}
        onChange={(event) => setReason(event.currentTarget.value as HoldReason)}
      />
      <DateField
        label={t('debiteuren.holds.until')}
        description={t('debiteuren.holds.untilHint')}
        value={until}
        today={today}
        optional
        wrong={t('debiteuren.holds.untilWrong')}
        error={past ? t('debiteuren.holds.untilPast') : null}
        onChange={setUntil}
      />
      <ReasonField
        label={t('debiteuren.holds.note')}
        description={t('debiteuren.holds.noteHint')}
        value={note}
        needed={asked ? t('debiteuren.holds.noteNeeded') : null}
        onChange={setNote}
      />
    </FormDialog>
  );
}
