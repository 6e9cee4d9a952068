import type { Hold } from '../domain/hold.ts';
import type { Cents } from '../money/cents.ts';
import type { Dunned } from './dunned.ts';
import { isFromDemandUp, type Ladder, type LetterStep } from './ladder.ts';
import type { Claimable } from './position.ts';
import type { Gate, GateCode } from './proposal.ts';
import type { Reached } from './reached.ts';
import { type Reversal, reversalOf, reversalStep } from './reversal.ts';
import type { Run } from './run.ts';

/** Bank days a payment on the last day may take to arrive (criterion D2). */
const bankDaysAfterDeadline = 3;
/** Bank days a direct debit may take to be settled or returned (criterion D3). */
const bankDaysOfDirectDebit = 5;

/** Where an item stands on its ladder, and why it waits; no gates = its next letter may go today. */
export interface ItemStand {
  readonly claim: Claimable;
  readonly ladder: Ladder;
  readonly reached: Reached | null;
  /** Index of the next letter step on the ladder; `letters.length` at the end. */
  readonly next: number;
  /** The letter that comes next: that step, or the one about a storno before it; null at the end. */
  readonly step: LetterStep | null;
  /** The storno that opened it again. */
  readonly reversal: Reversal | null;
  readonly gates: readonly Gate[];
}

/** The gate of a hold that stands; it opens the day after the last day of the hold. */
export function holdGate(run: Run, hold: Hold): Gate {
  const code: GateCode = hold.reason === 'client-approval' ? 'client-approval' : `hold-${hold.reason}`;
  return run.gate(code, hold.until === null ? null : run.dayOf(hold.until) + 1);
}

/** All gates of an open item; `net` decides on steps with a minimum amount. */
export function standOf(
  run: Run,
  dunned: Dunned,
  claim: Claimable,
  ladder: Ladder,
  reached: Reached | null,
  net: Cents,
): ItemStand {
  const { debtor } = dunned;
  const gates: Gate[] = [];
  if (claim.claimable === 0) {
    // A credit note that covers only part of it leaves the rest to the hold's end.
    if (claim.credited >= claim.open) gates.push(run.gate('credit-covers', null));
    for (const hold of claim.holds) gates.push(holdGate(run, hold));
  }
  const dueDay = claim.item.dueDate === null ? null : run.dayOf(claim.item.dueDate);
  const reversal = reversalOf(dunned.ledger, claim.item);
  if (reversal === null && (claim.item.directDebit ?? debtor.directDebit)) {
    const until = dueDay === null ? null : run.bankDaysAfter(dueDay, bankDaysOfDirectDebit);
    if (until === null || run.todayDay < until) gates.push(run.gate('direct-debit', until));
  }
  const next = nextLetter(run, dunned, claim, ladder, reached, net);
  const isAboutReversal = reversal !== null && reversal.letter === null && reached === null;
  const step = isAboutReversal ? reversalStep : (ladder.letters[next] ?? null);
  if (step === reversalStep) {
    if (reversal?.needsCall) gates.push(run.gate('not-due', null));
  } else if (!step || !isAllowed(step, dunned, claim)) {
    gates.push(run.gate('end-of-policy', null));
  } else {
    if (step.action === 'fourteen-day-letter') {
      const from = dunned.defaultFrom(claim.item);
      const fromDay = from === null ? null : run.dayOf(from);
      if (fromDay === null || run.todayDay < fromDay) gates.push(run.gate('not-in-default', fromDay));
    }
    if (debtor.kind === 'unknown' && isFromDemandUp(step.action)) gates.push(run.gate('debtor-type-unknown', null));
    const day = stepDay(run, step, reached, dueDay);
    if (day === null || run.todayDay < day) gates.push(run.gate('not-due', day));
  }
  const running = Math.max(deadlineEnds(run, reached) ?? 0, deadlineEnds(run, reversal?.letter ?? null) ?? 0);
  if (run.todayDay < running) gates.push(run.gate('deadline-running', running));
  return { claim, ladder, reached, next, step, reversal, gates };
}

/** A consumer gets no letter that charges costs without a veertiendagenbrief of its own (art. 6:96 lid 6 BW). */
function isAllowed(step: LetterStep, dunned: Dunned, { item }: Claimable): boolean {
  const charges = step.action === 'final-demand' && step.costs === 'charge';
  return !charges || !dunned.getsFourteenDayLetter(item) || dunned.fourteenDayNotice(item) !== null;
}

/** First bank day on which the last letter's deadline has safely passed; null when no deadline runs. */
export function deadlineEnds(run: Run, reached: Pick<Reached, 'deadlineDay'> | null): number | null {
  return reached?.deadlineDay == null ? null : run.bankDaysAfter(reached.deadlineDay, bankDaysAfterDeadline);
}

/**
 * The day a step is due: due date + offset + correction days, or what the previous letter's term counts from + offset; null when
 * there is no date to count from. Correction days are for payments on their way, so not before the due date (A9). A due
 * date that was moved on after a letter is waited for like any other: what is not due is not demanded.
 */
export function stepDay(
  run: Run,
  step: Pick<LetterStep, 'from' | 'offsetDays'>,
  reached: Reached | null,
  dueDay: number | null,
): number | null {
  const { correctionDays } = run.administration;
  if (reached && step.from === 'previous') {
    const day = reached.countDay + step.offsetDays;
    return dueDay === null ? day : Math.max(day, dueDay + Math.max(1, correctionDays));
  }
  if (dueDay === null) return null;
  return dueDay + step.offsetDays + (step.offsetDays < 0 ? 0 : correctionDays);
}

/**
 * The next step in order, passing over steps below their minimum amount, notices whose due date has gone by, and a
 * veertiendagenbrief for an item that needs none.
 */
function nextLetter(
  run: Run,
  dunned: Dunned,
  { item }: Claimable,
  ladder: Ladder,
  reached: Reached | null,
  net: Cents,
): number {
  for (let index = reached?.level ?? 0; ; index++) {
    const step = ladder.letters[index];
    if (!step) return index;
    const late = step.action === 'pre-due-notice' && item.dueDate !== null && run.dayOf(item.dueDate) < run.todayDay;
    const needless = step.action === 'fourteen-day-letter' && !dunned.getsFourteenDayLetter(item);
    if (!late && !needless && Math.max(net, 0) >= step.minimumCents) return index;
  }
}
