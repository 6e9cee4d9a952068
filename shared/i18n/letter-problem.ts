import type { TFunction } from 'i18next';
import { formatDate } from '../dates/civil.ts';
import type { LetterFigure, LetterProblem } from '../law/fourteen-day-letter/letter.ts';
import { formatMoney } from '../money/cents.ts';
import type { UiLanguage } from './translate.ts';

function written(figure: LetterFigure, language: UiLanguage): string {
  if ('cents' in figure) return formatMoney(figure.cents, 'EUR', language);
  return 'date' in figure ? formatDate(figure.date) : figure.text;
}

/** What is wrong with a veertiendagenbrief, and what to change (criterion E4). */
export function letterProblemText(
  { cause, code, values }: LetterProblem,
  t: TFunction,
  language: UiLanguage,
): { readonly message: string; readonly remedy: string } {
  const figures: Record<string, string> = {};
  for (const [name, figure] of Object.entries(values)) figures[name] = written(figure, language);
  return { message: t(`law.letter.${cause}`, figures), remedy: t(`law.remedy.${code}`) };
}
