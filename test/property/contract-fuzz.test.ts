import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '#electron/app/app.ts';
import { type MemoryHost, memoryHost } from '#electron/host/memory/memory-host.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { errorCodes, type Result } from '#shared/contract/errors.ts';
import { type Channel, contract } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import fc from './draws.ts';

const assetsFolder = resolve('assets');
let base = '';
let host: MemoryHost;
let app: App;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'voldaan-fuzz-'));
  host = memoryHost(join(base, 'gegevens'));
  app = createApp({ host, letters: createLetterService(createInProcessRenderer(assetsFolder)), assetsFolder });
});
afterEach(async () => {
  await app.close();
  rmSync(base, { recursive: true, force: true });
});

const channels = Object.keys(contract) as Channel[];
const hostile = fc.oneof(
  fc.constantFrom(
    '..',
    '../..',
    '/etc/passwd',
    'kantoor',
    'a',
    '',
    '\0',
    'C:\\x',
    '__proto__',
    '2026-11-20',
    'logo',
    'letter-pdf',
    '[]',
    '{}',
    '[{}]',
  ),
  fc.string({ maxLength: 40 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('[]', '{}', 'x'), { maxLength: 3 }),
);
/** Inputs with the field names of the channel, so that some get past the first check. */
const inputOf = (channel: Channel) => {
  const fields = Object.keys(contract[channel].input.shape);
  const file = fc.record({ kind: hostile, id: hostile });
  const field = (name: string) =>
    name === 'book'
      ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom('proef', 'kantoor') }, hostile)
      : name === 'file'
        ? fc.oneof(
            file,
            fc.record({
              kind: fc.constantFrom('logo', 'dossier', 'letter-pdf', 'source', 'invoice-copy'),
              id: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
            }),
          )
        : hostile;
  return fc.oneof(
    fc.anything(),
    fc.record(Object.fromEntries(fields.map((name) => [name, field(name)])), { requiredKeys: [] }),
  );
};

