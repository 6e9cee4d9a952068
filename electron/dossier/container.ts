import { unzipSync, type Zippable, zipSync } from 'fflate';
import { FailureError } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';

/** Files by name, in the order they are packed. */
export type DossierFiles = ReadonlyMap<string, Uint8Array>;

/** The same files packed on the same day give the same bytes: nothing is compressed and times are the day's midnight. */
export function packed(files: DossierFiles, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date);
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { level: 0, mtime }];
  return zipSync(entries);
}

/** A file name as a dossier may hold it: relative, plain, at most one folder deep. */
function isDossierName(name: string): boolean {
  return /^(?:[a-z]{1,20}\/)?[A-Za-z0-9._-]{1,160}$/.test(name) && !/(^|\/)\.\.?(\/|$)/.test(name);
}

export type Unpacked =
  | { readonly ok: true; readonly files: DossierFiles }
  | { readonly ok: false; readonly broken: string };

/**
 * Unpacks a dossier within the limits: number of files, unpacked size and ratio, plain names, no name twice. What is not
 * such a ZIP is named in `broken`; too large throws `too-large`.
 */
export function unpacked(zip: Uint8Array): Unpacked {
  if (zip.length > limits.dossierBytes) {
    const params = { limitBytes: limits.dossierBytes };
    throw new FailureError({ code: 'too-large', message: 'dossier', params });
  }
  const names = new Set<string>();
  let broken: string | null = null;
  let total = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, size, originalSize, compression }) => {
        // Other programs write the folders too; they hold nothing.
        if (/^[a-z]{1,20}\/$/.test(name) && originalSize === 0) return false;
        if (names.has(name) || !isDossierName(name) || names.size >= limits.dossierEntries) broken ??= `zip:${name}`;
        names.add(name);
        total += originalSize;
        if (total > limits.dossierUnpackedBytes) broken ??= `zip:${name}`;
        // A ratio beyond what text packs to is a bomb, and a stored file is as large as it says.
        const believable = compression === 0 ? size === originalSize : originalSize <= Math.max(1, size) * 200 + 65_536;
        if (!believable) broken ??= `zip:${name}`;
        return broken === null;
      },
    });
    return broken === null ? { ok: true, files: new Map(Object.entries(files)) } : { ok: false, broken };
  } catch {
    return { ok: false, broken: broken ?? 'zip' };
  }
}

/**
 * Where the container itself differs from how these files are packed: the file whose header or place it is, or `zip` for
 * the directory at its end. Null when it is the same, or when the files were packed anew by another program (another
 * length, or every entry's header or place is another), which changes no file.
 */
export function changedContainer(zip: Uint8Array, files: DossierFiles, day: string): string | null {
  const expected = packed(files, day);
  if (expected.length !== zip.length) return null;
  let at = -1;
  let differing = 0;
  for (let index = 0; index < expected.length; index++) {
    if (expected[index] === zip[index]) continue;
    if (differing === 0) at = index;
    differing += 1;
  }
  if (differing === 0 || differing >= files.size) return null;
  let start = 0;
  for (const [name, bytes] of files) {
    start += 30 + new TextEncoder().encode(name).length + bytes.length;
    if (at < start) return `zip:${name}`;
  }
  return 'zip';
}
