import type { Books } from '../domain/books.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import type { Cents } from '../money/cents.ts';
import { debtorCandidates } from './debtor-candidates.ts';
import { ItemIndex } from './item-index.ts';
import { type Line, tellingFrom } from './line.ts';
import { acceptedFrom, type Match, type MatchCandidate, type MatchPart, type Receipt } from './match.ts';
import { type Mentions, readMentions } from './mentions.ts';
import type { Naming } from './naming.ts';
import type { Entry, Owner } from './owner.ts';
import { Payer } from './payer-evidence.ts';
import { refundCandidates } from './refunds.ts';
import { ReturnedPayments } from './returned-payments.ts';
import { type Scored, scoredCandidates } from './scoring.ts';
import { directDebitBatch, namedAcrossDebtors } from './several-debtors.ts';
import { stornoCandidates } from './stornos.ts';

/** Candidates a match holds. */
const most = 5;
/** Ways to name an item that spell its number. */
const inNumbers: ReadonlySet<Naming['by']> = new Set(['number', 'list', 'range']);
/** Debtors of one sort looked at for one receipt. */
const mostDebtors = 60;
/** Debtors of whom one amount is open, from which on it points at none of them. */
const mostOfAmount = 8;

/**
 * Finds what receipts pay (criterion A8). Reads the books once; {@link take} makes the index, never the books, see what an
 * earlier receipt took. Candidates come with reasons; how they are scored is in the README of this folder.
 */
export class Matcher {
  private readonly returned: ReturnedPayments;
  /** What the receipt read last names, as long as the index stays as it is. */
  private read: { readonly receipt: Receipt; readonly mentions: Mentions } | null = null;

  constructor(
    books: Books,
    private readonly index = ItemIndex.of(books),
  ) {
    this.returned = new ReturnedPayments(books, index);
  }

  /** Ways to read a receipt, best first, five at most; none for money from an own account or in which nothing is a debtor's. */
  match(receipt: Receipt): Match {
    const candidates = scoredCandidates(this.candidates(receipt)).slice(0, most);
    const [best] = candidates;
    const accepted = best !== undefined && best.score >= acceptedFrom && best.parts.length > 0;
    return { receiptId: receipt.id, candidates, accepted };
  }

  /** Lowers what is open in the index by a candidate, learns the account, and remembers the payment for a storno of it. */
  take(candidate: MatchCandidate, receipt: Receipt): void {
    this.read = null;
    for (const part of candidate.parts) {
      const entry = this.entryOf(part);
      if (entry) this.index.lower(entry, receipt.date, part.amount + part.discount);
    }
    if (receipt.amount < 0) {
      this.returned.forget(candidate);
      return;
    }
    this.returned.remember(candidate, receipt);
    const owner = this.index.owners.get(candidate.debtorId);
    const isForOne = candidate.parts.every(({ debtorId }) => debtorId === candidate.debtorId);
    if (owner && isForOne && receipt.iban !== null) this.index.learn(owner, receipt.iban, receipt.counterparty);
  }

  /** Items a receipt names by a telling number, in full or in a list or range, whether anything is open of them or not. */
  named(receipt: Receipt): readonly Pick<MatchPart, 'debtorId' | 'itemId'>[] {
    const { namings } = this.mentionsOf(receipt);
    const telling = namings.filter(({ by, weight }) => weight >= tellingFrom && inNumbers.has(by));
    return telling.map(({ entry: { owner, item } }) => ({ debtorId: owner.id, itemId: item.id }));
  }

  /** Lets the next receipts see an item that one before them made: the credit it left over. */
  know(debtorId: DebtorId, item: OpenItem, open: Cents): void {
    this.read = null;
    const owner = this.index.owners.get(debtorId);
    if (owner) this.index.know(owner, item, open);
  }

  private entryOf(part: MatchPart): Entry | null {
    const owner = this.index.owners.get(part.debtorId);
    return owner?.find(part.itemId) ?? null;
  }

  private mentionsOf(receipt: Receipt): Mentions {
    if (this.read?.receipt !== receipt) this.read = { receipt, mentions: readMentions(receipt, this.index) };
    return this.read.mentions;
  }

  private candidates(receipt: Receipt): readonly Scored[] {
    const { index } = this;
    if (receipt.amount === 0 || (receipt.iban !== null && index.isOwnAccount(receipt.iban))) return [];
    const mentions = this.mentionsOf(receipt);
    const line: Line = { receipt, mentions, payer: new Payer(receipt, mentions, index), index };
    if (receipt.amount > 0) return this.paidBy(line);
    const returns = stornoCandidates(line, this.returned);
    return receipt.returnReason === null ? [...returns, ...refundCandidates(line)] : returns;
  }

  /** Debtors of whom less and less is known, as long as nothing settles it; that they contradict it is seen all the same. */
  private paidBy(line: Line): readonly Scored[] {
    const { mentions, payer } = line;
    const found: Scored[] = [...namedAcrossDebtors(line), ...directDebitBatch(line)];
    const seen = new Set<Owner>();
    const rounds: readonly (readonly [settledFrom: number, owners: () => readonly Owner[]])[] = [
      [Number.POSITIVE_INFINITY, () => [...mentions.namings.map(({ entry }) => entry.owner), ...payer.byAccount]],
      [10, () => [...payer.byName.keys(), ...mentions.codes.keys()]],
      [4, () => this.withAmount(line.receipt)],
    ];
    for (const [settledFrom, owners] of rounds) {
      if (found.some(({ weight }) => weight >= settledFrom)) break;
      for (const owner of owners().slice(0, mostDebtors)) {
        if (seen.has(owner)) continue;
        seen.add(owner);
        found.push(...debtorCandidates(line, owner));
      }
    }
    return found;
  }

  /** Debtors of whom exactly this amount is open, when they are few. */
  private withAmount(receipt: Receipt): readonly Owner[] {
    const owners = new Set<Owner>();
    for (const { owner } of this.index.opened(receipt.amount)) {
      owners.add(owner);
      if (owners.size > mostOfAmount) return [];
    }
    return [...owners];
  }
}
