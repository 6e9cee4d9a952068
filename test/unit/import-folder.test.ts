import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '#electron/app/app.ts';
import { ImportFolders } from '#electron/files/import-folder.ts';
import { type MemoryHost, memoryHost } from '#electron/host/memory/memory-host.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';

let folder = '';
let inbox = '';
let now = 0;
let folders: ImportFolders;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-importmap-'));
  inbox = join(folder, 'importmap', 'bakker');
  mkdirSync(inbox, { recursive: true });
  now = 0;
  folders = new ImportFolders(folder, () => now);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lay = (name: string, text = 'x') => writeFileSync(join(inbox, name), text);
/** What is there once nothing has changed for a while. */
async function settled() {
  await folders.look('bakker');
  now += 2000;
  return (await folders.look('bakker')).files;
}
const names = async () => (await settled()).map(({ name }) => name);

describe('what waits in an import folder', () => {
  test('is every plain file that was written to the end, with its size', async () => {
    lay('Openstaande posten (november).csv', 'Nummer;Open');
    lay('bank.sta');
    expect(await folders.look('bakker')).toMatchObject({ state: 'ready', files: [], settling: true });
    now += 2000;
    const { files, settling } = await folders.look('bakker');
    expect(settling).toBe(false);
    expect(files).toMatchObject([{ name: 'Openstaande posten (november).csv', bytes: 11 }, { name: 'bank.sta' }]);
    expect(JSON.stringify(files)).not.toContain(folder);
  });

  test('is not what is still being written', async () => {
    lay('groot.xaf', 'begin');
    await folders.look('bakker');
    now += 1000;
    lay('groot.xaf', 'begin en meer');
    expect((await folders.look('bakker')).files).toEqual([]);
    now += 1000;
    expect(await folders.look('bakker')).toMatchObject({ files: [], settling: true });
    now += 1000;
    expect((await folders.look('bakker')).files).toHaveLength(1);
  });

  test.each([
    '.verborgen.csv',
    '~$posten.xlsx',
    'posten.csv.part',
    'posten.crdownload',
    'posten.tmp',
    'posten.csv~',
    'Thumbs.db',
    'desktop.ini',
  ])('is not %s', async (name) => {
    lay(name);
    expect(await names()).toEqual([]);
  });

  test('is no empty file, no folder, no link and nothing below a folder', async () => {
    lay('leeg.csv', '');
    mkdirSync(join(inbox, 'map'));
    lay('map/binnen.csv');
    writeFileSync(join(folder, 'geheim.csv'), 'x');
    symlinkSync(join(folder, 'geheim.csv'), join(inbox, 'link.csv'));
    expect(await names()).toEqual([]);
  });

  test('is nothing where no folder was made', async () => {
    expect(await folders.look('nieuw')).toMatchObject({ state: 'ready', files: [], more: false, settling: false });
  });

  test.each(['map', 'importmap'])(
    'is refused when the %s itself is a link, also within the data folder',
    async (which) => {
      const path = which === 'map' ? inbox : join(folder, 'importmap');
      rmSync(path, { recursive: true });
      mkdirSync(join(folder, 'elders', 'bakker'), { recursive: true });
      symlinkSync(join(folder, 'elders'), path);
      expect(await folders.look('bakker')).toMatchObject({ state: 'refused', files: [] });
      await expect(folders.made('bakker')).rejects.toThrow('outside-root');
    },
  );
});

describe('a file that waits', () => {
  test('is read as it was seen, and not once it was changed or is gone', async () => {
    lay('posten.csv', 'Nummer;Open');
    const [file] = await settled();
    expect(Buffer.from(await folders.read('bakker', file?.id ?? '')).toString()).toBe('Nummer;Open');
    lay('posten.csv', 'Nummer;Meer');
    utimesSync(join(inbox, 'posten.csv'), 1, 1);
    await expect(folders.read('bakker', file?.id ?? '')).rejects.toThrow('not-found');
    await expect(folders.putAway('bakker', file?.id ?? '', '2026-11-20')).rejects.toThrow('not-found');
    rmSync(join(inbox, 'posten.csv'));
    await expect(folders.read('bakker', file?.id ?? '')).rejects.toThrow('not-found');
  });

  test('is known in its own folder only', async () => {
    lay('posten.csv');
    const [file] = await settled();
    await folders.look('slager');
    await expect(folders.read('slager', file?.id ?? '')).rejects.toThrow('not-found');
  });

  test('is put away with the day, never over another', async () => {
    for (const text of ['een', 'twee', 'drie']) {
      lay('Posten november.csv', text);
      const [file] = await settled();
      await folders.putAway('bakker', file?.id ?? '', '2026-11-20');
    }
    const done = join(inbox, 'verwerkt');
    const kept = readdirSync(done).sort();
    expect(kept).toEqual([
      '2026-11-20-Posten-november-2.csv',
      '2026-11-20-Posten-november-3.csv',
      '2026-11-20-Posten-november.csv',
    ]);
    expect(kept.map((name) => readFileSync(join(done, name), 'utf8'))).toEqual(['twee', 'drie', 'een']);
    expect(await names()).toEqual([]);
  });

  test('stays where it is when the folder for what was imported is a link', async () => {
    lay('posten.csv');
    mkdirSync(join(folder, 'elders'));
    symlinkSync(join(folder, 'elders'), join(inbox, 'verwerkt'));
    const [file] = await settled();
    await folders.putAway('bakker', file?.id ?? '', '2026-11-20');
    expect(readdirSync(join(folder, 'elders'))).toEqual([]);
    expect(readdirSync(inbox)).toContain('posten.csv');
    // It is in the books: to list it again would ask for it twice.
    expect(await folders.look('bakker')).toMatchObject({ files: [], passedOver: 1 });
  });
});

