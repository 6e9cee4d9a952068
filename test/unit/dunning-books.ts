import type { IsoDate } from '#shared/dates/civil.ts';
import { type Administration, newAdministration } from '#shared/domain/administration.ts';
import { applyChanges, type Books, type DebtorLedger, emptyBooks } from '#shared/domain/books.ts';
import { type Debtor, unknownDebtor } from '#shared/domain/debtor.ts';
import type { Hold } from '#shared/domain/hold.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { blankItem, type OpenItem } from '#shared/domain/item.ts';
import type { LetterPlan, LetterReceipt } from '#shared/domain/letter.ts';
import { settleLetters } from '#shared/domain/letters/rules.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import type { Proposal, Proposals, Skipped } from '#shared/dunning/proposal.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';

/** Books built by hand for the rules of dunning: one administration, debtors with their items. */
export const administration: Administration = newAdministration({
  id: 'proef',
  name: 'Proef B.V.',
  iban: 'NL59RABO0118529307',
  email: 'debiteuren@proef.example',
});

export function debtor(given: Partial<Debtor> = {}): Debtor {
  const id = given.id ?? 1;
  return {
    ...unknownDebtor,
    id,
    code: String(1000 + id),
    name: `Debiteur ${id}`,
    kind: 'business',
    address: { street: 'Dorpsstraat 1', postalCode: '8011 AA', city: 'Zwolle', country: 'NL' },
    email: 'post@debiteur.example',
    since: '2026-01-01',
    ...given,
  };
}

export function invoice(number: string, given: Partial<OpenItem> = {}): OpenItem {
  return blankItem({ id: number, number, date: '2026-01-30', dueDate: '2026-03-01', total: 1_000_00, ...given });
}

export function credit(number: string, amount: number, creditFor: string | null = null): OpenItem {
  return invoice(number, { kind: 'credit', total: -amount, creditFor });
}

export function hold(given: Partial<Hold> = {}): Hold {
  return { id: 'h', itemId: null, amount: null, reason: 'manual', from: '2026-01-01', until: null, note: '', ...given };
}

export interface Owing {
  readonly debtor?: Partial<Debtor>;
  readonly items: readonly OpenItem[];
  readonly holds?: readonly Hold[];
}

export function booksWith(...owing: readonly Owing[]): Books {
  const books = emptyBooks();
  books.records.administration.set('administration', administration);
  owing.forEach((own, index) => {
    const who = debtor({ id: index + 1, ...own.debtor });
    const ledger: DebtorLedger = { debtor: { debtor: who }, item: {} };
    for (const item of own.items) ledger.item![item.id] = item;
    if (own.holds) ledger.hold = Object.fromEntries(own.holds.map((entry) => [entry.id, entry]));
    books.ledgers.set(who.id, ledger);
  });
  return books;
}

/** Lays an amount against an item, as a payment of that day. */
export function pay(books: Books, debtorId: number, itemId: string, amount: number, date: IsoDate): void {
  const ledger = books.ledgers.get(debtorId)!;
  const id = `p${Object.keys(ledger.allocation ?? {}).length}`;
  ledger.allocation = { ...ledger.allocation, [id]: { id, paymentId: id, itemId, date, amount } };
}

export function importOf(asOf: IsoDate, bankUntil = asOf): ImportRecord {
  return {
    id: `import-${asOf}`,
    fileName: 'posten.csv',
    sha256: '',
    format: 'items',
    asOf,
    bankUntil,
    full: true,
    at: `${asOf}T09:00:00`,
    debtorsNew: 0,
    debtorsChanged: 0,
    itemsNew: 0,
    itemsChanged: 0,
    itemsGone: 0,
    rowsSkipped: 0,
    totalOpen: 0,
    undone: false,
  };
}

export function proposalsOn(books: Books, today: IsoDate, acceptStale: string | null = null): Proposals {
  return computeProposals(books, administration, { today, acceptStale });
}

/** The one proposal of a day; fails when there is none. */
export function proposedOn(books: Books, today: IsoDate): Proposal {
  const [first] = proposalsOn(books, today).proposals;
  if (!first) throw new Error(`no proposal on ${today}`);
  return first;
}

/** The one skipped debtor of a day; fails when it is not skipped. */
export function skippedOn(books: Books, today: IsoDate): Skipped {
  const [first] = proposalsOn(books, today).skipped;
  if (!first) throw new Error(`nothing skipped on ${today}`);
  return first;
}

export function receiptOf(plan: LetterPlan): LetterReceipt {
  const file = { file: { kind: 'letter-pdf', id: plan.id }, name: `brieven/${plan.id}.pdf`, bytes: 1 } as const;
  return { letterId: plan.id, pages: 1, pdf: { ...file, sha256: 'a'.repeat(64) }, eml: null };
}

/** A whole day's work: propose, plan, issue, settle. Returns the letters made. */
export function sendAll(books: Books, today: IsoDate): readonly LetterPlan[] {
  const moment = { today, at: `${today}T10:00:00` };
  const { plans, changes, dropped } = planBatch(books, administration, proposalsOn(books, today).proposals, moment);
  if (dropped.length > 0) throw new Error(`a proposal of the same day fell away: ${dropped[0]?.reason}`);
  applyChanges(books, changes);
  const outcomes = plans.map((plan) => ({ letterId: plan.id, debtorId: plan.debtor.id, receipt: receiptOf(plan) }));
  applyChanges(books, settleLetters(books, outcomes, moment));
  return plans;
}
