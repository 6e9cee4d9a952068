import { isShapedAsOurs } from './checked-references.ts';
import type { ItemIndex } from './item-index.ts';
import type { Naming } from './naming.ts';
import { type Hit, readGlued, readSeries } from './number-series.ts';
import { weightOfNumber } from './number-weight.ts';
import type { Owner } from './owner.ts';
import type { NumberRole, Run } from './remittance-text.ts';
import { sortOfReference } from './stated-references.ts';

/** A number in the text that names nothing in the books. */
export interface Unread {
  readonly key: string;
  /** Its stretches of digits. */
  readonly parts: readonly string[];
  readonly role: NumberRole;
  /** It is built as the numbers of this administration, or called an invoice: something is meant that is not in the books. */
  readonly telling: boolean;
}

const joins = /^[\s\-/._:\\#]{0,3}$/;
const numberWord = /^(?:NR|NRS|NUMMER|NO|NUMBER)$/;

/** What the numbers of a text name, and those that name nothing. */
export interface Gathered {
  readonly namings: Naming[];
  readonly unread: Unread[];
  readonly codes: Map<Owner, boolean>;
}

/** Reads numbers of the books, alone, run together, in lists and ranges, and codes of debtors; into what was gathered before. */
export function readNumbers(runs: readonly Run[], index: ItemIndex, into: Gathered): void {
  const hits = longestFirst(allHits(runs, index));
  const taken = new Array<boolean>(runs.length).fill(false);
  const chosen: Hit[] = [];
  for (const hit of hits) {
    if (taken.slice(hit.from, hit.to + 1).some(Boolean)) continue;
    taken.fill(true, hit.from, hit.to + 1);
    chosen.push(hit);
  }
  chosen.sort((a, b) => a.from - b.from);
  for (const hit of chosen) into.namings.push(...hit.namings);
  readGlued(runs, taken, index, into.namings);
  readSeries(runs, taken, chosen, index, into.namings);
  runs.forEach((run, at) => {
    if (!run.digits || taken[at]) return;
    const owners = run.text.length >= 3 && run.role !== 'other' ? codeOwners(runs, at, index) : [];
    for (const owner of owners) {
      const labelled = run.role === 'customer';
      if (labelled || run.text.length >= 5) into.codes.set(owner, labelled || (into.codes.get(owner) ?? false));
    }
    if (owners.length > 0 || run.role === 'customer' || run.role === 'other') taken[at] = true;
  });
  into.unread.push(...unreadOf(runs, taken, index));
}

function codeOwners(runs: readonly Run[], at: number, index: ItemIndex): readonly Owner[] {
  const before = runs[at - 1];
  const withLetters = before && !before.digits && runs[at]!.gap.length <= 1 ? before.text + runs[at]!.text : null;
  const owners = withLetters === null ? [] : index.withCode(withLetters);
  return owners.length > 0 ? owners : index.withCode(runs[at]!.text);
}

/** Every stretch of runs that is a form of a number in the books. */
function* allHits(runs: readonly Run[], index: ItemIndex): Generator<Hit> {
  for (let from = 0; from < runs.length; from++) {
    let key = '';
    let plain = '';
    const seams: number[] = [];
    for (let to = from; to < runs.length && to - from < 8 && key.length <= 24; to++) {
      const run = runs[to]!;
      if (to > from && !joins.test(run.gap)) break;
      if (to > from && run.digits && runs[to - 1]!.digits) seams.push(key.length);
      key += run.text;
      plain += run.digits ? run.text.replace(/^0+(?=\d)/, '') : run.text;
      if (!/\d/.test(key)) continue;
      const namings = namingsOf(key, { runs, from, to, seams }, index);
      const stripped =
        namings.length === 0 && plain !== key ? namingsOf(plain, { runs, from, to, seams: [] }, index) : [];
      const found = namings.length > 0 ? namings : stripped.map((naming) => ({ ...naming, weight: naming.weight - 1 }));
      if (found.length > 0) yield { from, to, key, namings: found };
    }
  }
}

interface Stretch {
  readonly runs: readonly Run[];
  readonly from: number;
  readonly to: number;
  /** Places in the key where two runs of digits meet. */
  readonly seams: readonly number[];
}

function namingsOf(key: string, stretch: Stretch, index: ItemIndex): readonly Naming[] {
  const { runs, from, to, seams } = stretch;
  const firstDigits = runs.slice(from, to + 1).find(({ digits }) => digits)!;
  const { role } = firstDigits;
  const written = runs
    .slice(from, to + 1)
    .map((run, at) => (at === 0 ? '' : run.gap) + run.text)
    .join('');
  const glued = gluedLetters(runs, from, to);
  // An invoice of that day is not one of that number.
  const called = role === 'invoice' && runs[from - 1]?.text !== 'VAN' ? { called: true as const } : {};
  const namings: Naming[] = [];
  for (const entry of index.numbered(key)) {
    const weight = weightOfNumber(key, entry.forms, { role, seams, glued });
    if (weight >= 1) namings.push({ entry, by: 'number', weight, written, ...called });
  }
  if (role !== 'customer')
    for (const entry of index.referenced(key)) namings.push({ entry, by: 'your-reference', weight: 6, written });
  return namings;
}

/** Letters that stand against the number without being part of it or a word that announces it. */
function gluedLetters(runs: readonly Run[], from: number, to: number): boolean {
  const before = runs[from - 1];
  const after = runs[to + 1];
  const first = runs[from]!;
  const isWordBefore = before && !before.digits && first.gap === '' && first.digits;
  const announced = isWordBefore && (before.role === 'invoice' || before.text.length >= 5);
  const isWordAfter = after && !after.digits && after.gap === '' && runs[to]!.digits;
  return Boolean((isWordBefore && !announced) || (isWordAfter && after.text.length <= 2 && after.text !== 'EN'));
}

function longestFirst(hits: Iterable<Hit>): readonly Hit[] {
  return [...hits].sort((a, b) => b.key.length - a.key.length || a.from - b.from);
}

function unreadOf(runs: readonly Run[], taken: readonly boolean[], index: ItemIndex): readonly Unread[] {
  const unread: Unread[] = [];
  for (let from = 0; from < runs.length; from++) {
    if (taken[from]) continue;
    const run = runs[from]!;
    const nextTo = runs[from + 1];
    if (!run.digits && !(nextTo?.digits && nextTo.gap.length <= 1 && !taken[from + 1] && run.text.length <= 4))
      continue;
    let to = from;
    let key = run.text;
    while (to + 1 < runs.length && !taken[to + 1] && /^[-/._]?$/.test(runs[to + 1]!.gap) && key.length < 20)
      key += runs[++to]!.text;
    const parts = runs.slice(from, to + 1).filter(({ digits }) => digits);
    const start = from;
    const role = parts[0]?.role ?? run.role;
    from = to;
    if (!/\d/.test(key)) continue;
    const yearAlone = /^(?:19|20)\d\d$/.test(key);
    const before = runs[start - 1];
    const isNumbered = role === 'free' && before !== undefined && numberWord.test(before.text);
    const isNamed = role === 'invoice' || role === 'reference' || isNumbered;
    const called = isNamed && /\d{3}/.test(key) && !yearAlone;
    const isOfOther = sortOfReference(key) !== null && !isShapedAsOurs(key, index);
    const telling = (called && !isOfOther) || index.looksLikeNumber(key);
    unread.push({ key, parts: parts.map(({ text }) => text), role, telling });
  }
  return unread;
}
