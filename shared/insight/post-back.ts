import type { IsoDate } from '../dates/civil.ts';
import { saidOf } from '../domain/bank/not-worked-in.ts';
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
function letteredOff(books: Books): readonly LetteredOff[] {
  return gathered(books, (ledger, of) => {
    const stillListed = new Set(
      Object.values(ledger.task ?? {})
        .filter(({ kind, doneOn }) => kind === 'reconcile' && doneOn === null)
        .flatMap(({ itemIds }) => itemIds),
    );
    return allocationsOf(ledger).flatMap(({ allocation, item, payment }) => {
      const { date, amount, kind } = allocation;
      if (!payment || payment.source === 'list' || kind !== undefined) return [];
      const listedTo = listedUntilOf(item, books);
      const isInList = item.state !== 'open' || (listedTo !== null && date <= listedTo);
      if (isInList && !stillListed.has(item.id)) return [];
      const { iban, counterparty, remittance, currency } = payment;
      return [{ ...of, date, number: item.number, amount, currency, iban, counterparty, remittance }];
    });
  });
}

/** Up to which day payments are in the balance a list last gave an item; of one a list brought without a balance, that of the list. */
function listedUntilOf({ listed, importId }: OpenItem, books: Books): IsoDate | null {
  if (listed) return saidOf(listed).bankUntil;
  const brought = importId === null ? undefined : books.records.import.get(importId);
  return brought && (brought.kind ?? 'list') === 'list' ? brought.bankUntil : null;
}

/** Betalingsverschillen: discounts kept back in time and small rests let go, oldest first. */
function letGo(books: Books): readonly LetGo[] {
  return gathered(books, (ledger, of) =>
    allocationsOf(ledger).flatMap(({ allocation: { kind, date, amount }, item: { number, currency } }) =>
      kind === undefined ? [] : [{ ...of, kind, date, number, amount, currency }],
    ),
  );
}

/** Interest and costs charged in letters that stand, oldest first; booked as they are received. */
function charged(books: Books): readonly Charged[] {
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

export const postBackLists = ['lettered-off', 'let-go', 'charged'] as const;
export type PostBackList = (typeof postBackLists)[number];

/** The rows of each list. */
export interface PostBack {
  readonly 'lettered-off': readonly LetteredOff[];
  readonly 'let-go': readonly LetGo[];
  readonly charged: readonly Charged[];
}

export function postBackOf(books: Books): PostBack {
  return { 'lettered-off': letteredOff(books), 'let-go': letGo(books), charged: charged(books) };
}

/** A list as a table a Dutch spreadsheet opens, its headings from the catalogue. */
export function postBackTable(lists: PostBack, list: PostBackList, t: Translate): string {
  const { columns, rows } = cellsOf(lists, list, t);
  const headings = columns.map((column) => t(`aansluiting.column.${column}`));
  return csvTable(headings, rows);
}

interface Cells {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function cellsOf(lists: PostBack, list: PostBackList, t: Translate): Cells {
  switch (list) {
    case 'lettered-off':
      return {
        columns: ['date', 'code', 'name', 'number', 'amount', 'currency', 'iban', 'counterparty', 'remittance'],
        rows: lists['lettered-off'].map(({ number, amount, currency, iban, counterparty, remittance, ...of }) => [
          ...who(of),
          { text: number },
          { amount },
          { text: currency },
          { text: iban },
          { text: counterparty },
          { text: remittance },
        ]),
      };
    case 'let-go':
      return {
        columns: ['date', 'code', 'name', 'number', 'amount', 'currency', 'kind'],
        rows: lists['let-go'].map(({ number, amount, currency, kind, ...of }) => [
          ...who(of),
          { text: number },
          { amount },
          { text: currency },
          { text: t(`aansluiting.cause.${kind}`) },
        ]),
      };
    case 'charged':
      return {
        columns: ['date', 'code', 'name', 'letter', 'interest', 'costs', 'currency'],
        rows: lists.charged.map(({ letter, interest, costs, currency, ...of }) => [
          ...who(of),
          { text: t(`letters.kind.${letter}`) },
          { amount: interest },
          { amount: costs },
          { text: currency },
        ]),
      };
  }
}

function who({ date, debtorCode, debtorName }: Of & { readonly date: IsoDate }): readonly Cell[] {
  return [{ date }, { text: debtorCode }, { text: debtorName }];
}
