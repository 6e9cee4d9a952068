import type { Currency } from '#shared/money/cents.ts';
import type { CellTexts } from './cell-texts.ts';
import { currenciesOf, otherCurrencyCodes, signOfCell } from './currency-signs.ts';
import type { TableProblem, UnclearSign } from './fields.ts';
import type { Layout } from './layout.ts';
import { problem } from './problems.ts';
import type { Row } from './reading.ts';
import type { Fault, RowReader } from './row-reader.ts';
import { currencyWord } from './words.ts';

/**
 * Which currency the amounts of a row are in: what their heading says, else the currency column, else a sign or code beside the
 * amount or in the format of its cell, else what is named above the list. A sign that speaks against heading or column, or
 * stands for several currencies, makes the row unreadable: no amount becomes one in another currency.
 */
export class RowCurrency {
  /** Columns what is open is read from. */
  private readonly amounts: readonly number[];
  /** Those, and what comes off them. */
  private readonly counted: readonly number[];
  /** What the heading says of every row; `column` where the currency column may. */
  private readonly stated: Currency | 'column' | null;
  private readonly bySign = new Set<Currency>();
  /** The first sign met that may be of several currencies: what was said of such a sign is of this one. */
  unclearSign: UnclearSign | null = null;
  private count = 0;
  private first = 0;

  /** @param otherwise what is named above the list, or the euro. */
  constructor(
    private readonly reader: RowReader,
    private readonly layout: Layout,
    private readonly signs: CellTexts,
    private readonly otherwise: Currency,
  ) {
    const { column, headings, buckets } = layout;
    const [open, total, debit, credit] = [column('open'), column('total'), column('debit'), column('credit')];
    this.amounts = open >= 0 ? [open] : total >= 0 ? [total] : debit >= 0 ? [debit, credit] : buckets;
    this.counted = [...this.amounts, ...(open < 0 && total >= 0 ? [column('paid')] : [])].filter((at) => at >= 0);
    const heading = headings[this.amounts[0] ?? -1];
    const namesEuro = heading?.amountIn === 'base' && /(?:€|eur|euro)$/.test(heading.normal);
    const base = namesEuro ? 'EUR' : heading?.amountIn === 'base' || reader.currency < 0 ? null : 'column';
    this.stated = heading?.currency ?? base;
  }

  /** Of the row whose amounts the reader read last, by its number in the file. */
  of(row: Row, at: number): Currency | Fault {
    if (!this.maySign()) return this.by('', row, at);
    const found = this.by(this.signIn(row, at), row, at);
    if (typeof found === 'object') return found;
    const isOfOther = (sign: string): boolean => sign !== '' && !currenciesOf(sign).includes(found);
    const column = this.counted.find((one) => isOfOther(this.sign(row, at, one)));
    return column === undefined ? found : { reason: 'currency-differs', column };
  }

  private by(sign: string, row: Row, at: number): Currency | Fault {
    const text = this.stated === 'column' ? this.reader.text(row, this.reader.currency) : '';
    const stated = this.stated === 'column' ? (text === '' ? null : currencyWord(text)) : this.stated;
    if (text !== '' && stated === null) return { reason: 'currency-unknown', column: this.reader.currency };
    if (sign === '') return stated ?? this.otherwise;
    const currencies = currenciesOf(sign);
    const column = this.amounts[0]!;
    if (stated !== null) return currencies.includes(stated) ? stated : { reason: 'currency-differs', column };
    if (currencies.includes(this.otherwise)) return this.otherwise;
    if (currencies.length !== 1) return this.saidOf(sign, currencies) ?? { reason: 'currency-unclear', column };
    if (this.count++ === 0) this.first = at;
    this.bySign.add(currencies[0]!);
    return currencies[0]!;
  }

  /** The currency the user said a sign stands for; null when nothing was said of it. */
  private saidOf(sign: string, currencies: readonly Currency[]): Currency | null {
    const possible = currencies.length > 0 ? currencies : otherCurrencyCodes.split('|');
    const said = this.layout.signCurrency;
    const currency = said !== null && possible.includes(said) ? said : null;
    this.unclearSign ??= { sign, currencies: possible, currency };
    return this.unclearSign.sign === sign ? currency : null;
  }

  /** Whether a column shows another currency than what is open in the row: then it is no part of it. */
  isOther(row: Row, at: number, column: number): boolean {
    if (!this.maySign() || column < 0 || this.amounts.includes(column)) return false;
    const sign = this.sign(row, at, column);
    return sign !== '' && sign !== this.signIn(row, at);
  }

  warnings(): readonly TableProblem[] {
    if (this.count === 0) return [];
    return [problem('currency-by-sign', { count: this.count, currencies: [...this.bySign].join(', ') }, this.first)];
  }

  private maySign(): boolean {
    return this.reader.besideSign || !this.signs.isEmpty;
  }

  private signIn(row: Row, at: number): string {
    for (const column of this.amounts) {
      const sign = this.sign(row, at, column);
      if (sign !== '') return sign;
    }
    return '';
  }

  private sign(row: Row, at: number, column: number): string {
    return signOfCell(row[column] ?? '') || this.signs.at(at - 1, column);
  }
}
