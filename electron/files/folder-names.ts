import { readdir } from 'node:fs/promises';
import { errorCode } from './disk.ts';

/** Names in a folder; a folder that does not exist has none. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  });
}
