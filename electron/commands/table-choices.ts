import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { choiceFor } from '#shared/formats/table/problems.ts';
import { Stop, wrongArguments } from './answer.ts';
import type { Given } from './arguments.ts';

/** Options that answer what a table leaves open, as its screen asks it. */
export const choiceOptions = { decimals: {}, dates: {}, currency: {} } as const;

/** What was answered with {@link choiceOptions}. Stops with 2 for another answer than there is. */
export function tableChoices(given: Given): ImportChoices {
  const decimals = oneOf(given, 'decimals', ['comma', 'point']);
  const dateOrder = oneOf(given, 'dates', ['dmy', 'mdy']);
  const signCurrency = given.one('currency')?.toUpperCase() ?? null;
  if (signCurrency !== null && !/^[A-Z]{3}$/.test(signCurrency)) {
    throw new Stop(wrongArguments('--currency vraagt de code van een valuta, zoals USD'));
  }
  return { ...(decimals && { decimals }), ...(dateOrder && { dateOrder }), ...(signCurrency && { signCurrency }) };
}

function oneOf<T extends string>(given: Given, name: string, known: readonly T[]): T | null {
  const text = given.one(name);
  const found = known.find((word) => word === text) ?? null;
  if (text !== null && found === null) throw new Stop(wrongArguments(`--${name} kent alleen ${known.join(', ')}`));
  return found;
}

const optionOf = {
  decimals: '--decimals comma|point',
  dateOrder: '--dates mdy|dmy',
  signCurrency: '--currency USD',
} as const;

/** The option that answers a refusal, in Dutch; empty where none does. */
export function answerHint(code: string): string {
  const choice = choiceFor(code);
  return choice === null ? '' : ` Op de opdrachtregel: ${optionOf[choice]}.`;
}
