import type { ItemIndex } from './item-index.ts';
import type { MatchReason, MatchReasonCode, Receipt } from './match.ts';
import type { Mentions } from './mentions.ts';
import type { Owner } from './owner.ts';
import { nameLikeness, type PayerName, payerName, payerNames, paysForOthers, wordWeight } from './payer-name.ts';

/** A reason for a debtor or a reading; `doubt` is the chance that something outside the books is meant (see the README). */
export interface Evidence extends MatchReason {
  readonly doubt?: number;
}

/** Names at least this alike say something. */
const likeFrom = 0.55;

/** What the account and the names on a receipt say. */
export interface PayerEvidence {
  readonly weight: number;
  readonly reasons: readonly Evidence[];
  /** Something says who pays, besides an amount. */
  readonly isKnown: boolean;
  /** Nothing but a name that has only something of this debtor's says who pays. */
  readonly isVague: boolean;
  /** The account of this debtor, or its code, says who pays: not only a name. */
  readonly isSure: boolean;
  /** Account or name say it is someone else. */
  readonly isOther: boolean;
}

/** What an account says of a debtor; a `lent` one paid for it under another name. */
type AccountSays = 'known' | 'lent' | 'other' | 'new';

/** The payer of a receipt, read once for all debtors it is compared with. */
export class Payer {
  readonly names: readonly PayerName[];
  readonly isCollective: boolean;
  readonly byAccount: readonly Owner[];
  private readonly textName: PayerName | null;
  private named: ReadonlyMap<Owner, number> | null = null;
  private worded: readonly Owner[] | null = null;
  private readonly likenesses = new Map<Owner, number>();
  private readonly inText = new Map<Owner, boolean>();

  constructor(
    readonly receipt: Receipt,
    readonly mentions: Mentions,
    private readonly index: ItemIndex,
  ) {
    this.isCollective = receipt.counterparty !== null && paysForOthers(receipt.counterparty);
    this.names = receipt.counterparty === null || this.isCollective ? [] : payerNames(receipt.counterparty);
    this.byAccount = receipt.iban === null ? [] : index.accountOf(receipt.iban).map(({ owner }) => owner);
    const { words } = mentions;
    this.textName = words.length === 0 ? null : payerName(words.slice(0, 40).join(' '));
  }

  /** Debtors whose name it bears or who are named in the text, with the likeness; looked up when first asked. */
  get byName(): ReadonlyMap<Owner, number> {
    if (this.named) return this.named;
    const byName = new Map<Owner, number>();
    for (const name of this.names)
      for (const owner of this.index.withWordsOf(name, 24)) {
        const like = this.likeness(owner);
        if (like >= likeFrom) byName.set(owner, like);
      }
    for (const owner of this.inWords) if (this.isInText(owner) && !byName.has(owner)) byName.set(owner, 0);
    this.named = byName;
    return byName;
  }

  /** Debtors that share a word with the text. */
  private get inWords(): readonly Owner[] {
    this.worded ??= this.textName === null ? [] : this.index.withWordsOf(this.textName, 12);
    return this.worded;
  }

  /** How alike the names are, 0 to 1. */
  likeness(owner: Owner): number {
    const known = this.likenesses.get(owner);
    if (known !== undefined) return known;
    let best = 0;
    for (const name of this.names)
      for (const own of this.index.namesOf(owner)) best = Math.max(best, nameLikeness(own, name, this.rarity));
    this.likenesses.set(owner, best);
    return best;
  }

  private readonly rarity = (word: string): number => {
    const bearers = this.index.bearers(word);
    const weight = wordWeight(word);
    return bearers > 30 ? weight * 0.4 : bearers > 8 ? weight * 0.7 : weight;
  };

  /** A debtor whose whole name stands in the text, where that of `owner` does not: it may be paid for by another. */
  namedBesides(owner: Owner): Owner | null {
    const { textName } = this;
    if (textName === null || this.isMeant(owner, textName)) return null;
    return this.inWords.find((other) => this.isMeant(other, textName)) ?? null;
  }

  /** Other debtors whose name begins with all of this one's, as the payer's does: `Jansen Bouw` and Jansen Bouw Holding. */
  namedLonger(owner: Owner): readonly Owner[] {
    const names = this.index.namesOf(owner);
    const goesOn = (other: PayerName): boolean =>
      names.some(({ words }) => words.length < other.words.length && words.every((word, i) => other.words[i] === word));
    return [...this.byName.keys()].filter((other) => other !== owner && this.index.namesOf(other).some(goesOn));
  }

  /** Whether a name in the text may be this debtor's: short ones count when the initials are there as well. */
  private isMeant(owner: Owner, text: PayerName): boolean {
    if (this.isInText(owner)) return true;
    return this.index.namesOf(owner).some(({ words, initials, joined }) => {
      const [first] = initials;
      return (
        first !== undefined &&
        text.initials.includes(first) &&
        joined.length >= 4 &&
        words.every((word) => text.words.includes(word))
      );
    });
  }

  /** Whether the whole name of a debtor stands in the remittance text. */
  private isInText(owner: Owner): boolean {
    const { textName, inText } = this;
    if (textName === null) return false;
    const isIn = inText.get(owner) ?? this.readsIn(owner, textName);
    inText.set(owner, isIn);
    return isIn;
  }

