import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Stop, unreadable } from './answer.ts';

/** Bytes of an input file with its bare name; stops with 3 when it cannot be read. */
export async function readInput(path: string): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const bytes = await readFile(path).catch(() => {
    throw new Stop(unreadable('not-found', `Het bestand is niet te lezen: ${path}`));
  });
  return { fileName: basename(path), bytes };
}
