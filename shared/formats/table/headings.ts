import type { Currency } from '#shared/money/cents.ts';
import { otherCurrencyCodes } from './currency-signs.ts';
import type { TableField } from './fields.ts';
import type { Cell, Row } from './reading.ts';
import { debtorEntities, invoiceEntities, synonyms } from './synonyms.ts';
import { currencyWord } from './words.ts';

/** A heading understood: the fields it may mean with their rank (0 = best), and whether it names a base or foreign amount. */
export interface Heading {
  readonly text: string;
  readonly normal: string;
  readonly fields: readonly Meaning[];
  /** `base` = in the administration's own currency (DC, EUR), `foreign` = in the invoice's (FC, transactievaluta). */
  readonly amountIn: 'base' | 'foreign' | null;
  /** Currency other than the euro that a heading of amounts names: `Openstaand (USD)`; null when it names none. */
  readonly currency: Currency | null;
}

/** Lower case, without accents; punctuation and spaces are one space, a word broken off at a line end is whole again (formats document §4.1). */
export function normalHeading(text: string): string {
  return text
    .replace(/-[ \t]*\r?\n\s*/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9€]+/g, ' ')
    .trim();
}

type Meaning = { readonly field: TableField; readonly rank: number };

const byHeading = new Map<string, Meaning[]>();
/** The same headings without spaces: `Factuur datum`, `DebtorId`. */
const byLetters = new Map<string, Meaning[]>();
for (const [field, names] of synonyms) {
  names.forEach((name, rank) => {
    byHeading.set(name, [...(byHeading.get(name) ?? []), { field, rank }]);
  });
}
for (const [name, meanings] of byHeading) {
  const letters = name.replaceAll(' ', '');
  if (letters.length > 4 && !byLetters.has(letters)) byLetters.set(letters, meanings);
}

function meaningsOf(normal: string): readonly Meaning[] | undefined {
  return (
    byHeading.get(normal) ??
    byLetters.get(normal.replaceAll(' ', '')) ??
    byHeading.get(writtenOut(normal)) ??
    byLetters.get(joinedOut(normal)) ??
    byLetters.get(normal.replace(/^(nr|nummer|datum) (\w+)$/, '$2$1'))
  );
}

const abbreviations: Readonly<Record<string, string>> = {
  amt: 'amount',
  bedr: 'bedrag',
  dat: 'datum',
  deb: 'debiteur',
  doc: 'document',
  fact: 'factuur',
  fakt: 'factuur',
  inv: 'invoice',
  oorspr: 'oorspronkelijk',
  orig: 'origineel',
  openst: 'openstaand',
  rel: 'relatie',
  verv: 'verval',
};

/** `Oorspr. bedrag`, `Fact.dat.`: the words of a narrow column in full. */
function writtenOut(normal: string): string {
  const words = normal.split(' ').map((word) => abbreviations[word] ?? word);
  const apart = words.join(' ');
  return byHeading.has(apart) ? apart : words.join('');
}

/** `DebNaam`: an abbreviation a word is joined to, in full. */
function joinedOut(normal: string): string {
  return normal.replace(joined, (start) => abbreviations[start]!).replaceAll(' ', '');
}

const joined = new RegExp(`^(?:${Object.keys(abbreviations).join('|')})(?=[a-z])`);

const baseSuffix =
  /(?: in)? (?:€|eur)$|€$|(?<=amount|bedrag)eur$|(?<=[a-z]{3})dc$| (?:dc|euro|basisvaluta|administratievaluta)$/;
const foreignSuffix = /(?<=[a-z]{3})fc$| (?:fc|vv|(?:in )?(?:transactie|factuur|vreemde )?valuta)$/;
/** `Openstaand bedrag incl. btw` is what is open. */
const withTax = / (?:incl|inc|inclusief|including|inclusive)(?: of)?(?: (?:btw|vat|tax))?$/;

const otherCurrency = new RegExp(
  String.raw`[\s(]*(?:\bin\s+)?(?:\b(${otherCurrencyCodes})\b|((?:US)?\$|£))[\s).]*$`,
  'i',
);

