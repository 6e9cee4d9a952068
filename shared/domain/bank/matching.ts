import type { IsoDate } from '../../dates/civil.ts';
import { bareName } from '../../formats/ubl/direction.ts';
import type { MatchCandidate } from '../../matching/match.ts';
import type { Matcher } from '../../matching/matcher.ts';
import { keptReasons } from '../../matching/why.ts';
import type { Cents } from '../../money/cents.ts';
import { allocatedPerItem, listedUntil, openBalance } from '../balance.ts';
import { type Books, debtorIn } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { ImportRecord } from '../imports.ts';
import { LedgerOverlay } from '../ledger-overlay.ts';
import { isOneOf } from './accounts.ts';
import { openOnList } from './gone.ts';
import { HandPayments } from './hand.ts';
import type { BankLine, StatementRecord } from './line.ts';
import { lineOf, type NewLine } from './new-line.ts';
import { heldBack, isHeldAt, isInList, lastSaid, mayNotBeWorkedIn, namedOfOne, notWorkedIn } from './not-worked-in.ts';
import { partFault } from './part.ts';
import { writeMatch } from './payment.ts';
import { isReturn, withReceipt } from './return.ts';
import { TakenBack } from './taken-back.ts';

/** Score from which money that went out is looked at as a refund; less is no debtor's concern. */
const refundScore = 0.7;

export interface BankOptions {
  readonly today: IsoDate;
  /** The id the import is confirmed under. */
  readonly importId: string;
  /** Accounts whose statements count; absent = every account. */
  readonly ownAccounts?: readonly string[];
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
  /** Lines the last list should hold by its bank date, of which it still has open what they pay: they wait to be looked at. */
  readonly openOnList: BankLine[] = [];
  /** Lines of which it cannot be told whether the list holds them: it says what is open, and they change nothing. */
  readonly perhapsOpen: BankLine[] = [];
  /** Stornos of before that waited, as of lines: what they take back has come in by now. */
  readonly found: LineDiff[] = [];
  readonly overlay: LedgerOverlay;
  private readonly hand: HandPayments;
  private readonly listedUntil: IsoDate | null;
  private readonly imports: ReadonlyMap<string, ImportRecord>;
  /** Debtors with something to letter off, now or once a line that waits is theirs. */
  private readonly debtorIds: Set<DebtorId>;
  private readonly statements: ReadonlyMap<string, StatementRecord>;
  private expected: readonly StatementRecord[] = [];
  /** Stornos of which the payment may still come: with a line of the same day, or, of one that waits, with these files. */
  private early: BankLine[];
  /** Receipts that were taken, by amount. */
  private readonly paidNow = new Map<Cents, Set<string>>();
  /** Gathered when first asked. */
  private takenBack: TakenBack | null = null;
  /** Receipts that wait, by amount; gathered when first asked. */
  private waiting: Map<Cents, BankLine[]> | null = null;

