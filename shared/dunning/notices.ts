import { addDays, type IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { LetterPlan } from '../domain/letter.ts';
import type { LetterKind } from '../domain/policy.ts';
import { belgianReminderTerm } from '../law/belgian-reminder.ts';
import type { CostsCharge } from '../law/charges.ts';
import type { Cents } from '../money/cents.ts';
import { isNoticeOfDefault } from './policies.ts';
import { countsForLevel, isOfPresentCycle } from './reached.ts';

/** The veertiendagenbrief of an item. */
export interface FourteenDayNotice {
  readonly letterId: string;
  /** First day its costs are due when nothing was paid; receipt presumed. */
  readonly costsDueFrom: IsoDate;
  /** What it claimed of the item. */
  readonly claimed: Cents;
  /** Costs it announced over all its items. */
  readonly announced: CostsCharge;
}

/** What letters made here have done to the position of an item in its present cycle; letters from outside are never in it. */
export interface Notices {
  /** Last day of the term of the first written demand, after which the debtor is in default (art. 6:82 BW). */
  readonly defaultDeadline: ReadonlyMap<ItemId, IsoDate>;
  /** The last veertiendagenbrief (art. 6:96 lid 6 BW). */
  readonly fourteenDay: ReadonlyMap<ItemId, FourteenDayNotice>;
  /** Under Belgian law: first day after the term of the first reminder without costs (art. XIX.2 WER). */
  readonly freeReminderLapsed: ReadonlyMap<ItemId, IsoDate>;
}

const none: Notices = { defaultDeadline: new Map(), fourteenDay: new Map(), freeReminderLapsed: new Map() };

const reminds: ReadonlySet<LetterKind> = new Set<LetterKind>(['reminder', 'second-reminder', 'demand']);

/** What the letters of a debtor did to each item; withdrawn, failed and earlier cycles' letters do not count. */
export function noticesOf(ledger: DebtorLedger, debtor: Debtor): Notices {
  if (!ledger.letter) return none;
  const isBelgian = jurisdictionOf(debtor) === 'BE';
  const defaultDeadline = new Map<ItemId, IsoDate>();
  const fourteenDay = new Map<ItemId, FourteenDayNotice>();
  const freeReminderLapsed = new Map<ItemId, IsoDate>();
  for (const letter of Object.values(ledger.letter)) {
    if (!countsForLevel(letter)) continue;
    const { plan } = letter;
    for (const line of plan.items) {
      const { itemId } = line;
      if (!isOfPresentCycle(ledger, line)) continue;
      if (plan.deadline !== null && isNoticeOfDefault(plan.kind)) earliest(defaultDeadline, itemId, plan.deadline);
      if (isBelgian && plan.deadline !== null && reminds.has(plan.kind) && plan.amounts.costs === 0) {
        earliest(freeReminderLapsed, itemId, freeReminderLapses(plan.date, plan.deadline));
      }
      const notice = fourteenDayOf(plan, line.claimed);
      const known = fourteenDay.get(itemId);
      if (notice && (!known || notice.costsDueFrom > known.costsDueFrom)) fourteenDay.set(itemId, notice);
    }
  }
  return { defaultDeadline, fourteenDay, freeReminderLapsed };
}

function fourteenDayOf(plan: LetterPlan, claimed: Cents): FourteenDayNotice | null {
  const announced = plan.charges?.costs;
  if (plan.kind !== 'fourteen-day-letter' || !plan.costsDueFrom || !announced) return null;
  return { letterId: plan.id, costsDueFrom: plan.costsDueFrom, claimed, announced };
}

function earliest(days: Map<ItemId, IsoDate>, itemId: ItemId, day: IsoDate): void {
  const known = days.get(itemId);
  if (known === undefined || day < known) days.set(itemId, day);
}

/** The term the law gives a reminder by post, or the longer one the letter gave itself. */
function freeReminderLapses(date: IsoDate, deadline: IsoDate): IsoDate {
  const { dueFrom } = belgianReminderTerm(date, 'post');
  return deadline < dueFrom ? dueFrom : addDays(deadline, 1);
}
