import type { ItemKind } from '#shared/domain/item.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { currencyIn } from './as-of.ts';
import { negativeBalances } from './balances.ts';
import { isReceivablesAccount, sumBookings } from './bookings.ts';
import { cellText, isBlank } from './cells.ts';
import { DebtorGatherer } from './debtors.ts';
import { settleDuplicates } from './duplicates.ts';
import type { TableProblem } from './fields.ts';
import { repeatsHeader } from './headings.ts';
import { holdsInvoiceLines } from './invoice-lines.ts';
import { isLonely, type Layout } from './layout.ts';
import { problem } from './problems.ts';
import type { ParsedItem, Row, SkippedRow, TableReading } from './reading.ts';
import { type Fault, isFault, RowReader } from './row-reader.ts';
import type { RowSource } from './row-source.ts';
import { RunningDebtor } from './running-debtor.ts';
import { isOfCreditors, sectionSide, sideColumn } from './sides.ts';
import { type InvoiceStatus, statusWord } from './statuses.ts';
import { ControlTotals, isTotalLabel } from './totals.ts';
import { heldMoney, type KindWord, kindWord, speaksOfPayment } from './words.ts';

export type ReadRows = Pick<
  TableReading,
  'items' | 'debtors' | 'settled' | 'unread' | 'skipped' | 'warnings' | 'declaredTotal' | 'rows'
> & {
  /** Rows with more values than there are headings, by number. */
  readonly wide: readonly number[];
  /** Something in the rows says whose they are: debtors' or creditors'. */
  readonly sided: boolean;
};

type Draft = { -readonly [K in keyof ParsedItem]: ParsedItem[K] };

/** Reads the rows under the header into items; what is no item is skipped with its reason. */
export function readRows(rows: RowSource, firstRow: number, layout: Layout, preamble: readonly Row[]): ReadRows {
  return new ItemRows(rows, layout, preamble).read(firstRow);
}

/** Reasons for which a row says that nothing is open any more, by its status. */
const finished: Partial<Record<InvoiceStatus, string>> = {
  paid: 'settled',
  void: 'cancelled',
  'written-off': 'written-off',
};
const numberInText =
  /(?:factuur|creditnota|creditfactuur|fact|nota|invoice|credit note)\.?\s*(?:nr|nummer|no)?\.?\s*:?\s*([\w/-]*\d[\w/-]*)/i;

class ItemRows {
  private readonly reader: RowReader;
  private readonly gatherer: DebtorGatherer;
  private readonly debtor: RunningDebtor;
  private readonly totals = new ControlTotals();
  private readonly items: Draft[] = [];
  private readonly settled: { row: number; debtor: number; number: string }[] = [];
  private readonly unread: { debtor: number; number: string }[] = [];
  private readonly skipped: SkippedRow[] = [];
  private readonly warnings: TableProblem[] = [];
  private readonly kinds = new Map<string, KindWord>();
  private readonly statuses = new Map<string, InvoiceStatus | null>();
  private readonly hasStatus: boolean;
  /** A balance came from a status: totals of the list are of what invoices came to. */
  private byStatus = false;
  private readonly unknownStatuses = new Map<string, number>();
  private readonly unsignedCredits: Draft[] = [];
  private readonly currency: string;
  private readonly wide: number[] = [];
  /** Lines above the header, which packages repeat on every page. */
  private readonly titles: ReadonlySet<string>;
  private readonly letters: 'sign' | 'relation';
  /** Column that says whether a row is a debtor's or a creditor's. */
  private readonly side: number;
  /** Rows are of customers by their heading: a `Bill` is sent to them, where it is a creditor's in a list of relations. */
  private readonly billsCustomers: boolean;
  /** Whose rows are read, by the last line that headed them; null before there is one. */
  private section: 'debtors' | 'creditors' | null = null;
  private sided: boolean;
  private filled = 0;
  private roundedRow: number | null = null;

