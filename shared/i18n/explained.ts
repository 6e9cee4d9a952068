import type { TFunction } from 'i18next';
import { formatDate } from '../dates/civil.ts';
import type { ExplainedValue, ExplanationStep } from '../law/explanation.ts';
import { type Currency, formatMoney } from '../money/cents.ts';
import { formatPercent } from '../money/percent.ts';
import type { UiLanguage } from './translate.ts';

/** A figure of an explanation as the reader's language writes it; a count stays a number, so that its plural is right. */
function explainedValue(value: ExplainedValue, language: UiLanguage, currency: Currency): string | number {
  if ('cents' in value) return formatMoney(value.cents, currency, language);
  if ('date' in value) return formatDate(value.date);
  if ('percent' in value) return formatPercent(value.percent, language);
  return 'count' in value ? value.count : value.text;
}

/** One step of an explanation in words: `law.step.<key>` with its values filled in (criterion B3). */
export function explainedStep(
  step: Pick<ExplanationStep, 'key' | 'values'>,
  t: TFunction,
  language: UiLanguage,
  currency: Currency = 'EUR',
): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(step.values)) values[name] = explainedValue(value, language, currency);
  return t(`law.step.${step.key}`, values);
}
