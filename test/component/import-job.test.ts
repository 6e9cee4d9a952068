// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BooksApi } from '#renderer/db/api.ts';
import { connectBooks } from '#renderer/db/client.ts';
import { addFiles, choose, forgetImports, importStore, stopReading } from '#renderer/features/import/job.ts';
import { FailureError, fail } from '#shared/contract/errors.ts';
import type { DropPreview } from '#shared/domain/drop/drop.ts';

const preview: DropPreview = { id: 'drop-1', units: [], openBefore: [], openAfter: [] };
const cancelled = () => new FailureError(fail('cancelled', 'overtaken').error);

afterEach(forgetImports);

describe('a choice whose comparing is stopped', () => {
  it('is taken back: what was shown stays, and no failure', async () => {
    let overtaken: () => void = () => undefined;
    const asked: unknown[] = [];
    const books: Partial<BooksApi> = {
      leaveDrop: async () => undefined,
      openDrop: async () => preview,
      chooseDrop: (_id, choices) => {
        asked.push(choices);
        overtaken();
        if (Object.keys(choices).length === 0) return Promise.resolve(preview);
        return new Promise((_resolve, reject) => {
          overtaken = () => reject(cancelled());
        });
      },
    };
    connectBooks('administration', books as BooksApi);
    connectBooks('office', { settings: async () => ({}) } as Partial<BooksApi> as BooksApi);
    await addFiles([{ name: 'bank.940', file: new File(['x'], 'bank.940') }]);
    expect(importStore.getState()).toMatchObject({ phase: 'ready', preview });
    choose('unit', { take: false });
    expect(importStore.getState()).toMatchObject({ phase: 'reading', choices: { unit: { take: false } } });
    stopReading();
    await vi.waitFor(() => expect(importStore.getState().phase).toBe('ready'));
    expect(importStore.getState()).toMatchObject({
      preview,
      choices: {},
      failure: null,
      files: [{ name: 'bank.940' }],
    });
    expect(asked).toEqual([{ unit: { take: false } }, {}, {}]);
  });
});

describe('files laid beside others, when that is stopped while all are compared', () => {
  it('are taken away again, and what was chosen of the others stays', async () => {
    const out = { unit: { take: false } };
    let compare: (read: DropPreview) => void = () => undefined;
    let compared = 0;
    const books: Partial<BooksApi> = {
      leaveDrop: async () => undefined,
      openDrop: async () => preview,
      chooseDrop: () => (++compared === 2 ? new Promise((resolve) => (compare = resolve)) : Promise.resolve(preview)),
    };
    connectBooks('administration', books as BooksApi);
    connectBooks('office', { settings: async () => ({}) } as Partial<BooksApi> as BooksApi);
    const named = (name: string) => ({ name, file: new File([name], name) });
    await addFiles([named('bank.940')]);
    choose('unit', out.unit);
    await vi.waitFor(() => expect(importStore.getState().phase).toBe('ready'));
    void addFiles([named('lijst.csv')]);
    await vi.waitFor(() => expect(compared).toBe(2));
    stopReading();
    compare(preview);
    await vi.waitFor(() => expect(importStore.getState().phase).toBe('ready'));
    expect(importStore.getState()).toMatchObject({ choices: out, files: [{ name: 'bank.940' }] });
    stopReading();
    expect(importStore.getState().phase).toBe('ready');
  });
});
