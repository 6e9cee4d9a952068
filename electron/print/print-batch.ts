import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { FailureError } from '#shared/contract/errors.ts';
import { hashText } from '#shared/domain/event.ts';
import type { FileReference } from '#shared/domain/letter.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { placeOf, storedPath } from '../files/store.ts';

/**
 * One PDF of issued letters in address order, as the post likes its bags, ready for the printer; each letter
 * starts on a page of its own, and on the front of a sheet when `duplex`. The same letters give the same file.
 * Fails with not-found when a letter has no PDF.
 */
export async function printBatch(
  folder: string,
  letterIds: readonly string[],
  { duplex = false }: { duplex?: boolean } = {},
): Promise<{ file: FileReference; pages: number }> {
  if (letterIds.length === 0) throw new FailureError({ code: 'bad-input', message: 'no letters to print', params: {} });
  // Loaded when the first batch is printed: it has no place in the time Voldaan takes to start.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const path of await inAddressOrder(folder, letterIds)) {
    const letter = await PDFDocument.load(await readFile(path), { updateMetadata: false });
    const pages = await merged.copyPages(letter, letter.getPageIndices());
    for (const page of pages) merged.addPage(page);
    if (duplex && pages.length % 2 === 1) merged.addPage([595.28, 841.89]);
  }
  const bytes = await merged.save({ addDefaultPage: false });
  const id = `brieven-${hashText(`${duplex}\n${[...letterIds].sort().join('\n')}`).slice(0, 24)}.pdf`;
  await atomicWrite(placeOf(folder, 'print', id), bytes);
  return { file: { kind: 'print', id }, pages: merged.getPageCount() };
}

/** Paths of the letters' PDFs, by country, postal code and street; letters without a known address come last. */
async function inAddressOrder(folder: string, letterIds: readonly string[]): Promise<string[]> {
  const letters = await Promise.all(
    letterIds.map(async (id) => {
      const path = await storedPath(folder, { kind: 'letter-pdf', id });
      return { id, path, order: await postalOrderOf(dirname(path)) };
    }),
  );
  const collator = new Intl.Collator('nl', { numeric: true });
  letters.sort((a, b) => collator.compare(a.order, b.order) || (a.id < b.id ? -1 : 1));
  return letters.map(({ path }) => path);
}

async function postalOrderOf(letterFolder: string): Promise<string> {
  try {
    const text = await readFile(join(letterFolder, 'receipt.json'), 'utf8');
    return z.object({ postalOrder: z.string() }).parse(JSON.parse(text)).postalOrder;
  } catch {
    return '\uffff';
  }
}
