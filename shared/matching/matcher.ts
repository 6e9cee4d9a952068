import type { Books } from '../domain/books.ts';
import { formatMoney } from '../money/cents.ts';
import { amountWeight } from './amount-weight.ts';
import { type Entry, ItemIndex, type Owner } from './item-index.ts';
import { acceptedFrom, type Match, type MatchCandidate, type MatchPart, type Receipt } from './match.ts';
import { type Mentions, readMentions } from './mentions.ts';
import type { Naming } from './naming.ts';
import { ownNumbers } from './own-numbers.ts';
import { type Evidence, Payer } from './payer-evidence.ts';
import { namedReadings, type Owed, type Owing, type Reading, unnamedReadings } from './readings.ts';
import { refundCandidates } from './refunds.ts';
import { ReturnedPayments } from './returned-payments.ts';
import { type Scored, scoredCandidates } from './scoring.ts';

/** Starting point for any one debtor, before anything speaks for it. */
const priorOfDebtor = -6;
/** No account, name, code or number says who pays. */
const nobodyNamed = -3;
/** A candidate of this weight needs no comparison with debtors of whom only the amount is known. */
const settledFrom = 4;
/** A naming at least this telling points at its debtor on its own. */
const tellingFrom = 4;

/**
 * Finds what receipts pay (criterion A8). Reads the books once; {@link take} makes the index, never the books, see what an
 * earlier receipt took. Candidates come with reasons; how they are scored is in the README of this folder.
 */
export class Matcher {
  private readonly index: ItemIndex;
  private readonly returned: ReturnedPayments;

  constructor(books: Books) {
    this.index = new ItemIndex(books);
    this.returned = new ReturnedPayments(books, this.index);
  }

  /** Ways to read a receipt, best first, five at most; none for money from an own account or in which nothing is a debtor's. */
  match(receipt: Receipt): Match {
    const scored = this.scored(receipt);
    const candidates = scored.slice(0, 5).map(({ candidate }) => candidate);
    return {
      receiptId: receipt.id,
      candidates,
      accepted: (candidates[0]?.score ?? 0) >= acceptedFrom && candidates[0]!.parts.length > 0,
    };
  }

  /** Lowers what is open in the index by a candidate, learns the account, and remembers the payment for a storno of it. */
  take(candidate: MatchCandidate, receipt: Receipt): void {
    for (const part of candidate.parts) {
      const entry = this.entryOf(part);
      if (entry) this.index.lower(entry, receipt.date, part.amount + part.discount);
    }
    if (receipt.amount > 0) {
      this.returned.remember(candidate, receipt);
      const owner = this.index.owners.get(candidate.debtorId);
      const single = candidate.parts.every(({ debtorId }) => debtorId === candidate.debtorId);
      if (owner && single && receipt.iban !== null) this.index.learn(owner, receipt.iban, receipt.counterparty);
    } else this.returned.forget(candidate);
  }

  private entryOf(part: MatchPart): Entry | null {
    const owner = this.index.owners.get(part.debtorId);
    return owner?.entries.find(({ item }) => item.id === part.itemId) ?? null;
  }

  private scored(receipt: Receipt): readonly Scored[] {
    const { index } = this;
    if (receipt.amount === 0 || (receipt.iban !== null && index.isOwnAccount(receipt.iban))) return [];
    const mentions = readMentions(receipt, index);
    const payer = new Payer(receipt, mentions, index);
    if (receipt.amount < 0) {
      const returns = this.returned.candidates(receipt, mentions, payer);
      const refunds = receipt.returnReason === null ? refundCandidates(receipt, mentions, payer, index) : [];
      return scoredCandidates(receipt, [...returns, ...refunds]);
    }
    const found: Scored[] = [];
    const acrossDebtors = this.acrossDebtors(receipt, mentions, payer);
    if (acrossDebtors) found.push(acrossDebtors);
    const owners = spokenFor(mentions, payer);
    for (const owner of owners) found.push(...this.ofOwner(owner, receipt, mentions, payer));
    if (found.every(({ weight }) => weight < settledFrom))
      for (const owner of this.withAmount(receipt))
        if (!owners.includes(owner)) found.push(...this.ofOwner(owner, receipt, mentions, payer));
    return scoredCandidates(receipt, found);
  }

  /** Debtors of whom exactly this amount is open, when they are few. */
  private withAmount(receipt: Receipt): readonly Owner[] {
    const owners = new Set(this.index.opened(receipt.amount).map(({ owner }) => owner));
    return owners.size <= 8 ? [...owners] : [];
  }

