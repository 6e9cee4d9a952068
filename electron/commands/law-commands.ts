import type { Answer } from './answer.ts';
import { checkCommand } from './check.ts';
import { costsCommand } from './costs.ts';
import { interestCommand } from './interest.ts';
import { limitationCommand, noticeTermCommand, paymentTermCommand } from './law-dates.ts';
import { lintLetterCommand } from './lint-letter.ts';
import { vatReliefCommand } from './vat-relief.ts';

type Say = (text: string) => void;

/** The commands that ask the law engine; they write nothing. */
const commands = {
  interest: interestCommand,
  costs: costsCommand,
  'notice-term': noticeTermCommand,
  'payment-term': paymentTermCommand,
  limitation: limitationCommand,
  'vat-relief': vatReliefCommand,
  check: checkCommand,
  'lint-letter': lintLetterCommand,
} satisfies Record<string, (args: readonly string[], say: Say) => Answer | Promise<Answer>>;

export type LawCommand = keyof typeof commands;
export const lawCommandNames = Object.keys(commands) as readonly LawCommand[];

export function isLawCommand(command: string): command is LawCommand {
  return Object.hasOwn(commands, command);
}

/** Answers a command of the law engine; `say` gets warnings. Stops early as every command does, see `answered`. */
export async function lawCommand(command: LawCommand, args: readonly string[], say: Say): Promise<Answer> {
  return commands[command](args, say);
}
