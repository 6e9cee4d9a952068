import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '#electron/app/app.ts';
import { ImportFolders } from '#electron/files/import-folder.ts';
import { shownName } from '#electron/files/import-folder-place.ts';
import { type MemoryHost, memoryHost } from '#electron/host/memory/memory-host.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import type { Result } from '#shared/contract/errors.ts';
import type { Channel, Input, Output } from '#shared/contract/ipc.ts';
import { mt940, openItems } from './drop-books.ts';

let base = '';
let dataFolder = '';
/** The folder a bookkeeper keeps bank files in, beside the data folder. */
let downloads = '';
let now = 0;
let folders: ImportFolders;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'voldaan-keuze-')));
  dataFolder = join(base, 'gegevens');
  downloads = join(base, 'jan', 'Downloads');
  mkdirSync(dataFolder);
  mkdirSync(downloads, { recursive: true });
  now = 0;
  folders = new ImportFolders(dataFolder, () => now);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function settled(book = 'bakker') {
  await folders.look(book);
  now += 2000;
  return folders.look(book);
}
const lay = async ({ name, blob }: { readonly name: string; readonly blob: Blob }) =>
  writeFileSync(join(downloads, name), Buffer.from(await blob.arrayBuffer()));
const statement = mt940([['2026-11-19', '121.00', 'NL02ABNA0123456789', 'Café de Zon', 'factuur F-1']], 'bank.sta');

describe('choosing the import folder', () => {
  test('is kept for the next start, per book; only its last two parts are shown', async () => {
    expect(await folders.choose('bakker', downloads)).toBeNull();
    folders = new ImportFolders(dataFolder, () => now);
    expect(await folders.look('bakker')).toMatchObject({
      state: 'ready',
      place: { name: join('jan', 'Downloads'), isChosen: true },
    });
    expect(await folders.look('slager')).toMatchObject({ place: { name: 'importmap/slager', isChosen: false } });
    await folders.reset('bakker');
    expect(await folders.look('bakker')).toMatchObject({ place: { name: 'importmap/bakker', isChosen: false } });
    expect(existsSync(downloads)).toBe(true);
  });

  test.each([
    [join('jan', 'map'), join('jan', 'map')],
    [join('huis', 'jan', 'map'), join('jan', 'map')],
    ['map', 'map'],
    ['', ''],
  ])('of %s the name is %s', (path, name) => {
    expect(shownName(join(parse(resolve('/')).root, path))).toBe(name);
  });

  test('is refused for the root of a drive, the data folder and what is in it, and what cannot be read', async () => {
    mkdirSync(join(dataFolder, 'administraties', 'slager'), { recursive: true });
    mkdirSync(join(dataFolder, 'importmap', 'slager'), { recursive: true });
    writeFileSync(join(base, 'bestand'), 'x');
    symlinkSync(dataFolder, join(base, 'sluiproute'));
    const refusals = {
      [parse(base).root]: 'drive',
      [dataFolder]: 'own-data',
      [join(dataFolder, 'administraties', 'slager')]: 'own-data',
      [join(dataFolder, 'importmap', 'slager')]: 'own-data',
      [join(base, 'sluiproute', 'administraties')]: 'own-data',
      [join(base, 'bestand')]: 'unreadable',
      [join(base, 'nergens')]: 'unreadable',
    };
    for (const [path, reason] of Object.entries(refusals)) {
      expect(await folders.choose('bakker', path), path).toEqual({ reason });
    }
    expect(await folders.look('bakker')).toMatchObject({ place: { isChosen: false } });
  });

  test('of the folder of another book, or what was imported there, is refused: nobody could tell whose a list is', async () => {
    await folders.choose('slager', downloads);
    mkdirSync(join(downloads, 'verwerkt', 'verwerkt'), { recursive: true });
    for (const path of [downloads, join(downloads, 'verwerkt')]) {
      expect(await folders.choose('bakker', path)).toEqual({ reason: 'in-use', book: 'slager' });
    }
    expect(await folders.choose('slager', join(downloads, 'verwerkt'))).toEqual({ reason: 'in-use', book: 'slager' });
    expect(await folders.choose('slager', downloads)).toBeNull();
    await folders.reset('slager');
    expect(await folders.choose('bakker', downloads)).toBeNull();
  });

  test('of the book’s own folder in the data folder is the standard one again', async () => {
    await folders.choose('bakker', downloads);
    mkdirSync(join(dataFolder, 'importmap', 'bakker'), { recursive: true });
    expect(await folders.choose('bakker', join(dataFolder, 'importmap', 'bakker'))).toBeNull();
    expect(await folders.look('bakker')).toMatchObject({ place: { isChosen: false } });
  });

  test('through a link takes the folder it leads to; a link laid there later is not followed', async () => {
    symlinkSync(downloads, join(base, 'snelkoppeling'));
    expect(await folders.choose('bakker', join(base, 'snelkoppeling'))).toBeNull();
    expect(await folders.look('bakker')).toMatchObject({ place: { name: join('jan', 'Downloads') } });
    rmSync(downloads, { recursive: true });
    mkdirSync(join(base, 'geheim'));
    writeFileSync(join(base, 'geheim', 'bank.sta'), 'x');
    symlinkSync(join(base, 'geheim'), downloads);
    expect(await folders.look('bakker')).toMatchObject({ state: 'refused', files: [] });
    await expect(folders.made('bakker')).rejects.toThrow('outside-root');
  });

  test.each(['', '{', '{"version":2}', '{"version":1,"folder":"../x","passedOver":[]}'])(
    'that was not written by Voldaan (%s) is the standard folder',
    async (text) => {
      mkdirSync(join(dataFolder, 'administraties', 'bakker'), { recursive: true });
      writeFileSync(join(dataFolder, 'administraties', 'bakker', 'importmap.json'), text);
      expect(await folders.look('bakker')).toMatchObject({ state: 'ready', place: { isChosen: false } });
    },
  );

  test('written by hand to lie in the data folder is refused', async () => {
    const text = JSON.stringify({ version: 1, folder: join(dataFolder, 'administraties'), passedOver: [] });
    mkdirSync(join(dataFolder, 'administraties', 'bakker'), { recursive: true });
    writeFileSync(join(dataFolder, 'administraties', 'bakker', 'importmap.json'), text);
    expect(await folders.look('bakker')).toMatchObject({ state: 'refused', files: [] });
  });
});

