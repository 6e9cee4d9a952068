import type { Administration } from '#shared/domain/administration.ts';
import { debtorIn } from '#shared/domain/books.ts';
import { importChanges } from '#shared/domain/import-changes.ts';
import { diffImport } from '#shared/domain/import-diff.ts';
import type { ImportChoices } from '#shared/domain/import-preview.ts';
import type { TableProblem } from '#shared/formats/table/fields.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import type { TableReading } from '#shared/formats/table/reading.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { isGAccount, parseIban } from '#shared/identifiers/iban.ts';
import { parseKvk } from '#shared/identifiers/registrations.ts';
import { parseVatId } from '#shared/identifiers/vat-id.ts';
import { hashOf } from '../files/hash.ts';
import { readAdministration } from './administration.ts';
import { type Answer, Stop, unreadable, wrongArguments } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readTableFile, withoutItems } from './parse-items.ts';
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
  const acceptStale = given.one('accept-stale')?.trim() ?? null;
  if (acceptStale === '') throw new Stop(wrongArguments('--accept-stale vraagt een reden'));
  const administration = await readAdministration(given.one('administration') ?? '');
  const table = await readTableFile(given.one('items') ?? '');
  if (!table.ok) return table.answer;
  const { reading, bytes } = table;
  const none = withoutItems(reading);
  if (none) return none;
  tellWarnings(reading.fileName, reading.warnings, services);
  if (reading.skipped.length > 0)
    services.say(`${reading.skipped.length} regels overgeslagen; zie parse voor de redenen`);
  tellWrongNumbers(administration, services);
  const folder = await RunFolder.open(given.one('out') ?? '', given.one('history'), today);
  try {
    await finishLetters(folder, services, today);
    await saveAdministration(folder, administration, today);
    const sha256 = hashOf(bytes);
    const choices = bankUntil === null ? {} : { bankUntil };
    tellWarnings(reading.fileName, await importList(folder, reading, { sha256, today, choices }), services);
    tellUndated(folder, services);
    return await runLetters(folder, services, { today, acceptStale, settledDebtors: unknownSettled(folder, reading) });
  } finally {
    await folder.close();
  }
}

/** Numbers of the administration that cannot be right are told and kept: its letters carry them. */
function tellWrongNumbers({ iban, kvk, vatId, gAccount }: Administration, services: RunServices): void {
  const wrong = (number: string, what: string) =>
    services.say(`Let op: ${number} is geen geldig ${what}; het staat wel zo in de brieven`);
  if (parseIban(iban) === null) wrong(iban, 'IBAN');
  if (kvk && parseKvk(kvk) === null) wrong(kvk, 'KvK-nummer');
  if (vatId && parseVatId(vatId) === null) wrong(vatId, 'btw-nummer');
  if (gAccount && !isGAccount(gAccount)) wrong(gAccount, 'IBAN van een G-rekening');
}

/** Takes the list into the books; answers what comparing it with them showed. */
async function importList(
  folder: RunFolder,
  reading: TableReading,
  source: { readonly sha256: string; readonly today: string; readonly choices: ImportChoices },
): Promise<readonly TableProblem[]> {
  const { books } = folder;
  const { sha256, today, choices } = source;
  const importId = `import-${books.seq + 1}`;
  const diff = diffImport(books, reading, choices, today, importId);
  const { changes } = importChanges(books, reading, diff, { sha256, choices }, { today, at: today });
  await folder.commit(changes);
  return diff.warnings;
}

function tellWarnings(fileName: string, warnings: readonly TableProblem[], services: RunServices): void {
  const { t } = createTranslator('nl');
  for (const warning of warnings) services.say(problemText((key, params) => t(key, params), fileName, warning));
}

/** An invoice without any date never becomes due, so it is told. */
function tellUndated(folder: RunFolder, services: RunServices): void {
  for (const ledger of folder.books.ledgers.values()) {
    for (const item of Object.values(ledger.item ?? {})) {
      if (item.kind !== 'invoice' || item.state !== 'open' || item.dueDate !== null) continue;
      const who = debtorIn(ledger)?.code ?? '';
      services.say(
        `Post ${item.number} van ${who} heeft geen vervaldatum en geen factuurdatum: er komt geen brief voor`,
      );
    }
  }
}

/** Debtors the list names with nothing open that the books do not know: no debtor of a list is left out of the answer. */
function unknownSettled(folder: RunFolder, reading: TableReading): readonly string[] {
  const known = new Set([...folder.books.ledgers.values()].map((ledger) => debtorIn(ledger)?.code));
  const stated = reading.settled.map(({ debtor }) => reading.debtors[debtor]);
  const codes = stated.map((debtor) => (debtor ? debtor.code || debtor.name : ''));
  return [...new Set(codes)].filter((code) => code !== '' && !known.has(code));
}
