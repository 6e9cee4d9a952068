import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskError, errorCode } from './disk.ts';
import { durableStep } from './durable-step.ts';

/** Ending of files that were being written when the machine stopped; they never count and are swept at the next start. */
export const temporaryEnding = '.tmp';

/**
 * Puts bytes at `path` so that after a crash there is either the old file or the whole new one: temporary file in the
 * same folder, fsync, rename, fsync of the folder. Missing folders are made. A full disk is the failure `disk-full`,
 * with nothing left behind.
 */
export async function atomicWrite(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${temporaryEnding}`);
  try {
    await mkdir(folder, { recursive: true });
    durableStep('write-start');
    await writeSynced(temporary, bytes);
    durableStep('write-synced');
    await renameOver(temporary, path);
    durableStep('write-renamed');
    await syncFolder(folder);
    durableStep('write-done');
  } catch (error) {
    await rm(temporary, { force: true });
    throw diskError(error);
  }
}

async function writeSynced(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Renames over an existing file. Virus scanners and indexers hold files on Windows for a moment, so it is tried again. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (process.platform !== 'win32' || !held || attempt >= 10) throw error;
      await sleep(20 * attempt);
    }
  }
}

/** Makes a rename or a new name in `folder` survive a power cut. Windows has no such call for folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
