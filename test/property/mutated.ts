import fc from './draws.ts';

/** Runs of a fuzz test: `FUZZ_RUNS=20000` for the long one; the default is what a test run can afford. */
export const fuzzRuns = Number(process.env.FUZZ_RUNS ?? 300);

export type Edit = readonly [kind: number, at: number, length: number, byte: number];

/** Edits of a file, up to so many and so far into it. */
export function editsUpTo(count: number, place: number, length: number): fc.Arbitrary<Edit[]> {
  return fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: place }), fc.nat({ max: length }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: count,
  });
}

/** Bytes changed, cut, repeated, taken out, and words put in: what discs, editors and downloads do to files. */
export function mutated(text: string, edits: readonly Edit[], words: readonly string[]): Uint8Array {
  let bytes = [...new TextEncoder().encode(text)];
  for (const [kind, place, length, byte] of edits) {
    const at = place % (bytes.length + 1);
    if (kind === 0) bytes[at] = byte;
    else if (kind === 1) bytes = bytes.slice(0, at);
    else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (kind === 3) bytes.splice(at, length);
    else bytes.splice(at, 0, ...new TextEncoder().encode(words[byte % words.length]!));
  }
  return Uint8Array.from(bytes);
}
