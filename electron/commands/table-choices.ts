import type { ImportChoices } from '#shared/domain/import/preview.ts';
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

const answeredWith: Readonly<Record<string, string>> = {
  'decimals-ambiguous': '--decimals comma|point',
  'decimals-mixed': '--decimals comma|point',
  'dates-month-first': '--dates mdy|dmy',
  'currencies-unclear': '--currency USD',
};

/** The option that answers a refusal, in Dutch; empty where none does. */
export function answerHint(code: string): string {
  const option = answeredWith[code];
  return option === undefined ? '' : ` Op de opdrachtregel: ${option}.`;
}
