import { formatAccount } from '../identifiers/iban.ts';
import { formatAmount, formatMoney } from '../money/cents.ts';
import type { UiLanguage } from './translate.ts';

type Params = Readonly<Record<string, string | number>>;

/** `€ 1.234,56` and `1.234,56`, as rules write amounts into what they have to say. */
const written = /^(?:(€|US\$|£|[A-Z]{3})\u00a0)?(-?)(\d{1,3}(?:\.\d{3})*),(\d\d)$/;
const codes: Readonly<Record<string, string>> = { '€': 'EUR', US$: 'USD', '£': 'GBP' };
/** Particulars that quote a file or a bank line: they stay as they stand there. */
const quoted: ReadonlySet<string> = new Set(['written', 'text', 'number', 'name', 'debtor', 'word', 'code']);

/**
 * Particulars of a reason or a problem as the reader's language writes them: amounts, which rules write as Dutch does, and
 * account numbers in groups of four. What is quoted from a file stays as it is.
 */
export function writtenIn(params: Params, language: UiLanguage): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (typeof value !== 'string' || quoted.has(key)) return [key, value];
      return [key, key === 'account' || key === 'iban' ? formatAccount(value) : amountIn(value, language)];
    }),
  );
}

function amountIn(text: string, language: UiLanguage): string {
  const [, symbol, sign, whole, decimals] = language === 'nl' ? [] : (written.exec(text) ?? []);
  if (whole === undefined) return text;
  const cents = Number(`${sign}${whole.replaceAll('.', '')}${decimals}`);
  return symbol === undefined ? formatAmount(cents, language) : formatMoney(cents, codes[symbol] ?? symbol, language);
}
