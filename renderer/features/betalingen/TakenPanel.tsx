import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import type { TakenLine } from '#renderer/db/import-api.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { SidePanel } from '#renderer/ui/SidePanel.tsx';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import { LineFacts } from './LineFacts.tsx';
import { Reasons } from './Reasons.tsx';
import { howText } from './taken.ts';
import { payerName } from './words.ts';

export interface TakenPanelProps {
  readonly taken: TakenLine;
  readonly takeBack: Command;
  /** Lets the small rests it left go. */
  readonly letGo: Command;
}

/** One decided line: what the bank says, what it was taken as, and the way back. */
export function TakenPanel({ taken, takeBack, letGo }: TakenPanelProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { line, parts, rest, reasons, small } = taken;
  const isAside = line.state === 'set-aside';
  return (
    <SidePanel
      title={payerName(t, line)}
      onClose={() => goTo(addressOf(['betalingen']))}
      footer={
        <CommandButton command={takeBack} variant="default" rightSection={<Kbd keys="u" />}>
          {t(takeBack.labelKey)}
        </CommandButton>
      }
    >
      <LineFacts line={line} recognised={parts.flatMap(({ number }) => number || [])} named={false} />
      <p className={styles.quiet}>{howText(t, taken)}</p>
      {isAside && <p className={styles.quiet}>{t('betalingen.taken.asideKept')}</p>}
      {reasons.length > 0 && <Reasons reasons={reasons} />}
      {parts.length > 0 && (
        <ul className={styles.takenParts}>
          {parts.map(({ debtorId, debtorName, itemId, number, amount, kind }, at) => (
            <li key={`${debtorId} ${itemId} ${kind}`}>
              {parts[at - 1]?.debtorId === debtorId ? (
                <span />
              ) : (
                <a href={addressOf(['debiteuren', debtorId])}>{debtorName}</a>
              )}
              <span>
                {itemId === null ? t('betalingen.compose.allCredit') : number || t('debiteuren.items.noNumber')}
                {kind && <span className={styles.quiet}> {t(`betalingen.taken.part.${kind}`)}</span>}
              </span>
              {itemId !== null && <Amount cents={amount} currency={line.currency} />}
            </li>
          ))}
        </ul>
      )}
      {small > 0 && (
        <p>
          {t('betalingen.taken.small', { amount: formatMoney(small, line.currency, language) })}{' '}
          <CommandButton command={letGo} variant="subtle" size="compact-sm" rightSection={<Kbd keys="v" />}>
            {t('betalingen.parts.settle')}
          </CommandButton>
        </p>
      )}
      {rest > 0 && <p>{t('betalingen.taken.rest', { amount: formatMoney(rest, line.currency, language) })}</p>}
    </SidePanel>
  );
}
