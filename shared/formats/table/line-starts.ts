import { limits } from '#shared/contract/limits.ts';
import { refuse } from './problems.ts';

/**
 * Where each line of a text begins, with the end of the last. Refuses a line of more than a million characters, and more rows
 * than fit in memory, by their number and where the first of them begins, before anything is split.
 */
export function lineStarts(text: string): Uint32Array {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  const most = limits.tableRows;
  let starts = new Uint32Array(1024);
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(lineEnd, start);
    const next = found < 0 ? text.length + 1 : found + 1;
    if (next - 1 - start > limits.lineLength) refuse('line-too-long', { length: next - 1 - start }, rows + 1);
    start = next;
    // What is too much is counted only: how much of it there is says what to do.
    if (++rows > most) continue;
    if (rows === starts.length) {
      const wider = new Uint32Array(starts.length * 2);
      wider.set(starts);
      starts = wider;
    }
    starts[rows] = next;
  }
  if (rows > most) refuse('too-many-rows', { rows, limit: most }, most + 1);
  return starts.subarray(0, rows + 1);
}
