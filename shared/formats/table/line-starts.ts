import { refuse } from './problems.ts';

const longestLine = 1_000_000;
/** What a sheet can hold; a list of more rows than that is something else, and would not fit in memory. */
const mostRows = 1_048_576;

/**
 * Where each line of a text begins, with the end of the last. Refuses a line of more than a million characters, and more rows
 * than a sheet can have, before anything is split.
 */
export function lineStarts(text: string): Uint32Array {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let starts = new Uint32Array(1024);
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(lineEnd, start);
    const next = found < 0 ? text.length + 1 : found + 1;
    if (next - 1 - start > longestLine) refuse('line-too-long', { length: next - 1 - start }, rows + 1);
    if (++rows === starts.length) {
      const wider = new Uint32Array(starts.length * 2);
      wider.set(starts);
      starts = wider;
    }
    starts[rows] = next;
    start = next;
  }
  if (rows > mostRows) refuse('too-many-rows', { rows });
  return starts.subarray(0, rows + 1);
}