function written(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

function isResult(result: Result<unknown>): boolean {
  return result.ok ? 'value' in result : (errorCodes as readonly string[]).includes(result.error.code);
}

describe('dispatch answers every call with a value', () => {
  test.each(channels)(
    '%s: whatever the input, a result, no throw, nothing outside the data folder',
    async (channel) => {
      await fc.assert(
        fc.asyncProperty(inputOf(channel), async (input) => {
          const result = await app.dispatch(channel, input);
          expect(isResult(result)).toBe(true);
          if (!result.ok) expect(result.error.code).not.toBe('internal');
          else expect(contract[channel].output.safeParse(result.value).success).toBe(true);
        }),
        { numRuns: 150 },
      );
      expect(readdirSync(base)).toEqual(['gegevens']);
      for (const asked of host.asked) {
        if (asked.what !== 'external') expect(asked.target.startsWith(host.dataFolder)).toBe(true);
      }
      expect(written(host.dataFolder).every((name) => /^(administraties|logboek)/.test(name))).toBe(true);
    },
  );

  test.each([
    ['a channel that does not exist', 'journal.drop', {}, true, 'unknown-channel'],
    ['a name every object has', 'constructor', {}, true, 'unknown-channel'],
    ['another page', 'app.start', {}, false, 'untrusted-sender'],
    ['a field of the wrong kind', 'journal.status', { book: 7 }, true, 'bad-input'],
    ['a book that is a path', 'journal.status', { book: '../x' }, true, 'bad-input'],
    ['more than one call may carry', 'log.write', { level: 'x'.repeat(limits.callBytes + 1) }, true, 'too-large'],
    ['a file that is not there', 'files.open', { book: 'a', file: { kind: 'logo', id: 'x.png' } }, true, 'not-found'],
    ['an id that climbs', 'files.open', { book: 'a', file: { kind: 'logo', id: '..' } }, true, 'bad-input'],
  ])('%s', async (_, channel, input, trusted, code) => {
    expect(await app.dispatch(channel, input, trusted)).toMatchObject({ ok: false, error: { code } });
  });

  test('an input in a circle or nested without end is refused', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(await app.dispatch('app.start', circle)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  test('what is unexpected becomes an id that is in the log, without its content', async () => {
    host.openExternal = () => Promise.reject(new Error('secret of Jansen B.V.'));
    const result = await app.dispatch('app.openExternal', { target: 'guide' });
    const id = result.ok ? '' : String(result.error.params.id);
    const log = readFileSync(join(host.dataFolder, 'logboek', 'voldaan.log'), 'utf8');
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(log).toContain(id);
    expect(log).not.toContain('Jansen');
    await app.dispatch('log.write', { level: 'info', event: 'x', params: { name: 'Jansen B.V.', count: 3 } });
    const after = readFileSync(join(host.dataFolder, 'logboek', 'voldaan.log'), 'utf8');
    expect(after).toContain('"p.count":3');
    expect(after).not.toContain('Jansen');
  });

  test('a call still running when the application closes answers host-gone, and so does every later one', async () => {
    host.openExternal = () => new Promise((done) => setTimeout(done, 200));
    const running = app.dispatch('app.openExternal', { target: 'guide' });
    await new Promise((done) => setTimeout(done, 20));
    const closing = app.close();
    expect(await running).toMatchObject({ ok: false, error: { code: 'host-gone' } });
    expect(await app.dispatch('app.now', {})).toMatchObject({ ok: false, error: { code: 'host-gone' } });
    await closing;
  });
});

describe('the journal through dispatch', () => {
  const append = (seq: number, text: string) =>
    app.dispatch('journal.append', { book: 'proef', seq, parts: [text], done: true });
  const change = (line: unknown) =>
    JSON.stringify([{ table: 'setting', key: 'administration', lineId: 'a', line, v: 1 }]);

  test('a new page begins where the last closed commit ended, and finds its books', async () => {
    await append(1, change(1));
    await app.dispatch('journal.append', { book: 'proef', seq: 2, parts: [change('half')], done: false });
    expect(await app.dispatch('app.start', {})).toMatchObject({
      ok: true,
      value: { books: ['proef'], safeMode: false },
    });
    await append(2, change(2));
    const read = await app.dispatch('journal.read', { book: 'proef', afterSeq: 1, from: 'journal' });
    expect(read).toMatchObject({ value: { commits: [{ seq: 2, parts: [change(2)] }], nextCursor: null } });
  });

  test('an emptied database is rebuilt from the newest snapshot and what follows it', async () => {
    await append(1, change(1));
    expect(await app.dispatch('backup.make', { book: 'proef', reason: 'daily' })).toMatchObject({
      value: { made: true },
    });
    await append(2, change(2));
    expect(await app.dispatch('journal.status', { book: 'proef' })).toMatchObject({
      value: { seq: 2, snapshotSeq: 1, rebuildBelow: 0, lastBackupAt: '2026-11-20T10:00:00' },
    });
    const snapshot = await app.dispatch('journal.read', { book: 'proef', afterSeq: 0, from: 'snapshot' });
    expect(snapshot).toMatchObject({
      value: { commits: [{ seq: 1, parts: [change(1)], done: true }], nextCursor: null },
    });
  });
});

describe('uploads', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3000, 7)]);
  const upload = (bytes: Buffer, given: object = {}) =>
    app.dispatch('files.upload', {
      book: 'proef',
      kind: 'logo',
      uploadId: 'u1',
      name: 'x',
      chunk: bytes.toString('base64'),
      done: true,
      ...given,
    });

  test('chunks become one file named by its hash, which can then be served once', async () => {
    await upload(png.subarray(0, 5), { done: false });
    await upload(png.subarray(5, 1000), { done: false });
    const result = (await upload(png.subarray(1000))) as { value: { file: { id: string }; sha256: string } };
    expect(result.value.file.id).toBe(`${result.value.sha256}.png`);
    const url = (await app.dispatch('files.url', { book: 'proef', file: result.value.file })) as {
      value: { url: string };
    };
    expect(host.served.get(url.value.url)).toMatchObject({ mime: 'image/png' });
    expect(Buffer.from(host.served.get(url.value.url)?.bytes ?? [])).toEqual(png);
  });

  test.each([
    ['a logo that is neither PNG nor JPEG', Buffer.from('<svg onload="x">'), {}, 'bad-input'],
    ['a dossier that is no ZIP', Buffer.from('%PDF-1.7'), { kind: 'dossier' }, 'bad-input'],
    ['a chunk beyond its limit', Buffer.alloc(limits.chunkBytes + 1), { kind: 'source' }, 'too-large'],
    ['text that is not base64', Buffer.alloc(0), { chunk: '*' }, 'bad-input'],
  ])('%s is refused and leaves nothing', async (_, bytes, given, code) => {
    expect(await upload(bytes, given)).toMatchObject({ ok: false, error: { code } });
    expect(written(host.dataFolder).filter((name) => name.startsWith('administraties'))).toEqual([]);
  });

  test('a logo beyond its limit is refused halfway and leaves nothing', async () => {
    await upload(png, { done: false });
    const chunk = Buffer.alloc(limits.chunkBytes);
    for (let sent = limits.chunkBytes; sent < limits.logoBytes; sent += limits.chunkBytes) {
      expect(await upload(chunk, { done: false })).toMatchObject({ ok: true });
    }
    expect(await upload(chunk, { done: false })).toMatchObject({ error: { code: 'too-large' } });
    expect(written(host.dataFolder).filter((name) => name.startsWith('administraties'))).toEqual([]);
  });
});