  private ofOwner(owner: Owner, receipt: Receipt, mentions: Mentions, payer: Payer): readonly Scored[] {
    const { index } = this;
    const owing = this.owingOf(owner, receipt);
    const own = ownNumbers(mentions, owner, index, receipt.date);
    const namings = [...mentions.namings.filter(({ entry }) => entry.owner === owner), ...own.namings].filter(
      ({ entry }) => entry.item.currency === receipt.currency,
    );
    const who = payer.evidenceFor(owner);
    const elsewhere = mentions.namings.filter(({ entry, weight }) => entry.owner !== owner && weight >= 7);
    const paid = namings.filter(({ entry, weight }) => weight >= 5 && index.balanceOn(entry, receipt.date) === 0);
    const chance = amountWeight(receipt.amount, owner, index);
    const found: Scored[] = [];
    const add = (reading: Reading, used: readonly Naming[]) => {
      const reasons: Evidence[] = [...who.reasons, ...namingReasons(used)];
      const isTelling = used.some(({ weight }) => weight >= tellingFrom);
      let weight = priorOfDebtor + who.weight + reading.weight + namingWeight(used);
      if (reading.isExact) weight += chance;
      reasons.push(amountReason(reading, receipt, reading.isExact ? chance + reading.weight : reading.weight));
      const doubt = (reason: Evidence) => {
        reasons.push(reason);
        weight += reason.weight;
      };
      if (!who.isKnown && !isTelling) doubt({ code: 'nobody-named', params: {}, weight: nobodyNamed, doubt: 0.2 });
      const ignored = namings.filter(
        (naming) => naming.weight >= 5 && !used.includes(naming) && !isWithin(naming, reading),
      );
      const openIgnored = ignored.filter((naming) => !paid.includes(naming) && !naming.doubtful);
      if (openIgnored.length > 0)
        doubt({
          code: 'number-left-out',
          params: { number: openIgnored[0]!.entry.item.number },
          weight: -1,
          doubt: 0.3,
        });
      if (paid.length > 0)
        doubt({
          code: 'paid-already',
          params: { number: paid[0]!.entry.item.number },
          weight: -1,
          doubt: isTelling && reading.isExact ? 0.06 : 0.4,
        });
      if (elsewhere.length > 0 && !isTelling) {
        const [other] = elsewhere;
        const params = { number: other!.entry.item.number, debtor: other!.entry.owner.debtor.name };
        doubt({ code: 'number-of-other', params, weight: -3, doubt: 0.3 });
      }
      const [unknown] = own.unexplained;
      if (unknown && !(isTelling && reading.isExact))
        doubt({ code: 'number-unknown', params: { number: unknown.key }, weight: -1, doubt: isTelling ? 0.1 : 0.25 });
      if (!isTelling && !reading.isExact && reading.fit !== 'near')
        doubt({ code: 'no-item-named', params: {}, weight: 0, doubt: 0.15 });
      const fitting = reading.isExact ? undefined : owing.owed.find((owed) => owed.open === receipt.amount);
      if (fitting)
        doubt({ code: 'amount-of-other', params: { number: fitting.entry.item.number }, weight: -1, doubt: 0.3 });
      const early = reading.parts.find(({ owed }) => owed.open > 0 && (owed.entry.item.date ?? '') > receipt.date);
      if (early)
        doubt({ code: 'before-invoice', params: { number: early.owed.entry.item.number }, weight: -2, doubt: 0.15 });
      found.push({
        weight,
        candidate: { parts: partsOf(reading), debtorId: owner.id, rest: reading.rest, score: 0, reasons },
      });
    };
    for (const used of namedSets(namings, (entry) => index.balanceOn(entry, receipt.date))) {
      const named = used.map(({ entry }) => owing.owed.find((owed) => owed.entry === entry)!).filter(Boolean);
      for (const reading of namedReadings(named, owing, receipt.amount)) add(reading, used);
    }
    if (who.isKnown || owing.owed.some(({ open }) => open === receipt.amount))
      for (const reading of unnamedReadings(owing, receipt.amount))
        if (who.isKnown || reading.fit === 'exact')
          add(
            reading,
            namings.filter((naming) => isWithin(naming, reading)),
          );
    const again = paid.find(({ entry }) => entry.item.total === receipt.amount);
    if (again) add({ parts: [], rest: receipt.amount, fit: 'nothing-open', weight: -2, isExact: true }, [again]);
    else if (found.length === 0 && paid.length > 0)
      add({ parts: [], rest: receipt.amount, fit: 'nothing-open', weight: -2, isExact: false }, paid);
    return found;
  }

  private owingOf(owner: Owner, receipt: Receipt): Owing {
    const owed: Owed[] = [];
    for (const entry of this.index.owedOn(owner, receipt.date)) {
      if (entry.item.currency !== receipt.currency) continue;
      const open = this.index.balanceOn(entry, receipt.date);
      const { discount } = entry.item;
      const kept = discount && discount.until >= receipt.date && discount.amount < open ? discount.amount : 0;
      owed.push({ entry, open, discount: kept });
    }
    return { owed, date: receipt.date, tolerance: this.index.tolerance };
  }

