import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormRow } from '../../ui/FormRow.tsx';
import { useUiLanguage } from '../../ui/language.ts';
import type { AdministrationDraft, DraftField } from './administration-draft.ts';
import { ranges } from './administration-draft.ts';
import styles from './Instellingen.module.css';
import type { DraftForm } from './useDraft.ts';

type FieldsOf<V> = { [F in DraftField]: AdministrationDraft[F] extends V ? F : never }[DraftField];
type TextField = { [F in DraftField]: string extends AdministrationDraft[F] ? F : never }[DraftField] &
  Exclude<DraftField, keyof typeof ranges | 'logo'>;

interface FieldProps<F extends DraftField> {
  readonly form: DraftForm;
  readonly field: F;
  readonly hint?: string | undefined;
}

/** A line of text. Its label is `instellingen.form.<field>`. */
export function TextRow({ form, field, hint, required }: FieldProps<TextField> & { readonly required?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <FormRow label={t(`instellingen.form.${field}`)} htmlFor={id} hint={hint}>
      <TextInput
        id={id}
        value={form.draft[field]}
        error={form.error(field)}
        required={required ?? false}
        autoComplete="off"
        onChange={(event) => form.set(field, event.currentTarget.value)}
        onBlur={() => form.leave(field)}
      />
    </FormRow>
  );
}

interface NumberRowProps extends FieldProps<keyof typeof ranges> {
  readonly unit: string;
  readonly decimals?: number;
}

/** A number with its unit behind it. */
export function NumberRow({ form, field, hint, unit, decimals = 0 }: NumberRowProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const id = useId();
  return (
    <FormRow label={t(`instellingen.form.${field}`)} htmlFor={id} hint={hint}>
      <div className={styles.number}>
        <NumberInput
          id={id}
          w="7.5rem"
          value={form.draft[field]}
          error={form.error(field) !== null}
          aria-describedby={`${id}e`}
          hideControls
          decimalScale={decimals}
          fixedDecimalScale={decimals > 0}
          decimalSeparator={language === 'nl' ? ',' : '.'}
          allowNegative={ranges[field].min < 0}
          onChange={(value) => form.set(field, value)}
          onBlur={() => form.leave(field)}
        />
        <span className={styles.unit}>{unit}</span>
      </div>
      <div id={`${id}e`} className={styles.error}>
        {form.error(field)}
      </div>
    </FormRow>
  );
}

interface ChoiceRowProps<F extends FieldsOf<string>> extends FieldProps<F> {
  readonly options: readonly { readonly value: AdministrationDraft[F] & string; readonly label: string }[];
}

/** One of a few: side by side up to three, else in a list. */
export function ChoiceRow<F extends FieldsOf<string>>({ form, field, hint, options }: ChoiceRowProps<F>) {
  const { t } = useTranslation();
  const id = useId();
  const label = t(`instellingen.form.${field}`);
  const choose = (value: string | null) => {
    const option = options.find((known) => known.value === value);
    if (option) form.set(field, option.value);
  };
  const value = String(form.draft[field]);
  return options.length <= 2 ? (
    <FormRow label={label} hint={hint}>
      <SegmentedControl
        aria-label={label}
        value={value}
        data={options.map((option) => ({ ...option }))}
        onChange={choose}
        size="sm"
        transitionDuration={0}
      />
    </FormRow>
  ) : (
    <FormRow label={label} htmlFor={id} hint={hint}>
      <Select
        id={id}
        value={value}
        data={options.map((option) => ({ ...option }))}
        onChange={choose}
        allowDeselect={false}
      />
    </FormRow>
  );
}
