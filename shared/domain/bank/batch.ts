import type { IsoDate } from '../../dates/civil.ts';
import type { FileStatement } from '../../formats/bank/file-set.ts';
import type { BankTransaction } from '../../formats/bank/statement.ts';
import { type Cents, type Currency, sumOf } from '../../money/cents.ts';
import { accountKey } from './accounts.ts';
import { referencePrint } from './fingerprint.ts';
import type { BankLine, KnownBatch, StatementRecord } from './line.ts';

/*
 * A bank books a batch in one amount in one file and payment by payment in another (criterion A7). Both are the same money: what
 * is in the books first counts, whichever of the two it is.
 */

/** A batch of which the payments are known one by one. */
export interface TakenApart extends KnownBatch {
  readonly account: string;
  readonly currency: Currency;
}

/** A line that may be a whole batch. */
export interface WholeBatch {
  readonly account: string;
  readonly currency: Currency;
  readonly date: IsoDate;
  readonly amount: Cents;
  /** Payments in it, as the file says. */
  readonly count: number | null;
  readonly references: readonly string[];
  /** Whether the file says it is a batch. */
  readonly isBatch: boolean;
}

/** A whole with the batch it is, for certain or perhaps. */
export interface Pairing<W, B> {
  readonly whole: W;
  readonly batch: B;
  readonly certain: boolean;
}

const batchText = /\b(?:\w*BATCH|VERZAMEL\w*|TOTAAL (\d+) (?:VZ|POSTEN))\b/i;

/** A new line as a whole; null for one that is no batch: a part of one, or a payment of somebody with an account. */
export function wholeOf(account: string, currency: Currency, line: BankTransaction): WholeBatch | null {
  if (line.batch?.role === 'part') return null;
  const { bookDate: date, amount, counterpartyIban: iban, remittance, bankReference, batch } = line;
  return whole({ account, currency, date, amount, iban, remittance, bankReference, batch: batch && marked(batch) });
}

/** A line of the books as a whole; null for one that is none. */
export function wholeOfLine(line: BankLine): WholeBatch | null {
  return line.twice === 'part' || line.twice === 'perhaps-part' ? null : whole(line);
}

/** What a file says of a batch as it is kept: references as prints. */
export function marked({ count, references }: NonNullable<BankTransaction['batch']>): NonNullable<BankLine['batch']> {
  return { count, references: references.map(referencePrint) };
}

type Said = Pick<BankLine, 'account' | 'currency' | 'date' | 'amount' | 'iban' | 'remittance' | 'bankReference'> & {
  readonly batch?: BankLine['batch'];
};

function whole({ account, currency, date, amount, iban, remittance, bankReference, batch }: Said): WholeBatch | null {
  if (amount === 0 || (iban !== null && batch === undefined)) return null;
  const text = batchText.exec(remittance ?? '');
  const references = new Set(batch?.references);
  if (bankReference !== null) references.add(referencePrint(bankReference));
  return {
    account: accountKey(account),
    currency,
    date,
    amount,
    count: batch?.count ?? (text?.[1] === undefined ? null : Number(text[1])),
    references: [...references],
    isBatch: batch !== undefined || text !== null,
  };
}

/** Batches a statement takes apart, with the places of their payments in it. */
export function batchesIn({ account, currency, transactions }: FileStatement['statement']): readonly {
  readonly batch: TakenApart;
  readonly places: readonly number[];
}[] {
  const entries = new Map<number, number[]>();
  transactions.forEach(({ batch }, place) => {
    if (batch?.role !== 'part') return;
    const places = entries.get(batch.entry);
    if (places) places.push(place);
    else entries.set(batch.entry, [place]);
  });
  return [...entries.values()].map((places) => {
    const parts = places.map((place) => transactions[place]!);
    const { bookDate: date, batch } = parts[0]!;
    const own = parts.flatMap(({ bankReference }) => bankReference ?? []);
    const references = [...new Set([...(batch?.references ?? []), ...own].map(referencePrint))];
    const amount = sumOf(parts, (part) => part.amount);
    const taken = { date, amount, count: places.length, references };
    return { batch: { ...taken, account: accountKey(account), currency: currency ?? 'EUR' }, places };
  });
}

/** Batches that were taken apart before. */
export function knownBatches(statements: Iterable<StatementRecord>): readonly TakenApart[] {
  return [...statements].flatMap(({ account, currency, batches = [] }) =>
    batches.map((batch) => ({ ...batch, account: accountKey(account), currency: currency ?? 'EUR' })),
  );
}

/**
 * Which wholes are which batches: of one account, currency and booking day and of one signed amount. Certain where the file says
 * the whole is a batch, no count differs, and a reference is shared; or where one of them has no reference, the counts are equal
 * and there is a batch for each such whole. Every whole and every batch is one of one pair at most; a whole that is not surely
 * one is perhaps one of the batches that are left.
 */
export function pairBatches<W extends WholeBatch, B extends TakenApart>(
  wholes: readonly W[],
  batches: readonly B[],
): readonly Pairing<W, B>[] {
  const byKey = new Map<string, B[]>();
  for (const batch of batches) {
    const own = byKey.get(keyOf(batch));
    if (own) own.push(batch);
    else byKey.set(keyOf(batch), [batch]);
  }
  const asked = new Map<string, W[]>();
  for (const one of wholes) {
    const key = keyOf(one);
    if (!byKey.has(key)) continue;
    const own = asked.get(key);
    if (own) own.push(one);
    else asked.set(key, [one]);
  }
  return [...asked].flatMap(([key, own]) => pairsOf(own, byKey.get(key)!));
}

function keyOf({ account, currency, date, amount }: WholeBatch | TakenApart): string {
  return `${account}/${currency}/${date}/${amount}`;
}

function pairsOf<W extends WholeBatch, B extends TakenApart>(wholes: W[], batches: B[]): Pairing<W, B>[] {
  const pairs: Pairing<W, B>[] = [];
  const left = new Set(batches);
  let open = wholes;
  const take = (whole: W, batch: B, certain: boolean): void => {
    pairs.push({ whole, batch, certain });
    left.delete(batch);
    open = open.filter((one) => one !== whole);
  };
  for (const one of wholes) {
    const shared = [...left].find((batch) => isShared(one, batch));
    if (one.isBatch && shared && !differs(one, shared)) take(one, shared, true);
  }
  for (const count of new Set(open.map((one) => one.count))) {
    const alike = open.filter((one) => one.isBatch && one.count === count);
    const fits = [...left].filter((batch) => batch.count === count);
    if (alike.length > fits.length) continue;
    if (!alike.every((one) => fits.every((batch) => isSilent(one, batch)))) continue;
    alike.forEach((one, at) => {
      take(one, fits[at]!, true);
    });
  }
  const [batch] = left;
  return batch ? [...pairs, ...open.map((one) => ({ whole: one, batch, certain: false }))] : pairs;
}

function isShared(one: WholeBatch, { references }: TakenApart): boolean {
  return one.references.some((reference) => references.includes(reference));
}

function differs({ count }: WholeBatch, batch: TakenApart): boolean {
  return count !== null && count !== batch.count;
}

/** Whether there are no references to compare. */
function isSilent(one: WholeBatch, batch: TakenApart): boolean {
  return one.references.length === 0 || batch.references.length === 0;
}