/** Reads one heading. `Entiteit: Veld` is split, currency suffixes (DC, FC, EUR) are set aside, other currencies kept beside it. */
export function readHeading(cell: Cell): Heading {
  const text = String(cell).trim();
  const named = otherCurrency.exec(text);
  const currency = named ? currencyWord(named[1] ?? named[2]!) : null;
  if (!named || currency === null) return headingOf(text);
  const { fields } = headingOf(text.slice(0, named.index));
  const amounts = fields.filter(({ field }) => amountFields.has(field));
  return { text, normal: normalHeading(text), fields: amounts, amountIn: null, currency };
}

const amountFields: ReadonlySet<TableField> = new Set(['open', 'total', 'paid', 'debit', 'credit']);

function headingOf(text: string): Heading {
  const colon = /^([^:]{2,40}):\s*(\S.{0,60})$/.exec(text);
  if (colon) {
    const entity = normalHeading(colon[1]!);
    const field = normalHeading(colon[2]!);
    return { text, normal: `${entity} ${field}`, ...lookedUp(entityHeading(entity, field)), currency: null };
  }
  const normal = normalHeading(text);
  return { text, normal, ...lookedUp(normal), currency: null };
}

function entityHeading(entity: string, field: string): string {
  const whole = `${entity} ${field}`;
  if (byHeading.has(whole)) return whole;
  if (debtorEntities.has(entity)) return field;
  if (invoiceEntities.has(entity)) return byHeading.has(`factuur${field}`) ? `factuur${field}` : field;
  return whole;
}

function lookedUp(normal: string): Pick<Heading, 'fields' | 'amountIn'> {
  const exact = meaningsOf(normal.replace(/ utc$/, ''));
  if (exact) return { fields: exact, amountIn: normal === 'euro' ? 'base' : null };
  for (const [suffix, amountIn] of [
    [baseSuffix, 'base'],
    [foreignSuffix, 'foreign'],
  ] as const) {
    const stem = normal.replace(suffix, '').trim();
    const fields = stem !== normal ? meaningsOf(stem) : undefined;
    if (fields) return { fields, amountIn };
  }
  const inclusive = normal.replace(withTax, '');
  const amounts = inclusive === normal ? [] : (meaningsOf(inclusive) ?? []);
  return { fields: amounts.filter(({ field }) => field === 'open' || field === 'total'), amountIn: null };
}

const notDue: ReadonlySet<string> = new Set([
  'niet vervallen',
  'nog niet vervallen',
  'niet verlopen',
  'nog niet verlopen',
  'binnen termijn',
  'not due',
  'not yet due',
  'current',
]);

/** Headings of columns with ages: `0-30`, `1-30 dagen`, `> 90`, `niet vervallen` (formats document §4.1). */
export function isAgeingHeading(text: string): boolean {
  const plain = text.toLowerCase().replace(/[–—]/g, '-').trim();
  return (
    /^(?:vervallen\s*)?\d{1,3}\s*(?:-|t\/m|tot(?: en met)?|to)\s*\d{1,3}(?:\s*(?:dagen|dgn|days|d|dag))?$/.test(
      plain,
    ) ||
    /^(?:vervallen\s*)?(?:>=?|<=?|≥|≤|ouder dan|meer dan|minder dan|tot|over|older than)\s*\d{1,3}(?:\s*(?:dagen|dgn|days|d|dag))?$/.test(
      plain,
    ) ||
    /^\d{1,3}\s*(?:dagen|days)?\s*(?:\+|plus|en ouder|en meer|or more)(?:\s*(?:dagen|dgn|days))?$/.test(plain) ||
    /^(?:ouder dan |older than |[<>] ?)?\d{1,2}\s*(?:maand(?:en)?|months?)(?:\s*(?:\+|en ouder|of meer|or more))?$/.test(
      plain,
    ) ||
    notDue.has(plain)
  );
}

export interface FoundHeader {
  /** 0-based position of the header row. */
  readonly at: number;
  readonly headings: readonly Heading[];
}

const headerWithin = 26;

