import { describe, expect, it } from 'vitest';
import { DropFile, type OfferedSource } from '#shared/domain/drop/files.ts';
import { hashBytes } from '#shared/domain/event.ts';

const content = new TextEncoder().encode('Factuurnummer;Openstaand\n2026-001;100,00\n');

/** A file of two pieces; how often it was read from its beginning. */
function offered(digest?: OfferedSource['digest']): { readonly file: DropFile; readonly reads: () => number } {
  let reads = 0;
  const open = () => {
    reads++;
    return [content.slice(0, 10), content.slice(10)];
  };
  return {
    file: new DropFile({ name: 'lijst.csv', size: content.length, open, ...(digest && { digest }) }),
    reads: () => reads,
  };
}

describe('the hash of a dropped file is that of its bytes', () => {
  const fails = () => Promise.reject(new Error('no crypto'));
  const tells = async (bytes: Uint8Array) => `platform ${hashBytes(bytes)}`;
  const own = hashBytes(content);
  it.each<[string, OfferedSource['digest'], string, number]>([
    ['taken on the way where the platform reckons none', undefined, own, 1],
    ['as the platform reckons it, of the very bytes that were read', tells, `platform ${own}`, 1],
    ['taken at a second reading where the platform fails', fails, own, 2],
  ])('%s', async (_, digest, expected, times) => {
    const { file, reads } = offered(digest);
    expect(await file.bytes()).toEqual(content);
    expect(await file.sha256()).toBe(expected);
    expect(reads()).toBe(times);
    await file.bytes();
    expect(await file.sha256()).toBe(expected);
  });

  it('of one that is read in pieces, without asking the platform', async () => {
    const { file, reads } = offered(tells);
    for await (const _chunk of file.open());
    expect([await file.sha256(), reads()]).toEqual([own, 1]);
  });
});
