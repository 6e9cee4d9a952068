import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { administrationIn, type Books, type Change, type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import type { Moment } from '#shared/domain/changes.ts';
import { ratesOf } from '#shared/domain/command-charges.ts';
import { runCommand } from '#shared/domain/command-run.ts';
import { inverseOf, isReversible, undoLines } from '#shared/domain/command-undo.ts';
import type { Command } from '#shared/domain/commands.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { AdministrationMarks, DropOutcome, DropPreview } from '#shared/domain/drop.ts';
import type { ChainId, DossierEvent } from '#shared/domain/event.ts';
import type { ImportChoices, ImportPreview } from '#shared/domain/import-preview.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { LetterOutcome } from '#shared/domain/letter-outcome.ts';
import { settleLetters, unfinishedLetters } from '#shared/domain/letter-rules.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { type Claim, claimOf } from '#shared/dossier/claim.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { type DebtorCharges, debtorCharges } from '#shared/dunning/debtor-charges.ts';
import { planLetter } from '#shared/dunning/plan.ts';
import { policiesOf } from '#shared/dunning/policies.ts';
import type { Proposal, Proposals, Skipped } from '#shared/dunning/proposal.ts';
import { computeProposals, whyNot } from '#shared/dunning/proposals.ts';
import { type StaleRate, staleRatesInUse } from '#shared/dunning/rates-in-use.ts';
import { type Queue, todayQueues } from '#shared/dunning/today.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import type {
  BooksApi,
  BooksEvents,
  Clock,
  FilePort,
  OpenOptions,
  OpenState,
  PlannedBatch,
  SearchHit,
} from '../db/api.ts';
import type { ChoicesByUnit, OfferedFile, ReviewItem, ReviewLine, TakenLine } from '../db/import-api.ts';
import { storedSummaries } from '../db/load.ts';
import { deleteDatabase } from '../db/schema.ts';
import { itemsFitting, reviewLines } from './bank-review.ts';
import { takenLines } from './bank-taken.ts';
import { confirmDrop } from './drop-confirm.ts';
import { DropDesk } from './drop-desk.ts';
import { confirmedImport, ImportDesk, importTakenBack } from './import-desk.ts';
import { OpenBook, type OpenBookPorts } from './open-book.ts';
import { Searcher } from './searcher.ts';
import { SummaryBoard } from './summary-board.ts';
import { touchedBy } from './touched.ts';

export interface BooksPorts extends OpenBookPorts {
  readonly clock: Clock;
  readonly notify: BooksEvents;
  /** Keeps copies of invoices; absent where no files are kept. */
  readonly files?: FilePort;
  /** Takes the right to write a book; absent where nothing else can be writing. */
  readonly lock?: (book: string) => Promise<() => void>;
}

interface Open {
  readonly book: OpenBook;
  readonly board: SummaryBoard;
  readonly searcher: Searcher;
  readonly desk: ImportDesk;
  readonly drops: DropDesk;
  readonly release: () => void;
}

/** What a write rule made of the books, and what its caller wants besides. */
interface Written<T> {
  readonly changes: readonly Change[];
  readonly answer: T;
}

/**
 * The books of one open administration and everything screens ask of them. Needs no Worker, so that tests and the worker
 * run the same. Writes run one after another; reads answer from memory.
 */
