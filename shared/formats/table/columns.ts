import { hashText } from '#shared/domain/event.ts';
import type { RememberedMapping } from '#shared/domain/imports.ts';
import {
  creditIsNoAmount,
  openAsWords,
  paidIsNoAmount,
  runningBalance,
  totalLikeOpen,
  totalWithVat,
  vatIsAmount,
} from './amount-columns.ts';
import { bestColumn, isDoubled } from './best-column.ts';
import { cellText } from './cells.ts';
import { type TableField, tableFields } from './fields.ts';
import type { Heading } from './headings.ts';
import { type Mapping, MappingDraft } from './mapping.ts';
import { accountOfLine, codeOrName, nameOfDebtor, nameOfOther, phoneIsNoCode, searchName } from './name-columns.ts';
import { plainNumber } from './plain-numbers.ts';
import type { Profile } from './profiles.ts';
import type { Row } from './reading.ts';
import { synonyms } from './synonyms.ts';

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
  const draft = new MappingDraft(headings, sample);
  if (remembered) {
    columnKeys(headings).forEach((key, i) => {
      const field = remembered.columns[key];
      if (field && isTableField(field)) draft.set(i, field, 'remembered');
    });
  } else {
    if (profile) fromProfile(draft, profile);
    guess(draft);
  }
  for (const [index, field] of Object.entries(chosen ?? {})) {
    const i = Number(index);
    if (!Number.isInteger(i) || i < 0 || i >= headings.length) continue;
    const before = field === null ? -1 : draft.fields.indexOf(field);
    if (before >= 0) draft.set(before, null, '');
    draft.set(i, field, 'chosen');
  }
  const { fields, why } = draft;
  return { fields, why };
}

function fromProfile(draft: MappingDraft, { columns }: Profile): void {
  for (const [normal, field] of columns) {
    const at = draft.headings.findIndex((heading, i) => heading.normal === normal && draft.isFree(i));
    if (at < 0) continue;
    if (field === null) draft.pass(at);
    else if (!draft.fields.includes(field)) draft.set(at, field, 'profile');
  }
}

/** By the headings, field by field; then what the values say of columns whose headings may mean something else. */
function guess(draft: MappingDraft): void {
  const { headings, sample, fields } = draft;
  const hasCurrency = headings.some((heading) => heading.fields.some(({ field }) => field === 'currency'));
  const isFree = (i: number): boolean => draft.isFree(i);
  for (const [field] of synonyms) {
    if (fields.includes(field)) continue;
    const isAmount = field === 'open' || field === 'total';
    const sure = isAmount ? bestColumn(field, headings, (i) => isFree(i) && !holdsWords(sample, i), hasCurrency) : -1;
    const best = sure >= 0 ? sure : bestColumn(field, headings, isFree, hasCurrency);
    if (best >= 0) draft.set(best, field, isDoubled(headings, best) ? 'position' : 'heading');
  }
  for (const settle of byContent) settle(draft);
}

/** In this order: names come before the numbers that stand beside them, what is open before what it came to. */
const byContent: readonly ((draft: MappingDraft) => void)[] = [
  phoneIsNoCode,
  accountOfLine,
  codeOrName,
  nameOfDebtor,
  codeOrName,
  nameOfOther,
  searchName,
  plainNumber,
  openAsWords,
  paidIsNoAmount,
  vatIsAmount,
  totalWithVat,
  totalLikeOpen,
  creditIsNoAmount,
  runningBalance,
];

/** Whether a column is filled with texts that have no digit. */
function holdsWords(sample: readonly Row[], column: number): boolean {
  const filled = sample.filter((row) => cellText(row[column]) !== '');
  return filled.length > 0 && filled.every((row) => !/\d/.test(cellText(row[column])));
}

const fieldNames: ReadonlySet<string> = new Set(tableFields);

function isTableField(text: string): text is TableField {
  return fieldNames.has(text);
}
