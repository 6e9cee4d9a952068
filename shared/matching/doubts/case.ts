import type { Line } from '../line.ts';
import type { MatchReasonCode } from '../match.ts';
import type { Naming } from '../naming.ts';
import type { Owing } from '../owing.ts';
import type { OwnNumbers } from '../own-numbers.ts';
import type { Owner } from '../owner.ts';
import type { Evidence, PayerEvidence } from '../payer-evidence.ts';
import type { Reading } from '../readings.ts';

/** What is known of one debtor beside a receipt. */
export interface Known {
  readonly owner: Owner;
  readonly who: PayerEvidence;
  readonly owing: Owing;
  readonly own: OwnNumbers;
  /** Items of this debtor that are named, in the currency of the receipt. */
  readonly namings: readonly Naming[];
  /** Those of them that have nothing open. */
  readonly paid: readonly Naming[];
}

/** A reading of a receipt as a payment of one debtor, of which is asked what speaks against it. */
export interface DoubtedReading {
  readonly line: Line;
  readonly known: Known;
  readonly reading: Reading;
  /** What is named of the items it pays. */
  readonly used: readonly Naming[];
  /** One of those is telling. */
  readonly isTelling: boolean;
}

/** Says a doubt: its weight, and the chance that something is meant that is not among the candidates. */
export type Add = (code: MatchReasonCode, weight: number, doubt: number, params?: Evidence['params']) => void;
