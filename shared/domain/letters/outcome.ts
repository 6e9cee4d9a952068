import type { DebtorId } from '../debtor.ts';
import type { LetterPlan, LetterReceipt } from '../letter.ts';

/** A proposal that fell away between preview and commit; `reason` and `detail` fill `gates.dropped.<reason>`. */
export interface DroppedProposal {
  readonly debtorId: DebtorId;
  readonly name: string;
  /**
   * A gate code, `presumed-paid`, `changed` (another letter is due now), `gone` (the debtor is) or `letter-stopped` (a
   * veertiendagenbrief that would lose the costs).
   */
  readonly reason: string;
  /**
   * What the text needs, free of language: the day of payment (`19-11`), a hold's last day, codes of the
   * validator, or empty.
   */
  readonly detail: string;
}

/** A letter whose amount moved between preview and commit. */
export interface RecomputedProposal {
  readonly debtorId: DebtorId;
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** Letters planned together. */
export interface PlannedLetters {
  readonly batchId: string;
  readonly plans: readonly LetterPlan[];
  readonly dropped: readonly DroppedProposal[];
}

/** What became of a planned letter. */
export type LetterOutcome =
  | { readonly letterId: string; readonly debtorId: DebtorId; readonly receipt: LetterReceipt }
  | { readonly letterId: string; readonly debtorId: DebtorId; readonly failed: string }
  | { readonly letterId: string; readonly debtorId: DebtorId; readonly cancelled: true };
