import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cents, type Currency, formatAmount } from '#shared/money/cents.ts';
import styles from './AmountField.module.css';
import { useUiLanguage } from './language.ts';
import { typedAmount } from './typed-amount.ts';

export interface AmountFieldProps {
  readonly label: string;
  readonly currency: Currency;
  /** Null while nothing usable is typed. */
  readonly value: Cents | null;
  readonly error?: string | null;
  readonly description?: ReactNode;
  readonly autoFocus?: boolean;
  /** In a cell of a table: the label is only spoken, the amount stands right, the currency is the table's. */
  readonly inCell?: boolean;
  readonly onChange: (cents: Cents | null) => void;
}

/** An amount as people type one, `1.234,56` or `1234.5`; written out when the field is left. */
export function AmountField(props: AmountFieldProps) {
  const { label, currency, value, error, description, autoFocus, inCell, onChange } = props;
  const { t } = useTranslation();
  const language = useUiLanguage();
  const shown = value === null ? '' : formatAmount(value, language);
  const [text, setText] = useState(shown);
  const isUnreadable = text.trim() !== '' && typedAmount(text, language) === null;
  useEffect(() => {
    // What another field set; while one types here, the text already says it.
    setText((typed) =>
      value !== null && typedAmount(typed, language) === value ? typed : value === null ? typed : shown,
    );
  }, [shown, value, language]);
  return (
    <TextInput
      {...(inCell
        ? { 'aria-label': label, size: 'xs', className: styles.inCell }
        : { label, rightSection: currency, rightSectionWidth: 48 })}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      data-unreadable={isUnreadable || undefined}
      value={text}
      error={isUnreadable ? t('common.noAmount') : (error ?? null)}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(typedAmount(event.currentTarget.value, language));
      }}
      onBlur={() => {
        if (value !== null) setText(shown);
      }}
    />
  );
}
