import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { memoryHost } from '#renderer/host/memory.ts';
import { preferencesStore, setPreference } from '#renderer/state/preferences.ts';
import {
  bookIdFor,
  createAdministration,
  makeBackup,
  openBook,
  openDemo,
  rebuildDatabase,
  restoreBackup,
} from '#renderer/state/session.ts';
import { isWritable, sessionStore } from '#renderer/state/session-store.ts';
import { runCommand, undoLast, undoStore } from '#renderer/state/undo.ts';
import { fail } from '#shared/contract/errors.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { closeBooks, forgetDatabases, openDemoDesk, startOn } from '../component/desk.ts';

const session = () => sessionStore.getState();
const names = ['bakker', 'slager', 'demo'];

function administration(id: string, name: string) {
  return newAdministration({ id, name, iban: 'NL91ABNA0417164300' });
}

/** A journal line of the bakery. */
function refuses(input: unknown): boolean {
  const { book, parts } = input as { book?: string; parts?: unknown };
  return book === 'bakker' && parts !== undefined;
}

beforeEach(() => forgetDatabases(...names));

async function debtorNamed(code: string, name: string): Promise<void> {
  const debtor: Debtor = {
    ...((await demoDebtor()) as Debtor),
    id: 1,
    code,
    name,
  };
  await books.run({ type: 'save-debtor', debtor });
}

async function demoDebtor(): Promise<Debtor | undefined> {
  const { demoChanges } = await import('#shared/demo/generate.ts');
  return demoChanges('2026-11-20').find(({ table }) => table === 'debtor')?.line as Debtor | undefined;
}

describe('start', () => {
  it('is a first start when the host has no books', async () => {
    await startOn(memoryHost());
    expect(session()).toMatchObject({ phase: 'first-start', administrations: [], today: '2026-11-20' });
  });

  it('opens the administration that was open last, by its name', async () => {
    const host = memoryHost();
    await startOn(host);
    await createAdministration(administration('bakker', 'Bakkerij Zeeman'));
    await createAdministration(administration('slager', 'Slagerij De Wit'));
    await openBook('bakker');
    await closeBooks();

    await startOn(host);
    expect(session()).toMatchObject({
      phase: 'open',
      book: 'bakker',
      administrations: [
        { id: 'bakker', name: 'Bakkerij Zeeman' },
        { id: 'slager', name: 'Slagerij De Wit' },
      ],
    });
  });

  it('builds everything again when the databases are gone, names and preferences included', async () => {
    const host = memoryHost();
    await startOn(host);
    await createAdministration(administration('bakker', 'Bakkerij Zeeman'));
    await setPreference('theme', 'dark');
    await closeBooks();
    await forgetDatabases(...names);
    preferencesStore.setState({ theme: 'auto' });

    await startOn(host);
    expect(session()).toMatchObject({ phase: 'open', administrations: [{ id: 'bakker', name: 'Bakkerij Zeeman' }] });
    expect(preferencesStore.getState().theme).toBe('dark');
    expect(await books.administration()).toMatchObject({ name: 'Bakkerij Zeeman' });
  });

  it('shows the books read-only in safe mode, without a database, and writes again once there is room', async () => {
    const host = await openDemoDesk();
    const known = await books.summaries();
    await closeBooks();
    await forgetDatabases(...names);

    const full = memoryHost({ safeMode: true, disk: host.disk });
    await startOn(full);
    expect(session().openState).toMatchObject({ state: 'read-only', reason: 'safe-mode' });
    expect(isWritable(session())).toBe(false);
    expect(await books.summaries()).toEqual(known);
    expect((await indexedDB.databases()).length).toBe(0);
    await expect(books.run({ type: 'add-note', debtorId: 1, text: 'x', corrects: null })).rejects.toMatchObject({
      failure: { code: 'safe-mode' },
    });

    full.emit('disk', { freeBytes: 1e9, safeMode: false });
    await expect.poll(() => isWritable(session())).toBe(true);
    expect(await books.summaries()).toEqual(known);
  });

  it('ends in recovery when the journal is damaged', async () => {
    const host = await openDemoDesk();
    await closeBooks();
    host.journal.damage('demo');
    await startOn(host);
    expect(session()).toMatchObject({ phase: 'recovery', openState: { reason: 'journal-broken' } });
  });

  it('ends in recovery when the database is ahead of the journal, and can be built again from it', async () => {
    const host = await openDemoDesk();
    await books.run({ type: 'add-note', debtorId: 1, text: 'later', corrects: null });
    await closeBooks();
    host.journal.loseAfter('demo', 1);
    await startOn(host);
    expect(session()).toMatchObject({ phase: 'recovery', openState: { reason: 'journal-behind' } });
    await rebuildDatabase();
    expect(session().phase).toBe('open');
    expect((await books.ledger(1))?.note).toBeUndefined();
  });

  it('repairs the office’s own book by itself: it holds names and settings only', async () => {
    const host = await openDemoDesk();
    await expect.poll(() => host.journal.backups('kantoor').length).toBe(1);
    await setPreference('density', 'compact');
    await closeBooks();
    host.journal.loseAfter('kantoor', 1);
    await startOn(host);
    expect(session()).toMatchObject({ phase: 'open', error: null });
    await closeBooks();
    host.journal.damage('kantoor');
    await startOn(host);
    expect(session()).toMatchObject({ phase: 'open', error: null, administrations: [{ id: 'demo' }] });
    await setPreference('density', 'comfortable');
  });

  it('does not list an administration that was never saved', async () => {
    const host = memoryHost({
      before: (_channel, input) => (refuses(input) ? fail('disk-full', 'no space') : undefined),
    });
    await startOn(host);
    const saving = createAdministration(administration('bakker', 'Bakkerij Zeeman'));
    await expect(saving).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(session().administrations).toEqual([]);
  });

  it('fails with the reason when there is no host', async () => {
    const host = memoryHost();
    host.end();
    await startOn(host);
    expect(session()).toMatchObject({ phase: 'failed', error: { code: 'host-gone' } });
  });
});

