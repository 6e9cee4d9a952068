import { addDays, type IsoDate } from '../../dates/civil.ts';
import type { Books, Change } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { BankLine } from './line.ts';

/** Days that what a line set aside says of others is kept, so that it can be looked at again. */
const keptDays = 90;

const nothingSaid = {
  counterparty: null,
  iban: null,
  remittance: null,
  structuredReference: null,
  endToEndId: null,
  mandateId: null,
  bankReference: null,
} as const;

/** A line that is set aside as it is kept on a day: in time only its date and amount. The same line when nothing is forgotten. */
export function asKept(line: BankLine, today: IsoDate): BankLine {
  if (line.date >= addDays(today, -keptDays)) return line;
  const says = (Object.keys(nothingSaid) as (keyof typeof nothingSaid)[]).some((key) => line[key] !== null);
  return says ? { ...line, ...nothingSaid } : line;
}

/** What lines that were set aside say is forgotten when its time is over; nothing when there is none. */
export function forgetSetAside(books: Books, moment: Moment): Change[] {
  const set = new ChangeSet(books, moment.at);
  for (const line of books.records.bankLine.values()) {
    const kept = line.state === 'set-aside' ? asKept(line, moment.today) : line;
    if (kept !== line) set.record('bankLine', line.id, kept);
  }
  return set.changes;
}
