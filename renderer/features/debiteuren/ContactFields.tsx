import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountField } from '#renderer/ui/AmountField.tsx';
import type { DebtorId, DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';
import type { ContactForm } from './contact-form.ts';
import { DebtorPicker } from './DebtorPicker.tsx';
import { filterKinds } from './filter.ts';

const languages = ['nl', 'en', 'de', 'fr'] as const satisfies readonly LetterLanguage[];
const who = ['name', 'code'] as const;
const reached = ['contact', 'email', 'phone', 'street', 'postalCode', 'city', 'country', 'term'] as const;
const registered = ['iban', 'kvk', 'vatId'] as const;

export interface ContactFieldsProps {
  readonly form: ContactForm;
  /** What is wrong with a field, in words. */
  readonly errorOf: (field: keyof ContactForm) => string | null;
  /** The debtor it is of; null for a new one. */
  readonly debtorId: DebtorId | null;
  readonly onChange: (part: Partial<ContactForm>) => void;
}

/** Who a debtor is and how it is reached, as fields. */
export function ContactFields({ form, errorOf, debtorId, onChange }: ContactFieldsProps) {
  const { t } = useTranslation();
  const text = (field: (typeof who)[number] | (typeof reached)[number] | (typeof registered)[number]) => (
    <TextInput
      key={field}
      label={t(`debiteuren.contact.${field}`)}
      description={field === 'code' ? t('debiteuren.contact.codeHint') : null}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoFocus={field === 'name'}
      data-autofocus={field === 'name' || undefined}
      autoComplete="off"
      value={form[field]}
      error={errorOf(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {who.map(text)}
      <NativeSelect
        label={t('debiteuren.contact.kind')}
        value={form.kind}
        data={filterKinds.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
        onChange={(event) => onChange({ kind: event.currentTarget.value as DebtorKind })}
      />
      <Checkbox
        label={t('debiteuren.contact.naturalPerson')}
        checked={form.naturalPerson}
        onChange={(event) => onChange({ naturalPerson: event.currentTarget.checked })}
      />
      {reached.map(text)}
      <AmountField
        label={t('debiteuren.contact.creditLimit')}
        currency="EUR"
        value={form.creditLimit}
        error={errorOf('creditLimit')}
        onChange={(creditLimit) => onChange({ creditLimit })}
      />
      <NativeSelect
        label={t('debiteuren.contact.language')}
        value={form.language}
        data={languages.map((value) => ({ value, label: t(`debiteuren.language.${value}`) }))}
        onChange={(event) => onChange({ language: event.currentTarget.value as LetterLanguage })}
      />
      {registered.map(text)}
      <Checkbox
        label={t('debiteuren.contact.directDebit')}
        checked={form.directDebit}
        onChange={(event) => onChange({ directDebit: event.currentTarget.checked })}
      />
      <DebtorPicker
        label={t('debiteuren.contact.paidBy')}
        description={t('debiteuren.contact.paidByHint')}
        value={form.paidBy}
        without={debtorId}
        error={errorOf('paidBy')}
        onChange={(paidBy) => onChange({ paidBy })}
      />
    </>
  );
}
