import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommands, type UndoText } from '#renderer/state/undo.ts';
import type { Command } from '#shared/domain/commands/commands.ts';

export interface FormCommand {
  /** Why it could not be saved, where no field is to blame. */
  readonly failed: string | null;
  /** What the rules found wrong, by field. */
  readonly wrong: Readonly<Record<string, string>>;
  /** Saves, and closes when that worked. */
  readonly save: (commands: readonly Command[], done: UndoText) => Promise<void>;
}

/** Runs what a form asks for; an objection of the rules comes back to its field. */
export function useFormCommand(onDone: () => void): FormCommand {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const save = async (commands: readonly Command[], done: UndoText) => {
    setFailed(null);
    setWrong({});
    try {
      await runCommands(commands, done);
    } catch (error) {
      const { code, params } = failureOf(error);
      const { field, reason } = params;
      const text = reason ? t(`invoer.wrong.${reason}`, params) : t(`errors.${code}`, params);
      if (typeof field === 'string') setWrong({ [field]: text });
      else setFailed(t('debiteuren.failed', { reason: text }));
      return;
    }
    onDone();
  };
  return { failed, wrong, save };
}
