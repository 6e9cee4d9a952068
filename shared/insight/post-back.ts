import type { IsoDate } from '../dates/civil.ts';
import { type Books, type DebtorLedger, debtorIn } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { Allocation, OpenItem, Payment } from '../domain/item.ts';
import type { LetterKind } from '../domain/policy.ts';
import { type Cell, csvTable } from '../dossier/csv.ts';
import type { Cents, Currency } from '../money/cents.ts';

/*
 * Lists to book from in the bookkeeping (criterion A12): what was lettered off here, what was let go, and which interest and
 * costs were charged. Voldaan never books there itself.
 */

interface Of {
  readonly debtorCode: string;
  readonly debtorName: string;
}

/** A payment laid against an item here. Positive lowers what is open; a storno is negative. */
export interface LetteredOff extends Of {
  readonly date: IsoDate;
  readonly number: string;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly iban: string | null;
  readonly counterparty: string | null;
  readonly remittance: string | null;
}

/** What was kept back or let go of an item. */
export interface LetGo extends Of {
  readonly kind: 'discount' | 'difference';
  readonly date: IsoDate;
  readonly number: string;
  readonly amount: Cents;
  readonly currency: Currency;
}

/** Interest and costs of a letter that stands. */
export interface Charged extends Of {
  readonly date: IsoDate;
  readonly letter: LetterKind;
  readonly interest: Cents;
  readonly costs: Cents;
  readonly currency: Currency;
}

/**
 * Afletterlijst: payments from the bank and by hand that the bookkeeping does not hold yet, oldest first: dated after the
 * bank date of the item's list, or against an item the newest list still has open.
 */
export function letteredOff(books: Books): readonly LetteredOff[] {
  return gathered(books, (ledger, of) => {
    const stillListed = new Set(
      Object.values(ledger.task ?? {})
        .filter(({ kind, doneOn }) => kind === 'reconcile' && doneOn === null)
        .flatMap(({ itemIds }) => itemIds),
    );
    return allocationsOf(ledger).flatMap(({ allocation, item, payment }) => {
      const { date, amount, kind } = allocation;
      if (!payment || payment.source === 'list' || kind !== undefined) return [];
      const isInList = item.state !== 'open' || (item.listed !== null && date <= item.listed.bankUntil);
      if (isInList && !stillListed.has(item.id)) return [];
      const { iban, counterparty, remittance, currency } = payment;
      return [{ ...of, date, number: item.number, amount, currency, iban, counterparty, remittance }];
    });
  });
}

/** Betalingsverschillen: discounts kept back in time and small rests let go, oldest first. */
export function letGo(books: Books): readonly LetGo[] {
  return gathered(books, (ledger, of) =>
    allocationsOf(ledger).flatMap(({ allocation: { kind, date, amount }, item: { number, currency } }) =>
      kind === undefined ? [] : [{ ...of, kind, date, number, amount, currency }],
    ),
  );
}

/** Interest and costs charged in letters that stand, oldest first; booked as they are received. */
export function charged(books: Books): readonly Charged[] {
  return gathered(books, (ledger, of) =>
    Object.values(ledger.letter ?? {}).flatMap(({ state, plan: { date, kind, amounts, currency } }) => {
      const { interest, costs } = amounts;
      if (state !== 'issued' || interest + costs === 0) return [];
      return [{ ...of, date, letter: kind, interest, costs, currency }];
    }),
  );
}

function gathered<T extends { readonly date: IsoDate }>(
  books: Books,
  rowsOf: (ledger: DebtorLedger, of: Of) => readonly T[],
): readonly T[] {
  const rows: T[] = [];
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (debtor) rows.push(...rowsOf(ledger, nameOf(debtor)));
  }
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function nameOf({ code, name }: Debtor): Of {
  return { debtorCode: code, debtorName: name };
}

function allocationsOf(
  ledger: DebtorLedger,
): readonly { readonly allocation: Allocation; readonly item: OpenItem; readonly payment: Payment | undefined }[] {
  return Object.values(ledger.allocation ?? {}).flatMap((allocation) => {
    const item = ledger.item?.[allocation.itemId];
    return item ? [{ allocation, item, payment: ledger.payment?.[allocation.paymentId] }] : [];
  });
}

/** Translates a key of the catalogue. */
type Translate = (key: string) => string;

/** The three lists as tables a Dutch spreadsheet opens; the headings are `aansluiting.column.*`. */
export function letteredOffTable(rows: readonly LetteredOff[], t: Translate): string {
  const columns = ['date', 'code', 'name', 'number', 'amount', 'currency', 'iban', 'counterparty', 'remittance'];
  return table(columns, t, rows, (row) => [
    { date: row.date },
    { text: row.debtorCode },
    { text: row.debtorName },
    { text: row.number },
    { amount: row.amount },
    { text: row.currency },
    { text: row.iban },
    { text: row.counterparty },
    { text: row.remittance },
  ]);
}

export function letGoTable(rows: readonly LetGo[], t: Translate): string {
  const columns = ['date', 'code', 'name', 'number', 'amount', 'currency', 'kind'];
  return table(columns, t, rows, (row) => [
    { date: row.date },
    { text: row.debtorCode },
    { text: row.debtorName },
    { text: row.number },
    { amount: row.amount },
    { text: row.currency },
    { text: t(`aansluiting.cause.${row.kind}`) },
  ]);
}

export function chargedTable(rows: readonly Charged[], t: Translate): string {
  const columns = ['date', 'code', 'name', 'letter', 'interest', 'costs', 'currency'];
  return table(columns, t, rows, (row) => [
    { date: row.date },
    { text: row.debtorCode },
    { text: row.debtorName },
    { text: t(`letters.kind.${row.letter}`) },
    { amount: row.interest },
    { amount: row.costs },
    { text: row.currency },
  ]);
}

function table<T>(
  columns: readonly string[],
  t: Translate,
  rows: readonly T[],
  cells: (row: T) => readonly Cell[],
): string {
  const headings = columns.map((column) => t(`aansluiting.column.${column}`));
  return csvTable(headings, rows.map(cells));
}
