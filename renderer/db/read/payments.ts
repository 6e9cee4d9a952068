import { useCallback } from 'react';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { isBatchRunning } from '../../state/batch.ts';
import { books } from '../client.ts';
import type { ReviewItem, ReviewLine, TakenLine, WaitingMoney } from '../import-api.ts';
import { Live, live, useLive } from './live.ts';
import { useTyped } from './typed.ts';

const always = () => true;
const review = () => new Live<readonly ReviewLine[]>(() => books.bankReview(), always);

/** Bank lines that wait, largest first, each with what it may be; undefined while that is worked out. */
export function useBankReview(): readonly ReviewLine[] | undefined {
  return useLive(live('bank review', review));
}

/** Money in that waits to be looked at, by each debtor it may well be of. */
export type MoneyByDebtor = ReadonlyMap<DebtorId, readonly WaitingMoney[]>;

export const noMoney: MoneyByDebtor = new Map();
/* While letters are being made every outcome is a commit, and none of them changes what waits. */
const unlessLetters = () => !isBatchRunning();
const waiting = () => new Live<MoneyByDebtor>(async () => byDebtor(await books.waitingMoney()), unlessLetters);

/** What waits to be looked at and may well be of a debtor who is dunned; undefined while that is worked out. */
export function useWaitingMoney(): MoneyByDebtor | undefined {
  return useLive(live('waiting money', waiting));
}

function byDebtor(lines: readonly WaitingMoney[]): MoneyByDebtor {
  const found = new Map<DebtorId, WaitingMoney[]>();
  for (const line of lines) {
    for (const id of line.debtorIds) found.set(id, [...(found.get(id) ?? []), line]);
  }
  return found;
}

/** Lines that were decided on are shown as far back as this; older ones are on the debtor's card. */
const takenShown = 500;
const taken = () => new Live<readonly TakenLine[]>(() => books.bankTaken(takenShown), always);

/** Bank lines that were matched or set aside, newest first; undefined while they are read. */
export function useBankTaken(): readonly TakenLine[] | undefined {
  return useLive(live('bank taken', taken));
}

/** Items that fit what is typed; the last ones stay while the next are looked up. `settled`: those with nothing open as well. */
export function useItemsToMatch(search: string, settled: boolean, limit = 50): readonly ReviewItem[] {
  const ask = useCallback((wanted: string) => books.itemsToMatch(wanted, limit, settled), [limit, settled]);
  return useTyped(search, ask).found;
}
