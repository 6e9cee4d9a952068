import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatLongDate } from '#shared/dates/civil.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { formatAccount } from '#shared/identifiers/iban.ts';
import styles from './betalingen.module.css';
import { markedPieces } from './marked-text.ts';
import { payerName } from './words.ts';

export interface LineFactsProps {
  readonly line: BankLine;
  /** Words that were recognised: invoice numbers, names, references. */
  readonly recognised: readonly string[];
  /** False where the payer's name stands above it already. */
  readonly named?: boolean;
}

/** What the bank says of a line, with what was recognised in it. */
export function LineFacts({ line, recognised, named = true }: LineFactsProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const facts = [
    ['iban', line.iban && formatAccount(line.iban)],
    ['reference', line.structuredReference],
    ['endToEnd', line.endToEndId],
    ['mandate', line.mandateId],
  ] as const;
  return (
    <header className={styles.facts}>
      <div className={styles.factsHead}>
        {named && (
          <h2>
            <Marked text={payerName(t, line)} words={recognised} />
          </h2>
        )}
        <span className={styles.received}>
          <Amount cents={line.amount} currency={line.currency} warnsBelowZero strong inline />
        </span>
      </div>
      <p className={styles.quiet}>
        {t('betalingen.onDay', {
          date: formatLongDate(line.date, language),
          account: unbroken(formatAccount(line.account)),
        })}
      </p>
      {line.amount < 0 && (
        <p>
          <StatusText tone="attention">
            {line.returnReason
              ? t('betalingen.returned', { reason: returnReasonText(t, line.returnReason) })
              : t('betalingen.paidOut')}
          </StatusText>
        </p>
      )}
      {line.twice !== undefined && line.state !== 'matched' && (
        <p>
          <StatusText tone="attention">{t(`betalingen.twice.${line.twice}`)}</StatusText>
        </p>
      )}
      <p className={styles.said}>
        {line.remittance ? (
          <Marked text={line.remittance} words={recognised} />
        ) : (
          <span className={styles.quiet}>{t('betalingen.noText')}</span>
        )}
      </p>
      {facts.some(([, value]) => value) && (
        <dl className={styles.factList}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{t(`betalingen.fact.${name}`)}</dt>
                  <dd>
                    <Marked text={value} words={recognised} />
                  </dd>
                </div>
              ),
          )}
        </dl>
      )}
    </header>
  );
}

/** On one line: an account number is read whole. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const pieces = useMemo(() => markedPieces(text, words), [text, words]);
  return pieces.map(({ at, text: piece, marked }) =>
    marked ? (
      <mark key={at} className={styles.mark}>
        {piece}
      </mark>
    ) : (
      <span key={at}>{piece}</span>
    ),
  );
}
