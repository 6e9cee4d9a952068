import { formatDate } from '#shared/dates/civil.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { debtorIn } from '#shared/domain/books.ts';
import type { ListReading } from '#shared/formats/list-reading.ts';
import { isGAccount } from '#shared/identifiers/iban.ts';
import { parseKvk } from '#shared/identifiers/registrations.ts';
import { parseVatId } from '#shared/identifiers/vat-id.ts';
import { readAdministration } from './administration.ts';
import { type Answer, Stop, wrongArguments } from './answer.ts';
import { readArguments } from './arguments.ts';
import { finishLetters, type RunServices, runLetters, saveAdministration } from './run.ts';
import { readBankFiles, readItemsFile } from './run-files.ts';
import { RunFolder } from './run-folder.ts';
import { importFiles } from './run-import.ts';
import { choiceOptions, tableChoices } from './table-choices.ts';

const options = {
  items: { required: true },
  bank: { multiple: true },
  'bank-until': {},
  'accept-stale': {},
  administration: { required: true },
  today: { required: true },
  out: { required: true },
  history: {},
  ...choiceOptions,
} as const;

/**
 * `run`: the main job without a screen, on open items and bank statements (cli.md). Everything is read before anything is
 * written.
 */
export async function runCommand(args: readonly string[], services: RunServices): Promise<Answer> {
  const given = readArguments(args, options, 0);
  const today = given.date('today') ?? '';
  const bankUntil = given.date('bank-until');
  const acceptStale = given.one('accept-stale')?.trim() ?? null;
  if (acceptStale === '') throw new Stop(wrongArguments('--accept-stale vraagt een reden'));
  const administration = await readAdministration(given.one('administration') ?? '');
  const items = await readItemsFile(given.one('items') ?? '', administration, tableChoices(given));
  const bank = await readBankFiles(given.all('bank'));
  for (const warning of [...items.warnings, ...bank.warnings]) services.say(warning);
  if (bankUntil !== null && bankUntil > today) {
    const until = `--bank-until ${formatDate(bankUntil)} ligt na --today ${formatDate(today)}`;
    services.say(`Let op: ${until}: alle bankregels tot vandaag tellen als al verwerkt in de lijst`);
  }
  tellWrongNumbers(administration, services);
  const folder = await RunFolder.open(given.one('out') ?? '', given.one('history'), today);
  try {
    await finishLetters(folder, services, today);
    await saveAdministration(folder, administration, today);
    const counts = await importFiles(folder, { items, bank, bankUntil, today }, services);
    tellUndated(folder, services);
    const settledDebtors = unknownSettled(folder, items.reading);
    return await runLetters(folder, services, { today, acceptStale, settledDebtors, bank: counts });
  } finally {
    await folder.close();
  }
}

/** Numbers of the administration that cannot be right are told and kept: its letters carry them. */
function tellWrongNumbers({ kvk, vatId, gAccount }: Administration, services: RunServices): void {
  const wrong = (number: string, what: string) =>
    services.say(`Let op: ${number} is geen geldig ${what}; het staat wel zo in de brieven`);
  if (kvk && parseKvk(kvk) === null) wrong(kvk, 'KvK-nummer');
  if (vatId && parseVatId(vatId) === null) wrong(vatId, 'btw-nummer');
  if (gAccount && !isGAccount(gAccount)) wrong(gAccount, 'IBAN van een G-rekening');
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
function unknownSettled(folder: RunFolder, reading: ListReading): readonly string[] {
  const known = new Set([...folder.books.ledgers.values()].map((ledger) => debtorIn(ledger)?.code));
  const stated = reading.settled.map(({ debtor }) => reading.debtors[debtor]);
  const codes = stated.map((debtor) => (debtor ? debtor.code || debtor.name : ''));
  return [...new Set(codes)].filter((code) => code !== '' && !known.has(code));
}
