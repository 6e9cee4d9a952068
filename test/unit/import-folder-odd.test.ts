import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ImportFolders } from '#electron/files/import-folder.ts';

const book = 'bakker';
let base = '';
let downloads = '';
let now = 0;
let folders: ImportFolders;

beforeEach(async () => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'voldaan-vreemd-')));
  downloads = join(base, 'Downloads');
  mkdirSync(downloads);
  now = 0;
  folders = begun();
  await folders.choose(book, downloads);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const begun = () => new ImportFolders(join(base, 'gegevens'), () => now);
/** Lays a file that was last changed so many seconds ago. */
function lay(name: string, content: string | Uint8Array = 'nummer;open\nF-1;12,50\n', age = 0): void {
  writeFileSync(join(downloads, name), content);
  const time = 1_790_000_000 - age;
  utimesSync(join(downloads, name), time, time);
}
/** What is there once nothing changes any more and everything was looked at. */
async function settled() {
  let look = await folders.look(book);
  while (look.settling) {
    now += 2000;
    look = await folders.look(book);
  }
  return look;
}
const only = async () => (await settled()).files[0]?.id ?? '';

describe('a folder of any number of files', () => {
  test('keeps what is passed over out of sight, however many, also after a start', async () => {
    for (let number = 0; number < 1200; number++) lay(`lijst-${number}.csv`, `a;b\n${number};1\n`, number);
    for (const [shown, more, before] of [
      [500, true, 0],
      [500, true, 500],
      [200, false, 1000],
    ] as const) {
      const look = await settled();
      expect(look).toMatchObject({ more, passedOver: before });
      expect(look.files).toHaveLength(shown);
      await folders.passOver(
        book,
        look.files.map(({ id }) => id),
      );
    }
    folders = begun();
    expect(await settled()).toMatchObject({ files: [], more: false, passedOver: 1200 });
    lay('zojuist.csv');
    expect((await settled()).files.map(({ name }) => name)).toEqual(['zojuist.csv']);
    await folders.passOver(book, [await only()]);
    expect(await settled()).toMatchObject({ files: [], passedOver: 1201 });
    await folders.showAll(book);
    expect(await settled()).toMatchObject({ more: true, passedOver: 0 });
  });

  test('gives the newest first', async () => {
    for (let number = 0; number < 501; number++) lay(`lijst-${number}.csv`, undefined, number);
    const names = (await settled()).files.map(({ name }) => name);
    expect(names).toHaveLength(500);
    expect(names).toContain('lijst-0.csv');
    expect(names).not.toContain('lijst-500.csv');
  });

  test('finds the one to import behind many that are not', async () => {
    for (let number = 0; number < 1100; number++) lay(`deel-${number}.bin`, new Uint8Array(20));
    lay('lijst.csv', undefined, 9000);
    expect((await settled()).files.map(({ name }) => name)).toEqual(['lijst.csv']);
  });

  test('forgets what was passed over once it is gone, and a stick that was away gives nothing back', async () => {
    lay('een.csv');
    lay('twee.csv');
    const [een, twee] = (await settled()).files;
    await folders.passOver(book, [een?.id ?? '', twee?.id ?? '']);
    // Another disk numbers its files anew.
    renameSync(downloads, `${downloads}-weg`);
    expect(await folders.look(book)).toMatchObject({ state: 'missing' });
    mkdirSync(downloads);
    for (const name of ['een.csv', 'twee.csv']) lay(name);
    expect(await settled()).toMatchObject({ files: [], passedOver: 2 });
    rmSync(join(downloads, 'een.csv'));
    lay('drie.csv');
    await folders.passOver(book, [await only()]);
    lay('een.csv');
    expect((await settled()).files.map(({ name }) => name)).toEqual(['een.csv']);
  });
});

