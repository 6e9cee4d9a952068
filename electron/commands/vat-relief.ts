import { LawProblem } from '#shared/law/problem.ts';
import { filingPeriods, vatRelief } from '#shared/law/vat-relief.ts';
import { toDecimal } from '#shared/money/cents.ts';
import type { Answer } from './answer.ts';
import { readArguments } from './arguments.ts';
import { amountOf, answerOfLaw, explanationOf, givenAmount, givenCount, requiredDate } from './law-answer.ts';

const options = {
  due: { required: true },
  gross: { required: true },
  paid: { required: true },
  rate: { required: true },
  period: { required: true },
  'received-later': {},
} as const;

/** `vat-relief`: when and in which return the VAT on a bad debt is reclaimed, and what is due again on later receipts. */
export function vatReliefCommand(args: readonly string[]): Answer {
  const given = readArguments(args, options, 0);
  return answerOfLaw(() => {
    const asked = given.one('period') ?? '';
    const period = filingPeriods.find((known) => known === asked);
    if (!period) throw new LawProblem('bad-period', { value: asked });
    const relief = vatRelief({
      due: requiredDate(given, 'due'),
      gross: amountOf(given.one('gross') ?? '', 'gross'),
      paid: amountOf(given.one('paid') ?? '', 'paid'),
      rate: givenCount(given, 'rate', 'bad-vat-rate') ?? 0,
      period,
      receivedLater: givenAmount(given, 'received-later'),
    });
    const { vatDueAgain } = relief;
    return {
      uncollectableOn: relief.uncollectableOn,
      returnPeriod: relief.returnPeriod,
      alternativeReturnPeriod: relief.alternativeReturnPeriod,
      vat: toDecimal(relief.vat),
      ...(vatDueAgain === null ? {} : { vatDueAgain: toDecimal(vatDueAgain) }),
      returnDue: relief.returnDue,
      explanation: explanationOf(relief.steps),
    };
  });
}
