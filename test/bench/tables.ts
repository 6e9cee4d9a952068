import Papa from 'papaparse';
import { limits } from '#shared/contract/limits.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { type BenchRow, peakMemory, raced, row } from './measure.ts';
import { type ListSize, openItemsCsv } from './open-items.ts';

/** Every cell in quotes, as many packages write it. */
export function quoted(text: string): string {
  return text
    .split('\r\n')
    .map((line) => (line === '' ? '' : `"${line.replaceAll(';', '";"')}"`))
    .join('\r\n');
}

/** How fast tables are read, beside Papa Parse to arrays over the same bytes in the same run (issue 4: at least 40 %). */
export async function tableRows(list: ListSize, today: string): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  const plain = openItemsCsv(list, today);
  for (const [name, text] of [
    ['plain table', plain],
    ['quoted table', quoted(plain)],
  ] as const) {
    const bytes = new TextEncoder().encode(text);
    const size = `${list.items} items, ${Math.round(bytes.length / 1e6)} MB`;
    const { speeds, shares } = await raced(
      bytes,
      () => Papa.parse(new TextDecoder().decode(bytes), { delimiter: ';', quoteChar: '"' }),
      () => readTable({ fileName: 'lijst.csv', bytes }),
    );
    rows.push(row(`read a ${name}`, speeds, { size, unit: 'MB/s' }));
    rows.push(row(`read a ${name}, share of Papa Parse`, shares, { size, unit: '%', must: 40 }));
    rows.push(row(`read a ${name}, most memory`, [peakMemory(name, list.items)], { size, unit: 'MB' }));
  }
  const most = limits.tableRows - 2;
  const size = `${most} items`;
  rows.push(
    row('read the longest table there may be, most memory', [peakMemory('plain table', most)], { size, unit: 'MB' }),
  );
  return rows;
}
