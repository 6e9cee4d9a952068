import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '#electron/backup/backup.ts';
import { Journal } from '#electron/journal/journal.ts';
import { replay } from '#electron/journal/replay.ts';
import type { Change } from '#shared/domain/books.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-journal-'));
});
const opened: Journal[] = [];
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openJournal(at = folder, options: Parameters<typeof Journal.open>[1] = {}): Promise<Journal> {
  const journal = await Journal.open(at, options);
  opened.push(journal);
  return journal;
}

const part = (lineId: string, line: unknown = lineId): string =>
  JSON.stringify([{ table: 'setting', key: 'administration', lineId, line, v: 1 } satisfies Change]);
const segment = (number = 1) => join(folder, 'journaal', `journaal-${String(number).padStart(6, '0')}.jsonl`);

async function withCommits(count: number): Promise<Journal> {
  const journal = await openJournal();
  for (let seq = 1; seq <= count; seq++) await journal.append(seq, [part(`s${seq}`)], true);
  return journal;
}

async function commitsIn(journal: Journal, after = 0): Promise<number[]> {
  return (await journal.read(after, 0)).commits.map((commit) => commit.seq);
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error) => error.failure?.code ?? String(error),
  );
}

describe('a commit counts once its closing line is on disk', () => {
  test('a commit of several calls is invisible until closed, then read back as one', async () => {
    const journal = await openJournal();
    await journal.append(1, [part('a'), part('b')], false);
    expect(journal.state().seq).toBe(0);
    expect(await commitsIn(journal)).toEqual([]);
    await journal.append(1, [part('c')], true);
    const { commits } = await journal.read(0, 0);
    expect(commits).toEqual([{ seq: 1, parts: [part('a'), part('b'), part('c')], done: true }]);
  });

  test('a commit that is being written goes on after a backup began a new segment', async () => {
    const journal = await withCommits(2);
    await journal.append(3, [part('a')], false, 0);
    await makeBackup(journal, 'daily', '2026-11-20T10:03:38');
    await journal.append(3, [part('b')], true, 1);
    await makeBackup(journal, 'daily', '2026-11-21T10:03:38');
    expect((await journal.read(2, 0)).commits).toEqual([{ seq: 3, parts: [part('a'), part('b')], done: true }]);
    await journal.close();
    const again = await openJournal();
    expect(again.state()).toMatchObject({ seq: 3, broken: null });
    expect((await replay(again)).seq).toBe(3);
  });

  test('an open batch is gone after a restart and its number is used again', async () => {
    const first = await withCommits(2);
    await first.append(3, [part('lost')], false);
    const again = await openJournal();
    expect(again.state()).toMatchObject({ seq: 2, broken: null });
    await again.append(3, [part('kept')], true);
    expect((await replay(await openJournal())).records.setting).toEqual(
      new Map([
        ['s1', 's1'],
        ['s2', 's2'],
        ['kept', 'kept'],
      ]),
    );
  });

  test('a writer that starts its commit anew replaces what it had sent', async () => {
    const journal = await openJournal();
    await journal.append(1, [part('old')], false, 0);
    await journal.append(1, [part('new')], true, 0);
    expect((await journal.read(0, 0)).commits[0]?.parts).toEqual([part('new')]);
    expect(await refusal(journal.append(2, [part('x')], true, 4))).toBe('bad-input');
  });

  test.each([
    ['a number that is not the next', 5, part('a'), 'journal-behind'],
    ['a number already used', 2, part('a'), 'journal-behind'],
    ['text that is not JSON', 3, '{', 'bad-input'],
    ['JSON that is no list', 3, '{}', 'bad-input'],
    ['a line break inside a part', 3, '[\n]', 'bad-input'],
  ])('%s is refused and nothing is written', async (_, seq, text, code) => {
    const journal = await withCommits(2);
    const before = readFileSync(segment());
    expect(await refusal(journal.append(seq, [text], true))).toBe(code);
    expect(readFileSync(segment())).toEqual(before);
  });

  test('below the free-space limit nothing is written and the journal stands', async () => {
    await withCommits(1);
    const journal = await openJournal(folder, { minimumFree: Number.MAX_SAFE_INTEGER });
    expect(await refusal(journal.append(2, [part('a')], true))).toBe('safe-mode');
    expect((await openJournal()).state()).toMatchObject({ seq: 1, broken: null });
  });
});

