import { addDays } from '../dates/civil.ts';
import type { BankTransaction } from '../formats/bank/statement.ts';
import type { MatchCandidate, MatchPart } from '../matching/match.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import type { BankLine } from './bank-line.ts';
import type { Books } from './books.ts';
import type { DebtorId } from './debtor.ts';
import type { OpenItem } from './item.ts';
import type { LedgerOverlay } from './ledger-overlay.ts';

/**
 * Opens an item of which money is taken back: another cycle, so that its steps start anew (criteria A7, D4). One that was
 * confirmed settled counts as paid up to the day before. False when nothing opens: a list with a later bank date already says
 * what is open, or what was paid too much went back. Ask before the storno itself (`amount`, negative) is allocated.
 */
export function reopenReturned(
  overlay: LedgerOverlay,
  debtorId: DebtorId,
  item: OpenItem,
  line: Pick<BankLine, 'date'>,
  amount: Cents,
): boolean {
  if (item.listed && line.date <= item.listed.bankUntil) return false;
  const reopened: OpenItem = { ...item, state: 'open', cycle: item.cycle + 1 };
  const balance = openBalance(reopened, allocatedPerItem(overlay.ledger(debtorId) ?? {}));
  const isSettled = item.state !== 'open' && balance !== 0;
  if (!isSettled && balance - amount <= 0) return false;
  const listed = isSettled ? { open: 0, bankUntil: addDays(line.date, -1) } : item.listed;
  overlay.put(debtorId, 'item', item.id, { ...reopened, listed });
  return true;
}

const returnWords =
  /\b(?:storno|stornering|gestorneerd|terugboeking|teruggeboekt|terugbetaling incasso|geweigerde incasso|incasso geweigerd|retour incasso|reversal|returned direct debit|reject(?:ed)?)\b/i;

/** Code of a return the bank gives no reason for. */
const noReasonGiven = 'MS03';

/** Why a line took money back: as the file says, or without a reason where only its text says that it is a storno; else null. */
export function returnReasonOf({ amount, returnReason, remittance }: BankTransaction): string | null {
  if (returnReason !== null) return returnReason;
  return amount < 0 && remittance !== null && returnWords.test(remittance) ? noReasonGiven : null;
}

/** Whether a line takes a receipt back (storno). */
export function isReturn({ amount, returnReason }: Pick<BankLine, 'amount' | 'returnReason'>): boolean {
  return amount < 0 && returnReason !== null;
}

interface Received {
  readonly line: BankLine;
  returned: boolean;
}

/** Receipts that a storno may take back: matched lines of the books, and those of the same import. */
export class Returns {
  private readonly byAmount = new Map<string, Received[]>();

  constructor(
    books: Books,
    private readonly overlay: LedgerOverlay,
  ) {
    const lines = [...books.records.bankLine.values()].filter(({ state }) => state === 'matched');
    for (const line of lines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) this.add(line);
  }

  /** Another matched line: a receipt that may come back, or a storno of one. */
  add(line: BankLine): void {
    if (line.amount < 0) {
      const received = isReturn(line) ? this.receivedFor(line) : null;
      if (received) received.returned = true;
      return;
    }
    const key = `${line.currency} ${line.amount}`;
    const same = this.byAmount.get(key);
    if (same) same.push({ line, returned: false });
    else this.byAmount.set(key, [{ line, returned: false }]);
  }

  /** The receipt a storno takes back, read against the items it had paid; null when none or more than one fits. */
  find(line: BankLine): MatchCandidate | null {
    const received = this.receivedFor(line);
    if (!received) return null;
    const parts = received.line.taken.flatMap(({ debtorId, paymentId }) => this.partsOf(debtorId, paymentId));
    if (sumOf(parts, ({ amount }) => amount) !== line.amount || !parts[0]) return null;
    const reason = { code: 'returned', params: { date: received.line.date }, weight: 1 };
    return { parts, debtorId: parts[0].debtorId, rest: 0, score: 1, reasons: [reason] };
  }

  private receivedFor(line: BankLine): Received | null {
    const same = this.byAmount.get(`${line.currency} ${-line.amount}`) ?? [];
    const free = same.filter(({ line: { date }, returned }) => !returned && date <= line.date);
    const from = free.filter(({ line: { iban } }) => iban !== null && iban === line.iban);
    const equal = (a: string | null, b: string | null): boolean => a !== null && a === b;
    const named = from.filter(
      ({ line: own }) => equal(own.endToEndId, line.endToEndId) || equal(own.mandateId, line.mandateId),
    );
    const fitting = named.length > 0 ? named : from;
    // Several of one amount from one account: which of them came back cannot be told.
    return fitting.length === 1 ? fitting[0]! : null;
  }

  private partsOf(debtorId: DebtorId, paymentId: string): readonly MatchPart[] {
    const ledger = this.overlay.ledger(debtorId);
    const paid = Object.values(ledger?.allocation ?? {}).filter((own) => own.paymentId === paymentId && !own.kind);
    const parts = paid.map(({ itemId, amount }): MatchPart => ({ debtorId, itemId, amount: -amount, discount: 0 }));
    const payment = ledger?.payment?.[paymentId];
    const receipt = payment?.receiptId === undefined ? undefined : ledger?.item?.[payment.receiptId];
    if (receipt) parts.push({ debtorId, itemId: receipt.id, amount: receipt.total, discount: 0 });
    return parts;
  }
}
