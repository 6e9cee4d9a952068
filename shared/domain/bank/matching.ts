import type { IsoDate } from '../../dates/civil.ts';
import type { BankTransaction } from '../../formats/bank/statement.ts';
import type { MatchCandidate } from '../../matching/match.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { Currency } from '../../money/cents.ts';
import { allocatedPerItem, listedUntil, openBalance } from '../balance.ts';
import { type Books, debtorIn } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import { LedgerOverlay } from '../ledger-overlay.ts';
import { isOneOf } from './accounts.ts';
import { HandPayments } from './hand.ts';
import type { BankLine } from './line.ts';
import { partFault } from './part.ts';
import { writeMatch } from './payment.ts';
import { isReturn, openOnList, returnReasonOf, withReceipt } from './return.ts';

/** Score from which money that went out is looked at as a refund; less is no debtor's concern. */
const refundScore = 0.7;

export interface BankOptions {
  readonly today: IsoDate;
  /** The id the import is confirmed under. */
  readonly importId: string;
  /** Accounts whose statements count; absent = every account. */
  readonly ownAccounts?: readonly string[];
}

/** A line that was not imported before. */
export interface NewLine {
  readonly id: string;
  readonly account: string;
  readonly currency: Currency;
  readonly transaction: BankTransaction;
}

/** A new line that is kept: matched, or to be looked at. */
export interface LineDiff {
  readonly sort: 'matched' | 'review';
  readonly isReturn: boolean;
  readonly line: BankLine;
  /** What it was taken for; null when it has to be looked at. */
  readonly candidate: MatchCandidate | null;
}

/** Takes lines one after another. */
export class LineMatching {
  readonly lines: LineDiff[] = [];
  /** Lines the last list should hold by its bank date, that pay what it has open to the cent: its bank date may be wrong. */
  readonly openOnList: BankLine[] = [];
  readonly overlay: LedgerOverlay;
  private readonly hand: HandPayments;
  private readonly listedUntil: IsoDate | null;
  /** Debtors with something to letter off. */
  private readonly debtorIds: readonly DebtorId[];

  constructor(
    books: Books,
    private readonly options: BankOptions,
    private readonly matcher: Matcher,
  ) {
    this.overlay = new LedgerOverlay(books);
    this.hand = new HandPayments(books);
    this.listedUntil = listedUntil(books);
    this.debtorIds = [...books.ledgers]
      .filter(([, { task = {} }]) => Object.values(task).some(({ kind, doneOn }) => kind === 'reconcile' && !doneOn))
      .map(([id]) => id);
  }

  take({ id, account, currency, transaction }: NewLine): void {
    const { amount, counterpartyName, counterpartyIban, bookDate, ...said } = transaction;
    if (amount === 0) return;
    if (counterpartyIban !== null && isOneOf(this.options.ownAccounts ?? [account], counterpartyIban)) return;
    const line: BankLine = {
      id,
      account,
      date: bookDate,
      amount,
      currency,
      counterparty: counterpartyName,
      iban: counterpartyIban,
      remittance: said.remittance,
      structuredReference: said.structuredReference,
      endToEndId: said.endToEndId,
      mandateId: said.mandateId,
      returnReason: returnReasonOf(transaction),
      bankReference: said.bankReference,
      importId: this.options.importId,
      state: 'review',
      taken: [],
      score: null,
    };
    const { candidates, accepted } = this.matcher.match(line);
    const candidate = this.certain(line, candidates, accepted);
    if (candidate) this.match(line, candidate);
    else if (this.asksForReview(line, candidates[0])) {
      this.lines.push({ sort: 'review', isReturn: isReturn(line), line, candidate: null });
    } else if (this.isListed(line) && this.paysWhatIsListed(line, candidates[0])) this.openOnList.push(line);
  }

