import { useTranslation } from 'react-i18next';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import styles from './betalingen.module.css';
import type { Decision } from './decision.ts';
import type { ReviewCommands } from './use-review-commands.ts';
import { decisionText } from './words.ts';

export interface DecisionBarProps {
  readonly line: BankLine;
  readonly decision: Decision | null;
  /** Enter ticks while parts are put together. */
  readonly isComposing: boolean;
  readonly waiting: number;
  readonly later: number;
  readonly together: number;
  readonly commands: ReviewCommands;
}

/** How many wait, and what can be done with the one at hand, each with its key. */
export function DecisionBar({ line, decision, isComposing, waiting, later, together, commands }: DecisionBarProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return (
    <div className={styles.bar}>
      <span className={styles.quiet}>
        {t('betalingen.count', { count: waiting })}
        {later > 0 && ` · ${t('betalingen.countLater', { count: later })}`}
      </span>
      {together > 1 && <CommandButton command={commands.bulk} variant="subtle" />}
      <span className={styles.grow} />
      {(['search', 'later', 'aside'] as const).map((name) => (
        <CommandButton
          key={name}
          command={commands[name]}
          variant="default"
          rightSection={<Kbd keys={String(commands[name].shortcut)} />}
        >
          {t(`betalingen.button.${name}`)}
        </CommandButton>
      ))}
      <CommandButton command={commands.confirm} rightSection={<Kbd keys={isComposing ? 'mod+enter' : 'enter'} />}>
        {decision ? decisionText(t, line, decision, language) : t('betalingen.command.confirm')}
      </CommandButton>
    </div>
  );
}
