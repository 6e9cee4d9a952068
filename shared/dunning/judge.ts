import type { IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import { activeHolds } from '../domain/hold-rules.ts';
import type { OpenItem } from '../domain/item.ts';
import { type Candidate, candidates, type PositionStands, positionGates } from './candidates.ts';
import { channelsFor, isReachableDebtor } from './channels.ts';
import { chargesAhead } from './charges.ts';
import { Dunned } from './dunned.ts';
import { holdGate, type ItemStand, standOf } from './item-gates.ts';
import { type Ladder, levelBeforeNotice } from './ladder.ts';
import { type Position, positionsOf } from './position.ts';
import type { DueTask, Gate, Proposal } from './proposal.ts';
import { lastLetterDay, type Reached, reachedByLetters, reachedOutside } from './reached.ts';
import type { Run } from './run.ts';
import { dueTasks } from './tasks.ts';

/** Everything the engine finds about one debtor. */
export interface Judged {
  readonly proposal: Proposal | null;
  readonly tasks: readonly DueTask[];
  /** Gates of the debtor as a whole. */
  readonly gates: readonly Gate[];
  readonly items: readonly ItemStand[];
}

/** Judges one debtor: all gates evaluated, at most one proposal (criteria D2, D3, D5). */
export function judge(run: Run, debtor: Debtor, ledger: DebtorLedger): Judged {
  const positions = positionsOf(ledger, run.today);
  const debtorLadder = run.ladderFor(debtor);
  const dunned = new Dunned(ledger, debtor);
  const ladder = (item: OpenItem) => (item.policyId === null ? debtorLadder : run.ladderFor(debtor, item));
  const byLetter = reachedByLetters(ledger, ladder);
  let lastDay = lastLetterDay(ledger);

  const parts: PositionStands[] = positions.map((position) => ({
    position,
    stands: position.claims.map((claim) => {
      const own = ladder(claim.item);
      const outside = reachedSafely(run, dunned, claim.item, own);
      if (outside && (lastDay === null || outside.letterDay > lastDay)) lastDay = outside.letterDay;
      return standOf(run, dunned, claim, own, furthest(byLetter?.get(claim.item.id), outside), position.net);
    }),
  }));

  const gates = debtorGates(run, debtor, ledger, positions, lastDay);
  const held = activeHolds(ledger.hold, run.today).some((hold) => hold.itemId === null);
  const found = candidates(run, dunned, parts);
  const proposal = gates.length > 0 ? null : propose(run, dunned, found);
  const items = parts.length === 1 ? parts[0]!.stands : parts.flatMap((part) => part.stands);
  const tasks = held ? [] : parts.flatMap((part) => dueTasks(run, debtor, ledger, part.position.currency, part.stands));
  return { proposal, tasks, gates, items };
}

/**
 * Level reached outside Voldaan. An item that is not certainly in default counts for no more than the steps before its notice
 * of default: whether an aanmaning from elsewhere was one is not known, and a veertiendagenbrief before default loses the costs.
 */
function reachedSafely(run: Run, dunned: Dunned, item: OpenItem, ladder: Ladder): Reached | null {
  const outside = reachedOutside(item, ladder);
  if (outside === null || !dunned.getsFourteenDayLetter(item)) return outside;
  const before = levelBeforeNotice(ladder);
  if (before === null || outside.level <= before) return outside;
  const from = dunned.defaultFrom(item);
  return from !== null && from <= run.today ? outside : { ...outside, level: before };
}

function furthest(letter: Reached | undefined, outside: Reached | null): Reached | null {
  if (!letter || !outside) return letter ?? outside;
  return outside.level > letter.level ? outside : letter;
}

/** Gates that stop the debtor as a whole; those of one currency among several are laid on its items instead. */
function debtorGates(
  run: Run,
  debtor: Debtor,
  ledger: DebtorLedger,
  positions: readonly Position[],
  lastDay: number | null,
): readonly Gate[] {
  const gates: Gate[] = [];
  if (positions.length === 0) gates.push(run.gate('paid', null));
  if (positions.length === 1) gates.push(...positionGates(run, positions[0]!));
  else if (positions.length > 1 && positions.every((position) => position.claims.length === 0)) {
    gates.push(run.gate('credit-covers', null));
  }
  for (const hold of activeHolds(ledger.hold, run.today)) if (hold.itemId === null) gates.push(holdGate(run, hold));
  if (!isReachableDebtor(debtor)) gates.push(run.gate('no-contact', null));
  if (run.staleGate) gates.push(run.staleGate);
  if (lastDay !== null) {
    const until = lastDay + run.administration.minimumIntervalDays;
    if (run.todayDay < until) gates.push(run.gate('interval', until));
  }
  return gates;
}

/** The proposal of the largest claim; other currencies follow once the interval allows. */
function propose(run: Run, dunned: Dunned, found: readonly Candidate[]): Proposal | null {
  const chosen = found.reduce<Candidate | null>((best, next) => (best && best.total >= next.total ? best : next), null);
  if (!chosen) return null;
  const { ledger, debtor } = dunned;
  const { position, step, stands } = chosen;
  const route = channelsFor(step, debtor, run.administration);
  const { administration, rates, today } = run;
  const { total, warnings: ofCharges } = chargesAhead(
    { ledger, debtor, administration, rates, today },
    {
      currency: position.currency,
      claims: stands.map((stand) => stand.claim),
      creditTotal: position.creditTotal,
      step,
    },
  );
  const warnings: Proposal['warnings'][number][] = [...route.warnings, ...ofCharges];
  if (stands.some((stand) => stand.claim.item.dueDerived)) warnings.push('due-derived');
  if (position.claims.length > stands.length) warnings.push('also-open');
  if (position.credits.length > 0) warnings.push('credits');
  return {
    debtorId: debtor.id,
    debtorCode: debtor.code,
    debtorName: debtor.name,
    currency: position.currency,
    language: debtor.language,
    policyId: stands[0]!.ladder.policy.id,
    stepId: step.id,
    kind: step.action,
    itemIds: stands.map((stand) => stand.claim.item.id),
    total,
    oldestDue: oldestDueOf(stands) ?? run.today,
    channels: route.channels,
    warnings,
  };
}

function oldestDueOf(stands: readonly ItemStand[]): IsoDate | null {
  let oldest: IsoDate | null = null;
  for (const { claim } of stands) {
    const { dueDate } = claim.item;
    if (dueDate !== null && (oldest === null || dueDate < oldest)) oldest = dueDate;
  }
  return oldest;
}
