import type { Currency } from '#shared/money/cents.ts';
import { currenciesOf, signIn } from './currency-signs.ts';

/** What a cell of a workbook shows that its value lacks: zeros in front up to so many digits, or a currency other than the euro. */
export type Shown = { readonly digits: number } | { readonly sign: string };

/** Languages of number formats, by number and by name, with the currency a sign of several stands for in them. */
const languages: ReadonlyMap<string, Currency> = new Map(
  `409 en-us USD | 1009 en-ca CAD | c0c fr-ca CAD | c09 en-au AUD | 1409 en-nz NZD | c04 zh-hk HKD | 3c09 en-hk HKD | 4809 en-sg SGD |
   1004 zh-sg SGD | 80a es-mx MXN | 41d sv-se SEK | 414 nb-no NOK | 814 nn-no NOK | 406 da-dk DKK | 40f is-is ISK | 411 ja-jp JPY | 804 zh-cn CNY`
    .split('|')
    .flatMap((row): [string, Currency][] => {
      const [number, name, currency] = row.trim().split(' ') as [string, string, string];
      return [
        [number, currency],
        [name, currency],
      ];
    }),
);

/** A sign in brackets with its language: `[$$-409]`, `[$£-en-GB]`, `[$USD]`; one with only a language, `[$-413]`, has no sign. */
const bracketed = /\[\$([^\]-]+)(?:-([^\]]*))?\]/g;

const ofEuro = /^(?:[€¤]|eur|euros?)?$/i;

/** What a number format shows, where that is more than the value: only zeros as `00000`, or the sign of another currency. */
export function shownBy(format: string): Shown | null {
  const found = signOf(format);
  if (found !== '') return { sign: found };
  const [positive] = format.replace(/\[[^\]]*\]/g, '').split(';');
  const zeros = /^0{2,}$/.exec(positive!.trim());
  return zeros ? { digits: zeros[0].length } : null;
}

/** The currency a format shows by its code, or as its sign where that may be of several; empty for none and for the euro. */
function signOf(format: string): string {
  for (const [, text, language = ''] of format.matchAll(bracketed)) {
    const shown = text!.trim();
    // What nobody listed is of another currency all the same.
    const found = signIn(shown) || (ofEuro.test(shown) ? '' : shown.toUpperCase());
    if (found !== '') return currencyIn(found, language.toLowerCase());
  }
  // Room for a character (`_€`) and fill (`* `) show none; quotes and backslashes only keep one from being read as format.
  return currencyIn(signIn(format.replace(/\[[^\]]*\]|[_*].|["\\]/g, '')), '');
}

function currencyIn(found: string, language: string): string {
  const currencies = currenciesOf(found);
  // Above the language stands how its digits look: `10409`.
  const number = /^[\da-f]{5,8}$/.test(language) ? language.slice(-4).replace(/^0+/, '') : language;
  const ofLanguage = languages.get(number);
  if (ofLanguage !== undefined && currencies.includes(ofLanguage)) return ofLanguage;
  return currencies.length === 1 ? currencies[0]! : found;
}

/** A whole number as a format of zeros shows it: `00045`; null where it shows no more than the value. */
export function withZeros(value: number, digits: number): string | null {
  const text = Number.isSafeInteger(value) && value >= 0 ? String(value) : '';
  return text !== '' && text.length < digits ? text.padStart(digits, '0') : null;
}
