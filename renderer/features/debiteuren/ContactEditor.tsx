import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Debtor, DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';
import { type ContactForm, contactErrors, contactForm, withContact } from './contact-form.ts';
import styles from './debiteuren.module.css';
import { filterKinds } from './filter.ts';

const languages = ['nl', 'en', 'de', 'fr'] as const satisfies readonly LetterLanguage[];
const texts = ['contact', 'email', 'phone', 'street', 'postalCode', 'city', 'country', 'term'] as const;

/** Edits who the debtor is and how it is reached. */
export function ContactEditor({ debtor, onDone }: { readonly debtor: Debtor; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<ContactForm>(() => contactForm(debtor));
  const [failed, setFailed] = useState<string | null>(null);
  const errors = contactErrors(form);
  const set = (part: Partial<ContactForm>) => setForm({ ...form, ...part });
  const save = () => {
    if (Object.keys(errors).length > 0) return;
    runCommand({ type: 'save-debtor', debtor: withContact(debtor, form) }, { key: 'debiteuren.contact.saved' }).then(
      onDone,
      (error: unknown) => {
        const failure = failureOf(error);
        setFailed(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
      },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {failed && <Notice tone="broken" title={failed} />}
      <NativeSelect
        label={t('debiteuren.contact.kind')}
        autoFocus
        value={form.kind}
        data={filterKinds.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
        onChange={(event) => set({ kind: event.currentTarget.value as DebtorKind })}
      />
      <Checkbox
        label={t('debiteuren.contact.naturalPerson')}
        checked={form.naturalPerson}
        onChange={(event) => set({ naturalPerson: event.currentTarget.checked })}
      />
      {texts.map((field) => (
        <TextInput
          key={field}
          label={t(`debiteuren.contact.${field}`)}
          value={form[field]}
          error={errors[field] ? t(`debiteuren.contact.${errors[field]}`) : null}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={t('debiteuren.contact.language')}
        value={form.language}
        data={languages.map((value) => ({ value, label: t(`debiteuren.language.${value}`) }))}
        onChange={(event) => set({ language: event.currentTarget.value as LetterLanguage })}
      />
      <Checkbox
        label={t('debiteuren.contact.directDebit')}
        checked={form.directDebit}
        onChange={(event) => set({ directDebit: event.currentTarget.checked })}
      />
      <Group gap="xs">
        <Button type="submit" disabled={Object.keys(errors).length > 0}>
          {t('debiteuren.contact.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('debiteuren.contact.cancel')}
        </Button>
      </Group>
    </form>
  );
}
