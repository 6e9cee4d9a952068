import { addDays, isIsoDate } from '../../dates/civil.ts';
import { readPaymentReference } from '../../identifiers/payment-reference.ts';
import { administrationIn, type Books, type Change, type DebtorLedger, debtorIn } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { Debtor } from '../debtor.ts';
import { baseId, KnownDebtors } from '../import/match.ts';
import { blankItem, type ItemId, type OpenItem } from '../item.ts';
import { judgeTouched } from '../promise-outcome.ts';
import { refuse } from '../refuse.ts';
import { restsOn } from '../resting.ts';
import type { Command, EnteredItem } from './commands.ts';
import { debtorProblems, tidyDebtor } from './debtor-input.ts';

type Given<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A debtor entered by hand (criterion A11). Refused, with the field and a reason: no name, an IBAN, KvK number, VAT id or
 * e-mail address that cannot be, a code another debtor has or had. Without a code it goes by its name, so that the next list
 * that names it gives it the code of the bookkeeping; where that name is a code already, by its name and a number.
 */
export function addDebtor(books: Books, { debtor }: Given<'add-debtor'>, moment: Moment): Change[] {
  const [wrong] = Object.entries(debtorProblems(debtor));
  if (wrong) refuse('bad-input', `the debtor has no good ${wrong[0]}`, { field: wrong[0], reason: wrong[1] });
  const entered = tidyDebtor(debtor);
  const taken = codesIn(books);
  if (taken.has(entered.code)) {
    refuse('bad-input', 'another debtor has this code', { field: 'code', reason: 'codeTaken', code: entered.code });
  }
  const id = new KnownDebtors(books).next();
  const code = entered.code || freeCode(entered.name, taken);
  const made: Debtor = { ...entered, id, code, since: moment.today };
  const set = new ChangeSet(books, moment.at);
  set.put(id, 'debtor', 'debtor', made);
  set.event(id, 'debtor-created', { code, name: made.name, by: 'hand' });
  return set.changes;
}

/** Every code a list may call a debtor by: its own, and those of debtors merged into it. */
function codesIn(books: Books): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    codes.add(debtor.code);
    for (const alias of debtor.aliases ?? []) codes.add(alias.code);
  }
  return codes;
}

function freeCode(name: string, taken: ReadonlySet<string>): string {
  let code = name;
  for (let n = 2; taken.has(code); n++) code = `${name} ${n}`;
  return code;
}

/**
 * An item entered by hand (criterion A11): invoice, credit note, waarborgsom or voorschot. Without a due date it gets the
 * invoice date + the debtor's or the administration's term, marked as computed (criterion A4). Refused: an unknown debtor, no
 * number, a number the debtor has already, no such date, a due date before it, nothing or the wrong sign, no such currency, an
 * RF reference or OGM that cannot be. Digits that are no betalingskenmerk are free text.
 */
export function addItem(books: Books, { debtorId, item }: Given<'add-item'>, moment: Moment): Change[] {
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  const made = itemOf(books, ledger, item, null);
  const set = new ChangeSet(books, moment.at);
  set.put(debtorId, 'item', made.id, made);
  set.event(debtorId, 'item-added', itemFacts(made));
  return set.changes;
}

/** Puts an item right that was entered by hand, while nothing rests on it; `bad-input` with `rests` otherwise. */
export function correctItem(books: Books, command: Given<'correct-item'>, moment: Moment): Change[] {
  const { debtorId, itemId } = command;
  const { ledger, item } = ownItem(books, debtorId, itemId);
  const made = itemOf(books, ledger, command.item, item);
  const same = (Object.keys(made) as (keyof OpenItem)[]).every((key) => made[key] === item[key]);
  if (same) return [];
  const set = new ChangeSet(books, moment.at);
  if (made.id !== itemId) set.put(debtorId, 'item', itemId, null);
  set.put(debtorId, 'item', made.id, made);
  set.event(debtorId, 'item-corrected', { ...itemFacts(made), was: item.number });
  return set.changes;
}

