import { epochDay, type IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Task } from '../domain/hold.ts';
import type { OpenItem } from '../domain/item.ts';
import type { LetterKind } from '../domain/policy.ts';
import type { LetterStep } from './ladder.ts';
import { countsForLevel } from './reached.ts';

/** A storno that opened an item again, in its present cycle (criterion D3). */
export interface Reversal {
  readonly date: IsoDate;
  /** ISO code the bank gave. */
  readonly reason: string;
  /** Deadline of the letter about it; null = none was made yet. */
  readonly letter: { readonly deadlineDay: number | null } | null;
  /** The debtor disputed the debit and has not been called since: no letter goes out before that. */
  readonly needsCall: boolean;
}

/** The letter about a storno: a step of every policy, before its first, for the items that came back. */
export const reversalStep: LetterStep = {
  id: 'storno',
  action: 'debit-reversal' satisfies LetterKind,
  from: 'due',
  offsetDays: 0,
  deadlineDays: 7,
  channels: ['email'],
  minimumCents: 0,
  interest: 'none',
  costs: 'none',
};

/** The call that comes before it; ids of its tasks begin with this. */
export const reversalCallId = 'storno-bellen';

/** The debtor told its bank that it did not agree with the debit. */
const disputedByDebtor = 'MD06';

/** The storno that opened an item again; null when it is open for another reason, or was never taken back. */
export function reversalOf(ledger: DebtorLedger, item: OpenItem): Reversal | null {
  if (item.cycle === 1 || !ledger.payment) return null;
  let last: { date: IsoDate; reason: string } | null = null;
  for (const { itemId, paymentId, amount, date } of Object.values(ledger.allocation ?? {})) {
    const reason = ledger.payment[paymentId]?.returnReason;
    if (itemId !== item.id || amount >= 0 || reason === undefined) continue;
    if (last === null || date > last.date) last = { date, reason };
  }
  if (last === null) return null;
  const { date, reason } = last;
  const isCalled = Object.values(ledger.task ?? {}).some((task) => isCallAbout(task, item, date));
  return { date, reason, letter: letterAbout(ledger, item), needsCall: reason === disputedByDebtor && !isCalled };
}

function isCallAbout({ id, itemIds, doneOn }: Task, item: OpenItem, since: IsoDate): boolean {
  return doneOn !== null && doneOn >= since && id.startsWith(`${reversalCallId}~`) && itemIds.includes(item.id);
}

function letterAbout(ledger: DebtorLedger, item: OpenItem): Reversal['letter'] {
  let letter: Reversal['letter'] = null;
  for (const own of Object.values(ledger.letter ?? {})) {
    const { kind, items, deadline } = own.plan;
    if (kind !== reversalStep.action || !countsForLevel(own)) continue;
    if (!items.some(({ itemId, cycle }) => itemId === item.id && cycle === item.cycle)) continue;
    const deadlineDay = deadline === null ? null : epochDay(deadline);
    if (letter === null || (deadlineDay ?? 0) > (letter.deadlineDay ?? 0)) letter = { deadlineDay };
  }
  return letter;
}
