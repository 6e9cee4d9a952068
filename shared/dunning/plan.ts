import { addDays, type IsoDate, laterOf } from '../dates/civil.ts';
import { addBankDays, isBankDay } from '../dates/holidays.ts';
import type { Administration } from '../domain/administration.ts';
import { type Books, type DebtorLedger, debtorIn } from '../domain/books.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { ratesOf } from '../domain/commands/charges.ts';
import { hashText } from '../domain/event.ts';
import type { OpenItem } from '../domain/item.ts';
import { type ItemPayment, paymentsPerItem } from '../domain/item-payments.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { LetterItem, LetterPlan } from '../domain/letter.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { needsFourteenDayLetter } from './charge-mode.ts';
import { chargesFor } from './charges.ts';
import { paymentsKnownUntil } from './freshness.ts';
import { isTermAgreed } from './interest-base.ts';
import { actionAfter, isFromDemandUp, type LetterStep, ladderOf } from './ladder.ts';
import { referencesOf } from './letter-references.ts';
import { policiesOf } from './policies.ts';
import { positionsOf } from './position.ts';
import type { Proposal } from './proposal.ts';
import { reversalStep } from './reversal.ts';

/**
 * The letter a proposal stands for, with the amounts of the books as they are. Items of the proposal that are no longer
 * claimable are left out; null when nothing is left to claim, or the debtor, policy or step is gone. Σ claimed of items
 * and credits = amounts.principal, and principal, interest and costs charged = amounts.total (criterion B1).
 */
export function planLetter(
  books: Books,
  administration: Administration,
  proposal: Proposal,
  { today }: { readonly today: IsoDate },
): LetterPlan | null {
  const ledger = books.ledgers.get(proposal.debtorId);
  const debtor = debtorIn(ledger);
  const policy = policiesOf(books).get(proposal.policyId);
  if (!ledger || !debtor || !policy) return null;
  const ladder = ladderOf(policy);
  const step = [...ladder.letters, reversalStep].find((own) => own.id === proposal.stepId);
  const position = positionsOf(ledger, today).find((own) => own.currency === proposal.currency);
  if (!step || !position) return null;

  const wanted = new Set(proposal.itemIds);
  const claimed = position.claims.filter((claim) => wanted.has(claim.item.id) && claim.claimable > 0);
  const paid = paymentsPerItem(ledger);
  // Art. XIX.2 WER: a reminder to a Belgian consumer says what was delivered.
  const describes = debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE';
  const line = (item: OpenItem, open: Cents, claimable: Cents): LetterItem => ({
    ...letterItem(item, open, claimable, paid.get(item.id) ?? []),
    ...(describes && item.description && { description: item.description }),
  });
  const items = claimed.map((claim) => line(claim.item, claim.open, claim.claimable)).sort(byDue);
  const credits = position.credits.map((credit) => line(credit.item, credit.open, credit.remaining)).sort(byDue);
  const alsoOpen = position.claims
    .filter((claim) => !claimed.includes(claim))
    .map((claim) => line(claim.item, claim.open, 0))
    .sort(byDue);
  const { amounts, charges, costsDueFrom } = chargesFor(
    { ledger, debtor, administration, rates: ratesOf(books), today },
    { currency: position.currency, claims: claimed, creditTotal: position.creditTotal, step },
  );
  if (items.length === 0 || amounts.principal <= 0) return null;
  const termAgreed = claimed.every(({ item }) => isTermAgreed(item, debtor));
  const getsFourteenDayLetter = claimed.some(({ item }) => needsFourteenDayLetter(ledger, debtor, item));

  return {
    id: letterId(administration, proposal, policy.version, items, ledger),
    kind: step.action,
    language: debtor.language,
    date: today,
    deadline: deadlineOf(step, today),
    creditor: administration,
    debtor: {
      id: debtor.id,
      code: debtor.code,
      name: debtor.name,
      contact: debtor.contact,
      kind: debtor.kind,
      address: debtor.address,
      email: debtor.email,
      ...(debtor.jurisdiction ? { jurisdiction: debtor.jurisdiction } : {}),
    },
    currency: proposal.currency,
    items,
    credits,
    alsoOpen,
    amounts,
    ...referencesOf(
      debtor.code,
      items.flatMap(({ itemId }) => ledger.item?.[itemId] ?? []),
    ),
    processedUntil: processedUntil(
      books,
      position.claims.map(({ item }) => item),
      today,
    ),
    channels: proposal.channels,
    policy: { id: policy.id, version: policy.version, stepId: step.id },
    nextKind: isFromDemandUp(step.action) ? actionAfter(ladder, step.id, getsFourteenDayLetter) : null,
    ...(termAgreed && debtor.kind === 'consumer' ? { termAgreed } : {}),
    ...(charges ? { charges } : {}),
    ...(costsDueFrom ? { costsDueFrom } : {}),
  };
}

