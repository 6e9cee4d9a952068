import type { Administration } from '#shared/domain/administration.ts';
import type { Change, DebtorLedger } from '#shared/domain/books.ts';
import type { Moment } from '#shared/domain/changes.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { LetterOutcome, PlannedLetters, RecomputedProposal } from '#shared/domain/letters/outcome.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { Claim } from '#shared/dossier/claim.ts';
import type { DebtorCharges } from '#shared/dunning/debtor-charges.ts';
import type { Proposal, Proposals, Skipped } from '#shared/dunning/proposal.ts';
import type { StaleRate } from '#shared/dunning/rates-in-use.ts';
import type { Queue } from '#shared/dunning/today.ts';
import type { PostBack } from '#shared/insight/post-back.ts';
import type { Reconciliation } from '#shared/insight/reconciliation.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { ImportApi } from './import-api.ts';

/*
 * What the books worker does for the screens. The worker owns the books of the open administration in memory and is the
 * only writer of its Dexie database; screens call these methods through renderer/db/client.ts and never touch Dexie to write.
 */

export type OpenState =
  | { readonly state: 'ready'; readonly seq: number; readonly replayed: number }
  /** The database is ahead of the journal, or the journal is damaged: read-only until the user chose. */
  | {
      readonly state: 'read-only';
      readonly reason: 'journal-behind' | 'journal-broken' | 'safe-mode' | 'newer-version';
      readonly detail: string;
    };

export interface OpenOptions {
  readonly safeMode?: boolean;
}

export interface BooksApi extends ImportApi {
  /**
   * Opens a book: reconciles database and journal, loads the books. Progress goes through `onProgress`. In safe mode the
   * database is not touched: the books come from the journal alone and stay read-only.
   */
  open(book: string, options?: OpenOptions): Promise<OpenState>;
  close(): Promise<void>;
  /** Throws the working database of a book away; the next `open` rebuilds it from snapshot and journal. */
  discardDatabase(book: string): Promise<void>;
  /** The day rolled over: summaries are recomputed and sent whole. */
  dayChanged(): Promise<void>;
  /** All settings of the book, by key. */
  settings(): Promise<Readonly<Record<string, unknown>>>;
  /** Fills an empty book with the demo administration; a book that holds anything is left as it is. */
  fillDemo(): Promise<void>;
  administration(): Promise<Administration | null>;
  /** The policies in force, the shipped ones first. */
  policies(): Promise<readonly Policy[]>;
  /** The rate tables in force (criterion K4). */
  rates(): Promise<RateTables>;
  /** The rates in use that were not checked up to today. */
  staleRates(): Promise<readonly StaleRate[]>;
  /** All debtor summaries; the screens' lists. Packed, read once and kept current by `onSummaries`. */
  summaries(): Promise<readonly DebtorSummary[]>;
  ledger(debtorId: DebtorId): Promise<DebtorLedger | null>;
  events(chain: DebtorId | 'administration'): Promise<readonly DossierEvent[]>;
  imports(): Promise<readonly ImportRecord[]>;
  /** Search over numbers, amounts, names: at most `limit` hits, best first. */
  search(text: string, limit: number): Promise<readonly SearchHit[]>;
  /** Runs a write rule, journals and stores its changes. Returns what undo needs, or null when it cannot be undone. */
  run(command: Command): Promise<{ readonly seq: number; readonly undo: readonly Change[] | null }>;
  /** Lays back the lines a command touched. */
  undo(lines: readonly Change[]): Promise<void>;
  proposals(acceptStale: string | null): Promise<Proposals>;
  /** What to do today, one queue per sort of work (criterion I1). */
  queues(acceptStale: string | null): Promise<readonly Queue[]>;
  /** "Waarom niet?" for every item of a debtor. */
  whyNot(debtorId: DebtorId): Promise<Skipped>;
  /**
   * Interest and costs of a debtor's open items through today, each with the reason where there is none; null for an unknown
   * debtor. Reckoned when it is asked.
   */
  charges(debtorId: DebtorId): Promise<DebtorCharges | null>;
  /** What a debtor owes today, as its dossier would claim it; null for an unknown debtor. Reckoned when it is asked. */
  claim(debtorId: DebtorId): Promise<Claim | null>;
  /** The books beside account 1300 (criterion A12), its balance as typed; null without a full list. Reckoned when it is asked. */
  reconciliation(stated: Cents | null): Promise<Reconciliation | null>;
  /** The lists to book from in the bookkeeping (criterion A12). Gathered when it is asked. */
  postBack(): Promise<PostBack>;
  /** The plan of a proposal as it would be made now, for the preview. */
  planOf(proposal: Proposal): Promise<LetterPlan | null>;
  /** Re-checks proposals and commits letters as planned, in one commit. What fell away is named with its reason. */
  planBatch(proposals: readonly Proposal[], acceptStale: string | null): Promise<PlannedBatch>;
  /** Commits the outcome of issued letters (state, dispatches, events, holds nothing back). */
  settle(outcomes: readonly LetterOutcome[]): Promise<void>;
  /** Letters planned without an outcome (the machine stopped in the middle): to be issued again. */
  unfinished(): Promise<PlannedBatch>;
}

