import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '#electron/app/app.ts';
import type { LetterService } from '#electron/app/letter-service.ts';
import { memoryHost as nodeHost } from '#electron/host/memory/memory-host.ts';
import { ask, call, installBridge, on } from '#renderer/host/client.ts';
import { memoryHost } from '#renderer/host/memory.ts';
import { join, type Port } from '#renderer/workers/rpc.ts';
import { FailureError, fail } from '#shared/contract/errors.ts';

describe('calls to the host', () => {
  it('answer with a value or a failure, and never reject', async () => {
    installBridge(memoryHost());
    expect(await call('app.now', {})).toEqual({ ok: true, value: { today: '2026-11-20', now: '2026-11-20T09:00:00' } });
    expect(await call('backup.restore', { book: 'x', id: 'y' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    await expect(ask('backup.restore', { book: 'x', id: 'y' })).rejects.toBeInstanceOf(FailureError);
  });

  it('that are pending when the host closes fail with host-gone, and so do later ones', async () => {
    const folder = mkdtempSync(resolve(tmpdir(), 'voldaan-gone-'));
    const opening: (() => void)[] = [];
    const openExternal = () => new Promise<void>((done) => void opening.push(done));
    const host = Object.assign(nodeHost(folder), { openExternal });
    const letters = { close: async () => undefined } as LetterService;
    const app = createApp({ host, letters, assetsFolder: folder });
    installBridge({ call: (channel, input) => app.dispatch(channel, input), on: () => undefined });
    const pending = [call('app.openExternal', { target: 'guide' }), call('app.openExternal', { target: 'guide' })];
    const closed = app.close();
    for (const answer of [...pending, call('app.now', {})]) {
      expect(await answer).toMatchObject({ ok: false, error: { code: 'host-gone' } });
    }
    for (const open of opening) open();
    await closed;
    rmSync(folder, { recursive: true, force: true });
  });

  it('fail with host-gone when the bridge breaks under them', async () => {
    installBridge({ call: () => Promise.reject(new Error('closed')), on: () => undefined });
    expect(await call('app.now', {})).toMatchObject({ ok: false, error: { code: 'host-gone' } });
  });

  it('hear events until they stop listening', () => {
    const host = memoryHost();
    installBridge(host);
    const heard: string[] = [];
    const stop = on('today', ({ today }) => heard.push(today));
    host.emit('today', { today: '2026-11-21' });
    stop();
    host.emit('today', { today: '2026-11-22' });
    expect(heard).toEqual(['2026-11-21']);
  });
});

describe('calls between page and worker', () => {
  const channels: MessageChannel[] = [];
  afterEach(() => {
    for (const { port1, port2 } of channels.splice(0)) {
      port1.close();
      port2.close();
    }
  });

  function sides(): [Port, Port] {
    const channel = new MessageChannel();
    channels.push(channel);
    const port = (end: typeof channel.port1): Port => ({
      postMessage: (message, { transfer }) => end.postMessage(message, transfer as never),
      addEventListener: (_type, listener) => end.on('message', (data) => listener({ data } as MessageEvent)),
    });
    return [port(channel.port1), port(channel.port2)];
  }

  it('go both ways at the same time', async () => {
    const [page, worker] = sides();
    interface Page {
      journal: { read(seq: number): Promise<string> };
    }
    const theirs = join<{ books: { open(name: string): Promise<string> } }>(page, {
      journal: { read: async (seq: number) => `commit ${seq}` },
    });
    const main: { journal: Page['journal'] } = join(worker, {
      books: { open: async (name: string) => `${name}: ${await main.journal.read(7)}` },
    }) as never;
    expect(await Promise.all([theirs.books.open('a'), theirs.books.open('b')])).toEqual(['a: commit 7', 'b: commit 7']);
  });

  it('carry failures as failures and bugs as internal', async () => {
    const [page, worker] = sides();
    const theirs = join<{ books: { run(what: string): Promise<void>; none(): Promise<void> } }>(page, {});
    join(worker, {
      books: {
        run: async (what: string) => {
          if (what === 'bug') throw new TypeError('oops');
          throw new FailureError(fail('not-found', what, { id: 3 }).error);
        },
      },
    });
    await expect(theirs.books.run('x')).rejects.toMatchObject({ failure: { code: 'not-found', params: { id: 3 } } });
    await expect(theirs.books.run('bug')).rejects.toMatchObject({ failure: { code: 'internal' } });
    await expect(theirs.books.none()).rejects.toMatchObject({ failure: { code: 'internal' } });
  });

  it('hand array buffers over instead of copying them', async () => {
    const [page, worker] = sides();
    const theirs = join<{ files: { size(bytes: ArrayBuffer): Promise<number> } }>(page, {});
    join(worker, { files: { size: async (bytes: ArrayBuffer) => bytes.byteLength } });
    const bytes = new ArrayBuffer(1024);
    expect(await theirs.files.size(bytes)).toBe(1024);
    expect(bytes.byteLength).toBe(0);
  });
});
