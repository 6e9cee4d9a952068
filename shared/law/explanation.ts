import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';

/** A figure in an explanation, so that whoever shows it can write it in the reader's language. */
export type ExplainedValue =
  | { readonly cents: Cents }
  | { readonly date: IsoDate }
  /** Decimal string: `10.40`. */
  | { readonly percent: string }
  | { readonly count: number }
  | { readonly text: string };

/**
 * One step of how an amount or a date came about (criterion B3). The words are `law.step.<key>` in the catalogue, with
 * `values` filled in; `article` is the legal ground as a Dutch reader cites it (`art. 6:119a BW`), `source` where a rate
 * or figure was found.
 */
export interface ExplanationStep {
  readonly key: string;
  readonly values: Readonly<Record<string, ExplainedValue>>;
  /** What this step comes to, when it is an amount. */
  readonly amount: Cents | null;
  readonly article: string | null;
  readonly source: string | null;
}

export type Explanation = readonly ExplanationStep[];

/** A step with the parts that not every step has. */
export function explanationStep(
  key: string,
  values: ExplanationStep['values'],
  {
    amount = null,
    article = null,
    source = null,
  }: { readonly amount?: Cents | null; readonly article?: string | null; readonly source?: string | null } = {},
): ExplanationStep {
  return { key, values, amount, article, source };
}
