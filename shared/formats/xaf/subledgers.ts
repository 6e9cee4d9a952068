import type { Cents } from '#shared/money/cents.ts';
import type { Warnings } from '../problem.ts';
import type { Bookings } from './bookings.ts';
import { type DebtorLine, Groups } from './groups.ts';
import type { Ledger } from './ledger.ts';
import type { XafSubledger } from './reading.ts';
import type { Relations } from './relations.ts';
import { Totals } from './totals.ts';
import { amountOf, cleanText, dayOf, signedAmount } from './values.ts';
import { at } from './vocabulary.ts';

type Type = 'CU' | 'SU' | 'CS' | 'ZZ';

interface HeldLine {
  readonly values: readonly string[];
  readonly row: number;
  readonly isOpening: boolean;
  /** As booked, without its side. */
  readonly amount: Cents;
}

interface OpenSubledger {
  readonly where: XafSubledger['where'];
  readonly totals: Totals;
  /** Lines that came before the type of their subledger. */
  readonly untyped: HeldLine[];
  type: Type | null;
}

/** The subledgers of an auditfile: the bookings of customers, by what they belong to. */
export class Subledgers {
  readonly groups = new Groups('match');
  readonly found: XafSubledger[] = [];
  /** Lines that are of customers; those that cannot be told are {@link unclear}. */
  customerLines = 0;
  unclear = 0;
  /** Lines of customers that are not of the opening balance. */
  mutations = 0;
  private current: OpenSubledger | null = null;
  /** Of mixed subledgers, lines whose account is only known at the end of the file. */
  private readonly undecided: HeldLine[] = [];
  private readonly openingAccounts = new Map<string, string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly bookings: Bookings,
    private readonly relations: Relations,
    private readonly warnings: Warnings,
  ) {}

  /** Whether a customers' or mixed subledger has lines. */
  get hasDebtors(): boolean {
    return (
      this.customerLines > 0 || this.found.some(({ type, lines }) => (type === 'CU' || type === 'CS') && lines > 0)
    );
  }

  /** A line of the opening balance, which lines of its subledgers name; a number that comes twice names none. */
  openingLine(nr: string, account: string): void {
    if (nr !== '') this.openingAccounts.set(nr, this.openingAccounts.has(nr) ? '' : account);
  }

  begin(name: string): void {
    const where = name === 'obsubledger' ? 'obSubledger' : 'subledger';
    this.current = { where, totals: new Totals(), untyped: [], type: null };
  }

  /** `sbType` and `sbDesc` as far as they were read. */
  line(values: readonly string[], row: number, name: string, sbType: string, sbDesc: string): void {
    const current = this.current;
    const amount = amountOf(values[at.subLine.amnt]!);
    if (amount === null) {
      current?.totals.count();
      this.warnings.add('xaf-amount', { amount: values[at.subLine.amnt]!.slice(0, 40) }, row);
      return;
    }
    current?.totals.add(amount, values[at.subLine.amnttp]!);
    const line: HeldLine = { values, row, isOpening: name === 'obsbline', amount };
    if (current === null) this.take(line, 'ZZ');
    else if (sbType === '') current.untyped.push({ ...line, values: values.slice() });
    else {
      current.type ??= typeOf(sbType, sbDesc);
      this.take(line, current.type);
    }
  }

  end(values: readonly string[]): void {
    const current = this.current;
    if (current === null) return;
    this.current = null;
    const type = current.type ?? typeOf(values[at.subledger.sbtype]!, values[at.subledger.sbdesc]!);
    for (const line of current.untyped) this.take(line, type);
    current.totals.declare(values);
    const name = cleanText(values[at.subledger.sbdesc]!);
    this.found.push({ where: current.where, type, name, ...current.totals.all() });
  }

  /** Decides on what had to wait for the whole file. */
  finish(): void {
    for (const line of this.undecided) {
      const isCustomer = this.isReceivable(line) ?? this.relations.get(cleanText(debtorOf(line)))?.type === 'C';
      if (isCustomer) this.add(line);
      else if (line.values[at.subLine.invpursaltp] === '' && this.accountOf(line) === null) this.unclear++;
    }
    this.undecided.length = 0;
  }

  private take(line: HeldLine, type: Type): void {
    if (type === 'SU') return;
    const isSale = line.values[at.subLine.invpursaltp]!.toUpperCase() === 'S';
    if (type === 'CU' || isSale || this.isReceivable(line) === true) this.add(line);
    else this.undecided.push({ ...line, values: line.values.slice() });
  }

  private isReceivable(line: HeldLine): boolean | null {
    const account = this.accountOf(line)?.account ?? null;
    if (account !== null) return this.ledger.isReceivable(account);
    // A purchase, or a booking of which the receivables accounts know nothing.
    return line.values[at.subLine.invpursaltp]!.toUpperCase() === 'P' ? false : null;
  }

  private accountOf({
    values,
    isOpening,
  }: HeldLine): { readonly account: string; readonly date: string | null } | null {
    const { subLine } = at;
    const named = values[subLine.accid]!;
    if (isOpening) {
      const account = this.openingAccounts.get(values[subLine.oblinenr]!) || named;
      return account === '' ? null : { account, date: null };
    }
    const booked = this.bookings.find(values[subLine.jrnid]!, values[subLine.trnr]!, values[subLine.trlinenr]!);
    return booked ?? (named === '' ? null : { account: named, date: null });
  }

  private add(line: HeldLine): void {
    const { values, row } = line;
    const { subLine } = at;
    const side = values[subLine.amnttp]!;
    const amount = signedAmount(line.amount, side);
    const isCreditNote = values[subLine.invtp]!.toUpperCase().startsWith('C');
    const booked = this.accountOf(line);
    const date = dayOf(values[subLine.invdt]!);
    this.customerLines++;
    if (!line.isOpening) this.mutations++;
    this.groups.add({
      row,
      debtor: values[subLine.custsupid]!,
      match: values[subLine.matchkeyid]!,
      letter: values[subLine.recref]!,
      invoice: values[subLine.invref]!,
      amount,
      date,
      dueDate: dayOf(values[subLine.invduedt]!),
      role: roleOf(values[subLine.muttp]!, amount),
      isCreditNote,
      description: values[subLine.desc]!,
      account: booked?.account ?? null,
      journal: values[subLine.jrnid]!,
      booked: booked?.date ?? null,
    });
  }
}

function debtorOf({ values }: HeldLine): string {
  return values[at.subLine.custsupid]!;
}

/** As stated; without, what adds to a debtor's debt is an invoice. */
function roleOf(mutTp: string, amount: number): DebtorLine['role'] {
  const stated = mutTp.slice(0, 1).toUpperCase();
  if (stated === 'I' || stated === 'P' || stated === 'Z') return stated;
  return amount > 0 ? 'I' : 'Z';
}

/** The types of the standard, and what packages write in their place. */
function typeOf(sbType: string, sbDesc: string): Type {
  const type = sbType.trim().toUpperCase();
  if (type === 'CU' || type === 'SU' || type === 'CS') return type;
  if (type === 'C' || type === 'D' || /^(?:DEB|CUST|AR\b)/.test(type)) return 'CU';
  if (type === 'S' || type === 'CR' || /^(?:CRED|SUPP|AP\b)/.test(type)) return 'SU';
  if (type === 'B' || type === 'BOTH') return 'CS';
  if (/debiteur|receivable|\bA\/R\b/i.test(sbDesc) && !/crediteur|payable/i.test(sbDesc)) return 'CU';
  return 'ZZ';
}