describe('a chosen folder', () => {
  beforeEach(async () => {
    await folders.choose('bakker', downloads);
  });

  test('may hold anything: only what Voldaan recognises waits', async () => {
    await lay(statement);
    // A bank's file says so itself, whatever its name.
    await lay({ ...statement, name: 'download' });
    await lay(openItems(undefined, 'posten.csv'));
    await lay({ name: 'vakantie.jpg', blob: new Blob(['\xff\xd8\xff']) });
    await lay({ name: 'factuur.pdf', blob: new Blob(['%PDF-1.7']) });
    await lay({ name: 'programma.bin', blob: new Blob([new Uint8Array(200)]) });
    await lay({ name: 'notities', blob: new Blob(['boodschappen']) });
    await lay({ name: 'pagina.xml', blob: new Blob(['<html><body>x</body></html>']) });
    const before = readdirSync(downloads).sort();
    const { files, settling } = await settled();
    expect(files.map(({ name }) => name)).toEqual(['bank.sta', 'download', 'posten.csv']);
    expect(settling).toBe(false);
    expect(readdirSync(downloads).sort()).toEqual(before);
  });

  test('gives nothing that is not recognised, also by its id', async () => {
    await lay({ name: 'geheim.txt', blob: new Blob(['x']) });
    const [file] = (await settled()).files;
    await lay({ name: 'vakantie.jpg', blob: new Blob(['\xff\xd8\xff']) });
    await settled();
    expect(file?.name).toBe('geheim.txt');
    renameSync(join(downloads, 'vakantie.jpg'), join(downloads, 'geheim.txt'));
    await expect(folders.read('bakker', file?.id ?? '')).rejects.toThrow('not-found');
  });

  test('keeps the rest when what was imported is put away in it', async () => {
    await lay(statement);
    await lay({ name: 'vakantie.jpg', blob: new Blob(['x']) });
    const [file] = (await settled()).files;
    await folders.putAway('bakker', file?.id ?? '', '2026-11-20');
    expect(readdirSync(downloads).sort()).toEqual(['vakantie.jpg', 'verwerkt']);
    expect(readdirSync(join(downloads, 'verwerkt'))).toEqual(['2026-11-20-bank.sta']);
  });

  test.each([
    ['has a file where what was imported should go', () => writeFileSync(join(downloads, 'verwerkt'), 'x'), true],
    // The superuser may write anywhere.
    ['is read only', () => chmodSync(downloads, 0o500), process.platform !== 'win32' && process.getuid?.() !== 0],
  ])('that %s keeps the file, which is listed no more', async (_, spoil, isPossible) => {
    if (!isPossible) return;
    await lay(statement);
    const [file] = (await settled()).files;
    spoil();
    await folders.putAway('bakker', file?.id ?? '', '2026-11-20');
    expect(await folders.look('bakker')).toMatchObject({ files: [], passedOver: 1 });
    chmodSync(downloads, 0o700);
    expect(readdirSync(downloads)).toContain('bank.sta');
  });

  test('that is away (a stick, a network drive) is said so and stays chosen', async () => {
    await lay(statement);
    const [file] = (await settled()).files;
    renameSync(downloads, `${downloads}-weg`);
    expect(await folders.look('bakker')).toMatchObject({
      state: 'missing',
      files: [],
      place: { name: join('jan', 'Downloads'), isChosen: true },
    });
    await expect(folders.read('bakker', file?.id ?? '')).rejects.toThrow('not-found');
    await expect(folders.made('bakker')).rejects.toThrow('not-found');
    expect(existsSync(downloads)).toBe(false);
    renameSync(`${downloads}-weg`, downloads);
    expect((await settled()).files.map(({ name }) => name)).toEqual(['bank.sta']);
  });

  test('follows no link in it', async () => {
    writeFileSync(join(base, 'geheim.sta'), readFileSync(resolve('package.json')));
    symlinkSync(join(base, 'geheim.sta'), join(downloads, 'bank.sta'));
    expect((await settled()).files).toEqual([]);
  });

  test('with more than is looked at gives the newest', async () => {
    for (let number = 0; number < 510; number++) writeFileSync(join(downloads, `a${number}.csv`), 'a;b');
    await new Promise((done) => setTimeout(done, 20));
    await lay(openItems(undefined, 'zojuist.csv'));
    const { files } = await settled();
    expect(files).toHaveLength(500);
    expect(files.at(-1)?.name).toBe('zojuist.csv');
  });

  test('of before gives its files up when another is chosen', async () => {
    await lay(statement);
    const [file] = (await settled()).files;
    await folders.reset('bakker');
    await expect(folders.read('bakker', file?.id ?? '')).rejects.toThrow('not-found');
  });
});

