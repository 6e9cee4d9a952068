import type { Currency } from '#shared/money/cents.ts';
import type { Cell } from './reading.ts';

/** Currencies other than the euro whose codes are known where they stand beside an amount or in a heading of amounts. */
export const otherCurrencyCodes =
  'USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|UAH|TRY|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|ILS|ZAR|AED|SAR|QAR|MAD|MXN|BRL|THB|KRW';

const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN'];

/** What a sign may stand for: a dollar sign alone is of several countries. */
const meanings: ReadonlyMap<string, readonly Currency[]> = new Map([
  ['$', dollars],
  ['US$', ['USD']],
  ['CA$', ['CAD']],
  ['C$', ['CAD']],
  ['AU$', ['AUD']],
  ['A$', ['AUD']],
  ['NZ$', ['NZD']],
  ['HK$', ['HKD']],
  ['S$', ['SGD']],
  ['R$', ['BRL']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['KR', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['ZŁ', ['PLN']],
  ['KČ', ['CZK']],
  ['FT', ['HUF']],
  ['LEI', ['RON']],
  ['FR', ['CHF']],
  ['SFR', ['CHF']],
  ...otherCurrencyCodes.split('|').map((code): [string, readonly Currency[]] => [code, [code]]),
]);

const sign = new RegExp(
  String.raw`(?<!\p{L})(?:(?:US|CA?|AU?|NZ|HK|S|R)?\$|(?![€¤])\p{Sc}|kr\.?|zł|kč|ft|lei|s?fr\.|${otherCurrencyCodes})(?!\p{L})`,
  'iu',
);

/** The sign or code of another currency than the euro in a text, in capitals; empty when it has none: `¤` is of whatever currency. */
export function signIn(text: string): string {
  return sign.exec(text)?.[0].toUpperCase().replace('.', '') ?? '';
}

/** As {@link signIn}, of an amount: a number has none, nor has a text of only digits, marks and euro signs, as most are. */
export function signOfCell(cell: Cell): string {
  if (typeof cell === 'number') return '';
  for (let i = 0; i < cell.length; i++) if (!isOfAmount(cell.charCodeAt(i))) return signIn(cell);
  return '';
}

/** A space, the marks from apostrophe to point, and digits; the euro sign. */
function isOfAmount(code: number): boolean {
  return (code >= 39 && code <= 57) || code === 32 || code === 8364;
}

/** A text without the sign {@link signIn} finds in it. */
export function withoutSign(text: string): string {
  return text.replace(sign, ' ').trim();
}

/** The currencies a sign may stand for; none when it is not known. */
export function currenciesOf(found: string): readonly Currency[] {
  return meanings.get(found) ?? [];
}
