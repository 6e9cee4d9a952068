import { sumOf } from '#shared/money/cents.ts';
import type { BatchMark } from '../statement.ts';
import type { CamtTransaction } from './entry.ts';
import type { CamtStatement } from './statement.ts';

/**
 * Statements with the batches they book in one amount taken apart by the notifications (camt.054) of the same account: an
 * entry of a notification is the detail of one in a statement when they share a reference and the amount. What a notification
 * says of anything else is left alone, since the statement books it.
 */
export function withBatchDetail(
  statements: readonly CamtStatement[],
  notifications: readonly CamtStatement[],
): readonly CamtStatement[] {
  const details = detailsByReference(notifications);
  if (details.size === 0) return statements;
  return statements.map((statement) => {
    const transactions = byEntry(statement).flatMap((entry) => detailOf(entry, statement.account, details) ?? entry);
    return transactions.length === statement.transactions.length ? statement : { ...statement, transactions };
  });
}

type Entry = readonly CamtTransaction[];

/** Entries of notifications that say what is in them, by account and reference. */
function detailsByReference(notifications: readonly CamtStatement[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const notification of notifications) {
    for (const entry of byEntry(notification)) {
      if (entry.length < 2) continue;
      for (const reference of entry[0]!.entryReferences) found.set(keyOf(notification.account, reference), entry);
    }
  }
  return found;
}

function keyOf(account: string, reference: string): string {
  return `${account} ${reference}`;
}

/** The transactions of a statement, those of one entry together. */
function byEntry({ transactions }: CamtStatement): readonly Entry[] {
  const entries: CamtTransaction[][] = [];
  for (const transaction of transactions) {
    const last = entries.at(-1);
    if (last?.[0]?.entry === transaction.entry) last.push(transaction);
    else entries.push([transaction]);
  }
  return entries;
}

function detailOf(entry: Entry, account: string, details: ReadonlyMap<string, Entry>): Entry | null {
  const [whole, ...others] = entry;
  if (whole === undefined || others.length > 0) return null;
  for (const reference of whole.entryReferences) {
    const detail = details.get(keyOf(account, reference));
    if (detail === undefined || sumOf(detail, ({ amount }) => amount) !== whole.amount) continue;
    if (detail[0]!.currency !== whole.currency) continue;
    const { bookDate, valueDate, currency, row, entry: number } = whole;
    const references = [...new Set([...whole.entryReferences, ...detail[0]!.entryReferences])];
    const batch: BatchMark = { role: 'part', entry: number, count: detail.length, references };
    return detail.map((part) => ({ ...part, bookDate, valueDate, currency, row, entry: number, batch }));
  }
  return null;
}
