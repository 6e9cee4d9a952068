import { hashText } from '#shared/domain/event.ts';
import type { RememberedMapping } from '#shared/domain/imports.ts';
import { cellText } from './cells.ts';
import { dateEvidence } from './dates.ts';
import { type TableField, tableFields } from './fields.ts';
import { type Heading, repeatsHeader } from './headings.ts';
import { holdsInvoiceLines } from './invoice-lines.ts';
import { openInWords } from './open-in-words.ts';
import { namesPerCode, numberOfDebtor, numberOfItem } from './plain-numbers.ts';
import type { Profile } from './profiles.ts';
import type { Cell, ReadColumn, Row } from './reading.ts';
import { isRunningBalance } from './running-balance.ts';
import { sectionSide } from './sides.ts';
import { statusWord } from './statuses.ts';
import { synonyms } from './synonyms.ts';
import { isTotalLabel } from './totals.ts';

type Why = ReadColumn['why'];

/** Which field each column holds, and why; positions without a field are null. */
export interface Mapping {
  readonly fields: readonly (TableField | null)[];
  readonly why: readonly Why[];
}

/** Headings made unique: the second `Naam` is `naam#2`. Mappings are remembered under these. */
export function columnKeys(headings: readonly Heading[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map(({ normal }) => {
    const times = (seen.get(normal) ?? 0) + 1;
    seen.set(normal, times);
    return times === 1 ? normal : `${normal}#${times}`;
  });
}

/** Identifies a layout by its headings in order. */
export function headerFingerprint(headings: readonly Heading[]): string {
  return hashText(columnKeys(headings).join('|')).slice(0, 32);
}

/**
 * Guesses the field of every column from its heading; the content decides where a heading can mean a code or a name.
 * What is known of the package comes before the guesses; a remembered mapping replaces both, choices of the user replace all.
 */
export function mapColumns(
  headings: readonly Heading[],
  sample: readonly Row[],
  remembered: RememberedMapping | undefined,
  chosen: Readonly<Record<number, TableField | null>> | undefined,
  profile: Profile | null = null,
): Mapping {
  const fields: (TableField | null)[] = headings.map(() => null);
  const why: Why[] = headings.map(() => '');
  /** Columns the package is known to keep something else in. */
  const passed = new Set<number>();
  if (remembered) {
    columnKeys(headings).forEach((key, i) => {
      const field = remembered.columns[key];
      if (field && isTableField(field)) set(i, field, 'remembered');
    });
  } else {
    if (profile) fromProfile(profile);
    guess();
  }
  for (const [index, field] of Object.entries(chosen ?? {})) {
    const i = Number(index);
    if (!Number.isInteger(i) || i < 0 || i >= headings.length) continue;
    const before = field === null ? -1 : fields.indexOf(field);
    if (before >= 0) set(before, null, '');
    set(i, field, 'chosen');
  }
  return { fields, why };

  function set(i: number, field: TableField | null, reason: Why): void {
    fields[i] = field;
    why[i] = reason;
  }

  function fromProfile({ columns }: Profile): void {
    for (const [normal, field] of columns) {
      const at = headings.findIndex((heading, i) => heading.normal === normal && fields[i] === null && !passed.has(i));
      if (at < 0) continue;
      if (field === null) passed.add(at);
      else if (!fields.includes(field)) set(at, field, 'profile');
    }
  }

  function guess(): void {
    const hasCurrency = headings.some((heading) => heading.fields.some(({ field }) => field === 'currency'));
    for (const [field] of synonyms) {
      if (fields.includes(field)) continue;
      const isFree = (i: number): boolean => fields[i] === null && !passed.has(i);
      const isAmount = field === 'open' || field === 'total';
      const sure = isAmount ? bestColumn(field, headings, (i) => isFree(i) && !holdsWords(sample, i), hasCurrency) : -1;
      const best = sure >= 0 ? sure : bestColumn(field, headings, isFree, hasCurrency);
      if (best >= 0) set(best, field, isDoubled(headings, best) ? 'position' : 'heading');
    }
    phoneIsNoCode();
    accountOfLine();
    codeOrName();
    nameOfDebtor();
    codeOrName();
    searchName();
    plainNumber();
    openAsWords();
    paidIsNoAmount();
    vatIsAmount();
    totalLikeOpen();
    runningBalance();
  }

  /** A bare `Nummer` is of the invoice or of the debtor, by where it stands and what it holds. */
  function plainNumber(): void {
    const isFree = (i: number): boolean => fields[i] === null && !passed.has(i);
    const known = fields.indexOf('number');
    const ofItem = numberOfItem(headings, sample, fields, isFree);
    if (ofItem >= 0) {
      if (known >= 0) set(known, fields.includes('yourReference') ? null : 'yourReference', 'heading');
      set(ofItem, 'number', 'content');
    }
    const ofDebtor = numberOfDebtor(headings, sample, fields, isFree);
    if (ofDebtor >= 0) set(ofDebtor, 'debtorCode', 'content');
  }

  /**
   * Where nothing is the name yet: names in a first column without a heading, else under a heading nobody listed that speaks of
   * them, else a name to search by.
   */
  function searchName(): void {
    if (fields.includes('debtorName') || (fields.includes('firstName') && fields.includes('lastName'))) return;
    const isBare = headings[0]?.text === '' && !fields.includes('debtorCode') && fields[0] === null;
    if (isBare && holdsNames(recordsOf(sample, headings), 0)) {
      set(0, 'debtorName', 'content');
      return;
    }
    const isFree = (i: number): boolean => fields[i] === null && !passed.has(i);
    const spoken = headings.findIndex(({ normal }, i) => isFree(i) && speaksOfName(normal) && holdsNames(sample, i));
    const at = spoken >= 0 ? spoken : headings.findIndex(({ normal }, i) => isFree(i) && searchNames.has(normal));
    if (at >= 0) set(at, 'debtorName', spoken >= 0 ? 'content' : 'heading');
  }

  /**
   * Amounts under a heading nobody listed that speaks of what is open (`Nog openst. incl.`): the total beside it would claim
   * what has been paid already.
   */
  function openAsWords(): void {
    if (fields.includes('open')) return;
    const free = headings.flatMap((_, i) => (fields[i] === null && !passed.has(i) ? [i] : []));
    const at = openInWords(headings, sample, free, fields.indexOf('total'));
    if (at >= 0) set(at, 'open', 'content');
  }

  /** A `Contactnummer` may be a code or where the debtor is called: his invoices may have another of those each. */
  function phoneIsNoCode(): void {
    const code = fields.indexOf('debtorCode');
    if (code < 0 || !headings[code]!.normal.startsWith('contact')) return;
    const values = sample.map((row) => cellText(row[code]).replace(/[\s()-]/g, '')).filter((text) => text !== '');
    if (values.length === 0 || !values.every((text) => phoneNumber.test(text))) return;
    set(code, fields.includes('phone') ? null : 'phone', 'content');
  }

  /** The `AccountCode` of a line of an invoice is of the ledger it is booked on. */
  function accountOfLine(): void {
    const code = fields.indexOf('debtorCode');
    if (code >= 0 && /^account ?code$/.test(headings[code]!.normal) && holdsInvoiceLines(headings)) set(code, null, '');
  }

  /** A ledger's `Saldo` that adds up from row to row is no amount of an item (formats document §4.2 rule 8). */
  function runningBalance(): void {
    const open = fields.indexOf('open');
    if (open >= 0 && balances.has(headings[open]!.normal) && isRunningBalance(sample, fields)) set(open, null, '');
  }

  /** A column `Betaald` may hold ja and nee, or the day of the payment. */
  function paidIsNoAmount(): void {
    const paid = fields.indexOf('paid');
    if (paid < 0) return;
    const values = sample.map((row) => row[paid] ?? '').filter((cell) => cellText(cell) !== '');
    if (values.length === 0) return;
    if (values.every((cell) => typeof cell === 'string' && statusWord(cell) !== null)) {
      set(paid, fields.includes('status') ? null : 'status', 'content');
    } else if (values.every((cell) => /\D/.test(cellText(cell)) && dateEvidence([cell]).order !== null)) {
      set(paid, fields.includes('paidOn') ? null : 'paidOn', 'content');
    }
  }

  /** A column `Btw` beside amounts holds one too, or a rate; only elsewhere a number. */
  function vatIsAmount(): void {
    const vat = fields.indexOf('vatId');
    if (vat < 0 || headings[vat]!.normal !== 'btw') return;
    const values = sample.map((row) => cellText(row[vat])).filter((text) => text !== '');
    if (values.length === 0 || values.some((text) => /[A-Za-z]{2}/.test(text))) return;
    const field = values.every((text) => text.endsWith('%') || /^\d{1,2}$/.test(text)) ? 'vatCode' : 'vatAmount';
    set(vat, fields.includes(field) ? null : field, 'content');
  }

  /** What is open and what it came to are read in one currency, where there are columns for both. */
  function totalLikeOpen(): void {
    const open = fields.indexOf('open');
    const total = fields.indexOf('total');
    if (open < 0 || total < 0) return;
    const { currency } = headings[total]!;
    const isOther = currency !== null && currency !== headings[open]!.currency;
    if (!isOther && isBase(headings[open]!) === isBase(headings[total]!)) return;
    const other = headings.findIndex(
      (heading, i) =>
        fields[i] === null &&
        !passed.has(i) &&
        isBase(heading) === isBase(headings[open]!) &&
        heading.currency === headings[open]!.currency &&
        heading.fields.some(({ field }) => field === 'total'),
    );
    if (other < 0 && !isOther && !fields.includes('currency')) return;
    set(total, null, '');
    if (other >= 0) set(other, 'total', 'heading');
  }

  /**
   * Twinfield has `Naam` twice, of the journal and of the debtor (formats document §4): the debtor's goes with the codes, each
   * code having one name of its own. Where the values do not tell, it is the one after the code.
   */
  function nameOfDebtor(): void {
    const name = fields.indexOf('debtorName');
    const code = fields.indexOf('debtorCode');
    if (name < 0) return;
    const { normal } = headings[name]!;
    const same = headings.flatMap((heading, i) => (heading.normal === normal ? [i] : []));
    if (same.length === 1) {
      const ofJournal =
        (normal === 'naam' || normal === 'name') && code >= 0 && headings.some((heading) => isJournal(heading));
      if (ofJournal && namesPerCode(sample, code, name) === 'same') set(name, null, '');
      return;
    }
    const told = code < 0 ? [] : same.filter((i) => namesPerCode(sample, code, i) === 'own');
    const after = code < 0 ? undefined : same.find((i) => i > code && fields[i] !== 'debtorCode');
    const right = told.length === 1 ? told[0]! : (after ?? same.at(-1)!);
    set(name, null, '');
    set(right, 'debtorName', told.length === 1 ? 'content' : 'position');
  }

  /** A bare `Debiteur`, `Klant` or `Relatie` holds a code or a name: its values tell. */
  function codeOrName(): void {
    const code = fields.indexOf('debtorCode');
    const name = fields.indexOf('debtorName');
    const records = recordsOf(sample, headings);
    if (code >= 0 && name < 0 && isBare(headings[code]!) && holdsNames(records, code))
      set(code, 'debtorName', 'content');
    else if (name >= 0 && code < 0 && isBare(headings[name]!) && !holdsNames(records, name)) {
      const other = bestColumn('debtorName', headings, (i) => fields[i] === null && !passed.has(i), false);
      set(name, 'debtorCode', 'content');
      if (other >= 0) set(other, 'debtorName', 'heading');
    } else if (name >= 0 && code < 0) {
      const other = headings.findIndex((heading, i) => isBare(heading) && fields[i] === null && !passed.has(i));
      if (other >= 0 && sample.some((row) => cellText(row[other]) !== '') && !holdsNames(records, other)) {
        set(other, 'debtorCode', 'content');
      }
    }
  }
}

/** Rows without those that are of the layout only: totals, the headings again, and lines that say whose rows follow. */
function recordsOf(sample: readonly Row[], headings: readonly Heading[]): readonly Row[] {
  const records = sample.filter(
    (row) =>
      !repeatsHeader(row, headings) &&
      !row.some((cell) => typeof cell === 'string' && (isTotalLabel(cell) || sectionSide(cell) !== null)),
  );
  return records.length > 0 ? records : sample;
}

const phoneNumber = /^(?:0|0031|\+\d{2})[1-9]\d{8}$/;
const searchNames: ReadonlySet<string> = new Set(['zoekcode', 'zoeksleutel', 'search code', 'search name']);
/** `Weergavenaam factuurpartner`: a name, of whom an invoice is for. */
function speaksOfName(normal: string): boolean {
  return /na(?:am|me)\b/.test(normal) && /klant|relatie|debiteur|debtor|customer|client|partner|afnemer/.test(normal);
}

const balances: ReadonlySet<string> = new Set(['saldo', 'balance', 'lopend saldo', 'saldo eur']);

/** Whether a column is filled with texts that have no digit. */
function holdsWords(sample: readonly Row[], column: number): boolean {
  const filled = sample.filter((row) => cellText(row[column]) !== '');
  return filled.length > 0 && filled.every((row) => !/\d/.test(cellText(row[column])));
}

function isBase({ amountIn }: Heading): boolean {
  return amountIn === 'base';
}

function isJournal({ normal }: Heading): boolean {
  return normal === 'dagboek' || normal === 'dagboekcode' || normal === 'journal' || normal === 'daybook';
}

const bareHeadings: ReadonlySet<string> = new Set(['debiteur', 'klant', 'relatie', 'customer']);

function isBare(heading: Heading): boolean {
  return bareHeadings.has(heading.normal);
}

function isDoubled(headings: readonly Heading[], i: number): boolean {
  const { normal } = headings[i]!;
  return headings.some((heading, j) => j !== i && heading.normal === normal);
}

/** Column with the best rank for a field among those that are free; -1 when none fits. */
function bestColumn(
  field: TableField,
  headings: readonly Heading[],
  isFree: (column: number) => boolean,
  hasCurrency: boolean,
): number {
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  headings.forEach((heading, i) => {
    if (!isFree(i)) return;
    const rank = heading.fields.find((candidate) => candidate.field === field)?.rank;
    if (rank === undefined) return;
    const preferred = hasCurrency ? 'foreign' : 'base';
    const isOther = heading.currency !== null || (heading.amountIn !== null && heading.amountIn !== preferred);
    const score = rank + (isOther ? 0.5 : 0) - foreignBonus(heading);
    if (score < bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;

  /** Beside a currency column the amount in that currency is the one to read. */
  function foreignBonus(heading: Heading): number {
    return hasCurrency && heading.amountIn === 'foreign' ? 100 : 0;
  }
}

/** Letters only, and short ones written as a name is: `Kok`, where a code is `KOK`. */
const aWord = /^(?:\p{L}{4,}|\p{Lu}\p{Ll}{1,2})$/u;

/** A text with a space and no digit is no code: `A & B v.o.f.` */
const someWords = /^[^\d\s]\D*\s\D*$/;

/** Whether most values of a column read as names: letters with a space, or letters only. */
function holdsNames(sample: readonly Row[], column: number): boolean {
  let names = 0;
  let filled = 0;
  for (const row of sample) {
    const cell: Cell | undefined = row[column];
    if (cell === undefined || cell === '') continue;
    filled++;
    if (
      typeof cell === 'string' &&
      (/\p{L}{2,}.*[ .&]| \p{L}{3,}/u.test(cell) || aWord.test(cell.trim()) || someWords.test(cell.trim()))
    )
      names++;
  }
  return filled > 0 && names * 2 > filled;
}

const fieldNames: ReadonlySet<string> = new Set(tableFields);

function isTableField(text: string): text is TableField {
  return fieldNames.has(text);
}
