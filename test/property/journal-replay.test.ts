import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups, makeBackup, restoreBackup } from '#electron/backup/backup.ts';
import { Journal } from '#electron/journal/journal.ts';
import { replay } from '#electron/journal/replay.ts';
import { applyChanges, type Books, type Change, emptyBooks } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { changeParts, foldedChanges } from '#shared/domain/folded-changes.ts';
import fc from './draws.ts';

const change: fc.Arbitrary<Change> = fc.record({
  table: fc.constantFrom('setting', 'mapping', 'item', 'payment', 'letter'),
  key: fc.constantFrom('1', '2', '33'),
  lineId: fc.constantFrom('a', 'b', '7', '12', '__proto__x', 'é"\\'),
  line: fc.option(fc.jsonValue(), { nil: null }),
  v: fc.constant(1),
});
/** What may happen to a book, in any order. */
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('half' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  fc.constant({ do: 'backup' as const }),
  fc.constant({ do: 'restart' as const }),
  fc.record({ do: fc.constant('restore' as const), which: fc.nat(20) }),
);

/** The lines of the books whatever order they came in, without the events a restore adds. */
function content(books: Books): string[] {
  return [...foldedChanges(books)]
    .filter((line) => line.table !== 'event')
    .map(canonicalJson)
    .sort();
}

test('whatever is committed, backed up, interrupted, restarted and restored, the journal gives the books a memory would hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const folder = mkdtempSync(join(tmpdir(), 'voldaan-replay-'));
      let journal = await Journal.open(folder, { minimumFree: 0 });
      let memory = emptyBooks();
      const kept = new Map<string, string[]>();
      let minute = 0;
      const now = () =>
        `2026-11-${String(10 + Math.floor(minute / 60)).padStart(2, '0')}T09:${String(minute++ % 60).padStart(2, '0')}:00`;
      try {
        for (const step of actions) {
          const next = journal.state().seq + 1;
          if (step.do === 'commit') {
            await journal.append(next, [...changeParts(step.changes, 60)], true, 0);
            applyChanges(memory, step.changes);
          } else if (step.do === 'half') {
            await journal.append(next, [...changeParts(step.changes, 60)], false, 0);
          } else if (step.do === 'backup') {
            const { id, made } = await makeBackup(journal, 'on-demand', now());
            if (id && made) kept.set(id, content(memory));
          } else if (step.do === 'restart') {
            await journal.close();
            journal = await Journal.open(folder, { minimumFree: 0 });
          } else {
            const chosen = (await listBackups(folder)).filter((backup) => kept.has(backup.id))[step.which];
            if (!chosen) continue;
            await restoreBackup(journal, chosen.id, now());
            memory = emptyBooks();
            applyChanges(
              memory,
              (kept.get(chosen.id) ?? []).map((line) => JSON.parse(line) as Change),
            );
          }
          expect(journal.state().broken).toBeNull();
        }
        await journal.close();
        journal = await Journal.open(folder, { minimumFree: 0 });
        expect(content(await replay(journal))).toEqual(content(memory));
      } finally {
        await journal.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
