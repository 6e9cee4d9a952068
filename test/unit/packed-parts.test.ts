import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackedParts } from '#electron/journal/packed-parts.ts';
import { packedParts } from '#renderer/host/packed-parts.ts';
import { limits } from '#shared/contract/limits.ts';

const part = (text: string, count: number) => JSON.stringify(Array.from({ length: count }, () => ({ line: text })));

describe('parts of a commit on their way to the host', () => {
  it('go as they are when they are small', async () => {
    expect(await packedParts(['[1]', '[2]'])).toEqual({ parts: ['[1]', '[2]'] });
  });

  it('arrive as they left when they are large, whatever is in them', async () => {
    const parts = [part('Café ’t Hoekje “De Punt” 🌷 \\n', 9_000), '[]', part('€ −1.234,56', 9_000)];
    const sent = await packedParts(parts);
    expect(sent.packed).toBe(true);
    expect(JSON.stringify(sent).length).toBeLessThan(JSON.stringify(parts).length / 5);
    expect(await unpackedParts(sent.parts)).toEqual(parts);
  });

  it.each([
    ['two texts', ['YQ==', 'YQ==']],
    ['none', []],
    ['text that is no gzip', ['bm8gZ3ppcA==']],
    ['a bomb', [gzipSync(Buffer.alloc(limits.callUnpackedBytes + 1)).toString('base64')]],
  ])('are refused when they are %s', async (_, parts) => {
    await expect(unpackedParts(parts)).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });
});
