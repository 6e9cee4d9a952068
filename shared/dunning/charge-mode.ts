import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { LetterKind, Step } from '../domain/policy.ts';
import type { Currency } from '../money/cents.ts';

/** What a step does with interest and costs. */
export type ChargedStep = Pick<Step, 'interest' | 'costs'> & { readonly action: LetterKind };
export type ChargeMode = Pick<Step, 'interest' | 'costs'>;

/** Why nothing at all may be added to a claim; null = interest and costs are possible. */
export type NoChargesReason = 'unknown-kind' | 'foreign-law' | 'other-currency';

const nothing: ChargeMode = { interest: 'none', costs: 'none' };

/**
 * Whether the claim can carry interest and costs at all: not for a debtor of unknown kind (criterion C1), outside Dutch and
 * Belgian law (B4), or in another currency than the euro.
 */
export function noChargesReason(debtor: Debtor, currency: Currency): NoChargesReason | null {
  if (debtor.kind === 'unknown') return 'unknown-kind';
  if (jurisdictionOf(debtor) === 'none') return 'foreign-law';
  return currency === 'EUR' ? null : 'other-currency';
}

/**
 * What a letter of this step may really announce or charge to this debtor. A veertiendagenbrief claims principal only and
 * announces costs, whatever the policy says; a Dutch consumer owes costs in a laatste sommatie only (art. 6:96 lid 6 BW); a
 * Belgian consumer owes only what a clause says.
 */
export function chargeModeOf(step: ChargedStep, debtor: Debtor, currency: Currency): ChargeMode {
  if (noChargesReason(debtor, currency) !== null) return nothing;
  if (debtor.kind !== 'consumer') return step.action === 'fourteen-day-letter' ? nothing : step;
  if (jurisdictionOf(debtor) === 'BE') {
    return {
      interest: debtor.agreedInterest ? step.interest : 'none',
      costs: debtor.agreedCosts ? step.costs : 'none',
    };
  }
  if (step.action === 'fourteen-day-letter') return { interest: 'none', costs: 'announce' };
  return {
    interest: step.interest,
    costs: step.action === 'final-demand' && step.costs === 'charge' ? 'charge' : 'none',
  };
}

/** Whether interest or costs of an item were given up (criterion B4). */
export function isWaived(ledger: DebtorLedger, itemId: ItemId, what: 'interest' | 'costs'): boolean {
  if (!ledger.waiver) return false;
  return Object.values(ledger.waiver).some(
    (waiver) =>
      (waiver.itemId === null || waiver.itemId === itemId) && (waiver.what === what || waiver.what === 'both'),
  );
}

/**
 * Whether an item of this debtor has to pass a veertiendagenbrief before its costs can be charged: a consumer under Dutch
 * law, in euros, whose costs were not given up.
 */
export function needsFourteenDayLetter(
  ledger: DebtorLedger,
  debtor: Debtor,
  item: { id: ItemId; currency: Currency },
): boolean {
  return (
    debtor.kind === 'consumer' &&
    jurisdictionOf(debtor) === 'NL' &&
    item.currency === 'EUR' &&
    !isWaived(ledger, item.id, 'costs')
  );
}
