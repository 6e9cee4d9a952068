/** A name as it is compared: words in the order written, initials apart. */
export interface PayerName {
  readonly words: readonly string[];
  /** First letters of given names, from initials or from the given name itself when it is a person's. */
  readonly initials: string;
  /** The words without spaces, to see `DE GROOT` in `DEGROOT`. */
  readonly joined: string;
  /** A legal form stands in it: its first word is no given name. */
  readonly isCompany: boolean;
  /** Long enough to have been cut by the bank (27 to 35 characters). */
  readonly maybeCut: boolean;
}

/** Words that say nothing of who it is: legal forms, titles, joining words. */
const legalForms =
  /\b(?:B\.? ?V\.?|N\.? ?V\.?|V\.? ?O\.? ?F\.?|C\.? ?V\.?|H\.? ?O\.? ?D\.? ?N\.?|G\.?M\.?B\.?H\.?|S\.?A\.?R\.?L\.?|B\.?V\.?B\.?A\.?)(?=$|[^A-Z0-9.])/g;
const empty = new Set(
  (
    'BV NV VOF CV HODN GMBH SARL BVBA SRL SPRL SA AG LTD LIMITED LLC INC PLC CO UA BA EZ EENMANSZAAK MAATSCHAP ' +
    'EO CJ EN OF AND UND ET DE HET DER DEN VAN VD VON TE TEN TER T S IN OP AAN BIJ HR DHR HEER MEVR MW MEVROUW MEJ DRS IR ING DR MR ' +
    'FAM FAMILIE HANDELEND ONDER NAAM INZAKE NAMENS GEB ERVEN'
  ).split(' '),
);
/** Words many share: they count, but little. */
const common = new Set(
  (
    'HOLDING BEHEER GROEP GROUP NEDERLAND NETHERLANDS INTERNATIONAL EUROPE BENELUX STICHTING STG ST VERENIGING VER BEDRIJF ' +
    'BOUWBEDRIJF AANNEMERSBEDRIJF HANDELSONDERNEMING INSTALLATIEBEDRIJF ADVIES SERVICE SERVICES DIENSTEN PROJECTEN VASTGOED ' +
    'HORECA EXPLOITATIE ADMINISTRATIE KANTOOR PRODUCTIONS SOLUTIONS CONSULTANCY TRADING TRANSPORT BOUW TECHNIEK GEMEENTE'
  ).split(' '),
);

/** Payers that pay for others: what stands in the text or on the account says nothing of the debtor. */
const collective =
  /\b(?:MOLLIE|ADYEN|STRIPE|PAYPAL|BUCKAROO|KLARNA|MULTISAFEPAY|PAY\.?NL|SISOW|TIKKIE|ICEPAY|OGONE|WORLDLINE|INGENICO|SUMUP|ZETTLE|IZETTLE|RIVERTY|AFTERPAY|BILLINK|IN3|WORLDPAY|CCV|EMS|GOCARDLESS|TWIKEY|FACTOR(?:ING|S)?|DERDENGELDEN|NOTARIS(?:SEN)?|INCASSO|GERECHTSDEURWAARDERS?|DEURWAARDERS?)\b/;

/** Whether a name is that of a payment provider, factor or third-party account. */
export function paysForOthers(name: string): boolean {
  return collective.test(name.toUpperCase());
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’'`´]/g, '')
    .toUpperCase()
    .replace(/Ø/g, 'O')
    .replace(/Æ/g, 'AE')
    .replace(/ẞ/g, 'SS')
    .replace(/Ł/g, 'L');
}

/** Reads a name of a debtor or of the counterparty of a bank line. */
export function payerName(text: string): PayerName {
  const upper = plain(text).replace(/\b(?:E\/O|EN\/OF|C\.?J\.?)\b/g, ' ');
  const bare = upper.replace(legalForms, ' ');
  const words: string[] = [];
  let initials = '';
  for (const token of bare.split(/[^A-Z0-9\u00df-\uffff.]+/)) {
    if (token === '') continue;
    if (/^(?:[A-Z]\.)+[A-Z]?$|^[A-Z]$/.test(token)) {
      initials += token.replace(/\./g, '');
      continue;
    }
    for (const word of token.split('.'))
      if (word.length === 1) initials += word;
      else if (word !== '' && !empty.has(word)) words.push(word);
  }
  return { words, initials, joined: words.join(''), isCompany: bare !== upper, maybeCut: text.length >= 24 };
}

