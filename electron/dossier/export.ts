import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { i18n } from 'i18next';
import type { Administration } from '#shared/domain/administration.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import type { InvoiceCopy } from '#shared/domain/item.ts';
import type { FileReference, Letter } from '#shared/domain/letter.ts';
import { chainHead, chainText } from '#shared/dossier/chain-file.ts';
import { claimOf } from '#shared/dossier/claim.ts';
import { claimCsv, claimJson } from '#shared/dossier/claim-files.ts';
import { chainFiles, manifestName, manifestText, mergedChainFile } from '#shared/dossier/manifest.ts';
import { type MergedChain, timelineCsv, timelineOf } from '#shared/dossier/timeline.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import { sumOf } from '#shared/money/cents.ts';
import { hashOf } from '../files/hash.ts';
import { safeName } from '../files/safe-name.ts';
import { storedPath } from '../files/store.ts';
import type { LetterFonts } from '../letters/fonts.ts';
import { packed } from './container.ts';
import { indexPdf } from './index-pdf.ts';
import { verificationPage } from './verification-page.ts';

export interface DossierSource {
  /** The book's folder, where its letters are. */
  readonly folder: string;
  readonly debtor: Debtor;
  readonly ledger: DebtorLedger;
  readonly events: readonly DossierEvent[];
  readonly administrationEvents: readonly DossierEvent[];
  /** Debtors that became part of this one, with their own chains. */
  readonly merged: readonly MergedChain[];
  readonly administration: Administration;
  /** Rate tables in force, for interest through `today`. */
  readonly rates: RateTables;
  readonly today: string;
}

export interface DossierZip {
  readonly bytes: Uint8Array;
  readonly files: number;
  /** Letters that are missing on disk or differ from their receipt, as the index says them. */
  readonly remarks: readonly string[];
}

/**
 * A debtor's dossier as one ZIP, laid out as cli.md states. The same books, letters and day give the same bytes. A letter
 * whose file is gone or changed does not stop the export: the index names it.
 */
export async function buildDossier(source: DossierSource, fonts: LetterFonts, translate: i18n): Promise<DossierZip> {
  const { debtor, ledger, administration, today } = source;
  const claim = claimOf(ledger, debtor, administration, source.rates, today);
  const timeline = timelineOf(source.events, source.administrationEvents, source.merged, translate);
  const { files: stored, remarks } = await storedFiles(source, translate);
  const count = (place: Document['place']) => [...stored.keys()].filter((name) => name.startsWith(`${place}/`)).length;
  const texts: Record<string, string> = {
    ...(count('facturen') === 0 && { 'facturen/LEESMIJ.txt': `${translate.t('dossier.zip.noInvoices')}\r\n` }),
    'bewijs/LEESMIJ.txt': `${translate.t('dossier.zip.noEvidence')}\r\n`,
    'tijdlijn.csv': timelineCsv(timeline, translate),
    [chainFiles.debtor]: chainText(source.events),
    [chainFiles.administration]: chainText(source.administrationEvents),
    ...Object.fromEntries(source.merged.map(({ id, events }) => [mergedChainFile(id), chainText(events)])),
    'vordering.json': claimJson(claim, translate),
    'vordering.csv': claimCsv(claim, translate),
    'verificatie.html': verificationPage,
  };
  const rest = new Map([...stored, ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const)]);
  const documents = [...rest].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }));
  const index = await indexPdf(
    { claim, documents, remarks, timeline, accentColor: administration.accentColor, createdOn: today },
    fonts,
    translate,
  );
  const manifest = manifestText({
    format: 'voldaan-dossier',
    version: 1,
    createdOn: today,
    administration: { id: administration.id, name: administration.name },
    debtor: { id: debtor.id, code: debtor.code, name: debtor.name },
    counts: {
      files: documents.length + 2,
      letters: count('brieven'),
      mails: count('mails'),
      events: sumOf([source, { events: source.administrationEvents }, ...source.merged], ({ events }) => events.length),
    },
    chains: {
      debtor: { file: chainFiles.debtor, events: source.events.length, head: chainHead(source.events) },
      administration: {
        file: chainFiles.administration,
        events: source.administrationEvents.length,
        head: chainHead(source.administrationEvents),
      },
      ...(source.merged.length > 0 && {
        merged: source.merged.map(({ id, events }) => {
          return { file: mergedChainFile(id), events: events.length, head: chainHead(events) };
        }),
      }),
    },
    files: [{ name: 'index.pdf', bytes: index.length, sha256: hashOf(index) }, ...documents],
  });
  const files = new Map<string, Uint8Array>([['index.pdf', index], ...rest, [manifestName, Buffer.from(manifest)]]);
  return { bytes: packed(files, today), files: files.size, remarks };
}

/** A stored file that belongs in the dossier, and where. */
interface Document {
  readonly place: 'brieven' | 'mails' | 'facturen';
  readonly file: FileReference;
  readonly name: string;
  readonly sha256: string;
  /** Tells files of one name apart. */
  readonly id: string;
}

/** Letters with their mails by date, then the copies of invoices by number. */
function documentsOf({ letter = {}, copy = {}, item = {} }: DebtorLedger): readonly Document[] {
  const issued = Object.values(letter).sort((a, b) => compare(sortKey(a), sortKey(b)));
  const letters = issued.flatMap(({ id, receipt }): Document[] => {
    if (!receipt) return [];
    const mail = receipt.eml ? [{ ...receipt.eml, place: 'mails' as const, id }] : [];
    return [{ ...receipt.pdf, place: 'brieven', id }, ...mail];
  });
  const numberOf = ({ itemId, id }: InvoiceCopy) => `${item[itemId]?.number ?? itemId} ${id}`;
  const copies = Object.values(copy).sort((a, b) => compare(numberOf(a), numberOf(b)));
  return [
    ...letters,
    ...copies.map(({ id, fileId, name, sha256 }): Document => {
      return { place: 'facturen', file: { kind: 'invoice-copy', id: fileId }, name, sha256, id };
    }),
  ];
}

async function storedFiles(
  { folder, ledger }: DossierSource,
  translate: i18n,
): Promise<{ files: Map<string, Uint8Array>; remarks: string[] }> {
  const files = new Map<string, Uint8Array>();
  const remarks: string[] = [];
  for (const document of documentsOf(ledger)) {
    const bytes = await storedBytes(folder, document.file);
    const name = freeName(files, document.place, document.name, document.id);
    if (!bytes) remarks.push(translate.t('dossier.zip.documentMissing', { name }));
    else {
      files.set(name, bytes);
      if (hashOf(bytes) !== document.sha256) remarks.push(translate.t('dossier.zip.documentDiffers', { name }));
    }
  }
  return { files, remarks };
}

function sortKey(letter: Letter): string {
  return letter.plan.date + letter.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function storedBytes(folder: string, file: FileReference): Promise<Uint8Array | null> {
  try {
    return await readFile(await storedPath(folder, file));
  } catch {
    return null;
  }
}

function freeName(taken: ReadonlyMap<string, unknown>, place: string, name: string, id: string): string {
  const own = safeName(basename(name), 120);
  const plain = `${place}/${own}`;
  if (!taken.has(plain)) return plain;
  const extension = extname(own);
  return `${place}/${own.slice(0, own.length - extension.length)}-${safeName(id).slice(0, 12)}${extension}`;
}
