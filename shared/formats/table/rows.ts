import { formatAmount } from '#shared/money/cents.ts';
import { currencyIn } from './as-of.ts';
import { negativeBalances } from './balances.ts';
import { isReceivablesAccount, sumBookings } from './bookings.ts';
import type { CellTexts } from './cell-texts.ts';
import { cellText, isBlank } from './cells.ts';
import { type DraftItem, isUnsignedCredit, UnsignedCredits } from './credit-signs.ts';
import { DebtorGatherer } from './debtors.ts';
import { settleDuplicates } from './duplicates.ts';
import type { TableProblem } from './fields.ts';
import { repeatsHeader } from './headings.ts';
import { holdsInvoiceLines } from './invoice-lines.ts';
import { isLonely, type Layout } from './layout.ts';
import { LeftOut } from './left-out.ts';
import { problem } from './problems.ts';
import type { Row, TableReading } from './reading.ts';
import { RowCurrency } from './row-currency.ts';
import { itemKind, RowKinds } from './row-kinds.ts';
import { type DateCell, isFault, RowReader } from './row-reader.ts';
import { RowSides } from './row-sides.ts';
import type { RowSource } from './row-source.ts';
import { RowStatus } from './row-status.ts';
import { RunningDebtor } from './running-debtor.ts';
import { sectionStatus } from './statuses.ts';
import { ControlTotals, isTotalLabel, totalLabel } from './totals.ts';
import type { KindWord } from './words.ts';

export type ReadRows = Pick<
  TableReading,
  'items' | 'debtors' | 'settled' | 'unread' | 'skipped' | 'warnings' | 'declaredTotal' | 'rows' | 'unclearSign'
> & {
  /** Rows with more values than there are headings, by number. */
  readonly wide: readonly number[];
  /** Something in the rows says whose they are: debtors' or creditors'. */
  readonly sided: boolean;
};

/** Reads the rows under the header into items; what is no item is skipped with its reason. */
export function readRows(
  rows: RowSource,
  firstRow: number,
  layout: Layout,
  preamble: readonly Row[],
  signs: CellTexts,
): ReadRows {
  return new ItemRows(rows, layout, preamble, signs).read(firstRow);
}

class ItemRows {
  private readonly reader: RowReader;
  private readonly gatherer: DebtorGatherer;
  private readonly debtor: RunningDebtor;
  private readonly sides: RowSides;
  private readonly kinds: RowKinds;
  private readonly status: RowStatus;
  private readonly totals = new ControlTotals();
  private readonly left: LeftOut;
  private readonly items: DraftItem[] = [];
  private readonly unsigned = new UnsignedCredits();
  private readonly currency: RowCurrency;
  private readonly wide: number[] = [];
  /** Lines above the header, which packages repeat on every page. */
  private readonly titles: ReadonlySet<string>;
  /** A balance came from a status: totals of the list are of what invoices came to. */
  private byStatus = false;
  /** A line said of the rows below it that they are paid. */
  private amongPaid = false;
  /** An item stood above any debtor. */
  private nameless = false;
  private firstRow = 0;
  private filled = 0;
  private roundedRow: number | null = null;

  constructor(
    private readonly rows: RowSource,
    private readonly layout: Layout,
    preamble: readonly Row[],
    signs: CellTexts,
  ) {
    this.titles = new Set(preamble.map(titleText));
    this.reader = new RowReader(layout);
    this.currency = new RowCurrency(this.reader, layout, signs, currencyIn(preamble));
    this.gatherer = new DebtorGatherer(layout.fields, layout.decimals);
    this.debtor = new RunningDebtor(this.reader, layout, rows);
    this.sides = new RowSides(rows, layout);
    this.kinds = new RowKinds(layout);
    this.status = new RowStatus(this.reader);
    this.left = new LeftOut(layout);
  }

  read(firstRow: number): ReadRows {
    const { rows } = this;
    this.firstRow = firstRow;
    const width = this.layout.headings.length;
    for (let i = 0; i < rows.length; i++) {
      const row = rows.at(i);
      if (isBlank(row)) continue;
      this.filled++;
      if (row.length > width && !isBlank(row.slice(width))) this.wide.push(firstRow + i);
      this.readRow(row, firstRow + i);
    }
    return this.result();
  }