  /** One payment for several debtors whose numbers are all named: a parent, a factor, an office that pays for its clients. */
  private acrossDebtors(receipt: Receipt, mentions: Mentions, payer: Payer): Scored | null {
    const named = mentions.namings.filter(
      ({ entry, weight, doubtful }) => weight >= 5 && !doubtful && entry.item.currency === receipt.currency,
    );
    const owed = named
      .map(({ entry }): Owed => ({ entry, open: this.index.balanceOn(entry, receipt.date), discount: 0 }))
      .filter(({ open }) => open !== 0);
    const owners = new Set(owed.map(({ entry }) => entry.owner));
    if (owners.size < 2) return null;
    const reading = namedReadings(owed, { owed, date: receipt.date, tolerance: 0 }, receipt.amount).find(
      ({ fit }) => fit === 'sum',
    );
    if (!reading) return null;
    const debtor =
      [...owners].find((owner) => payer.byAccount.includes(owner)) ??
      [...owners].find((owner) => payer.byName.has(owner)) ??
      [...owners][0]!;
    const chance = amountWeight(receipt.amount, debtor, this.index);
    const namingsWeight = namingWeight(named);
    return {
      weight: priorOfDebtor - 2 + namingsWeight + chance + reading.weight,
      candidate: {
        parts: partsOf(reading),
        debtorId: debtor.id,
        rest: 0,
        score: 0,
        reasons: [
          ...namingReasons(named),
          { code: 'several-debtors', params: { count: owners.size }, weight: -2 },
          amountReason(reading, receipt, chance + reading.weight),
        ],
      },
    };
  }
}

/** Debtors something on the line speaks for: a number, the account, the name or a code. */
function spokenFor(mentions: Mentions, payer: Payer): readonly Owner[] {
  const owners = new Set<Owner>();
  for (const { entry } of mentions.namings) owners.add(entry.owner);
  for (const owner of payer.byAccount) owners.add(owner);
  for (const owner of payer.byName.keys()) owners.add(owner);
  for (const owner of mentions.codes.keys()) owners.add(owner);
  return [...owners].slice(0, 60);
}

/** Sets of named items to try: all of them, the telling ones, and those not in doubt. */
function namedSets(namings: readonly Naming[], balance: (entry: Entry) => number): readonly (readonly Naming[])[] {
  const open = namings.filter(({ entry }) => balance(entry) !== 0);
  const sets = [
    open,
    open.filter(({ weight }) => weight >= tellingFrom),
    open.filter(({ doubtful }) => !doubtful),
    open.filter(({ weight, doubtful }) => weight >= tellingFrom && !doubtful),
    ...(open.length <= 12 ? open.map((naming) => [naming]) : []),
  ];
  const seen = new Set<string>();
  return sets.filter((set) => {
    const key = set.map(({ entry }) => entry.item.id).join('|');
    if (set.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The most telling number counts in full, the others a little: they seldom stand there by chance together. */
function namingWeight(namings: readonly Naming[]): number {
  const weights = namings.map(({ weight }) => weight).sort((a, b) => b - a);
  return (
    (weights[0] ?? 0) +
    Math.min(
      3,
      weights.slice(1).reduce((total, weight) => total + weight / 6, 0),
    )
  );
}

function namingReasons(namings: readonly Naming[]): Evidence[] {
  return [...namings]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 6)
    .map(({ entry, by, weight, written }, rank) => ({
      code: `named-${by}`,
      params: { number: entry.item.number, written },
      weight: rank === 0 ? weight : weight / 6,
    }));
}

function amountReason(reading: Reading, receipt: Receipt, weight: number): Evidence {
  const discounted = reading.parts.find(({ discount }) => discount > 0);
  const kind = discounted?.owed.entry.item.discount?.kind;
  const kept = reading.parts.reduce((total, { discount }) => total + discount, 0);
  const open = reading.parts.reduce((total, { owed }) => total + owed.open, 0);
  return {
    code: `amount-${reading.fit === 'discount' && kind === 'credit-restriction' ? 'restriction' : reading.fit}`,
    params: {
      count: reading.parts.length,
      amount: formatMoney(receipt.amount, receipt.currency),
      open: formatMoney(open, receipt.currency),
      kept: formatMoney(kept, receipt.currency),
      difference: formatMoney(Math.abs(receipt.amount - open), receipt.currency),
    },
    weight,
  };
}

function isWithin({ entry }: Naming, reading: Reading): boolean {
  return reading.parts.some(({ owed }) => owed.entry === entry);
}

function partsOf(reading: Reading): readonly MatchPart[] {
  return reading.parts.map(({ owed, amount, discount }) => ({
    debtorId: owed.entry.owner.id,
    itemId: owed.entry.item.id,
    amount,
    discount,
  }));
}
