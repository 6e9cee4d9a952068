import { Dexie, type Table, type Transaction } from 'dexie';
import { FailureError, fail } from '#shared/contract/errors.ts';
import type { RecordTable } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { Queue } from '#shared/dunning/today.ts';
import { migrations } from './migrations/index.ts';

/** One step of the layout: Dexie's store definitions after it, and how records are carried over. */
export interface Migration {
  readonly number: number;
  /** Only stores that are new, changed or (null) removed. */
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade: ((transaction: Transaction) => Promise<void>) | null;
}

/**
 * Ledgers of 32 debtors by creation number, as JSON: read in half the time the browser takes to copy objects. `v` is the
 * shape of the lines in it.
 */
export interface LedgerPack {
  pack: number;
  v: number;
  /** JSON of the `DebtorLedger` of each debtor by number. */
  debtors: string;
}

/** Event chains of the same 32 debtors; the administration's own chain is pack −1 under key `administration`. */
export interface DossierPack {
  pack: number;
  v: number;
  /** JSON of the `DossierEvent[]` of each chain. */
  chains: string;
}

export interface StoredRecord {
  table: RecordTable;
  lineId: string;
  v: number;
  line: unknown;
}

/**
 * All summaries of an administration, and what to do on the day, as one build of the rules made them of one commit and day: today,
 * or one to come. Anything else is out of date and worked out again.
 */
export interface SummaryRecord {
  /** Its day, commit and build: `summaryKey`. */
  id: string;
  seq: number;
  today: string;
  v: number;
  build: string;
  summaries: readonly DebtorSummary[];
  /** Null when they were not worked out for this commit. */
  queues: readonly Queue[] | null;
}

export interface MetaRecord {
  id: 'meta';
  /** Number of the last commit that is wholly in this database. */
  seq: number;
}

export type BooksDatabase = Dexie & {
  ledger: Table<LedgerPack, number>;
  dossier: Table<DossierPack, number>;
  records: Table<StoredRecord, [table: string, lineId: string]>;
  summary: Table<SummaryRecord, string>;
  meta: Table<MetaRecord, string>;
};

const debtorsPerPack = 32;
export const administrationPack = -1;

/** The record a debtor's ledger and chain are in. */
export function packOf(debtorId: DebtorId): number {
  return Math.floor((debtorId - 1) / debtorsPerPack);
}

export function databaseName(book: string): string {
  return `voldaan-${book}`;
}

/** Version of the database on disk; 0 when there is none. */
export async function installedVersion(book: string): Promise<number> {
  const known = await Dexie.dependencies.indexedDB.databases();
  const found = known.find(({ name }) => name === databaseName(book));
  return found?.version ? found.version / 10 : 0;
}

export const currentVersion = migrations.length;

/**
 * Opens a book's database and brings it to the present layout; `upTo` stops at an earlier one, for tests. Refuses a newer
 * database with `newer-version`. Writes are flushed to disk before they count (strict durability).
 */
export async function openDatabase(book: string, upTo: number = currentVersion): Promise<BooksDatabase> {
  if ((await installedVersion(book)) > upTo) {
    throw new FailureError(fail('newer-version', `the database of ${book} is of a newer version`, { book }).error);
  }
  const db = new Dexie(databaseName(book), { chromeTransactionDurability: 'strict' }) as BooksDatabase;
  for (const migration of migrations.slice(0, upTo)) {
    const version = db.version(migration.number).stores(migration.stores);
    if (migration.upgrade) version.upgrade(migration.upgrade);
  }
  await db.open();
  return db;
}

/** Throws a book's database away. The journal keeps everything it held. */
export async function deleteDatabase(book: string): Promise<void> {
  await Dexie.delete(databaseName(book));
}
