import { epochDay } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { ItemId, OpenItem } from '../domain/item.ts';
import type { Letter, LetterItem, LetterPlan } from '../domain/letter.ts';
import { type Ladder, levelGivenBy, outsideLevel } from './ladder.ts';
import { rankOf } from './policies.ts';

/** Level of an item under its ladder, derived from letters; days are epoch days. */
export interface Reached {
  /** Number of letter steps had in this cycle. */
  readonly level: number;
  readonly letterDay: number;
  /** Deadline of the last letter, of a veertiendagenbrief the last safe day of its term; null when it had none. */
  readonly deadlineDay: number | null;
  /** Day the next step counts from: the deadline, the day costs are due after a veertiendagenbrief, else the letter's own. */
  readonly countDay: number;
}

/** A letter counts for the level from the moment it is planned, so that nothing is made twice; a withdrawn one no longer does. */
export function countsForLevel(letter: Letter): boolean {
  return letter.state === 'planned' || letter.state === 'issued';
}

/** Whether a letter line is about the item as it is open now: not about a cycle before a storno or reopening (criterion D4). */
export function isOfPresentCycle(
  ledger: DebtorLedger,
  { itemId, cycle }: Pick<LetterItem, 'itemId' | 'cycle'>,
): boolean {
  return ledger.item?.[itemId]?.cycle === cycle;
}

/** The level of every item some letter of its present cycle claimed (criteria D2, D4). Never set by hand. */
export function reachedByLetters(
  ledger: DebtorLedger,
  ladderFor: (item: OpenItem) => Ladder,
): ReadonlyMap<ItemId, Reached> | null {
  if (!ledger.letter) return null;
  const reached = new Map<ItemId, Reached>();
  for (const letter of Object.values(ledger.letter)) {
    if (!countsForLevel(letter) || rankOf(letter.plan.kind) < 0) continue;
    const letterDay = epochDay(letter.plan.date);
    const { deadlineDay, countDay } = daysAfter(letter.plan, letterDay);
    for (const line of letter.plan.items) {
      const item = ledger.item?.[line.itemId];
      if (!item || item.cycle !== line.cycle) continue;
      const { id, stepId } = letter.plan.policy;
      const level = levelGivenBy(ladderFor(item), id, stepId, letter.plan.kind);
      const known = reached.get(item.id);
      if (!known || level > known.level || (level === known.level && letterDay > known.letterDay)) {
        reached.set(item.id, { level, letterDay, deadlineDay, countDay });
      }
    }
  }
  return reached;
}

function daysAfter(
  { deadline, costsDueFrom }: LetterPlan,
  letterDay: number,
): Pick<Reached, 'deadlineDay' | 'countDay'> {
  if (costsDueFrom !== undefined) {
    const countDay = epochDay(costsDueFrom);
    return { deadlineDay: countDay - 1, countDay };
  }
  const deadlineDay = deadline === null ? null : epochDay(deadline);
  return { deadlineDay, countDay: deadlineDay ?? letterDay };
}

/** Level reached outside Voldaan (criterion A10); its deadline is that of the step it stands for. Later cycles start anew. */
export function reachedOutside(item: OpenItem, ladder: Ladder): Reached | null {
  if (!item.outside || item.cycle > 1) return null;
  const level = outsideLevel(ladder, item.outside.level);
  const step = ladder.letters[level - 1];
  if (!step) return null;
  const letterDay = epochDay(item.outside.on);
  const deadlineDay = letterDay + step.deadlineDays;
  return { level, letterDay, deadlineDay, countDay: deadlineDay };
}

/** Day of the last dunning letter to a debtor, one about a storno too, withdrawn ones included: it did arrive. Null when there was none. */
export function lastLetterDay(ledger: DebtorLedger): number | null {
  if (!ledger.letter) return null;
  let last: string | null = null;
  for (const letter of Object.values(ledger.letter)) {
    if (!countsForLevel(letter) && letter.state !== 'withdrawn') continue;
    const { kind, date } = letter.plan;
    if ((rankOf(kind) >= 0 || kind === 'debit-reversal') && (last === null || date > last)) last = date;
  }
  return last === null ? null : epochDay(last);
}
