import { addDays } from '../dates/civil.ts';
import type { Administration } from '../domain/administration.ts';
import { type Books, debtorIn } from '../domain/books.ts';
import type { Debtor, DebtorId } from '../domain/debtor.ts';
import type { ItemStand } from './item-gates.ts';
import { type Judged, judge } from './judge.ts';
import {
  type DueTask,
  type Gate,
  type GateCode,
  gateCodes,
  type Proposal,
  type Proposals,
  type Skipped,
} from './proposal.ts';
import { type RunOptions, startRun } from './run.ts';

/**
 * What could be done today: at most one letter per debtor, the tasks due, and for every other debtor why nothing goes
 * out (criteria D2–D5). Pure and rebuildable; running it twice changes nothing.
 */
export function computeProposals(books: Books, administration: Administration, options: RunOptions): Proposals {
  const run = startRun(books, administration, options);
  const proposals: Proposal[] = [];
  const tasks: DueTask[] = [];
  const skipped: Skipped[] = [];
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    const judged = judge(run, debtor, ledger);
    for (const task of judged.tasks) tasks.push(task);
    if (judged.proposal) proposals.push(judged.proposal);
    else skipped.push(skippedOf(debtor, judged));
  }
  return { today: options.today, proposals, tasks, skipped };
}

/** "Waarom niet?": the gates of a debtor and of each of its open items, also when a letter is proposed. Null for an unknown debtor. */
export function whyNot(
  books: Books,
  administration: Administration,
  debtorId: DebtorId,
  options: RunOptions,
): Skipped | null {
  const ledger = books.ledgers.get(debtorId);
  const debtor = debtorIn(ledger);
  if (!ledger || !debtor) return null;
  return skippedOf(debtor, judge(startRun(books, administration, options), debtor, ledger));
}

/** The tasks due today of one debtor. */
export function dueTasksOf(
  books: Books,
  administration: Administration,
  debtorId: DebtorId,
  options: RunOptions,
): readonly DueTask[] {
  const ledger = books.ledgers.get(debtorId);
  const debtor = debtorIn(ledger);
  return ledger && debtor ? judge(startRun(books, administration, options), debtor, ledger).tasks : [];
}

function skippedOf(debtor: Debtor, judged: Judged): Skipped {
  const codes = new Set<GateCode>();
  for (const gate of judged.gates) codes.add(gate.code);
  for (const item of judged.items) for (const gate of item.gates) codes.add(gate.code);
  return {
    debtorId: debtor.id,
    debtorCode: debtor.code,
    debtorName: debtor.name,
    gates: judged.gates,
    items: judged.items.map(({ claim, gates }) => ({
      itemId: claim.item.id,
      number: claim.item.number,
      open: claim.open,
      currency: claim.item.currency,
      gates,
    })),
    reasons: gateCodes.filter((code) => codes.has(code)),
    firstDate: firstDate(judged),
  };
}

/** The first day some item is free of every gate by waiting alone; null when waiting is not enough. */
function firstDate({ gates, items }: Judged): string | null {
  const whole = latest(gates);
  if (whole === null) return null;
  let first: string | null = null;
  for (const item of items) {
    const own = freeDay(item);
    if (own === null) continue;
    let day = whole;
    if (own > day) day = own;
    if (day !== '' && (first === null || day < first)) first = day;
  }
  return first;
}

/** The first day an item is free by waiting alone: all holds on the whole of it over, or else one of those on a part. */
function freeDay({ claim, gates }: ItemStand): string | null {
  if (claim.holds.length < 2) return latest(gates);
  const others = latest(gates.filter(({ code }) => !code.startsWith('hold-') && code !== 'client-approval'));
  const wholes = claim.holds.filter(({ amount }) => amount === null);
  const ends = (wholes.length > 0 ? wholes : claim.holds).map(({ until }) => until && addDays(until, 1));
  const lasting = ends.filter((end) => end !== null).sort();
  const free = wholes.length > 0 ? (ends.includes(null) ? null : lasting.at(-1)) : lasting[0];
  if (others === null || !free) return null;
  return free > others ? free : others;
}

function latest(gates: readonly Gate[]): string | null {
  let day = '';
  for (const { until } of gates) {
    if (until === null) return null;
    if (until > day) day = until;
  }
  return day;
}
