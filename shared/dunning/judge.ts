import type { IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import { activeHolds } from '../domain/hold-rules.ts';
import type { OpenItem } from '../domain/item.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { channelsFor, isReachableDebtor } from './channels.ts';
import { chargesAhead } from './charges.ts';
import { Dunned } from './dunned.ts';
import { holdGate, type ItemStand, standOf } from './item-gates.ts';
import { type Ladder, type LetterStep, levelBeforeNotice } from './ladder.ts';
import { rankOf } from './policies.ts';
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

interface PositionStands {
  readonly position: Position;
  readonly stands: ItemStand[];
}

/** One letter that could be made: the items of one position whose next step is that step. */
interface Candidate {
  readonly position: Position;
  readonly step: LetterStep;
  readonly stands: ItemStand[];
  readonly total: Cents;
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

/** Net against tolerance and credits (criterion B2). */
function positionGates(run: Run, position: Position): readonly Gate[] {
  return balanceGates(run, position.net, position.creditTotal);
}

function balanceGates(run: Run, amount: Cents, credits: Cents): readonly Gate[] {
  if (amount > run.administration.toleranceCents) return [];
  const small = run.gate('below-tolerance', null);
  return amount <= 0 && credits < 0 ? [small, run.gate('credit-covers', null)] : [small];
}

/** Letters that could be made, per position at the heaviest step whose claim holds; blocked items get the gate that blocks them. */
function candidates(run: Run, dunned: Dunned, parts: readonly PositionStands[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const part of parts) {
    const blocking = parts.length > 1 ? positionGates(run, part.position) : [];
    if (blocking.length > 0) {
      lay(part, () => true, blocking);
      continue;
    }
    for (const own of byStep(dunned, part)) {
      const candidate = own.step.action === 'fourteen-day-letter' ? withAllInDefault(run, dunned, part, own) : own;
      const gates = balanceGates(run, candidate.total, part.position.creditTotal);
      if (gates.length === 0) {
        found.push(candidate);
        break;
      }
      layBalance(run, part, candidate, gates);
    }
  }
  return found;
}

/** Gates an item in default waits for by itself, not when a veertiendagenbrief goes out: that one takes all of them. */
const ownPace: ReadonlySet<Gate['code']> = new Set(['not-due', 'deadline-running', 'end-of-policy']);

/**
 * A veertiendagenbrief takes every item in default that had none, at whatever step it is, and only those (art. 6:96 lid 7 BW,
 * criterion D5). Items held back, on direct debit or not in default stay out.
 */
function withAllInDefault(run: Run, dunned: Dunned, part: PositionStands, own: Candidate): Candidate {
  const stands = [...own.stands];
  let { total } = own;
  for (const [index, stand] of part.stands.entries()) {
    const { item, claimable } = stand.claim;
    if (own.stands.includes(stand) || claimable === 0 || stand.gates.some(({ code }) => !ownPace.has(code))) continue;
    const from = dunned.defaultFrom(item);
    if (from === null || from > run.today || !dunned.getsFourteenDayLetter(item)) continue;
    if (dunned.fourteenDayNotice(item) !== null) continue;
    const joined = { ...stand, gates: [] };
    part.stands[index] = joined;
    stands.push(joined);
    total += claimable;
  }
  return { ...own, stands, total };
}

/**
 * Lays why a letter is too small. Where it is a hold on part of an item that makes it so, that hold is the reason of its
 * item, and what the other items of the letter wait for.
 */
function layBalance(run: Run, part: PositionStands, candidate: Candidate, gates: readonly Gate[]): void {
  const { stands, total } = candidate;
  const claims = stands.map((stand) => stand.claim);
  const held = sumOf(claims, ({ open, credited, claimable }) => open - credited - claimable);
  if (held === 0 || balanceGates(run, total + held, part.position.creditTotal).length > 0) {
    lay(part, (stand) => stands.includes(stand), gates);
    return;
  }
  const holdGates = claims.flatMap(({ holds }) => holds.map((hold) => holdGate(run, hold)));
  const ends = holdGates.flatMap(({ until }) => (until === null ? [] : [run.dayOf(until)]));
  const until = ends.length === 0 ? null : Math.min(...ends);
  for (const stand of stands) {
    const own = stand.claim.holds.map((hold) => holdGate(run, hold));
    lay(part, (one) => one === stand, own.length > 0 ? own : [run.gate('below-tolerance', until)]);
  }
}

function lay(part: PositionStands, concerns: (stand: ItemStand) => boolean, gates: readonly Gate[]): void {
  for (const [index, stand] of part.stands.entries()) {
    if (concerns(stand)) part.stands[index] = { ...stand, gates: [...gates, ...stand.gates] };
  }
}

/**
 * Items free to go, by their own next step, heaviest step first, then the largest claim. Items that are past their
 * veertiendagenbrief and items that need none never share a letter: the first are charged costs.
 */
function byStep(dunned: Dunned, part: PositionStands): readonly Candidate[] {
  const groups: ItemStand[][] = [];
  for (const stand of part.stands) {
    if (stand.gates.length > 0) continue;
    const owesCosts = isChargedAfterNotice(dunned, stand);
    const group = groups.find(
      ([first]) =>
        first!.next === stand.next &&
        first!.ladder === stand.ladder &&
        isChargedAfterNotice(dunned, first!) === owesCosts,
    );
    if (group) group.push(stand);
    else groups.push([stand]);
  }
  return groups
    .map((stands): Candidate => {
      const step = stands[0]!.ladder.letters[stands[0]!.next]!;
      let total = part.position.creditTotal;
      for (const stand of stands) total += stand.claim.claimable;
      return { position: part.position, step, stands, total };
    })
    .sort((a, b) => rankOf(b.step.action) - rankOf(a.step.action) || b.total - a.total);
}

/** Whether the next letter of an item charges costs a consumer only owes after its veertiendagenbrief. */
function isChargedAfterNotice(dunned: Dunned, { ladder, next, claim }: ItemStand): boolean {
  const step = ladder.letters[next];
  return step?.action === 'final-demand' && step.costs === 'charge' && dunned.getsFourteenDayLetter(claim.item);
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
