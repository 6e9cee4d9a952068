import { importChanges } from '#shared/domain/import-changes.ts';
import { diffImport } from '#shared/domain/import-diff.ts';
import type { ImportChoices } from '#shared/domain/import-preview.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import type { TableReading } from '#shared/formats/table/reading.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { hashOf } from '../files/hash.ts';
import { readAdministration } from './administration.ts';
import { type Answer, Stop, unreadable } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readTableFile, refusalText } from './parse.ts';
import { finishLetters, type RunServices, runLetters, saveAdministration } from './run.ts';
import { RunFolder } from './run-folder.ts';

const options = {
  items: { required: true },
  bank: { multiple: true },
  'bank-until': {},
  'accept-stale': {},
  administration: { required: true },
  today: { required: true },
  out: { required: true },
  history: {},
} as const;

/** `run`: the main job without a screen, on an open-items table (cli.md). Everything is read before anything is written. */
export async function runCommand(args: readonly string[], services: RunServices): Promise<Answer> {
  const given = readArguments(args, options, 0);
  const today = given.date('today') ?? '';
  const bankUntil = given.date('bank-until');
  if (given.all('bank').length > 0) {
    const message = 'Bankafschriften leest deze versie van Voldaan nog niet; laat --bank weg';
    throw new Stop(unreadable('not-supported', message));
  }
  const administration = await readAdministration(given.one('administration') ?? '');
  const table = await readTableFile(given.one('items') ?? '');
  if (!table.ok) return table.answer;
  const { reading, bytes } = table;
  if (reading.refusal) return unreadable(reading.refusal.code, refusalText(reading));
  tellWarnings(reading, services);
  const folder = await RunFolder.open(given.one('out') ?? '', given.one('history'));
  try {
    await finishLetters(folder, services, today);
    await saveAdministration(folder, administration, today);
    const sha256 = hashOf(bytes);
    await importList(folder, reading, { sha256, today, choices: bankUntil === null ? {} : { bankUntil } });
    return await runLetters(folder, services, { today, acceptStale: given.one('accept-stale') });
  } finally {
    await folder.close();
  }
}

async function importList(
  folder: RunFolder,
  reading: TableReading,
  source: { readonly sha256: string; readonly today: string; readonly choices: ImportChoices },
): Promise<void> {
  const { books } = folder;
  const { sha256, today, choices } = source;
  const importId = `import-${books.seq + 1}`;
  const diff = diffImport(books, reading, choices, today, importId);
  const { changes } = importChanges(books, reading, diff, { sha256, choices }, { today, at: today });
  await folder.commit(changes);
}

function tellWarnings(reading: TableReading, services: RunServices): void {
  const { t } = createTranslator('nl');
  for (const warning of reading.warnings) {
    services.say(problemText((key, params) => t(key, params), reading.fileName, warning));
  }
  if (reading.skipped.length > 0)
    services.say(`${reading.skipped.length} regels overgeslagen; zie parse voor de redenen`);
}
