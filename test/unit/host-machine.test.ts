import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appFiles, contentSecurityPolicy, newStyleNonce } from '#electron/host/app-files.ts';
import { browserCandidates, installedBrowser } from '#electron/host/browser/installed-browser.ts';
import { hostClock, watchDay } from '#electron/host/clock.ts';
import { dataFolder, unusableFolder } from '#electron/host/data-folder.ts';
import { openCall, printCall, revealCall, startProgram } from '#electron/host/desktop-programs.ts';
import { localPage } from '#electron/host/local-pages.ts';
import { oneTimeAddresses } from '#electron/host/one-time.ts';
import { claimInstance } from '#electron/host/single-instance.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-host-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the clock is Amsterdam’s, whatever the machine thinks', () => {
  it.each([
    ['2026-11-20T22:59:59Z', '2026-11-20', '2026-11-20T23:59:59'],
    ['2026-11-20T23:00:00Z', '2026-11-21', '2026-11-21T00:00:00'],
    ['2026-07-01T21:59:59Z', '2026-07-01', '2026-07-01T23:59:59'],
    ['2026-07-01T22:00:00Z', '2026-07-02', '2026-07-02T00:00:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25', '2026-10-25T02:59:59'],
  ])('%s is %s', (instant, today, now) => {
    const clock = hostClock(undefined, () => new Date(instant));
    expect([clock.today(), clock.now()]).toEqual([today, now]);
  });

  it('takes the date of a test, and keeps the time of day', () => {
    const clock = hostClock('2026-11-20', () => new Date('2027-03-01T09:15:30Z'));
    expect([clock.today(), clock.now()]).toEqual(['2026-11-20', '2026-11-20T10:15:30']);
    expect(() => hostClock('20-11-2026')).toThrow('VOLDAAN_TODAY');
  });

  it('tells once that the day rolled over', () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T22:59:30Z') });
    const heard: string[] = [];
    const stop = watchDay(hostClock(undefined), (today) => heard.push(today));
    vi.advanceTimersByTime(10 * 60_000);
    stop();
    vi.advanceTimersByTime(24 * 3600_000);
    vi.useRealTimers();
    expect(heard).toEqual(['2026-11-21']);
  });
});

describe('the data folder is the platform’s own', () => {
  it.each([
    [{}, 'linux', '/home/a/.local/share/voldaan'],
    [{ XDG_DATA_HOME: '/x' }, 'linux', '/x/voldaan'],
    [{}, 'darwin', '/home/a/Library/Application Support/Voldaan'],
    [{ VOLDAAN_DATA: '/elders' }, 'darwin', '/elders'],
  ] as const)('%j on %s', (env, platform, expected) => {
    expect(dataFolder(env, platform, '/home/a').replaceAll('\\', '/')).toMatch(new RegExp(`^([A-Z]:)?${expected}$`));
  });

  it('is under AppData on Windows', () => {
    expect(dataFolder({ APPDATA: 'R' }, 'win32', 'H')).toBe(join('R', 'Voldaan'));
    expect(dataFolder({}, 'win32', 'H')).toBe(join('H', 'AppData', 'Roaming', 'Voldaan'));
  });
});

