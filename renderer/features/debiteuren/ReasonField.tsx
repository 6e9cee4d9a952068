import { Textarea } from '@mantine/core';

export interface ReasonFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  /** Said when it is left empty; null while it may still be. */
  readonly needed: string | null;
  readonly onChange: (reason: string) => void;
}

/** Why something is done, in words of the dossier's own; the first field of its dialog to have the keyboard. */
export function ReasonField({ label, description, value, needed, onChange }: ReasonFieldProps) {
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      data-autofocus
      value={value}
      error={value.trim() === '' ? needed : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
