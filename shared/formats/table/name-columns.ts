import { bestColumn } from './best-column.ts';
import { cellText } from './cells.ts';
import { type Heading, repeatsHeader } from './headings.ts';
import { holdsInvoiceLines } from './invoice-lines.ts';
import type { MappingDraft } from './mapping.ts';
import { namesPerCode } from './plain-numbers.ts';
import type { Cell, Row } from './reading.ts';
import { sectionSide } from './sides.ts';
import { isTotalLabel } from './totals.ts';

/** A `Contactnummer` may be a code or where the debtor is called: his invoices may have another of those each. */
export function phoneIsNoCode(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const code = fields.indexOf('debtorCode');
  if (code < 0 || !headings[code]!.normal.startsWith('contact')) return;
  const values = sample.map((row) => cellText(row[code]).replace(/[\s()-]/g, '')).filter((text) => text !== '');
  if (values.length === 0 || !values.every((text) => phoneNumber.test(text))) return;
  draft.set(code, fields.includes('phone') ? null : 'phone', 'content');
}

/** The `AccountCode` of a line of an invoice is of the ledger it is booked on. */
export function accountOfLine(draft: MappingDraft): void {
  const { headings, fields } = draft;
  const code = fields.indexOf('debtorCode');
  if (code >= 0 && /^account ?code$/.test(headings[code]!.normal) && holdsInvoiceLines(headings))
    draft.set(code, null, '');
}

/**
 * Twinfield has `Naam` twice, of the journal and of the debtor (formats document §4): the debtor's goes with the codes, each
 * code having one name of its own. Where the values do not tell, it is the one after the code.
 */
export function nameOfDebtor(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const name = fields.indexOf('debtorName');
  const code = fields.indexOf('debtorCode');
  if (name < 0) return;
  const { normal } = headings[name]!;
  const same = headings.flatMap((heading, i) => (heading.normal === normal ? [i] : []));
  if (same.length === 1) {
    const ofJournal =
      (normal === 'naam' || normal === 'name') && code >= 0 && headings.some((heading) => isJournal(heading));
    if (ofJournal && namesPerCode(sample, code, name) === 'same') draft.set(name, null, '');
    return;
  }
  const told = code < 0 ? [] : same.filter((i) => namesPerCode(sample, code, i) === 'own');
  const after = code < 0 ? undefined : same.find((i) => i > code && fields[i] !== 'debtorCode');
  const right = told.length === 1 ? told[0]! : (after ?? same.at(-1)!);
  draft.set(name, null, '');
  draft.set(right, 'debtorName', told.length === 1 ? 'content' : 'position');
}

/**
 * A `Naam` or `Bedrijf` that several of the names under `Klant` share is of somebody else, as of who sold to them or of the
 * administration itself.
 */
export function nameOfOther(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const name = fields.indexOf('debtorName');
  if (name < 0 || isBare(headings[name]!)) return;
  const records = recordsOf(sample, headings);
  const isOfDebtors = (heading: Heading, i: number): boolean =>
    isBare(heading) && (draft.isFree(i) || fields[i] === 'debtorCode') && holdsNames(records, i);
  const klant = headings.findIndex(isOfDebtors);
  const shared = klant < 0 ? null : namesPerCode(records, klant, name);
  if (shared !== 'same' && shared !== 'mixed') return;
  draft.set(name, null, '');
  draft.set(klant, 'debtorName', 'content');
}

/** A bare `Debiteur`, `Klant` or `Relatie` holds a code or a name: its values tell. */
export function codeOrName(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const code = fields.indexOf('debtorCode');
  const name = fields.indexOf('debtorName');
  const records = recordsOf(sample, headings);
  if (code >= 0 && name < 0 && isBare(headings[code]!) && holdsNames(records, code))
    draft.set(code, 'debtorName', 'content');
  else if (name >= 0 && code < 0 && isBare(headings[name]!) && !holdsNames(records, name)) {
    const other = bestColumn('debtorName', headings, (i) => draft.isFree(i), false);
    draft.set(name, 'debtorCode', 'content');
    if (other >= 0) draft.set(other, 'debtorName', 'heading');
  } else if (name >= 0 && code < 0) {
    const other = headings.findIndex((heading, i) => isBare(heading) && draft.isFree(i));
    if (other >= 0 && sample.some((row) => cellText(row[other]) !== '') && !holdsNames(records, other)) {
      draft.set(other, 'debtorCode', 'content');
    }
  }
}

/**
 * Where nothing is the name yet: names in a first column without a heading, or in one beside the codes, else under a heading nobody listed that speaks of
 * them, else a name to search by.
 */
export function searchName(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  if (fields.includes('debtorName') || (fields.includes('firstName') && fields.includes('lastName'))) return;
  const isBare = headings[0]?.text === '' && !fields.includes('debtorCode') && fields[0] === null;
  if (isBare && holdsNames(recordsOf(sample, headings), 0)) {
    draft.set(0, 'debtorName', 'content');
    return;
  }
  // One heading over two columns: the code, and the name that goes with it.
  const beside = fields.indexOf('debtorCode') + 1;
  if (
    beside > 0 &&
    headings[beside]?.text === '' &&
    draft.isFree(beside) &&
    holdsNames(recordsOf(sample, headings), beside)
  ) {
    draft.set(beside, 'debtorName', 'content');
    return;
  }
  const spoken = headings.findIndex(
    ({ normal }, i) => draft.isFree(i) && speaksOfName(normal) && holdsNames(sample, i),
  );
  const at = spoken >= 0 ? spoken : headings.findIndex(({ normal }, i) => draft.isFree(i) && searchNames.has(normal));
  if (at >= 0) draft.set(at, 'debtorName', spoken >= 0 ? 'content' : 'heading');
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

function isJournal({ normal }: Heading): boolean {
  return normal === 'dagboek' || normal === 'dagboekcode' || normal === 'journal' || normal === 'daybook';
}

const bareHeadings: ReadonlySet<string> = new Set(['debiteur', 'klant', 'relatie', 'customer']);

function isBare(heading: Heading): boolean {
  return bareHeadings.has(heading.normal);
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
