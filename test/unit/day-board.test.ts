import { describe, expect, it } from 'vitest';
import { DayBoard } from '#renderer/workers/day-board.ts';
import { demoChanges } from '#shared/demo/generate.ts';
import { applyChanges, type Books, emptyBooks } from '#shared/domain/books.ts';

const today = '2026-11-20';
const later = '2026-11-27';

function demoBooks(): Books {
  const books = emptyBooks();
  applyChanges(books, demoChanges(today));
  books.seq = 1;
  return books;
}

describe('what can be done today', () => {
  it('is worked out once per commit, with and without a reason to go on with stale data', () => {
    const books = demoBooks();
    const board = new DayBoard({ books });
    const strict = board.proposals(later, null);
    const queues = board.queues(later, null);
    const accepted = board.proposals(later, 'De bank volgt morgen');
    expect(accepted.proposals.length).toBeGreaterThan(strict.proposals.length);
    expect(board.proposals(later, null)).toBe(strict);
    expect(board.queues(later, null)).toBe(queues);
    expect(board.known(later)).toBe(queues);
    expect(board.proposals(later, 'De bank volgt morgen')).toBe(accepted);
  });

  it('is worked out again after a commit, on another day, for another reason', () => {
    const books = demoBooks();
    const board = new DayBoard({ books });
    const strict = board.proposals(later, null);
    const accepted = board.proposals(later, 'De bank volgt morgen');
    expect(board.proposals(later, 'De bank is dicht')).not.toBe(accepted);
    expect(board.proposals(today, null)).not.toBe(strict);
    const before = board.proposals(later, null);
    books.seq = 2;
    expect(board.known(later)).toBeNull();
    expect(board.proposals(later, null)).not.toBe(before);
  });
});