/**
 * The first row among the first lines with two or more recognised headings (formats document §4.2 rule 3). A line of filters
 * that happens to hold two known words gives way to a later row that knows more than twice as many, and a row of groups
 * (`Debiteur`, `Factuur`) to the fuller row of headings right below it. Null when none has two.
 */
export function findHeader(rows: readonly Row[]): FoundHeader | null {
  let found: FoundHeader | null = null;
  let most = 0;
  for (let at = 0; at < rows.length && at < headerWithin; at++) {
    const headings = headingsOf(rows[at]!);
    if (!headings) continue;
    const recognised = countRecognised(headings);
    if (recognised < 2 || (found && recognised <= most * 2)) continue;
    found = { at, headings };
    most = recognised;
  }
  return found && (withGroups(rows, found) ?? found);
}

function headingsOf(row: Row): readonly Heading[] | null {
  const noHeader = row.length < 2 || row.some(isValueCell) || looksLikeData(row);
  return noHeader ? null : row.map(readHeading);
}

/** A number is no heading, but for the 30, 60 and 90 days of a list of ages. */
function isValueCell(cell: Cell): boolean {
  return typeof cell === 'number' && !(cell >= 15 && cell <= 365 && cell % 5 === 0);
}

/** Columns of ages count where there are several: beside them one name of a debtor is enough. */
function countRecognised(headings: readonly Heading[]): number {
  const known = new Set(headings.filter(({ fields }) => fields.length > 0).map(({ normal }) => normal)).size;
  const ages = headings.filter(({ text }) => isAgeingHeading(text)).length;
  return known + (known > 0 && ages >= 2 ? 1 : 0);
}

/** A header of two rows: `Debiteur | | Factuur |` above `Nummer | Naam | Nummer | Datum`. The lower row counts, read with its group. */
function withGroups(rows: readonly Row[], { at, headings }: FoundHeader): FoundHeader | null {
  const below = headingsOf(rows[at + 1] ?? []);
  const filled = (row: readonly Heading[]): number => row.filter(({ text }) => text !== '').length;
  if (!below || filled(below) <= filled(headings) || countRecognised(below) < 2) return null;
  let group = '';
  const combined = below.map((own, i) => {
    group = headings[i]?.text || group;
    const together = own.text === '' || group === '' ? own : readHeading(`${group} ${own.text}`);
    return together.fields.length > 0 ? together : own;
  });
  return { at: at + 1, headings: combined };
}

/** The row that looks most like headings when none is recognised: the first with three or more texts and no value. */
export function likelyHeader(rows: readonly Row[]): FoundHeader | null {
  for (let at = 0; at < rows.length && at < headerWithin; at++) {
    const row = rows[at]!;
    const texts = row.filter((cell) => typeof cell === 'string' && /\p{L}{2,}/u.test(cell)).length;
    if (texts >= 3 && !row.some((cell) => typeof cell === 'number' || /\d{2,}/.test(cell))) {
      return { at, headings: row.map(readHeading) };
    }
  }
  return null;
}

const vatId = /^NL\d{9}B\d{2}$/;

/** A title line such as `Valuta;EUR` or a row of values is no header, even when a word of it is known. */
function looksLikeData(row: Row): boolean {
  let filled = 0;
  let values = 0;
  for (const cell of row) {
    if (cell === '') continue;
    filled++;
    const text = String(cell).trim();
    if ((/^[\d€(+-][\d.,\s/€()-]*$/.test(text) || vatId.test(text)) && !isAgeingHeading(text)) values++;
  }
  return filled < 2 || values * 3 > filled;
}

/** Whether a later row repeats the header, as page breaks do. */
export function repeatsHeader(row: Row, headings: readonly Heading[]): boolean {
  let same = 0;
  let filled = 0;
  for (let i = 0; i < headings.length; i++) {
    const cell = row[i];
    if (cell === undefined || cell === '') continue;
    filled++;
    if (typeof cell === 'string' && headings[i]!.text.endsWith(cell.trim())) same++;
  }
  return same >= 2 && same * 2 > filled;
}
