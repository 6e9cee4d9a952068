import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askProgram } from '#electron/host/desktop-programs.ts';
import { chooseFolderWith, folderCalls } from '#electron/host/folder-chooser.ts';

const never = new AbortController().signal;
const question = { title: "Importmap 'kiezen'", start: '/home/jan/a’; b' };

describe('the programs that ask for a folder', () => {
  it('get title and folder as arguments of their own', () => {
    expect(folderCalls(question, 'linux')).toEqual([
      ['zenity', '--file-selection', '--directory', "--title=Importmap 'kiezen'", '--filename=/home/jan/a’; b/'],
      ['kdialog', '--title', "Importmap 'kiezen'", '--getexistingdirectory', '/home/jan/a’; b'],
    ]);
    expect(folderCalls(question, 'darwin')[0]?.slice(-2)).toEqual([question.title, question.start]);
  });

  it('of Windows get them quoted, whatever quotes they hold, so that neither becomes a command', () => {
    const [call] = folderCalls(question, 'win32');
    expect(call?.[0]).toBe('powershell.exe');
    expect(call?.at(-1)).toMatch(/ } 'Importmap ''kiezen''' '\/home\/jan\/a’’; b'$/);
  });
});

describe.skipIf(process.platform === 'win32')('asking with them', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'voldaan-kiezer-')));
    vi.stubEnv('PATH', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  const install = (name: string, script: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const chosen = (signal = never) => chooseFolderWith(question, { platform: 'linux', ask: askProgram, signal });

  it('takes the first that is there, and the path as it was written', async () => {
    install('kdialog', 'echo "/kde/map"');
    expect(await chosen()).toBe('/kde/map');
    install('zenity', 'echo "/klanten/Bakker & zn. "');
    expect(await chosen()).toBe('/klanten/Bakker & zn. ');
  });

  it('hands over title and folder unread', async () => {
    install('zenity', 'echo "/$#$3$4"');
    expect(await chosen()).toBe("/4--title=Importmap 'kiezen'--filename=/home/jan/a’; b/");
  });

  it.each([
    ['was cancelled', 'exit 1'],
    ['writes no path', 'echo map'],
    ['writes nothing', 'exit 0'],
    ['writes without end', 'while :; do echo /map/map/map/map/map/map/map/map; done'],
  ])('is nothing when it %s', async (_, script) => {
    install('zenity', script);
    expect(await chosen()).toBeNull();
  });

  it('is not possible where none is there', async () => {
    await expect(chosen()).rejects.toMatchObject({ failure: { code: 'not-supported' } });
  });

  it('ends with the application', async () => {
    install('zenity', 'exec /bin/sleep 60');
    const closing = new AbortController();
    const asked = chosen(closing.signal);
    setTimeout(() => closing.abort(), 50);
    expect(await asked).toBeNull();
    expect(await chosen(closing.signal)).toBeNull();
  });
});
