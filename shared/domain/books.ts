import type { Administration } from './administration.ts';
import type { BankLine, StatementRecord } from './bank/line.ts';
import type { Debtor, DebtorId } from './debtor.ts';
import type { ChainId, DossierEvent } from './event.ts';
import type { Dispute, Hold, Note, PaymentPlan, PaymentPromise, Task, Waiver } from './hold.ts';
import type { ControlTotals, ImportRecord, RememberedMapping } from './imports.ts';
import type { Allocation, InvoiceCopy, OpenItem, Payer, Payment } from './item.ts';
import type { Dispatch, Letter } from './letter.ts';
import type { Policy } from './policy.ts';

/** Tables whose lines belong to one debtor; `key` is the debtor id. */
export interface LedgerTables {
  debtor: Debtor;
  item: OpenItem;
  payment: Payment;
  allocation: Allocation;
  payer: Payer;
  copy: InvoiceCopy;
  hold: Hold;
  dispute: Dispute;
  promise: PaymentPromise;
  plan: PaymentPlan;
  letter: Letter;
  dispatch: Dispatch;
  task: Task;
  note: Note;
  waiver: Waiver;
}

/** How to take an import back: the lines it touched, as they were; null = did not exist. */
export interface UndoLine {
  readonly table: TableName;
  readonly key: string;
  readonly lineId: string;
  readonly line: unknown;
}

/** Tables of the administration as a whole; `key` is always `administration`. */
export interface RecordTables {
  administration: Administration;
  policy: Policy;
  import: ImportRecord;
  undo: { readonly lines: readonly UndoLine[] };
  mapping: RememberedMapping;
  statement: StatementRecord;
  bankLine: BankLine;
  control: ControlTotals;
  setting: unknown;
}

export type LedgerTable = keyof LedgerTables;
export type RecordTable = keyof RecordTables;
export type TableName = LedgerTable | RecordTable | 'event';

export const ledgerTables = [
  'debtor',
  'item',
  'payment',
  'allocation',
  'payer',
  'copy',
  'hold',
  'dispute',
  'promise',
  'plan',
  'letter',
  'dispatch',
  'task',
  'note',
  'waiver',
] as const satisfies readonly LedgerTable[];
export const recordTables = [
  'administration',
  'policy',
  'import',
  'undo',
  'mapping',
  'statement',
  'bankLine',
  'control',
  'setting',
] as const satisfies readonly RecordTable[];

/** Everything of one debtor but its events: lines by id, per table. Tables without lines are absent. */
export type DebtorLedger = { [T in LedgerTable]?: Record<string, LedgerTables[T]> };

/** A line after-image: the line as it is from now on, or null when it is gone. Independent of how records are packed. */
export interface Change {
  readonly table: TableName;
  readonly key: string;
  readonly lineId: string;
  readonly line: unknown;
  /** Shape version of the line; older ones are upcast on read. */
  readonly v: number;
}

/** Current shape version of every line. */
export const lineVersion = 1;

/** One administration in memory. Rules read it; only {@link applyChanges} writes it. */
export interface Books {
  /** Number of the last commit applied. */
  seq: number;
  readonly ledgers: Map<DebtorId, DebtorLedger>;
  readonly chains: Map<ChainId, DossierEvent[]>;
  readonly records: { [T in RecordTable]: Map<string, RecordTables[T]> };
}

export function emptyBooks(): Books {
  return {
    seq: 0,
    ledgers: new Map(),
    chains: new Map(),
    records: {
      administration: new Map(),
      policy: new Map(),
      import: new Map(),
      undo: new Map(),
      mapping: new Map(),
      statement: new Map(),
      bankLine: new Map(),
      control: new Map(),
      setting: new Map(),
    },
  };
}

/** The debtor of a ledger: its one line in table `debtor`, whatever that line is called. */
export function debtorIn(ledger: DebtorLedger | undefined): Debtor | null {
  for (const id in ledger?.debtor) return ledger?.debtor?.[id] ?? null;
  return null;
}

/** The administration these books are kept for; null before it has been entered. */
export function administrationIn(books: Books): Administration | null {
  for (const administration of books.records.administration.values()) return administration;
  return null;
}

const ledgerTableNames: ReadonlySet<string> = new Set(ledgerTables);

export function isLedgerTable(table: TableName): table is LedgerTable {
  return ledgerTableNames.has(table);
}

/** Lays one ledger line into a debtor's ledger, in place. */
export function applyToLedger(ledger: DebtorLedger, change: Change): void {
  const table = change.table as LedgerTable;
  const known = ledger[table] as Record<string, unknown> | undefined;
  const lines = known ?? {};
  if (!known) Object.assign(ledger, { [table]: lines });
  if (change.line === null) delete lines[change.lineId];
  else lines[change.lineId] = change.line;
}

/** Lays an event line into its chain, in place; the same event twice is one event. */
function applyToChain(chain: DossierEvent[], change: Change): void {
  const event = change.line as DossierEvent;
  chain[event.seq - 1] = event;
}

export function chainOf(key: string): ChainId {
  return key === 'administration' ? key : Number(key);
}

/** Applies after-images in order, in place. Applying the same changes twice gives the same books. */
export function applyChanges(books: Books, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.table === 'event') {
      const id = chainOf(change.key);
      const chain = books.chains.get(id) ?? [];
      books.chains.set(id, chain);
      applyToChain(chain, change);
    } else if (isLedgerTable(change.table)) {
      const id = Number(change.key);
      const ledger = books.ledgers.get(id) ?? {};
      books.ledgers.set(id, ledger);
      applyToLedger(ledger, change);
      if (change.table === 'debtor' && change.line === null) books.ledgers.delete(id);
    } else {
      const lines = books.records[change.table] as Map<string, unknown>;
      if (change.line === null) lines.delete(change.lineId);
      else lines.set(change.lineId, change.line);
    }
  }
}
