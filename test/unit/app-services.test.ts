import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '#electron/app/app.ts';
import { type MemoryHost, memoryHost } from '#electron/host/memory/memory-host.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import type { Result } from '#shared/contract/errors.ts';
import type { Channel, Input, Output } from '#shared/contract/ipc.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { administration, booksWith, invoice } from './dunning-books.ts';
import { zipOf } from './zip-text.ts';

const assetsFolder = resolve('assets');
const book = 'proef';
let folder = '';
let host: MemoryHost;
let app: App;

function start(dailyBackupDelay: number): void {
  const letters = createLetterService(createInProcessRenderer(assetsFolder));
  app = createApp({ host, letters, assetsFolder, minimumFree: 0, dailyBackupDelay });
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-app-'));
  host = memoryHost(folder);
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = (await app.dispatch(channel, input)) as Result<Output<C>>;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const commit = (seq: number) => {
  const change = { table: 'setting', key: 'administration', lineId: 'a', line: seq, v: 1 };
  return call('journal.append', { book, seq, parts: [JSON.stringify([change])], done: true });
};
const reasons = async () => (await call('backup.list', { book })).backups.map((backup) => backup.reason);

describe('the backup of the day', () => {
  test('comes by itself after the first change of a day, once', async () => {
    start(10);
    await commit(1);
    await expect.poll(reasons).toEqual(['daily']);
    await commit(2);
    await new Promise((done) => setTimeout(done, 100));
    expect(await reasons()).toEqual(['daily']);
    host.setToday('2026-11-21');
    await commit(3);
    await expect.poll(reasons).toEqual(['daily', 'daily']);
    expect(await call('journal.status', { book })).toMatchObject({
      lastBackupAt: '2026-11-21T10:00:00',
      snapshotSeq: 3,
    });
  });

  test('restoring through dispatch tells every database to start again', async () => {
    start(60_000);
    await commit(1);
    const { id } = await call('backup.make', { book, reason: 'on-demand' });
    await commit(2);
    expect(await call('backup.restore', { book, id: id ?? '' })).toEqual({ seq: 3 });
    expect(await call('journal.status', { book })).toMatchObject({ seq: 3, rebuildBelow: 3, snapshotSeq: 3 });
    const { commits } = await call('journal.read', { book, afterSeq: 0, from: 'snapshot' });
    expect(commits).toMatchObject([{ seq: 3, done: true }]);
    expect(await app.dispatch('journal.read', { book, afterSeq: 2, from: 'journal' })).toMatchObject({
      error: { code: 'journal-behind' },
    });
  });
});

describe('a damaged snapshot', () => {
  test('is made again from the one before it and the journal: a rebuilt database lacks no commit', async () => {
    start(60_000);
    const set = (lineId: string, seq: number) => {
      const change = { table: 'setting', key: 'administration', lineId, line: seq, v: 1 };
      return call('journal.append', { book, seq, parts: [JSON.stringify([change])], done: true });
    };
    await set('a', 1);
    await call('backup.make', { book, reason: 'on-demand' });
    await set('b', 2);
    host.setToday('2026-11-21');
    const { id } = await call('backup.make', { book, reason: 'on-demand' });
    await set('c', 3);
    const path = join(folder, 'administraties', book, 'reservekopie', id ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"line":2', '"line":9'));
    host.setToday('2026-11-22');
    const { commits } = await call('journal.read', { book, afterSeq: 0, from: 'snapshot' });
    expect(commits[0]?.seq).toBe(3);
    expect(commits[0]?.parts.join()).toMatch(/"a".*"line":1.*"b".*"line":2.*"c".*"line":3/);
  });
});

describe('calls', () => {
  test('an answer is forgotten once it is given', async () => {
    start(60_000);
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const answers: WeakRef<object>[] = [];
    for (let count = 0; count < 20; count++) answers.push(new WeakRef(await app.dispatch('app.now', {})));
    await new Promise((done) => setTimeout(done, 20));
    collect();
    expect(answers.filter((answer) => answer.deref()).length).toBeLessThan(3);
  });

  test('those under way when the application closes are answered', async () => {
    start(60_000);
    const answer = app.dispatch('journal.status', { book });
    await app.close();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'host-gone' } });
    expect(await app.dispatch('app.now', {})).toMatchObject({ ok: false, error: { code: 'host-gone' } });
  });
});