describe('over the bridge', () => {
  let host: MemoryHost;
  let app: App;
  beforeEach(async () => {
    host = memoryHost(dataFolder);
    const letters = createLetterService(createInProcessRenderer(resolve('assets')));
    app = createApp({ host, letters, assetsFolder: resolve('assets'), minimumFree: 0 });
    for (const book of ['bakker', 'slager']) {
      const change = { table: 'setting', key: 'administration', lineId: 'a', line: 1, v: 1 };
      await call('journal.append', { book, seq: 1, parts: [JSON.stringify([change])], done: true });
    }
  });
  afterEach(() => app.close());

  async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    const result = (await app.dispatch(channel, input)) as Result<Output<C>>;
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }
  const chooses = (path: string) => {
    host.folderAnswer = { outcome: 'chosen', path };
  };
  const choose = (book = 'bakker') => call('importFolder.choose', { book, language: 'nl' });

  test('the machine asks, beginning where the folder is; no answer names a whole path', async () => {
    chooses(downloads);
    const first = await choose();
    const again = await choose('slager');
    host.folderAnswer = { outcome: 'cancelled' };
    const cancelled = await choose();
    expect([first, again, cancelled]).toEqual([
      { outcome: 'chosen', name: join('jan', 'Downloads'), book: null },
      { outcome: 'in-use', name: join('jan', 'Downloads'), book: 'bakker' },
      { outcome: 'cancelled', name: join('jan', 'Downloads'), book: null },
    ]);
    expect(host.questions.map(({ title }) => title)).toEqual(Array(3).fill('Importmap kiezen'));
    expect(host.questions.at(-1)?.start).toBe(downloads);
    const look = await call('importFolder.look', { books: ['bakker', 'slager'] });
    expect(JSON.stringify([first, again, look])).not.toContain(base);
    await call('importFolder.open', { book: 'bakker' });
    expect(host.asked).toEqual([{ what: 'open', target: downloads }]);
    await call('importFolder.reset', { book: 'bakker' });
    expect(await call('importFolder.look', { books: ['bakker'] })).toMatchObject({
      folders: [{ place: { name: 'importmap/bakker', isChosen: false } }],
    });
  });

  test('a folder that is away is no place to begin: another can be chosen', async () => {
    chooses(downloads);
    await choose();
    renameSync(downloads, `${downloads}-weg`);
    chooses(`${downloads}-weg`);
    expect(await choose()).toMatchObject({ outcome: 'chosen', name: join('jan', 'Downloads-weg') });
    expect(host.questions.map(({ start }) => start)).toEqual([homedir(), homedir()]);
  });

  test.each(['no-chooser', 'chooser-failed'] as const)(
    'a machine that cannot ask (%s) says where the folder stays',
    async (outcome) => {
      host.folderAnswer = { outcome };
      expect(await choose()).toEqual({ outcome, name: 'importmap/bakker', book: null });
    },
  );

  test('a book that is not there has no folder to choose', async () => {
    chooses(downloads);
    await expect(choose('nieuw')).rejects.toThrow('not-found');
    expect(host.questions).toEqual([]);
  });

  test('a question nobody answers does not keep the application open', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    host.chooseFolder = (_question, signal) => {
      begin();
      return new Promise((answer) => signal.addEventListener('abort', () => answer({ outcome: 'cancelled' })));
    };
    const asked = app.dispatch('importFolder.choose', { book: 'bakker', language: 'nl' });
    await begun;
    await app.close();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'host-gone' } });
  });
});