function letterItem(item: OpenItem, open: Cents, claimed: Cents, payments: readonly ItemPayment[]): LetterItem {
  const paid = item.total - open;
  return {
    itemId: item.id,
    cycle: item.cycle,
    number: item.number,
    kind: item.kind,
    date: item.date,
    dueDate: item.dueDate,
    dueDerived: item.dueDerived,
    total: item.total,
    paid,
    open,
    claimed,
    yourReference: item.yourReference,
    paymentLink: item.paymentLink,
    ...(item.total > 0 && explains(payments, paid) ? { payments } : {}),
  };
}

/**
 * Whether dated payments explain what was paid, or a part of it: not where they come to more, as when the bookkeeping still has
 * the item open for one of them.
 */
function explains(payments: readonly ItemPayment[], paid: Cents): boolean {
  return payments.length > 0 && sumOf(payments, ({ amount }) => amount) <= paid;
}

function byDue(a: LetterItem, b: LetterItem): number {
  const [left, right] = [`${a.dueDate ?? a.date ?? '9'} ${a.number}`, `${b.dueDate ?? b.date ?? '9'} ${b.number}`];
  if (left === right) return a.itemId < b.itemId ? -1 : 1;
  return left < right ? -1 : 1;
}

/**
 * Hash of administration, debtor, currency, policy version, step and sorted item:cycle, so that a plan made twice is one
 * letter (criterion D4). A letter made again after it was withdrawn is another letter: the withdrawn ones are counted in.
 */
function letterId(
  administration: Administration,
  proposal: Proposal,
  version: number,
  items: readonly LetterItem[],
  ledger: DebtorLedger,
): string {
  const key = [
    administration.id,
    proposal.debtorId,
    proposal.currency,
    `${proposal.policyId}@${version}`,
    proposal.stepId,
    items.map((item) => `${item.itemId}:${item.cycle}`).sort(),
  ];
  for (let attempt = 0; ; attempt++) {
    const id = hashText(canonicalJson(attempt === 0 ? key : [...key, attempt])).slice(0, 32);
    if (ledger.letter?.[id]?.state !== 'withdrawn') return id;
  }
}

/** Letter date plus the step's days, moved on to a bank day; null on a veertiendagenbrief, whose term starts on receipt. */
function deadlineOf(step: LetterStep, today: IsoDate): IsoDate | null {
  if (step.action === 'fourteen-day-letter' || step.deadlineDays === 0) return null;
  const plain = addDays(today, step.deadlineDays);
  return isBankDay(plain) ? plain : addBankDays(plain, 1);
}

/** Day up to which payments of all these items are known, never later than today; today when nothing was imported. */
function processedUntil(books: Books, items: readonly OpenItem[], today: IsoDate): IsoDate {
  const ofAll = paymentsKnownUntil(books.records.import.values());
  const known = items.map(({ namedUntil }) => laterOf(ofAll, namedUntil ?? null) ?? today);
  return known.reduce((earliest, until) => (until < earliest ? until : earliest), today);
}
