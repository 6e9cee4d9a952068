import { matchReceipts } from '../matching/match-receipts.ts';
import type { BankLine } from './bank-line.ts';
import { type Books, type Change, debtorIn } from './books.ts';
import type { Moment } from './changes.ts';
import { matchLine } from './command-bank.ts';
import type { Debtor, DebtorId } from './debtor.ts';
import { Overlay } from './overlay.ts';

/** A receipt that became credit, and whose. */
export interface CreditedLine {
  readonly line: BankLine;
  readonly debtor: Debtor;
}

/**
 * For a run that nobody looks at (criterion A8): receipts that wait although it is certain who paid them become unallocated
 * credit of that debtor, so that no letter claims money that was received. Certain is an account that is of one debtor alone,
 * with nothing in the line that speaks for another. What it pays is still to be looked at.
 */
export function creditCertainPayers(
  books: Books,
  lines: readonly BankLine[],
  moment: Moment,
): { readonly changes: readonly Change[]; readonly credited: readonly CreditedLine[] } {
  const payers = payersByAccount(books);
  const overlay = new Overlay(books);
  const changes: Change[] = [];
  const credited: CreditedLine[] = [];
  const receipts = lines.filter(({ amount, state }) => amount > 0 && state === 'review');
  const matches = matchReceipts(books, receipts);
  receipts.forEach((line, i) => {
    const owners = payers.get(line.iban ?? '') ?? [];
    const [debtor] = owners;
    const { candidates } = matches[i]!;
    if (!debtor || owners.length > 1 || candidates.length === 0) return;
    if (candidates.some(({ debtorId }) => debtorId !== debtor.id)) return;
    const command = { type: 'match-line', lineId: line.id, parts: [], creditTo: debtor.id, settle: [] } as const;
    const own = matchLine(overlay.books, command, moment);
    overlay.apply(own);
    changes.push(...own);
    credited.push({ line, debtor });
  });
  return { changes, credited };
}

/** Debtors by the accounts that are theirs or paid for them before. */
function payersByAccount(books: Books): ReadonlyMap<string, readonly Debtor[]> {
  const payers = new Map<string, Map<DebtorId, Debtor>>();
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    for (const iban of [debtor.iban, ...Object.keys(ledger.payer ?? {})]) {
      if (iban === null) continue;
      const own = payers.get(iban) ?? new Map<DebtorId, Debtor>();
      payers.set(iban, own.set(debtor.id, debtor));
    }
  }
  return new Map([...payers].map(([iban, debtors]) => [iban, [...debtors.values()]]));
}
