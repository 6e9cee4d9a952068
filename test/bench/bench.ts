import { join } from 'node:path';
import { auditfileRows } from './auditfile.ts';
import { bankFileRows } from './bank-files.ts';
import { bankTableRows } from './bank-tables.ts';
import { bankWindowRows } from './bank-window.ts';
import { camtRows } from './camt.ts';
import { engineRows } from './engine.ts';
import { letterRows } from './letters.ts';
import { matchingRows, matchingYears } from './matching.ts';
import { machine, memoryRun } from './measure.ts';
import { momentRows } from './moment.ts';
import { measureMemory } from './reader-memory.ts';
import { tableRows } from './tables.ts';
import { windowRows } from './window.ts';

/*
 * `npm run bench`: every line of architecture §8 as JSON on stdout. `npm run bench -- engine tables bank audit matching letters
 * window bank-window moment` runs only those parts; `-- small` takes a tenth of the sizes.
 */
const dist = join(import.meta.dirname, '..');
const asked = new Set(process.argv.slice(2));
const small = asked.delete('small');
const wanted = (part: string) => asked.size === 0 || asked.has(part);
const size = small ? { items: 10_000, debtors: 1_000 } : { items: 100_000, debtors: 10_000 };

async function main(): Promise<void> {
  const [first, reader, memorySize] = process.argv.slice(2);
  if (first === memoryRun) return measureMemory(reader!, Number(memorySize));
  const rows = [
    ...(wanted('engine') ? await engineRows(size) : []),
    ...(wanted('tables') ? await tableRows(size, '2026-11-20') : []),
    ...(wanted('bank') ? await bankFileRows(small ? 3 : 30) : []),
    ...(wanted('bank') ? await bankTableRows(small ? 10_000 : 100_000) : []),
    ...(wanted('bank') ? await camtRows(small ? 3 : 30) : []),
    ...(wanted('audit') ? await auditfileRows(small ? 6 : 60, small ? 30 : 300) : []),
    ...(wanted('matching') ? matchingRows(small ? 10_000 : 100_000) : []),
    ...(wanted('letters') ? await letterRows(dist, small ? 100 : 1_000) : []),
    ...(wanted('window') ? await windowRows(size) : []),
    ...(wanted('bank-window') ? await bankWindowRows(small ? 2_500 : 25_000) : []),
    ...(wanted('moment') ? await momentRows() : []),
  ];
  const matching = wanted('matching') ? { matching: matchingYears(small) } : {};
  process.stdout.write(`${JSON.stringify({ machine: machine(), rows, ...matching }, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
