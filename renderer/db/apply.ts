import {
  applyChanges,
  type Books,
  type Change,
  chainOf,
  type DebtorLedger,
  emptyBooks,
  isLedgerTable,
  lineVersion,
} from '#shared/domain/books.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import {
  administrationPack,
  type BooksDatabase,
  type DossierPack,
  type LedgerPack,
  packOf,
  type StoredRecord,
} from './schema.ts';

/** Packed records in one transaction: some 25 MB of lines, so that progress moves and memory stays low. */
const packsPerTransaction = 64;
/** No transaction holds more records than this, whatever their size. */
const recordsPerTransaction = 10_000;

interface Step {
  readonly store: 'ledger' | 'dossier' | 'records';
  readonly packs: ReadonlyMap<number, readonly Change[]>;
  readonly records: readonly Change[];
}

/**
 * Lays changes into the database and, with the last of them, the number of the commit (null = leave the number, more of
 * the commit follows). A small commit is one transaction; a large one is several, and counts only once its number stands:
 * until then a start finds the old number and replays it. Laying the same changes twice changes nothing.
 */
export async function applyToDatabase(
  db: BooksDatabase,
  changes: readonly Change[],
  seq: number | null,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const steps = stepsOf(changes);
  for (const [index, group] of steps.entries()) {
    const last = index === steps.length - 1;
    await db.transaction('rw', [db.ledger, db.dossier, db.records, db.meta], async () => {
      for (const step of group) await write(db, step);
      if (last && seq !== null) await db.meta.put({ id: 'meta', seq });
    });
    onProgress(index + 1, steps.length);
  }
}

/** The work in groups, one per transaction; never without a group, so that an empty commit stores its number too. */
function stepsOf(changes: readonly Change[]): readonly (readonly Step[])[] {
  const ledgers = new Map<number, Change[]>();
  const chains = new Map<number, Change[]>();
  const records: Change[] = [];
  for (const change of changes) {
    if (change.table === 'event') {
      const chain = chainOf(change.key);
      collect(chains, chain === 'administration' ? administrationPack : packOf(chain), change);
    } else if (isLedgerTable(change.table)) collect(ledgers, packOf(Number(change.key)), change);
    else records.push(change);
  }
  const steps: Step[] = [
    ...slices([...ledgers], packsPerTransaction).map((packs) => packStep('ledger', packs)),
    ...slices([...chains], packsPerTransaction).map((packs) => packStep('dossier', packs)),
    ...slices(records, recordsPerTransaction).map((part) => ({
      store: 'records' as const,
      packs: new Map(),
      records: part,
    })),
  ];
  const small = ledgers.size + chains.size <= packsPerTransaction && records.length <= packsPerTransaction;
  return small ? [steps] : steps.map((step) => [step]);
}

function packStep(store: 'ledger' | 'dossier', packs: readonly [number, readonly Change[]][]): Step {
  return { store, packs: new Map(packs), records: [] };
}

function collect(packs: Map<number, Change[]>, pack: number, change: Change): void {
  const known = packs.get(pack);
  if (known) known.push(change);
  else packs.set(pack, [change]);
}

function slices<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < list.length; from += size) parts.push(list.slice(from, from + size));
  return parts;
}

async function write(db: BooksDatabase, step: Step): Promise<void> {
  if (step.store === 'records') return writeRecords(db, step.records);
  const numbers = [...step.packs.keys()];
  if (step.store === 'ledger') {
    const found = await db.ledger.bulkGet(numbers);
    await db.ledger.bulkPut(numbers.map((pack, at) => mergedLedger(pack, found[at], step.packs.get(pack) ?? [])));
  } else {
    const found = await db.dossier.bulkGet(numbers);
    await db.dossier.bulkPut(numbers.map((pack, at) => mergedChains(pack, found[at], step.packs.get(pack) ?? [])));
  }
}

/* Packs are merged through the same applyChanges that keeps the books in memory: one meaning of a change. */

function mergedLedger(pack: number, found: LedgerPack | undefined, changes: readonly Change[]): LedgerPack {
  const books = emptyBooks();
  if (found) addLedgers(books, found);
  applyChanges(books, changes);
  return { pack, v: lineVersion, debtors: JSON.stringify(Object.fromEntries(books.ledgers)) };
}

function mergedChains(pack: number, found: DossierPack | undefined, changes: readonly Change[]): DossierPack {
  const books = emptyBooks();
  if (found) addChains(books, found);
  applyChanges(books, changes);
  return { pack, v: lineVersion, chains: JSON.stringify(Object.fromEntries(books.chains)) };
}

/** Lays the ledgers of a record into books. */
export function addLedgers(books: Books, record: LedgerPack): void {
  const debtors = JSON.parse(record.debtors) as Record<string, DebtorLedger>;
  for (const [id, ledger] of Object.entries(debtors)) books.ledgers.set(Number(id), ledger);
}

/** Lays the chains of a record into books. */
export function addChains(books: Books, record: DossierPack): void {
  const chains = JSON.parse(record.chains) as Record<string, DossierEvent[]>;
  for (const [key, chain] of Object.entries(chains)) books.chains.set(chainOf(key), chain);
}

async function writeRecords(db: BooksDatabase, changes: readonly Change[]): Promise<void> {
  const latest = new Map(changes.map((change) => [`${change.table}/${change.lineId}`, change]));
  const put: StoredRecord[] = [];
  const gone: [string, string][] = [];
  for (const { table, lineId, line, v } of latest.values()) {
    if (line === null) gone.push([table, lineId]);
    else put.push({ table: table as StoredRecord['table'], lineId, v, line });
  }
  await db.records.bulkPut(put);
  await db.records.bulkDelete(gone);
}
