import type { BankLine } from '#shared/domain/bank/line.ts';
import { type Books, debtorIn } from '#shared/domain/books.ts';
import { restsLeft } from '#shared/domain/commands/bank.ts';
import { readReasons, type ShownReason } from '#shared/matching/why.ts';
import { sumOf } from '#shared/money/cents.ts';
import type { TakenLine, TakenPart } from '../db/import-api.ts';

/** Bank lines that were decided on, newest first, each with what it was taken as; `limit` matched ones and as many set aside. */
export function takenLines(books: Books, limit: number): readonly TakenLine[] {
  const decided = [...books.records.bankLine.values()].filter(({ state }) => state !== 'review').sort(newestFirst);
  const shown = (['matched', 'set-aside'] as const).flatMap((state) =>
    decided.filter((line) => line.state === state).slice(0, limit),
  );
  return shown.sort(newestFirst).map((line) => takenLine(books, line));
}

function newestFirst(a: BankLine, b: BankLine): number {
  return a.date === b.date ? Math.abs(b.amount) - Math.abs(a.amount) : a.date < b.date ? 1 : -1;
}

function takenLine(books: Books, line: BankLine): TakenLine {
  const parts = line.taken.flatMap(({ debtorId, paymentId }) => partsOf(books, debtorId, paymentId));
  const money = parts.filter(({ kind }) => kind === null);
  const rest = line.state === 'matched' ? line.amount - sumOf(money, ({ amount }) => amount) : 0;
  const small = sumOf(restsLeft(books, line), ({ left }) => left);
  return { line, parts, rest, small, reasons: reasonsOf(books, line) };
}

/** As the event says that made the payment. */
function reasonsOf(books: Books, { taken: [first] }: BankLine): readonly ShownReason[] {
  if (!first) return [];
  const made = books.chains
    .get(first.debtorId)
    ?.findLast(({ type, data }) => type === 'payment' && data.paymentId === first.paymentId);
  return readReasons(Array.isArray(made?.data.why) ? (made.data.why as readonly string[]) : []);
}

function partsOf(books: Books, debtorId: number, paymentId: string): TakenPart[] {
  const ledger = books.ledgers.get(debtorId);
  const debtorName = debtorIn(ledger)?.name ?? '';
  const parts = Object.values(ledger?.allocation ?? {})
    .filter((allocation) => allocation.paymentId === paymentId)
    .map(({ itemId, amount, kind }) => {
      const item = ledger?.item?.[itemId];
      return { debtorId, debtorName, itemId, number: item?.number ?? '', amount, kind: kind ?? null };
    });
  // All of it became credit: the debtor is still who it is from.
  return parts.length > 0 ? parts : [{ debtorId, debtorName, itemId: null, number: '', amount: 0, kind: null }];
}
