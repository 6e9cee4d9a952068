import { interestOver } from '#shared/law/interest.ts';
import type { InterestRate } from '#shared/law/interest-terms.ts';
import { LawProblem } from '#shared/law/problem.ts';
import { rateOn } from '#shared/law/rate-lookup.ts';
import { rateKinds } from '#shared/law/rate-table.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { type Answer, Stop, wrongArguments } from './answer.ts';
import { type Given, readArguments } from './arguments.ts';
import { amountOf, answerOfLaw, dateOf, explanationOf, givenAmount, givenChoice, requiredDate } from './law-answer.ts';

const options = {
  principal: { required: true },
  kind: { required: true },
  due: { required: true },
  until: { required: true },
  payment: { multiple: true },
  costs: {},
  simple: { flag: true },
  'day-count': {},
  percent: {},
  per: {},
  compound: {},
} as const;

const agreed = ['percent', 'per', 'compound'] as const;

/**
 * `interest`: interest over one claim with the built-in tables, payments going to costs, interest and principal in that order
 * (art. 6:44 BW). `say` gets the warning that the table is out of date.
 */
export function interestCommand(args: readonly string[], say: (text: string) => void): Answer {
  const given = readArguments(args, options, 0);
  return answerOfLaw(() => {
    const rate = rateOf(given);
    const due = requiredDate(given, 'due');
    const result = interestOver({
      principal: amountOf(given.one('principal') ?? '', 'principal'),
      rate,
      due,
      // Costs that are stated are owed: a payment on the due date goes to them first too.
      costsFrom: due,
      until: requiredDate(given, 'until'),
      payments: given.all('payment').map(paymentOf),
      costs: givenAmount(given, 'costs') ?? 0,
      dayCount: givenChoice(given, 'day-count', ['365', 'actual']) ?? '365',
      tables: builtInRates,
    });
    if (result.stale) {
      say(
        'Let op: tabel verouderd. De rente is doorgerekend met het laatste bekende percentage; controleer de rentetabel.',
      );
    }
    return {
      lines: result.lines.map((line) => ({
        from: line.from,
        toIncl: line.toIncl,
        days: line.days,
        percent: line.percent,
        base: toDecimal(line.base),
        interest: toDecimal(line.interest),
        denominator: line.denominator,
        source: rate.kind === 'contract' ? null : rateOn(builtInRates, rate.kind, line.from).source,
      })),
      interestTotal: toDecimal(result.interestTotal),
      allocations: result.allocations.map((allocation) => ({
        date: allocation.date,
        amount: toDecimal(allocation.amount),
        costs: toDecimal(allocation.costs),
        interest: toDecimal(allocation.interest),
        principal: toDecimal(allocation.principal),
        unallocated: toDecimal(allocation.unallocated),
      })),
      bearingOpen: toDecimal(result.bearingOpen),
      interestOpen: toDecimal(result.interestOpen),
      costsOpen: toDecimal(result.costsOpen),
      totalOpen: toDecimal(result.totalOpen),
      stale: result.stale,
      explanation: explanationOf(result.steps),
    };
  });
}

function rateOf(given: Given): InterestRate {
  const kind = given.one('kind') ?? '';
  if (kind !== 'contract') {
    const known = rateKinds.find((rateKind) => rateKind === kind);
    if (!known) throw new LawProblem('unknown-kind', { kind });
    const extra = agreed.find((option) => given.one(option) !== null);
    if (extra)
      throw new Stop(
        wrongArguments(`--${extra} hoort bij --kind contract; een wettelijk percentage staat in de tabel`),
      );
    return { kind: known, simple: given.has('simple') };
  }
  const missing = agreed.filter((option) => given.one(option) === null);
  if (missing.length > 0) {
    const list = missing.map((option) => `--${option}`).join(', ');
    const example = '--percent 1.5 --per month --compound none';
    throw new Stop(wrongArguments(`--kind contract vraagt ook ${list}; bijvoorbeeld ${example}`));
  }
  const per = givenChoice(given, 'per', ['month', 'year']) ?? 'year';
  const compound = givenChoice(given, 'compound', ['none', 'month', 'year']) ?? 'none';
  if (given.has('simple') && compound !== 'none') {
    throw new Stop(wrongArguments('--simple en --compound spreken elkaar tegen; enkelvoudig is --compound none'));
  }
  return { kind: 'contract', percent: given.one('percent') ?? '', per, compound };
}

/** `2026-02-15:500.00`. */
function paymentOf(text: string): { readonly date: string; readonly amount: number } {
  const parts = /^([^:]*):([^:]*)$/.exec(text);
  if (!parts) throw new Stop(wrongArguments(`--payment is DATUM:BEDRAG, bijvoorbeeld 2026-02-15:500.00; niet ${text}`));
  return { date: dateOf(parts[1] ?? '', 'payment'), amount: amountOf(parts[2] ?? '', 'payment') };
}
