import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ImportFolders } from '#electron/files/import-folder.ts';

/** What the disk answers to these calls, beyond its own; a call it hangs on never comes back. */
const disk = vi.hoisted(() => ({
  failing: new Map<string, string | 'hangs'>(),
  calls: 0,
}));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const broken = (name: 'readdir' | 'open' | 'mkdir' | 'rename') =>
    (async (path: string, ...rest: unknown[]) => {
      const answer = path.includes('Downloads') ? disk.failing.get(name) : undefined;
      if (answer !== undefined) disk.calls++;
      if (answer === 'hangs') return new Promise(() => {});
      if (answer !== undefined) throw Object.assign(new Error(answer), { code: answer });
      return (real[name] as (...given: unknown[]) => unknown)(path, ...rest);
    }) as unknown;
  return {
    ...real,
    readdir: broken('readdir'),
    open: broken('open'),
    mkdir: broken('mkdir'),
    rename: broken('rename'),
  };
});

const book = 'bakker';
let base = '';
let downloads = '';
let now = 0;
let folders: ImportFolders;

beforeEach(async () => {
  disk.failing.clear();
  disk.calls = 0;
  base = realpathSync(mkdtempSync(join(tmpdir(), 'voldaan-schijf-')));
  downloads = join(base, 'Downloads');
  mkdirSync(downloads);
  writeFileSync(join(downloads, 'lijst.csv'), 'nummer;open\nF-1;12,50\n');
  now = 0;
  folders = new ImportFolders(join(base, 'gegevens'), () => now);
  await folders.choose(book, downloads);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function settled() {
  await folders.look(book);
  now += 2000;
  return folders.look(book);
}

test.each([
  ['ENOENT', 'missing'],
  ['ENOTCONN', 'missing'],
  ['ESTALE', 'missing'],
  ['EIO', 'missing'],
  ['EACCES', 'refused'],
  ['EPERM', 'refused'],
])('a folder that answers %s while its files are told is %s, and comes back', async (code, state) => {
  disk.failing.set('readdir', code);
  expect(await folders.look(book)).toMatchObject({ state, files: [], settling: false });
  disk.failing.clear();
  expect(await settled()).toMatchObject({ state: 'ready', files: [{ name: 'lijst.csv' }] });
});

test('a folder that never answers is away, is asked once, and holds up no other', async () => {
  // Long enough for a folder that does answer, on any machine.
  folders = new ImportFolders(join(base, 'gegevens'), () => now, 1500);
  disk.failing.set('readdir', 'hangs');
  expect(await folders.look(book)).toMatchObject({ state: 'missing', files: [] });
  expect(await folders.look(book)).toMatchObject({ state: 'missing', files: [] });
  expect(disk.calls).toBe(1);
  expect(await folders.look('slager')).toMatchObject({ state: 'ready' });
  disk.failing.clear();
  await folders.reset(book);
  expect(await folders.look(book)).toMatchObject({ state: 'ready' });
});

test('a file that another program keeps is listed once it is let go, and until then is no reason to look every second', async () => {
  disk.failing.set('open', 'EBUSY');
  expect(await settled()).toMatchObject({ state: 'ready', files: [], settling: false });
  disk.failing.clear();
  expect(await folders.look(book)).toMatchObject({ files: [{ name: 'lijst.csv' }] });
});

test('a file that is kept when it is read says so, and goes on waiting', async () => {
  const [file] = (await settled()).files;
  disk.failing.set('open', 'EBUSY');
  await expect(folders.read(book, file?.id ?? '')).rejects.toThrow('unreadable');
  disk.failing.clear();
  expect(Buffer.from(await folders.read(book, file?.id ?? '')).toString()).toMatch(/^nummer/);
});

test.each([
  ['mkdir', 'ENOSPC'],
  ['mkdir', 'EROFS'],
  ['open', 'ENOSPC'],
  ['open', 'EDQUOT'],
  ['rename', 'EXDEV'],
  ['rename', 'EIO'],
  ['rename', 'EBUSY'],
])('what was imported stays whole and is listed no more when %s answers %s', async (call, code) => {
  const [file] = (await settled()).files;
  disk.failing.set(call, code);
  await folders.putAway(book, file?.id ?? '', '2026-11-22');
  disk.failing.clear();
  expect(await settled()).toMatchObject({ files: [], passedOver: 1 });
  expect(readdirSync(downloads).filter((name) => name !== 'verwerkt')).toEqual(['lijst.csv']);
  // Nothing half moved is left.
  if (readdirSync(downloads).includes('verwerkt')) expect(readdirSync(join(downloads, 'verwerkt'))).toEqual([]);
});

test('where the folder went away nothing is made in its place', async () => {
  const [file] = (await settled()).files;
  disk.failing.set('mkdir', 'ENOENT');
  await expect(folders.putAway(book, file?.id ?? '', '2026-11-22')).rejects.toThrow('not-found');
});
