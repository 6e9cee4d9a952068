import { addDays, type IsoDate } from '../../dates/civil.ts';
import { checkFourteenDayLetter } from '../../law/fourteen-day-letter/check.ts';
import type { FourteenDayItem, LetterVerdict } from '../../law/fourteen-day-letter/letter.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { ItemId } from '../item.ts';
import type { LetterItem, LetterPlan } from '../letter.ts';

/** An item the debtor is in default with, at what can be claimed of it. */
export interface DefaultedItem {
  readonly itemId: ItemId;
  readonly number: string;
  readonly date: IsoDate | null;
  /** First day of default. */
  readonly from: IsoDate;
  readonly claimable: Cents;
}

/**
 * The validator of criterion E4 on a planned veertiendagenbrief: before it is planned with the items in default and without
 * text, and when it is made with its text. Without `inDefault` the due dates in the plan tell who is in default; an item
 * without one was judged when the letter was planned.
 *
 * VAT may stand on the costs only when the office that sends the letter charges it and the creditor cannot deduct it (art. 2
 * lid 3 Besluit BIK). Credits count as items below zero.
 */
export function lintFourteenDayPlan(
  plan: LetterPlan,
  inDefault: readonly DefaultedItem[] | null,
  text: string | null,
): LetterVerdict {
  const { creditor, amounts, items, credits, alsoOpen } = plan;
  const from = inDefault && new Map(inDefault.map((item) => [item.itemId, item.from]));
  const lines = [...items, ...credits, ...alsoOpen];
  return checkFourteenDayLetter({
    sentOn: plan.date,
    channel: plan.channels[0] ?? null,
    debtor: { consumer: plan.debtor.kind === 'consumer' },
    creditor: { deductsVat: creditor.deductsVat || creditor.sender !== 'office' },
    items: [
      ...[...items, ...credits].map((item) => claimedItem(item, plan.date, from)),
      ...leftOut(plan, inDefault ?? []),
    ],
    text,
    amounts: [amounts.total],
    ibans: [creditor.iban],
    costsAnnounced: amounts.costsAnnounced,
    printedDeadline: plan.deadline,
    otherAmounts: lines.flatMap(amountsOf),
  });
}

/** Every amount a letter says of an item, beside what it claims in all. */
function amountsOf({ total, paid, open, claimed, payments = [] }: LetterItem): readonly Cents[] {
  const dated = payments.map(({ amount }) => Math.abs(amount));
  return [total, paid, open, claimed, ...dated, paid - sumOf(payments, ({ amount }) => amount)];
}

function claimedItem(item: LetterItem, sentOn: IsoDate, from: ReadonlyMap<ItemId, IsoDate> | null): FourteenDayItem {
  const { number, date: invoiceDate, claimed: open } = item;
  const dueDate = from ? lastDay(from.get(item.itemId)) : (item.dueDate ?? addDays(sentOn, -1));
  return { number, invoiceDate, dueDate, open, included: true };
}

/** The last day to pay before default began. */
function lastDay(from: IsoDate | undefined): IsoDate | null {
  return from === undefined ? null : addDays(from, -1);
}

function leftOut(plan: LetterPlan, inDefault: readonly DefaultedItem[]): readonly FourteenDayItem[] {
  const claimed = new Set(plan.items.map(({ itemId }) => itemId));
  return inDefault
    .filter(({ itemId }) => !claimed.has(itemId))
    .map(({ number, date, from, claimable }) => ({
      number,
      invoiceDate: date,
      dueDate: lastDay(from),
      open: claimable,
      included: false,
    }));
}
