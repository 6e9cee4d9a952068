import { Button, Group, Modal, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Waiver } from '#shared/domain/hold.ts';
import type { CardItem } from './card.ts';
import styles from './debiteuren.module.css';

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
  const [failed, setFailed] = useState<string | null>(null);
  const waive = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    runCommand(
      { type: 'waive', debtorId, itemId, what, reason: reason.trim() },
      { key: `debiteuren.waive.done.${what}` },
    ).then(onClose, (error: unknown) => {
      const failure = failureOf(error);
      setFailed(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('debiteuren.waive.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          waive();
        }}
      >
        {failed && <Notice tone="broken" title={failed} />}
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
        <NativeSelect
          label={t('debiteuren.waive.forWhich')}
          value={itemId ?? ''}
          onChange={(event) => setItemId(event.currentTarget.value || null)}
        >
          <option value="">{t('debiteuren.waive.allItems')}</option>
          {items.map(({ item }) => (
            <option key={item.id} value={item.id}>
              {t('debiteuren.holds.item', { number: item.number || t('debiteuren.items.noNumber') })}
            </option>
          ))}
        </NativeSelect>
        <Textarea
          label={t('debiteuren.waive.reason')}
          description={t('debiteuren.waive.reasonHint')}
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          error={asked && reason.trim() === '' ? t('debiteuren.waive.reasonNeeded') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={styles.quiet}>{t('debiteuren.waive.explain')}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('debiteuren.holds.cancel')}
          </Button>
          <Button type="submit">{t('debiteuren.waive.confirm')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
