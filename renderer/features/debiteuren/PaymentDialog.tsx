import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import { AmountField } from '#renderer/ui/AmountField.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { CardItem } from './card.ts';
import styles from './debiteuren.module.css';
import entry from './entry.module.css';
import { ItemChecks } from './ItemChecks.tsx';
import {
  heldUntil,
  openCurrencies,
  type PaymentForm,
  payableItems,
  paymentPreview,
  samePayment,
} from './payment-form.ts';
import { useFormCommand } from './use-form-command.ts';

export interface PaymentDialogProps {
  readonly debtorId: DebtorId;
  readonly ledger: DebtorLedger;
  readonly items: readonly CardItem[];
  readonly onClose: () => void;
}

/** "Gezien op de bank": a payment entered by hand, with what it would settle (criterion A11). */
export function PaymentDialog({ debtorId, ledger, items, onClose }: PaymentDialogProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const today = useSession((session) => session.today);
  const currencies = openCurrencies(items);
  const [form, setForm] = useState<PaymentForm>(() => ({
    date: today,
    amount: null,
    currency: currencies[0] ?? 'EUR',
    itemIds: [],
    note: '',
  }));
  const [chooses, setChooses] = useState(false);
  const [asked, setAsked] = useState(false);
  const { failed, wrong, save } = useFormCommand(onClose);
  const set = (part: Partial<PaymentForm>) => setForm({ ...form, ...part });
  const payable = payableItems(items, form.currency);
  const isFuture = form.date > today;
  const nothing = form.amount === null || form.amount === 0;
  const noneChosen = chooses && form.itemIds.length === 0;
  const submit = () => {
    setAsked(true);
    if (nothing || isFuture || noneChosen) return;
    void save([{ type: 'add-payment', debtorId, ...form, amount: form.amount ?? 0 }], {
      key: 'invoer.payment.done',
      params: { amount: formatMoney(form.amount ?? 0, form.currency, language) },
    });
  };
  return (
    <FormDialog
      title={t('invoer.payment.title')}
      failed={failed}
      explain={t('invoer.payment.explain')}
      confirm={
        nothing
          ? t('invoer.payment.confirmNone')
          : t('invoer.payment.confirm', { amount: formatMoney(form.amount ?? 0, form.currency, language) })
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <AmountField
          label={t('invoer.payment.amount')}
          currency={form.currency}
          value={form.amount}
          autoFocus
          error={asked && nothing ? t('invoer.wrong.amount') : (wrong.amount ?? null)}
          onChange={(amount) => set({ amount })}
        />
        <DateField
          label={t('invoer.payment.date')}
          value={form.date}
          today={today}
          wrong={t('invoer.wrong.date')}
          error={isFuture ? t('invoer.wrong.future') : (wrong.date ?? null)}
          onChange={(date) => date && set({ date })}
        />
        {currencies.length > 1 && (
          <NativeSelect
            label={t('invoer.payment.currency')}
            value={form.currency}
            data={[...currencies]}
            onChange={(event) => set({ currency: event.currentTarget.value, itemIds: [] })}
          />
        )}
      </div>
      {payable.length > 0 && (
        <Radio.Group
          label={t('invoer.payment.which')}
          value={chooses ? 'chosen' : 'oldest'}
          onChange={(value) => {
            setChooses(value === 'chosen');
            set({ itemIds: [] });
          }}
        >
          <Stack gap={4}>
            <Radio value="oldest" label={t('invoer.payment.oldest')} />
            <Radio value="chosen" label={t('invoer.payment.chosen')} />
          </Stack>
        </Radio.Group>
      )}
      {chooses && (
        <ItemChecks
          label={t('invoer.payment.items')}
          items={payable}
          chosen={form.itemIds}
          error={asked && noneChosen ? t('invoer.wrong.noneChosen') : null}
          onChange={(itemIds) => set({ itemIds })}
        />
      )}
      <TextInput
        label={t('invoer.payment.note')}
        autoComplete="off"
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {!noneChosen && <PaymentPreview form={form} ledger={ledger} />}
    </FormDialog>
  );
}

/** What the payment would settle, and why it may be no new one. */
function PaymentPreview({ form, ledger }: { readonly form: PaymentForm; readonly ledger: DebtorLedger }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const preview = paymentPreview(ledger, form);
  if (!preview) return null;
  const money = (cents: number) => formatMoney(cents, form.currency, language);
  const same = samePayment(ledger, form);
  const until = heldUntil(ledger, preview.parts, form.date);
  return (
    <>
      <ul className={entry.preview} aria-label={t('invoer.payment.preview')}>
        {preview.parts.map(({ itemId, amount }) => (
          <li key={itemId}>
            <span>{ledger.item?.[itemId]?.number || t('debiteuren.items.noNumber')}</span>
            <span>{money(amount)}</span>
          </li>
        ))}
        {preview.rest > 0 && (
          <li>
            <span>{t('invoer.payment.rest')}</span>
            <span>{money(preview.rest)}</span>
          </li>
        )}
      </ul>
      {same && (
        <Notice
          tone="attention"
          title={t(`invoer.payment.same.${same.source}`, {
            date: formatDate(same.date),
            amount: money(same.amount),
          })}
        />
      )}
      {until && <Notice tone="attention" title={t('invoer.payment.held', { date: formatDate(until) })} />}
    </>
  );
}