describe('a dossier through dispatch', () => {
  const ledger = booksWith({ items: [invoice('F1')] }).ledgers.get(1);
  const exportIt = () =>
    call('dossier.export', {
      book,
      debtorId: 1,
      ledger: JSON.stringify(ledger),
      events: '[]',
      administrationEvents: '[]',
      administration: JSON.stringify(administration),
      rates: JSON.stringify(builtInRates),
      today: '2026-11-20',
    });

  test('is written to its book, verifies, opens and shows in its folder; a changed byte is found', async () => {
    start(60_000);
    const made = await exportIt();
    expect(made.name).toBe('dossiers/dossier-1001-2026-11-20.zip');
    const path = join(folder, 'administraties', book, made.name);
    expect(await call('dossier.verify', { book, file: made.file })).toMatchObject({ ok: true, files: made.files });
    await call('files.open', { book, file: made.file });
    await call('files.reveal', { book, file: made.file });
    expect(host.asked).toEqual([
      { what: 'open', target: path },
      { what: 'reveal', target: path },
    ]);
    const bytes = readFileSync(path);
    bytes[bytes.indexOf('voldaan-vordering')] = 0x58;
    writeFileSync(path, bytes);
    expect(await call('dossier.verify', { book, file: made.file })).toMatchObject({
      ok: false,
      firstBroken: 'vordering.json',
    });
  });

  test('one that was received is uploaded and verified the same way', async () => {
    start(60_000);
    const made = await exportIt();
    const bytes = readFileSync(join(folder, 'administraties', book, made.name));
    const { file } = await call('files.upload', {
      book: 'kantoor',
      kind: 'dossier',
      uploadId: 'u',
      name: 'dossier.zip',
      chunk: bytes.toString('base64'),
      done: true,
    });
    expect(file?.id).toBe(`${made.sha256}.zip`);
    expect(await call('dossier.verify', { book: 'kantoor', file: file ?? made.file })).toMatchObject({ ok: true });
    expect(readdirSync(join(folder, 'administraties', 'kantoor', 'inkomend'))).toEqual([]);
  });

  test('a text of the screens is written under its own name, over the earlier one, and nowhere else', async () => {
    start(60_000);
    await call('files.export', { book, name: 'rentetabellen.json', text: '{"versie":1}' });
    const { file, name } = await call('files.export', { book, name: 'rentetabellen.json', text: '{"versie":2}' });
    expect(readFileSync(join(folder, 'administraties', book, name), 'utf8')).toBe('{"versie":2}');
    await call('files.reveal', { book, file });
    for (const wrong of ['../weg.json', 'a/b.json', 'lijst.bat', '.json', 'Con.json']) {
      await expect(call('files.export', { book, name: wrong, text: '' }), wrong).rejects.toThrow('bad-input');
    }
  });

  test('an imported list is kept under its hash, with an ending the machine can open', async () => {
    start(60_000);
    const zipped = (files: Record<string, string>) => Buffer.from(zipOf(files));
    const keep = async (bytes: Buffer) => {
      const chunk = bytes.toString('base64');
      const upload = { book, kind: 'source' as const, uploadId: 's', name: 'lijst.bat', chunk, done: true };
      return call('files.upload', upload);
    };
    const text = await keep(Buffer.from('Nummer;Open\n1;10,00\n'));
    expect(text.file).toEqual({ kind: 'source', id: `${text.sha256}.txt` });
    const sheet = await keep(zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }));
    expect(sheet.file?.id).toBe(`${sheet.sha256}.xlsx`);
    const zip = await keep(zipped({ 'factuur.xml': '<Invoice/>' }));
    expect(zip.file?.id).toBe(`${zip.sha256}.zip`);
    // Markup can do more in a browser than in a program for text.
    const markup = await keep(Buffer.from('<html><script>alert(1)</script></html>'));
    expect(markup.file?.id).toBe(`${markup.sha256}.txt`);
    await call('files.open', { book, file: text.file ?? { kind: 'source', id: 'geen' } });
  });

  test('a copy of an invoice is a PDF or a picture by its bytes, whatever its name says', async () => {
    start(60_000);
    const keep = (bytes: Buffer, name: string) => {
      const chunk = bytes.toString('base64');
      return call('files.upload', { book, kind: 'invoice-copy', uploadId: 'k', name, chunk, done: true });
    };
    const pdf = await keep(Buffer.from('%PDF-1.7 x'), 'factuur.exe');
    expect(pdf.file).toEqual({ kind: 'invoice-copy', id: `${pdf.sha256}.pdf` });
    const png = await keep(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '../../x');
    expect(png.file?.id).toBe(`${png.sha256}.png`);
    await call('files.open', { book, file: pdf.file ?? { kind: 'invoice-copy', id: 'geen' } });
    for (const bytes of ['MZ program', '<html></html>', 'PK\u0003\u0004', '']) {
      await expect(keep(Buffer.from(bytes), 'factuur.pdf'), bytes).rejects.toThrow('bad-input');
    }
    expect(readdirSync(join(folder, 'administraties', book, 'facturen'))).toHaveLength(2);
  });
});