describe('a file that is not to be imported', () => {
  test('stays where it is and is not listed again, also after a start, until it is changed or all are shown', async () => {
    lay('posten.csv', 'Nummer;Open');
    lay('bank.sta');
    const [bank, list] = await settled();
    await folders.passOver('bakker', [list?.id ?? '', 'f'.repeat(32)]);
    expect(await folders.look('bakker')).toMatchObject({ files: [{ name: 'bank.sta' }], passedOver: 1 });
    expect(readdirSync(inbox).sort()).toEqual(['bank.sta', 'posten.csv']);
    folders = new ImportFolders(folder, () => now);
    expect(await names()).toEqual(['bank.sta']);
    await folders.passOver('bakker', [bank?.id ?? '']);
    expect(await folders.look('bakker')).toMatchObject({ files: [], passedOver: 2 });
    lay('posten.csv', 'Nummer;Open en meer');
    expect(await names()).toEqual(['posten.csv']);
    await folders.showAll('bakker');
    expect(await names()).toEqual(['bank.sta', 'posten.csv']);
  });

  test('of an unknown id nothing is written', async () => {
    await folders.look('bakker');
    await folders.passOver('bakker', ['0'.repeat(32)]);
    await folders.showAll('bakker');
    expect(existsSync(join(folder, 'administraties', 'bakker'))).toBe(false);
  });
});

describe('over the bridge', () => {
  let host: MemoryHost;
  let app: App;
  beforeEach(() => {
    host = memoryHost(folder);
    const letters = createLetterService(createInProcessRenderer(resolve('assets')));
    app = createApp({ host, letters, assetsFolder: resolve('assets'), minimumFree: 0 });
  });
  afterEach(() => app.close());

  test('the folder is made when it is first asked for, and opened with the file manager', async () => {
    const answer = await app.dispatch('importFolder.open', { book: 'slager' });
    expect(answer).toMatchObject({ ok: true });
    expect(host.asked).toEqual([{ what: 'open', target: expect.stringMatching(/importmap.slager$/) }]);
    expect(readdirSync(join(folder, 'importmap'))).toContain('slager');
  });

  test('bytes come by a one-time address; no answer names a path', async () => {
    lay('posten.csv', 'Nummer;Open');
    await app.dispatch('importFolder.look', { books: ['bakker'] });
    await new Promise((done) => setTimeout(done, 1600));
    const look = await app.dispatch('importFolder.look', { books: ['bakker', 'slager'] });
    expect(look).toMatchObject({ value: { folders: [{ files: [{ name: 'posten.csv' }] }, { files: [] }] } });
    expect(JSON.stringify(look)).not.toContain(folder);
    const { id } = (look as { value: { folders: { files: { id: string }[] }[] } }).value.folders[0]?.files[0] ?? {
      id: '',
    };
    const answer = await app.dispatch('importFolder.url', { book: 'bakker', id });
    expect(Buffer.from([...host.served.values()][0]?.bytes ?? []).toString()).toBe('Nummer;Open');
    expect(JSON.stringify(answer)).not.toContain(folder);
    await app.dispatch('importFolder.putAway', { book: 'bakker', id });
    expect(readdirSync(join(inbox, 'verwerkt'))).toEqual(['2026-11-20-posten.csv']);
    expect(await app.dispatch('importFolder.look', { books: ['../bakker'] })).toMatchObject({
      error: { code: 'bad-input' },
    });
  });
});
