import { type Cents, sumOf } from '../money/cents.ts';
import type { Dunned } from './dunned.ts';
import { claimedByNotice, ownPace } from './fourteen-day-items.ts';
import { holdGate, type ItemStand } from './item-gates.ts';
import type { LetterStep } from './ladder.ts';
import { rankOf } from './policies.ts';
import type { Position } from './position.ts';
import type { Gate } from './proposal.ts';
import { reversalStep } from './reversal.ts';
import type { Run } from './run.ts';

/** A position with where each of its items stands; candidates lay further gates on them. */
export interface PositionStands {
  readonly position: Position;
  readonly stands: ItemStand[];
}

/** One letter that could be made: the items of one position whose next step is that step. */
export interface Candidate {
  readonly position: Position;
  readonly step: LetterStep;
  readonly stands: ItemStand[];
  readonly total: Cents;
}

/** Net against tolerance and credits (criterion B2). */
export function positionGates(run: Run, position: Position): readonly Gate[] {
  return balanceGates(run, position.net, position.creditTotal);
}

function balanceGates(run: Run, amount: Cents, credits: Cents): readonly Gate[] {
  if (amount > run.administration.toleranceCents) return [];
  const small = run.gate('below-tolerance', null);
  return amount <= 0 && credits < 0 ? [small, run.gate('credit-covers', null)] : [small];
}

/** Letters that could be made, per position at the heaviest step whose claim holds; blocked items get the gate that blocks them. */
export function candidates(run: Run, dunned: Dunned, parts: readonly PositionStands[]): readonly Candidate[] {
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
      const grows = candidate === own ? null : firstJoining(run, dunned, part, candidate);
      layBalance(run, part, candidate, grows === null ? gates : [run.gate('below-tolerance', grows)]);
    }
  }
  return found;
}

/**
 * A veertiendagenbrief takes every item in default that had none, at whatever step it is, and only those (art. 6:96 lid 7 BW,
 * criterion D5). Items held back, on direct debit or not in default stay out.
 */
function withAllInDefault(run: Run, dunned: Dunned, part: PositionStands, own: Candidate): Candidate {
  const stands = [...own.stands];
  let { total } = own;
  for (const [index, stand] of part.stands.entries()) {
    if (own.stands.includes(stand) || claimedByNotice(run, dunned, stand) === null) continue;
    const joined = { ...stand, gates: [] };
    part.stands[index] = joined;
    stands.push(joined);
    total += stand.claim.claimable;
  }
  return { ...own, stands, total };
}

/** First day on which another item joins a veertiendagenbrief that is too small now; null when none does by waiting. */
function firstJoining(run: Run, dunned: Dunned, part: PositionStands, { stands }: Candidate): number | null {
  let first: number | null = null;
  for (const stand of part.stands) {
    const { item } = stand.claim;
    const from = dunned.defaultFrom(item);
    if (from === null || stands.includes(stand) || !dunned.getsFourteenDayLetter(item)) continue;
    if (dunned.fourteenDayNotice(item) !== null) continue;
    const ends = stand.gates.filter(({ code }) => !ownPace.has(code)).map(({ until }) => until);
    if (ends.includes(null)) continue;
    const day = Math.max(run.dayOf(from), ...ends.map((until) => run.dayOf(until ?? from)));
    if (day > run.todayDay && (first === null || day < first)) first = day;
  }
  return first;
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
        first!.step === stand.step &&
        first!.ladder === stand.ladder &&
        isChargedAfterNotice(dunned, first!) === owesCosts,
    );
    if (group) group.push(stand);
    else groups.push([stand]);
  }
  return groups
    .map((stands): Candidate => {
      const step = stands[0]!.step!;
      let total = part.position.creditTotal;
      for (const stand of stands) total += stand.claim.claimable;
      return { position: part.position, step, stands, total };
    })
    .sort((a, b) => heaviness(b.step) - heaviness(a.step) || b.total - a.total);
}

/** The letter about a storno goes as a first reminder does. */
function heaviness(step: LetterStep): number {
  return step === reversalStep ? rankOf('reminder') : rankOf(step.action);
}

/** Whether the next letter of an item charges costs a consumer only owes after its veertiendagenbrief. */
function isChargedAfterNotice(dunned: Dunned, { step, claim }: ItemStand): boolean {
  return step?.action === 'final-demand' && step.costs === 'charge' && dunned.getsFourteenDayLetter(claim.item);
}
