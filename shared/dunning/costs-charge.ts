import type { Administration } from '../domain/administration.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { CostsCharge } from '../law/charges.ts';
import { collectionCosts, costsAfterTerm } from '../law/costs.ts';
import { generalVatPercent } from '../law/in-force.ts';
import { LawProblem } from '../law/problem.ts';
import type { Cents } from '../money/cents.ts';
import type { FourteenDayNotice, Notices } from './notices.ts';
import { countsForLevel, isOfPresentCycle } from './reached.ts';

/** Principal of one item that costs are reckoned over. */
export interface CostsBase {
  readonly itemId: ItemId;
  readonly principal: Cents;
}

/** VAT on costs: only when an office sends the letter, a VAT-taxed service, and the creditor cannot deduct it (art. 2 lid 3 Besluit BIK). */
function vatPercentOf({ sender, deductsVat }: Administration, today: string): number | null {
  return sender === 'office' && !deductsVat ? generalVatPercent(today) : null;
}

/** Costs, or null when they are nothing or the law has no answer: an absurd amount, a day before the rule. */
function answerable(ask: () => CostsCharge): CostsCharge | null {
  try {
    const charge = ask();
    return charge.total > 0 ? charge : null;
  } catch (error) {
    if (error instanceof LawProblem) return null;
    throw error;
  }
}

/** Costs over the summed principals by the tariff, the clause of a business debtor, or Belgian law. Null when they are nothing. */
export function costsOf(
  debtor: Debtor,
  administration: Administration,
  items: readonly CostsBase[],
  today: string,
): CostsCharge | null {
  const jurisdiction = jurisdictionOf(debtor);
  if (items.length === 0 || jurisdiction === 'none') return null;
  const consumer = debtor.kind === 'consumer';
  const clause = debtor.kind === 'business' || (consumer && jurisdiction === 'BE') ? debtor.agreedCosts : undefined;
  return answerable(() =>
    collectionCosts({
      principals: items.map((item) => item.principal),
      jurisdiction,
      consumer,
      vatPercent: jurisdiction === 'NL' ? vatPercentOf(administration, today) : null,
      agreed: clause ? { percent: clause.percent, minimum: clause.minimum } : null,
      on: today,
    }),
  );
}

/** The clause costs rest on; null = the law. */
export function costsClauseOf(debtor: Debtor, costs: CostsCharge | null): string | null {
  const isAgreed = costs?.steps.some(({ key }) => key === 'costs-agreed') ?? false;
  return isAgreed ? (debtor.agreedCosts?.clause ?? null) : null;
}

/** Whether an item's own veertiendagenbrief lapsed: its costs are due (art. 6:96 lid 6 BW). */
export function lapsedNotice(notices: Notices, itemId: ItemId, today: string): FourteenDayNotice | null {
  const notice = notices.fourteenDay.get(itemId);
  return notice && notice.costsDueFrom <= today ? notice : null;
}

/**
 * Costs a consumer owes over items whose own veertiendagenbrief lapsed: the tariff over what is still claimed of what those
 * letters claimed, never above what they announced and was not charged before. Null when none are due.
 */
export function costsAfterNotice(
  ledger: DebtorLedger,
  administration: Administration,
  notices: Notices,
  items: readonly CostsBase[],
  today: string,
): CostsCharge | null {
  const letters = new Map<string, Cents>();
  const principals: Cents[] = [];
  for (const { itemId, principal } of items) {
    const notice = lapsedNotice(notices, itemId, today);
    if (!notice) continue;
    letters.set(notice.letterId, notice.announced.total);
    principals.push(Math.min(principal, notice.claimed));
  }
  if (principals.length === 0) return null;
  const announced = Array.from(letters.values()).reduce((sum, total) => sum + total, 0);
  const left = announced - chargedBefore(ledger, notices, letters, items);
  if (left <= 0) return null;
  return answerable(() =>
    costsAfterTerm({
      announced: left,
      principals,
      vatPercent: vatPercentOf(administration, today),
      on: today,
    }),
  );
}

/** Costs earlier letters charged on the strength of these notices, over other items than these. */
function chargedBefore(
  ledger: DebtorLedger,
  notices: Notices,
  letters: ReadonlyMap<string, Cents>,
  items: readonly CostsBase[],
): Cents {
  const own = new Set(items.map((item) => item.itemId));
  let charged = 0;
  for (const letter of Object.values(ledger.letter ?? {})) {
    const { plan } = letter;
    if (!countsForLevel(letter) || plan.amounts.costs === 0) continue;
    const lines = plan.items.filter((line) => isOfPresentCycle(ledger, line));
    if (lines.some((line) => own.has(line.itemId))) continue;
    if (lines.some((line) => letters.has(notices.fourteenDay.get(line.itemId)?.letterId ?? ''))) {
      charged += plan.amounts.costs;
    }
  }
  return charged;
}
