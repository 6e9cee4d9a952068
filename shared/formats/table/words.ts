import type { DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';

/** What a type column says of a row; `sign-credit` comes from a bare C beside D. */
export type KindWord = 'invoice' | 'credit' | 'receipt' | 'deposit' | 'advance' | 'creditor' | 'sign-credit' | null;

const kindWords: readonly (readonly [KindWord, RegExp])[] = [
  [
    'creditor',
    /^(?:crediteur|kreditor|leverancier|lieferant|supplier|vendor|creditor|inkoop|purchase|bills?\b|accpay|cred$|k$)/,
  ],
  ['deposit', /\b(?:waarborgsom|borgsom|borg|deposit)\b/],
  ['advance', /\b(?:voorschot|voorschotnota|voorschotfactuur|vooruitbetaling|advance)\b/],
  [
    'credit',
    /^(?:[ck]redit ?nota|credit ?factuur|creditering|credit ?note|credit ?memo|cn$|cr ?nota|credit invoice|verkoop ?[ck]redit|sales ?credit|gutschrift|accreccredit|381$)/,
  ],
  [
    'receipt',
    /^(?:betaling|betaald|ontvangst|ontvangen|bank|kas|memoriaal betaling|receipt|payment|bet$|bnk$|inc(?:asso)?$)/,
  ],
  ['sign-credit', /^(?:c|credit|cr|c credit)$/],
  [
    'invoice',
    /^(?:factuur|verkoop|nota|invoice|debiteur|debet|debit|d$|f$|fac$|sales|rechnung|accrec$|380$|vf$|vrk$|db$)/,
  ],
];

/** Meaning of a word in a type column (formats document §4.2 rule 8); `letters` true when D and C are debtor and creditor. */
export function kindWord(text: string, letters: 'sign' | 'relation'): KindWord {
  const word = plain(text);
  if (letters === 'relation' && word === 'c') return 'creditor';
  return kindWords.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Whether a description opens with waarborgsom, borg or voorschot: money held, never netted (criterion B2). */
export function heldMoney(description: string): 'deposit' | 'advance' | null {
  const word = /^(waarborgsom|borgsom|borg|voorschot)\b/i.exec(description)?.[1]?.toLowerCase();
  return word === undefined ? null : word === 'voorschot' ? 'advance' : 'deposit';
}

/** Whether the text of a row without number speaks of money received. */
export function speaksOfPayment(text: string): boolean {
  return /\b(?:betaling|ontvangst|ontvangen|overboeking|bank|ideal|payment)\b/i.test(text);
}

/** Ja, nee; null when it says neither. */
export function yesNo(text: string): boolean | null {
  const word = plain(text);
  if (/^(?:j|ja|y|yes|true|waar|1|x)$/.test(word)) return true;
  return /^(?:n|nee|no|false|onwaar|0)$/.test(word) ? false : null;
}

/** Soort debiteur: zakelijk, particulier, overheid in the words packages use; null when it says none of them. */
export function debtorKindWord(text: string): DebtorKind | null {
  const word = plain(text);
  if (/^(?:zakelijk|bedrijf|business|b2b|onderneming|z$|b$|company|organisatie)/.test(word)) return 'business';
  if (/^(?:particulier|consument|prive|persoon|natuurlijk persoon|consumer|b2c|private|p$)/.test(word))
    return 'consumer';
  if (/^(?:overheid|gemeente|publiek|public|b2g|government|o$|waterschap|provincie|rijk)/.test(word)) return 'public';
  return null;
}

const languages: readonly (readonly [LetterLanguage, RegExp])[] = [
  ['nl', /^(?:nl|ned|dut|nederlands|dutch|vlaams)/],
  ['en', /^(?:en|eng|engels|english)/],
  ['de', /^(?:de|du|ger|duits|deutsch|german)/],
  ['fr', /^(?:fr|fra|frans|francais|french)/],
];

/** Language of letters; null for one letters do not exist in. */
export function languageWord(text: string): LetterLanguage | null {
  const word = plain(text);
  return languages.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const countries: Readonly<Record<string, string>> = {
  nederland: 'NL',
  'the netherlands': 'NL',
  netherlands: 'NL',
  holland: 'NL',
  nld: 'NL',
  belgie: 'BE',
  belgium: 'BE',
  bel: 'BE',
  duitsland: 'DE',
  deutschland: 'DE',
  germany: 'DE',
  deu: 'DE',
  d: 'DE',
  b: 'BE',
  f: 'FR',
  frankrijk: 'FR',
  france: 'FR',
  fra: 'FR',
  luxemburg: 'LU',
  luxembourg: 'LU',
  'verenigd koninkrijk': 'GB',
  'groot brittannie': 'GB',
  engeland: 'GB',
  'united kingdom': 'GB',
  uk: 'GB',
  oostenrijk: 'AT',
  austria: 'AT',
  zwitserland: 'CH',
  switzerland: 'CH',
  spanje: 'ES',
  spain: 'ES',
  italie: 'IT',
  italy: 'IT',
  portugal: 'PT',
  polen: 'PL',
  poland: 'PL',
  denemarken: 'DK',
  denmark: 'DK',
  zweden: 'SE',
  sweden: 'SE',
  noorwegen: 'NO',
  norway: 'NO',
  ierland: 'IE',
  ireland: 'IE',
};

/** ISO 3166 alpha-2 of a country in Dutch or English, or of its code; null when unknown. */
export function countryWord(text: string): string | null {
  const word = plain(text);
  return countries[word] ?? (/^[a-z]{2}$/.test(word) ? word.toUpperCase() : null);
}

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', EURO: 'EUR', US$: 'USD', $: 'USD', '£': 'GBP' };

/** ISO 4217 code of a currency cell, alone or beside its name (`Euro - EUR`); empty is euro; null when it is no currency. */
export function currencyWord(text: string): string | null {
  const word = text.trim().toUpperCase();
  if (word === '') return 'EUR';
  return symbols[word] ?? /^[A-Z]{3}$/.exec(word)?.[0] ?? /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(text)?.[0] ?? null;
}

/** First whole number in a text (`30 dagen`, `14d`, `niveau 2`); null when there is none. */
export function wholeNumber(text: string): number | null {
  const digits = /\d{1,4}/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