describe('administrations', () => {
  it('never mix, though both know a debtor by the same code (criterion A1)', async () => {
    await startOn(memoryHost());
    await createAdministration(administration('bakker', 'Bakkerij Zeeman'));
    await debtorNamed('10001', 'Café de Zon');
    await createAdministration(administration('slager', 'Slagerij De Wit'));
    expect(await books.summaries()).toEqual([]);
    await debtorNamed('10001', 'Hotel Maan');
    expect((await books.search('10001', 10)).map(({ title }) => title)).toEqual(['Hotel Maan']);
    await openBook('bakker');
    expect((await books.summaries()).map(({ name }) => name)).toEqual(['Café de Zon']);
    expect((await books.search('maan', 10)).length).toBe(0);
    expect((await books.events(1)).map(({ data }) => data.name)).toEqual(['Café de Zon']);
  });

  it('keep their own names when a second is chosen while the first is being opened', async () => {
    await startOn(memoryHost());
    await createAdministration(administration('bakker', 'Bakkerij Zeeman'));
    await createAdministration(administration('slager', 'Slagerij De Wit'));
    await Promise.all([openBook('bakker'), openBook('slager')]);
    expect(session()).toMatchObject({
      phase: 'open',
      book: 'slager',
      administrations: [
        { id: 'bakker', name: 'Bakkerij Zeeman' },
        { id: 'slager', name: 'Slagerij De Wit' },
      ],
    });
    expect((await books.administration())?.id).toBe('slager');
  });

  it('cannot take the id of another, nor the office’s', async () => {
    await startOn(memoryHost());
    await createAdministration(administration('bakker', 'Bakkerij Zeeman'));
    for (const id of ['bakker', 'kantoor', 'Hoofd letters']) {
      await expect(createAdministration(administration(id, 'X'))).rejects.toMatchObject({
        failure: { code: 'bad-input' },
      });
    }
    expect(bookIdFor('Bakkerij Zeeman B.V.', [])).toBe('bakkerij-zeeman-b-v');
    expect(bookIdFor('Kantoor', [])).toBe('kantoor-2');
    expect(bookIdFor('Bakker', ['bakker'])).toBe('bakker-2');
    expect(bookIdFor('   ', [])).toBe('administratie');
  });

  it('opens the demo a second time as it was left', async () => {
    await openDemoDesk();
    await books.run({ type: 'add-note', debtorId: 1, text: 'gebeld', corrects: null });
    await openDemo();
    expect(Object.values((await books.ledger(1))?.note ?? {})).toMatchObject([{ text: 'gebeld' }]);
  });
});

describe('backups', () => {
  it('are made at start when the last is older than a day', async () => {
    const host = await openDemoDesk();
    await expect.poll(() => host.journal.backups('demo').length).toBe(1);
    await expect.poll(() => session().lastBackupAt).toBe('2026-11-20T09:00:00');
    await openBook('demo');
    expect(host.journal.backups('demo').length).toBe(1);
  });

  it('are put back whole, and what was there is kept', async () => {
    const host = await openDemoDesk();
    await makeBackup('on-demand');
    const before = await books.summaries();
    await books.run({ type: 'add-note', debtorId: 1, text: 'na de back-up', corrects: null });
    await restoreBackup(host.journal.backups('demo')[0]?.id ?? '');
    expect(session().phase).toBe('open');
    expect((await books.ledger(1))?.note).toBeUndefined();
    expect(await books.summaries()).toEqual(before);
    expect(host.journal.backups('demo').map(({ reason }) => reason)).toContain('before-restore');
  });
});

describe('undo', () => {
  it('lays back what the last command changed and keeps the fact in the dossier', async () => {
    await openDemoDesk();
    const before = await books.ledger(1);
    const events = (await books.events(1)).length;
    await runCommand(
      { type: 'set-hold', debtorId: 1, itemId: null, reason: 'manual', until: null, note: 'overleg' },
      { key: 'debiteuren.hold' },
    );
    expect(undoStore.getState().last).toMatchObject({ shown: true });
    expect(await undoLast()).toBe(true);
    expect((await books.ledger(1))?.hold ?? {}).toEqual(before?.hold ?? {});
    expect((await books.events(1)).length).toBeGreaterThan(events + 1);
    expect(await undoLast()).toBe(false);
  });

  it('is no longer offered once something else changed the same debtor', async () => {
    await openDemoDesk();
    const note = (debtorId: number) => ({ type: 'add-note', debtorId, text: 'x', corrects: null }) as const;
    await runCommand(note(1), { key: 'x' });
    await books.run(note(2));
    expect(undoStore.getState().last).not.toBeNull();
    await books.run({ ...note(1), text: 'y' });
    expect(undoStore.getState().last).toBeNull();
  });
});