  constructor(
    private readonly books: Books,
    private readonly options: BankOptions,
    private readonly matcher: Matcher,
  ) {
    this.overlay = new LedgerOverlay(books);
    this.hand = new HandPayments(books);
    this.listedUntil = listedUntil(books);
    this.imports = books.records.import;
    this.statements = books.records.statement;
    const toDo = [...books.ledgers].filter(([, { task = {}, item = {} }]) => {
      const isToDo = Object.values(task).some(({ kind, doneOn }) => kind === 'reconcile' && !doneOn);
      return isToDo || Object.values(item).some(({ listed }) => listed?.stated);
    });
    this.debtorIds = new Set(toDo.map(([id]) => id));
    this.early = [...books.records.bankLine.values()].filter(
      (line) => line.state === 'review' && isReturn(line) && line.twice === undefined,
    );
    this.early.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  take(given: NewLine): void {
    const { amount, counterpartyIban } = given.transaction;
    if (amount === 0) return;
    this.takeEarly(({ date }) => date < given.transaction.bookDate);
    if (counterpartyIban !== null && isOneOf(this.options.ownAccounts ?? [given.account], counterpartyIban)) return;
    const line = lineOf(given, this.options.importId);
    if (isReturn(line) && line.twice === undefined) {
      const { back } = this.takesBack(line, false);
      if (back) this.match(line, back);
      else this.early.push(line);
      return;
    }
    const { candidates, accepted } = this.matcher.match(line);
    if (line.twice !== undefined) {
      if (this.asksForReview(line, candidates[0])) this.review(line);
      return;
    }
    const best = accepted ? candidates[0] : undefined;
    const seen = this.seenByHand(line, candidates);
    // Of what is history there may be room, for what was paid before; the list may have it open all the same.
    const isOpen = !seen && (!best || this.isHistory(best, line)) && this.isOpenOnList(line);
    if (!seen && !isOpen && this.mayBeOpenOnList(line)) this.perhapsOpen.push(line);
    const candidate = seen ?? (best && !isOpen ? this.certain(line, best) : null);
    if (candidate) this.match(line, candidate);
    else if (isOpen || this.asksForReview(line, candidates[0])) this.review(line);
  }

  /** Decides on what could only be decided with every line there. */
  finish(): void {
    this.takeEarly(() => true);
  }

  /** Stornos that came before the payment they take back, once every line of their day was taken: the order says nothing. */
  private takeEarly(isNow: (line: BankLine) => boolean): void {
    if (!this.early.some(isNow)) return;
    const now = this.early.filter(isNow);
    this.early = this.early.filter((line) => !isNow(line));
    for (const line of now) {
      const isKnown = line.importId !== this.options.importId;
      if (isKnown && !this.paidNow.has(-line.amount)) continue;
      const { best, back } = this.takesBack(line, isKnown);
      if (back) this.match(line, back, isKnown ? this.found : this.lines);
      else if (!isKnown && this.asksForReview(line, best)) this.review(line);
    }
  }

  /** What a storno surely takes back, and what it takes back most likely. */
  private takesBack(
    line: BankLine,
    isKnown: boolean,
  ): { readonly back: MatchCandidate | null; readonly best: MatchCandidate | undefined } {
    const { candidates, accepted } = this.matcher.match(line);
    const [best] = candidates;
    const isMeant = accepted && best && (!isKnown || this.isPaidNow(best, line)) && !this.mayBeOfWaiting(line, best);
    return { best, back: isMeant ? this.certain(line, best) : null };
  }

  /**
   * Whether a storno may as well take back a receipt that waits: as much, from the same account or with its very text, and not
   * before the payment it seems to be of.
   */
  private mayBeOfWaiting(line: BankLine, { debtorId, parts }: MatchCandidate): boolean {
    const { allocation = {}, payment = {} } = this.overlay.ledger(debtorId) ?? {};
    const itemIds = new Set(parts.map(({ itemId }) => itemId));
    const taken = Object.values(allocation).flatMap(({ itemId, paymentId }) =>
      itemIds.has(itemId) && payment[paymentId]?.amount === -line.amount ? payment[paymentId] : [],
    );
    const { remittance, iban, date, currency } = line;
    const isSaid = taken.some((own) => own.remittance !== null && own.remittance === remittance);
    return this.waitingReceipts(-line.amount).some((own) => {
      if (own.currency !== currency || own.date > date || taken.some((paid) => paid.date > own.date)) return false;
      const isSameText = own.remittance !== null && own.remittance === remittance;
      return isSameText || (!isSaid && iban !== null && own.iban === iban);
    });
  }

  /** Receipts of an amount that wait to be looked at, of before and of now. */
  private waitingReceipts(amount: Cents): readonly BankLine[] {
    if (this.waiting === null) {
      this.waiting = new Map();
      for (const line of this.books.records.bankLine.values()) if (line.state === 'review') this.addWaiting(line);
      for (const { sort, line } of this.lines) if (sort === 'review') this.addWaiting(line);
    }
    return this.waiting.get(amount) ?? [];
  }

  private addWaiting(line: BankLine): void {
    if (this.waiting === null || line.amount <= 0) return;
    const equal = this.waiting.get(line.amount);
    if (equal) equal.push(line);
    else this.waiting.set(line.amount, [line]);
  }

  /** Whether what a storno takes back was paid by a line that comes in now: of what was there, the user has decided. */
  private isPaidNow({ parts }: MatchCandidate, { amount }: BankLine): boolean {
    const now = this.paidNow.get(-amount);
    return parts.some(({ debtorId, itemId }) => {
      const { allocation = {}, payment = {} } = this.overlay.ledger(debtorId) ?? {};
      const laid = Object.values(allocation).filter((own) => own.itemId === itemId);
      return laid.some(({ paymentId }) => now?.has(payment[paymentId]?.lineId ?? ''));
    });
  }

  private review(line: BankLine): void {
    this.addWaiting(line);
    this.lines.push({ sort: 'review', isReturn: isReturn(line), line, candidate: null });
  }

  /** Whether a list still has open what a line pays that it should hold; from then on the line counts as after the list. */
  private isOpenOnList(line: BankLine): boolean {
    if (line.amount <= 0) return false;
    const named = namedOfOne(this.matcher.named(line));
    if (!named) return false;
    const { debtorId, itemIds } = named;
    const ledger = this.overlay.ledger(debtorId) ?? {};
    const takenBack = this.stornos();
    const items = notWorkedIn(ledger, this.imports, takenBack, line, itemIds);
    if (items.length === 0 || takenBack.has(line.id, lastSaid(items))) return false;
    this.debtorIds.add(debtorId);
    for (const item of items) {
      const laid = Object.values(ledger.allocation ?? {}).filter(({ itemId }) => itemId === item.id);
      this.overlay.put(debtorId, 'item', item.id, heldBack(item, laid, [line]));
    }
    this.openOnList.push(line);
    return true;
  }

  private mayBeOpenOnList(line: BankLine): boolean {
    const named = line.amount > 0 && this.isListed(line) ? namedOfOne(this.matcher.named(line)) : null;
    const ledger = named && this.overlay.ledger(named.debtorId);
    return ledger ? mayNotBeWorkedIn(ledger, this.stornos(), line, named.itemIds) : false;
  }

  /** Statements whose lines will be taken: one of them may take another back. */
  expect(statements: readonly StatementRecord[]): void {
    this.expected = statements;
  }

  private stornos(): TakenBack {
    this.takenBack ??= new TakenBack([...this.statements.values(), ...this.expected]);
    return this.takenBack;
  }

  private seenByHand(line: BankLine, candidates: readonly MatchCandidate[]): MatchCandidate | null {
    return isPaidOutAndBack(line)
      ? null
      : this.hand.take(this.overlay, line, candidates, () => this.matcher.named(line));
  }

  /** What a line surely is; null where the books have no room for it. */
  private certain(line: BankLine, best: MatchCandidate): MatchCandidate | null {
    if (isPaidOutAndBack(line)) return null;
    const whole = withReceipt(this.overlay, best);
    if (!whole || !this.canBe(line, whole)) return null;
    this.matcher.take(best, line);
    return whole;
  }

  /** Whether a list holds the bank up to the day of a receipt, for something it pays. */
  private isHistory({ parts }: MatchCandidate, { date }: BankLine): boolean {
    return parts.some(({ debtorId, itemId }) => {
      const item = this.overlay.ledger(debtorId)?.item?.[itemId];
      return item !== undefined && isInList(item, date);
    });
  }

  /**
   * Receipts and stornos the lists do not hold yet, a storno that may explain why a list has open what is paid here, and money
   * that went out where much speaks for a credit paid back.
   */
  private asksForReview(line: BankLine, best: MatchCandidate | undefined): boolean {
    if (isReturn(line) && this.explainsList(line, best)) return true;
    if (this.isListed(line)) return line.amount > 0 && this.isOfHeld(line);
    return (
      line.amount > 0 || isReturn(line) || (best !== undefined && best.score >= refundScore) || this.isPaidBack(line)
    );
  }

  /** Whether a line names an item that does not have money of that day in it: its storno will count, so that it has to as well. */
  private isOfHeld(line: BankLine): boolean {
    // Without one nothing is held: the text of every line of before the list need not be read again.
    if (this.debtorIds.size === 0) return false;
    return this.matcher.named(line).some(({ debtorId, itemId }) => {
      const item = this.overlay.ledger(debtorId)?.item?.[itemId];
      return item !== undefined && isHeldAt(item, line.date);
    });
  }

  /** Whether money went to a debtor of whom the text names an invoice: the payment it gives back may still have to come. */
  private isPaidBack(line: BankLine): boolean {
    const named = namedOfOne(this.matcher.named(line));
    const ledger = named ? this.overlay.ledger(named.debtorId) : undefined;
    const debtor = debtorIn(ledger);
    if (!debtor) return false;
    const { iban, counterparty } = line;
    if (iban !== null && (debtor.iban === iban || ledger?.payer?.[iban])) return true;
    return counterparty !== null && bareName(counterparty) === bareName(debtor.name);
  }

  /**
   * Whether a list has something open that is paid here, or that a line which waits pays, and the storno may be why: of what it
   * seems to be of, of a debtor with this account, or of an item it names.
   */
  private explainsList({ iban, remittance, date }: BankLine, best: MatchCandidate | undefined): boolean {
    return [...this.debtorIds].some((debtorId) => {
      const ledger = this.overlay.ledger(debtorId) ?? {};
      const isOfDebtor = iban !== null && (ledger.payer?.[iban] !== undefined || debtorIn(ledger)?.iban === iban);
      return Object.values(ledger.item ?? {}).some((item) => {
        if (!isHeldAt(item, date) && openOnList(ledger, item.id) === null) return false;
        const isMeant = best?.parts.some((part) => part.debtorId === debtorId && part.itemId === item.id);
        return isMeant || isOfDebtor || (item.number !== '' && remittance?.includes(item.number));
      });
    });
  }

  /** Whether the books as they have become still have room for it, with nothing over of a storno or of what a list holds. */
  private canBe(line: BankLine, candidate: MatchCandidate): boolean {
    const { parts, rest } = candidate;
    if (rest !== 0 && (line.amount < 0 || this.isListed(line) || this.isHistory(candidate, line))) return false;
    return parts.every((part) => {
      const ledger = this.overlay.ledger(part.debtorId) ?? {};
      const item = ledger.item?.[part.itemId];
      return item !== undefined && partFault(ledger, item, line, part, this.listedUntil) === null;
    });
  }

  private match(line: BankLine, candidate: MatchCandidate, to = this.lines): void {
    const { parts, rest, debtorId, score, reasons } = candidate;
    const { importId, today } = this.options;
    if (line.amount > 0) this.paidNow.set(line.amount, (this.paidNow.get(line.amount) ?? new Set()).add(line.id));
    const why = { score, reasons: keptReasons(reasons) };
    const match = { parts, rest, creditTo: debtorId, settle: [], why };
    const taken = writeMatch(this.overlay, line, match, { listedUntil: this.listedUntil, importId, today });
    for (const payment of taken) this.tellOfRest(payment);
    const matched: BankLine = { ...line, state: 'matched', taken, score };
    to.push({ sort: 'matched', isReturn: isReturn(line), line: matched, candidate });
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

/** A payment of one's own that came back is no receipt of a debtor. */
function isPaidOutAndBack({ amount, returnReason }: BankLine): boolean {
  return amount > 0 && returnReason !== null;
}
