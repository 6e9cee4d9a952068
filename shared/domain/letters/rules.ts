import type { IsoDate } from '../../dates/civil.ts';
import { allocatedPerItem, openBalance } from '../balance.ts';
import type { Books, Change } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { DebtorId } from '../debtor.ts';
import { activeHolds } from '../hold-rules.ts';
import type { Letter } from '../letter.ts';
import { refuse } from '../refuse.ts';
import type { LetterOutcome, PlannedLetters } from './outcome.ts';

/**
 * Records what became of planned letters: issued with its receipt and a dispatch per channel (klaargezet), or dropped
 * because it failed or was cancelled. A letter that already has an outcome is left as it is, so settling twice is settling
 * once. Throws `not-found` for a letter that was never planned.
 */
export function settleLetters(books: Books, outcomes: readonly LetterOutcome[], moment: Moment): Change[] {
  const set = new ChangeSet(books, moment.at);
  const settled = new Set<string>();
  for (const outcome of outcomes) {
    const letter = letterIn(books, outcome.debtorId, outcome.letterId);
    if (letter.state !== 'planned' || settled.has(letter.id)) continue;
    settled.add(letter.id);
    if ('receipt' in outcome) issue(set, letter, outcome.receipt, moment);
    else drop(set, letter, 'failed' in outcome ? outcome.failed : null);
  }
  return set.changes;
}

function issue(set: ChangeSet, letter: Letter, receipt: NonNullable<Letter['receipt']>, moment: Moment): void {
  const { plan } = letter;
  set.put(plan.debtor.id, 'letter', letter.id, { ...letter, state: 'issued', receipt });
  for (const channel of plan.channels) {
    const id = `${letter.id}-${channel}`;
    set.put(plan.debtor.id, 'dispatch', id, {
      id,
      letterId: letter.id,
      channel,
      state: 'ready',
      on: moment.today,
    });
  }
  set.event(plan.debtor.id, 'letter-issued', {
    letterId: letter.id,
    kind: plan.kind,
    total: plan.amounts.total,
    currency: plan.currency,
    deadline: plan.deadline,
    channels: plan.channels,
    pages: receipt.pages,
    pdf: receipt.pdf.name,
    pdfSha256: receipt.pdf.sha256,
    eml: receipt.eml?.name ?? null,
    emlSha256: receipt.eml?.sha256 ?? null,
  });
}

function drop(set: ChangeSet, letter: Letter, failed: string | null): void {
  const state = failed === null ? 'cancelled' : 'failed';
  set.put(letter.plan.debtor.id, 'letter', letter.id, { ...letter, state, reason: failed });
  set.event(letter.plan.debtor.id, 'letter-dropped', {
    letterId: letter.id,
    kind: letter.plan.kind,
    cause: state,
    reason: failed,
  });
}

/** Letters planned without an outcome, because the machine stopped in the middle: to be issued again. Null when none. */
export function unfinishedLetters(books: Books): PlannedLetters | null {
  const letters: Letter[] = [];
  for (const ledger of books.ledgers.values()) {
    for (const id in ledger.letter) {
      const letter = ledger.letter[id]!;
      if (letter.state === 'planned') letters.push(letter);
    }
  }
  const [first] = letters;
  return first ? { batchId: first.batchId, plans: letters.map((letter) => letter.plan), dropped: [] } : null;
}

/**
 * Planned letters without an outcome whose claim is no longer true: of an item or credit another balance is open than the
 * letter says, it is gone or wholly on hold. They are cancelled, so that what is due now is proposed anew: no letter leaves
 * with an outdated balance (criterion D4).
 */
export function outdatedLetters(books: Books, today: IsoDate): LetterOutcome[] {
  return (unfinishedLetters(books)?.plans ?? []).flatMap((plan): LetterOutcome[] => {
    const ledger = books.ledgers.get(plan.debtor.id) ?? {};
    const allocated = allocatedPerItem(ledger);
    const holds = activeHolds(ledger.hold, today).filter(({ amount }) => amount === null);
    const holdsAll = holds.some(({ itemId }) => itemId === null);
    const isTrue = [...plan.items, ...plan.credits].every(({ itemId, open }) => {
      const item = ledger.item?.[itemId];
      return item !== undefined && openBalance(item, allocated) === open;
    });
    const isHeld = holdsAll || plan.items.some(({ itemId }) => holds.some((hold) => hold.itemId === itemId));
    return isTrue && !isHeld ? [] : [{ letterId: plan.id, debtorId: plan.debtor.id, cancelled: true }];
  });
}

/** Withdraws an issued letter (intrekken, criterion E9): it stays as it was made, with the reason. Needs a reason. */
export function withdrawLetter(
  books: Books,
  { debtorId, letterId, reason }: { readonly debtorId: DebtorId; readonly letterId: string; readonly reason: string },
  moment: Moment,
): Change[] {
  const letter = letterIn(books, debtorId, letterId);
  if (letter.state === 'withdrawn') return [];
  if (letter.state !== 'issued' || reason.trim() === '') {
    refuse('bad-input', 'only an issued letter can be withdrawn, with a reason');
  }
  const set = new ChangeSet(books, moment.at);
  set.put(debtorId, 'letter', letterId, { ...letter, state: 'withdrawn', reason: reason.trim() });
  set.event(debtorId, 'letter-withdrawn', { letterId, kind: letter.plan.kind, reason: reason.trim() });
  return set.changes;
}

function letterIn(books: Books, debtorId: DebtorId, letterId: string): Letter {
  return books.ledgers.get(debtorId)?.letter?.[letterId] ?? refuse('not-found', 'no such letter', { letterId });
}
