import { join } from 'node:path';
import { type Answer, Stop, unreadable, wrongArguments } from './commands/answer.ts';
import { demoCommand } from './commands/demo.ts';
import { dossierCommand, verifyCommand } from './commands/dossier.ts';
import { parseCommand } from './commands/parse.ts';
import type { RunServices } from './commands/run.ts';
import { runCommand } from './commands/run-command.ts';
import { createLetterService } from './letters/letter-service.ts';
import { createPoolRenderer } from './letters/pool.ts';

const dist = join(import.meta.dirname, '..');
const assetsFolder = join(dist, 'assets');

/** Runs a headless command: one JSON document on stdout, progress on stderr. Resolves to the exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const [command = '', ...rest] = args;
  const answer = await answerOf(command, rest);
  process.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);
  return answer.exit;
}

async function answerOf(command: string, args: readonly string[]): Promise<Answer> {
  try {
    return await dispatchCommand(command, args);
  } catch (error) {
    if (error instanceof Stop) return error.answer;
    const message = error instanceof Error ? error.message : String(error);
    return unreadable('internal', message);
  }
}

async function dispatchCommand(command: string, args: readonly string[]): Promise<Answer> {
  switch (command) {
    case 'parse':
      return parseCommand(args);
    case 'run':
      return withServices((services) => runCommand(args, services));
    case 'verify':
      return verifyCommand(args);
    case 'dossier':
      return dossierCommand(args, assetsFolder);
    case 'demo':
      return withServices((services) => demoCommand(args, services));
    default:
      return wrongArguments(
        `onbekende opdracht: ${command || '(geen)'}; mogelijk zijn parse, run, dossier, verify en demo`,
      );
  }
}

/** The letter workers for as long as the command runs. */
async function withServices(work: (services: RunServices) => Promise<Answer>): Promise<Answer> {
  const workerFile = join(dist, 'electron', 'letter-worker.cjs');
  const letters = createLetterService(createPoolRenderer({ workerFile, assetsFolder }));
  try {
    return await work({ letters, assetsFolder, say: (text) => process.stderr.write(`${text}\n`) });
  } finally {
    await letters.close();
  }
}

// Set apart from exit(): stdout may be a pipe that still holds the document.
runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