describe('the app’s origin', () => {
  const nonce = newStyleNonce();

  it('answers built files with the policy, and index.html for /', async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets', 'main.js'), '1');
    const respond = appFiles(folder, nonce, oneTimeAddresses());
    const page = await respond('/');
    expect([page.status, page.headers['Content-Type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['Content-Security-Policy']).toBe(contentSecurityPolicy(nonce));
    expect((await respond('/assets/main.js')).headers['Content-Type']).toBe('text/javascript; charset=utf-8');
  });

  it('lets in no inline script, no eval and no other origin', () => {
    const policy = contentSecurityPolicy(nonce);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%5csecret.html',
    '/link/secret.html',
    '/%00',
    '/%',
    '/geheim',
    '/',
  ])('answers 404 to %s', async (path) => {
    const root = join(folder, 'app');
    mkdirSync(root);
    writeFileSync(join(folder, 'secret.html'), 'x');
    writeFileSync(join(root, 'geheim'), 'no known type');
    symlinkSync(folder, join(root, 'link'));
    expect((await appFiles(root, nonce, oneTimeAddresses())(path)).status).toBe(404);
  });

  it('answers a one-time address once, without script, and forgets the oldest of too many', async () => {
    const oneTime = oneTimeAddresses();
    const respond = appFiles(folder, nonce, oneTime);
    const path = oneTime.lay(new Uint8Array([37, 80]), 'application/pdf');
    const first = await respond(path);
    expect([first.status, [...first.body], first.headers['Cache-Control']]).toEqual([200, [37, 80], 'no-store']);
    expect(first.headers['Content-Security-Policy']).toContain('sandbox');
    expect((await respond(path)).status).toBe(404);
    const oldest = oneTime.lay(new Uint8Array(1), 'text/plain');
    for (let count = 0; count < 64; count += 1) oneTime.lay(new Uint8Array(1), 'text/plain');
    expect((await respond(oldest)).status).toBe(404);
  });
});

describe('the data folder', () => {
  it('is made with the folders it lies in', () => {
    expect(unusableFolder(join(folder, 'een', 'twee'))).toBeNull();
    expect(existsSync(join(folder, 'een', 'twee'))).toBe(true);
  });

  it('that cannot be one says why', () => {
    writeFileSync(join(folder, 'bestand'), '');
    expect(unusableFolder(join(folder, 'bestand'))).toBe('EEXIST');
    expect(unusableFolder(join(folder, 'bestand', 'erin'))).toBe('ENOTDIR');
  });
});

describe('one process has the data folder', () => {
  it('a second start is refused and brings the first to the front; after release it may', async () => {
    const asked = vi.fn();
    const first = await claimInstance(folder, asked);
    expect(await claimInstance(folder, () => {})).toBeNull();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    first?.release();
    const second = await claimInstance(folder, () => {});
    expect(second).not.toBeNull();
    second?.release();
  });

  it.skipIf(process.platform === 'win32')('takes over what a killed process left behind', async () => {
    const left = join(folder, 'voldaan.sock');
    writeFileSync(left, '');
    const instance = await claimInstance(folder, () => {});
    expect(instance).not.toBeNull();
    instance?.release();
  });

  it.skipIf(process.platform !== 'linux')('is kept elsewhere for a folder that takes no socket', async () => {
    const instance = await claimInstance('/proc/self', () => {});
    expect(instance).not.toBeNull();
    expect(await claimInstance('/proc/self', () => {})).toBeNull();
    instance?.release();
  });

  it('fits a socket name also below a very long folder', async () => {
    const long = join(folder, 'x'.repeat(120));
    mkdirSync(long);
    const instance = await claimInstance(long, () => {});
    expect(instance).not.toBeNull();
    expect(await claimInstance(long, () => {})).toBeNull();
    instance?.release();
  });
});

describe('the desktop’s programs are a fixed list', () => {
  it.each([
    [openCall, 'linux', ['xdg-open', '/a/b; rm -rf.pdf']],
    [openCall, 'darwin', ['open', '/a/b; rm -rf.pdf']],
    [openCall, 'win32', ['explorer.exe', '/a/b; rm -rf.pdf']],
    [revealCall, 'linux', ['xdg-open', '/a']],
    [revealCall, 'darwin', ['open', '-R', '/a/b; rm -rf.pdf']],
    [revealCall, 'win32', ['explorer.exe', '/select,/a/b; rm -rf.pdf']],
    [printCall, 'linux', ['lp', '--', '/a/b; rm -rf.pdf']],
  ] as const)('%o on %s', (call, platform, expected) => {
    expect(call('/a/b; rm -rf.pdf', platform)).toEqual(expected);
  });

  it('quotes for PowerShell, so that a name cannot become a command', () => {
    expect(printCall("C:\\a'; del *.pdf", 'win32').at(-1)).toBe("'C:\\a''; del *.pdf'");
  });

  it('says that a program is missing', async () => {
    await expect(startProgram(['voldaan-no-such-program'])).rejects.toMatchObject({
      failure: { code: 'not-supported' },
    });
  });

  it('opens local pages only, copied out of the application', () => {
    writeFileSync(join(folder, 'guide.html'), 'handleiding');
    expect(localPage(folder, join(folder, 'gegevens'), 'guide')).toBe(join(folder, 'gegevens', 'pages', 'guide.html'));
  });
});

describe('a browser for the window', () => {
  it('looks for Edge first on Windows, Chrome first elsewhere', () => {
    expect(browserCandidates({ PROGRAMFILES: 'P' }, 'win32')[0]).toContain('msedge.exe');
    expect(browserCandidates({}, 'darwin', '/Users/a')[0]).toContain('Google Chrome');
    expect(browserCandidates({ PATH: '/usr/bin' }, 'linux')).toContain(join('/usr/bin', 'chromium'));
  });

  it('takes CHROME at its word, also when nothing is there', () => {
    expect(installedBrowser({ CHROME: join(folder, 'nothing') })).toBeNull();
    expect(installedBrowser({ CHROME: process.execPath })).toBe(process.execPath);
  });
});
