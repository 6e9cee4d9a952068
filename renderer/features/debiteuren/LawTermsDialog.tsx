import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { Debtor, DebtorKind } from '#shared/domain/debtor.ts';
import { jurisdictionOf } from '#shared/domain/jurisdiction.ts';
import styles from './debiteuren.module.css';
import { type LawTermsForm, lawTermsErrors, lawTermsForm, mayAgreeCosts, withLawTerms } from './law-terms-form.ts';
import { useFormCommand } from './use-form-command.ts';

/** Edits whose law holds and what was agreed about term, interest and costs. */
export function LawTermsDialog({ debtor, onClose }: { readonly debtor: Debtor; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<LawTermsForm>(() => lawTermsForm(debtor));
  const { failed, save: run } = useFormCommand(onClose);
  const byAddress = jurisdictionOf({ address: debtor.address });
  const law = form.jurisdiction || byAddress;
  const withCosts = mayAgreeCosts(debtor.kind, law);
  const errors = lawTermsErrors(form, withCosts);
  const wrong = Object.keys(errors).length > 0;
  const set = (part: Partial<LawTermsForm>) => setForm({ ...form, ...part });
  const save = () => {
    if (wrong) return;
    const command = { type: 'save-debtor', debtor: withLawTerms(debtor, form, withCosts) } as const;
    void run([command], { key: 'debiteuren.contact.saved' });
  };
  const parts = {
    form,
    set,
    kind: debtor.kind,
    errorOf: (field: keyof LawTermsForm) => errors[field] && t(`debiteuren.terms.${errors[field]}`),
  };
  return (
    <FormDialog
      title={t('debiteuren.terms.title')}
      size="lg"
      failed={failed}
      confirm={t('debiteuren.contact.save')}
      disabled={wrong}
      onSubmit={save}
      onClose={onClose}
    >
      <NativeSelect
        label={t('debiteuren.terms.jurisdiction')}
        description={t('debiteuren.terms.jurisdictionHint')}
        data-autofocus
        value={form.jurisdiction}
        onChange={(event) => set({ jurisdiction: event.currentTarget.value as LawTermsForm['jurisdiction'] })}
      >
        <option value="">{t('debiteuren.terms.automatic', { law: t(`debiteuren.terms.law.${byAddress}`) })}</option>
        {(['NL', 'BE', 'none'] as const).map((value) => (
          <option key={value} value={value}>
            {t(`debiteuren.terms.law.${value}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t('debiteuren.terms.termAgreed')}
        description={t('debiteuren.terms.termAgreedHint')}
        value={form.termAgreed}
        data={(['unknown', 'yes', 'no'] as const).map((value) => ({
          value,
          label: t(`debiteuren.terms.agreed.${value}`),
        }))}
        onChange={(event) => set({ termAgreed: event.currentTarget.value as LawTermsForm['termAgreed'] })}
      />
      {law !== 'none' && <InterestFields {...parts} />}
      {withCosts && <CostsFields {...parts} />}
    </FormDialog>
  );
}

interface FieldsProps {
  readonly kind: DebtorKind;
  readonly form: LawTermsForm;
  readonly set: (part: Partial<LawTermsForm>) => void;
  readonly errorOf: (field: keyof LawTermsForm) => string | undefined;
}

function InterestFields({ form, set, errorOf, kind }: FieldsProps) {
  const { t } = useTranslation();
  const compounds = form.per === 'month' ? (['none', 'month', 'year'] as const) : (['none', 'year'] as const);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('debiteuren.terms.interest')}</legend>
      <p className={styles.quiet}>{t(`debiteuren.terms.interestHint.${kind}`)}</p>
      <div className={styles.fields}>
        <TextInput
          label={t('debiteuren.terms.percent')}
          value={form.percent}
          inputMode="decimal"
          autoComplete="off"
          error={errorOf('percent')}
          onChange={(event) => set({ percent: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('debiteuren.terms.per')}
          value={form.per}
          data={(['month', 'year'] as const).map((value) => ({ value, label: t(`debiteuren.terms.perUnit.${value}`) }))}
          onChange={(event) => {
            const per = event.currentTarget.value as LawTermsForm['per'];
            set(per === 'year' && form.compound === 'month' ? { per, compound: 'year' } : { per });
          }}
        />
        <NativeSelect
          label={t('debiteuren.terms.compound')}
          value={form.compound}
          data={compounds.map((value) => ({ value, label: t(`debiteuren.terms.compounds.${value}`) }))}
          onChange={(event) => set({ compound: event.currentTarget.value as LawTermsForm['compound'] })}
        />
      </div>
      <TextInput
        label={t('debiteuren.terms.clause')}
        placeholder={t('debiteuren.terms.clauseExample')}
        value={form.clause}
        error={errorOf('clause')}
        onChange={(event) => set({ clause: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function CostsFields({ form, set, errorOf, kind }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('debiteuren.terms.costs')}</legend>
      <p className={styles.quiet}>
        {t(kind === 'consumer' ? 'debiteuren.terms.costsHintConsumer' : 'debiteuren.terms.costsHint')}
      </p>
      <div className={styles.fields}>
        <TextInput
          label={t('debiteuren.terms.costsPercent')}
          value={form.costsPercent}
          inputMode="decimal"
          autoComplete="off"
          error={errorOf('costsPercent')}
          onChange={(event) => set({ costsPercent: event.currentTarget.value })}
        />
        <TextInput
          label={t('debiteuren.terms.costsMinimum')}
          value={form.costsMinimum}
          inputMode="decimal"
          autoComplete="off"
          error={errorOf('costsMinimum')}
          onChange={(event) => set({ costsMinimum: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('debiteuren.terms.clause')}
        placeholder={t('debiteuren.terms.clauseExample')}
        value={form.costsClause}
        error={errorOf('costsClause')}
        onChange={(event) => set({ costsClause: event.currentTarget.value })}
      />
    </fieldset>
  );
}
