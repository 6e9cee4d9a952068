import { addDays, type IsoDate } from '../dates/civil.ts';
import type { Cents, Currency } from '../money/cents.ts';
import { policyIdFor } from '../segmentation/kind.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import { type Books, type DebtorLedger, debtorIn } from './books.ts';
import { activeHolds } from './hold-rules.ts';
import type { OpenItem } from './item.ts';
import type { Ageing, DebtorSummary } from './summary.ts';

/** The last day of each ageing bucket, as dates to compare with. */
interface Cutoffs {
  readonly today: IsoDate;
  readonly day30: IsoDate;
  readonly day60: IsoDate;
  readonly day90: IsoDate;
}

type Counts = { -readonly [K in keyof Ageing]: Cents };

interface Sums {
  readonly currency: Currency;
  open: Cents;
  overdue: Cents;
  held: Cents;
  oldestDue: IsoDate | null;
  readonly ageing: Counts;
}

function cutoffsOf(today: IsoDate): Cutoffs {
  return { today, day30: addDays(today, -30), day60: addDays(today, -60), day90: addDays(today, -90) };
}

/**
 * What lists show of a debtor on one day, in its main currency (the one with the largest balance; euro when none).
 * Ageing counts from the due date only, never from the invoice date; Σ of all buckets = open. Null without a debtor line.
 */
export function summariseDebtor(ledger: DebtorLedger, today: IsoDate): DebtorSummary | null {
  return summarise(ledger, cutoffsOf(today));
}

/** Summaries of every debtor, in the order of the books. */
export function summariseAll(books: Books, today: IsoDate): DebtorSummary[] {
  const cutoffs = cutoffsOf(today);
  const summaries: DebtorSummary[] = [];
  for (const ledger of books.ledgers.values()) {
    const summary = summarise(ledger, cutoffs);
    if (summary) summaries.push(summary);
  }
  return summaries;
}

function summarise(ledger: DebtorLedger, cutoffs: Cutoffs): DebtorSummary | null {
  const debtor = debtorIn(ledger);
  if (!debtor) return null;
  const allocated = allocatedPerItem(ledger);
  const heldPart = heldParts(ledger, cutoffs.today);
  const currencies: Sums[] = [];
  let openItems = 0;
  let presumedPaid = 0;
  for (const id in ledger.item) {
    const item = ledger.item[id]!;
    if (item.state === 'presumed-paid') presumedPaid++;
    const open = openBalance(item, allocated);
    if (open === 0) continue;
    openItems++;
    let sums = currencies.find((own) => own.currency === item.currency);
    if (!sums) {
      sums = emptySums(item.currency);
      currencies.push(sums);
    }
    addItem(sums, item, open, heldPart?.(item, open) ?? 0, cutoffs);
  }
  const main = mainOf(currencies);
  return {
    id: debtor.id,
    code: debtor.code,
    name: debtor.name,
    kind: debtor.kind,
    city: debtor.address?.city || null,
    hasEmail: Boolean(debtor.email),
    currency: main.currency,
    otherCurrencies: currencies.filter((own) => own !== main).map((own) => own.currency),
    open: main.open,
    overdue: main.overdue,
    held: main.held,
    openItems,
    presumedPaid,
    ...(debtor.creditLimit !== undefined && { credit: creditOf(debtor.creditLimit, currencies) }),
    oldestDue: main.oldestDue,
    ageing: main.ageing,
    lastLetter: lastIssued(ledger),
    policyId: debtor.policyId ?? policyIdFor(debtor),
  };
}

/** A credit limit and by how much what is open in euros passes it. */
function creditOf(limit: Cents, currencies: readonly Sums[]): NonNullable<DebtorSummary['credit']> {
  const open = currencies.find(({ currency }) => currency === 'EUR')?.open ?? 0;
  return { limit, over: Math.max(0, open - limit) };
}

function emptySums(currency: Currency): Sums {
  return {
    currency,
    open: 0,
    overdue: 0,
    held: 0,
    oldestDue: null,
    ageing: { notDue: 0, days1to30: 0, days31to60: 0, days61to90: 0, over90: 0, credits: 0, unknown: 0 },
  };
}

function mainOf(currencies: readonly Sums[]): Sums {
  let main = currencies[0];
  if (!main) return emptySums('EUR');
  for (const own of currencies) if (Math.abs(own.open) > Math.abs(main.open)) main = own;
  return main;
}

function addItem(sums: Sums, item: OpenItem, open: Cents, held: Cents, cutoffs: Cutoffs): void {
  sums.open += open;
  sums.held += held;
  const { dueDate } = item;
  const bucket: keyof Ageing = open < 0 ? 'credits' : dueDate === null ? 'unknown' : bucketOf(dueDate, cutoffs);
  sums.ageing[bucket] += open;
  if (open < 0 || dueDate === null || item.kind !== 'invoice') return;
  if (dueDate < cutoffs.today) sums.overdue += open;
  if (sums.oldestDue === null || dueDate < sums.oldestDue) sums.oldestDue = dueDate;
}

function bucketOf(dueDate: IsoDate, { today, day30, day60, day90 }: Cutoffs): keyof Ageing {
  if (dueDate >= today) return 'notDue';
  if (dueDate >= day30) return 'days1to30';
  if (dueDate >= day60) return 'days31to60';
  return dueDate >= day90 ? 'days61to90' : 'over90';
}

/** How much of an open item is on hold today; null when nothing is. */
function heldParts(ledger: DebtorLedger, today: IsoDate): ((item: OpenItem, open: Cents) => Cents) | null {
  const holds = activeHolds(ledger.hold, today);
  if (holds.length === 0) return null;
  return (item, open) => {
    if (open < 0) return 0;
    let held = 0;
    for (const hold of holds) {
      if (hold.itemId === null) return open;
      if (hold.itemId === item.id) held += hold.amount ?? open;
    }
    return Math.min(held, open);
  };
}

function lastIssued(ledger: DebtorLedger): DebtorSummary['lastLetter'] {
  if (!ledger.letter) return null;
  let last: DebtorSummary['lastLetter'] = null;
  for (const { state, plan } of Object.values(ledger.letter)) {
    if (state === 'issued' && (last === null || plan.date >= last.date)) {
      last = { kind: plan.kind, date: plan.date, deadline: plan.deadline };
    }
  }
  return last;
}
