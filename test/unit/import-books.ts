import { newAdministration } from '#shared/domain/administration.ts';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, type Books, debtorIn, emptyBooks } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { hashText } from '#shared/domain/event.ts';
import { importChanges } from '#shared/domain/import-changes.ts';
import { diffImport } from '#shared/domain/import-diff.ts';
import type { ImportChoices } from '#shared/domain/import-preview.ts';
import type { ImportOutcome } from '#shared/domain/import-writer.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { readText } from './table-text.ts';

/** Books with an administration whose term is 30 days. */
export function freshBooks(): Books {
  const books = emptyBooks();
  const set = new ChangeSet(books, '2026-11-01');
  const administration = newAdministration({ id: 'a', name: 'Van Dam B.V.', iban: 'NL59RABO0118529307' });
  set.record('administration', 'administration', administration);
  applyChanges(books, set.changes);
  return books;
}

let imports = 0;

/** Reads a list as text and imports it on a day; the books hold it afterwards. */
export async function importText(
  books: Books,
  text: string,
  today: string,
  choices: ImportChoices = {},
): Promise<ImportOutcome> {
  const reading = await readText(text, choices);
  if (reading.refusal) throw new Error(reading.refusal.code);
  imports++;
  const diff = diffImport(books, reading, choices, today, `import-${imports}`);
  const moment = { today, at: `${today}T09:00:00` };
  const outcome = importChanges(books, reading, diff, { sha256: hashText(text), choices }, moment);
  applyChanges(books, outcome.changes);
  return outcome;
}

/** A payment laid against an item, as a bank import would. */
export function pay(books: Books, debtorId: number, itemId: string, date: string, amount: number): void {
  const set = new ChangeSet(books, date);
  const id = `bank-${date}-${itemId}`;
  set.put(debtorId, 'payment', id, {
    id,
    date,
    amount,
    currency: 'EUR',
    source: 'bank',
    counterparty: null,
    iban: null,
    remittance: null,
    importId: null,
  });
  set.put(debtorId, 'allocation', id, { id, paymentId: id, itemId, date, amount });
  applyChanges(books, set.changes);
}

export function debtorByCode(books: Books, code: string): Debtor {
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (debtor?.code === code) return debtor;
  }
  throw new Error(`no debtor ${code}`);
}

export function itemOf(books: Books, code: string, number: string): OpenItem {
  const items = Object.values(books.ledgers.get(debtorByCode(books, code).id)?.item ?? {});
  const item = items.find((candidate) => candidate.number === number);
  if (!item) throw new Error(`no item ${number}`);
  return item;
}

/** Open balance of an item in cents, as letters and screens see it. */
export function openOf(books: Books, code: string, number: string): number {
  const ledger = books.ledgers.get(debtorByCode(books, code).id)!;
  return openBalance(itemOf(books, code, number), allocatedPerItem(ledger));
}
