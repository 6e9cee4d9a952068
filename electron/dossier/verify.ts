import { type CheckedChain, checkChain } from '#shared/dossier/chain-file.ts';
import { type Manifest, manifestName, readManifest } from '#shared/dossier/manifest.ts';
import { hashOf } from '../files/hash.ts';
import { changedContainer, type DossierFiles, unpacked } from './container.ts';

export interface Verification {
  readonly ok: boolean;
  /** Events in all chains. */
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
 * Checks a dossier ZIP: every file against the manifest, none missing or added, the event chains link by link and
 * against the manifest's heads, the manifest against its own seal, and the container around them.
 */
export function verifyDossier(zip: Uint8Array): Verification {
  const content = unpacked(zip);
  if (!content.ok) return { ok: false, events: 0, files: 0, firstBroken: content.broken };
  const { files } = content;
  const manifest = readManifest(textOf(files, manifestName));
  const stated = manifest ? chainsOf(manifest) : [];
  const chains = stated.map((chain) => ({ stated: chain, checked: checkChain(textOf(files, chain.file), hashOf) }));
  const events = chains.reduce((sum, { checked }) => sum + checked.events, 0);
  const firstBroken = !manifest
    ? manifestName
    : (brokenChain(chains) ?? brokenFile(manifest, files) ?? changedContainer(zip, files, manifest.createdOn));
  return { ok: firstBroken === null, events, files: files.size, firstBroken };
}

type StatedChain = Manifest['chains']['debtor'];

function chainsOf({ chains: { debtor, administration, merged = [] } }: Manifest): readonly StatedChain[] {
  return [debtor, administration, ...merged];
}

/** A damaged chain is named by its event: that says more than the file it is in. */
function brokenChain(chains: readonly { stated: StatedChain; checked: CheckedChain }[]): string | null {
  for (const { stated, checked } of chains) {
    if (checked.brokenLine !== null) return `${stated.file}:${checked.brokenLine}`;
    if (checked.head !== stated.head || checked.events !== stated.events) return `${stated.file}:${checked.events}`;
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
