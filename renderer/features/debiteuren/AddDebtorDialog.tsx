import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdministration } from '#renderer/db/read/hooks.ts';
import { undoStore } from '#renderer/state/undo.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { type DebtorId, unknownDebtor } from '#shared/domain/debtor.ts';
import { ContactFields } from './ContactFields.tsx';
import { type ContactForm, contactErrors, contactForm, savedDebtor } from './contact-form.ts';
import entry from './entry.module.css';
import { useFormCommand } from './use-form-command.ts';

export interface AddDebtorDialogProps {
  readonly onClose: () => void;
  /** It is there; its number. */
  readonly onAdded: (id: DebtorId) => void;
}

/** The number of the debtor the last command made, as what undoes it names it. */
function madeDebtor(): DebtorId | null {
  const line = undoStore.getState().last?.lines.find(({ table }) => table === 'debtor');
  return line ? Number(line.key) : null;
}

/** A debtor entered by hand (criterion A11). */
export function AddDebtorDialog({ onClose, onAdded }: AddDebtorDialogProps) {
  const { t } = useTranslation();
  const language = useAdministration()?.language ?? 'nl';
  const [changed, setChanged] = useState<Partial<ContactForm>>({});
  const [asked, setAsked] = useState(false);
  const form: ContactForm = { ...contactForm({ ...unknownDebtor, language }), ...changed };
  const { failed, wrong, save } = useFormCommand(() => {
    const id = madeDebtor();
    onClose();
    if (id !== null) onAdded(id);
  });
  const errors = contactErrors(form, unknownDebtor);
  const errorOf = (field: keyof ContactForm) => {
    const error = errors[field];
    if (error && (asked || error !== 'name')) return t(`invoer.wrong.${error}`);
    return wrong[field] ?? null;
  };
  return (
    <FormDialog
      title={t('invoer.newDebtor.title')}
      size="lg"
      failed={failed}
      confirm={t('invoer.newDebtor.confirm')}
      onSubmit={() => {
        setAsked(true);
        if (Object.keys(errors).length > 0) return;
        const debtor = { ...savedDebtor(unknownDebtor, form), code: form.code.trim() };
        void save([{ type: 'add-debtor', debtor }], {
          key: 'invoer.newDebtor.done',
          params: { name: debtor.name },
        });
      }}
      onClose={onClose}
    >
      <div className={entry.debtor}>
        <ContactFields
          form={form}
          debtorId={null}
          errorOf={errorOf}
          onChange={(part) => setChanged({ ...changed, ...part })}
        />
      </div>
    </FormDialog>
  );
}
