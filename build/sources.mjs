// Which files a build depends on, and their hash: build/prepare.mjs rebuilds only when it changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const folders = [
  'shared',
  'electron',
  'renderer',
  'assets',
  'build',
  'docs/guide',
  'test/bench',
  'test/law',
  'test/pictures',
  'test/samples',
];
const files = ['package.json', 'package-lock.json', 'test/unit/law-examples.ts'];

/** Files under a folder, relative to the root, in a fixed order. */
export function filesUnder(folder) {
  const from = join(root, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** One hash over the names and bytes of all sources. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of [...files, ...folders.flatMap(filesUnder)]) {
    if (file.endsWith('.md') || !existsSync(join(root, file))) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Node entries: output below dist/ without extension → source. Worker threads are every `electron/**\/*-worker.ts`. */
export function nodeEntries() {
  const entries = {
    'electron/main': 'electron/main.ts',
    'electron/preload': 'electron/preload.ts',
    'electron/window': 'electron/window.ts',
    'electron/cli': 'electron/cli.ts',
    'test/bench': 'test/bench/bench.ts',
    'test/examples': 'test/law/print-examples.ts',
    'test/pictures': 'test/pictures/take-pictures.ts',
    'test/samples': 'test/samples/print-samples.ts',
  };
  for (const file of filesUnder('electron')) {
    if (file.endsWith('-worker.ts')) entries[`electron/${basename(file, '.ts')}`] = file;
  }
  return entries;
}
