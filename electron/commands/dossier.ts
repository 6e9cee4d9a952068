import { join } from 'node:path';
import { debtorIn } from '#shared/domain/books.ts';
import { ratesOf } from '#shared/domain/commands/charges.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { buildDossier } from '../dossier/export.ts';
import { verifyDossier } from '../dossier/verify.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { hashOf } from '../files/hash.ts';
import { safeName } from '../files/safe-name.ts';
import type { LetterFonts } from '../letters/fonts.ts';
import { type Answer, done, Stop, unreadable } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readInput } from './input.ts';
import { RunFolder } from './run-folder.ts';

let loaded: { readonly folder: string; readonly fonts: Promise<LetterFonts> } | null = null;

function fontsIn(assetsFolder: string): Promise<LetterFonts> {
  if (loaded?.folder !== assetsFolder) {
    const fonts = import('../letters/fonts.ts').then(({ loadFonts }) => loadFonts(assetsFolder));
    loaded = { folder: assetsFolder, fonts };
  }
  return loaded.fonts;
}

/** Writes a debtor's dossier ZIP to `path`, by default under `dossiers/` of the run. */
export async function writeDossier(
  folder: RunFolder,
  assetsFolder: string,
  debtorId: DebtorId,
  today: string,
  path?: string,
): Promise<{ path: string; files: number; bytes: number; sha256: string }> {
  const ledger = folder.books.ledgers.get(debtorId);
  const debtor = debtorIn(ledger);
  if (!ledger || !debtor) throw new Error(`debtor ${debtorId} has no ledger`);
  const dossier = await buildDossier(
    {
      folder: folder.path,
      debtor,
      ledger,
      events: folder.books.chains.get(debtorId) ?? [],
      administrationEvents: folder.books.chains.get('administration') ?? [],
      merged: (debtor.aliases ?? []).map((alias) => ({ ...alias, events: folder.books.chains.get(alias.id) ?? [] })),
      administration: folder.administration(),
      rates: ratesOf(folder.books),
      today,
    },
    await fontsIn(assetsFolder),
    createTranslator('nl'),
  );
  const target = path ?? join(folder.path, 'dossiers', `${safeName(debtor.code)}-${debtorId}.zip`);
  await atomicWrite(target, dossier.bytes);
  return { path: target, files: dossier.files, bytes: dossier.bytes.length, sha256: hashOf(dossier.bytes) };
}

/** `dossier --run DIR --debtor CODE --out FILE.zip`. */
export async function dossierCommand(args: readonly string[], assetsFolder: string): Promise<Answer> {
  const given = readArguments(
    args,
    { run: { required: true }, debtor: { required: true }, out: { required: true } },
    0,
  );
  const run = given.one('run') ?? '';
  const folder = await RunFolder.open(run, run);
  try {
    const code = given.one('debtor') ?? '';
    const found = [...folder.books.ledgers.values()].find((ledger) => debtorIn(ledger)?.code === code);
    const debtor = debtorIn(found);
    if (!debtor) throw new Stop(unreadable('not-found', `Debiteur ${code} komt in deze run niet voor`));
    const written = await writeDossier(folder, assetsFolder, debtor.id, folder.lastDay(), given.one('out') ?? '');
    return done({ debtor: code, ...written });
  } finally {
    await folder.close();
  }
}

/** `verify FILE.zip`. */
export async function verifyCommand(args: readonly string[]): Promise<Answer> {
  const given = readArguments(args, {}, 1);
  const { bytes } = await readInput(given.words[0] ?? '');
  return done(verifyDossier(bytes));
}
