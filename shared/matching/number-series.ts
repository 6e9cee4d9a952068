import type { NumberForms } from './invoice-number.ts';
import type { ItemIndex } from './item-index.ts';
import type { Naming } from './naming.ts';
import type { Entry } from './owner.ts';
import type { Run } from './remittance-text.ts';

/** A number of the books found at a stretch of runs. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly namings: readonly Naming[];
}

/** Numbers that ran together because the text lost a line end: `2026001220260013`. */
export function readGlued(runs: readonly Run[], taken: boolean[], index: ItemIndex, namings: Naming[]): void {
  runs.forEach((run, at) => {
    if (taken[at] || !run.digits || run.text.length < 12) return;
    const pieces = piecesOf(run.text, index);
    if (!pieces) return;
    taken[at] = true;
    for (const piece of pieces)
      for (const entry of index.numbered(piece)) namings.push({ entry, by: 'number', weight: 7, written: piece });
  });
}

function piecesOf(digits: string, index: ItemIndex): readonly string[] | null {
  if (digits === '') return [];
  for (let length = 6; length <= Math.min(12, digits.length); length++) {
    if (!index.isNumber(digits.slice(0, length))) continue;
    const rest = piecesOf(digits.slice(length), index);
    if (rest) return [digits.slice(0, length), ...rest];
  }
  return null;
}

type Link = 'list' | 'range' | 'maybe-range';

/** What joins a number to the digits after it; null when they have nothing to do with each other. */
function linkBetween(runs: readonly Run[], after: number, to: number): Link | null {
  let text = '';
  for (let at = after + 1; at <= to; at++) text += runs[at]!.gap + (at < to ? runs[at]!.text : '');
  if (text.length > 18 || text.includes('\u0001')) return null;
  const bare = text.trim().replace(/\s+/g, ' ');
  if (/^(?:T ?[/.]? ?M\.?|TM|TOT(?: EN MET)?|TO|BIS|THROUGH)(?: (?:NR|NO)\.?)?$/.test(bare)) return 'range';
  if (/^-{1,2}$/.test(bare)) return 'maybe-range';
  return /^(?:[,;+&/.|]|EN|AND|ET|UND|PLUS|OOK|ALSMEDE| )*(?:(?:FACTUUR|FACT|NR|NO|NRS)\.?)?$/.test(
    bare.replace(/ /g, ''),
  )
    ? 'list'
    : null;
}

/** Lists and ranges that go on from a number: `2026-0012, 13 en 15`, `2026-0012 t/m 16`, `201201-322/201201-323`. */
export function readSeries(
  runs: readonly Run[],
  taken: boolean[],
  hits: readonly Hit[],
  index: ItemIndex,
  namings: Naming[],
): void {
  const begins = new Map(hits.map((hit) => [hit.from, hit]));
  for (const hit of hits) {
    let current: readonly Entry[] = hit.namings.map(({ entry }) => entry);
    let at = hit.to;
    for (;;) {
      let next = at + 1;
      while (next < runs.length && !runs[next]!.digits && !begins.has(next) && next - at < 6) next++;
      if (next >= runs.length) break;
      const link = linkBetween(runs, at, next);
      if (link === null) break;
      const other = begins.get(next);
      if (other) {
        if (link !== 'list')
          addRange(
            current,
            other.namings.map(({ entry }) => entry),
            link,
            namings,
          );
        break;
      }
      if (taken[next]) break;
      const suffix = runs[next]!.text;
      const found = current.map((entry) => withSuffix(entry, suffix, index)).filter((entry) => entry !== null);
      if (link !== 'list') {
        const serials = current.map((entry) => [entry, serialWith(entry, suffix)] as const);
        for (const [entry, last] of serials) if (last !== null) addRange([entry], [last], link, namings);
      }
      if (found.length === 0 && link === 'list') break;
      taken[next] = true;
      for (const entry of found) namings.push({ entry, by: 'list', weight: 6, written: suffix });
      if (found.length > 0) current = found;
      at = next;
    }
  }
}

/** The number that differs from this one in its last digits. */
function withSuffix(entry: Entry, suffix: string, index: ItemIndex): Entry | null {
  for (const key of suffixKeys(entry.forms, suffix)) {
    const same = index.numbered(key).filter((other) => other.owner === entry.owner && other !== entry);
    const exact = same.find((other) => other.forms.full === key) ?? same[0];
    if (exact) return exact;
  }
  return null;
}

function suffixKeys({ full, serial }: NumberForms, suffix: string): readonly string[] {
  if (suffix.length > 8 || suffix.length >= full.length) return [];
  const front = full.slice(0, full.length - serial.length);
  return [full.slice(0, -suffix.length) + suffix, front + suffix, front + suffix.replace(/^0+/, '')];
}

/** The serial number a suffix stands for, beside the front of a number. */
function serialWith({ forms }: Entry, suffix: string): number | null {
  if (suffix.length > forms.full.length || forms.serial === '') return null;
  const digits = /\d+$/.exec(forms.full)?.[0] ?? '';
  const last = suffix.length < digits.length ? digits.slice(0, -suffix.length) + suffix : suffix;
  const whole = Number(last);
  return whole >= Number(digits) ? whole : null;
}

/** Items of the same debtor numbered between two ends; the ends themselves are named already. */
function addRange(starts: readonly Entry[], ends: readonly (Entry | number)[], link: Link, namings: Naming[]): void {
  for (const start of starts) {
    for (const end of ends) {
      if (typeof end !== 'number' && end.owner !== start.owner) continue;
      const [front, first] = splitSerial(start.forms.full);
      const last = typeof end === 'number' ? end : splitSerial(end.forms.full)[1];
      if (typeof end !== 'number' && splitSerial(end.forms.full)[0] !== front) continue;
      // Two numbers of one debtor are ends of a range however far apart, digits alone only when they are near.
      if (typeof end === 'number' && last - first > 2_000) continue;
      for (const entry of start.owner.entries) {
        if (!entry.forms.full.startsWith(front)) continue;
        const [ownFront, serial] = splitSerial(entry.forms.full);
        const isEnd = typeof end === 'number' ? serial === last : false;
        if (ownFront !== front || serial <= first || serial > last) continue;
        if (serial === last && !isEnd) continue;
        namings.push({
          entry,
          by: 'range',
          weight: 5,
          written: start.item.number,
          ...(link === 'maybe-range' && !isEnd && { doubtful: true as const }),
        });
      }
    }
  }
}

/** Everything before the last digits, and those as a number. A number of digits only is its own serial. */
function splitSerial(full: string): readonly [string, number] {
  const digits = /\d+$/.exec(full)?.[0] ?? '';
  return [full.slice(0, full.length - digits.length), Number(digits)];
}
