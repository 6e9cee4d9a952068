import { hashText } from '#shared/domain/event.ts';
import type { RememberedMapping } from '#shared/domain/imports.ts';
import { type TableField, tableFields } from './fields.ts';
import type { Heading } from './headings.ts';
import type { Cell, ReadColumn, Row } from './reading.ts';
import { synonyms } from './synonyms.ts';

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
 * A remembered mapping replaces the guesses, choices of the user replace both.
 */
export function mapColumns(
  headings: readonly Heading[],
  sample: readonly Row[],
  remembered: RememberedMapping | undefined,
  chosen: Readonly<Record<number, TableField | null>> | undefined,
): Mapping {
  const fields: (TableField | null)[] = headings.map(() => null);
  const why: Why[] = headings.map(() => '');
  if (remembered) {
    columnKeys(headings).forEach((key, i) => {
      const field = remembered.columns[key];
      if (field && isTableField(field)) set(i, field, 'remembered');
    });
  } else {
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

  function guess(): void {
    const hasCurrency = headings.some((heading) => heading.fields.some(({ field }) => field === 'currency'));
    for (const [field] of synonyms) {
      const best = bestColumn(field, headings, fields, hasCurrency);
      if (best >= 0) set(best, field, isDoubled(headings, best) ? 'position' : 'heading');
    }
    nameAfterCode();
    codeOrName();
  }

  /** Twinfield has `Naam` twice: of the journal and, after `Debiteur`, of the debtor (formats document §4). */
  function nameAfterCode(): void {
    const name = fields.indexOf('debtorName');
    const code = fields.indexOf('debtorCode');
    if (name < 0 || !isDoubled(headings, name)) return;
    const same = headings
      .map((heading, i) => (heading.normal === headings[name]!.normal ? i : -1))
      .filter((i) => i >= 0);
    const right = (code >= 0 ? same.find((i) => i > code && fields[i] !== 'debtorCode') : undefined) ?? same.at(-1)!;
    set(name, null, '');
    set(right, 'debtorName', 'position');
  }

  /** A bare `Debiteur`, `Klant` or `Relatie` holds a code or a name: its values tell. */
  function codeOrName(): void {
    const code = fields.indexOf('debtorCode');
    const name = fields.indexOf('debtorName');
    if (code >= 0 && name < 0 && isBare(headings[code]!) && holdsNames(sample, code))
      set(code, 'debtorName', 'content');
    else if (name >= 0 && code < 0 && isBare(headings[name]!) && !holdsNames(sample, name)) {
      const other = bestColumn('debtorName', headings, fields, false);
      set(name, 'debtorCode', 'content');
      if (other >= 0) set(other, 'debtorName', 'heading');
    }
  }
}

const bareHeadings: ReadonlySet<string> = new Set(['debiteur', 'klant', 'relatie', 'customer']);

function isBare(heading: Heading): boolean {
  return bareHeadings.has(heading.normal);
}

function isDoubled(headings: readonly Heading[], i: number): boolean {
  const { normal } = headings[i]!;
  return headings.some((heading, j) => j !== i && heading.normal === normal);
}

/** Column with the best rank for a field among those still free; -1 when none fits. */
function bestColumn(
  field: TableField,
  headings: readonly Heading[],
  taken: readonly (TableField | null)[],
  hasCurrency: boolean,
): number {
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  headings.forEach((heading, i) => {
    if (taken[i] !== null) return;
    const rank = heading.fields.find((candidate) => candidate.field === field)?.rank;
    if (rank === undefined) return;
    const preferred = hasCurrency ? 'foreign' : 'base';
    const score =
      rank + (heading.amountIn === null || heading.amountIn === preferred ? 0 : 0.5) - foreignBonus(heading);
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

/** Whether most values of a column read as names: letters with a space, or letters only. */
function holdsNames(sample: readonly Row[], column: number): boolean {
  let names = 0;
  let filled = 0;
  for (const row of sample) {
    const cell: Cell | undefined = row[column];
    if (cell === undefined || cell === '') continue;
    filled++;
    if (typeof cell === 'string' && (/\p{L}{2,}.*[ .&]/u.test(cell) || /^\p{L}{4,}$/u.test(cell.trim()))) names++;
  }
  return filled > 0 && names * 2 > filled;
}

const fieldNames: ReadonlySet<string> = new Set(tableFields);

function isTableField(text: string): text is TableField {
  return fieldNames.has(text);
}
