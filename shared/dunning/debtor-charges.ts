import type { IsoDate } from '../dates/civil.ts';
import { administrationIn, type Books, debtorIn } from '../domain/books.ts';
import { ratesOf } from '../domain/commands/charges.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { Waiver } from '../domain/hold.ts';
import type { ItemId } from '../domain/item.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { CostsCharge, InterestCharge, ItemInterest, Jurisdiction } from '../law/charges.ts';
import type { Cents, Currency } from '../money/cents.ts';
import { isWaived, type NoChargesReason, noChargesReason } from './charge-mode.ts';
import { type ChargeContext, type ChargedClaim, costsDue, interestDue } from './charges.ts';
import { defaultFrom } from './interest-base.ts';
import { type Notices, noticesOf } from './notices.ts';
import { positionsOf } from './position.ts';

/** Why no interest runs over an item. */
export type NoInterestReason =
  | NoChargesReason
  | 'waived'
  | 'no-clause'
  | 'not-due'
  | 'due-derived'
  | 'not-in-default'
  | 'held'
  | 'rates-missing';

/** Why no collection costs are due. */
export type NoCostsReason =
  | NoChargesReason
  | 'waived'
  | 'no-clause'
  | 'not-due'
  | 'not-in-default'
  | 'held'
  | 'no-fourteen-day-letter'
  | 'fourteen-days-running'
  | 'no-free-reminder'
  | 'free-reminder-running';

export interface ItemCharges {
  readonly itemId: ItemId;
  readonly number: string;
  readonly currency: Currency;
  /** What could be claimed of it today. */
  readonly claimable: Cents;
  /** First day the debtor is in default with it; null = not by what is known now. */
  readonly defaultFrom: IsoDate | null;
  /** Interest through today, as a letter of today would reckon it. */
  readonly interest: ItemInterest | null;
  readonly noInterest: NoInterestReason | null;
}

/** What interest and costs come to today, whatever the policy does with them. */
export interface DebtorCharges {
  readonly jurisdiction: Jurisdiction;
  readonly items: readonly ItemCharges[];
  /** Over all items together; null when none runs. */
  readonly interest: InterestCharge | null;
  /** Clause the agreed interest rests on; null = the statute. */
  readonly interestClause: string | null;
  readonly costs: CostsCharge | null;
  readonly noCosts: NoCostsReason | null;
  /** First day costs are due, where a term still runs. */
  readonly costsFrom: IsoDate | null;
  /** The rate table is past its last checked day. */
  readonly stale: boolean;
  readonly waivers: readonly Waiver[];
}

/**
 * Interest and costs of a debtor's open invoices on a day, item by item, each with the reason where there is none (criteria
 * B3, B4). Null for an unknown debtor or before the administration is entered.
 */
export function debtorCharges(books: Books, debtorId: DebtorId, today: IsoDate): DebtorCharges | null {
  const ledger = books.ledgers.get(debtorId);
  const debtor = debtorIn(ledger);
  const administration = administrationIn(books);
  if (!ledger || !debtor || !administration) return null;
  const context: ChargeContext = { ledger, debtor, administration, rates: ratesOf(books), today };
  const notices = noticesOf(ledger, debtor);
  const positions = positionsOf(ledger, today);
  const euros = positions.find((position) => position.currency === 'EUR');
  const possible = noChargesReason(debtor, 'EUR') === null;
  const claims: readonly ChargedClaim[] = possible ? (euros?.claims ?? []) : [];
  const creditTotal = euros?.creditTotal ?? 0;
  const interest = interestDue(context, claims, creditTotal, notices);
  const costs = costsDue(context, claims, creditTotal, notices);
  const items = positions.flatMap(({ currency, claims: open }) =>
    open.map(({ item, claimable }): ItemCharges => {
      const own = interest.charge?.items.find((entry) => entry.itemId === item.id) ?? null;
      const from = defaultFrom(item, debtor, notices);
      return {
        itemId: item.id,
        number: item.number,
        currency,
        claimable,
        defaultFrom: from,
        interest: own,
        noInterest: own ? null : whyNoInterest(context, { item, claimable }, from, interest.isRateMissing),
      };
    }),
  );
  const none = costs ? null : whyNoCosts(context, claims, notices);
  return {
    jurisdiction: jurisdictionOf(debtor),
    items,
    interest: interest.charge,
    interestClause: interest.clause,
    costs,
    noCosts: none?.reason ?? null,
    costsFrom: none?.from ?? null,
    stale: interest.charge?.stale ?? false,
    waivers: Object.values(ledger.waiver ?? {}),
  };
}

function whyNoInterest(
  { ledger, debtor, today }: ChargeContext,
  { item, claimable }: Pick<ChargedClaim, 'item' | 'claimable'>,
  from: IsoDate | null,
  isRateMissing: boolean,
): NoInterestReason {
  const impossible = noChargesReason(debtor, item.currency);
  if (impossible) return impossible;
  if (isWaived(ledger, item.id, 'interest')) return 'waived';
  if (debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE' && !debtor.agreedInterest) return 'no-clause';
  if (item.dueDate === null || item.dueDate >= today) return 'not-due';
  if (from === null || from > today) return item.dueDerived ? 'due-derived' : 'not-in-default';
  if (claimable === 0) return 'held';
  return isRateMissing ? 'rates-missing' : 'not-due';
}

function whyNoCosts(
  { ledger, debtor, today }: ChargeContext,
  claims: readonly ChargedClaim[],
  notices: Notices,
): { readonly reason: NoCostsReason; readonly from: IsoDate | null } {
  const none = (reason: NoCostsReason, from: IsoDate | null = null) => ({ reason, from });
  const impossible = noChargesReason(debtor, 'EUR');
  if (impossible) return none(impossible);
  const late = claims.filter(({ item }) => item.dueDate !== null && item.dueDate < today);
  if (late.length === 0) return none('not-due');
  const kept = late.filter(({ item }) => !isWaived(ledger, item.id, 'costs'));
  if (kept.length === 0) return none('waived');
  if (kept.every(({ claimable }) => claimable === 0)) return none('held');
  if (debtor.kind !== 'consumer') return none('not-in-default');
  if (jurisdictionOf(debtor) === 'BE') {
    if (!debtor.agreedCosts) return none('no-clause');
    const from = first(kept.map(({ item }) => notices.freeReminderLapsed.get(item.id)));
    return from ? none('free-reminder-running', from) : none('no-free-reminder');
  }
  const from = first(kept.map(({ item }) => notices.fourteenDay.get(item.id)?.costsDueFrom));
  return from && from > today ? none('fourteen-days-running', from) : none('no-fourteen-day-letter');
}

function first(days: readonly (IsoDate | undefined)[]): IsoDate | null {
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
}
