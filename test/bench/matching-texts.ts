import { formatAmount } from '#shared/money/cents.ts';
import type { Draw } from './matching-draw.ts';

/** How numbers of invoices are formed, by administration: `serial` from 1 up, `year` of the invoice. */
export const numberForms: Readonly<Record<string, (serial: number, year: number) => string>> = {
  'year-dash': (serial, year) => `${year}-${String(serial).padStart(4, '0')}`,
  solid: (serial, year) => `${year}${String(serial).padStart(4, '0')}`,
  'letter-slash': (serial, year) => `F${year}/${serial}`,
  zeros: (serial) => `VF-${String(serial).padStart(5, '0')}`,
  short: (serial) => String(1_000 + serial),
  dotted: (serial, year) => `${String(year).slice(2)}.700.${String(serial).padStart(4, '0')}`,
  long: (serial, year) => `INV-${year}-${String(serial).padStart(5, '0')}`,
  period: (serial, year) => `${year}${String(1 + (serial % 12)).padStart(2, '0')}-${String(serial).padStart(3, '0')}`,
  plain5: (serial) => String(40_000 + serial),
  suffix: (serial, year) => `${String(serial).padStart(5, '0')}/${String(year).slice(2)}`,
};

/** A number as a payer writes it. */
export function asWritten(draw: Draw, number: string): string {
  return draw.of([
    number,
    number,
    number,
    number,
    number.replace(/[-/.]/g, ''),
    number.replace(/[-/.]/g, ' '),
    number.replace(/[-/]/g, '.'),
    number.toLowerCase(),
  ]);
}

/** A number with one slip of the pen. */
export function withSlip(draw: Draw, number: string): string {
  const places = [...number].map((_, place) => place).filter((place) => /\d/.test(number[place]!));
  const place = draw.of(places.slice(-4));
  if (draw.chance(0.5)) {
    const before = place - 1;
    if (before >= 0 && /\d/.test(number[before]!) && number[before] !== number[place])
      return number.slice(0, before) + number[place] + number[before] + number.slice(place + 1);
  }
  const wrong = String((Number(number[place]) + draw.whole(1, 9)) % 10);
  return number.slice(0, place) + wrong + number.slice(place + 1);
}

/** A number a bank broke at the end of a line. */
export function broken(draw: Draw, number: string): string {
  const at = draw.whole(2, number.length - 2);
  return `${number.slice(0, at)} ${number.slice(at)}`;
}

const before = [
  'Factuur ',
  'factuur ',
  'Factuurnummer: ',
  'factuurnr ',
  'Fact. ',
  'fact.nr. ',
  'FACTUUR NR ',
  'Betreft factuur ',
  'betaling factuur ',
  'Invoice ',
  'nota ',
  'Uw factuur ',
  'inz. ',
  '',
  '',
  '',
];
const after = ['', '', '', '', '', ' bedankt', ' klant', ' vdatum', ' mvg', ' conform afspraak', ' spoed'];

/** Things payers add that have digits in them and name no invoice. */
function noise(draw: Draw, amount: number): string {
  return draw.of([
    ` dd ${draw.whole(10, 28)}-0${draw.whole(1, 9)}-2026`,
    ` van ${draw.whole(1, 28)} ${draw.of(['januari', 'maart', 'mei', 'juli', 'sept', 'november'])} 2026`,
    ` EUR ${formatAmount(amount)}`,
    ` klantnr ${draw.whole(20_000, 29_999)}`,
    ` order ${draw.whole(4_500_000, 4_599_999)}`,
    ` tel 06-${draw.whole(10_000_000, 99_999_999)}`,
    ` ${draw.whole(1_000, 9_999)} ${draw.of(['AB', 'XT', 'KL'])} Zwolle`,
    ` PO ${draw.whole(80_000, 89_999)}`,
    ` week ${draw.whole(1, 52)}`,
    ` KvK ${draw.whole(10_000_000, 89_999_999)}`,
    ` ${draw.of(['januari', 'februari', 'april', 'augustus', 'oktober'])} 2026`,
    ` kenteken ${draw.whole(10, 99)}-XKR-${draw.whole(1, 9)}`,
  ]);
}

export interface TextStyle {
  /** Share of texts with other digits in them. */
  readonly noise: number;
  /** Texts as bad as they come: run together, cut by lines, in other languages, with numbers of others in front. */
  readonly isAwkward: boolean;
}

