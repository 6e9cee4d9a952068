import { readFile, stat } from 'node:fs/promises';
import { FailureError } from '#shared/contract/errors.ts';
import type { ParsedInput } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import type { MergedChain } from '#shared/dossier/timeline.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import { checkRateTables } from '#shared/law/rates.ts';
import { buildDossier, type DossierSource } from '../../dossier/export.ts';
import { verifyDossier } from '../../dossier/verify.ts';
import { atomicWrite } from '../../files/atomic-write.ts';
import { hashOf } from '../../files/hash.ts';
import { safeName } from '../../files/safe-name.ts';
import { placeOf, storedPath } from '../../files/store.ts';
import type { HandlersOf, Services } from './types.ts';

export function dossierHandlers({ books, fonts, log, requireSpace }: Services): HandlersOf<'dossier'> {
  return {
    'dossier.export': async (input) => {
      await requireSpace();
      const source = sourceOf(input, books.folder(input.book));
      const dossier = await buildDossier(source, await fonts(), createTranslator('nl'));
      const name = `${safeName(`dossier-${source.debtor.code}-${input.today}`, 100)}.zip`;
      await atomicWrite(placeOf(source.folder, 'dossier', name), dossier.bytes);
      await log.write('info', 'dossier.exported', { book: input.book, debtor: input.debtorId, files: dossier.files });
      return {
        file: { kind: 'dossier', id: name },
        name: `dossiers/${name}`,
        files: dossier.files,
        bytes: dossier.bytes.length,
        sha256: hashOf(dossier.bytes),
      };
    },
    'dossier.verify': async ({ book, file }) => {
      const path = await storedPath(books.folder(book), file);
      if (file.kind !== 'dossier') throw badInput('not a dossier');
      const { size } = await stat(path);
      if (size > limits.dossierBytes) {
        const params = { limitBytes: limits.dossierBytes };
        throw new FailureError({ code: 'too-large', message: 'dossier', params });
      }
      return verifyDossier(await readFile(path));
    },
  };
}

function badInput(message: string): FailureError {
  return new FailureError({ code: 'bad-input', message, params: {} });
}

function sourceOf(input: ParsedInput<'dossier.export'>, folder: string): DossierSource {
  const ledger = parsed<DebtorLedger>(input.ledger, 'object');
  const debtor = debtorIn(ledger);
  const administration = parsed<Administration>(input.administration, 'object');
  if (!debtor || typeof debtor.name !== 'string' || typeof administration.name !== 'string') {
    throw badInput('ledger without its debtor');
  }
  return {
    folder,
    debtor,
    ledger,
    events: parsed<DossierEvent[]>(input.events, 'list'),
    administrationEvents: parsed<DossierEvent[]>(input.administrationEvents, 'list'),
    merged: parsed<MergedChain[]>(input.merged ?? '[]', 'list'),
    administration,
    rates: ratesIn(input.rates),
    today: input.today,
  };
}

/** The tables the renderer has in force; they go through the same check as a table from a file. */
function ratesIn(text: string): RateTables {
  const rates = parsed<RateTables>(text, 'object');
  try {
    checkRateTables(rates);
  } catch {
    throw badInput('rate tables that cannot be calculated with');
  }
  return rates;
}

/** The renderer's own JSON: its outer shape is checked, its content is what the same code wrote. */
function parsed<T>(text: string, shape: 'object' | 'list'): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badInput('not JSON');
  }
  const right = shape === 'list' ? Array.isArray(value) : value !== null && typeof value === 'object';
  if (!right) throw badInput(`not a JSON ${shape}`);
  return value as T;
}
