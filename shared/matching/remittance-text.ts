import { parseIban } from '../identifiers/iban.ts';

/** What a number in a text is said to be by the word before it. */
export type NumberRole = 'free' | 'invoice' | 'reference' | 'customer' | 'other';

/** A stretch of digits or of letters. */
export interface Run {
  readonly digits: boolean;
  readonly text: string;
  /** What stands between the run before and this one. */
  readonly gap: string;
  readonly role: NumberRole;
}

/** Stands for what was read as something else than a number of an invoice; runs never join across it. */
const mask = '\u0001';

/** Names of months, short and long, in Dutch and English. */
export const months =
  'JAN(?:UARI|UARY)?|FEB(?:RUARI|RUARY)?|MRT|MAART|MARCH|MAR|APR(?:IL)?|MEI|MAY|JUN[IE]?|JUL[IY]?|AUG(?:USTUS|UST)?|SEPT?(?:EMBER)?|O[KC]T(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?';

/** Texts with digits that are no invoice number; `unlessKnown`: it may be one all the same when one is written so. */
const otherThings: readonly {
  readonly pattern: RegExp;
  readonly unlessKnown?: true;
  readonly holds?: (text: string) => boolean;
}[] = [
  {
    pattern: /\b[A-Z]{2}\d{2} ?(?:[A-Z]{4}|\d{4})(?: ?[A-Z0-9]{4}){2,6}(?: ?[A-Z0-9]{1,3})?\b/g,
    holds: (text) => parseIban(text) !== null,
  },
  { pattern: /\S+@\S+|\bWWW\.\S+|\bHTTPS?:\S+/g },
  { pattern: /(?:€|\bEUR(?:O)?)\s*\d[\d.]*(?:,\d{2}|\.\d{2}|,-{1,2})?(?!\d)/g },
  {
    pattern: /(?<![\d\-/.,])(?:0|[1-9]\d{0,6}|[1-9]\d{0,2}(?:\.\d{3})+),\d{2}(?![\d])(?:\s*(?:EUR|EURO|€))?/g,
    unlessKnown: true,
  },
  { pattern: /(?<![\d\-/.,])(?:0|[1-9]\d{0,5})\.\d{2}(?![\d.\-/])/g, unlessKnown: true },
  { pattern: /\d+(?:,\d+)? ?%/g },
  {
    pattern: /(?<![\d\-/.])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:20\d\d|[1-4]\d)(?![\d\-/])/g,
    unlessKnown: true,
  },
  { pattern: /(?<![\d\-/.])20[1-4]\d([-/.])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\d\-/])/g, unlessKnown: true },
  {
    pattern: new RegExp(`(?<![\\d\\-/.])(?:[12]?\\d|3[01])[ -](?:${months})(?:[ -](?:20)?[1-4]\\d)?(?![\\dA-Z])`, 'g'),
  },
  { pattern: new RegExp(`\\b(?:${months})[ '-]{1,2}(?:20)?[1-4]\\d(?![\\d\\-/])`, 'g') },
  {
    pattern:
      /\b(?:WEEK|WK|KWARTAAL|KW|MAAND|PERIODE|TERMIJN|JAAR|BOEKJAAR|SEIZOEN|Q) ?\d{1,4}(?:[-/ ]20\d\d)?(?![\d-])/g,
  },
  { pattern: /\b\d{1,2}[:]\d{2}(?::\d{2})?\b/g },
  { pattern: /(?<!\d)(?:\+31|0031)[ -]?\(?0?\)?(?:[ -]?\d){9}(?!\d)/g, unlessKnown: true },
  { pattern: /(?<!\d)06[ -]?\d{2}(?:[ -]?\d{2}){3}(?!\d)/g, unlessKnown: true },
  { pattern: /(?<!\d)0\d{2,3}[ -]\d{6,7}(?!\d)/g, unlessKnown: true },
  { pattern: /\b(?:NL ?)?\d{9} ?B ?\d{2}\b/g },
  {
    pattern:
      /(?<!\d)[1-9]\d{3} ?(?!EN\b|EX\b|EU\b|OP\b|OF\b|TM\b|VA\b|NR\b|DD\b|IN\b|TE\b|UW\b|PM\b|CR\b|CN\b)[A-Z]{2}\b(?=[ ,]+[A-Z]{3}|$)/g,
    unlessKnown: true,
  },
];

const invoiceWord =
  /^(?:(?:VERKOOP|CREDIT|DEEL|SLOT|EIND|TERMIJN)?(?:FACTUUR|FACTUREN|FAKTUUR|FAKTUREN|FACTUURNUMMERS?|FACTUURNRS?|FAKTUURNRS?|FAKTUURNUMMERS?|FACTNRS?|FACTS?|FACTR|FAKTNR|FCT|FAC|FAKT|FACTURE|FNRS?|FCTNR|INVOICES?|INVOICENO|INVOICENR|INVNR|INV|RECHNUNG(?:SNUMMER|SNR)?|RNR|NOTA|NOTAS|NOTANR|NOTANUMMER|NOTAS|REKENINGNRS?|CREDIT|CREDITNOTA|CREDITERING|CN))$/;
/** Words that announce a number without saying of what. */
const referenceWord =
  /^(?:BETALINGSKENMERK|KENMERK|KENM|REFERENTIE|REF|REFNR|REFERENCE|BETALINGSREFERENTIE|BETKENMERK)$/;
