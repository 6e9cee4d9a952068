import { useTranslation } from 'react-i18next';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import styles from './betalingen.module.css';

/** Nothing speaks for any debtor: the user finds it, or says it is no debtor's. */
export function NoCandidate({ line, search }: { readonly line: BankLine; readonly search: Command }) {
  const { t } = useTranslation();
  return (
    <div className={styles.noCandidate}>
      <p>{t(line.amount < 0 ? 'betalingen.candidates.noneBack' : 'betalingen.candidates.none')}</p>
      <CommandButton command={search} variant="default" />
    </div>
  );
}
