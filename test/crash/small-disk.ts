import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBytes } from '#electron/files/disk.ts';

/** A disk of its own, small enough to fill. */
export interface SmallDisk {
  readonly path: string;
  /** Fills the disk until `left` bytes are free, give or take a block. */
  fillTo(left: number): Promise<void>;
  /** Gives the space back. */
  clear(): void;
  remove(): void;
}

/** Mounts a disk of this size (`600m`) in memory; null, with a message, where this user may not mount. */
export function mountSmallDisk(size: string): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'voldaan-disk-'));
  const may = process.platform === 'linux' && process.getuid?.() === 0;
  if (!may || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'voldaan-test', path]).status !== 0) {
    rmSync(path, { recursive: true });
    console.log('full disk: skipped, this user may not mount a tmpfs');
    return null;
  }
  const filler = join(path, 'filler');
  return {
    path,
    async fillTo(left) {
      rmSync(filler, { force: true });
      spawnSync('fallocate', ['-l', String((await freeBytes(path)) - left), filler]);
    },
    clear: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
