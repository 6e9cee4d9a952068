import type { BankLine } from '#shared/domain/bank/line.ts';
import { type Books, debtorIn } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { ChainId, EventType } from '#shared/domain/event.ts';
import type { Steps } from '#shared/domain/steps.ts';
import { ItemIndex } from '#shared/matching/item-index.ts';
import { NameWords } from '#shared/matching/likely-debtors.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { inSlices } from './slices.ts';

/** What changes only what one debtor has open, or what it pays from. */
const moving: ReadonlySet<EventType> = new Set([
  'payment',
  'payment-removed',
  'item-closed',
  'item-reopened',
  'item-presumed-paid',
]);
/** What brings items, names or numbers that any line may turn out to be about. */
const telling: ReadonlySet<EventType> = new Set([
  'import',
  'import-undone',
  'administration-changed',
  'debtor-created',
  'debtor-changed',
  'debtor-merged',
  'item-added',
  'item-corrected',
  'item-removed',
]);

/**
 * What waiting lines may be, kept between decisions: matching a thousand lines anew after each of them would hold up the next.
 * What an event touched is matched again; the rest stands.
 */
export class ReviewBoard {
  private readonly found = new Map<string, readonly MatchCandidate[]>();
  /** Events of each chain that have been reckoned with. */
  private readonly seen: Map<ChainId, number>;
  private words: NameWords | null = null;
  private running: Promise<void> | null = null;

  constructor(private readonly books: Books) {
    this.seen = new Map([...books.chains].map(([id, chain]) => [id, chain.length]));
  }

  /** Candidates of every line that waits, by line, as the books are when it answers. */
  async candidates(): Promise<ReadonlyMap<string, readonly MatchCandidate[]>> {
    for (;;) {
      this.forgetTouched();
      const left = waitingIn(this.books).filter(({ id }) => !this.found.has(id));
      if (left.length === 0) return this.found;
      await this.match(left);
    }
  }

  /** Debtors by the words of their names, read once as long as no debtor changes; of the books as {@link candidates} found them. */
  get names(): NameWords {
    this.words ??= new NameWords(this.books);
    return this.words;
  }

  /** Matches lines in slices; stops when the books have changed meanwhile. */
  private match(lines: readonly BankLine[]): Promise<void> {
    const { books } = this;
    const { seq } = books;
    this.running ??= inSlices(whileHolds(() => books.seq === seq, this.matching(lines))).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private *matching(lines: readonly BankLine[]): Steps<void> {
    const { books, found } = this;
    const matcher = new Matcher(books, yield* ItemIndex.steps(books));
    for (const [at, line] of lines.entries()) {
      found.set(line.id, matcher.match(line).candidates);
      yield at;
    }
  }

  private forgetTouched(): void {
    const { books, found, seen } = this;
    const touched = new Set<DebtorId>();
    for (const [id, chain] of books.chains) {
      const from = seen.get(id) ?? 0;
      if (chain.length === from) continue;
      seen.set(id, chain.length);
      const types = chain.slice(from).map(({ type }) => type);
      if (types.some((type) => telling.has(type))) {
        found.clear();
        this.words = null;
      } else if (id !== 'administration' && types.some((type) => moving.has(type))) touched.add(id);
    }
    for (const [id, candidates] of found) {
      const line = books.records.bankLine.get(id);
      if (line?.state !== 'review' || this.isTouched(line, candidates, touched)) found.delete(id);
    }
  }

  /** Whether a line has to do with a debtor: by a candidate, by the account it was paid from, or because a reason names it. */
  private isTouched(line: BankLine, candidates: readonly MatchCandidate[], touched: ReadonlySet<DebtorId>): boolean {
    for (const debtorId of touched) {
      const ledger = this.books.ledgers.get(debtorId);
      const debtor = debtorIn(ledger);
      if (line.iban !== null && (ledger?.payer?.[line.iban] || debtor?.iban === line.iban)) return true;
      const isNamed = candidates.some(
        (candidate) =>
          candidate.debtorId === debtorId ||
          candidate.parts.some((part) => part.debtorId === debtorId) ||
          (debtor !== null && candidate.reasons.some(({ params }) => params.debtor === debtor.name)),
      );
      if (isNamed) return true;
    }
    return false;
  }
}

/** The same steps as long as something holds, which is looked at before each. */
function* whileHolds(holds: () => boolean, steps: Steps<void>): Steps<void> {
  while (holds()) {
    const step = steps.next();
    if (step.done) return;
    yield step.value;
  }
}

/** Lines that wait, largest first. */
export function waitingIn(books: Books): readonly BankLine[] {
  return [...books.records.bankLine.values()]
    .filter(({ state }) => state === 'review')
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.date < b.date ? 1 : -1));
}
