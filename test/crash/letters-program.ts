import { resolve } from 'node:path';
import { makeLetters } from './make-letters.ts';
import { recordedRenderer } from './recorded-renderer.ts';

/*
 * Run as a process of its own by the crash matrix, which kills it at every step: `<data folder> <recordings | real>`.
 * Prints the names of the steps it passed when asked (VOLDAAN_TRACE_STEPS).
 */
async function run(): Promise<void> {
  const [, , dataFolder = '', recordings = ''] = process.argv;
  const renderer =
    recordings === 'real'
      ? (await import('#electron/letters/in-process.ts')).createInProcessRenderer(resolve('assets'))
      : recordedRenderer(recordings);
  await makeLetters(dataFolder, renderer);
  if (process.env.VOLDAAN_TRACE_STEPS === '1') {
    const { passedSteps } = await import('#electron/files/durable-step.ts');
    process.stdout.write(JSON.stringify(passedSteps()));
  }
}

void run();