const customerWord =
  /^(?:KLANT|KLANTNR|KLANTNUMMER|KLANTCODE|KLNR|DEBITEUR|DEBITEUREN|DEBITEURNR|DEBITEURNUMMER|DEBITEURENNR|DEBITEURENNUMMER|DEBNR|DEB|DEBNUMMER|RELATIE|RELATIENR|RELATIENUMMER|RELATIECODE|RELNR|LID|LIDNR|LIDNUMMER|LIDMAATSCHAPSNUMMER|CUSTOMER|CUSTOMERNO|CUSTNO|ACCOUNTNR|ABONNEENR|CLIENTNR|CLIENTNUMMER|HUURDER|HUURDERNR)$/;
const otherWord =
  /^(?:ORDER|ORDERS|ORDERNR|ORDERNUMMER|ORDERNO|BESTELLING|BESTELNR|BESTELNUMMER|BESTELBON|PO|PONR|PONUMMER|INKOOPORDER|INKOOPNUMMER|INKOOPNR|IO|OPDRACHT|OPDRACHTNR|OPDRACHTNUMMER|WERKBON|WERKBONNR|WERKORDER|PAKBON|PAKBONNR|OFFERTE|OFFERTENR|OFFERTENUMMER|PROJECT|PROJECTNR|PROJECTNUMMER|CONTRACT|CONTRACTNR|CONTRACTNUMMER|POLIS|POLISNR|POLISNUMMER|SCHADENR|SCHADENUMMER|DOSSIER|DOSSIERNR|DOSSIERNUMMER|ZAAKNR|ZAAKNUMMER|TEL|TELNR|TELEFOON|TELEFOONNR|MOB|MOBIEL|KVK|KVKNR|KVKNUMMER|BTW|BTWNR|RSIN|BSN|POSTBUS|KENTEKEN|PAS|PASNR|VOLGNR|TERMINAL|TRANSACTIE|TRANSACTIENR|TRANSACTIENUMMER|TRX|TRN|MACHTIGING|MACHTIGINGSKENMERK|MANDAAT|INCASSANT|DATUM|FACTUURDATUM|VERVALDATUM|VDATUM|VALUTADATUM|DD|AANSLAG|AANSLAGNUMMER|BATCH|BATCHID|SALARIS|PERSONEELSNR|HUISNR|HUISNUMMER|ARTIKEL|ARTIKELNR|METER|METERNR|EAN)$/;
/** Words that leave open what the next number is said to be. */
const fillWord =
  /^(?:NR|NRS|NUMMER|NUMMERS|NO|NUM|NUMBER|EN|ENZ|T|M|TM|TOT|MET|PLUS|VAN|UW|JULLIE|ONZE|MIJN|U|DE|HET|VOOR|BETREFT|BETR|INZAKE|INZ|JE|ZIJN|IS|E|ALSMEDE|AND|UND|ET|TO|THROUGH)$/;

/** Words with which another number begins. */
const anotherWord = /^(?:NR|NRS|NUMMER|NO|NUM|NUMBER|UW)$/;

/** Words and what they say of the number after them; null when they say nothing. */
function roleOf(word: string, before: NumberRole): NumberRole {
  // `inkoopnr 26-0246 uw 11195`: what is yours is no number of the payer's own.
  if (word === 'UW' && (before === 'other' || before === 'customer')) return 'free';
  if (invoiceWord.test(word)) return 'invoice';
  if (referenceWord.test(word)) return 'reference';
  if (customerWord.test(word)) return 'customer';
  if (otherWord.test(word)) return 'other';
  return fillWord.test(word) ? before : 'free';
}

/** Capitals without accents; dashes and quotes of any kind as the plain ones. */
export function upperText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
    .slice(0, 1_000);
}

/**
 * A remittance text as runs of digits and letters. Dates, amounts, accounts, telephone numbers, postcodes and the like are
 * masked, unless `isKnown` says an invoice bears exactly that number. At most 1,000 characters are read.
 */
export function readRuns(
  text: string,
  isKnown: (compact: string, written: string) => boolean,
  first: NumberRole = 'free',
): readonly Run[] {
  let upper = upperText(text);
  for (const { pattern, unlessKnown, holds } of otherThings) {
    upper = upper.replace(pattern, (found: string) => {
      if (holds && !holds(found)) return found;
      if (unlessKnown && isKnown(found.replace(/[^A-Z0-9]/g, ''), found)) return found;
      return mask.repeat(found.length);
    });
  }
  const runs: Run[] = [];
  let role = first;
  let isSaid = false;
  let end = 0;
  for (const found of upper.matchAll(/\d+|[A-Z]+/g)) {
    const at = found.index;
    const word = found[0];
    const gap = upper.slice(end, at);
    end = at + word.length;
    const digits = word.charCodeAt(0) < 58;
    // A customer has one number: what comes after it, apart, is something else.
    if (isSaid && /[\s,;]/.test(gap) && (digits || anotherWord.test(word))) role = 'free';
    isSaid = digits ? (role === 'customer' || role === 'other') && (isSaid || word.length >= 3) : isSaid && gap === '';
    if (gap.includes(mask)) role = /^[^A-Z0-9]*$/.test(gap) && role === 'invoice' && digits ? role : 'free';
    if (!digits) {
      const next = upper.charCodeAt(end);
      const glued = next >= 48 && next <= 57;
      const said = roleOf(word, role);
      // Letters in front of a number are part of it, unless they are a word that says what it is.
      role = glued && said === 'free' && word.length <= 4 ? role : said;
    }
    runs.push({ digits, text: word, gap, role });
  }
  return runs;
}