  constructor(
    private readonly rows: RowSource,
    private readonly layout: Layout,
    preamble: readonly Row[],
  ) {
    this.currency = currencyIn(preamble);
    this.titles = new Set(preamble.map(titleText));
    this.reader = new RowReader(layout);
    this.gatherer = new DebtorGatherer(layout.fields, layout.decimals);
    this.debtor = new RunningDebtor(this.reader, layout, rows);
    this.hasStatus = this.reader.status >= 0 || this.reader.paidOn >= 0;
    this.side = sideColumn(rows, layout.fields, layout.headings);
    this.sided = this.side >= 0;
    const ofDebtor = layout.headings[Math.max(this.reader.name, this.reader.code)]?.normal ?? '';
    this.billsCustomers = /customer|client|debtor/.test(ofDebtor);
    this.letters = /\bcred(?:iteur|itor|$)/.test(layout.headings[this.reader.kind]?.normal ?? '') ? 'relation' : 'sign';
  }

  read(firstRow: number): ReadRows {
    const { rows } = this;
    const width = this.layout.headings.length;
    for (let i = 0; i < rows.length; i++) {
      const row = rows.at(i);
      if (isBlank(row)) continue;
      this.filled++;
      if (row.length > width && !isBlank(row.slice(width))) this.wide.push(firstRow + i);
      this.readRow(row, firstRow + i);
    }
    this.signCredits();
    const creditors = this.skipped.filter(({ reason }) => reason === 'creditor');
    if (creditors.length > 0) {
      this.warnings.push(problem('creditors-left-out', { count: creditors.length }, creditors[0]!.row));
    }
    for (const [text, row] of this.unknownStatuses) this.warnings.push(problem('status-unknown', { text }, row));
    if (this.roundedRow !== null) this.warnings.push(problem('amount-rounded', {}, this.roundedRow));
    const heading = this.layout.headings[this.reader.number]?.text ?? null;
    const { items, warnings, settled } = this.layout.profile?.bookings
      ? { ...sumBookings(this.items), warnings: [] as TableProblem[] }
      : settleDuplicates(this.items, heading, holdsInvoiceLines(this.layout.headings));
    const oneCurrency = new Set(items.map((item) => item.currency)).size <= 1;
    warnings.push(...negativeBalances(items, this.gatherer.debtors, this.openHeading()));
    if (oneCurrency) warnings.push(...this.totals.warnings((cents) => formatAmount(cents)));
    return {
      items,
      debtors: this.gatherer.debtors,
      settled: [...this.settled, ...settled],
      unread: this.unread,
      skipped: [...this.skipped, ...settled.map(({ row }) => ({ row, column: null, reason: 'settled' }))],
      warnings: [...this.warnings, ...warnings],
      declaredTotal: this.byStatus ? null : this.totals.declared(),
      rows: this.filled,
      wide: this.wide,
      sided: this.sided,
    };
  }

  private openHeading(): string | null {
    const { column, headings } = this.layout;
    const at = [column('open'), column('total'), column('debit')].find((place) => place >= 0) ?? -1;
    return headings[at]?.text ?? null;
  }

