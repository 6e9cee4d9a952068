/** Closed set of what the law engine refuses; the Dutch text is `law.problem.<code>` in the catalogue. */
export const lawProblemCodes = [
  'bad-date',
  'bad-amount',
  'bad-percent',
  'negative-principal',
  'amount-too-large',
  'due-after-until',
  'payment-before-due',
  'payment-after-until',
  'bad-pause',
  'unknown-kind',
  'rate-missing',
  'date-out-of-range',
  'bad-count',
  'bad-term',
  'received-before-sent',
  'bad-transit',
  'unknown-country',
  'bad-years',
  'interruption-before-due',
  'paid-above-gross',
  'bad-vat-rate',
  'bad-period',
  'bad-rate-table',
  'agreed-costs-consumer',
] as const;
export type LawProblemCode = (typeof lawProblemCodes)[number];

/**
 * Input the law engine cannot answer for: never a guess, never NaN. `params` fill the catalogue's text: dates as they are,
 * `amount`, `principal`, `paid` and `gross` in cents, `value` as it was given (see `lawProblemText`).
 */
export class LawProblem extends Error {
  constructor(
    readonly code: LawProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'LawProblem';
  }
}
