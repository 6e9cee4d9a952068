import { z } from 'zod';
import type { DebtorId } from '../domain/debtor.ts';
import { hashText } from '../domain/event.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const chain = z.object({ file: z.string(), events: z.int().nonnegative(), head: hash });

/** `manifest.json`: every other file with its SHA-256, and the last hash of every event chain. */
export const manifestSchema = z.strictObject({
  format: z.literal('voldaan-dossier'),
  version: z.literal(1),
  createdOn: z.string(),
  administration: z.strictObject({ id: z.string(), name: z.string() }),
  debtor: z.strictObject({ id: z.int(), code: z.string(), name: z.string() }),
  counts: z.strictObject({ files: z.int(), letters: z.int(), mails: z.int(), events: z.int() }),
  /** `merged`: of debtors that became part of this one, up to and including that they did; absent = none. */
  chains: z.strictObject({ debtor: chain, administration: chain, merged: z.array(chain).optional() }),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256: hash })),
  /** SHA-256 of this file's text with 64 zeros in this place. */
  seal: hash,
});
export type Manifest = z.output<typeof manifestSchema>;

const unsealed = '0'.repeat(64);

function textOf(manifest: Omit<Manifest, 'seal'>, seal: string): string {
  return `${JSON.stringify({ ...manifest, seal }, null, 2)}\n`;
}

export function manifestText(manifest: Omit<Manifest, 'seal'>): string {
  return textOf(manifest, hashText(textOf(manifest, unsealed)));
}

/** The manifest of a dossier, or null when a byte of its text changed since it was sealed. */
export function readManifest(text: string): Manifest | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) return null;
  const place = text.lastIndexOf(parsed.data.seal);
  const bare = text.slice(0, place) + unsealed + text.slice(place + unsealed.length);
  return hashText(bare) === parsed.data.seal ? parsed.data : null;
}

export const manifestName = 'manifest.json';
export const chainFiles = {
  debtor: 'gebeurtenissen.jsonl',
  administration: 'gebeurtenissen-administratie.jsonl',
} as const;

/** The chain of a debtor that became part of this one. */
export function mergedChainFile(id: DebtorId): string {
  return `gebeurtenissen-samengevoegd-${id}.jsonl`;
}
