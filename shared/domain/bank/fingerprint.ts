import { addDays, daysBetween, type IsoDate } from '../../dates/civil.ts';
import type { BankReading, BankTransaction } from '../../formats/bank/statement.ts';
import { accountKey } from './accounts.ts';
import type { StatementRecord } from './line.ts';

/*
 * A fingerprint tells a line of a statement from every other without keeping what it says: account, date and amount in full,
 * the rest as short hashes that can be compared with those of the same line in another format (criterion A7).
 *
 *   account/date/amount/format/reference/account of the other/end-to-end id/whole/digits of the text/words of the text
 *
 * and `/~` behind it where the day is that of the statement the line was in, so that it does not tell the line apart.
 */

/** A fingerprint taken apart. */
export interface Print {
  readonly id: string;
  readonly account: string;
  readonly date: IsoDate;
  readonly amount: string;
  readonly format: string;
  readonly reference: string;
  readonly iban: string;
  readonly endToEnd: string;
  /** Of everything the line says, spaces and capitals aside. */
  readonly whole: string;
  readonly digits: readonly string[];
  readonly words: readonly string[];
  /** The day was assumed, and the bank's reference is enough to know the line by. */
  readonly isUndated: boolean;
}

/** Tokens of a text that are kept: always the same ones of the same text, and mostly the same of one cut short. */
const tokensKept = 6;

/** Days the book date of a line may differ between formats: some files only have the value date. */
const daysApart = 4;

/** The fingerprint of a line; two lines that are equal in every respect are told apart by {@link KnownLines}. */
export function fingerprintOf(account: string, format: BankReading['format'], line: BankTransaction): string {
  const { counterpartyName, counterpartyIban, remittance, structuredReference, endToEndId, bankReference } = line;
  const said = [counterpartyName, counterpartyIban, remittance, structuredReference, endToEndId];
  const tokens = new Set(
    `${counterpartyName ?? ''} ${remittance ?? ''} ${structuredReference ?? ''}`.toUpperCase().match(/[\p{L}\d]{3,}/gu),
  );
  const kept = (having: RegExp, without: RegExp): string =>
    [...tokens]
      .filter((token) => having.test(token) && !without.test(token))
      .map((token) => digest(token).slice(-4))
      .sort()
      .slice(0, tokensKept)
      .join('.');
  return [
    accountKey(account),
    line.bookDate,
    line.amount,
    format.slice(0, 4),
    short(bankReference),
    short(counterpartyIban && accountKey(counterpartyIban)),
    short(endToEndId),
    short(said.map((part) => bare(part ?? '')).join('|')),
    kept(/\d/, /^$/),
    kept(/^/, /\d/),
    ...(line.dateAssumed && tellsApart(bankReference) ? [undatedMark] : []),
  ].join('/');
}

const undatedMark = '~';

/** A reference no other line has: one of three digits, with any zeros in front, counts lines, or names a sort of them. */
function tellsApart(reference: string | null): boolean {
  const digits = reference?.replace(/\D/g, '').replace(/^0+/, '') ?? '';
  return digits.length > 3;
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\d]/gu, '');
}

function short(text: string | null): string {
  return text ? digest(bare(text)) : '';
}

/** A reference of the bank as it is compared without keeping what it says. */
export function referencePrint(reference: string): string {
  return short(reference);
}

/** Eight hexadecimal digits of a text (FNV-1a): enough to tell lines of one day and amount apart, too few to tell what it was. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function printOf(id: string): Print {
  const parts = id.split('/');
  const part = (at: number): string => parts[at] ?? '';
  const list = (at: number): readonly string[] => (part(at) === '' ? [] : part(at).split('.'));
  return {
    id,
    account: part(0),
    date: part(1),
    amount: part(2),
    format: part(3),
    reference: part(4),
    iban: part(5),
    endToEnd: part(6),
    whole: part(7),
    digits: list(8),
    words: list(9),
    isUndated: part(10) === undatedMark,
  };
}

/** The lines that were imported before, to be compared with those of a file. */
export class KnownLines {
  /** By account, amount and day. */
  private readonly prints = new Map<string, Print[]>();
  /** Those without a day of their own, by account, amount and the bank's reference. */
  private readonly undated = new Map<string, Print[]>();
  private readonly ids = new Set<string>();
  /** Number the next line with this fingerprint is looked for from. */
  private readonly numbers = new Map<string, number>();

  constructor(statements: Iterable<StatementRecord>) {
    for (const { fingerprints } of statements) for (const id of fingerprints) this.add(id);
  }

