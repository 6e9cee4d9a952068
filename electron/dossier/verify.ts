import { type CheckedChain, checkChain } from '#shared/dossier/chain-file.ts';
import { chainFiles, type Manifest, manifestName, readManifest } from '#shared/dossier/manifest.ts';
import { hashOf } from '../files/hash.ts';
import { changedContainer, type DossierFiles, unpacked } from './container.ts';

export interface Verification {
  readonly ok: boolean;
  /** Events in both chains. */
  readonly events: number;
  /** Files in the ZIP. */
  readonly files: number;
  /**
   * What is wrong first: a file's name, `gebeurtenissen.jsonl:12` for its twelfth event, `zip` or `zip:<name>` when the
   * container changed around its files. Null when everything stands.
   */
  readonly firstBroken: string | null;
}

/**
 * Checks a dossier ZIP: every file against the manifest, none missing or added, both event chains link by link and
 * against the manifest's heads, the manifest against its own seal, and the container around them.
 */
export function verifyDossier(zip: Uint8Array): Verification {
  const content = unpacked(zip);
  if (!content.ok) return { ok: false, events: 0, files: 0, firstBroken: content.broken };
  const { files } = content;
  const manifest = readManifest(textOf(files, manifestName));
  const chains = {
    debtor: checkChain(textOf(files, chainFiles.debtor), hashOf),
    administration: checkChain(textOf(files, chainFiles.administration), hashOf),
  };
  const events = chains.debtor.events + chains.administration.events;
  const firstBroken = !manifest
    ? manifestName
    : (brokenChain(manifest, chains) ??
      brokenFile(manifest, files) ??
      changedContainer(zip, files, manifest.createdOn));
  return { ok: firstBroken === null, events, files: files.size, firstBroken };
}

/** A damaged chain is named by its event: that says more than the file it is in. */
function brokenChain(manifest: Manifest, chains: Record<'debtor' | 'administration', CheckedChain>): string | null {
  for (const which of ['debtor', 'administration'] as const) {
    const checked = chains[which];
    const stated = manifest.chains[which];
    if (checked.brokenLine !== null) return `${chainFiles[which]}:${checked.brokenLine}`;
    if (checked.head !== stated.head || checked.events !== stated.events)
      return `${chainFiles[which]}:${checked.events}`;
  }
  return null;
}

function brokenFile(manifest: Manifest, files: DossierFiles): string | null {
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = files.get(name);
    if (!file || file.length !== bytes || hashOf(file) !== sha256) return name;
  }
  const stated = new Set([manifestName, ...manifest.files.map((file) => file.name)]);
  for (const name of files.keys()) if (!stated.has(name)) return name;
  return null;
}

function textOf(files: DossierFiles, name: string): string {
  return Buffer.from(files.get(name) ?? new Uint8Array()).toString('utf8');
}