/** The names on an account of two: `J. Jansen en/of A. de Boer`; of others the one name. */
export function payerNames(text: string): readonly PayerName[] {
  const parts = text
    .split(/\s+(?:en\/of|e\/o|eo|en|cj|h\/o|hodn|h\.o\.d\.n\.|t\/n|inz\.?)\s+|\s+\/\s+/i)
    .filter((part) => part.trim().length > 2);
  return [payerName(text), ...(parts.length > 1 ? parts.map(payerName) : [])].filter(({ words }) => words.length > 0);
}

/** How much a word tells: common words and short ones little. */
export function wordWeight(word: string): number {
  return common.has(word) ? 0.3 : word.length <= 2 ? 0.4 : 1;
}

/**
 * How alike a debtor's name and a payer's are, 0 to 1: the share of the debtor's words that the payer has (whatever the
 * order), less what the payer has besides them; initials that contradict each other lower it. `rarity` gives a word more
 * weight the fewer debtors bear it.
 */
export function nameLikeness(
  debtor: PayerName,
  payer: PayerName,
  rarity: (word: string) => number = wordWeight,
): number {
  if (debtor.words.length === 0 || payer.words.length === 0) return 0;
  if (debtor.joined === payer.joined) return initialsFactor(debtor, payer, 0);
  let whole = 0;
  let shared = 0;
  const used = new Set<number>();
  for (const [place, word] of debtor.words.entries()) {
    const weight = rarity(word);
    whole += weight;
    let best = 0;
    let at = -1;
    payer.words.forEach((other, index) => {
      if (used.has(index)) return;
      const last = payer.maybeCut && index === payer.words.length - 1;
      const alike = wordLikeness(word, other, last);
      if (alike > best) [best, at] = [alike, index];
    });
    if (at >= 0) used.add(at);
    // A given name of which the bank has the first letter: `Noor Visser`, `N VISSER`.
    else if (place === 0 && !debtor.isCompany && debtor.words.length > 1 && payer.initials.startsWith(word[0]!))
      best = 0.9;
    shared += weight * best;
  }
  const lastCut = payer.maybeCut && debtor.joined.startsWith(payer.joined) && payer.joined.length >= 14;
  if (lastCut || startsAlike(debtor, payer)) return 0.95 * initialsFactor(debtor, payer, 0);
  let extra = 0;
  payer.words.forEach((word, index) => {
    if (!used.has(index)) extra += rarity(word);
  });
  const recall = whole === 0 ? 0 : shared / whole;
  const precision = shared + extra === 0 ? 0 : shared / (shared + extra);
  const given = payer.words.length - used.size;
  return (0.7 * recall + 0.3 * precision) * initialsFactor(debtor, payer, given);
}

/** The debtor's name glued or split otherwise: `DEGROOT BOUW`, `ZEVEN EIKEN` and `ZEVENEIKEN`. */
function startsAlike(debtor: PayerName, payer: PayerName): boolean {
  return debtor.joined.length >= 10 && payer.joined.startsWith(debtor.joined);
}

function initialsFactor(debtor: PayerName, payer: PayerName, unusedWords: number): number {
  if (debtor.initials === '') return 1;
  if (payer.initials !== '') return payer.initials[0] === debtor.initials[0] ? 1 : 0.6;
  // A given name written out: `Jan Jansen` beside `J. Jansen`.
  if (unusedWords > 0) return payer.words.some((word) => word[0] === debtor.initials[0]) ? 1.15 : 0.6;
  return 0.9;
}

function wordLikeness(a: string, b: string, bMayBeCut: boolean): number {
  if (a === b) return 1;
  if (bMayBeCut && b.length >= 3 && a.startsWith(b)) return 0.95;
  if (a.length >= 5 && b.length >= 5 && Math.abs(a.length - b.length) <= 1 && isNear(a, b)) return 0.85;
  // A shortened word: `ADM` for `ADMINISTRATIE`.
  if (b.length >= 4 && a.length > b.length && a.startsWith(b)) return 0.6;
  return 0;
}

function isNear(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - from - end <= 1;
}
