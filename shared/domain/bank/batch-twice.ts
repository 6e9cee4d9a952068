import { formatDate } from '../../dates/civil.ts';
import type { FileStatement, FileWarning } from '../../formats/bank/file-set.ts';
import { formatProblem } from '../../formats/problem.ts';
import { formatMoney } from '../../money/cents.ts';
import type { Books } from '../books.ts';
import { batchesIn, knownBatches, pairBatches, type TakenApart, wholeOf, wholeOfLine } from './batch.ts';
import type { BankLine, StatementRecord, Twice } from './line.ts';
import { lineOf, type NewLine } from './new-line.ts';

/** A statement with the fingerprints of its new lines; null for one that is known. */
export interface FoundStatement {
  readonly fileName: string;
  readonly statement: FileStatement['statement'];
  readonly ids: readonly (string | null)[];
}

/** New lines without money that came in otherwise. */
export interface BatchesSeen {
  /** Lines to be matched. */
  readonly lines: readonly NewLine[];
  /** Per statement what is kept of it to know its lines by. */
  readonly kept: readonly Pick<StatementRecord, 'fingerprints' | 'batches'>[];
  /** As in `BankDiff`; new ones have no import yet. */
  readonly twice: readonly BankLine[];
  readonly warnings: readonly FileWarning[];
}

/** A batch whose payments come in now. */
interface Incoming extends TakenApart {
  readonly fileName: string;
  readonly places: readonly string[];
}

/**
 * New lines without what is in the books as the whole of a batch, or as its payments: a whole whose payments are known is known;
 * payments of a whole that waits set it aside; payments of a whole that was matched are set aside themselves. Where that is not
 * certain, what came last has to be looked at, and a whole that waits says what it may be.
 */
export function withoutBatchesTwice(books: Books, found: readonly FoundStatement[]): BatchesSeen {
  const incoming = incomingBatches(found);
  const places = new Map<string, Twice | 'known'>();
  const before = knownBatches(books.records.statement.values());
  for (const fileName of new Set(found.map((one) => one.fileName))) {
    const others = incoming.filter((batch) => batch.fileName !== fileName);
    if (before.length + others.length === 0) continue;
    for (const { whole, certain } of pairBatches(newWholes(found, fileName), [...before, ...others])) {
      places.set(whole.place, certain ? 'known' : 'perhaps-whole');
    }
  }
  const twice: BankLine[] = [];
  const warnings: FileWarning[] = [];
  for (const { whole, batch, certain } of pairBatches(waitingWholes(books, incoming), incoming)) {
    const { line } = whole;
    const { fileName } = batch;
    const params = { amount: formatMoney(line.amount, line.currency), date: formatDate(line.date) };
    if (line.state === 'matched') {
      for (const place of batch.places) places.set(place, certain ? 'part' : 'perhaps-part');
      const count = batch.places.length;
      if (certain) warnings.push({ fileName, problem: formatProblem('bank-batch-parts', { ...params, count }) });
    } else if (certain) {
      twice.push({ ...line, state: 'set-aside', twice: 'whole' });
      warnings.push({ fileName, problem: formatProblem('bank-batch-whole', params) });
    } else if (line.state === 'review') twice.push({ ...line, twice: 'perhaps-whole' });
  }
  const lines: NewLine[] = [];
  const kept = found.map(({ statement: { account, currency, transactions }, ids }, at) => {
    const fingerprints: string[] = [];
    transactions.forEach((transaction, place) => {
      const id = ids[place];
      const double = places.get(placeOf(at, place));
      if (id == null || double === 'known') return;
      fingerprints.push(id);
      const line: NewLine = { id, account, currency: currency ?? 'EUR', transaction };
      if (double === 'part') twice.push({ ...lineOf(line, ''), state: 'set-aside', twice: double });
      else lines.push(double === undefined ? line : { ...line, twice: double });
    });
    const own = incoming.filter((batch) => batch.places[0]!.startsWith(`${at}/`));
    const batches = own.map(({ date, amount, count, references }) => ({ date, amount, count, references }));
    return { fingerprints, ...(batches.length === 0 ? {} : { batches }) };
  });
  return { lines, kept, twice, warnings };
}

function placeOf(statement: number, place: number): string {
  return `${statement}/${place}`;
}

/** Batches taken apart of which a payment is new. */
function incomingBatches(found: readonly FoundStatement[]): readonly Incoming[] {
  return found.flatMap(({ fileName, statement, ids }, at) =>
    batchesIn(statement)
      .filter(({ places }) => places.some((place) => ids[place] != null))
      .map(({ batch, places }) => ({ ...batch, fileName, places: places.map((place) => placeOf(at, place)) })),
  );
}

function newWholes(found: readonly FoundStatement[], fileName: string) {
  return found.flatMap(({ statement: { account, currency, transactions }, ids, ...own }, at) =>
    own.fileName !== fileName
      ? []
      : transactions.flatMap((transaction, place) => {
          const whole = ids[place] == null ? null : wholeOf(account, currency ?? 'EUR', transaction);
          return whole === null ? [] : [{ ...whole, place: placeOf(at, place) }];
        }),
  );
}

/** Lines of the books that may be the whole of a batch that comes in. */
function waitingWholes(books: Books, incoming: readonly Incoming[]) {
  if (incoming.length === 0) return [];
  const days = new Set(incoming.map(({ date, amount }) => `${date}/${amount}`));
  return [...books.records.bankLine.values()].flatMap((line) => {
    if (!days.has(`${line.date}/${line.amount}`)) return [];
    if (line.state === 'set-aside' && line.twice === 'whole') return [];
    const whole = wholeOfLine(line);
    return whole === null ? [] : [{ ...whole, line }];
  });
}
