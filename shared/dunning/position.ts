import type { IsoDate } from '../dates/civil.ts';
import { allocatedPerItem, openBalance } from '../domain/balance.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Hold } from '../domain/hold.ts';
import { activeHolds } from '../domain/hold-rules.ts';
import type { OpenItem } from '../domain/item.ts';
import type { Cents, Currency } from '../money/cents.ts';

/** An open invoice: what the books say, and what of it may be claimed. */
export interface Claimable {
  readonly item: OpenItem;
  readonly open: Cents;
  /** Laid against it by credit notes that name it; never more than `open`. */
  credited: Cents;
  /** Kept back by holds on this item; never more than `open`. */
  readonly held: Cents;
  /** Open less credited less held, never below 0: no disputed cent is dunned. */
  claimable: Cents;
  /** Holds on this item that stand today. */
  readonly holds: readonly Hold[];
}

/** A credit note, receipt or overpaid invoice that belongs to no open invoice. Amounts negative. */
export interface Credit {
  readonly item: OpenItem;
  readonly open: Cents;
  /** The part left after the invoice it names. */
  readonly remaining: Cents;
}

/** What a debtor owes in one currency on one day (criterion B2). Deposits and advances are left out: never netted. */
export interface Position {
  readonly currency: Currency;
  readonly claims: readonly Claimable[];
  readonly credits: readonly Credit[];
  /** Σ remaining of credits; ≤ 0. */
  readonly creditTotal: Cents;
  /** Invoices less credits, holds not counted. */
  readonly net: Cents;
}

interface Draft {
  readonly claims: Claimable[];
  readonly reductions: { item: OpenItem; open: Cents }[];
}

const noHolds: readonly Hold[] = [];

/** Positions of a debtor per currency, in order of first appearance. Presumed-paid and closed items are not open. */
export function positionsOf(ledger: DebtorLedger, today: IsoDate): readonly Position[] {
  if (!ledger.item) return [];
  const allocated = allocatedPerItem(ledger);
  const holds = ledger.hold ? activeHolds(ledger.hold, today).filter((hold) => hold.itemId !== null) : noHolds;
  const drafts = new Map<Currency, Draft>();
  for (const id in ledger.item) {
    const item = ledger.item[id]!;
    if (item.kind === 'deposit' || item.kind === 'advance') continue;
    const open = openBalance(item, allocated);
    if (open === 0) continue;
    const draft = drafts.get(item.currency) ?? { claims: [], reductions: [] };
    drafts.set(item.currency, draft);
    if (item.kind === 'invoice' && open > 0) draft.claims.push(claimOf(item, open, holds));
    else draft.reductions.push({ item, open });
  }
  return Array.from(drafts, ([currency, draft]) => settle(currency, draft));
}

function claimOf(item: OpenItem, open: Cents, all: readonly Hold[]): Claimable {
  if (all.length === 0) return { item, open, credited: 0, held: 0, claimable: open, holds: noHolds };
  const holds = all.filter((hold) => hold.itemId === item.id);
  let held = 0;
  for (const hold of holds) held += hold.amount ?? open;
  held = Math.min(Math.max(held, 0), open);
  return { item, open, credited: 0, held, claimable: open - held, holds };
}

/**
 * Lays credit notes against the invoice they name; what is left, and every credit without such an invoice, lowers the
 * claim as a whole. What is left of a credit note on a disputed invoice lowers nothing else.
 */
function settle(currency: Currency, draft: Draft): Position {
  const credits: Credit[] = [];
  const byNumber = draft.reductions.some(({ item }) => item.creditFor !== null) ? claimsByNumber(draft.claims) : null;
  let creditTotal = 0;
  let net = 0;
  for (const { item, open } of draft.reductions) {
    const named = open < 0 && item.creditFor !== null ? byNumber?.get(normal(item.creditFor)) : undefined;
    let remaining = open;
    if (named) {
      const laid = Math.min(named.open - named.credited, -open);
      named.credited += laid;
      named.claimable = Math.max(0, named.open - named.credited - named.held);
      remaining = named.holds.some((hold) => hold.reason === 'dispute') ? 0 : open + laid;
    }
    if (remaining === 0) continue;
    // A positive rest (a receipt paid back) is no claim of this letter, but no credit either.
    if (remaining < 0) credits.push({ item, open, remaining });
    creditTotal += Math.min(remaining, 0);
    net += remaining;
  }
  for (const claim of draft.claims) net += claim.open - claim.credited;
  return { currency, claims: draft.claims, credits, creditTotal, net };
}

function normal(number: string): string {
  return number.trim().toLowerCase();
}

/** The first claim of every number. */
function claimsByNumber(claims: readonly Claimable[]): ReadonlyMap<string, Claimable> {
  return new Map(claims.map((claim) => [normal(claim.item.number), claim] as const).reverse());
}
