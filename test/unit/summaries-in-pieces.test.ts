import { describe, expect, it } from 'vitest';
import type { BooksEvents } from '#renderer/db/api.ts';
import { gathering, inPieces, type PieceEvents } from '#renderer/workers/summaries-in-pieces.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';

const silent: BooksEvents = {
  onProgress: () => undefined,
  onOpening: () => undefined,
  onSummaries: () => undefined,
  onQueues: () => undefined,
  onSaving: () => undefined,
  onCommitted: () => undefined,
};

describe('summaries cross to the page in pieces and are told whole', () => {
  it.each([
    [0, true, 1],
    [1, false, 1],
    [1000, true, 1],
    [2500, true, 3],
  ])('%i of them, all of them: %s', (count, all, messages) => {
    const told: [number, boolean][] = [];
    const sizes: number[] = [];
    const page = gathering({ ...silent, onSummaries: (changed, isAll) => told.push([changed.length, isAll]) });
    const wire: PieceEvents = {
      ...page,
      onSummaries: (piece, isAll, isLast) => {
        sizes.push(piece.length);
        page.onSummaries(piece, isAll, isLast);
      },
    };
    const summaries = Array.from({ length: count }, (_, id) => ({ id }) as DebtorSummary);
    const worker = inPieces(wire);
    worker.onSummaries(summaries, all);
    worker.onSummaries([], false);
    expect(told).toEqual([
      [count, all],
      [0, false],
    ]);
    expect(sizes.length).toBe(messages + 1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
  });
});
