import type { Cents, Currency } from '#shared/money/cents.ts';
import type { Group } from './groups.ts';
import type { XafItem, XafSettled } from './reading.ts';
import type { Relations } from './relations.ts';

/** The item a group with something open is (formats document §1.3). */
export function itemOf(group: Group, relations: Relations, currency: Currency): XafItem {
  const { open, debtor } = group;
  const kind = kindOf(group);
  return {
    row: group.row,
    debtorCode: debtor,
    debtorName: relations.get(debtor)?.name ?? '',
    number: group.number,
    kind,
    date: group.date,
    dueDate: group.dueDate,
    total: totalOf(group, kind),
    open,
    currency,
    description: group.description === '' ? null : group.description,
    account: group.account,
    payments: group.rank > 1 ? group.payments : [],
  };
}

/**
 * What is owed is an invoice. What is not is a credit note when nothing but credit notes were booked, and else money: a
 * payment that belongs to no invoice, or more than was owed.
 */
function kindOf({ open, rank, payments, isCreditNote, number }: Group): XafItem['kind'] {
  if (open > 0) return 'invoice';
  if (rank === 2) return 'credit';
  if (rank === 3) return payments.length > 0 ? 'receipt' : 'credit';
  return isCreditNote && payments.length === 0 && number !== '' ? 'credit' : 'receipt';
}

/** What the invoice came to; the balance itself where other bookings raised it, or turned it round. */
function totalOf({ open, rank, invoiced, credited }: Group, kind: XafItem['kind']): Cents {
  const stated = rank === 3 && kind === 'invoice' ? invoiced : rank === 2 && kind === 'credit' ? credited : open;
  return Math.sign(stated) === Math.sign(open) && Math.abs(stated) >= Math.abs(open) ? stated : open;
}

/** An invoice that was paid or credited in full; null for matches without an invoice. */
export function settledOf(group: Group): XafSettled | null {
  if (group.rank < 2 || group.number === '') return null;
  let paidOn: string | null = null;
  for (const { date } of group.payments) if (date !== null && (paidOn === null || date > paidOn)) paidOn = date;
  const { row, debtor, number, date, dueDate, invoiced, credited } = group;
  const total = group.rank === 3 ? invoiced : credited;
  return { row, debtorCode: debtor, number, date, dueDate, total, paidOn };
}
