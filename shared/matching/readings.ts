import { daysBetween, type IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import { type ExactSum, exactSums } from './exact-sums.ts';
import { isOneSlipAway } from './invoice-number.ts';
import type { Owed, Owing } from './owing.ts';

export interface ReadingPart {
  readonly owed: Owed;
  readonly amount: Cents;
  readonly discount: Cents;
}

/** How the amount fits; the reason is `amount-<fit>`. */
export type Fit =
  | 'exact'
  | 'discount'
  | 'sum'
  | 'netted'
  | 'all'
  | 'due'
  | 'oldest'
  | 'row'
  | 'some'
  | 'near'
  | 'part'
  | 'over'
  | 'advance'
  | 'nothing-open';

/** One way to lay an amount against items of one debtor. */
export interface Reading {
  readonly parts: readonly ReadingPart[];
  readonly rest: Cents;
  readonly fit: Fit;
  /** ln of the share of payments that go this way, spread over the ways there are to do so. */
  readonly weight: number;
  /** The amount is exactly that of the parts: a chance hit is as rare as the amount. */
  readonly isExact: boolean;
}

const ln = Math.log;

function whole(owed: Owed): ReadingPart {
  return { owed, amount: owed.open, discount: 0 };
}

function lessDiscount(owed: Owed): ReadingPart {
  return { owed, amount: owed.open - owed.discount, discount: owed.discount };
}

function sum(list: readonly Owed[]): Cents {
  let total = 0;
  for (const { open } of list) total += open;
  return total;
}

/** Whether it may be set off: deposits and advances never are (criterion B2). */
function isCredit({ entry, open }: Owed): boolean {
  return open < 0 && (entry.item.kind === 'credit' || entry.item.kind === 'receipt' || entry.item.kind === 'invoice');
}

/**
 * Ways to read an amount when the payer named these items: exactly, less what may be kept back, with credit notes set off,
 * with others besides them, some of them only, near it, in part, or too much.
 */
export function namedReadings(named: readonly Owed[], owing: Owing, amount: Cents): readonly Reading[] {
  if (named.length === 0) return [];
  const readings: Reading[] = [];
  const total = sum(named);
  const push = (parts: readonly ReadingPart[], fit: Fit, weight: number, isExact = true) => {
    readings.push({ parts, rest: amount - partsSum(parts), fit, weight, isExact });
  };
  const isNamed = new Set(named.map(({ entry }) => entry));
  const others = (sort: (owed: Owed) => boolean) =>
    owing.invoiced.filter((owed) => sort(owed) && !isNamed.has(owed.entry));
  if (total === amount) push(named.map(whole), named.length === 1 ? 'exact' : 'sum', -0.2);
  for (const parts of discounted(named, amount)) push(parts, 'discount', -0.5);
  if (total > amount) {
    for (const credits of netted(others(isCredit), amount - total))
      push([...named, ...credits.list].map(whole), 'netted', ln(0.15 / credits.tried));
    if (named.length > 1)
      for (const some of subsets(named, amount)) push(some.list.map(whole), 'some', ln(0.05 / some.tried));
  } else if (total < amount) {
    const unnamed = others(({ open }) => open > 0);
    const extras = subsets(unnamed, amount - total, true).slice(0, 3);
    // A credit note is not paid: what is named with it goes with invoices that are not.
    if (total <= 0) {
      if (sum(unnamed) === amount - total) push([...named, ...unnamed].map(whole), 'all', ln(0.2));
      for (const row of rows(unnamed, amount - total)) push([...named.map(whole), ...row.parts], row.fit, row.weight);
      for (const extra of extras) push([...named, ...extra.list].map(whole), 'netted', ln(0.2 / extra.tried));
      return readings;
    }
    for (const extra of extras) push([...named, ...extra.list].map(whole), 'some', ln(0.05 / extra.tried));
    // What is paid over may as well be credit, however well something else fits.
    if (extras.length > 0) push(named.map(whole), 'over', -2, false);
  }
  // A half, a third or a quarter is an instalment, however well something else fits.
  if (readings.length > 0 && total > amount && [2, 3, 4].some((share) => Math.abs(amount * share - total) < share))
    push(filled(named, amount), 'part', ln(0.012));
  // Two digits in the wrong order are a slip of the pen, however well something else fits.
  else if (readings.length > 0 && total > 0 && isTransposed(amount, total)) {
    if (total > amount) push(filled(named, amount), 'part', ln(0.008));
    else push(named.map(whole), 'over', ln(0.008));
  }
  const difference = amount - total;
  const isNear = total > 0 && Math.abs(difference) <= owing.tolerance && Math.abs(difference) * 10 <= total;
  if (isNear && total !== amount) {
    const isRounded = amount % 100 === 0 && Math.abs(difference) < 100;
    push(difference < 0 ? filled(named, amount) : named.map(whole), 'near', isRounded ? 2 : -1, false);
  } else if (readings.length === 0 && difference < 0 && total > 0) push(filled(named, amount), 'part', -1.5, false);
  else if (readings.length === 0 && difference > 0) push(named.map(whole), 'over', -2, false);
  return readings;
}

/** Whether two amounts differ by two neighbouring digits in each other's place. */
function isTransposed(a: Cents, b: Cents): boolean {
  const [one, other] = [String(a), String(b)];
  return one.length === other.length && (a - b) % 9 === 0 && isOneSlipAway(one, other);
}

/**
 * Ways to read an amount when nothing is named: what is open decides. Of a debtor of whom nothing is known (`isKnown`) an item of
 * that very amount is enough.
 */
export function unnamedReadings(owing: Owing, amount: Cents, isKnown: boolean): readonly Reading[] {
  const { date, tolerance, invoiced } = owing;
  // What is invoiced later is only thought of when nothing else is open.
  const owed = invoiced.length > 0 ? invoiced : owing.owed;
  const readings: Reading[] = [];
  const push = (parts: readonly ReadingPart[], fit: Fit, weight: number, isExact = true) => {
    readings.push({ parts, rest: amount - partsSum(parts), fit, weight, isExact });
  };
  const debts = owed.filter(({ open }) => open > 0);
  const total = sum(owed);
  const single = debts.filter(({ open }) => open === amount);
  const likelihoods = single
    .slice(0, 12)
    .map((one, rank) => promptness(one, date) * (owing.isSkipped(one.entry) ? 0.3 : rankFactor ** rank));
  const likely = Math.max(
    1,
    likelihoods.reduce((total, one) => total + one, 0),
  );
  for (const [rank, one] of single.slice(0, 12).entries())
    push([whole(one)], 'exact', ln((0.6 / debts.length) * (likelihoods[rank]! / likely)));
  if (single.length > 0 && !isKnown) return readings;
  for (const one of debts.filter(({ open, discount }) => discount > 0 && open - discount === amount).slice(0, 3))
    push([lessDiscount(one)], 'discount', ln(0.3 / debts.length));
  if (owed.length > 1) {
    const settled = owed.filter((one) => one.open > 0 || isCredit(one));
    if (sum(settled) === amount) push(settled.map(whole), 'all', ln(0.12));
    const due = settled.filter(({ entry, open }) => open < 0 || (entry.item.dueDate ?? '') <= date);
    if (due.length > 1 && due.length < settled.length && sum(due) === amount) push(due.map(whole), 'due', ln(0.05));
    for (const parts of discounted(debts.slice(0, 12), amount).slice(0, 1))
      if (parts.length > 1) push(parts, 'discount', ln(0.03));
    readings.push(...rows(debts, amount));
    const known = new Set(readings.map(signature));
    for (const some of subsets(settled, amount)) {
      const parts = some.list.map(whole);
      const credits = some.list.some(({ open }) => open < 0);
      const reading: Reading = {
        parts,
        rest: 0,
        fit: credits ? 'netted' : 'some',
        weight: ln((credits ? 0.05 : 0.04) / some.tried),
        isExact: true,
      };
      if (!known.has(signature(reading))) readings.push(reading);
    }
  }
  if (!readings.some(({ isExact }) => isExact)) {
    // Paid some days before its date, as rents are.
    const ahead = owing.owed.filter((one) => one.open === amount && !owed.includes(one) && isNearAhead(one, date));
    for (const one of ahead.slice(0, 2)) push([whole(one)], 'exact', ln(0.2 / ahead.length));
    for (const one of debts) {
      const difference = Math.abs(one.open - amount);
      if (difference > tolerance || difference * 50 > one.open) continue;
      push([{ owed: one, amount: Math.min(one.open, amount), discount: 0 }], 'near', ln(0.05 / debts.length), false);
      if (readings.length >= 3) break;
    }
    if (debts.length === 0) push([], 'nothing-open', -2, false);
    else if (amount < sum(debts)) push(filled(debts, amount), 'part', -3, false);
    else if (amount > total) push(debts.map(whole), 'over', -3.5, false);
  }
  return readings;
}

/** Of invoices of one amount the older is paid first, a little rather. */
const rankFactor = 0.85;

/** Days an invoice may be dated after its payment. */
const daysAhead = 10;

function isNearAhead({ entry }: Owed, date: IsoDate): boolean {
  return entry.item.date !== null && daysBetween(date, entry.item.date) <= daysAhead;
}

/** How likely an invoice is paid on a day, by how long ago it fell due: most around that day, and the longer after it the less. */
function promptness({ entry: { item } }: Owed, date: IsoDate): number {
  const due = item.dueDate ?? item.date;
  if (due === null) return 0.5;
  const late = daysBetween(due, date);
  if (late < -20) return 0.3;
  if (late <= 10) return 1;
  return late <= 30 ? 0.7 : late <= 60 ? 0.5 : 0.3;
}

/** The oldest so many, or so many in a row, that add up to the amount. */
function rows(debts: readonly Owed[], amount: Cents): readonly Reading[] {
  const n = debts.length;
  const readings: Reading[] = [];
  let from = 0;
  let within = 0;
  for (let at = 0; at < n && readings.length < 3; at++) {
    within += debts[at]!.open;
    while (within > amount && from <= at) within -= debts[from++]!.open;
    if (within !== amount || at - from < 1) continue;
    const oldest = from === 0;
    readings.push({
      parts: debts.slice(from, at + 1).map(whole),
      rest: 0,
      fit: oldest ? 'oldest' : 'row',
      weight: ln(oldest ? 0.08 / n : 0.06 / (n * n)),
      isExact: true,
    });
  }
  return readings;
}

interface Subset {
  readonly list: readonly Owed[];
  readonly tried: number;
}

/** Subsets of what is owed that add up to an amount: single ones too when asked for, then larger ones; or all but a few. */
function subsets(list: readonly Owed[], amount: Cents, singles = false): readonly Subset[] {
  const found: Subset[] = [];
  if (singles) {
    for (const one of list)
      if (one.open === amount && found.length < 3) found.push({ list: [one], tried: list.length });
    if (found.length > 0) return found;
  }
  const amounts = list.map(({ open }) => open);
  const toList = ({ places, tried }: ExactSum): Subset => ({ list: places.map((place) => list[place]!), tried });
  found.push(...exactSums(amounts, amount).map(toList));
  if (list.length <= 3 || found.length > 0) return found;
  const rest = sum(list) - amount;
  if (rest <= 0) return found;
  const without = (left: readonly Owed[], tried: number) => ({
    list: list.filter((one) => !left.includes(one)),
    tried,
  });
  for (const one of list) if (one.open === rest && found.length < 3) found.push(without([one], list.length));
  if (found.length === 0 && list.length > 8)
    for (const { places, tried } of exactSums(amounts, rest, 2))
      found.push(
        without(
          places.map((place) => list[place]!),
          tried,
        ),
      );
  return found;
}

/** Credit notes that together bring the amount down by exactly this much (negative): all, one, or two. */
function netted(credits: readonly Owed[], amount: Cents): readonly Subset[] {
  if (credits.length === 0) return [];
  if (sum(credits) === amount) return [{ list: credits, tried: 1 }];
  return subsets(credits, amount, true);
}

/** With what may be kept back in time: all of it, or of one item. */
function discounted(list: readonly Owed[], amount: Cents): readonly (readonly ReadingPart[])[] {
  const missing = sum(list) - amount;
  const offers = list.filter(({ discount }) => discount > 0);
  if (missing <= 0 || offers.length === 0) return [];
  const taking = (taken: readonly Owed[]) =>
    list.map((owed) => (taken.includes(owed) ? lessDiscount(owed) : whole(owed)));
  const kept = (taken: readonly Owed[]) => taken.reduce((total, { discount }) => total + discount, 0);
  if (kept(offers) === missing) return [taking(offers)];
  const one = offers.find(({ discount }) => discount === missing);
  if (one) return [taking([one])];
  const some = exactSums(
    offers.map(({ discount }) => discount),
    missing,
    1,
  )[0];
  return some ? [taking(some.places.map((place) => offers[place]!))] : [];
}

/** Fills items in their order until the money is gone; credit notes among them count in full first. */
function filled(list: readonly Owed[], amount: Cents): readonly ReadingPart[] {
  const parts: ReadingPart[] = list.filter(({ open }) => open < 0).map(whole);
  let left = amount - partsSum(parts);
  for (const owed of list) {
    if (left <= 0) break;
    if (owed.open <= 0) continue;
    const taken = Math.min(owed.open, left);
    parts.push({ owed, amount: taken, discount: 0 });
    left -= taken;
  }
  return parts;
}

function partsSum(parts: readonly ReadingPart[]): Cents {
  let total = 0;
  for (const { amount } of parts) total += amount;
  return total;
}

/** The same laying of money gives the same text. */
export function signature({ parts, rest }: Pick<Reading, 'parts' | 'rest'>): string {
  const ids = parts.map(({ owed, amount }) => `${owed.entry.owner.id}/${owed.entry.item.id}=${amount}`).sort();
  return `${ids.join('|')}+${rest}`;
}
