import { epochDay, fromEpochDay, type IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Warnings } from '../problem.ts';
import { ownText } from '../xml/names.ts';
import { type DebtorLine, Groups } from './groups.ts';
import type { Ledger } from './ledger.ts';
import { Totals } from './totals.ts';
import { amountOf, cleanText, dayOf, isNoReference, signedAmount } from './values.ts';
import { at } from './vocabulary.ts';

/** A booking on a receivables account within the transaction that is open. */
interface PendingLine {
  readonly row: number;
  readonly nr: string;
  readonly account: string;
  readonly amount: Cents;
  readonly values: readonly string[];
}

/** Where a subledger line points to: the account, and when it was booked. */
export interface BookedLine {
  readonly account: string;
  readonly date: IsoDate | null;
}

/** How well bookings name debtor and invoice, which decides whether items can be derived from them. */
export interface ReferenceCount {
  invoices: number;
  invoicesNamed: number;
  payments: number;
  paymentsNamed: number;
}

/** Account and day of a booking in one number. */
interface IndexedLine {
  readonly nr: string;
  place: number;
}

const ambiguous = -1;
const daySpan = 65_536;

/** The transactions of an auditfile. Only those on receivables accounts are kept, by invoice. */
export class Bookings {
  readonly totals = new Totals();
  readonly groups = new Groups('invoice');
  readonly references: ReferenceCount = { invoices: 0, invoicesNamed: 0, payments: 0, paymentsNamed: 0 };
  journals = 0;
  transactions = 0;
  /** Bookings whose journal, transaction and line number another has too. */
  repeated = 0;
  /** Transactions dated outside the year of the file, with the first and last of their dates. */
  outside: { count: number; first: IsoDate; last: IsoDate } | null = null;
  /** Bookings on receivables accounts that were in another currency. */
  foreign = 0;
  /** Lines came before the ledger told which accounts are receivables: they have to be read again. */
  tooEarly = false;

  /** By journal, then by transaction; further lines of a transaction by their number besides. */
  private readonly index = new Map<string, Map<string, IndexedLine>>();
  private readonly accounts: string[] = [];
  private pending: PendingLine[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly warnings: Warnings,
  ) {}

  line(values: readonly string[], row: number): void {
    const amount = amountOf(values[at.line.amnt]!);
    const side = values[at.line.amnttp]!;
    if (amount === null) {
      this.totals.count();
      this.warnings.add('xaf-amount', { amount: values[at.line.amnt]!.slice(0, 40) }, row);
      return;
    }
    this.totals.add(amount, side);
    const account = values[at.line.accid]!;
    const signed = signedAmount(amount, side);
    this.ledger.book(account, signed);
    if (!this.ledger.isReceivable(account)) return;
    this.pending.push({ row, nr: values[at.line.nr]!, account, amount: signed, values: values.slice() });
  }

  /** Closes a transaction of which the journal is known; `period` is the year the file says it is of. */
  transaction(nr: string, trDt: string, journal: string, journalType: string, period: readonly [string, string]): void {
    this.transactions++;
    const booked = dayOf(trDt);
    if (booked !== null && ((period[0] !== '' && booked < period[0]) || (period[1] !== '' && booked > period[1]))) {
      this.countOutside(booked);
    }
    if (this.pending.length === 0) return;
    const indexed = this.indexOf(journal);
    for (const line of this.pending) {
      this.remember(line, nr, indexed, booked);
      this.groupLine(line, journal, journalType, booked);
    }
    this.pending = [];
  }

  /** The booking a subledger line names; null when there is none, or more than one that differ. */
  find(journal: string, transaction: string, line: string): BookedLine | null {
    if (transaction === '') return null;
    const place = indexedLine(this.index.get(journal), transaction, line)?.place ?? ambiguous;
    if (place === ambiguous) return null;
    const day = place % daySpan;
    return { account: this.accounts[(place - day) / daySpan]!, date: day === 0 ? null : fromEpochDay(day) };
  }

  private indexOf(journal: string): Map<string, IndexedLine> {
    let indexed = this.index.get(journal);
    if (indexed === undefined) {
      indexed = new Map();
      this.index.set(ownText(journal), indexed);
    }
    return indexed;
  }

  private remember(
    { nr, account }: PendingLine,
    transaction: string,
    indexed: Map<string, IndexedLine>,
    date: IsoDate | null,
  ): void {
    let known = this.accounts.indexOf(account);
    if (known < 0) known = this.accounts.push(cleanText(account)) - 1;
    const place = known * daySpan + (date === null ? 0 : Math.max(0, epochDay(date)));
    const line = indexedLine(indexed, transaction, nr);
    if (line === undefined) {
      const name = indexed.has(transaction) ? key(transaction, nr) : ownText(transaction);
      indexed.set(name, { nr: ownText(nr), place });
      return;
    }
    this.repeated++;
    if (line.place !== place) line.place = ambiguous;
  }

  private groupLine(line: PendingLine, journal: string, type: string, booked: IsoDate | null): void {
    const { values, amount } = line;
    const debtor = values[at.line.custsupid]!;
    const invoice = values[at.line.invref]!;
    const role = roleOf(type, amount);
    this.count(role, debtor !== '' && !isNoReference(invoice));
    const date = dayOf(values[at.line.effdate]!) ?? booked;
    const read: DebtorLine = {
      row: line.row,
      debtor,
      match: values[at.line.matchkeyid]!,
      letter: values[at.line.recref]!,
      invoice,
      amount,
      date,
      dueDate: null,
      role,
      isCreditNote: role !== 'P' && amount < 0,
      description: values[at.line.desc]!,
      account: line.account,
      journal,
      booked: date,
    };
    this.groups.add(read);
  }

  private count(role: DebtorLine['role'], isNamed: boolean): void {
    const { references } = this;
    if (role === 'I') {
      references.invoices++;
      if (isNamed) references.invoicesNamed++;
    } else {
      references.payments++;
      if (isNamed) references.paymentsNamed++;
    }
  }

  private countOutside(date: IsoDate): void {
    const { outside } = this;
    if (outside === null) this.outside = { count: 1, first: date, last: date };
    else {
      outside.count++;
      if (date < outside.first) outside.first = date;
      if (date > outside.last) outside.last = date;
    }
  }
}

/** By the journal; where that says nothing, what adds to a debtor's debt is an invoice. */
function roleOf(journalType: string, amount: Cents): DebtorLine['role'] {
  if (journalType === 'S') return 'I';
  if (journalType === 'B' || journalType === 'C') return 'P';
  return amount > 0 ? 'I' : 'Z';
}

function indexedLine(
  indexed: ReadonlyMap<string, IndexedLine> | undefined,
  transaction: string,
  nr: string,
): IndexedLine | undefined {
  const first = indexed?.get(transaction);
  return first === undefined || first.nr === nr ? first : indexed!.get(key(transaction, nr));
}

function key(transaction: string, line: string): string {
  return `${transaction}\u0000${line}`;
}
