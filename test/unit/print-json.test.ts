import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { printJson } from '#electron/commands/print.ts';

async function printed(value: unknown): Promise<string> {
  const out = new PassThrough();
  const all = text(out);
  await printJson(value, out);
  out.end();
  return all;
}

it.each([
  ['a refusal', { error: { code: 'x', message: 'a "b"\nc é 😀' } }],
  ['lists in lists', { statements: [{ account: 'NL1', transactions: [{ a: 1, b: [[], {}, [1, [2]]] }, {}] }], n: [] }],
  ['what is left out', { a: undefined, b: null, c: [undefined, null, false], d: { e: undefined } }],
  ['nothing', null],
  ['empty', {}],
])('prints %s as JSON.stringify does', async (_, value) => {
  expect(await printed(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
});

it('hands a long document over in pieces', async () => {
  const pieces: number[] = [];
  const out = new Writable({
    write(chunk, _, done) {
      pieces.push(chunk.length);
      done();
    },
  });
  const value = { rows: Array.from({ length: 10_000 }, (_, row) => ({ row, name: `Debiteur ${row}` })) };
  await printJson(value, out);
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces)).toBeLessThan(70_000);
});

it('ends quietly when the reader has seen enough', async () => {
  const closed = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('closed'), { code })) });
  await expect(printJson({ a: 1 }, closed('EPIPE'))).resolves.toBeUndefined();
  await expect(printJson({ a: 1 }, closed('ENOSPC'))).rejects.toThrow('closed');
});
