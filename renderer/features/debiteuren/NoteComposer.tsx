import { Button, Textarea } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Note } from '#shared/domain/hold.ts';
import styles from './debiteuren.module.css';

export interface NoteComposerProps {
  readonly debtorId: DebtorId;
  /** The note this one corrects. */
  readonly corrects?: Note | null;
  readonly onStopCorrecting?: () => void;
  readonly onSaved?: () => void;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  readonly autoFocus?: boolean;
}

/** Writes a note into the dossier; Ctrl+Enter records it. */
export function NoteComposer(props: NoteComposerProps) {
  const { debtorId, corrects = null, onStopCorrecting, onSaved, fieldRef } = props;
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const save = () => {
    if (text.trim() === '' || !writable) return;
    const note = { type: 'add-note', debtorId, text: text.trim(), corrects: corrects?.id ?? null } as const;
    runCommand(note, { key: 'debiteuren.notes.saved' }).then(
      () => {
        setText('');
        setFailed(null);
        onStopCorrecting?.();
        onSaved?.();
      },
      (error: unknown) => {
        const failure = failureOf(error);
        setFailed(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
      },
    );
  };
  return (
    <div className={styles.composer}>
      {corrects && (
        <p className={styles.quiet}>
          {t('debiteuren.notes.correcting', { date: formatDate(corrects.at.slice(0, 10)) })}{' '}
          <button type="button" className={styles.why} onClick={onStopCorrecting}>
            {t('debiteuren.notes.stop')}
          </button>
        </p>
      )}
      <Textarea
        ref={fieldRef ?? null}
        aria-label={t('debiteuren.notes.label')}
        placeholder={t('debiteuren.notes.placeholder')}
        description={text === '' ? undefined : t('debiteuren.notes.fixed')}
        inputWrapperOrder={['input', 'description', 'error']}
        autosize
        minRows={1}
        maxRows={8}
        autoFocus={props.autoFocus ?? false}
        disabled={!writable}
        value={text}
        error={failed}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.stopPropagation();
            save();
          }
        }}
      />
      {text.trim() !== '' && (
        <Button size="compact-sm" onClick={save}>
          {t('debiteuren.notes.add')}
        </Button>
      )}
    </div>
  );
}
