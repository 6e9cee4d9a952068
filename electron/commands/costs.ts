import { collectionCosts } from '#shared/law/costs.ts';
import { LawProblem } from '#shared/law/problem.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { type Answer, Stop, wrongArguments } from './answer.ts';
import { readArguments } from './arguments.ts';
import { amountOf, answerOfLaw, explanationOf, givenCount } from './law-answer.ts';

const options = { principal: { required: true, multiple: true }, vat: {}, country: {}, periodic: {} } as const;

/**
 * `costs`: collection costs over the summed principals of one letter: the Dutch tariff, with VAT when asked, or the Belgian
 * maximum towards a consumer. `--periodic` is the number of terms, each with a letter of its own (cumulation limit).
 */
export function costsCommand(args: readonly string[]): Answer {
  const given = readArguments(args, options, 0);
  return answerOfLaw(() => {
    const country = given.one('country') ?? 'NL';
    if (country !== 'NL' && country !== 'BE') throw new LawProblem('unknown-country', { country });
    const vatPercent = givenCount(given, 'vat', 'bad-vat-rate');
    const periodic = givenCount(given, 'periodic', 'bad-count');
    const dutchOnly = vatPercent !== null ? 'vat' : periodic !== null ? 'periodic' : null;
    if (country === 'BE' && dutchOnly) throw new Stop(wrongArguments(`--${dutchOnly} hoort bij --country NL`));
    const charge = collectionCosts({
      principals: given.all('principal').map((text) => amountOf(text, 'principal')),
      jurisdiction: country,
      vatPercent,
      periodic,
    });
    return {
      base: toDecimal(charge.base),
      costs: toDecimal(charge.costs),
      vat: toDecimal(charge.vat),
      total: toDecimal(charge.total),
      explanation: explanationOf(charge.steps),
    };
  });
}
