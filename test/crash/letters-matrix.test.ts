import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '#electron/files/hash.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { Books } from '#shared/domain/books.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { foldedChanges } from '#shared/domain/folded-changes.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { booksWith, importOf, invoice } from '../unit/dunning-books.ts';
import { book, makeLetters, openDesk, today } from './make-letters.ts';
import { recordedRenderer, recording } from './recorded-renderer.ts';

/*
 * SIGKILL between every two durable steps of a batch of 50 letters, then a new start: exactly one letter each, the same
 * bytes, every chain whole (architecture §5). By default a sample: each kind of step, at the first letter, halfway and
 * at the last; VOLDAAN_CRASH=1 takes every step, =7 every seventh.
 */
const count = 50;
const stride = Number(process.env.VOLDAAN_CRASH ?? 0);
const built = resolve('node_modules/.voldaan-crash');
const program = join(built, 'letters-program.cjs');
let base = '';
let start = '';
let recordings = '';
let steps: string[] = [];
let expected: ReadonlyMap<string, string>;
let recorded: LetterRenderer;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'voldaan-crash-'));
  start = join(base, 'start');
  recordings = join(base, 'recordings');
  recorded = recordedRenderer(recordings);
  await buildProgram();

  const books = booksWith(
    ...Array.from({ length: count }, (_, index) => ({ items: [invoice(`F${index + 1}`)], debtor: { id: index + 1 } })),
  );
  books.records.import.set('import', importOf(today));
  const desk = await openDesk(start, recorded);
  await desk.commit([...foldedChanges(books)]);
  await desk.close();

  const reference = copyOfStart('reference');
  const { books: made } = await makeLetters(
    reference,
    recording(createInProcessRenderer(resolve('assets')), recordings),
  );
  expect(lettersOf(made)).toHaveLength(count);
  expected = filesOf(reference);

  const traced = run(copyOfStart('trace'), recordings, { VOLDAAN_TRACE_STEPS: '1' });
  steps = JSON.parse(traced.stdout);
}, 180_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The program as one file that Node runs by itself; packages stay in node_modules. */
async function buildProgram(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: resolve('.'),
    build: {
      ssr: resolve('test/crash/letters-program.ts'),
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'letters-program.cjs' } },
    },
  });
}

function copyOfStart(name: string): string {
  const folder = join(base, name);
  cpSync(start, folder, { recursive: true });
  return folder;
}

function run(folder: string, renderer: string, env: Record<string, string>) {
  return spawnSync(process.execPath, [program, folder, renderer], {
    env: { ...process.env, VOLDAAN_TEST: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

function lettersOf(books: Books): Letter[] {
  return [...books.ledgers.values()].flatMap((ledger) => Object.values(ledger.letter ?? {}));
}

/** Every file of every letter with its hash, by its place. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const root = join(folder, 'administraties', book, 'brieven');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(root, name)).isFile(),
  );
  return new Map(names.sort().map((name) => [name, hashOf(readFileSync(join(root, name)))]));
}

/** What must hold after a crash at any step and one new start. */
function requireOneLetterEach(folder: string, books: Books): void {
  const letters = lettersOf(books);
  expect(letters).toHaveLength(count);
  expect(new Set(letters.map((letter) => letter.plan.debtor.id)).size).toBe(count);
  expect(letters.every((letter) => letter.state === 'issued' && letter.receipt !== null)).toBe(true);
  expect(filesOf(folder)).toEqual(expected);
  for (const letter of letters) {
    const events = books.chains.get(letter.plan.debtor.id) ?? [];
    expect(firstBrokenEvent(events)).toBeNull();
    expect(events.filter((event) => event.type === 'letter-issued')).toHaveLength(1);
    expect(events.filter((event) => event.type === 'letter-planned')).toHaveLength(1);
  }
}

/** Step numbers to kill at, from 1: of each kind the first, the middle and the last. */
function sampled(): number[] {
  const places = new Map<string, number[]>();
  for (const [index, name] of steps.entries()) places.set(name, [...(places.get(name) ?? []), index + 1]);
  const chosen = [...places.values()].flatMap((at) => [at[0] ?? 1, at[at.length >> 1] ?? 1, at.at(-1) ?? 1]);
  return [...new Set(chosen)].sort((a, b) => a - b);
}

describe('a batch of 50 letters killed between any two durable steps', () => {
  test('passes every durable step there is: three files a letter, four commits', () => {
    const times = (name: string) => steps.filter((step) => step === name).length;
    expect(times('write-start')).toBe(count * 3);
    expect(times('write-done')).toBe(count * 3);
    expect(times('journal-synced')).toBe(1 + Math.ceil(count / 20));
  });

  test(
    'restarts to exactly one letter each, with the same bytes',
    async () => {
      const points = stride > 0 ? steps.map((_, index) => index + 1).filter((step) => step % stride === 0) : sampled();
      expect(points.length).toBeGreaterThan(15);
      for (const point of points) {
        const folder = copyOfStart(`killed-${point}`);
        const killed = run(folder, recordings, { VOLDAAN_KILL_AT: String(point) });
        expect([point, killed.signal]).toEqual([point, 'SIGKILL']);
        const { books } = await makeLetters(folder, recorded);
        requireOneLetterEach(folder, books);
        rmSync(folder, { recursive: true, force: true });
      }
    },
    stride > 0 ? 3_600_000 : 240_000,
  );

  test('killed twice, at two different steps, still one letter each', async () => {
    const folder = copyOfStart('twice');
    for (const point of [Math.floor(steps.length / 3), Math.floor(steps.length / 4)]) {
      expect(run(folder, recordings, { VOLDAAN_KILL_AT: String(point) }).signal).toBe('SIGKILL');
    }
    const { books } = await makeLetters(folder, recorded);
    requireOneLetterEach(folder, books);
  });

  test('with the real PDF and mail: made again after the crash, the bytes are those of the first time', async () => {
    const folder = copyOfStart('real');
    const point = Math.floor(steps.length / 2);
    expect(run(folder, 'real', { VOLDAAN_KILL_AT: String(point) }).signal).toBe('SIGKILL');
    const { books } = await makeLetters(folder, createInProcessRenderer(resolve('assets')));
    requireOneLetterEach(folder, books);
  }, 120_000);
});
