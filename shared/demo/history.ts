import { addDays, addMonths, formatDate, type IsoDate } from '../dates/civil.ts';
import type { ChangeSet } from '../domain/changes.ts';
import type { Debtor } from '../domain/debtor.ts';
import { demoDebtors } from './debtors.ts';
import { type DemoItem, demoItem } from './invoices.ts';
import { demoDate } from './months.ts';

/** Credit notes: settled ones against December's invoices, open ones in the last month, and one receipt nobody could place. */
export function addCreditNotes(set: ChangeSet, items: readonly DemoItem[], shift: number): void {
  const until = addMonths('2025-12-20', shift);
  const december = items
    .filter((entry) => entry.open === 0 && entry.item.total > 60_000 && (entry.item.date ?? until) < until)
    .slice(0, 8);
  december.forEach(({ debtorId, item }, index) => {
    const amount = 4_500 + index * 1_375;
    const number = `C${item.number}`;
    const date = addDays(item.date ?? demoDate, 9);
    set.put(debtorId, 'item', item.id, { ...item, total: item.total + amount });
    set.put(
      debtorId,
      'item',
      number,
      demoItem({
        number,
        kind: 'credit',
        date,
        total: -amount,
        creditFor: item.number,
        description: `Creditnota bij ${item.number}: retour`,
      }),
    );
    set.put(debtorId, 'allocation', `c-${number}`, {
      id: `c-${number}`,
      paymentId: number,
      itemId: item.id,
      date,
      amount,
    });
    set.put(debtorId, 'allocation', `c-${number}-af`, {
      id: `c-${number}-af`,
      paymentId: number,
      itemId: number,
      date,
      amount: -amount,
    });
  });
  const overdue = items.filter(
    (entry) => entry.open > 90_000 && (entry.item.date ?? '') < addMonths('2026-10-15', shift),
  );
  [overdue[1], overdue[4], overdue[7]].forEach((entry, index) => {
    if (!entry) return;
    const date = addMonths(`2026-11-${String(9 + index).padStart(2, '0')}`, shift);
    const number = `C${date.slice(0, 4)}-${String(980 + index)}`;
    const named = index < 2;
    set.put(
      entry.debtorId,
      'item',
      number,
      demoItem({
        number,
        kind: 'credit',
        date,
        total: -(12_100 + index * 6_050),
        creditFor: named ? entry.item.number : null,
        description: named ? `Creditnota bij ${entry.item.number}: breuk bij levering` : 'Bonus derde kwartaal',
      }),
    );
  });
  const payer = overdue[10];
  if (payer) {
    const date = addMonths('2026-11-17', shift);
    set.put(
      payer.debtorId,
      'item',
      'ontvangst-1',
      demoItem({
        id: 'ontvangst-1',
        number: '',
        kind: 'receipt',
        date,
        total: -25_000,
        description: 'Ontvangst zonder kenmerk',
      }),
    );
  }
}

/** One invoice in dollars, for the debtor in Hull. */
export function addForeignCurrency(set: ChangeSet, shift: number): void {
  const id = demoDebtors.findIndex((debtor) => debtor.name === 'Northgate Foods Ltd') + 1;
  const date = addMonths('2026-11-05', shift);
  set.put(
    id,
    'item',
    `${date.slice(0, 4)}-0999`,
    demoItem({ number: `${date.slice(0, 4)}-0999`, date, dueDate: addDays(date, 30), total: 318_000, currency: 'USD' }),
  );
}

/** Letters sent before Voldaan came (beginstand, criterion A10): old debts have reached level 1 or 2. */
export function addEarlierLetters(
  set: ChangeSet,
  items: readonly DemoItem[],
  debtors: readonly Debtor[],
  shift: number,
): void {
  for (const debtor of debtors) {
    const own = items.filter(
      (entry) =>
        entry.debtorId === debtor.id && entry.open > 0 && (entry.item.dueDate ?? '') < addMonths('2026-10-15', shift),
    );
    for (const { item } of own) {
      const old = (item.dueDate ?? '') < addMonths('2026-08-01', shift);
      const twice = debtor.kind === 'consumer' ? debtor.termAgreed : debtor.kind === 'business' && debtor.id % 3 !== 0;
      const level = old && twice ? 2 : old || debtor.id % 2 === 0 ? 1 : 0;
      if (level === 0) continue;
      const on = addMonths(level === 2 ? '2026-10-26' : '2026-10-21', shift);
      set.put(debtor.id, 'item', item.id, { ...item, outside: { level, on } });
      set.event(debtor.id, 'outside-level', { number: item.number, level, on: formatDate(on) });
    }
  }
}

/** Two manual holds: a debtor as a whole, and part of one invoice. */
export function addHolds(set: ChangeSet, items: readonly DemoItem[], asOf: IsoDate): void {
  const late = items.filter((entry) => entry.open > 40_000 && (entry.item.dueDate ?? '') < addDays(asOf, -30));
  const [whole, part] = [late[2], late[6]];
  if (whole) {
    const note = 'Nieuwe contactpersoon, belt maandag terug';
    set.put(whole.debtorId, 'hold', 'h-1', {
      id: 'h-1',
      itemId: null,
      amount: null,
      reason: 'manual',
      from: addDays(asOf, -2),
      until: addDays(asOf, 5),
      note,
    });
    set.event(whole.debtorId, 'hold-set', { reason: 'manual', until: formatDate(addDays(asOf, 5)), note });
  }
  if (part) {
    const note = 'Prijsverschil wordt nagekeken';
    set.put(part.debtorId, 'hold', 'h-2', {
      id: 'h-2',
      itemId: part.item.id,
      amount: 15_000,
      reason: 'manual',
      from: addDays(asOf, -6),
      until: null,
      note,
    });
    set.event(part.debtorId, 'hold-set', { reason: 'manual', until: '', note });
  }
}
