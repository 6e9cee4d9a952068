import { isIsoDate } from '#shared/dates/civil.ts';
import { explainedStep } from '#shared/i18n/explained.ts';
import { lawProblemText } from '#shared/i18n/law-problem.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { Explanation } from '#shared/law/explanation.ts';
import { LawProblem, type LawProblemCode } from '#shared/law/problem.ts';
import { type Cents, formatMoney, parseDecimal } from '#shared/money/cents.ts';
import { type Answer, done, Stop, wrongArguments } from './answer.ts';
import type { Given } from './arguments.ts';

const { t } = createTranslator('nl');

/** Answers a command of the law engine; what the engine refuses is a wrong argument with the engine's code and its Dutch text. */
export function answerOfLaw(calculate: () => object): Answer {
  try {
    return done(calculate());
  } catch (error) {
    if (!(error instanceof LawProblem)) throw error;
    return { exit: 2, json: { error: { code: error.code, message: lawProblemText(error, t, 'nl') } } };
  }
}

function refused(code: LawProblemCode, message: string): Stop {
  return new Stop({ exit: 2, json: { error: { code, message } } });
}

/**
 * An amount as it is typed: `1000`, `1000.5`, `1000.00`. A negative principal is for the engine to refuse. Stops with `amount-too-large`, or `bad-amount` for what is negative or no amount.
 */
export function amountOf(text: string, option: string): Cents {
  const cents = parseDecimal(text);
  if (cents !== null && (cents >= 0 || option === 'principal')) return cents;
  if (cents === null && /^\d+(\.\d{1,2})?$/.test(text)) {
    throw refused(
      'amount-too-large',
      `--${option}: ${text} is te groot om mee te rekenen. Controleer het aantal cijfers.`,
    );
  }
  throw refused(
    'bad-amount',
    `--${option}: “${text}” kan hier niet. Schrijf een bedrag zonder teken, met een punt en hooguit twee decimalen: 1234.50.`,
  );
}

/** The amount of an option; null when it was not given. */
export function givenAmount(given: Given, option: string): Cents | null {
  const text = given.one(option);
  return text === null ? null : amountOf(text, option);
}

/** A civil date as it is typed. Stops with `bad-date` for anything else, also for a day that does not exist. */
export function dateOf(text: string, option: string): string {
  if (isIsoDate(text)) return text;
  throw refused(
    'bad-date',
    `--${option}: “${text}” is geen bestaande datum. Schrijf jjjj-mm-dd, bijvoorbeeld 2026-11-20.`,
  );
}

/** The date of an option that the command requires. */
export function requiredDate(given: Given, option: string): string {
  return dateOf(given.one(option) ?? '', option);
}

/** The date of an option; null when it was not given. */
export function givenDate(given: Given, option: string): string | null {
  const text = given.one(option);
  return text === null ? null : dateOf(text, option);
}

/** A whole number as it is typed; null when the option was not given. Stops with `code` for anything else. */
export function givenCount(given: Given, option: string, code: LawProblemCode): number | null {
  const text = given.one(option);
  if (text === null) return null;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw refused(code, `--${option}: “${text}” is geen heel getal.`);
}

/** One of a few words; null when the option was not given. Stops with 2 for another word. */
export function givenChoice<T extends string>(given: Given, option: string, choices: readonly T[]): T | null {
  const text = given.one(option);
  if (text === null) return null;
  const choice = choices.find((known) => known === text);
  if (choice === undefined) throw new Stop(wrongArguments(`--${option} kent alleen ${choices.join(', ')}`));
  return choice;
}

/** How a figure came about, a Dutch sentence per step, with its article and what it comes to. */
export function explanationOf(steps: Explanation): readonly string[] {
  return steps.map((step) => {
    const words = explainedStep(step, t, 'nl').replace(/\.$/, '');
    const amount = step.amount === null ? '' : `: ${formatMoney(step.amount)}`;
    const ground = [step.article, step.source].filter(Boolean).join('; ');
    return `${words}${amount}${ground ? ` (${ground})` : ''}`.replaceAll('\u00a0', ' ');
  });
}
