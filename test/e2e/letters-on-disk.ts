import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '#electron/files/hash.ts';
import type { LetterReceipt } from '#shared/domain/letter.ts';

export interface LetterOnDisk {
  readonly receipt: LetterReceipt;
  /** Hashes of the files as they are now. */
  readonly pdf: string;
  readonly eml: string | null;
}

/** Every letter of a book on disk, with its files hashed again. */
export function lettersOnDisk(dataFolder: string, book: string): LetterOnDisk[] {
  const folder = join(dataFolder, 'administraties', book, 'brieven');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('receipt.json'))
    .sort()
    .map((name) => {
      const receipt = JSON.parse(readFileSync(join(folder, name), 'utf8')) as LetterReceipt;
      const own = readdirSync(join(folder, name, '..'));
      const hashEnding = (ending: string) => {
        const file = own.find((entry) => entry.endsWith(ending));
        return file ? hashOf(readFileSync(join(folder, name, '..', file))) : null;
      };
      return { receipt, pdf: hashEnding('.pdf') ?? '', eml: hashEnding('.eml') };
    });
}

/** The newest dossier ZIP of a book. */
export function dossierOnDisk(dataFolder: string, book: string): Uint8Array {
  const folder = join(dataFolder, 'administraties', book, 'dossiers');
  const name = readdirSync(folder).find((entry) => entry.endsWith('.zip'));
  if (!name) throw new Error('no dossier was exported');
  return readFileSync(join(folder, name));
}
