import { addDays, addMonths, daysInMonth, type IsoDate, laterOf } from '../dates/civil.ts';
import type { ChangeSet } from '../domain/changes.ts';
import { blankItem, type OpenItem } from '../domain/item.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { demoDebtors, type PayingHabit } from './debtors.ts';
import type { DemoMonth } from './months.ts';
import { seededRandom } from './random.ts';

/** An item of the demo and what is still open of it on the demo date. */
export interface DemoItem {
  readonly debtorId: number;
  readonly item: OpenItem;
  readonly open: Cents;
}

/** Days after the due date a debtor pays in the month with this number (0 = the first). */
function daysLate(habit: PayingHabit, month: number, random: () => number): number {
  const spread = Math.floor(random() * 7);
  if (habit === 'prompt') return spread - 4;
  if (habit === 'late') return 4 + spread * 2;
  if (habit === 'very-late') return 20 + spread * 5;
  if (habit === 'slipping') return month * 3 + spread;
  return Math.max(0, 36 - month * 3) + spread;
}

/** Cuts `total` into parts in proportion to `weights`; every part at least one euro, the sum exact. */
function split(total: Cents, weights: readonly number[]): Cents[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.max(100, Math.round((total * weight) / sum)));
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest] = (parts[largest] ?? 0) + total - sumOf(parts, (part) => part);
  return parts;
}

const habitPatience: Readonly<Record<PayingHabit, number>> = {
  prompt: 4,
  late: 1,
  'very-late': 0.35,
  slipping: 0.6,
  improving: 1.2,
};

/** Which debtors get the month's invoices, those most likely to leave one open first. */
function debtorsOfMonth(month: DemoMonth, random: () => number): number[] {
  const ids = demoDebtors.map((_, index) => index + 1);
  const ranked = ids
    .map((id) => ({ id, rank: (random() + 0.05) * (habitPatience[demoDebtors[id - 1]?.habit ?? 'late'] ?? 1) }))
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.id);
  const again = ids.filter((id) => (demoDebtors[id - 1]?.size ?? 0) >= 3);
  return Array.from({ length: month.invoices }, (_, index) => ranked[index] ?? again[(index * 7) % again.length] ?? 1);
}

/** Writes one month's invoices with their payments; the sums are the month's to the cent. */
export function itemsOfMonth(
  set: ChangeSet,
  month: DemoMonth,
  index: number,
  shift: number,
  asOf: IsoDate,
): DemoItem[] {
  const random = seededRandom(20261120 + index);
  const owners = debtorsOfMonth(month, random);
  const weight = (id: number) => (demoDebtors[id - 1]?.size ?? 1) * (0.6 + random() * 0.8);
  const openOwners = owners.slice(0, month.openInvoices);
  const openParts =
    month.open > 0
      ? split(
          month.open,
          openOwners.map((id) => Math.min(weight(id), 3) * (0.7 + random() * 0.6)),
        )
      : [];
  const paidWeights = owners.map((id, place) =>
    place < month.openInvoices ? (place % 3 === 1 && index < 11 ? weight(id) * 0.4 : 0) : weight(id),
  );
  const payers = paidWeights.flatMap((value, place) => (value > 0 ? [place] : []));
  const paidParts = split(
    month.paid,
    payers.map((place) => paidWeights[place] ?? 1),
  );
  const paidByPlace = new Map(payers.map((place, at) => [place, paidParts[at] ?? 0]));
  const lastDay = index === 11 ? 18 : daysInMonth(Number(month.month.slice(0, 4)), Number(month.month.slice(5)));
  const order = owners.map((_, place) =>
    // Open invoices of the last full month lie early in it, so that their first reminder is due on the demo date.
    index === 10 && place < month.openInvoices
      ? 1 + (place % 14)
      : 1 + Math.floor(((place * 37) % owners.length) * (lastDay / owners.length)),
  );
  return owners.map((debtorId, place) => {
    const day = Math.min(order[place] ?? 1, lastDay);
    const date = addMonths(`${month.month}-${String(day).padStart(2, '0')}`, shift);
    const open = openParts[place] ?? 0;
    const paid = paidByPlace.get(place) ?? 0;
    const debtor = demoDebtors[debtorId - 1];
    const dueDate = addDays(date, debtor?.termDays ?? 30);
    const number = `${date.slice(0, 4)}-${String(index * 70 + place + 101).padStart(4, '0')}`;
    const item = demoItem({
      number,
      date,
      dueDate,
      total: open + paid,
      yourReference: debtor?.kind === 'public' ? `IO-${4000 + index * 70 + place}` : null,
    });
    set.put(debtorId, 'item', item.id, item);
    if (paid > 0) {
      const paidOn = earliest(
        addDays(dueDate, daysLate(debtor?.habit ?? 'late', index, random)),
        addDays(asOf, -2 - (place % 5)),
      );
      set.put(debtorId, 'payment', `p-${number}`, {
        id: `p-${number}`,
        date: laterOf(paidOn, date),
        amount: paid,
        currency: 'EUR',
        source: 'bank',
        counterparty: debtor?.name ?? null,
        iban: null,
        remittance: `factuur ${number}`,
        importId: 'demo',
      });
      set.put(debtorId, 'allocation', `p-${number}`, {
        id: `p-${number}`,
        paymentId: `p-${number}`,
        itemId: item.id,
        date: laterOf(paidOn, date),
        amount: paid,
      });
    }
    return { debtorId, item, open };
  });
}

function earliest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/** An item of the demo, called by its number. */
export function demoItem(given: Pick<OpenItem, 'number' | 'date' | 'total'> & Partial<OpenItem>): OpenItem {
  return blankItem({ id: given.number, importId: 'demo', ...given });
}
