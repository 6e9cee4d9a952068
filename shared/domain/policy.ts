import type { Cents } from '../money/cents.ts';

/** Letter kinds; names and meaning as the CLI prints them. */
export const letterKinds = [
  'pre-due-notice',
  'reminder',
  'second-reminder',
  'demand',
  'default-notice',
  'fourteen-day-letter',
  'final-demand',
  'limitation-notice',
  'debit-reversal',
  'dispute-reply',
  'promise-confirmation',
  'plan-proposal',
  'plan-confirmation',
  'plan-warning',
  'plan-ended',
  'insolvency-claim',
  'delivery-stop',
  'handover-notice',
  'statement',
  'balance-confirmation',
  'thank-you',
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const channels = ['email', 'post', 'registered'] as const;
export type Channel = (typeof channels)[number];

/** One rung of a policy. Offsets count from the due date, or from the deadline of the previous letter step. */
export interface Step {
  readonly id: string;
  readonly action: LetterKind | 'phone' | 'collection-ready';
  readonly from: 'due' | 'previous';
  readonly offsetDays: number;
  /** Days from the letter date to its own deadline; 0 for steps that are no letter. */
  readonly deadlineDays: number;
  /** All must finish before the step counts as taken. */
  readonly channels: readonly Channel[];
  /** The step is only taken for claims of at least this amount. */
  readonly minimumCents: Cents;
  /** Announce or charge interest and collection costs; amounts come from shared/law. */
  readonly interest: 'none' | 'announce' | 'charge';
  readonly costs: 'none' | 'announce' | 'charge';
}

/** Beleid: ordered steps. A new version is a new record; letters name the version they were made under. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly steps: readonly Step[];
}
