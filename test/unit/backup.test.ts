import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBackups, makeBackup, restoreBackup } from '#electron/backup/backup.ts';
import { backupsToRemove } from '#electron/backup/thinning.ts';
import { Journal } from '#electron/journal/journal.ts';
import { replay } from '#electron/journal/replay.ts';
import type { Change } from '#shared/domain/books.ts';

let folder = '';
const opened: Journal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-backup-'));
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openJournal(): Promise<Journal> {
  const journal = await Journal.open(folder);
  opened.push(journal);
  return journal;
}

const set = (lineId: string, line: unknown): string =>
  JSON.stringify([{ table: 'setting', key: 'administration', lineId, line, v: 1 } satisfies Change]);
const settings = async (journal: Journal) => Object.fromEntries((await replay(journal)).records.setting);
const at = (day: number, time = '09:00:00') => `2026-11-${String(day).padStart(2, '0')}T${time}`;
const inFolder = (name: string) => readdirSync(join(folder, name)).filter((entry) => !entry.startsWith('.'));

async function commit(journal: Journal, lineId: string, line: unknown): Promise<void> {
  await journal.append(journal.state().seq + 1, [set(lineId, line)], true);
}

describe('a backup', () => {
  test('is the whole state; made again only when something changed', async () => {
    const journal = await openJournal();
    expect(await makeBackup(journal, 'daily', at(1))).toEqual({ id: null, made: false, at: at(1) });
    await commit(journal, 'a', 1);
    await commit(journal, 'a', 2);
    const first = await makeBackup(journal, 'daily', at(2));
    expect(first.made).toBe(true);
    expect(await makeBackup(journal, 'on-demand', at(3))).toEqual({ ...first, made: false });
    expect(await listBackups(folder)).toMatchObject([{ id: first.id, seq: 2, at: at(2), reason: 'daily' }]);
    await commit(journal, 'b', 3);
    expect(await settings(await openJournal())).toEqual({ a: 2, b: 3 });
  });

  test('asked for twice at once is one; what an earlier one left half-written goes', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 1);
    mkdirSync(join(folder, 'reservekopie'), { recursive: true });
    writeFileSync(join(folder, 'reservekopie', '.momentopname-000000001-20261119T100000.jsonl.ab12.tmp'), 'half');
    const both = await Promise.all([makeBackup(journal, 'daily', at(1)), makeBackup(journal, 'on-demand', at(1))]);
    expect(both.map(({ made }) => made)).toEqual([true, false]);
    expect(readdirSync(join(folder, 'reservekopie'))).toEqual([both[0].id]);
  });

  test('old commits are cleared once three backups cover them; the rest still replays to the same state', async () => {
    const journal = await openJournal();
    for (let day = 1; day <= 6; day++) {
      await commit(journal, `d${day}`, day);
      await makeBackup(journal, 'daily', at(day));
    }
    const { rebuildBelow, seq } = journal.state();
    expect(seq).toBe(6);
    expect(rebuildBelow).toBe(4);
    await expect(journal.read(2, 0)).rejects.toMatchObject({ failure: { code: 'journal-behind' } });
    expect((await journal.read(4, 0)).commits.map((entry) => entry.seq)).toEqual([5, 6]);
    const again = await openJournal();
    expect(again.state()).toMatchObject({ seq: 6, rebuildBelow: 4, broken: null });
    expect(await settings(again)).toEqual({ d1: 1, d2: 2, d3: 3, d4: 4, d5: 5, d6: 6 });
  });

  test('a damaged backup is passed over for the one before it', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 1);
    await makeBackup(journal, 'daily', at(1));
    await commit(journal, 'b', 2);
    const newest = await makeBackup(journal, 'daily', at(2));
    const path = join(folder, 'reservekopie', newest.id ?? '');
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] as number) ^ 1;
    writeFileSync(path, bytes);
    expect(await settings(await openJournal())).toEqual({ a: 1, b: 2 });
  });

  test('a journal that ends before its newest backup is broken, not quietly older', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 1);
    await makeBackup(journal, 'daily', at(1));
    rmSync(join(folder, 'journaal'), { recursive: true });
    expect((await openJournal()).state().broken).toMatchObject({ reason: 'commits 1 to 1 are missing' });
  });
});

