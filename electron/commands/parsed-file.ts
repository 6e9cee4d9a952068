import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { limits } from '#shared/contract/limits.ts';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { detectFormat, detectionBytes } from '#shared/formats/detect.ts';
import { type FileFormat, isToldByTheWhole } from '#shared/formats/file-format.ts';
import { refuseFile } from '#shared/formats/problem.ts';
import { type Answer, unreadable } from './answer.ts';

/** A file a reader is asked to read. */
export interface ParsedFile {
  readonly path: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** How what a table leaves open is read; absent = as it seems. */
  readonly choices?: ImportChoices;
}

/** Size in bytes of a file, or the answer when there is none at this path. */
export async function fileSize(path: string): Promise<number | Answer> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return found.size;
  const name = basename(path);
  return found?.isDirectory()
    ? unreadable('is-folder', `${name}: dit is een map. Noem een bestand dat erin staat.`)
    : unreadable('not-found', `${name}: bestand niet gevonden.`);
}

/** The first `most` bytes of a file. */
async function startOf({ path }: ParsedFile, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What a file is, by its first bytes; a zip by the list at its end too. */
export async function formatOf(file: ParsedFile): Promise<FileFormat> {
  const format = detectFormat(await startOf(file, detectionBytes));
  return isToldByTheWhole(format) ? detectFormat(await bytesOf(file)) : format;
}

/** The whole of a file; refuses with `too-large` what no reader takes in one piece. */
export async function bytesOf({ path, size }: ParsedFile, most: number = limits.wholeFileBytes): Promise<Uint8Array> {
  if (size > most) {
    refuseFile('too-large', { megabytes: Math.ceil(size / 1e6), limit: Math.floor(most / (1024 * 1024)) });
  }
  return readFile(path);
}
