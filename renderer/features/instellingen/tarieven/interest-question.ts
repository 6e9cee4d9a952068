import type { TFunction } from 'i18next';
import type { IsoDate } from '#shared/dates/civil.ts';
import { lawProblemText } from '#shared/i18n/law-problem.ts';
import { type InterestResult, interestOver } from '#shared/law/interest.ts';
import { LawProblem } from '#shared/law/problem.ts';
import type { DayCount, RateKind, RateTables } from '#shared/law/rate-table.ts';
import { typedAmount } from '../../../ui/typed-amount.ts';

export interface TypedPayment {
  readonly id: number;
  readonly date: IsoDate | null;
  readonly amount: string;
}

/** A question to the interest calculator as its fields hold it. */
export interface InterestDraft {
  readonly principal: string;
  readonly kind: RateKind;
  readonly due: IsoDate | null;
  readonly until: IsoDate | null;
  readonly payments: readonly TypedPayment[];
}

export type InterestAnswer =
  /** Fields are still empty. */
  | { readonly state: 'waiting' }
  /** Why there is no answer, in words. */
  | { readonly state: 'wrong'; readonly text: string }
  | { readonly state: 'ready'; readonly result: InterestResult };

/** Interest over what was filled in; a payment without a day or an amount is not counted yet. */
export function interestAnswer(
  draft: InterestDraft,
  law: { readonly tables: RateTables; readonly dayCount: DayCount },
  t: TFunction,
  language: 'nl' | 'en',
): InterestAnswer {
  const typed = [draft.principal, ...draft.payments.map(({ amount }) => amount)];
  const wrong = typed.find((text) => text.trim() !== '' && typedAmount(text, language) === null);
  if (wrong !== undefined) {
    return { state: 'wrong', text: t('instellingen.rekenen.calculator.wrongAmount', { value: wrong.trim() }) };
  }
  const principal = typedAmount(draft.principal, language);
  if (principal === null || draft.due === null || draft.until === null) return { state: 'waiting' };
  const payments = draft.payments.flatMap(({ date, amount }) => {
    const cents = typedAmount(amount, language);
    return date === null || cents === null ? [] : [{ date, amount: cents }];
  });
  try {
    const { kind, due, until } = draft;
    return { state: 'ready', result: interestOver({ principal, rate: { kind }, due, until, payments, ...law }) };
  } catch (error) {
    if (error instanceof LawProblem) return { state: 'wrong', text: lawProblemText(error, t, language) };
    throw error;
  }
}
