import { newAdministration } from '#shared/domain/administration.ts';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, type Books, debtorIn, emptyBooks } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { hashText } from '#shared/domain/event.ts';
import { type ImportSource, importChanges } from '#shared/domain/import/changes.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import type { ImportOutcome } from '#shared/domain/import/writer.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import type { ListReading } from '#shared/formats/list-reading.ts';
import { type UblItems, ublItems } from '#shared/formats/ubl/items.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import { readText } from './table-text.ts';
import { bytesOf, type UblParts, ublText } from './ubl-text.ts';

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
  return importReading(books, reading, today, { sha256: hashText(text), choices });
}

/** Imports what was read on a day; the books hold it afterwards. */
export function importReading(
  books: Books,
  reading: ListReading,
  today: string,
  source: Partial<ImportSource> = {},
): ImportOutcome {
  if (reading.refusal) throw new Error(reading.refusal.code);
  imports++;
  const { choices = {}, sha256 = hashText(JSON.stringify(reading)) } = source;
  const diff = diffImport(books, reading, choices, today, `import-${imports}`);
  const moment = { today, at: `${today}T09:00:00` };
  const outcome = importChanges(books, reading, diff, { ...source, sha256, choices }, moment);
  applyChanges(books, outcome.changes);
  return outcome;
}

/** Invoices of `ubl-text.ts` as they come in together. */
export function invoicesOf(...all: readonly UblParts[]): UblItems {
  return ublItems(
    all.flatMap((parts) => readUbl(bytesOf(ublText(parts))).invoices),
    'facturen.zip',
  );
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
