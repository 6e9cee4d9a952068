import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import { typedDate } from './typed-date.ts';

export interface DateFieldProps {
  readonly label: ReactNode;
  readonly value: IsoDate | null;
  readonly today: IsoDate;
  readonly onChange: (date: IsoDate | null) => void;
  /** Said when what was typed is no date. */
  readonly wrong: string;
  /** The caller's own objection to the date. */
  readonly error?: string | null;
  readonly description?: ReactNode;
  /** An empty field means "no date" instead of being put back. */
  readonly optional?: boolean;
  readonly disabled?: boolean;
  /** Has the focus when its dialog opens. */
  readonly autoFocus?: boolean;
}

/** A date as bookkeepers type it; taken over on Enter or when the field is left. */
export function DateField(props: DateFieldProps) {
  const { value, today, onChange, optional } = props;
  const shown = value === null ? '' : formatDate(value);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(shown);
    setWrong(false);
  }, [shown]);
  const take = () => {
    const empty = text.trim() === '';
    const date = empty ? null : typedDate(text, today);
    setWrong(date === null && !(empty && optional));
    if (date === null && !(empty && optional)) return;
    if (date === value) setText(shown);
    else onChange(date);
  };
  return (
    <TextInput
      label={props.label}
      description={props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      disabled={props.disabled ?? false}
      data-autofocus={props.autoFocus || undefined}
      data-unreadable={wrong || undefined}
      error={wrong ? props.wrong : (props.error ?? null)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
