import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
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

/**
 * Gathers the bookings of debtors by what they belong to. A line that lacks the first reference joins the group a later one
 * names, so that an invoice and its payment stay together where only one of them bears the match. A line that names nothing
 * is a group by itself.
 */
export class Groups {
  private readonly byKey = new Map<string, Group>();
  private readonly names = new Map<string, string>();
  readonly all: Group[] = [];

  constructor(private readonly order: GroupOrder) {}

  /** Adds a line; answers its group, and whether that was there before. */
  add(line: DebtorLine): Group {
    const match = isNoReference(line.match) ? '' : line.match;
    const letter = match !== '' || isNoReference(line.letter) ? '' : line.letter;
    const invoice = isNoReference(line.invoice) ? '' : line.invoice;
    const first = match !== '' ? `m${match}` : letter !== '' ? `r${letter}` : '';
    const second = invoice === '' ? '' : `i${invoice}`;
    const group = this.order === 'match' ? this.find(line, first, second) : this.find(line, second, first);
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
    if (first === '' && second === '') return this.start(line);
    const owner = `${line.debtor}\u0000`;
    const known = first === '' ? undefined : this.byKey.get(owner + first);
    if (known) return known;
    const other = second === '' ? undefined : this.byKey.get(owner + second);
    if (other && (first === '' || !other.matched)) {
      if (first !== '') {
        other.matched = true;
        this.byKey.set(owner + first, other);
      }
      return other;
    }
    const group = this.start(line);
    group.matched = first !== '';
    if (first !== '') this.byKey.set(owner + first, group);
    if (second !== '' && other === undefined) this.byKey.set(owner + second, group);
    return group;
  }

  private start({ debtor, row }: DebtorLine): Group {
    const group: Group = {
      debtor: this.shared(debtor),
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
      group.payments.push({ date: line.booked ?? line.date, amount: -line.amount, journal: this.shared(line.journal) });
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

  /** One copy of a code that many lines bear. */
  private shared(code: string): string {
    const known = this.names.get(code);
    if (known !== undefined) return known;
    const own = cleanText(code);
    this.names.set(own, own);
    return own;
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