  /** Whether a line names an item the list has open for just this amount. */
  private paysWhatIsListed({ amount, currency }: BankLine, best: MatchCandidate | undefined): boolean {
    const named = best?.reasons.find(({ code }) => code === 'named-number')?.params.number;
    if (!best || named === undefined) return false;
    return Object.values(this.overlay.ledger(best.debtorId)?.item ?? {}).some(
      ({ number, state, listed, currency: own }) =>
        number === named && state === 'open' && listed?.open === amount && own === currency,
    );
  }

  /** What a line surely is; null when nobody can be sure. */
  private certain(line: BankLine, candidates: readonly MatchCandidate[], accepted: boolean): MatchCandidate | null {
    // A payment of one's own that came back is no receipt of a debtor.
    if (line.amount > 0 && line.returnReason !== null) return null;
    const seen = this.hand.take(this.overlay, line, candidates);
    if (seen) return seen;
    const [best] = candidates;
    const whole = best && accepted ? withReceipt(this.overlay, best) : null;
    if (!best || !whole || !this.canBe(line, whole)) return null;
    this.matcher.take(best, line);
    return whole;
  }

  /**
   * Receipts and stornos the lists do not hold yet, a storno that may explain why a list has open what is paid here, and money
   * that went out where much speaks for a credit paid back.
   */
  private asksForReview(line: BankLine, best: MatchCandidate | undefined): boolean {
    if (isReturn(line) && this.explainsList(line, best)) return true;
    if (this.isListed(line)) return false;
    return line.amount > 0 || isReturn(line) || (best !== undefined && best.score >= refundScore);
  }

  /**
   * Whether a list has something open that is paid here, and the storno may be why: of what it seems to be of, of a debtor with
   * this account, or of an item it names.
   */
  private explainsList({ iban, remittance }: BankLine, best: MatchCandidate | undefined): boolean {
    return this.debtorIds.some((debtorId) => {
      const ledger = this.overlay.ledger(debtorId) ?? {};
      const isOfDebtor = iban !== null && (ledger.payer?.[iban] !== undefined || debtorIn(ledger)?.iban === iban);
      return Object.values(ledger.item ?? {}).some((item) => {
        if (openOnList(ledger, item.id) === null) return false;
        const isMeant = best?.parts.some((part) => part.debtorId === debtorId && part.itemId === item.id);
        return isMeant || isOfDebtor || (item.number !== '' && remittance?.includes(item.number));
      });
    });
  }

  /** Whether the books as they have become still have room for it, with nothing over of a storno or of what a list holds. */
  private canBe(line: BankLine, { parts, rest }: MatchCandidate): boolean {
    if (rest !== 0 && (line.amount < 0 || this.isListed(line))) return false;
    return parts.every((part) => {
      const ledger = this.overlay.ledger(part.debtorId) ?? {};
      const item = ledger.item?.[part.itemId];
      return item !== undefined && partFault(ledger, item, line, part, this.listedUntil) === null;
    });
  }

  private match(line: BankLine, candidate: MatchCandidate): void {
    const { parts, rest, debtorId, score } = candidate;
    const { importId } = this.options;
    const match = { parts, rest, creditTo: debtorId, settle: [] };
    const taken = writeMatch(this.overlay, line, match, { listedUntil: this.listedUntil, importId });
    for (const payment of taken) this.tellOfRest(payment);
    const matched: BankLine = { ...line, state: 'matched', taken, score };
    this.lines.push({ sort: 'matched', isReturn: isReturn(line), line: matched, candidate });
  }

  /** What a payment left over is the debtor's credit: a line after it may pay that back. */
  private tellOfRest({ debtorId, paymentId }: BankLine['taken'][number]): void {
    const ledger = this.overlay.ledger(debtorId) ?? {};
    const receiptId = ledger.payment?.[paymentId]?.receiptId;
    const receipt = receiptId === undefined ? undefined : ledger.item?.[receiptId];
    if (receipt) this.matcher.know(debtorId, receipt, openBalance(receipt, allocatedPerItem(ledger)));
  }

  private isListed({ date }: BankLine): boolean {
    return this.listedUntil !== null && date <= this.listedUntil;
  }
}
