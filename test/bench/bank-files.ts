import { addDays } from '#shared/dates/civil.ts';
import { seededRandom } from '#shared/demo/random.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { type BenchRow, peakMemory, processorTime, readerRuns, row } from './measure.ts';

/**
 * MT940 of at least `bytes`, as a business account with structured text has it: one statement a day of some hundred lines,
 * balances that follow each other. The same size and seed give the same text.
 */
export function mt940Text(bytes: number, seed = 1): string {
  const random = seededRandom(seed);
  const parts: string[] = [];
  let size = 0;
  let balance = 5_000_000;
  const amount = (cents: number) => formatAmount(Math.abs(cents)).replaceAll('.', '');
  const short = (date: string) => date.slice(2).replaceAll('-', '');
  for (let day = 0; size < bytes; day++) {
    const date = addDays('2020-01-01', day % 3650);
    const lines = [
      '{1:F01INGBNL2ABXXX0000000000}',
      '{2:I940INGBNL2AXXXN}',
      '{4:',
      `:20:P${short(date)}000000001`,
      ':25:NL91INGB0001234567EUR',
      `:28C:${day + 1}`,
      `:60F:C${short(date)}EUR${amount(balance)}`,
    ];
    for (let line = 0; line < 250; line++) {
      const cents = Math.floor(random() * 500_000) - 200_000;
      balance += cents;
      lines.push(
        `:61:${short(date)}${date.slice(5).replace('-', '')}${cents < 0 ? 'D' : 'C'}${amount(cents)}NTRFEREF//${day}${line}`,
      );
      lines.push('/TRCD/00100/');
      const text = `/EREF/E${day}-${line}//CNTP/NL13RABO0${100_000_000 + line}/RABONL2U/Debiteur ${line} B.V./Zwolle//REMI/USTD//Factuur F${day}${line} klantnummer ${10_000 + line}, onder aftrek van creditnota C${line} van vorige maand/`;
      lines.push(`:86:${text.slice(0, 65)}`, text.slice(65, 130), text.slice(130));
    }
    lines.push(`:62F:${balance < 0 ? 'D' : 'C'}${short(date)}EUR${amount(balance)}`, '-}', '');
    const message = lines.join('\r\n');
    size += message.length;
    parts.push(message);
  }
  return parts.join('');
}

/** How fast bank files are read, in megabytes a second of processor time (issue 4: MT940 at least 30), and in what memory. */
export async function bankFileRows(megabytes: number): Promise<readonly BenchRow[]> {
  const bytes = new TextEncoder().encode(mt940Text(megabytes * 1e6));
  const speeds: number[] = [];
  let lines = 0;
  for (let run = 0; run < readerRuns; run++) {
    const own = await processorTime(() => {
      lines = readMt940(bytes).statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
    });
    speeds.push(bytes.length / 1000 / own);
  }
  const size = `${megabytes} MB, ${lines} lines`;
  return [
    row('read MT940', speeds, { size, unit: 'MB/s', must: 30 }),
    row('read MT940, most memory', [peakMemory('mt940', megabytes * 1e6)], { size, unit: 'MB' }),
  ];
}
