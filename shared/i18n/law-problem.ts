import type { TFunction } from 'i18next';
import { formatDate, isIsoDate } from '../dates/civil.ts';
import type { LawProblem } from '../law/problem.ts';
import { formatMoney } from '../money/cents.ts';
import type { UiLanguage } from './translate.ts';

/** Parameters that are amounts in cents. */
const amounts: ReadonlySet<string> = new Set(['amount', 'principal', 'paid', 'gross']);

function written(name: string, value: string | number, language: UiLanguage): string | number {
  if (typeof value === 'number') return amounts.has(name) ? formatMoney(value, 'EUR', language) : value;
  return isIsoDate(value) ? formatDate(value) : value;
}

/** Why the law engine refuses some input and what to do about it, with dates and amounts as a reader writes them. */
export function lawProblemText(problem: LawProblem, t: TFunction, language: UiLanguage): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem.params)) values[name] = written(name, value, language);
  return t(`law.problem.${problem.code}`, values);
}
