import type { Currency } from '#shared/money/cents.ts';
import { currenciesOf, signIn } from './currency-signs.ts';

/** Places of digits, `0` with a zero where the number has none and `#` without, or all of it at once; and texts that are shown as they are. */
export type NumberPattern = readonly ({ readonly place: '0' | '#' | 'General' } | { readonly text: string })[];

/**
 * What a cell of a workbook shows that its value lacks: zeros in front up to so many digits; or the sign of a currency other than
 * the euro, empty for none, and the texts around whole digits, null for none. `"KR-"000` may be either.
 */
export type Shown = { readonly digits: number } | { readonly sign: string; readonly pattern: NumberPattern | null };

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

/**
 * What a number format shows, where that is more than the value: only zeros as `00000`, the sign of another currency, or texts
 * around whole numbers as `"F"0000`.
 */
export function shownBy(format: string): Shown | null {
  const sign = signOf(format);
  const [positive] = format.replace(/\[[^\]]*\]/g, '').split(';');
  const zeros = /^0{2,}$/.exec(positive!.trim());
  if (zeros && sign === '') return { digits: zeros[0].length };
  const pattern = /\[[<>=]/.test(format) ? null : patternOf(format);
  return sign === '' && pattern === null ? null : { sign, pattern };
}

/** Parts of a format of positive numbers: a text in quotes or behind a backslash, room, fill, places of digits, and marks that are shown as they are. */
const part = /\[[^\]]*\]|"([^"]*)"|\\(.)|[_*].|(General)|([0#?])|([-+/(): '])|(.)/gsu;

/** The pattern of whole numbers with letters around their digits, or dashes between them; null for any other format, as of amounts. */
function patternOf(format: string): NumberPattern | null {
  const pattern: NumberPattern[number][] = [];
  for (const [, quoted, escaped, general, digit, mark, other] of format.matchAll(part)) {
    const text = quoted ?? escaped ?? mark;
    // A semicolon ends what positive numbers show; a point, a comma and letters have meanings of their own.
    if (other === ';') break;
    if (other !== undefined) return null;
    if (text !== undefined) pattern.push({ text });
    else if (general !== undefined) pattern.push({ place: 'General' });
    else if (digit !== undefined) pattern.push({ place: digit === '0' ? '0' : '#' });
  }
  const shape = pattern
    .map((one) => ('text' in one ? one.text : '0'))
    .join('')
    .trim();
  const isOfEuro = ofEuro.test(shape.replace(/0/g, '').trim());
  return pattern.some((one) => 'place' in one) && !isOfEuro && /\p{L}|\d[-/._]+\d/u.test(shape) ? pattern : null;
}

/** A whole number as a pattern shows it: `F0042`; empty where the number is none. */
export function asShown(value: number, pattern: NumberPattern): string {
  if (!Number.isSafeInteger(value) || value < 0) return '';
  let left = String(value);
  let shown = '';
  const first = pattern.findIndex((one) => 'place' in one);
  for (let i = pattern.length - 1; i >= 0; i--) {
    const one = pattern[i]!;
    if ('text' in one) shown = one.text + shown;
    else if (i === first || one.place === 'General') {
      shown = (left === '' && one.place === '0' ? '0' : left) + shown;
      left = '';
    } else {
      shown = (left.at(-1) ?? (one.place === '0' ? '0' : '')) + shown;
      left = left.slice(0, -1);
    }
  }
  return shown.trim();
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
