import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdministration } from '#renderer/db/read/hooks.ts';
import { useSession } from '#renderer/state/session.ts';
import { AmountField } from '#renderer/ui/AmountField.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import { itemProblem } from '#shared/domain/commands/entry.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import type { CardItem } from './card.ts';
import styles from './debiteuren.module.css';
import {
  dueByTerm,
  enteredItem,
  enteredKinds,
  type ItemForm,
  itemForm,
  itemWarnings,
  referenceHint,
} from './item-form.ts';
import { useFormCommand } from './use-form-command.ts';

export interface ItemDialogProps {
  readonly debtor: Debtor;
  /** Invoices a credit note may be for. */
  readonly items: readonly CardItem[];
  /** The item that is put right; null for a new one. */
  readonly item: OpenItem | null;
  readonly onClose: () => void;
}

/** An item entered by hand, or put right while nothing rests on it (criterion A11). */
export function ItemDialog({ debtor, items, item, onClose }: ItemDialogProps) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const administration = useAdministration();
  const termDays = debtor.termDays ?? administration?.termDays ?? 30;
  const [form, setForm] = useState<ItemForm>(() => itemForm(today, item));
  const [asked, setAsked] = useState(false);
  const { failed, wrong, save } = useFormCommand(onClose);
  const set = (part: Partial<ItemForm>) => setForm({ ...form, ...part });
  const entered = enteredItem(form);
  const problem = itemProblem(entered);
  const errorOf = (field: string) => {
    if (asked && problem?.field === field) return t(`invoer.wrong.${problem.reason}`);
    return wrong[field] ?? null;
  };
  const due = dueByTerm(form, termDays);
  const debtorId = debtor.id;
  const submit = () => {
    setAsked(true);
    if (problem) return;
    const params = { number: entered.number.trim() };
    void (item
      ? save([{ type: 'correct-item', debtorId, itemId: item.id, item: entered }], {
          key: 'invoer.newItem.corrected',
          params,
        })
      : save([{ type: 'add-item', debtorId, item: entered }], { key: 'invoer.newItem.done', params }));
  };
  return (
    <FormDialog
      title={item ? t('invoer.newItem.correctTitle', { number: item.number }) : t('invoer.newItem.title')}
      failed={failed}
      explain={item ? null : t('invoer.newItem.explain')}
      confirm={item ? t('invoer.newItem.correct') : t('invoer.newItem.confirm')}
      aside={
        item && (
          <ConfirmButton
            variant="subtle"
            question={t('invoer.newItem.removeQuestion', { number: item.number })}
            confirm={t('invoer.newItem.removeConfirm')}
            onConfirm={() =>
              void save([{ type: 'remove-item', debtorId, itemId: item.id }], {
                key: 'invoer.newItem.removed',
                params: { number: item.number },
              })
            }
          >
            {t('invoer.newItem.remove')}
          </ConfirmButton>
        )
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <NativeSelect
          label={t('invoer.newItem.kind')}
          value={form.kind}
          data={enteredKinds.map((value) => ({ value, label: t(`invoer.newItem.kinds.${value}`) }))}
          onChange={(event) => set({ kind: event.currentTarget.value as ItemForm['kind'] })}
        />
        <TextInput
          label={t('invoer.newItem.number')}
          autoComplete="off"
          data-autofocus
          value={form.number}
          error={errorOf('number')}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <AmountField
          label={t('invoer.newItem.amount')}
          currency={form.currency.toUpperCase()}
          value={form.amount}
          error={errorOf('amount')}
          onChange={(amount) => set({ amount })}
        />
        <TextInput
          label={t('invoer.newItem.currency')}
          autoComplete="off"
          maxLength={3}
          value={form.currency}
          error={errorOf('currency')}
          onChange={(event) => set({ currency: event.currentTarget.value })}
        />
        <DateField
          label={t('invoer.newItem.date')}
          value={form.date}
          today={today}
          wrong={t('invoer.wrong.date')}
          error={errorOf('date')}
          onChange={(date) => date && set({ date })}
        />
        {due && (
          <DateField
            label={t('invoer.newItem.dueDate')}
            description={
              form.dueDate === null ? t('invoer.newItem.dueDerived', { date: formatDate(due), count: termDays }) : null
            }
            value={form.dueDate}
            today={today}
            optional
            wrong={t('invoer.wrong.date')}
            error={errorOf('dueDate')}
            onChange={(dueDate) => set({ dueDate })}
          />
        )}
        {form.kind === 'credit' && (
          <NativeSelect
            label={t('invoer.newItem.creditFor')}
            value={form.creditFor}
            onChange={(event) => set({ creditFor: event.currentTarget.value })}
          >
            <option value="">{t('invoer.newItem.creditForNone')}</option>
            {items
              .filter((row) => row.item.kind === 'invoice' && row.item.number !== '')
              .map(({ item: { id, number } }) => (
                <option key={id} value={number}>
                  {number}
                </option>
              ))}
          </NativeSelect>
        )}
        <TextInput
          label={t('invoer.newItem.yourReference')}
          autoComplete="off"
          value={form.yourReference}
          onChange={(event) => set({ yourReference: event.currentTarget.value })}
        />
        {form.kind !== 'credit' && (
          <TextInput
            label={t('invoer.newItem.paymentReference')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={t(`invoer.newItem.reference.${referenceHint(form.paymentReference)}`)}
            autoComplete="off"
            maxLength={140}
            value={form.paymentReference}
            error={errorOf('paymentReference')}
            onChange={(event) => set({ paymentReference: event.currentTarget.value })}
          />
        )}
      </div>
      <TextInput
        label={t('invoer.newItem.description')}
        autoComplete="off"
        value={form.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      {itemWarnings(form, today).map((warning) => (
        <Notice key={warning} tone="attention" title={t(`invoer.newItem.warn.${warning}`)} />
      ))}
    </FormDialog>
  );
}
