import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { toUnreadable } from '#renderer/ui/unreadable.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { ContactFields } from './ContactFields.tsx';
import { type ContactForm, contactErrors, contactForm, savedDebtor } from './contact-form.ts';
import styles from './debiteuren.module.css';
import { useFormCommand } from './use-form-command.ts';

/** Edits who the debtor is and how it is reached. */
export function ContactEditor({ debtor, onDone }: { readonly debtor: Debtor; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<ContactForm>(() => contactForm(debtor));
  const { failed, wrong, save } = useFormCommand(onDone);
  const errors = contactErrors(form, debtor);
  const isWrong = Object.keys(errors).length > 0;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong || toUnreadable(event.currentTarget)) return;
        void save([{ type: 'save-debtor', debtor: savedDebtor(debtor, form) }], { key: 'debiteuren.contact.saved' });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {failed && <Notice tone="broken" title={failed} />}
      <div className={styles.fields}>
        <ContactFields
          form={form}
          debtorId={debtor.id}
          errorOf={(field) => (errors[field] ? t(`invoer.wrong.${errors[field]}`) : (wrong[field] ?? null))}
          onChange={(part) => setForm({ ...form, ...part })}
        />
      </div>
      <Group gap="xs">
        <Button type="submit" disabled={isWrong}>
          {t('debiteuren.contact.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
