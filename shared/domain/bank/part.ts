import type { IsoDate } from '../../dates/civil.ts';
import type { MatchPart } from '../../matching/match.ts';
import type { Cents } from '../../money/cents.ts';
import { balanceLeft, heldUntil } from '../balance.ts';
import type { DebtorLedger } from '../books.ts';
import type { OpenItem } from '../item.ts';
import { cameTo, goneBalance, openOnList } from './gone.ts';
import type { BankLine } from './line.ts';
import { goneSince } from './return.ts';

type Money = Pick<BankLine, 'date' | 'amount' | 'currency'>;

/** Why a line cannot be laid against an item. */
export type PartFault = 'part' | 'currency' | 'too-much';

/**
 * What is wrong with a part of a line: no amount in whole cents or a discount on money taken back (`part`), another currency,
 * or more than is open, than the credit is, or, of a storno, than was paid. Null when it can be. Money of a day up to
 * `listedUntil` is in the lists already and may be all of the item.
 */
export function partFault(
  ledger: DebtorLedger,
  item: OpenItem,
  line: Money,
  { amount, discount }: Pick<MatchPart, 'amount' | 'discount'>,
  listedUntil: IsoDate | null,
): PartFault | null {
  const until = heldUntil(item, listedUntil);
  const areCents = Number.isSafeInteger(amount) && Number.isSafeInteger(discount) && discount >= 0;
  if (!areCents || amount === 0 || (discount > 0 && amount < 0)) return 'part';
  if (item.currency !== line.currency) return 'currency';
  const isTooMuch =
    amount > 0
      ? isTooMuchLaid(ledger, item, line, amount + discount, until)
      : isTooMuchBack(ledger, item, line, amount, until);
  return isTooMuch ? 'too-much' : null;
}

/**
 * Whether a line lays more against an item than is open, or than all of it for history; of money that went out anything. Of
 * what a list lacked, by the days: it may have paid what went back since.
 */
function isTooMuchLaid(
  ledger: DebtorLedger,
  item: OpenItem,
  line: Money,
  amount: Cents,
  listedUntil: IsoDate | null,
): boolean {
  const { listed, total, state } = item;
  const open = openOf(ledger, item);
  if (line.amount < 0) return true;
  const isListed = listed !== null && line.date <= listed.bankUntil;
  const isGone = state !== 'open' && listedUntil !== null && line.date <= listedUntil;
  if (amount <= (isListed || isGone ? Math.max(total, open) : Math.max(0, open))) return false;
  const laid = { date: line.date, amount };
  if (state === 'open') return !listed?.gone || goneBalance(ledger, item, listed.gone, listed.bankUntil, laid).left < 0;
  const since = goneSince(item, listedUntil);
  // Only what went back since makes room for it, never that nothing here shows what settled the item.
  return !since || goneBalance(ledger, item, { ...since, again: 0 }, listedUntil!, laid).left < 0;
}

/** Whether a line takes more back of an item than its credit, or, where money went out, than was paid of it by then. */
function isTooMuchBack(
  ledger: DebtorLedger,
  item: OpenItem,
  line: Money,
  amount: Cents,
  listedUntil: IsoDate | null,
): boolean {
  const { total, state, listed } = item;
  const open = openOf(ledger, item);
  // Credit a list no longer has was worked in: what goes back of it is in that list, or is owed where nobody here knows.
  const isWorkedIn = line.amount < 0 && total < 0 && state === 'closed' && listedUntil !== null;
  if (isWorkedIn) return amount < total;
  if (line.amount > 0 || total <= 0) return amount < Math.min(0, open);
  const came = cameTo(item);
  const back = { date: line.date, amount };
  if (state !== 'open') {
    const since = goneSince(item, listedUntil);
    return -amount > came || (since !== null && goneBalance(ledger, item, since, listedUntil!, back).reached > came);
  }
  // A list that holds the storno says what is open with it.
  if (listed && line.date <= listed.bankUntil) return -amount > came;
  if (open - amount <= came) return false;
  if (listed?.gone) return goneBalance(ledger, item, listed.gone, listed.bankUntil, back).reached > came;
  // A list has it open once more, which the storno explains: what came and went is no matter.
  const isExplained = listedUntil !== null && line.date <= listedUntil && openOnList(ledger, item.id) !== null;
  return !isExplained || -amount > came;
}

function openOf(ledger: DebtorLedger, item: OpenItem): Cents {
  return item.state === 'closed' ? 0 : balanceLeft(ledger, item);
}
