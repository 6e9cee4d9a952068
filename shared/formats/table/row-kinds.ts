import type { ItemKind } from '#shared/domain/item.ts';
import { cellText } from './cells.ts';
import type { Layout } from './layout.ts';
import type { Row } from './reading.ts';
import { heldMoney, type KindWord, kindWord, speaksOfPayment } from './words.ts';

/** What the column of sorts says of each row; a word is understood once. */
export class RowKinds {
  private readonly column: number;
  private readonly known = new Map<string, KindWord>();
  private readonly letters: 'sign' | 'relation';
  /** Rows are of customers by their heading: a `Bill` is sent to them, where it is a creditor's in a list of relations. */
  private readonly billsCustomers: boolean;

  constructor({ column, headings }: Layout) {
    this.column = column('kind');
    const ofDebtor = headings[Math.max(column('debtorName'), column('debtorCode'))]?.normal ?? '';
    this.billsCustomers = /customer|client|debtor/.test(ofDebtor);
    this.letters = /\bcred(?:iteur|itor|$)/.test(headings[this.column]?.normal ?? '') ? 'relation' : 'sign';
  }

  of(row: Row): KindWord {
    if (this.column < 0) return null;
    const text = cellText(row[this.column]);
    if (text === '') return null;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const word = this.billsCustomers && /^bills?$/i.test(text) ? 'invoice' : kindWord(text, this.letters);
    this.known.set(text, word);
    return word;
  }
}

/** The kind of an item by what its row says of it, its sign (cents, what is open) and its description. */
export function itemKind(word: KindWord, open: number, number: string, description: string): ItemKind {
  if (word === 'deposit' || word === 'advance') return word;
  const held = open < 0 ? heldMoney(description) : null;
  if (held) return held;
  if (word === 'receipt') return 'receipt';
  if (word === 'credit' || word === 'sign-credit') return 'credit';
  if (open > 0) return 'invoice';
  if (word === null && speaksOfPayment(description)) return 'receipt';
  return number === '' ? 'receipt' : 'credit';
}
