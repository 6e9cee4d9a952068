/** An amount in whole cents of one currency. Always an integer; never a float in euros. */
export type Cents = number;

/** An ISO 4217 code, upper case. */
export type Currency = string;

/** What an amount comes to in one currency. */
export interface CurrencyTotal {
  readonly currency: Currency;
  readonly cents: Cents;
}

/** Exact decimal with two digits and a point, as the CLI prints it: `-12.50`. */
export function toDecimal(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads an exact decimal as programs write it, the inverse of {@link toDecimal}; fewer than two decimals are fine: `1000`,
 * `1000.5`, `-12.50`. Null for anything else (comma, thousands separators, plus, more decimals) and for what is too large to
 * be exact.
 */
export function parseDecimal(text: string): Cents | null {
  const parts = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/.exec(text);
  if (!parts) return null;
  const cents = Number(`${parts[2]}${(parts[3] ?? '').padEnd(2, '0')}`);
  if (!Number.isSafeInteger(cents)) return null;
  return parts[1] && cents > 0 ? -cents : cents;
}

const symbols: Readonly<Record<string, string>> = { EUR: '€', USD: 'US$', GBP: '£' };

type NumberLanguage = 'nl' | 'en' | 'de' | 'fr';

/** Digits in groups of three as the language writes them: `10.027` (nl, de), `10,027` (en), `10 027` (fr). */
function inGroups(digits: string, language: NumberLanguage): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : language === 'fr' ? '\u202f' : '.');
}

/** A whole number of things, for screens: `10.027`. */
export function formatCount(count: number, language: NumberLanguage = 'nl'): string {
  return `${count < 0 ? '-' : ''}${inGroups(String(Math.abs(count)), language)}`;
}

/** Thousands and decimals as the language writes them, without a currency: `1.234,56` (nl, de), `1,234.56` (en), `1 234,56` (fr). */
export function formatAmount(cents: Cents, language: NumberLanguage = 'nl'): string {
  const [whole = '0', decimals = '00'] = toDecimal(Math.abs(cents)).split('.');
  const point = language === 'en' ? '.' : ',';
  return `${cents < 0 ? '-' : ''}${inGroups(whole, language)}${point}${decimals}`;
}

/** The one money formatter: `€ 1.234,56`, with a no-break space so that it never wraps. */
export function formatMoney(cents: Cents, currency: Currency = 'EUR', language: NumberLanguage = 'nl'): string {
  return `${symbols[currency] ?? currency}\u00a0${formatAmount(cents, language)}`;
}

/** Sum of amounts; the empty sum is 0. */
export function sumOf<T>(list: readonly T[], amount: (entry: T) => Cents): Cents {
  let sum = 0;
  for (const entry of list) sum += amount(entry);
  return sum;
}

/** Orders amounts by their currency: euros first, the others by code. */
export function eurosFirst(a: { readonly currency: Currency }, b: { readonly currency: Currency }): number {
  if (a.currency === b.currency) return 0;
  if (a.currency === 'EUR' || b.currency === 'EUR') return a.currency === 'EUR' ? -1 : 1;
  return a.currency < b.currency ? -1 : 1;
}

/** What entries come to per currency, euros first: amounts of different currencies are never added. */
export function totalsByCurrency<T extends { readonly currency: Currency }>(
  list: readonly T[],
  amount: (entry: T) => Cents,
): readonly CurrencyTotal[] {
  const sums = new Map<Currency, Cents>();
  for (const entry of list) sums.set(entry.currency, (sums.get(entry.currency) ?? 0) + amount(entry));
  return [...sums].map(([currency, cents]) => ({ currency, cents })).sort(eurosFirst);
}

/** Amounts of several currencies as one text: `€ 48.310,22`, or `€ 48.310,22 + US$ 100,00`; nothing is `€ 0,00`. */
export function formatTotals(totals: readonly CurrencyTotal[], language: NumberLanguage = 'nl'): string {
  if (totals.length === 0) return formatMoney(0, 'EUR', language);
  return totals.map(({ currency, cents }) => formatMoney(cents, currency, language)).join(' + ');
}
