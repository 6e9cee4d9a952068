import { policiesOf } from '../../dunning/policies.ts';
import { administrationIn, type Books, type Change } from '../books.ts';
import { changedFields } from '../changed-fields.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import { withdrawLetter } from '../letters/rules.ts';
import { refuse } from '../refuse.ts';
import { matchLine, reviewLine, setLineAside, settleRests, unmatchLine } from './bank.ts';
import { confirmDueDate, endWaiver, saveRates, waive } from './charges.ts';
import type { Command } from './commands.ts';
import { saveDebtor, settlePresumedPaid } from './debtor.ts';
import { addDebtor, addItem, correctItem, removeItem } from './entry.ts';
import { endHold, setHold } from './hold.ts';
import { mergeDebtors } from './merge.ts';
import { addNote } from './note.ts';
import { setOutsideLevel } from './outside.ts';
import { addPayment, removePayment } from './payment.ts';
import { savePolicy } from './policy.ts';
import { doneTask } from './task.ts';

/**
 * The changes of one small write, each with its event. Empty when nothing would change. Throws a `FailureError` with
 * `bad-input` for what cannot be (an empty name, a date in the past) and `not-found` for a line that is not there.
 */
export function runCommand(books: Books, command: Command, moment: Moment): Change[] {
  switch (command.type) {
    case 'save-administration':
      return saveAdministration(books, command.administration, moment);
    case 'save-setting':
      return saveSetting(books, command.key, command.value, moment);
    case 'save-debtor':
      return saveDebtor(books, command.debtor, moment);
    case 'set-hold':
      return setHold(books, command, moment);
    case 'end-hold':
      return endHold(books, command, moment);
    case 'add-note':
      return addNote(books, command, moment);
    case 'confirm-paid':
      return settlePresumedPaid(books, command.debtorId, command.itemIds, 'closed', moment);
    case 'deny-paid':
      return settlePresumedPaid(books, command.debtorId, command.itemIds, 'open', moment);
    case 'done-task':
      return doneTask(books, command, moment);
    case 'withdraw-letter':
      return withdrawLetter(books, command, moment);
    case 'save-policy':
      return savePolicy(books, command.policy, policiesOf(books).get(command.policy.id), moment);
    case 'save-rates':
      return saveRates(books, command, moment);
    case 'waive':
      return waive(books, command, moment);
    case 'end-waiver':
      return endWaiver(books, command, moment);
    case 'confirm-due-date':
      return confirmDueDate(books, command, moment);
    case 'add-debtor':
      return addDebtor(books, command, moment);
    case 'add-item':
      return addItem(books, command, moment);
    case 'correct-item':
      return correctItem(books, command, moment);
    case 'remove-item':
      return removeItem(books, command, moment);
    case 'add-payment':
      return addPayment(books, command, moment);
    case 'remove-payment':
      return removePayment(books, command, moment);
    case 'merge-debtors':
      return mergeDebtors(books, command, moment);
    case 'set-outside-level':
      return setOutsideLevel(books, command, moment);
    case 'match-line':
      return matchLine(books, command, moment);
    case 'settle-rests':
      return settleRests(books, command, moment);
    case 'review-line':
      return reviewLine(books, command, moment);
    case 'set-line-aside':
      return setLineAside(books, command, moment);
    case 'unmatch-line':
      return unmatchLine(books, command, moment);
    case 'note-export': {
      const set = new ChangeSet(books, moment.at);
      set.event(command.debtorId, 'dossier-exported', { sha256: command.sha256, files: command.files });
      return set.changes;
    }
  }
}

type Given<T extends Command['type']> = Extract<Command, { type: T }>;

function saveAdministration(
  books: Books,
  administration: Given<'save-administration'>['administration'],
  moment: Moment,
): Change[] {
  if (administration.name.trim() === '') refuse('bad-input', 'an administration needs a name', { field: 'name' });
  if (administration.iban.trim() === '') refuse('bad-input', 'an administration needs an IBAN', { field: 'iban' });
  const known = administrationIn(books);
  const changed = changedFields(known ?? {}, administration);
  if (!changed) return [];
  const set = new ChangeSet(books, moment.at);
  set.record('administration', 'administration', administration);
  set.event('administration', 'administration-changed', known ? changed : { name: administration.name });
  return set.changes;
}

/** Settings are how the screens stand, not facts of the dossier: they leave no event. */
function saveSetting(books: Books, key: string, value: unknown, moment: Moment): Change[] {
  const set = new ChangeSet(books, moment.at);
  set.record('setting', key, value ?? null);
  return set.changes;
}