  /**
   * Which lines of one file are known, by their place in `found`: null, or else the fingerprint under which the line is new.
   * A known line stands for one line of the file at most, so that two equal payments on a day stay two.
   */
  newOf(found: readonly string[]): readonly (string | null)[] {
    const prints = found.map(printOf);
    const taken = new Set<Print>();
    const known = new Array<boolean>(found.length).fill(false);
    const look = (matchOf: (print: Print) => Print | undefined): void => {
      prints.forEach((print, place) => {
        const match = known[place] ? undefined : matchOf(print);
        if (!match) return;
        known[place] = true;
        taken.add(match);
      });
    };
    const equals = this.equals(prints);
    look((print) => equals.get(equalKey(print))?.pop());
    look((print) => this.on(print, 0).find((other) => !taken.has(other) && isSame(print, other)));
    look((print) => {
      // Only another format knows a line under another day; most files have no such neighbour.
      for (let days = -daysApart; days <= daysApart; days++) {
        const match = this.on(print, days).find((other) => !taken.has(other) && isSameNearby(print, other));
        if (match) return match;
      }
      return undefined;
    });
    look((print) =>
      print.isUndated
        ? this.undated.get(undatedKey(print))?.find((other) => !taken.has(other) && other.whole === print.whole)
        : undefined,
    );
    return found.map((id, place) => (known[place] ? null : this.add(id)));
  }

  /** Lines known that equal one of these, the first last: a thousand alike are each taken in one go. */
  private equals(prints: readonly Print[]): ReadonlyMap<string, Print[]> {
    const equals = new Map<string, Print[]>();
    for (const key of new Set(prints.map(dayKey))) {
      for (const other of [...(this.prints.get(key) ?? [])].reverse()) {
        const alike = equals.get(equalKey(other));
        if (alike) alike.push(other);
        else equals.set(equalKey(other), [other]);
      }
    }
    return equals;
  }

  /** Known lines of this account and amount, so many days later. */
  private on({ account, amount, date }: Print, days: number): readonly Print[] {
    return this.prints.get(dayKey({ account, amount, date: days === 0 ? date : addDays(date, days) })) ?? [];
  }

  /** Adds a line, under a number when an equal one is there. */
  private add(id: string): string {
    let own = id;
    let number = this.numbers.get(id) ?? 2;
    for (; this.ids.has(own); number++) own = `${id}/${number}`;
    if (own !== id) this.numbers.set(id, number);
    this.ids.add(own);
    const print = printOf(own);
    if (print.isUndated) {
      const alike = this.undated.get(undatedKey(print));
      if (alike) alike.push(print);
      else this.undated.set(undatedKey(print), [print]);
    }
    const key = dayKey(print);
    const prints = this.prints.get(key);
    if (prints) prints.push(print);
    else this.prints.set(key, [print]);
    return own;
  }
}

function dayKey({ account, amount, date }: Pick<Print, 'account' | 'amount' | 'date'>): string {
  return `${account}/${amount}/${date}`;
}

function undatedKey({ account, amount, format, reference }: Print): string {
  return `${account}/${amount}/${format}/${reference}`;
}

/** Two lines with this in common are equal in every respect. */
function equalKey(print: Print): string {
  return `${dayKey(print)}/${print.format}/${print.reference}/${print.whole}`;
}

/** Whether two lines of one account, day and amount are one line: nothing they both say differs. */
function isSame(a: Print, b: Print): boolean {
  if (a.date !== b.date) return false;
  if (a.format === b.format) {
    if (a.reference !== '' && b.reference !== '') return a.reference === b.reference;
    return a.whole === b.whole;
  }
  return saysTheSame(a, b);
}

/** The same line under the value date in one file and the book date in the other: only with a text that leaves no doubt. */
function isSameNearby(a: Print, b: Print): boolean {
  if (a.format === b.format || Math.abs(daysBetween(a.date, b.date)) > daysApart) return false;
  if (a.iban === '' || a.iban !== b.iban) return false;
  if (a.endToEnd !== '' && a.endToEnd === b.endToEnd) return true;
  return a.digits.length > 0 && a.digits.join() === b.digits.join() && saysTheSame(a, b);
}

/** Compares lines of different formats: each gives other particulars, and writes them in its own way. */
function saysTheSame(a: Print, b: Print): boolean {
  if (a.reference !== '' && a.reference === b.reference) return true;
  if (differ(a.iban, b.iban) || differ(a.endToEnd, b.endToEnd)) return false;
  if (a.whole === b.whole) return true;
  if (a.iban !== '' && a.iban === b.iban) return overlap(a.digits, b.digits) !== 0;
  const left = [...a.digits, ...a.words];
  const right = [...b.digits, ...b.words];
  const shared = overlap(left, right);
  return shared === null || shared >= 0.5;
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** Part of the shorter list that is in the other; null when one of them is empty. */
function overlap(a: readonly string[], b: readonly string[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const other = new Set(b);
  return a.filter((token) => other.has(token)).length / Math.min(a.length, b.length);
}