  private readRow(row: Row, at: number): void {
    const { reader } = this;
    const number = this.numberOf(row);
    if (this.layout.profile?.bookings && reader.ledger >= 0 && this.isOfOtherAccount(row, at)) return;
    if (this.hasStatus && number === '' && this.statusOf(row) === 'draft') {
      this.skip(at, 'draft', reader.status);
      return;
    }
    const invoiced = reader.date(row, 'invoiceDate');
    if (number === '' || invoiced.date === null || isTotalLabel(number)) {
      const hasDate = invoiced.date !== null || reader.date(row, 'dueDate').date !== null;
      if (this.isNoItem(row, at, number, hasDate)) return;
    }
    this.debtor.follow(row);
    const kind = this.kindOf(row);
    if (
      kind === 'creditor' ||
      this.section === 'creditors' ||
      this.isCreditorAccount(row) ||
      this.isCreditorSide(row)
    ) {
      this.sided = true;
      this.skip(at, 'creditor', -1);
      return;
    }
    const amounts = reader.amounts(row);
    if (!this.debtor.isNamed) {
      this.skip(at, 'no-debtor', Math.max(reader.code, reader.name));
      return;
    }
    const debtor = this.gatherer.place(this.debtor.code, this.debtor.name);
    const due = reader.date(row, 'dueDate');
    const currency = reader.currencyOf(row, this.currency);
    const fault = isFault(amounts) ? amounts : (invoiced.fault ?? due.fault);
    if (fault || isFault(amounts)) {
      if (fault) this.unreadable(at, debtor, number, fault);
      return;
    }
    if (currency === null) {
      this.unreadable(at, debtor, number, { reason: 'currency-unknown', column: reader.currency });
      return;
    }
    const state = this.hasStatus ? this.statusOf(row) : null;
    this.gatherer.learn(debtor, row);
    this.totals.add(amounts.open);
    if (this.hasStatus && this.endsByStatus(row, at, debtor, number, state)) return;
    if (amounts.open === 0) {
      this.settled.push({ row: at, debtor, number });
      this.skip(at, 'settled', -1);
      return;
    }
    if (number === '' && amounts.open > 0 && kind !== 'receipt') {
      this.unreadable(at, debtor, number, { reason: 'number-missing', column: reader.number });
      return;
    }
    if (reader.rounded && this.roundedRow === null) this.roundedRow = at;
    const stated = reader.details(row);
    const discount = reader.discount(row, {
      total: amounts.total,
      date: invoiced.date,
      dueDate: due.date,
      termDays: stated.termDays,
    });
    const details = discount ? { ...stated, ...discount } : stated;
    const item: Draft = {
      row: at,
      debtor,
      debtorCode: this.gatherer.debtors[debtor]!.code,
      debtorName: this.gatherer.debtors[debtor]!.name,
      number,
      kind: itemKind(kind, amounts.open, number, details.description ?? ''),
      date: invoiced.date,
      dueDate: due.date,
      total: amounts.total,
      open: amounts.open,
      currency,
      details,
    };
    if (amounts.open > 0 && (kind === 'credit' || kind === 'sign-credit' || kind === 'receipt'))
      this.unsignedCredits.push(item);
    this.items.push(item);
  }

  private numberOf(row: Row): string {
    const { reader } = this;
    const number = reader.text(row, reader.number);
    if (number !== '' || !this.layout.profile?.numberInDescription) return number;
    return numberInText.exec(reader.text(row, reader.description))?.[1] ?? '';
  }

  private isOfOtherAccount(row: Row, at: number): boolean {
    const account = this.reader.text(row, this.reader.ledger);
    if (account === '' || isReceivablesAccount(account) || repeatsHeader(row, this.layout.headings)) return false;
    this.skip(at, 'other-account', this.reader.ledger);
    return true;
  }

  private statusOf(row: Row): InvoiceStatus | null {
    const { status, paidOn } = this.reader;
    const text = this.reader.text(row, status);
    if (text === '') return paidOn >= 0 && this.reader.date(row, 'paidOn').date !== null ? 'paid' : null;
    let word = this.statuses.get(text);
    if (word === undefined) {
      word = statusWord(text);
      this.statuses.set(text, word);
    }
    return word;
  }

  /** Whether the status of an invoice leaves nothing to be read of it. A column with what is open says more than a status. */
  private endsByStatus(row: Row, at: number, debtor: number, number: string, state: InvoiceStatus | null): boolean {
    const { reader } = this;
    if (state === null) {
      const text = reader.text(row, reader.status);
      if (text !== '' && reader.open < 0 && !this.unknownStatuses.has(text)) this.unknownStatuses.set(text, at);
      return false;
    }
    if (state === 'draft') {
      this.skip(at, 'draft', reader.status);
      return true;
    }
    if (state === 'partly' && reader.open < 0 && reader.paid < 0) {
      this.unreadable(at, debtor, number, { reason: 'open-unknown', column: reader.status });
      return true;
    }
    const reason = finished[state];
    if (reason === undefined || (reader.open >= 0 && state !== 'void')) return false;
    this.byStatus = true;
    this.settled.push({ row: at, debtor, number });
    this.skip(at, reason, -1);
    return true;
  }

