import type { TFunction } from 'i18next';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { Decision } from './decision.ts';

type Language = 'nl' | 'en';

/** Who the bank says a line is from. */
export function payerName(t: TFunction, { counterparty }: BankLine): string {
  return counterparty ?? t('betalingen.unknownPayer');
}

/** What a line says in one line: why it came back, else its text, else its reference. */
export function lineText(t: TFunction, line: BankLine): string {
  if (line.amount < 0) {
    return line.returnReason
      ? t('betalingen.returned', { reason: returnReasonText(t, line.returnReason) })
      : t('betalingen.paidOut');
  }
  return line.remittance ?? line.structuredReference ?? t('betalingen.noText');
}

/** What the button that carries a decision out says. */
export function decisionText(t: TFunction, line: BankLine, decision: Decision, language: Language): string {
  const amount = formatMoney(Math.abs(line.amount), line.currency, language);
  const count = decision.parts.length;
  if (line.amount < 0) return t('betalingen.do.reopen', { count, amount });
  return count === 0 ? t('betalingen.do.credit', { amount }) : t('betalingen.do.match', { count, amount });
}
