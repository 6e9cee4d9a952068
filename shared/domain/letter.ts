import type { IsoDate } from '../dates/civil.ts';
import type { Jurisdiction, LetterCharges } from '../law/charges.ts';
import type { Cents, Currency } from '../money/cents.ts';
import type { Administration } from './administration.ts';
import type { Address, DebtorId, DebtorKind, LetterLanguage } from './debtor.ts';
import type { ItemId, ItemKind } from './item.ts';
import type { ItemPayment } from './item-payments.ts';
import type { Channel, LetterKind } from './policy.ts';

/** One line of a letter: total − paid = open, all signed cents. */
export interface LetterItem {
  readonly itemId: ItemId;
  readonly cycle: number;
  readonly number: string;
  readonly kind: ItemKind;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly dueDerived: boolean;
  readonly total: Cents;
  readonly paid: Cents;
  /** Balance in the books. */
  readonly open: Cents;
  /** What this letter claims of it: open less held parts and less credit notes that name it. */
  readonly claimed: Cents;
  readonly yourReference: string | null;
  /** What was delivered; only where the law asks a letter to say so (art. XIX.2 WER, Belgian consumers). */
  readonly description?: string;
  readonly paymentLink: string | null;
  /** What `paid` came in with and when, oldest first; a part of it that no date is known of is in none. Absent = no date is known. */
  readonly payments?: readonly ItemPayment[];
}

export interface LetterAmounts {
  readonly principal: Cents;
  readonly interest: Cents;
  readonly costs: Cents;
  /** Collection costs announced but not claimed. */
  readonly costsAnnounced: Cents;
  /** The one amount to pay: principal + interest + costs. */
  readonly total: Cents;
}

export interface LetterDebtor {
  readonly id: DebtorId;
  readonly code: string;
  readonly name: string;
  readonly contact: string | null;
  readonly kind: DebtorKind;
  readonly address: Address | null;
  readonly email: string | null;
  /** Whose law was chosen for the debtor; absent = by the country of the address. */
  readonly jurisdiction?: Jurisdiction;
}

/**
 * Everything a letter says, fixed before it is made. The same plan always gives the same bytes. The id is a hash of
 * administration, debtor, currency, policy version, step and sorted item:cycle, so a plan made twice is one letter.
 */
export interface LetterPlan {
  readonly id: string;
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  /** Date of the letter. */
  readonly date: IsoDate;
  /** Last day to pay, printed; null on a veertiendagenbrief and on letters that claim nothing. */
  readonly deadline: IsoDate | null;
  readonly creditor: Administration;
  readonly debtor: LetterDebtor;
  readonly currency: Currency;
  /** Σ claimed of items and credits = amounts.principal. */
  readonly items: readonly LetterItem[];
  /** Unallocated credits that lower the claim; `claimed` is negative. */
  readonly credits: readonly LetterItem[];
  /** Open but not claimed here ("ook nog open, nu niet gevorderd"). */
  readonly alsoOpen: readonly LetterItem[];
  readonly amounts: LetterAmounts;
  /** Reference the debtor is asked to quote, as a bank takes it: the creditor's own for the items, else that of the letter. */
  readonly paymentReference: string;
  /** What the letter is known by, where the reference to quote is another. */
  readonly ourReference?: string;
  /** Payments up to and including this day are in the amounts. */
  readonly processedUntil: IsoDate;
  readonly channels: readonly Channel[];
  readonly policy: { readonly id: string; readonly version: number; readonly stepId: string };
  /** What follows when this letter is not answered; null below aanmaning. */
  readonly nextKind: LetterKind | 'collection-ready' | null;
  /** Present when the term of every claimed item was agreed: who is late is then in default, and no notice is needed. */
  readonly termAgreed?: true;
  /**
   * How interest and costs came about; absent when there are none. `amounts` holds the totals of it where they are charged
   * (or announced, for costs), and 0 where interest is only told.
   */
  readonly charges?: LetterCharges;
  /** On a veertiendagenbrief: the day the announced costs become due when nothing is paid, with receipt presumed (art. 6:96 lid 6 BW). */
  readonly costsDueFrom?: IsoDate;
}

/** A file on disk by kind and id; never a path. */
export interface FileReference {
  readonly kind:
    | 'letter-pdf'
    | 'letter-mail'
    | 'dossier'
    | 'logo'
    | 'source'
    | 'invoice-copy'
    | 'backup'
    | 'print'
    | 'export';
  readonly id: string;
}

export interface IssuedFile {
  readonly file: FileReference;
  /** Path relative to the administration's folder, with forward slashes; for people, never used to open. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What main answers once the files of a letter are on disk; written beside them as receipt.json. */
export interface LetterReceipt {
  readonly letterId: string;
  readonly pages: number;
  readonly pdf: IssuedFile;
  readonly eml: IssuedFile | null;
}

/** Brief: a plan and what became of it. Never changed after issue except to be withdrawn with a reason. */
export interface Letter {
  readonly id: string;
  readonly plan: LetterPlan;
  readonly batchId: string;
  readonly state: 'planned' | 'issued' | 'cancelled' | 'failed' | 'withdrawn';
  readonly receipt: LetterReceipt | null;
  readonly reason: string | null;
}

/** Verzending, one per letter and channel. */
export interface Dispatch {
  readonly id: string;
  readonly letterId: string;
  readonly channel: Channel;
  readonly state: 'ready' | 'sent' | 'posted' | 'failed' | 'delivered' | 'refused' | 'unclaimed' | 'returned';
  readonly on: IsoDate;
}
