import type { ItemIndex } from './item-index.ts';
import type { Receipt } from './match.ts';
import type { Naming } from './naming.ts';
import { weightOfLength } from './number-weight.ts';
import type { Entry } from './owner.ts';
import { upperText } from './remittance-text.ts';
import { sortOfReference } from './stated-references.ts';

/** A structured reference of one item, to the character: no slip of the pen, and nobody else's. */
const ofOne = 14;
/** One of several items of which the amount does not say which: it only says whose they are. */
const ofSeveral = 4.5;
/** Debtors who bear one reference, from which on it says nothing of any of them. */
const mostBearers = 8;
const longest = 40;
const mostRuns = 16;
const joins = /^[\s\-/._:\\#+*]{0,3}$/;

/**
 * Reads the references that items state themselves (criterion A8), whole and to the character, and takes them out of the
 * text. Of several items with one reference the amount decides.
 */
export function readStated(text: string, receipt: Receipt, index: ItemIndex, namings: Naming[]): string {
  if (index.references.isEmpty) return text;
  const upper = upperText(text);
  const runs = [...upper.matchAll(/\d+|[A-Z]+/g)];
  let rest = '';
  let end = 0;
  for (let from = 0; from < runs.length; from++) {
    const found = longestFrom(runs, from, upper, index);
    if (!found) continue;
    const start = runs[from]!.index;
    const written = upper.slice(start, found.end);
    namings.push(...namingsOf(found.key, written, found.entries, receipt, index));
    rest += `${upper.slice(end, start)} \u0001 `;
    end = found.end;
    from = found.to;
  }
  return end === 0 ? text : rest + upper.slice(end);
}

interface Found {
  readonly key: string;
  readonly to: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** The longest stretch of runs from here that is a reference of an item. */
function longestFrom(runs: readonly RegExpExecArray[], from: number, text: string, index: ItemIndex): Found | null {
  if (!isApart(runs[from - 1], runs[from])) return null;
  let found: Found | null = null;
  let key = '';
  for (let to = from; to < runs.length && to - from < mostRuns && key.length < longest; to++) {
    const run = runs[to]!;
    if (to > from && !joins.test(text.slice(endOf(runs[to - 1]!), run.index))) break;
    key += run[0];
    const entries = index.references.bearers(key);
    if (entries.length === 0 || !isApart(run, runs[to + 1])) continue;
    // A number of an invoice that is as long, or longer, is meant rather.
    if (index.numbered(key).some((entry) => !entries.includes(entry))) continue;
    const isPart = [(runs[from - 1]?.[0] ?? '') + key, key + (runs[to + 1]?.[0] ?? '')].some(
      (longer) => longer !== key && index.isNumber(longer),
    );
    if (!isPart || sortOfReference(key)) found = { key, to, end: endOf(run), entries };
  }
  return found;
}

function endOf(run: RegExpExecArray): number {
  return run.index + run[0].length;
}

/** Whether one run ends where another begins: with something between them, or a word glued to a number. */
function isApart(before: RegExpExecArray | undefined, after: RegExpExecArray | undefined): boolean {
  if (!before || !after || endOf(before) < after.index) return true;
  return [before[0], after[0]].some((text) => /^[A-Z]{5,}$/.test(text));
}

function namingsOf(
  key: string,
  written: string,
  entries: readonly Entry[],
  receipt: Receipt,
  index: ItemIndex,
): readonly Naming[] {
  const owners = new Set(entries.map(({ owner }) => owner)).size;
  if (owners > mostBearers) return [];
  const full = sortOfReference(key) ? ofOne : weightOfLength(key);
  const { meant, isDecided } = meantBy(entries, receipt, index);
  const weight = (isDecided ? full : Math.min(full, ofSeveral)) - Math.log(owners);
  return meant.map((entry) => ({ entry, by: 'payment-reference', weight, written }));
}

/** Of the items with one reference those whose amount it is, alone or together; else all that are open. */
function meantBy(
  entries: readonly Entry[],
  { amount, date }: Receipt,
  index: ItemIndex,
): { readonly meant: readonly Entry[]; readonly isDecided: boolean } {
  const open = entries.filter((entry) => index.balanceOn(entry, date) !== 0);
  const meant = open.length > 0 ? open : entries;
  if (meant.length === 1) return { meant, isDecided: true };
  const exact = open.filter((entry) => isDue(entry, amount, date, index));
  if (exact.length === 1) return { meant: exact, isDecided: true };
  const sum = open.reduce((total, entry) => total + index.balanceOn(entry, date), 0);
  return { meant, isDecided: exact.length === 0 && sum === amount };
}

/** Whether this is what is open of an item, or that less what may be kept back on the day. */
function isDue(entry: Entry, amount: number, date: string, index: ItemIndex): boolean {
  const balance = index.balanceOn(entry, date);
  const { discount } = entry.item;
  return (
    amount === balance || (discount !== undefined && discount.until >= date && amount === balance - discount.amount)
  );
}
