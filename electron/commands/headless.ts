import { join } from 'node:path';
import { builtLetters } from '../letters/built-letters.ts';
import { type Answer, answered, unreadable, wrongArguments } from './answer.ts';
import { demoCommand } from './demo.ts';
import { dossierCommand, verifyCommand } from './dossier.ts';
import { isLawCommand, lawCommand, lawCommandNames } from './law-commands.ts';
import { parseCommand } from './parse.ts';
import { printJson } from './print.ts';
import type { RunServices } from './run.ts';
import { runCommand } from './run-command.ts';

/** The headless commands of cli.md that are there. */
export const headlessCommands: readonly string[] = ['parse', 'run', 'dossier', 'verify', 'demo', ...lawCommandNames];

/**
 * Runs a headless command: one JSON document on stdout, progress on stderr. Resolves to the exit code. `dist` is the folder
 * of the built application.
 */
export async function runHeadless(args: readonly string[], dist: string): Promise<number> {
  const [command = '', ...rest] = args;
  const answer = await answerOf(command, rest, dist);
  await printJson(answer.json, process.stdout);
  return answer.exit;
}

async function answerOf(command: string, args: readonly string[], dist: string): Promise<Answer> {
  try {
    return await answered(() => dispatchCommand(command, args, dist));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unreadable('internal', message);
  }
}

async function dispatchCommand(command: string, args: readonly string[], dist: string): Promise<Answer> {
  if (isLawCommand(command)) return lawCommand(command, args, say);
  switch (command) {
    case 'parse':
      return parseCommand(args);
    case 'run':
      return withServices(dist, (services) => runCommand(args, services));
    case 'verify':
      return verifyCommand(args);
    case 'dossier':
      return dossierCommand(args, join(dist, 'assets'));
    case 'demo':
      return withServices(dist, (services) => demoCommand(args, services));
    default:
      return wrongArguments(`onbekende opdracht: ${command || '(geen)'}; mogelijk zijn ${headlessCommands.join(', ')}`);
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The letter workers for as long as the command runs. */
async function withServices(dist: string, work: (services: RunServices) => Promise<Answer>): Promise<Answer> {
  const letters = builtLetters(dist);
  try {
    return await work({ letters, assetsFolder: join(dist, 'assets'), say });
  } finally {
    await letters.close();
  }
}