describe('a file of any name', () => {
  const names = [
    // One letter and its accent, and the two as one: two files on most disks.
    'cafe\u0301.csv',
    'caf\u00e9.csv',
    `lijst "van" d'Artagnan & zn; $(rm) %2e.csv`,
    'posten 🧾 november.csv',
    'regel\nbreuk.csv',
    `${'lang '.repeat(50)}.csv`,
    ' spaties .csv',
    '-rf.csv',
    'CON.csv',
    '.. punten.csv',
  ];

  test('is listed, read as it is and put away, each under a name of its own', async () => {
    const shown = names.filter((name) => !name.startsWith('.'));
    for (const name of names) lay(name, `nummer;open\n${name.length};1\n`);
    const { files } = await settled();
    expect(files.map(({ name }) => name).sort()).toEqual(shown.sort());
    for (const { id, name } of files) {
      expect(Buffer.from(await folders.read(book, id)).toString()).toBe(`nummer;open\n${name.length};1\n`);
      await folders.putAway(book, id, '2026-11-22');
    }
    const kept = readdirSync(join(downloads, 'verwerkt'));
    expect(kept).toHaveLength(shown.length);
    for (const name of kept) expect(name).toMatch(/^2026-11-22-[A-Za-z0-9._-]{1,90}$/);
    expect(readdirSync(downloads).sort()).toEqual(['.. punten.csv', 'verwerkt']);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('a pipe and a link in the folder are not listed, and keep nobody waiting', async () => {
    execFileSync('mkfifo', [join(downloads, 'pijp.csv')]);
    writeFileSync(join(base, 'geheim.csv'), 'nummer;open\n1;1\n');
    symlinkSync(join(base, 'geheim.csv'), join(downloads, 'koppeling.csv'));
    symlinkSync('/dev/zero', join(downloads, 'nullen.csv'));
    symlinkSync('kring.csv', join(downloads, 'kring.csv'));
    expect(await settled()).toMatchObject({ state: 'ready', files: [] });
  });

  test.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link', (path: string) => symlinkSync(join(base, 'geheim.csv'), path)],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a longer file', (path: string) => writeFileSync(path, 'nummer;open\nF-1;12,50\nF-2;1\n')],
    ['nothing', () => {}],
  ])('%s in the place of a file that waited is not read and not moved', async (_, replace) => {
    writeFileSync(join(base, 'geheim.csv'), 'geheim');
    lay('lijst.csv');
    const id = await only();
    rmSync(join(downloads, 'lijst.csv'));
    replace(join(downloads, 'lijst.csv'));
    await expect(folders.read(book, id)).rejects.toThrow('not-found');
    await expect(folders.putAway(book, id, '2026-11-22')).rejects.toThrow('not-found');
    expect(readdirSync(downloads)).not.toContain('verwerkt');
  });
});

describe('a file that is imported', () => {
  test('and grew since it was read stays, to be looked at again', async () => {
    lay('lijst.csv');
    const id = await only();
    await folders.read(book, id);
    appendFileSync(join(downloads, 'lijst.csv'), 'F-2;8,00\n');
    await expect(folders.putAway(book, id, '2026-11-22')).rejects.toThrow('not-found');
    expect((await settled()).files).toMatchObject([{ name: 'lijst.csv' }]);
  });

  test('lies in the folder twice: each is listed and put away', async () => {
    lay('lijst.csv');
    lay('lijst (1).csv');
    const { files } = await settled();
    expect(files).toHaveLength(2);
    for (const { id } of files) await folders.putAway(book, id, '2026-11-22');
    expect(readdirSync(join(downloads, 'verwerkt')).sort()).toEqual(['2026-11-22-lijst-1.csv', '2026-11-22-lijst.csv']);
  });

  test('when Voldaan was ended while it moved the file is whole where it was; the name kept for it harms nothing', async () => {
    lay('lijst.csv');
    mkdirSync(join(downloads, 'verwerkt'));
    writeFileSync(join(downloads, 'verwerkt', '2026-11-22-lijst.csv'), '');
    await folders.putAway(book, await only(), '2026-11-22');
    expect(readFileSync(join(downloads, 'verwerkt', '2026-11-22-lijst-2.csv'), 'utf8')).toMatch(/^nummer;open/);
    expect(readdirSync(downloads)).toEqual(['verwerkt']);
  });
});