  private readsIn(owner: Owner, textName: PayerName): boolean {
    return this.index.namesOf(owner).some((own) => {
      // `A. Kramer` is not J. Kramer.
      if (own.initials !== '' && textName.initials !== '' && !textName.initials.includes(own.initials[0]!))
        return false;
      const told = own.words.reduce((sum, word) => sum + this.rarity(word), 0);
      if (told < 0.9 || own.joined.length < 5) return false;
      // Words that are in every text are no name.
      if (own.words.length === 1 && (own.joined.length < 6 || /FACTUUR|BETALING|VERKOOP/.test(own.joined)))
        return false;
      return own.words.every((word) => textName.words.includes(word)) || textName.joined.includes(own.joined);
    });
  }

  /** What account and names say of one debtor. */
  evidenceFor(owner: Owner): PayerEvidence {
    const reasons: Evidence[] = [];
    const account = this.accountEvidence(owner, reasons);
    const name = this.nameEvidence(owner, account, reasons);
    const labelled = this.mentions.codes.get(owner);
    if (labelled !== undefined)
      reasons.push({ code: 'code-in-text', params: { code: owner.debtor.code }, weight: labelled ? 5 : 2 });
    const isOther = account === 'other' || name === 'other';
    return {
      weight: reasons.reduce((sum, reason) => sum + reason.weight, 0),
      reasons,
      isKnown: account === 'known' || account === 'lent' || name === 'same' || labelled !== undefined,
      isVague:
        account !== 'known' &&
        account !== 'lent' &&
        name === 'same' &&
        labelled === undefined &&
        this.isVagueName(owner),
      isSure: account === 'known' || labelled === true,
      isOther,
    };
  }

  /**
   * Of a person a surname in the text is too little: the initial has to be there too. Of a company so is a payer whose name has a
   * telling word more: `Waalhaven` and Waalhaven Verzekeringen.
   */
  private isVagueName(owner: Owner): boolean {
    const like = this.likeness(owner);
    const names = this.index.namesOf(owner);
    if (this.isLonger(names)) return !this.isInText(owner);
    const isWord = names.every(({ words, initials }) => words.length === 1 && initials === '');
    if (like >= (isWord ? 0.9 : 0.72)) return false;
    const said = this.textName?.initials ?? '';
    const isWhole = ({ initials }: PayerName) => initials === '' || said.includes(initials[0]!);
    return !this.isInText(owner) || !names.some(isWhole);
  }

  /** Whether each name of the payer has all words of a company's and a telling one besides. */
  private isLonger(names: readonly PayerName[]): boolean {
    const goesOn = (own: PayerName, { words }: PayerName): boolean =>
      own.words.every((word) => words.includes(word)) &&
      words.some((word) => wordWeight(word) === 1 && !own.words.includes(word));
    const isCompany = names.every(({ initials }) => initials === '');
    return isCompany && this.names.length > 0 && this.names.every((name) => names.every((own) => goesOn(own, name)));
  }

  private accountEvidence(owner: Owner, reasons: Evidence[]): AccountSays {
    const { iban } = this.receipt;
    if (iban === null || this.isCollective) return 'new';
    const accounts = this.index.accountOf(iban);
    const own = accounts.find((account) => account.owner === owner);
    const params = { iban };
    if (own) {
      const foreign = own.sort === 'seen' && own.name !== null && !this.namesAgree(owner, own.name);
      const weight = foreign ? 4.5 : 7;
      reasons.push({ code: own.sort === 'own' ? 'account-own' : 'account-seen', params, weight });
      return foreign ? 'lent' : 'known';
    }
    const others = accounts.filter(
      ({ owner: other, sort, name }) => sort === 'own' || name === null || this.namesAgree(other, name),
    );
    if (others.length > 0) {
      const [other] = others;
      const debtor = other!.owner.debtor.name;
      reasons.push({ code: 'account-of-other', params: { iban, debtor }, weight: -5, doubt: 0.3 });
      return 'other';
    }
    if (this.index.hasAccount(owner)) reasons.push({ code: 'account-unknown', params, weight: -0.7 });
    return 'new';
  }

  private namesAgree(owner: Owner, name: string): boolean {
    const written = payerName(name);
    return this.index.namesOf(owner).some((own) => nameLikeness(own, written) >= 0.6);
  }

  private nameEvidence(owner: Owner, account: AccountSays, reasons: Evidence[]): 'same' | 'other' | 'none' {
    const { counterparty } = this.receipt;
    const like = this.likeness(owner);
    const inText = this.isInText(owner);
    const params = { name: counterparty ?? '' };
    const add = (code: MatchReasonCode, weight: number, doubt?: number) =>
      reasons.push({ code, params, weight, ...(doubt !== undefined && { doubt }) });
    const isKnown = account === 'known' || account === 'lent';
    const factor = isKnown ? 0.25 : 1;
    const bearer = isKnown || like >= 0.9 || inText ? null : this.bearerBesides(owner);
    if (like >= 0.9) add('name-same', 6 * factor);
    else if (bearer !== null) {
      const debtor = bearer.debtor.name;
      reasons.push({ code: 'name-of-other', params: { ...params, debtor }, weight: -4, doubt: 0.25 });
      return 'other';
    } else if (like >= 0.72) add('name-alike', 4.5 * factor);
    else if (like >= likeFrom) add('name-alike', 2.5 * factor);
    else if (inText) reasons.push({ code: 'name-in-text', params: { debtor: owner.debtor.name }, weight: 4 });
    else if (this.names.length > 0 && like < 0.35) {
      add('name-differs', isKnown ? -0.5 : -3);
    }
    return like >= likeFrom || inText ? 'same' : 'none';
  }

  private bearerBesides(owner: Owner): Owner | null {
    for (const [other, like] of this.byName) if (other !== owner && like >= 0.9) return other;
    return null;
  }
}
