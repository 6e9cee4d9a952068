/** Words of the specification of interest and costs, printed after a letter. */
export interface SpecificationTexts {
  readonly title: string;
  /** `{date}`, `{reference}`. */
  readonly belongsTo: string;
  readonly interest: {
    /** `{name}`, `{article}`. */
    readonly ground: string;
    /** When the letter announces the interest and does not ask it yet. */
    readonly announced: string;
    readonly columns: {
      readonly from: string;
      readonly until: string;
      readonly days: string;
      readonly base: string;
      readonly perYear: string;
      readonly perMonth: string;
      readonly amount: string;
    };
    /** `{number}`, `{from}`. */
    readonly item: string;
    /** `{number}`. */
    readonly subtotal: string;
    readonly capitalised: string;
    /** `{date}`. */
    readonly reduced: string;
    /** `{from}`, `{until}`. */
    readonly paused: string;
    /** `{until}`. */
    readonly total: string;
    /** `{from}`. */
    readonly perDay: string;
    readonly formula: { readonly '365': string; readonly actual: string; readonly month: string };
    readonly compounding: { readonly year: string; readonly month: string; readonly none: string };
    /** `{date}`. */
    readonly stale: string;
  };
  readonly rates: {
    readonly title: string;
    readonly from: string;
    readonly percent: string;
    readonly source: string;
  };
  readonly costs: {
    readonly description: string;
    readonly base: string;
    readonly amount: string;
    /** By key of the explanation step; `{percent}`, `{above}`, `{count}`. */
    readonly steps: Readonly<Record<CostsStepKey, string>>;
    readonly announced: string;
    readonly result: string;
    readonly total: string;
    readonly declaration: string;
  };
  /** What the letter asks, once more. */
  readonly claim: { readonly title: string; readonly total: string };
}

/** Steps of the collection costs that the specification writes out. */
export type CostsStepKey =
  | 'costs-base'
  | 'costs-first-band'
  | 'costs-next-band'
  | 'costs-minimum'
  | 'costs-maximum'
  | 'costs-agreed'
  | 'costs-as-announced'
  | 'costs-periodic-first'
  | 'costs-periodic-further'
  | 'costs-be-fixed'
  | 'costs-be-above'
  | 'costs-be-flat';