export class BooksService implements BooksApi {
  /** Taken over at once when a book is opened, so that whoever asks next waits for it and never hears of the last one. */
  private current: Promise<Open> | null = null;
  private writes: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: BooksPorts) {}

  async open(name: string, options: OpenOptions = {}): Promise<OpenState> {
    const before = this.current;
    const opening = this.inTurn(async () => {
      await end(before);
      return this.openNow(name, options);
    });
    this.current = opening;
    return (await opening).book.state;
  }

  private async openNow(name: string, options: OpenOptions): Promise<Open> {
    const { notify, clock, lock } = this.ports;
    const release = (await lock?.(name)) ?? (() => undefined);
    try {
      const { today } = await clock.moment();
      const book = await OpenBook.open(name, this.ports, options, {
        onProgress: (done, total) => notify.onProgress('open', done, total),
        onReconciled: async (db, state) => {
          const stored = state.state === 'ready' && (await storedSummaries(db, state.seq, today));
          if (stored) notify.onSummaries(stored, true);
        },
      });
      const board = new SummaryBoard(book, today);
      board.storeSoon();
      return {
        book,
        board,
        searcher: new Searcher(book.books),
        desk: new ImportDesk(),
        drops: new DropDesk(),
        release,
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  close(): Promise<void> {
    const before = this.current;
    this.current = null;
    return this.inTurn(() => end(before));
  }

  async discardDatabase(name: string): Promise<void> {
    await this.close();
    await this.inTurn(() => deleteDatabase(name));
  }

  async dayChanged(): Promise<void> {
    if (!this.current) return;
    const { today } = await this.ports.clock.moment();
    const { board } = await this.here();
    board.recompute('all', today);
    this.ports.notify.onSummaries(board.all(), true);
  }

  async administration(): Promise<Administration | null> {
    return administrationIn(await this.books());
  }

  async policies(): Promise<readonly Policy[]> {
    return [...policiesOf(await this.books()).values()];
  }

  async rates(): Promise<RateTables> {
    return ratesOf(await this.books());
  }

  async staleRates(): Promise<readonly StaleRate[]> {
    const { today } = await this.ports.clock.moment();
    return staleRatesInUse(await this.books(), today);
  }

  async settings(): Promise<Readonly<Record<string, unknown>>> {
    return Object.fromEntries((await this.books()).records.setting);
  }

  async summaries(): Promise<readonly DebtorSummary[]> {
    return (await this.here()).board.all();
  }

  async ledger(debtorId: DebtorId): Promise<DebtorLedger | null> {
    return (await this.books()).ledgers.get(debtorId) ?? null;
  }

  /** A copy: the chain itself grows in place, which a screen in the same thread would not see as a new answer. */
  async events(chain: ChainId): Promise<readonly DossierEvent[]> {
    return [...((await this.books()).chains.get(chain) ?? [])];
  }

  async imports(): Promise<readonly ImportRecord[]> {
    return [...(await this.books()).records.import.values()].sort((a, b) => (a.at > b.at ? -1 : 1));
  }

  async search(text: string, limit: number): Promise<readonly SearchHit[]> {
    return (await this.here()).searcher.search(text, limit);
  }

  run(command: Command): Promise<{ readonly seq: number; readonly undo: readonly Change[] | null }> {
    return this.write('save', (books, moment) => {
      const changes = runCommand(books, command, moment);
      return { changes, answer: isReversible(command) ? inverseOf(books, changes) : null };
    }).then(({ seq, answer }) => ({ seq, undo: answer }));
  }

  async undo(lines: readonly Change[]): Promise<void> {
    await this.write('save', (books, moment) => ({ changes: undoLines(books, lines, moment), answer: null }));
  }

  async fillDemo(): Promise<void> {
    const { demoChanges } = await import('#shared/demo/generate.ts');
    await this.write('demo', (books, { today }) => ({
      changes: books.seq === 0 ? demoChanges(today) : [],
      answer: null,
    }));
  }

  async previewImport(fileName: string, bytes: ArrayBuffer, choices: ImportChoices): Promise<ImportPreview> {
    const { book, desk } = await this.here();
    const { today } = await this.ports.clock.moment();
    return desk.preview(book.books, fileName, new Uint8Array(bytes), choices, today);
  }

  async confirmImport(previewId: string, choices: ImportChoices, stored?: string): Promise<ImportRecord> {
    const { answer } = await this.write('import', async (books, moment, { book, desk }) => {
      const file = await desk.file(books, previewId, choices);
      // The oldest import that can be taken back makes way for this one.
      await book.loadUndo();
      const { changes, record } = confirmedImport(books, file, moment, stored);
      return { changes, answer: { record, forget: () => desk.drop(previewId) } };
    });
    answer.forget();
    return answer.record;
  }

  async undoImport(importId: string): Promise<void> {
    await this.write('import', async (books, moment, { book }) => {
      await book.loadUndo();
      return { changes: importTakenBack(books, importId, moment), answer: null };
    });
  }

  async openDrop(files: readonly OfferedFile[], portfolio: readonly AdministrationMarks[]): Promise<DropPreview> {
    const { book, drops } = await this.here();
    const moment = await this.ports.clock.moment();
    const tell = (done: number, total: number) => this.ports.notify.onProgress('reading', done, total);
    return drops.open(book.books, files, portfolio, moment, tell);
  }

  async chooseDrop(dropId: string, choices: ChoicesByUnit): Promise<DropPreview> {
    const { book, drops } = await this.here();
    return drops.choose(book.books, dropId, choices, await this.ports.clock.moment());
  }

  async leaveDrop(dropId: string | null): Promise<void> {
    (await this.here()).drops.leave(dropId);
  }

  async confirmDrop(
    dropId: string,
    choices: ChoicesByUnit,
    stored: Readonly<Record<string, readonly string[]>>,
  ): Promise<DropOutcome> {
    const { book, drops } = await this.here();
    const drop = await drops.chosen(dropId, choices);
    const { clock, files = null } = this.ports;
    const outcome = await confirmDrop(drop, stored, {
      book: book.name,
      files,
      now: async () => ({ books: book.books, moment: await clock.moment() }),
      write: (rule) =>
        this.write('import', async (books, moment) => {
          // The oldest import that can be taken back makes way for this one.
          await book.loadUndo();
          const { changes, record } = rule(books, moment);
          return { changes, answer: record };
        }).then(({ answer }) => answer),
    });
    if (!outcome.stopped) drops.leave(dropId);
    return outcome;
  }

  async undoImports(importIds: readonly string[]): Promise<void> {
    for (const importId of importIds) await this.undoImport(importId);
  }

  async bankReview(): Promise<readonly ReviewLine[]> {
    return reviewLines(await this.books());
  }

  async itemsToMatch(search: string, limit: number, settled: boolean): Promise<readonly ReviewItem[]> {
    return itemsFitting(await this.books(), search, limit, settled);
  }

  async bankTaken(limit: number): Promise<readonly TakenLine[]> {
    return takenLines(await this.books(), limit);
  }

  async proposals(acceptStale: string | null): Promise<Proposals> {
    const { today } = await this.ports.clock.moment();
    return proposalsIn(await this.books(), today, acceptStale);
  }

  async queues(acceptStale: string | null): Promise<readonly Queue[]> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    return todayQueues(books, proposalsIn(books, today, acceptStale));
  }

  async whyNot(debtorId: DebtorId): Promise<Skipped> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    const answer = whyNot(books, creditorIn(books), debtorId, { today });
    if (!answer) throw new FailureError(fail('not-found', `no debtor ${debtorId}`).error);
    return answer;
  }

  async charges(debtorId: DebtorId): Promise<DebtorCharges | null> {
    const { today } = await this.ports.clock.moment();
    return debtorCharges(await this.books(), debtorId, today);
  }

  async claim(debtorId: DebtorId): Promise<Claim | null> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    const ledger = books.ledgers.get(debtorId);
    const debtor = debtorIn(ledger);
    return ledger && debtor ? claimOf(ledger, debtor, creditorIn(books), ratesOf(books), today) : null;
  }

  async planOf(proposal: Proposal): Promise<LetterPlan | null> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    return planLetter(books, creditorIn(books), proposal, { today });
  }

  async planBatch(proposals: readonly Proposal[], acceptStale: string | null): Promise<PlannedBatch> {
    const { answer } = await this.write('letters', (books, moment) => {
      const { changes, ...answer } = planBatch(books, creditorIn(books), proposals, { ...moment, acceptStale });
      return { changes, answer };
    });
    return answer;
  }

  async settle(outcomes: readonly LetterOutcome[]): Promise<void> {
    await this.write('letters', (books, moment) => ({ changes: settleLetters(books, outcomes, moment), answer: null }));
  }

  async unfinished(): Promise<PlannedBatch> {
    const left = unfinishedLetters(await this.books());
    return { batchId: '', plans: [], dropped: [], ...left, recomputed: [] };
  }

  private async here(): Promise<Open> {
    if (!this.current) throw new FailureError(fail('not-found', 'no administration is open').error);
    return this.current;
  }

  private async books(): Promise<Books> {
    return (await this.here()).book.books;
  }

  /**
   * Runs a write rule on the books as they are when its turn comes, and commits what it made; nothing made is nothing
   * written. The books are those that were open when it was asked for, whatever is opened after.
   */
  private write<T>(
    job: string,
    rule: (books: Books, moment: Moment, open: Open) => Written<T> | Promise<Written<T>>,
  ): Promise<{ seq: number; answer: T }> {
    const current = this.here();
    // Heard when its turn comes; until then a failed opening is nobody's.
    current.catch(() => undefined);
    return this.inTurn(async () => {
      const open = await current;
      const { book, board, searcher } = open;
      const { notify, clock } = this.ports;
      const moment = await clock.moment();
      const { changes, answer } = await rule(book.books, moment, open);
      if (changes.length === 0) return { seq: book.books.seq, answer };
      notify.onSaving(true);
      try {
        const seq = await book.commit(changes, (done, total) => notify.onProgress(job, done, total));
        const touched = touchedBy(changes);
        searcher.forget();
        const changed = board.recompute(touched, moment.today);
        board.storeSoon();
        notify.onSummaries(changed, touched === 'all');
        notify.onCommitted(seq, touched);
        return { seq, answer };
      } finally {
        notify.onSaving(false);
      }
    });
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.writes.then(task);
    this.writes = turn.catch(() => undefined);
    return turn;
  }
}

/** The administration letters are made for; `not-found` in books without one. */
function creditorIn(books: Books): Administration {
  const administration = administrationIn(books);
  if (!administration) throw new FailureError(fail('not-found', 'this book has no administration').error);
  return administration;
}

function proposalsIn(books: Books, today: string, acceptStale: string | null): Proposals {
  const administration = administrationIn(books);
  if (!administration) return { today, proposals: [], tasks: [], skipped: [] };
  return computeProposals(books, administration, { today, acceptStale });
}

/** Ends a book that was opened, or was being opened: its summaries kept, its database closed, the right to write given back. */
async function end(opened: Promise<Open> | null): Promise<void> {
  const open = await opened?.catch(() => null);
  if (!open) return;
  await open.board.store();
  open.book.close();
  open.release();
}
