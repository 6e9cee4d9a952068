// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { useAdministration, useDebtor, useSearch, useWhyNot } from '#renderer/db/read/hooks.ts';
import { useProposals, useQueues } from '#renderer/db/read/proposals.ts';
import { mergeSummaries, useSummaries } from '#renderer/db/read/summaries.ts';
import { batchStore, startBatch, useBatch } from '#renderer/state/batch.ts';
import { createAdministration, openBook } from '#renderer/state/session.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { closeBooks, forgetDatabases, openDemoDesk } from './desk.ts';

const note = (debtorId: number) => ({ type: 'add-note', debtorId, text: 'gebeld', corrects: null }) as const;
const hold = (debtorId: number) =>
  ({ type: 'set-hold', debtorId, itemId: null, reason: 'manual', until: null, note: '' }) as const;

beforeEach(async () => {
  await forgetDatabases('demo', 'bakker');
  await openDemoDesk();
});

afterEach(async () => {
  cleanup();
  await closeBooks();
});

describe('what a screen reads', () => {
  it('is undefined while it is read, then there, and null for a debtor that does not exist', async () => {
    const { result } = renderHook(() => ({ known: useDebtor(1), unknown: useDebtor(9999) }));
    expect(result.current).toEqual({ known: undefined, unknown: undefined });
    await waitFor(() => expect(result.current.known?.events.length).toBeGreaterThan(0));
    expect(result.current.unknown).toBeNull();
  });

  it('changes after a commit that touches it, and keeps its reference after one that does not', async () => {
    const { result } = renderHook(() => useDebtor(1));
    await waitFor(() => expect(result.current).toBeTruthy());
    const before = result.current;
    await act(() => books.run(note(2)));
    expect(result.current).toBe(before);
    await act(() => books.run(note(1)));
    await waitFor(() => expect(Object.values(result.current?.ledger.note ?? {})).toMatchObject([{ text: 'gebeld' }]));
  });

  it('is one list of summaries in which only the touched one is another', async () => {
    const { result } = renderHook(() => useSummaries());
    await waitFor(() => expect(result.current?.length).toBe(60));
    const before = result.current ?? [];
    await act(() => books.run(hold(5)));
    await waitFor(() => expect(result.current).not.toBe(before));
    const changed = (result.current ?? []).filter((summary, index) => summary !== before[index]);
    expect(changed.map(({ id }) => id)).toEqual([5]);
  });

  it('is of the book that is open: nothing of the last one stays', async () => {
    const { result } = renderHook(() => ({ summaries: useSummaries(), administration: useAdministration() }));
    await waitFor(() => expect(result.current.summaries?.length).toBe(60));
    await act(() =>
      createAdministration(newAdministration({ id: 'bakker', name: 'Bakkerij Zeeman', iban: 'NL91ABNA0417164300' })),
    );
    await waitFor(() => expect(result.current.administration?.name).toBe('Bakkerij Zeeman'));
    expect(result.current.summaries).toEqual([]);
    await act(() => openBook('demo'));
    await waitFor(() => expect(result.current.summaries?.length).toBe(60));
  });
});

describe('proposals', () => {
  it('are worked out again after a commit, with the queues of Vandaag', async () => {
    const { result } = renderHook(() => ({ proposals: useProposals(), queues: useQueues() }));
    expect(result.current.proposals).toMatchObject({ state: 'loading', value: null });
    await waitFor(() => expect(result.current.proposals.state).toBe('ready'));
    const first = result.current.proposals.value?.proposals[0];
    expect(first).toBeDefined();
    await waitFor(() => expect(result.current.queues?.find(({ queue }) => queue === 'letters')).toBeDefined());
    await act(() => books.run(hold(first?.debtorId ?? 0)));
    await waitFor(() =>
      expect(result.current.proposals.value?.proposals.some(({ debtorId }) => debtorId === first?.debtorId)).toBe(
        false,
      ),
    );
    const { result: why } = renderHook(() => useWhyNot(first?.debtorId ?? 0));
    await waitFor(() => expect(why.current?.reasons).toContain('hold-manual'));
  });
});

describe('while letters are made', () => {
  it('what is proposed stays on screen, and is worked out once at the end', async () => {
    const { result } = renderHook(() => ({ proposals: useProposals(), phase: useBatch((batch) => batch.phase) }));
    await waitFor(() => expect(result.current.proposals.state).toBe('ready'));
    const proposed = result.current.proposals.value?.proposals ?? [];
    const seen = new Map<string, Set<number>>();
    const stop = batchStore.subscribe(({ phase }) => {
      const counts = seen.get(phase) ?? new Set();
      seen.set(phase, counts.add(result.current.proposals.value?.proposals.length ?? -1));
    });
    await act(() => startBatch(proposed, null));
    stop();
    expect(seen.get('issuing')).toEqual(new Set([proposed.length]));
    await waitFor(() => expect(result.current.proposals.value?.proposals).toEqual([]));
  });
});

describe('search', () => {
  it('shows what was found before while the next is looked up, and nothing for an empty text', async () => {
    const { result, rerender } = renderHook(({ text }) => useSearch(text, 5), { initialProps: { text: '' } });
    expect(result.current).toEqual({ state: 'idle', hits: [] });
    const name = (await books.summaries())[0]?.name ?? '';
    rerender({ text: name.slice(0, 6) });
    expect(result.current.state).toBe('searching');
    await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', hits: [{ debtorId: 1 }] }));
    rerender({ text: name });
    expect(result.current).toMatchObject({ state: 'searching', hits: [{ debtorId: 1 }] });
    rerender({ text: ' ' });
    expect(result.current.hits).toEqual([]);
  });
});

describe('merged summaries', () => {
  it('keep the order of creation and the references of what did not change', () => {
    const one = { id: 1, open: 1 } as never;
    const three = { id: 3, open: 3 } as never;
    const two = { id: 2, open: 2 } as never;
    const merged = mergeSummaries([one, three], [two]);
    expect(merged).toEqual([one, two, three]);
    expect(merged[0]).toBe(one);
  });
});