describe('restoring', () => {
  test('gives the old state a new number, says that databases start again, and keeps what was there', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 'old');
    const old = await makeBackup(journal, 'daily', at(1));
    await commit(journal, 'a', 'new');
    await commit(journal, 'b', 'newer');
    const { seq } = await restoreBackup(journal, old.id ?? '', at(5));
    expect(seq).toBe(4);
    expect(journal.state()).toMatchObject({ seq: 4, rebuildBelow: 4, broken: null });
    expect(await settings(journal)).toEqual({ a: 'old' });
    const books = await replay(await openJournal());
    expect(books.chains.get('administration')?.at(-1)).toMatchObject({ type: 'restored', at: at(5) });

    await commit(journal, 'c', 'after');
    expect(await settings(await openJournal())).toEqual({ a: 'old', c: 'after' });

    const kept = (await listBackups(folder)).find((backup) => backup.reason === 'before-restore');
    await restoreBackup(journal, kept?.id ?? '', at(6));
    expect(await settings(await openJournal())).toEqual({ a: 'new', b: 'newer' });
  });

  test('from a broken journal keeps the damaged file and goes on past every number it held', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 'old');
    const old = await makeBackup(journal, 'daily', at(1));
    for (const value of [1, 2, 3]) await commit(journal, 'b', value);
    const path = join(folder, 'journaal', 'journaal-000002.jsonl');
    const text = readFileSync(path, 'utf8').replace('"line":2', '"line":9');
    writeFileSync(path, text);
    const broken = await openJournal();
    expect(broken.state()).toMatchObject({ seq: 2, broken: { line: 3 } });
    await restoreBackup(broken, old.id ?? '', at(2));
    expect(broken.state()).toMatchObject({ broken: null });
    expect(broken.state().seq).toBeGreaterThan(4);
    expect(inFolder('journaal')).toContain('journaal-000002.jsonl.beschadigd');
    expect(await settings(await openJournal())).toEqual({ a: 'old' });
  });

  test('a restore that stopped before its new file began did not happen', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 'old');
    const old = await makeBackup(journal, 'daily', at(1));
    await commit(journal, 'a', 'new');
    await restoreBackup(journal, old.id ?? '', at(2));
    const [newest] = inFolder('journaal').sort().reverse();
    rmSync(join(folder, 'journaal', newest ?? ''));
    const again = await openJournal();
    expect(again.state()).toMatchObject({ seq: 2, broken: null });
    expect(await settings(again)).toEqual({ a: 'new' });
    for (const value of [1, 2, 3]) await commit(again, 'b', value);
    expect(await settings(await openJournal())).toEqual({ a: 'new', b: 3 });
  });

  test.each([
    ['unknown', 'momentopname-000000009-20260101T000000.jsonl', 'not-found'],
    ['a path', '../../etc/passwd', 'not-found'],
  ])('%s backup is refused', async (_, id, code) => {
    const journal = await openJournal();
    await commit(journal, 'a', 1);
    await expect(restoreBackup(journal, id, at(1))).rejects.toMatchObject({ failure: { code } });
    expect(await settings(journal)).toEqual({ a: 1 });
  });

  test('a damaged backup is refused and nothing changes', async () => {
    const journal = await openJournal();
    await commit(journal, 'a', 1);
    const { id } = await makeBackup(journal, 'daily', at(1));
    await commit(journal, 'a', 2);
    const path = join(folder, 'reservekopie', id ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"line":1', '"line":7'));
    await expect(restoreBackup(journal, id ?? '', at(2))).rejects.toMatchObject({
      failure: { code: 'journal-broken' },
    });
    expect(journal.state().seq).toBe(2);
  });
});

describe('thinning keeps ten backups', () => {
  const backup = (day: number, hour: number) => ({
    id: `${day}-${hour}`,
    at: at(day, `${String(hour).padStart(2, '0')}:00:00`),
  });

  test('nothing goes while there are ten or fewer', () => {
    const ten = Array.from({ length: 10 }, (_, hour) => backup(20, hour));
    expect(backupsToRemove(ten, '2026-11-20')).toEqual([]);
  });

  test('three of today, the newest of each earlier day', () => {
    const many = [
      ...Array.from({ length: 6 }, (_, hour) => backup(20, hour)),
      ...Array.from({ length: 12 }, (_, day) => [backup(8 + day, 9), backup(8 + day, 17)]).flat(),
    ];
    const gone = new Set(backupsToRemove(many, '2026-11-20').map((entry) => entry.id));
    const stays = many.filter((entry) => !gone.has(entry.id)).map((entry) => entry.id);
    expect(stays.sort()).toEqual(
      ['20-5', '20-4', '20-3', '19-17', '18-17', '17-17', '16-17', '15-17', '14-17', '13-17'].sort(),
    );
  });
});
