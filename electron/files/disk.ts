import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';

/** Bytes a normal user can still write on the disk that holds `folder`, or will hold it when it is made. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch (error) {
    const parent = dirname(folder);
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error;
    return freeBytes(parent);
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The error to throw on: a full disk or exhausted quota becomes the expected failure `disk-full`, others stay as they are. */
export function diskError(error: unknown): unknown {
  const code = errorCode(error);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new FailureError({ code: 'disk-full', message: `write refused: ${code}`, params: {} });
}