describe('what cannot be trusted is said, never skipped', () => {
  test('cut at every byte, the journal is a prefix of the commits and takes the next one', async () => {
    await (await withCommits(4)).close();
    const whole = readFileSync(segment());
    let seen = 0;
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(segment(), whole.subarray(0, length));
      const journal = await openJournal();
      const { seq, broken } = journal.state();
      expect(broken).toBeNull();
      expect(seq).toBeGreaterThanOrEqual(seen);
      seen = seq;
      expect(await commitsIn(journal)).toEqual([1, 2, 3, 4].slice(0, seq));
      if (length % 7 === 0) {
        await journal.append(seq + 1, [part('next')], true);
        await journal.close();
        expect((await openJournal()).state()).toMatchObject({ seq: seq + 1, broken: null });
      }
    }
    expect(seen).toBe(4);
  });

  test('one flipped bit in any byte is reported with its line, or leaves every commit as it was', async () => {
    await (await withCommits(3)).close();
    const whole = readFileSync(segment());
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 4;
      writeFileSync(segment(), changed);
      const journal = await openJournal();
      const line = whole.subarray(0, at).toString('latin1').split('\n').length;
      const { broken, seq } = journal.state();
      if (broken) {
        expect(broken.line).toBe(line);
        expect(await commitsIn(journal)).toEqual([1, 2, 3].slice(0, Math.max(0, line - 2)));
        expect(await refusal(journal.append(seq + 1, [part('x')], true))).toBe('journal-broken');
      } else {
        // Only the very last newline can change without anything being lost.
        expect(at).toBe(whole.length - 1);
        expect(await commitsIn(journal)).toEqual([1, 2, 3]);
      }
    }
  });

  test('a byte changed while running is found when the line is read', async () => {
    const journal = await withCommits(3);
    const bytes = readFileSync(segment());
    bytes[bytes.length - 120] = (bytes[bytes.length - 120] as number) ^ 1;
    writeFileSync(segment(), bytes);
    expect(await refusal(journal.read(0, 0))).toBe('journal-broken');
  });

  test('a missing segment file is a broken journal', async () => {
    const journal = await withCommits(2);
    await journal.rotate();
    await journal.append(3, [part('c')], true);
    await journal.rotate();
    await journal.append(4, [part('d')], true);
    await journal.close();
    rmSync(segment(2));
    expect((await openJournal()).state()).toMatchObject({ seq: 2, broken: { line: 1 } });
  });

  test('a journal of a newer version is refused', async () => {
    const { sealedLine } = await import('#electron/journal/line.ts');
    await (await withCommits(1)).close();
    writeFileSync(segment(), sealedLine('{"journal":2,"after":0,"reset":false'));
    expect(await refusal(openJournal())).toBe('newer-version');
  });
});

describe('reading', () => {
  test('goes on from the cursor until nothing is left, across segments and halfway a large commit', async () => {
    const journal = await withCommits(2);
    await journal.rotate();
    const large = Array.from({ length: 5 }, (_, index) => part(`big${index}`, 'x'.repeat(1_500_000)));
    await journal.append(3, large, true);
    await journal.append(4, [part('last')], true);
    const parts: string[] = [];
    const closed: number[] = [];
    let calls = 0;
    for (let cursor: number | null = 0; cursor !== null; calls++) {
      const page: Awaited<ReturnType<Journal['read']>> = await journal.read(1, cursor);
      for (const commit of page.commits) {
        parts.push(...commit.parts);
        if (commit.done) closed.push(commit.seq);
      }
      cursor = page.nextCursor;
    }
    expect(calls).toBeGreaterThan(1);
    expect(closed).toEqual([2, 3, 4]);
    expect(parts).toEqual([part('s2'), ...large, part('last')]);
  });

  test('a book without a journal is empty and stays untouched on disk', async () => {
    const journal = await openJournal(join(folder, 'nieuw'));
    expect(journal.state()).toMatchObject({ seq: 0, bytes: 0, broken: null });
    expect(await journal.read(0, 0)).toEqual({ commits: [], nextCursor: null });
    expect(readdirSync(folder)).toEqual([]);
  });
});
