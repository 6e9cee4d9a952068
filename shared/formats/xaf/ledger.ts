import type { Cents } from '#shared/money/cents.ts';
import type { XafAccount } from './reading.ts';
import { cleanText } from './values.ts';
import { at } from './vocabulary.ts';

interface LedgerAccount {
  readonly id: string;
  readonly name: string;
  /** `B` balance, `P` profit and loss, `M` mixed; '' when not told. */
  readonly type: string;
  /** Every code that may be of the RGS, in one text. */
  readonly rgs: string;
}

/** Names of the account that holds what customers owe; English ones of international packages too. */
const receivable = /debiteur|handelsvordering|accounts? receivable|trade (?:receivable|debtor)|^debtors?\b/i;

/** Accounts beside it: provisions, costs, clearing and prepayments. */
const beside =
  /voorziening|dubieu|oninba|afschrijv|afboek|tussenrek|kruispost|nog te (?:factureren|ontvangen)|vooruit|waarborg|crediteur|provision|doubtful|bad debt|clearing/i;

/** Words of accounts that bear a receivables number in another chart: cash, banks, taxes, creditors. */
const otherAccount = /bank|kas\b|giro|rabo|\bing\b|abn|triodos|knab|bunq|spaar|cash|btw|belasting|vat\b|inventaris/i;

/** The provision has a code of its own under that of trade debtors (RGS `BVorDebVdd`). */
const provisionCode = /BVorDebV/i;

type Why = XafAccount['why'];

/** The ledger of an auditfile: its accounts, and what was booked on each. */
export class Ledger {
  private readonly accounts = new Map<string, LedgerAccount>();
  private readonly opening = new Map<string, Cents>();
  private readonly mutations = new Map<string, Cents>();
  private chosen: ReadonlyMap<string, Why> | null;
  private readonly isPreset: boolean;

  /** With `preset` the receivables accounts are known from an earlier reading of the file. */
  constructor(preset: ReadonlyMap<string, Why> | null = null) {
    this.chosen = preset;
    this.isPreset = preset !== null;
  }

  get size(): number {
    return this.accounts.size;
  }

  /** An account of the ledger; of one named twice the first counts. */
  account(values: readonly string[], taxonomy: string): void {
    const id = cleanText(values[at.account.accid]!);
    if (id === '' || this.accounts.has(id)) return;
    const codes = [
      values[at.account.rgscode]!,
      values[at.account.leadreference]!,
      values[at.account.leadcode]!,
      taxonomy,
    ];
    this.accounts.set(id, {
      id,
      name: cleanText(values[at.account.accdesc]!),
      type: values[at.account.acctp]!.slice(0, 1).toUpperCase(),
      rgs: cleanText(codes.join(' ')),
    });
    if (!this.isPreset) this.chosen = null;
  }

  book(id: string, amount: Cents): void {
    this.mutations.set(id, (this.mutations.get(id) ?? 0) + amount);
  }

  open(id: string, amount: Cents): void {
    this.opening.set(id, (this.opening.get(id) ?? 0) + amount);
  }

  /**
   * The receivables accounts, and why (formats document §1.2): by RGS code; those without one by name; else, when there are
   * none, by the number charts give it.
   */
  receivables(): ReadonlyMap<string, Why> {
    this.chosen ??= this.choose();
    return this.chosen;
  }

  isReceivable(id: string): boolean {
    return (this.chosen ?? this.receivables()).has(id);
  }

  /** Opening balance, mutations and closing balance of the receivables accounts. */
  balances(): readonly XafAccount[] {
    return [...this.receivables()].map(([id, why]) => {
      const opening = this.opening.get(id) ?? 0;
      const mutations = this.mutations.get(id) ?? 0;
      return { id, name: this.accounts.get(id)?.name ?? '', why, opening, mutations, closing: opening + mutations };
    });
  }

  private choose(): ReadonlyMap<string, Why> {
    const found = new Map<string, Why>();
    for (const { id, name, type, rgs } of this.accounts.values()) {
      if (beside.test(name)) continue;
      if (/BVorDeb/i.test(rgs)) {
        if (!provisionCode.test(rgs) || /handel|^debiteuren$/i.test(name)) found.set(id, 'rgs');
      } else if (type !== 'P' && !/\b[BW][A-Z][a-z]{2}[A-Z]/.test(rgs) && receivable.test(name)) found.set(id, 'name');
    }
    return found.size > 0 ? found : this.byNumber();
  }

  private byNumber(): ReadonlyMap<string, Why> {
    for (const numbers of [/^130+$/, /^110+$/]) {
      const found = this.named(numbers).filter(({ name, type }) => {
        if (type === 'P' || beside.test(name) || otherAccount.test(name)) return false;
        return (
          numbers.source.startsWith('^13') || name === '' || /vordering|klant|afnemer|customer|debit|debt/i.test(name)
        );
      });
      if (found.length > 0) return new Map(found.map(({ id }) => [id, 'number']));
    }
    return new Map();
  }

  /** Accounts with such a number, also those that are only booked on. */
  private named(numbers: RegExp): readonly LedgerAccount[] {
    const ids = new Set([...this.accounts.keys(), ...this.opening.keys(), ...this.mutations.keys()]);
    return [...ids]
      .filter((id) => numbers.test(id))
      .map((id) => this.accounts.get(id) ?? { id, name: '', type: '', rgs: '' });
  }
}