  private result(): ReadRows {
    const { left } = this;
    this.totals.end();
    const signed = this.unsigned.sign(this.items);
    if (signed) this.totals.signCredits();
    const together = this.togetherByNumber();
    const { items, settled } = together;
    const oneCurrency = new Set(items.map((item) => item.currency)).size <= 1;
    const warnings = [
      ...this.deductions(),
      ...(signed ? [signed] : []),
      ...left.warnings(),
      ...this.status.warnings(),
      ...this.currency.warnings(),
      ...(this.roundedRow === null ? [] : [problem('amount-rounded', {}, this.roundedRow)]),
      ...together.warnings,
      ...negativeBalances(items, this.gatherer.debtors, this.openHeading()),
      ...(oneCurrency ? this.totals.warnings((cents) => formatAmount(cents)) : []),
    ];
    return {
      items,
      debtors: this.gatherer.debtors,
      settled: [...left.settled, ...settled],
      unread: left.unread,
      skipped: [...left.skipped, ...settled.map(({ row }) => ({ row, column: null, reason: 'settled' }))],
      warnings,
      declaredTotal: this.byStatus ? null : this.totals.declared(),
      rows: this.filled,
      unclearSign: this.currency.unclearSign,
      wide: this.wide,
      sided: this.sides.stated,
    };
  }

  private togetherByNumber(): Pick<ReadRows, 'items' | 'settled'> & { readonly warnings: readonly TableProblem[] } {
    const { headings, profile } = this.layout;
    if (profile?.bookings) return { ...sumBookings(this.items), warnings: [] };
    return settleDuplicates(this.items, headings[this.reader.number]?.text ?? null, holdsInvoiceLines(headings));
  }

  private deductions(): readonly TableProblem[] {
    const { deducted, headings, column } = this.layout;
    return [...deducted].map((field) => problem('written-as-deduction', {}, null, headings[column(field)]!.text));
  }

  private openHeading(): string | null {
    const { column, headings } = this.layout;
    const at = [column('open'), column('total'), column('debit')].find((place) => place >= 0) ?? -1;
    return headings[at]?.text ?? null;
  }

  private readRow(row: Row, at: number): void {
    const { reader } = this;
    const number = reader.itemNumber(row);
    if (this.layout.profile?.bookings && reader.ledger >= 0 && this.isOfOtherAccount(row, at)) return;
    if (this.status.present && number === '' && this.status.of(row) === 'draft') {
      this.left.skip(at, 'draft', reader.status);
      return;
    }
    const invoiced = reader.date(row, 'invoiceDate');
    if (number === '' || invoiced.date === null || isTotalLabel(number)) {
      const hasDate = invoiced.date !== null || reader.date(row, 'dueDate').date !== null;
      if (this.isNoItem(row, at, number, hasDate)) return;
    }
    this.debtor.follow(row);
    const kind = this.kinds.of(row);
    if (kind === 'creditor' || this.sides.isOfCreditor(row)) {
      this.sides.stated = true;
      this.left.ofCreditor(at);
    } else if (!this.debtor.isNamed) {
      this.nameless = true;
      this.left.skip(at, 'no-debtor', Math.max(reader.code, reader.name));
    } else {
      // Packages write 0 where money names no invoice.
      this.readItem(row, at, number === '0' ? '' : number, kind, invoiced);
    }
  }

