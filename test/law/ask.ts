import { expect } from 'vitest';
import { type Answer, answered } from '#electron/commands/answer.ts';
import { isLawCommand, lawCommand } from '#electron/commands/law-commands.ts';

/** What a command line answers, and what it said on stderr; a line is split at its spaces. */
export async function ask(line: string | readonly string[]): Promise<Answer & { readonly said: readonly string[] }> {
  const [command = '', ...args] = typeof line === 'string' ? line.split(' ') : line;
  if (!isLawCommand(command)) throw new Error(`no command ${command}`);
  const said: string[] = [];
  const answer = await answered(() => lawCommand(command, args, (text) => said.push(text)));
  return { ...answer, said };
}

/** What a command line prints; it may not refuse. */
export async function ok(line: string | readonly string[]): Promise<Record<string, unknown>> {
  const { exit, json } = await ask(line);
  expect(json).not.toHaveProperty('error');
  expect(exit).toBe(0);
  return json as Record<string, unknown>;
}

/** A refusal: the code, and a Dutch message in which every figure is filled in. */
export async function refusal(line: string): Promise<string> {
  const { exit, json } = await ask(line);
  expect(exit, line).toBe(2);
  const { code, message } = (json as { error: { code: string; message: string } }).error;
  expect(message.length, message).toBeGreaterThan(10);
  expect(message).not.toMatch(line.includes('NaN') ? /undefined/ : /\{\{|undefined|NaN|law\./);
  return code;
}