  /** Totals, repeated headers, group headers and footers: true when the row was dealt with. */
  private isNoItem(row: Row, at: number, number: string, hasDate: boolean): boolean {
    const { reader } = this;
    const label = totalLabel(row);
    const hasAmount = reader.hasAmount(row);
    if (label !== null && (number === '' || !hasDate || (isTotalLabel(number) && !/\d/.test(number)))) {
      this.stateTotal(row, at, label);
      return true;
    }
    if (number !== '' && repeatsHeader(row, this.layout.headings)) {
      this.skip(at, 'header', -1);
      return true;
    }
    if (number !== '' || hasDate) {
      if (hasAmount || number === '' || !isLonely(row)) return false;
      return this.groupHeader(row, at);
    }
    if (hasAmount && !isLonely(row)) {
      this.stateTotal(row, at, '');
      return true;
    }
    return this.groupHeader(row, at);
  }

  private stateTotal(row: Row, at: number, label: string): void {
    if (this.section !== 'creditors') this.totals.state(at, label, this.reader.statedTotal(row));
    this.skip(at, 'total', -1);
  }

  private groupHeader(row: Row, at: number): boolean {
    const section = isLonely(row) ? sectionSide(titleText(row)) : null;
    if (section !== null) {
      this.section = section;
      this.sided = true;
      this.skip(at, 'group-header', -1);
      return true;
    }
    const started = this.titles.has(titleText(row)) ? null : this.debtor.startAt(row);
    if (started === 'columns') this.gatherer.learn(this.gatherer.place(this.debtor.code, this.debtor.name), row);
    this.skip(at, started === null ? 'remark' : 'group-header', -1);
    return true;
  }

  private kindOf(row: Row): KindWord {
    if (this.reader.kind < 0) return null;
    const text = this.reader.text(row, this.reader.kind);
    if (text === '') return null;
    const known = this.kinds.get(text);
    if (known !== undefined) return known;
    const word = this.billsCustomers && /^bills?$/i.test(text) ? 'invoice' : kindWord(text, this.letters);
    this.kinds.set(text, word);
    return word;
  }

  /** Accounts 1600–1699 and 16000–16999 are of creditors in Dutch charts (formats document §4.2 rule 8). */
  private isCreditorAccount(row: Row): boolean {
    return this.reader.ledger >= 0 && /^16\d{2,3}\b|crediteur/i.test(this.reader.text(row, this.reader.ledger));
  }

  private isCreditorSide(row: Row): boolean {
    return this.side >= 0 && isOfCreditors(cellText(row[this.side]));
  }

  /** Lists that write credit notes without a sign: only when no amount of the whole list is negative. */
  private signCredits(): void {
    if (this.unsignedCredits.length === 0 || this.items.some((item) => item.open < 0)) return;
    for (const item of this.unsignedCredits) {
      item.open = -item.open;
      item.total = -Math.abs(item.total);
      if (item.kind === 'invoice') item.kind = 'credit';
    }
    const { row } = this.unsignedCredits[0]!;
    this.warnings.push(problem('credits-signed', { count: this.unsignedCredits.length }, row));
  }

  private unreadable(at: number, debtor: number, number: string, fault: Fault): void {
    this.unread.push({ debtor, number });
    this.skip(at, fault.reason, fault.column);
  }

  private skip(row: number, reason: string, column: number): void {
    this.skipped.push({ row, column: this.layout.headings[column]?.text ?? null, reason });
  }
}

function itemKind(word: KindWord, open: number, number: string, description: string): ItemKind {
  if (word === 'deposit' || word === 'advance') return word;
  const held = open < 0 ? heldMoney(description) : null;
  if (held) return held;
  if (word === 'receipt') return 'receipt';
  if (word === 'credit' || word === 'sign-credit') return 'credit';
  if (open > 0) return 'invoice';
  if (word === null && speaksOfPayment(description)) return 'receipt';
  return number === '' ? 'receipt' : 'credit';
}

/** The text that makes a row a totals row; null when it has none. */
function totalLabel(row: Row): string | null {
  for (const cell of row) if (typeof cell === 'string' && cell !== '' && isTotalLabel(cell)) return cell;
  return null;
}

function titleText(row: Row): string {
  return row.map(cellText).filter(Boolean).join(' ');
}
