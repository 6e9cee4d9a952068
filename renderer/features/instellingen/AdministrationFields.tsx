import { useTranslation } from 'react-i18next';
import { ChoiceRow, NumberRow, TextRow } from './fields.tsx';
import type { DraftForm } from './useDraft.ts';

interface FieldsProps {
  readonly form: DraftForm;
}

/** Name and account: the only things an administration cannot do without. */
export function IdentityFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextRow form={form} field="name" required />
      <TextRow form={form} field="iban" required hint={t('instellingen.form.ibanHint')} />
    </>
  );
}

export function AddressFields({ form }: FieldsProps) {
  return (
    <>
      <TextRow form={form} field="legalForm" />
      <TextRow form={form} field="street" />
      <TextRow form={form} field="postalCode" />
      <TextRow form={form} field="city" />
      <TextRow form={form} field="country" />
      <TextRow form={form} field="kvk" />
      <TextRow form={form} field="vatId" />
      <TextRow form={form} field="email" />
      <TextRow form={form} field="phone" />
      <TextRow form={form} field="website" />
    </>
  );
}

export function TermFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  const days = t('common.units.days');
  return (
    <>
      <NumberRow form={form} field="termDays" unit={days} hint={t('instellingen.form.termDaysHint')} />
      <NumberRow form={form} field="tolerance" unit="€" decimals={2} hint={t('instellingen.form.toleranceHint')} />
      <NumberRow form={form} field="correctionDays" unit={days} hint={t('instellingen.form.correctionDaysHint')} />
      <NumberRow form={form} field="minimumIntervalDays" unit={days} />
      <NumberRow
        form={form}
        field="staleAfterDays"
        unit={t('common.units.workingDays')}
        hint={t('instellingen.form.staleAfterDaysHint')}
      />
    </>
  );
}

/** How interest days and the post are counted, and whether VAT may be added to collection costs. */
export function LawFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  const { dayCount, postalDays, vat, sender } = form.draft;
  const labelled = <const V extends string>(texts: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: t(`instellingen.form.${texts}.${value}`) }));
  return (
    <>
      <ChoiceRow
        form={form}
        field="dayCount"
        hint={t(`instellingen.form.dayCountHints.${dayCount}`)}
        options={labelled('dayCounts', ['365', 'actual'])}
      />
      <ChoiceRow
        form={form}
        field="postalDays"
        hint={t(`instellingen.form.postalDaysHints.${postalDays}`)}
        options={labelled('postalDaysOptions', ['auto', '2', '3'])}
      />
      <ChoiceRow
        form={form}
        field="vat"
        hint={t(`instellingen.form.vatHints.${vat === 'deducts' ? 'deducts' : sender}`)}
        options={labelled('vats', ['deducts', 'cannot'])}
      />
    </>
  );
}

export function SenderFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceRow
        form={form}
        field="sender"
        options={(['client', 'office'] as const).map((value) => ({
          value,
          label: t(`instellingen.form.senders.${value}`),
        }))}
      />
      <TextRow form={form} field="signatory" hint={t('instellingen.form.signatoryHint')} />
      <ChoiceRow
        form={form}
        field="language"
        hint={t('instellingen.form.languageHint')}
        options={(['nl', 'en', 'de', 'fr'] as const).map((value) => ({
          value,
          label: t(`instellingen.form.languages.${value}`),
        }))}
      />
      {form.draft.sender === 'office' && (
        <>
          <ChoiceRow
            form={form}
            field="wkiGround"
            hint={t('instellingen.form.wkiHint')}
            options={[
              { value: '', label: t('instellingen.form.wkiNone') },
              { value: 'registered', label: t('instellingen.form.wkiGrounds.registered') },
              { value: 'exempt', label: t('instellingen.form.wkiGrounds.exempt') },
            ]}
          />
          {form.draft.wkiGround === 'registered' && <TextRow form={form} field="wkiNumber" />}
        </>
      )}
    </>
  );
}
