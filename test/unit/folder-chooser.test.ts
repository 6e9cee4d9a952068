import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askProgram, type ProgramAnswer } from '#electron/host/desktop-programs.ts';
import { chooseFolderWith, folderChoosers } from '#electron/host/folder-chooser.ts';

const never = new AbortController().signal;
const question = { title: "Importmap 'kiezen'", start: '/home/jan/a’; b' };

describe('the programs that ask for a folder', () => {
  const calls = (platform: 'linux' | 'darwin' | 'win32') => folderChoosers(question, platform).map(({ call }) => call);

  it('get title and folder as arguments of their own', () => {
    expect(calls('linux')).toEqual([
      ['zenity', '--file-selection', '--directory', "--title=Importmap 'kiezen'", '--filename=/home/jan/a’; b/'],
      ['kdialog', '--title', "Importmap 'kiezen'", '--getexistingdirectory', '/home/jan/a’; b'],
    ]);
    expect(calls('darwin')[0]?.slice(-2)).toEqual([question.title, question.start]);
  });

  it('of Windows get them quoted, whatever quotes they hold, so that neither becomes a command', () => {
    const [call] = calls('win32');
    expect(call?.[0]).toBe('powershell.exe');
    expect(call?.at(-1)).toMatch(/ } 'Importmap ''kiezen''' '\/home\/jan\/a’’; b'$/);
  });

  it.each([
    ['linux', [{ code: 3, text: '' }], 'cancelled'],
    [
      'linux',
      [
        { code: 1, text: '' },
        { code: 1, text: '' },
      ],
      'cancelled',
    ],
    ['linux', [null, { code: 1, text: '' }], 'cancelled'],
    ['linux', [{ code: 1, text: '' }, null], 'chooser-failed'],
    ['linux', [null, { code: null, text: '' }], 'chooser-failed'],
    ['linux', [null, null], 'no-chooser'],
    ['darwin', [{ code: 0, text: '\n' }], 'cancelled'],
    ['darwin', [{ code: 1, text: '' }], 'chooser-failed'],
    ['win32', [{ code: 3, text: '' }], 'cancelled'],
    ['win32', [{ code: 1, text: '' }], 'chooser-failed'],
    ['win32', [{ code: 0, text: '' }], 'chooser-failed'],
    ['win32', [null], 'no-chooser'],
  ] as const)('on %s that end so: %j, mean %s', async (platform, answers, outcome) => {
    const left: (ProgramAnswer | null)[] = [...answers];
    const ask = async () => left.shift() ?? null;
    expect(await chooseFolderWith(question, { platform, ask, signal: never })).toEqual({ outcome });
    expect(left).toEqual([]);
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
    expect(await chosen()).toEqual({ outcome: 'chosen', path: '/kde/map' });
    install('zenity', 'echo "/klanten/Bakker & zn. "');
    expect(await chosen()).toEqual({ outcome: 'chosen', path: '/klanten/Bakker & zn. ' });
  });

  it('hands over title and folder unread', async () => {
    install('zenity', 'echo "/$#$3$4"');
    expect(await chosen()).toEqual({
      outcome: 'chosen',
      path: "/4--title=Importmap 'kiezen'--filename=/home/jan/a’; b/",
    });
  });

  it('knows what is cancelled from what failed by a code that the program is asked for', async () => {
    install('zenity', 'exit $ZENITY_CANCEL');
    expect(await chosen()).toEqual({ outcome: 'cancelled' });
    install('zenity', 'exit $ZENITY_ESC');
    expect(await chosen()).toEqual({ outcome: 'cancelled' });
  });

  it('asks with the next when one fails', async () => {
    install('zenity', 'exit 1');
    install('kdialog', 'echo "/kde/map"');
    expect(await chosen()).toEqual({ outcome: 'chosen', path: '/kde/map' });
  });

  it.each([
    ['has no screen', 'exit 1'],
    ['crashes', 'kill -SEGV $$'],
    ['lacks a library', 'exit 127'],
    ['writes no path', 'echo map'],
    ['ends without a word', 'exit 0'],
    ['writes without end', 'while :; do echo /map/map/map/map/map/map/map/map; done'],
  ])('fails when it %s', async (_, script) => {
    install('zenity', script);
    expect(await chosen()).toEqual({ outcome: 'chooser-failed' });
  });

  it('fails when it may not be started', async () => {
    writeFileSync(join(folder, 'zenity'), '', { mode: 0o644 });
    expect(await chosen()).toEqual({ outcome: 'chooser-failed' });
  });

  it('is not possible where none is there', async () => {
    expect(await chosen()).toEqual({ outcome: 'no-chooser' });
  });

  it('ends with the application', async () => {
    install('zenity', 'exec /bin/sleep 60');
    const closing = new AbortController();
    const asked = chosen(closing.signal);
    setTimeout(() => closing.abort(), 50);
    expect(await asked).toEqual({ outcome: 'cancelled' });
    expect(await chosen(closing.signal)).toEqual({ outcome: 'cancelled' });
  });
});
