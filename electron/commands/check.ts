import { createTranslator } from '#shared/i18n/translate.ts';
import { isGAccount } from '#shared/identifiers/iban.ts';
import { identifierKinds, identify } from '#shared/identifiers/identify.ts';
import { type Answer, done, wrongArguments } from './answer.ts';
import { readArguments } from './arguments.ts';

const { t } = createTranslator('nl');

/** `check KIND VALUE`: whether a text is such an identifier, and as it is stored. A wrong one is an answer, not a wrong argument. */
export function checkCommand(args: readonly string[]): Answer {
  const { words } = readArguments(args, {}, 2);
  const kind = identifierKinds.find((known) => known === words[0]);
  if (!kind) return wrongArguments(`check kent alleen ${identifierKinds.join(', ')}`);
  const { normalised, reason } = identify(kind, words[1] ?? '');
  return done({
    valid: reason === null,
    normalised,
    reason,
    message: reason === null ? null : t(`identifiers.reason.${reason}`),
    ...(kind === 'iban' ? { gAccount: normalised !== null && isGAccount(normalised) } : {}),
  });
}
