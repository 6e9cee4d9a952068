import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import styles from './debiteuren.module.css';

export interface ReasonFormProps {
  /** What the reason is for; above the field, or inside it where there is no room (`inline`). */
  readonly label: string;
  readonly description?: ReactNode;
  readonly inline?: boolean;
  /** Said when the reason is left out. */
  readonly needed: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly commandOf: (reason: string) => Command;
  /** What the toast says afterwards. */
  readonly done: { readonly key: string };
  readonly onClose: () => void;
}

/** A write that needs a reason, asked in place: Enter does it, Escape closes and touches nothing else. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, description, inline = false, needed, confirm, cancel, commandOf, done, onClose } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const run = () => {
    if (reason.trim() === '') {
      setError(needed);
      return;
    }
    runCommand(commandOf(reason.trim()), done).then(onClose, (cause: unknown) => {
      const failure = failureOf(cause);
      setError(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
    });
  };
  const buttons = (
    <>
      <Button type="submit" size="compact-sm">
        {confirm}
      </Button>
      <Button variant="default" size="compact-sm" onClick={onClose}>
        {cancel}
      </Button>
    </>
  );
  return (
    <form
      className={inline ? styles.endHold : styles.withdraw}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        {...(inline ? { 'aria-label': label, placeholder: label, size: 'xs', w: '16rem' } : { label, description })}
        error={error}
        autoFocus
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
      {inline ? buttons : <Group gap="xs">{buttons}</Group>}
    </form>
  );
}
