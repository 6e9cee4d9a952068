import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import { ownText } from '../xml/names.ts';
import type { XafPayment } from './reading.ts';
import { cleanText, isNoReference } from './values.ts';

/** A booking on a debtor, from a subledger or from a receivables account. */
export interface DebtorLine {
  readonly row: number;
  readonly debtor: string;
  /** References as they stand; '' where absent. */
  readonly match: string;
  readonly letter: string;
  readonly invoice: string;
  /** Positive is owed. */
  readonly amount: Cents;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  /** Invoice (or credit note), payment, or another booking. */
  readonly role: 'I' | 'P' | 'Z';
  readonly isCreditNote: boolean;
  readonly description: string;
  readonly account: string | null;
  readonly journal: string;
  /** Booking date, which for a payment is when it was paid. */
  readonly booked: IsoDate | null;
}

/** Everything booked on one invoice, or on one match of several. */
export interface Group {
  readonly debtor: string;
  /** Whether it goes by a match key or letter of its own. */
  matched: boolean;
  row: number;
  number: string;
  date: IsoDate | null;
  dueDate: IsoDate | null;
  description: string;
  /** 3 an invoice, 2 a credit note, 1 anything else. */
  rank: number;
  open: Cents;
  /** Invoices and credit notes. */
  invoiced: Cents;
  credited: Cents;
  lines: number;
  isCreditNote: boolean;
  account: string | null;
  payments: XafPayment[];
}

const noPayments: XafPayment[] = [];

/** Which reference goes first: in subledgers the match, in bookings the invoice (formats document §1.3). */
export type GroupOrder = 'match' | 'invoice';

interface Debtor {
  readonly code: string;
  /** By invoice as it stands; by match and letter behind a mark no text of a file has. */
  readonly byReference: Map<string, Group>;
}

const matchMark = '\u0000';
const letterMark = '\u0001';

/**
 * Gathers the bookings of debtors by what they belong to. A line that lacks the first reference joins the group a later one
 * names, so that an invoice and its payment stay together where only one of them bears the match. A line that names nothing
 * is a group by itself.
 */
export class Groups {
  private readonly debtors = new Map<string, Debtor>();
  private readonly journals = new Map<string, string>();
  readonly all: Group[] = [];

  constructor(private readonly order: GroupOrder) {}

  /** Adds a line; answers its group. */
  add(line: DebtorLine): Group {
    const { match, letter } = line;
    const matched = isNoReference(match) ? (isNoReference(letter) ? '' : letterMark + letter) : matchMark + match;
    const invoice = isNoReference(line.invoice) ? '' : line.invoice;
    const group = this.order === 'match' ? this.find(line, matched, invoice) : this.find(line, invoice, matched);
    this.lay(group, line, invoice);
    return group;
  }

  /** These groups and later ones, those of the same debtor and invoice as one: what was open at the start, and what was booked on it. */
  joined(later: Groups): readonly Group[] {
    const named = (group: Group): string => `${group.debtor}\u0000${group.number}`;
    const starts = new Map(this.all.filter(({ number }) => number !== '').map((group) => [named(group), group]));
    const others = later.all.filter((group) => {
      const start = group.number === '' ? undefined : starts.get(named(group));
      if (start === undefined) return true;
      goOn(start, group);
      return false;
    });
    return [...this.all, ...others];
  }

  private find(line: DebtorLine, first: string, second: string): Group {
    const { code, byReference } = this.debtorOf(line.debtor);
    if (first === '' && second === '') return this.start(code, line);
    const known = first === '' ? undefined : byReference.get(first);
    if (known) return known;
    const other = second === '' ? undefined : byReference.get(second);
    if (other && (first === '' || !other.matched)) {
      if (first !== '') {
        other.matched = true;
        byReference.set(ownText(first), other);
      }
      return other;
    }
    const group = this.start(code, line);
    group.matched = first !== '';
    if (first !== '') byReference.set(ownText(first), group);
    if (second !== '' && other === undefined) byReference.set(ownText(second), group);
    return group;
  }

  private debtorOf(text: string): Debtor {
    let debtor = this.debtors.get(text);
    if (debtor === undefined) {
      debtor = { code: cleanText(text), byReference: new Map() };
      this.debtors.set(ownText(text), debtor);
    }
    return debtor;
  }

  private start(debtor: string, { row }: DebtorLine): Group {
    const group: Group = {
      debtor,
      matched: false,
      row,
      number: '',
      date: null,
      dueDate: null,
      description: '',
      rank: 0,
      open: 0,
      invoiced: 0,
      credited: 0,
      lines: 0,
      isCreditNote: false,
      account: null,
      payments: noPayments,
    };
    this.all.push(group);
    return group;
  }

  private lay(group: Group, line: DebtorLine, invoice: string): void {
    group.open += line.amount;
    group.lines++;
    if (group.lines === 1) group.account = line.account;
    else if (group.account !== line.account) group.account = null;
    const rank = line.role !== 'I' ? 1 : line.amount > 0 ? 3 : 2;
    if (rank === 3) group.invoiced += line.amount;
    else if (rank === 2) group.credited += line.amount;
    if (line.role === 'P') {
      if (group.payments === noPayments) group.payments = [];
      group.payments.push({
        date: line.booked ?? line.date,
        amount: -line.amount,
        journal: this.journalOf(line.journal),
      });
    }
    const date = line.date ?? line.booked;
    if (rank > group.rank || (rank === group.rank && isEarlier(date, group.date))) {
      group.rank = rank;
      group.row = line.row;
      group.date = date;
      group.dueDate = line.dueDate ?? (rank > 1 ? group.dueDate : null);
      group.isCreditNote = line.isCreditNote;
      group.description = cleanText(line.description);
      if (invoice !== '') group.number = cleanText(invoice);
    } else if (rank > 1) group.dueDate ??= line.dueDate;
    if (group.number === '' && invoice !== '') group.number = cleanText(invoice);
  }

  /** One copy of a code that many payments bear. */
  private journalOf(text: string): string {
    let journal = this.journals.get(text);
    if (journal === undefined) {
      journal = cleanText(text);
      this.journals.set(ownText(text), journal);
    }
    return journal;
  }
}

function goOn(start: Group, later: Group): void {
  start.open += later.open;
  start.invoiced += later.invoiced;
  start.credited += later.credited;
  start.lines += later.lines;
  start.payments = [...start.payments, ...later.payments];
  if (start.account !== later.account) start.account = null;
  if (later.rank <= start.rank) return;
  const { rank, row, date, dueDate, description, isCreditNote } = later;
  Object.assign(start, { rank, row, date, dueDate, description, isCreditNote });
}

function isEarlier(date: IsoDate | null, than: IsoDate | null): boolean {
  return date !== null && (than === null || date < than);
}
