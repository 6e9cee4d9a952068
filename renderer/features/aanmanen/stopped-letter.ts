import type { TFunction } from 'i18next';
import type { Failure } from '#shared/contract/errors.ts';
import {
  type LetterCause,
  type LetterProblemCode,
  letterCauses,
  letterProblem,
  letterProblemCodes,
} from '#shared/law/fourteen-day-letter/letter.ts';

/** Why a veertiendagenbrief was not made: what is wrong, what to change, and the article behind it. */
export interface StoppedReason {
  readonly code: LetterProblemCode;
  readonly what: string;
  readonly remedy: string;
  readonly article: string;
}

const causeOf = new Map(
  (Object.entries(letterCauses) as readonly (readonly [LetterCause, LetterProblemCode])[])
    .toReversed()
    .map(([cause, code]) => [code, cause]),
);

/** What the validator of criterion E4 found when it stopped a letter; empty when the failure is another one. */
export function stoppedReasons(t: TFunction, { params }: Pick<Failure, 'params'>): readonly StoppedReason[] {
  const found = new Set(String(params.codes ?? '').split(/, */));
  return letterProblemCodes
    .filter((code) => found.has(code))
    .map((code) => ({
      code,
      what: t(`aanmanen.stopped.codes.${code}`),
      remedy: t(`law.remedy.${code}`),
      article: letterProblem(causeOf.get(code) ?? 'term-wrong').article,
    }));
}