/** Takes an item away that was entered by hand, while nothing rests on it. */
export function removeItem(books: Books, { debtorId, itemId }: Given<'remove-item'>, moment: Moment): Change[] {
  const { item } = ownItem(books, debtorId, itemId);
  const set = new ChangeSet(books, moment.at);
  set.put(debtorId, 'item', itemId, null);
  set.event(debtorId, 'item-removed', itemFacts(item));
  judgeTouched(books, set.changes, set, moment.today);
  return set.changes;
}

function ownItem(books: Books, debtorId: number, itemId: ItemId): { ledger: DebtorLedger; item: OpenItem } {
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  const item = ledger.item?.[itemId] ?? refuse('not-found', 'no such item', { itemId });
  if (!isByHand(item)) refuse('bad-input', 'the item was not entered by hand', { reason: 'notByHand' });
  if (restsOn(ledger, itemId)) refuse('bad-input', 'something rests on the item', { reason: 'rests' });
  return { ledger, item };
}

/** Whether an item was entered by hand and no list has named it since. */
export function isByHand(item: OpenItem): boolean {
  return item.listed === null && item.importId === null && item.kind !== 'receipt';
}

/** The item as it is entered; `before` is the one it takes the place of. */
function itemOf(books: Books, ledger: DebtorLedger, given: EnteredItem, before: OpenItem | null): OpenItem {
  const wrong = itemProblem(given);
  if (wrong) refuse('bad-input', `the item has no good ${wrong.field}`, wrong);
  const number = given.number.trim();
  const id = baseId({ number, date: given.date });
  const other = ledger.item?.[id];
  if (other && other.id !== before?.id) {
    refuse('bad-input', 'the debtor has this number', { field: 'number', reason: 'numberTaken', number });
  }
  const termDays = debtorIn(ledger)?.termDays ?? administrationIn(books)?.termDays ?? 30;
  const derived = given.dueDate === null && given.total > 0;
  const reference = given.kind === 'credit' ? '' : readPaymentReference(given.paymentReference ?? '').text;
  return blankItem({
    id,
    number,
    kind: given.kind,
    date: given.date,
    dueDate: derived ? addDays(given.date, termDays) : given.dueDate,
    dueDerived: derived,
    total: given.total,
    currency: given.currency,
    creditFor: given.kind === 'credit' ? given.creditFor : null,
    description: given.description?.trim() || null,
    yourReference: given.yourReference?.trim() || null,
    ...(reference !== '' && { paymentReference: reference }),
    outside: before?.outside ?? null,
  });
}

/** Why an item cannot be entered, with its field; null when it can. The text is `invoer.wrong.<reason>`. */
export function itemProblem(item: EnteredItem): { readonly field: string; readonly reason: string } | null {
  const { number, kind, date, dueDate, total, currency } = item;
  if (number.trim() === '') return { field: 'number', reason: 'number' };
  if (!isIsoDate(date)) return { field: 'date', reason: 'date' };
  if (dueDate !== null && !isIsoDate(dueDate)) return { field: 'dueDate', reason: 'date' };
  if (dueDate !== null && dueDate < date) return { field: 'dueDate', reason: 'dueBefore' };
  const isSigned = kind === 'credit' ? total < 0 : total > 0;
  if (!Number.isSafeInteger(total) || !isSigned) return { field: 'amount', reason: 'amount' };
  if (!/^[A-Z]{3}$/.test(currency)) return { field: 'currency', reason: 'currency' };
  const reference = readPaymentReference(item.paymentReference ?? '');
  if (!reference.isRight && reference.sort !== 'betalingskenmerk') {
    return { field: 'paymentReference', reason: 'paymentReference' };
  }
  return null;
}

function itemFacts({ id, number, kind, total, currency, date, dueDate, dueDerived }: OpenItem) {
  return { itemId: id, number, kind, amount: total, currency, date, dueDate, dueDerived };
}
