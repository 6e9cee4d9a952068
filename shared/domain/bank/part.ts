import type { IsoDate } from '../../dates/civil.ts';
import type { MatchPart } from '../../matching/match.ts';
import type { Cents } from '../../money/cents.ts';
import { balanceLeft } from '../balance.ts';
import type { DebtorLedger } from '../books.ts';
import type { OpenItem } from '../item.ts';
import type { BankLine } from './line.ts';
import { saidOf } from './not-worked-in.ts';

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
  line: Pick<BankLine, 'date' | 'amount' | 'currency'>,
  { amount, discount }: Pick<MatchPart, 'amount' | 'discount'>,
  listedUntil: IsoDate | null,
): PartFault | null {
  const areCents = Number.isSafeInteger(amount) && Number.isSafeInteger(discount) && discount >= 0;
  if (!areCents || amount === 0 || (discount > 0 && amount < 0)) return 'part';
  if (item.currency !== line.currency) return 'currency';
  const open = item.state === 'closed' ? 0 : balanceLeft(ledger, item);
  const isTooMuch = amount + discount > mostOf(line, item, open, listedUntil) || amount < leastOf(line, item, open);
  return isTooMuch ? 'too-much' : null;
}

/** Most that a line can lay against an item: what is open, or all of it for history; of money that went out nothing. */
function mostOf(
  { amount, date }: Pick<BankLine, 'date' | 'amount'>,
  { listed, total, state }: OpenItem,
  open: Cents,
  listedUntil: IsoDate | null,
): Cents {
  if (amount < 0) return 0;
  const isListed = listed !== null && date <= listed.bankUntil;
  const isGone = state !== 'open' && listedUntil !== null && date <= listedUntil;
  return isListed || isGone ? Math.max(total, open) : Math.max(0, open);
}

/** Most that a line can take back of an item, negative: its credit, and where money went out what was paid of it. */
function leastOf({ amount }: Pick<BankLine, 'amount'>, { total, state, listed }: OpenItem, open: Cents): Cents {
  if (amount > 0 || total <= 0) return Math.min(0, open);
  const came = total + ((listed && saidOf(listed).lowered?.amount) ?? 0);
  return -Math.max(0, came - (state === 'open' ? open : 0));
}
