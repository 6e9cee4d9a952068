import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { demoBook, demoChanges } from '#shared/demo/generate.ts';
import { demoDate } from '#shared/demo/months.ts';
import { administrationIn } from '#shared/domain/books.ts';
import { segmentNumbers } from '../journal/segments.ts';
import { type Answer, Stop, wrongArguments } from './answer.ts';
import { readArguments } from './arguments.ts';
import { type RunServices, runLetters } from './run.ts';
import { RunFolder } from './run-folder.ts';

/** `demo [--out DIR] [--today D]`: `run` and `dossier` on the demo administration. An earlier demo in DIR is replaced. */
export async function demoCommand(args: readonly string[], services: RunServices): Promise<Answer> {
  const given = readArguments(args, { out: {}, today: {} }, 0);
  const today = given.date('today') ?? demoDate;
  const out = resolve(given.one('out') ?? 'demo-uitvoer');
  if (today < demoDate) throw new Stop(wrongArguments(`De demo begint op ${demoDate}; --today kan niet eerder zijn`));
  await removeEarlierDemo(out);
  const folder = await RunFolder.open(out, null);
  try {
    await folder.commit(demoChanges(today));
    const answer = await runLetters(folder, services, { today, acceptStale: null });
    services.say(`De brieven staan in ${join(out, 'brieven')}, de dossiers in ${join(out, 'dossiers')}`);
    return answer;
  } finally {
    await folder.close();
  }
}

/** Only what an earlier demo made goes; any other run in the folder moves aside when the new one opens. */
async function removeEarlierDemo(out: string): Promise<void> {
  if ((await segmentNumbers(out)).length === 0) return;
  const earlier = await RunFolder.open(out, out);
  const isDemo = administrationIn(earlier.books)?.id === demoBook;
  await earlier.close();
  if (!isDemo) return;
  for (const part of ['journaal', 'brieven', 'dossiers', 'run.json'])
    await rm(join(out, part), { recursive: true, force: true });
}
