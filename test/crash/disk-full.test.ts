import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '#electron/app/app.ts';
import { makeBackup } from '#electron/backup/backup.ts';
import { atomicWrite } from '#electron/files/atomic-write.ts';
import { freeBytes } from '#electron/files/disk.ts';
import { memoryHost } from '#electron/host/memory/memory-host.ts';
import { Journal } from '#electron/journal/journal.ts';
import { replay } from '#electron/journal/replay.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import type { Change } from '#shared/domain/books.ts';
import { mountSmallDisk } from './small-disk.ts';

const disk = mountSmallDisk('600m');
const root = disk?.path ?? '';
const megabyte = 1024 * 1024;
let folder = '';
const opened: Journal[] = [];

async function fillTo(left: number): Promise<void> {
  await disk?.fillTo(left);
  expect(Math.abs((await freeBytes(root)) - left)).toBeLessThan(megabyte);
}

async function openJournal(minimumFree = 0): Promise<Journal> {
  const journal = await Journal.open(folder, { minimumFree });
  opened.push(journal);
  return journal;
}

const part = (lineId: string, line: unknown) =>
  JSON.stringify([{ table: 'setting', key: 'administration', lineId, line, v: 1 } satisfies Change]);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => error.failure?.code ?? String(error),
  );

describe.skipIf(!disk)('a full disk', () => {
  beforeEach(() => {
    folder = join(root, `boek${Math.random().toString(36).slice(2)}`);
  });
  afterEach(async () => {
    for (const journal of opened.splice(0)) await journal.close();
    disk?.clear();
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => disk?.remove());

  test('halfway a commit: the commit is refused and cut back, nothing is lost, and it goes through once there is space', async () => {
    const journal = await openJournal();
    await journal.append(1, [part('a', 1)], true);
    const segment = join(folder, 'journaal', 'journaal-000001.jsonl');
    const before = readFileSync(segment);
    await fillTo(2 * megabyte);
    const large = [part('b', 'x'.repeat(megabyte)), part('c', 'y'.repeat(megabyte)), part('d', 'z'.repeat(megabyte))];
    expect(await codeOf(journal.append(2, large, true))).toBe('disk-full');
    expect(readFileSync(segment)).toEqual(before);
    expect(journal.state()).toMatchObject({ seq: 1, broken: null });
    expect((await openJournal()).state()).toMatchObject({ seq: 1, broken: null });
    disk?.clear();
    await journal.append(2, large, true);
    expect((await replay(await openJournal())).records.setting.size).toBe(4);
  });

  test('in a later call of one commit: the parts before it go too', async () => {
    const journal = await openJournal();
    await journal.append(1, [part('a', 1)], true);
    await fillTo(3 * megabyte);
    await journal.append(2, [part('b', 'x'.repeat(megabyte))], false, 0);
    expect(await codeOf(journal.append(2, [part('c', 'y'.repeat(4 * megabyte))], true, 1))).toBe('disk-full');
    disk?.clear();
    await journal.append(2, [part('e', 'new')], true, 0);
    expect([...(await replay(await openJournal())).records.setting.keys()]).toEqual(['a', 'e']);
  });

  test('an atomic write leaves the old file and nothing beside it', async () => {
    const path = join(folder, 'file.bin');
    await atomicWrite(path, 'old');
    await fillTo(megabyte);
    expect(await codeOf(atomicWrite(path, Buffer.alloc(3 * megabyte)))).toBe('disk-full');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect((await freeBytes(root)) > 0.9 * megabyte).toBe(true);
  });

  test('a backup that does not fit is not made; the earlier ones stay', async () => {
    const journal = await openJournal();
    await journal.append(1, [part('a', 'x'.repeat(2 * megabyte))], true);
    const first = await makeBackup(journal, 'daily', '2026-11-19T09:00:00');
    await journal.append(2, [part('b', 1)], true);
    await fillTo(megabyte);
    expect(await codeOf(makeBackup(journal, 'daily', '2026-11-20T09:00:00'))).toBe('disk-full');
    disk?.clear();
    const again = await openJournal();
    expect(again.state()).toMatchObject({ seq: 2, broken: null });
    expect((await makeBackup(again, 'daily', '2026-11-20T09:00:00')).id).not.toBe(first.id);
  });

  test('filled to 20 MB free: safe mode is told at the start, every write is refused, all is there and works after', async () => {
    const host = memoryHost(folder);
    const assetsFolder = resolve('assets');
    const start = () =>
      createApp({ host, letters: createLetterService(createInProcessRenderer(assetsFolder)), assetsFolder });
    const first = start();
    const append = (app: ReturnType<typeof start>, seq: number) =>
      app.dispatch('journal.append', { book: 'proef', seq, parts: [part(`s${seq}`, seq)], done: true });
    await append(first, 1);
    await first.close();

    await fillTo(20 * megabyte);
    const app = start();
    expect(await app.dispatch('app.start', {})).toMatchObject({ value: { safeMode: true, books: ['proef'] } });
    expect(await app.dispatch('journal.status', { book: 'proef' })).toMatchObject({ value: { seq: 1, broken: null } });
    expect(await append(app, 2)).toMatchObject({ ok: false, error: { code: 'safe-mode' } });
    const logo = { book: 'proef', kind: 'logo', uploadId: 'u', name: 'x', chunk: '', done: true };
    expect(await app.dispatch('files.upload', logo)).toMatchObject({ error: { code: 'safe-mode' } });
    expect(await app.dispatch('backup.make', { book: 'proef', reason: 'daily' })).toMatchObject({
      error: { code: 'safe-mode' },
    });
    expect(await app.dispatch('letters.issue', { book: 'proef', plans: [] })).toMatchObject({
      error: { code: 'safe-mode' },
    });

    disk?.clear();
    expect(await append(app, 2)).toMatchObject({ ok: true });
    expect(await app.dispatch('journal.read', { book: 'proef', afterSeq: 0, from: 'journal' })).toMatchObject({
      value: { commits: [{ seq: 1 }, { seq: 2 }] },
    });
    await app.close();
  });

  test('the test itself meets a disk that is really full', async () => {
    await fillTo(0);
    expect(() => writeFileSync(join(root, 'one-more'), Buffer.alloc(megabyte))).toThrow(/ENOSPC/);
  });
});
