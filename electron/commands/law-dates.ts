import { limitation } from '#shared/law/limitation.ts';
import { noticeTerm } from '#shared/law/notice-term.ts';
import { paymentTerm } from '#shared/law/payment-term.ts';
import { LawProblem } from '#shared/law/problem.ts';
import type { Answer } from './answer.ts';
import { readArguments } from './arguments.ts';
import { answerOfLaw, dateOf, explanationOf, givenCount, givenDate, requiredDate } from './law-answer.ts';

/** `notice-term`: the days of a veertiendagenbrief from its dispatch, or from proven receipt. */
export function noticeTermCommand(args: readonly string[]): Answer {
  const given = readArguments(args, { sent: { required: true }, received: {}, transit: {} }, 0);
  return answerOfLaw(() => {
    const transit = givenCount(given, 'transit', 'bad-transit');
    if (transit !== null && transit !== 2 && transit !== 3) {
      throw new LawProblem('bad-transit', { value: String(transit) });
    }
    const { steps, ...days } = noticeTerm({
      sent: requiredDate(given, 'sent'),
      received: givenDate(given, 'received'),
      ...(transit === null ? {} : { transit }),
    });
    return { ...days, explanation: explanationOf(steps) };
  });
}

/** `payment-term`: last day of payment between businesses, within the legal maximum. */
export function paymentTermCommand(args: readonly string[]): Answer {
  const options = { received: { required: true }, agreed: {}, 'large-debtor': { flag: true } };
  const given = readArguments(args, options, 0);
  return answerOfLaw(() => {
    const { lastPaymentDay, interestFrom, days, steps } = paymentTerm({
      received: requiredDate(given, 'received'),
      agreed: givenCount(given, 'agreed', 'bad-term'),
      largeDebtor: given.has('large-debtor'),
    });
    return { lastPaymentDay, interestFrom, days, explanation: explanationOf(steps) };
  });
}

/** `limitation`: the last day on which an interrupting letter must have been received. */
export function limitationCommand(args: readonly string[]): Answer {
  const options = { due: { required: true }, years: { required: true }, interrupted: { multiple: true } };
  const given = readArguments(args, options, 0);
  return answerOfLaw(() => {
    const { lastSafeDay, tooLate, steps } = limitation({
      due: requiredDate(given, 'due'),
      years: givenCount(given, 'years', 'bad-years') ?? 0,
      interrupted: given.all('interrupted').map((text) => dateOf(text, 'interrupted')),
    });
    return { lastSafeDay, tooLate, explanation: explanationOf(steps) };
  });
}