export interface SearchHit {
  readonly debtorId: DebtorId;
  readonly itemId: string | null;
  readonly title: string;
  readonly detail: string;
}

export type { LetterOutcome };

/** Letters planned together; what fell away or moved since the preview is named. */
export interface PlannedBatch extends PlannedLetters {
  readonly recomputed: readonly RecomputedProposal[];
}

/** What the worker tells the screens unasked. */
export interface BooksEvents {
  onProgress(job: string, done: number, total: number): void;
  /** Another book is about to be read: what was told unasked before is of the last one. */
  onOpening(): void;
  /** New or changed summaries after a commit; `all` replaces the list. */
  onSummaries(changed: readonly DebtorSummary[], all: boolean): void;
  /** What to do today as it was kept, while the books are still being read: right until the next commit. */
  onQueues(queues: readonly Queue[]): void;
  /** A commit began (true), or is on disk or failed (false). */
  onSaving(saving: boolean): void;
  /** A commit is on disk. `touched` names the debtors whose lines changed; `all` when that is most of them. */
  onCommitted(seq: number, touched: readonly DebtorId[] | 'all'): void;
}

export interface JournalStatus {
  readonly seq: number;
  readonly snapshotSeq: number | null;
  /** A database below this number is emptied and rebuilt from the snapshot. */
  readonly rebuildBelow: number;
  readonly broken: { readonly line: number; readonly reason: string } | null;
}

export interface JournalCommits {
  readonly commits: readonly { readonly seq: number; readonly parts: readonly string[]; readonly done: boolean }[];
  readonly nextCursor: number | null;
}

/** The journal as the worker reaches it: through the main thread, which alone can call the host. */
export interface JournalPort {
  status(book: string): Promise<JournalStatus>;
  /** `firstPart` is the number of the first of these parts within the commit; 0 begins it anew. */
  append(book: string, seq: number, parts: readonly string[], done: boolean, firstPart: number): Promise<void>;
  read(book: string, afterSeq: number, from: 'journal' | 'snapshot', cursor: number): Promise<JournalCommits>;
  /** A verified snapshot before the database gets a new layout. */
  backUpBeforeMigration(book: string): Promise<void>;
}

/** Where files are kept that come in with an import. */
export interface FilePort {
  /** Stores a file under its hash and answers its id. Rejects with a `FailureError`: `disk-full`, `bad-input`. */
  store(book: string, kind: 'invoice-copy', name: string, file: Blob): Promise<string>;
  /** The words of the first pages of a PDF; empty when it has none, or cannot be read. */
  words(pdf: Blob): Promise<string>;
}

/** The host's clock: the only one. */
export interface Clock {
  moment(): Promise<Moment>;
}