  private readItem(row: Row, at: number, number: string, kind: KindWord, invoiced: DateCell): void {
    const { reader, left } = this;
    const amounts = reader.amounts(row);
    const debtor = this.gatherer.place(this.debtor.code, this.debtor.name);
    const due = reader.date(row, 'dueDate');
    if (isFault(amounts)) {
      left.unreadable(at, debtor, number, amounts);
      return;
    }
    const currency = this.currency.of(row, at);
    const fault = invoiced.fault ?? due.fault;
    if (fault !== null) {
      left.unreadable(at, debtor, number, fault);
      return;
    }
    if (typeof currency === 'object') {
      left.unreadable(at, debtor, number, currency);
      return;
    }
    const { open } = amounts;
    const total = this.currency.isOther(row, at, reader.total) ? open : amounts.total;
    this.gatherer.learn(debtor, row);
    const unsigned = isUnsignedCredit(kind, open);
    this.totals.add(open, unsigned);
    if (this.status.present && this.endsByStatus(row, at, debtor, number)) return;
    if (open === 0 || this.amongPaid) {
      left.settle(at, debtor, number, 'settled');
      return;
    }
    if (number === '' && open > 0 && kind !== 'receipt') {
      left.unreadable(at, debtor, number, { reason: 'number-missing', column: reader.number });
      return;
    }
    if (reader.rounded && this.roundedRow === null) this.roundedRow = at;
    const date = invoiced.date;
    const dueDate = due.date;
    const stated = reader.details(row);
    const discount = reader.discount(row, { total, date, dueDate, termDays: stated.termDays });
    const details = discount ? { ...stated, ...discount } : stated;
    const { code: debtorCode, name: debtorName } = this.gatherer.debtors[debtor]!;
    const item: DraftItem = {
      row: at,
      debtor,
      debtorCode,
      debtorName,
      number,
      kind: itemKind(kind, open, number, details.description ?? ''),
      date,
      dueDate,
      total,
      open,
      currency,
      details,
    };
    if (unsigned) this.unsigned.add(item);
    this.items.push(item);
  }

  private isOfOtherAccount(row: Row, at: number): boolean {
    const account = this.reader.text(row, this.reader.ledger);
    if (account === '' || isReceivablesAccount(account) || repeatsHeader(row, this.layout.headings)) return false;
    this.left.skip(at, 'other-account', this.reader.ledger);
    return true;
  }

  private endsByStatus(row: Row, at: number, debtor: number, number: string): boolean {
    const ending = this.status.ending(row, at);
    if (ending === null) return false;
    if (ending.leaves === 'draft') this.left.skip(at, ending.reason, ending.column);
    else if (ending.leaves === 'unread') this.left.unreadable(at, debtor, number, ending);
    else {
      this.byStatus = true;
      this.left.settle(at, debtor, number, ending.reason);
    }
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
      this.left.skip(at, 'header', -1);
      return true;
    }
    if (number !== '' || hasDate) {
      if (hasAmount || number === '' || !isLonely(row)) return false;
      return this.groupHeader(row, at);
    }
    if (!hasAmount || isLonely(row)) return this.groupHeader(row, at);
    // `Betaling` beside a debtor is money, with a number and a date or without; a total has no sort.
    if (this.kinds.of(row) !== null && this.debtor.isNamedIn(row)) return false;
    if (this.headsNameless(row, at)) this.left.skip(at, 'group-header', -1);
    else this.stateTotal(row, at, '');
    return true;
  }

  /** A line with a debtor and what it owes in all, above items that name none; where such lines stand below, the first items have none. */
  private headsNameless(row: Row, at: number): boolean {
    const below = at - this.firstRow + 1;
    if (this.nameless || below >= this.rows.length) return false;
    const next = this.rows.at(below);
    if (this.reader.itemNumber(next) === '' || this.debtor.isNamedIn(next) || !this.debtor.isNamedIn(row)) return false;
    this.debtor.follow(row);
    this.gatherer.learn(this.gatherer.place(this.debtor.code, this.debtor.name), row);
    this.totals.head(at, this.reader.statedTotal(row));
    return true;
  }

  private stateTotal(row: Row, at: number, label: string): void {
    if (!this.sides.amongCreditors) this.totals.state(at, label, this.reader.statedTotal(row));
    this.left.skip(at, 'total', -1);
  }

  private groupHeader(row: Row, at: number): boolean {
    const section = isLonely(row) ? sectionStatus(titleText(row)) : null;
    if (section !== null) {
      this.amongPaid = section === 'paid';
      this.left.skip(at, 'group-header', -1);
      return true;
    }
    if (isLonely(row) && this.sides.startAt(titleText(row))) {
      this.left.skip(at, 'group-header', -1);
      return true;
    }
    const started = this.titles.has(titleText(row)) ? null : this.debtor.startAt(row);
    // A text alone in the column of names may be a remark: it is a debtor when rows follow.
    const isTold = started === 'columns' && !isLonely(row);
    if (isTold) this.gatherer.learn(this.gatherer.place(this.debtor.code, this.debtor.name), row);
    this.left.skip(at, started === null ? 'remark' : 'group-header', -1);
    return true;
  }
}

function titleText(row: Row): string {
  return row.map(cellText).filter(Boolean).join(' ');
}
