import type { IsoDate } from '../dates/civil.ts';
import type { DebtorId, LetterLanguage } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import type { Channel, LetterKind } from '../domain/policy.ts';
import type { Cents, Currency } from '../money/cents.ts';
import type { ChargeWarning } from './charges.ts';

/** Reasons an item or debtor waits; codes as the CLI prints them. */
export const gateCodes = [
  'paid',
  'below-tolerance',
  'credit-covers',
  'hold-dispute',
  'hold-promise',
  'hold-plan',
  'hold-manual',
  'hold-legal',
  'hold-handover',
  'direct-debit',
  'factored',
  'invoice-copy-required',
  'no-contact',
  'stale-data',
  'wki',
  'debtor-type-unknown',
  'not-in-default',
  'deadline-running',
  'interval',
  'dispatch-unconfirmed',
  'client-approval',
  'not-due',
  'hardship',
  'end-of-policy',
] as const;
export type GateCode = (typeof gateCodes)[number];

/** One gate that holds, and the first day it would not by itself (null = not by waiting alone). */
export interface Gate {
  readonly code: GateCode;
  readonly until: IsoDate | null;
}

/** A letter that could be made today. Computed, rebuildable, never authoritative. */
export interface Proposal {
  readonly debtorId: DebtorId;
  readonly debtorCode: string;
  readonly debtorName: string;
  readonly currency: Currency;
  readonly language: LetterLanguage;
  readonly policyId: string;
  readonly stepId: string;
  readonly kind: LetterKind;
  readonly itemIds: readonly ItemId[];
  /** Amount the letter would claim: items less credits, with the interest and costs it charges. */
  readonly total: Cents;
  readonly oldestDue: IsoDate;
  readonly channels: readonly Channel[];
  readonly warnings: readonly (
    | 'due-derived'
    | 'no-email'
    | 'no-sender'
    | 'no-address'
    | 'also-open'
    | 'credits'
    | ChargeWarning
  )[];
}

/** Something due today that is no letter. */
export interface DueTask {
  /** Id of the task line once it is done; the same for as long as the task is the same. */
  readonly taskId: string;
  readonly debtorId: DebtorId;
  readonly debtorCode: string;
  readonly debtorName: string;
  readonly kind: 'phone' | 'collection-ready';
  readonly stepId: string;
  readonly itemIds: readonly ItemId[];
  readonly total: Cents;
  readonly currency: Currency;
  /** The storno a call is about; absent = a step of the policy. */
  readonly returned?: { readonly date: IsoDate; readonly reason: string };
}

/** Why a debtor gets no letter: every gate of every open item, and those of the debtor as a whole. */
export interface Skipped {
  readonly debtorId: DebtorId;
  readonly debtorCode: string;
  readonly debtorName: string;
  /** Gates of the debtor as a whole. */
  readonly gates: readonly Gate[];
  readonly items: readonly {
    readonly itemId: ItemId;
    readonly number: string;
    readonly open: Cents;
    readonly currency: Currency;
    readonly gates: readonly Gate[];
  }[];
  /** The distinct codes of all of the above, in the order of {@link gateCodes}. */
  readonly reasons: readonly GateCode[];
  /** First day something could go out, when waiting is all it takes. */
  readonly firstDate: IsoDate | null;
}

export interface Proposals {
  readonly today: IsoDate;
  readonly proposals: readonly Proposal[];
  readonly tasks: readonly DueTask[];
  readonly skipped: readonly Skipped[];
}
