import type { Books } from '#shared/domain/books.ts';
import type { Match, MatchCandidate, MatchPart } from '#shared/matching/match.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { Draw } from './matching-draw.ts';
import { drawPayments, type Paid } from './matching-payments.ts';
import { numberForms } from './matching-texts.ts';
import { addInvoices, booksOf, drawYear } from './matching-year.ts';
import { type BenchRow, row } from './measure.ts';

/** How receipts came out: accepted at once, proposed for review, or left without a candidate; the best one right or wrong. */
export interface Outcome {
  accepted: { right: number; wrong: number };
  proposed: { right: number; wrong: number };
  left: { right: number; wrong: number };
}

export interface YearResult {
  readonly texts: 'plain' | 'awkward';
  readonly form: string;
  readonly seed: number;
  readonly receipts: number;
  readonly right: number;
  readonly wrongAccepted: number;
  readonly outcome: Outcome;
  readonly messes: Readonly<Record<string, Outcome>>;
  readonly msPerThousand: number;
}

interface YearSize {
  readonly debtors: number;
  readonly invoices: number;
  readonly payments: number;
}

const fullYear: YearSize = { debtors: 400, invoices: 5_000, payments: 4_600 };
const smallYear: YearSize = { debtors: 120, invoices: 1_000, payments: 900 };
const styles = { plain: { noise: 0.25, isAwkward: false }, awkward: { noise: 0.6, isAwkward: true } } as const;

/** A receipt that came out otherwise than it was meant. */
export type Wrong = (paid: Paid, match: Match) => void;

function newOutcome(): Outcome {
  return { accepted: { right: 0, wrong: 0 }, proposed: { right: 0, wrong: 0 }, left: { right: 0, wrong: 0 } };
}

/**
 * A generated year matched as an office would: the books grow by the month, each receipt sees what earlier ones took, and
 * one that is reviewed is laid as it was meant.
 */
export function matchYear(
  form: string,
  seed: number,
  size: YearSize = fullYear,
  texts: keyof typeof styles = 'plain',
  onWrong?: Wrong,
): YearResult {
  const draw = new Draw(seed);
  const year = drawYear(draw, form, size);
  const outcome = newOutcome();
  const messes: Record<string, Outcome> = {};
  let month = '';
  let books: Books | null = null;
  let matcher: Matcher | null = null;
  let receipts = 0;
  let spent = 0;
  for (const paid of drawPayments(draw, year, size.payments, styles[texts])) {
    if (!matcher || !books || paid.receipt.date.slice(0, 7) !== month) {
      month = paid.receipt.date.slice(0, 7);
      books ??= booksOf(year, '');
      addInvoices(books, year, `${month}-31`);
      matcher = new Matcher(books);
    }
    const start = performance.now();
    const match = matcher.match(paid.receipt);
    spent += performance.now() - start;
    receipts++;
    const best = match.candidates[0];
    const isRight = best ? isMeant(best, paid) : paid.debtorId === null;
    const how = match.accepted ? 'accepted' : best ? 'proposed' : 'left';
    messes[paid.mess] ??= newOutcome();
    for (const counts of [outcome, messes[paid.mess]!]) counts[how][isRight ? 'right' : 'wrong']++;
    if (!isRight) onWrong?.(paid, match);
    if (paid.debtorId !== null) {
      const { parts, debtorId, rest } = paid;
      matcher.take({ parts, debtorId, rest, score: 1, reasons: [] }, paid.receipt);
      keep(books, paid);
    }
  }
  const right = outcome.accepted.right + outcome.proposed.right + outcome.left.right;
  return {
    texts,
    form,
    seed,
    receipts,
    right: Math.round((right / receipts) * 10_000) / 100,
    wrongAccepted: outcome.accepted.wrong,
    outcome,
    messes,
    msPerThousand: Math.round((spent / receipts) * 1_000),
  };
}

function isMeant(best: MatchCandidate, paid: Paid): boolean {
  if (paid.debtorId === null) return false;
  const key = (parts: readonly MatchPart[]) =>
    parts
      .map(({ debtorId, itemId, amount, discount }) => `${debtorId}/${itemId}=${amount}-${discount}`)
      .sort()
      .join('|');
  return key(best.parts) === key(paid.parts) && best.rest === paid.rest && best.debtorId === paid.debtorId;
}

/** Lays a payment in the books as it was meant, and remembers the account. */
function keep(books: Books, { receipt, parts, debtorId }: Paid): void {
  const ledger = books.ledgers.get(debtorId!)!;
  const { id, date, amount, currency, counterparty, iban, remittance } = receipt;
  ledger.payment = {
    ...ledger.payment,
    [id]: { id, date, amount, currency, source: 'bank', counterparty, iban, remittance, importId: null },
  };
  const lines = parts.flatMap((part, place) => [
    [
      `${id}-${place}`,
      { id: `${id}-${place}`, paymentId: id, itemId: part.itemId, date, amount: part.amount },
    ] as const,
    ...(part.discount > 0
      ? [
          [
            `${id}-${place}d`,
            {
              id: `${id}-${place}d`,
              paymentId: id,
              itemId: part.itemId,
              date,
              amount: part.discount,
              kind: 'discount',
            },
          ] as const,
        ]
      : []),
  ]);
  ledger.allocation = { ...ledger.allocation, ...Object.fromEntries(lines) };
  if (iban !== null && amount > 0 && parts.length > 0)
    ledger.payer = { ...ledger.payer, [iban]: { iban, name: counterparty, since: date } };
}

/** Every form of number, with texts as payers write them and as bad as they come. */
export function matchingYears(small: boolean): readonly YearResult[] {
  const size = small ? smallYear : fullYear;
  return Object.keys(numberForms).flatMap((form, place) => [
    matchYear(form, 11 + place, size, 'plain'),
    matchYear(form, 51 + place, size, 'awkward'),
  ]);
}

/** Speed: the index of a large administration, and a thousand receipts matched in it. */
export function matchingRows(items: number): BenchRow[] {
  const draw = new Draw(3);
  const year = drawYear(draw, 'year-dash', { debtors: Math.ceil(items / 10), invoices: items });
  const books = booksOf(year, '9999');
  const builds: number[] = [];
  let matcher = new Matcher(books);
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    matcher = new Matcher(books);
    builds.push(performance.now() - start);
  }
  const receipts = [...drawPayments(draw, year, 1_000, styles.plain)].map(({ receipt }) => receipt);
  const runs: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    for (const receipt of receipts) matcher.match(receipt);
    runs.push(performance.now() - start);
  }
  const size = `${items} items`;
  return [
    row('build the index of items', builds, { size, must: 1_000 }),
    row('match 1000 receipts', runs, { size, must: 5_000 }),
  ];
}
