import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Failure } from '#shared/contract/errors.ts';
import { FailureError } from '#shared/contract/errors.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { IssuedFile, LetterPlan, LetterReceipt } from '#shared/domain/letter.ts';
import { atomicWrite, syncFolder, temporaryEnding } from '../files/atomic-write.ts';
import { hashOf } from '../files/hash.ts';
import { insideRoot } from '../files/inside-root.ts';
import { letterFolder } from '../files/store.ts';
import { postalOrder } from './address-block.ts';
import { letterFileStem, logoBytes, type MadeLetter, renderLetter } from './render-letter.ts';
import type { LetterRenderer } from './rendered.ts';

export interface IssueResult {
  readonly letterId: string;
  readonly receipt: LetterReceipt | null;
  readonly failure: Failure | null;
}

const issuedFile = z.object({
  file: z.object({ kind: z.enum(['letter-pdf', 'letter-mail']), id: z.string() }),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
const receiptSchema = z.object({
  letterId: z.string(),
  pages: z.int(),
  pdf: issuedFile,
  eml: issuedFile.nullable(),
}) satisfies z.ZodType<LetterReceipt>;

/** What receipt.json says besides the receipt. */
const keptSchema = receiptSchema.extend({ planSha256: z.string() });

const receiptName = 'receipt.json';

/**
 * Makes the files of planned letters below the book's folder: PDF and mail first, `receipt.json` last, each written
 * whole or not at all. A letter that has its receipt and files is returned as it was, so issuing twice is issuing once. What
 * fails (disk full, a letter that cannot be made) fails for that letter alone and leaves none of its files.
 */
export async function issueLetters(
  renderer: LetterRenderer,
  folder: string,
  plans: readonly LetterPlan[],
): Promise<IssueResult[]> {
  const running = new Map<string, Promise<IssueResult>>();
  return Promise.all(
    plans.map((plan) => {
      const same = running.get(plan.id);
      if (same) return same;
      const result = issueLetter(renderer, folder, plan).then(
        (receipt): IssueResult => ({ letterId: plan.id, receipt, failure: null }),
        (error): IssueResult => ({ letterId: plan.id, receipt: null, failure: failureOf(error) }),
      );
      running.set(plan.id, result);
      return result;
    }),
  );
}

async function issueLetter(renderer: LetterRenderer, folder: string, plan: LetterPlan): Promise<LetterReceipt> {
  await mkdir(folder, { recursive: true });
  const own = letterFolder(folder, plan.date, plan.id);
  const planSha256 = hashOf(canonicalJson(plan));
  const earlier = await earlierReceipt(own, plan.id, planSha256);
  if (earlier && (await filesStand(folder, earlier))) return earlier;
  const made = await renderLetter(renderer, plan, { logo: await logoBytes(folder, plan) });
  if (earlier) return repaired(folder, earlier, made);
  const stem = letterFileStem(plan);
  const place = `brieven/${plan.date.slice(0, 4)}/${plan.id}`;
  const receipt: LetterReceipt = {
    letterId: plan.id,
    pages: made.pages,
    pdf: fileOf('letter-pdf', plan.id, `${place}/${stem}.pdf`, made.pdf, made.pdfSha256),
    eml: made.eml ? fileOf('letter-mail', plan.id, `${place}/${stem}.eml`, made.eml, made.emlSha256 ?? '') : null,
  };
  try {
    await sweep(own, stem);
    await atomicWrite(join(own, `${stem}.pdf`), made.pdf);
    if (made.eml) await atomicWrite(join(own, `${stem}.eml`), made.eml);
    const kept = { ...receipt, planSha256, postalOrder: postalOrder(plan.debtor) };
    await atomicWrite(join(own, receiptName), `${JSON.stringify(kept, null, 1)}\n`);
    return receipt;
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
}

function fileOf(
  kind: 'letter-pdf' | 'letter-mail',
  id: string,
  name: string,
  bytes: Uint8Array,
  sha256: string,
): IssuedFile {
  return { file: { kind, id }, name, bytes: bytes.length, sha256 };
}

/**
 * The receipt this plan has, or null. Files of another plan under the same id are of a state that a backup replaced: they
 * are kept, under a name beside this one, and this plan is made as it is, never answered with another date or amount.
 */
async function earlierReceipt(own: string, letterId: string, planSha256: string): Promise<LetterReceipt | null> {
  const kept = await readReceipt(own, letterId);
  if (!kept) return null;
  const { planSha256: ofPlan, ...receipt } = kept;
  if (ofPlan === planSha256) return receipt;
  await rename(own, `${own}.eerder-${ofPlan.slice(0, 12)}`);
  await syncFolder(dirname(own));
  return null;
}

/** What receipt.json of a letter says, or null when there is none that can be read. */
async function readReceipt(own: string, letterId: string): Promise<z.output<typeof keptSchema> | null> {
  const text = await readFile(join(own, receiptName), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const kept = keptSchema.parse(JSON.parse(text));
    return kept.letterId === letterId ? kept : null;
  } catch {
    return null;
  }
}

async function filesStand(folder: string, receipt: LetterReceipt): Promise<boolean> {
  for (const file of [receipt.pdf, receipt.eml]) {
    if (file && !(await stands(folder, file))) return false;
  }
  return true;
}

async function stands(folder: string, file: IssuedFile): Promise<boolean> {
  const bytes = await readFile(insideRoot(folder, ...file.name.split('/'))).catch(() => null);
  return bytes !== null && bytes.length === file.bytes && hashOf(bytes) === file.sha256;
}

/**
 * Puts files that were damaged or removed back under the receipt they have. An issued letter never changes (criterion
 * E9): when other bytes come out than the receipt says, nothing is written.
 */
async function repaired(folder: string, receipt: LetterReceipt, made: MadeLetter): Promise<LetterReceipt> {
  if (receipt.pdf.sha256 !== made.pdfSha256 || (receipt.eml?.sha256 ?? null) !== made.emlSha256) {
    throw new FailureError({
      code: 'render-failed',
      message: 'an issued letter is damaged and cannot be made again with the same bytes',
      params: { letterId: receipt.letterId },
    });
  }
  await atomicWrite(insideRoot(folder, ...receipt.pdf.name.split('/')), made.pdf);
  if (receipt.eml && made.eml) await atomicWrite(insideRoot(folder, ...receipt.eml.name.split('/')), made.eml);
  return receipt;
}

/** Removes what an interrupted attempt left beside the names that will be written. */
async function sweep(own: string, stem: string): Promise<void> {
  const names = await readdir(own).catch(() => []);
  const keep = new Set([`${stem}.pdf`, `${stem}.eml`]);
  for (const name of names) {
    if (!keep.has(name) || name.endsWith(temporaryEnding)) await rm(join(own, name), { force: true, recursive: true });
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: 'render-failed', message: error instanceof Error ? error.message : String(error), params: {} };
}