/** Makes a text as bad as they come; what it says stays in it. */
export function awkward(draw: Draw, text: string): string {
  if (text === '') return text;
  const width = draw.of([32, 35, 65]);
  const cut = text.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1 ');
  return draw.of([
    cut,
    cut.toUpperCase(),
    text.replace(/([A-Za-z.:]) (?=\d)/g, '$1'),
    `${draw.of(['Rechnung Nr. ', 'facture n° ', 'payment of invoice ', 'vereffening '])}${text}`,
    `ons kenmerk ${draw.whole(7_000_000, 7_999_999)} ${text}`,
    `${draw.whole(880_000_000, 889_999_999)} ${text}`,
    `//${text.replace(/ /g, '/')}//`,
    `${text} ${text}`,
    text.replace(/-/g, ' - '),
    `crediteur ${draw.whole(50_000, 59_999)}: ${text} d.d. ${draw.whole(10, 28)}/${draw.whole(10, 12)}/26`,
  ]);
}

export function oneNumber(draw: Draw, number: string, amount: number, style: TextStyle): string {
  const text = draw.of(before) + number + draw.of(after);
  return draw.chance(style.noise) ? text + noise(draw, amount) : text;
}

export function manyNumbers(draw: Draw, numbers: readonly string[], style: TextStyle): string {
  const joint = draw.of([', ', ' + ', ' en ', '/', ' ', ';', ' & ', ',', ' - ', '+']);
  const head = draw.of(['Facturen ', 'factuurnrs ', 'fact ', 'Facturen: ', '', '', 'betaling ']);
  const text = head + numbers.join(joint);
  return draw.chance(style.noise / 2) ? text + noise(draw, 121_00) : text;
}

/** The first number in full, of the others the last digits; null when the numbers share no beginning. */
export function suffixList(draw: Draw, numbers: readonly string[]): string | null {
  const [first] = numbers;
  const digits = draw.whole(2, 3);
  const front = first!.slice(0, -digits);
  if (numbers.some((number) => !number.startsWith(front) || !/^\d+$/.test(number.slice(-digits)))) return null;
  const rest = numbers.slice(1).map((number) => number.slice(-digits));
  const tail = rest.length === 1 ? rest[0] : `${rest.slice(0, -1).join(', ')} en ${rest.at(-1)}`;
  return draw.of([
    `${first}, ${tail}`,
    `factuur ${first} / ${rest.join(' / ')}`,
    `Facturen ${first}+${rest.join('+')}`,
  ]);
}

export function rangeText(draw: Draw, first: string, last: string): string {
  return (
    draw.of(['Facturen ', '', 'factuur ']) + first + draw.of([' t/m ', ' tm ', ' - ', ' tot en met ', ' T/M ']) + last
  );
}

export const wordless = [
  'betaling',
  'Overboeking',
  'voldaan',
  '',
  'factuur',
  'openstaande rekening',
  'zie mail',
  'Huur',
  'termijn',
  'bedankt voor de goede service',
];

/** Lines of no debtor: name, text and IBAN bank. */
export const unrelated: readonly ((draw: Draw) => { readonly name: string; readonly text: string })[] = [
  () => ({ name: 'Belastingdienst', text: 'TERUGGAAF OMZETBELASTING 0012.34.567.B.01.2260' }),
  (draw) => ({
    name: 'BELASTINGDIENST',
    text: `Betalingskenmerk ${draw.whole(1_000, 9_999)} ${draw.whole(1_000, 9_999)} 0126 0${draw.whole(100, 999)} voorlopige aanslag 2026`,
  }),
  (draw) => ({ name: 'Regiobank zakelijk', text: `Creditrente ${draw.whole(1, 4)}e kwartaal 2026` }),
  (draw) => ({
    name: 'Energie Oostland N.V.',
    text: `Teruggave jaarafrekening notanr ${draw.whole(100_000_000, 999_999_999)} klantnr ${draw.whole(1_000_000, 9_999_999)}`,
  }),
  (draw) => ({ name: 'Groothandel Meppelink BV', text: `creditnota ${draw.whole(2_026_0001, 2_026_4999)}` }),
  (draw) => ({
    name: 'Verzekeringen Hanzeland',
    text: `Uitkering schadenr ${draw.whole(10_000, 99_999)} polis ${draw.whole(1_000_000, 9_999_999)}`,
  }),
  (draw) => ({
    name: 'Stichting Mollie Payments',
    text: `Uitbetaling ${draw.whole(1_000_000, 9_999_999)}.${draw.whole(26, 26)}${draw.whole(10, 12)} ref ${draw.whole(1_000, 5_999)}`,
  }),
  (draw) => ({
    name: 'CCV Group BV',
    text: `Verzamelbetaling terminal ${draw.whole(100_000, 999_999)} batch ${draw.whole(1_000, 9_999)}`,
  }),
  (draw) => ({ name: 'UWV', text: `Ziekengeld ${draw.whole(100_000_000, 299_999_999)} periode ${draw.whole(1, 12)}` }),
  (draw) => ({ name: 'Gemeente Rietvoort', text: `Subsidie beschikking ${draw.whole(2_026_001, 2_026_999)}` }),
];
