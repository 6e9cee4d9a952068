import Papa from 'papaparse';
import { readTable } from '#shared/formats/table/read.ts';
import { type BenchRow, row, timed } from './measure.ts';
import { type ListSize, openItemsCsv } from './open-items.ts';

/** Every cell in quotes, as many packages write it. */
function quoted(text: string): string {
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
    const shares: number[] = [];
    const speeds: number[] = [];
    for (let run = 0; run < 7; run++) {
      const [papa = 0] = await timed(1, () =>
        Papa.parse(new TextDecoder().decode(bytes), { delimiter: ';', quoteChar: '"' }),
      );
      const [own = 0] = await timed(1, () => readTable({ fileName: 'lijst.csv', bytes }));
      shares.push((papa / own) * 100);
      speeds.push(bytes.length / 1000 / own);
    }
    rows.push(row(`read a ${name}`, speeds, { size, unit: 'MB/s' }));
    rows.push(row(`read a ${name}, share of Papa Parse`, shares, { size, unit: '%', must: 40 }));
  }
  return rows;
}
