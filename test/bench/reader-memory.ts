import { readCamt } from '#shared/formats/bank/camt/read.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { readXaf } from '#shared/formats/xaf/read.ts';
import { auditfileChunks } from './auditfile.ts';
import { mt940Text } from './bank-files.ts';
import { banks, bankTable } from './bank-tables.ts';
import { camtText } from './camt.ts';
import { openItemsCsv } from './open-items.ts';
import { quoted } from './tables.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function list(items: number): string {
  return openItemsCsv({ items, debtors: Math.ceil(items / 10) }, '2026-11-20');
}

/** By the name the bench asks for: makes a file of a size and reads it. */
const readers: Readonly<Record<string, (size: number) => unknown>> = {
  mt940: (size) => readMt940(encoded(mt940Text(size))),
  camt: (size) => readCamt(encoded(camtText(size))),
  ...Object.fromEntries(banks.map((bank) => [bank, (size: number) => readBankCsv(encoded(bankTable(bank, size)))])),
  'plain table': (size) => readTable({ fileName: 'lijst.csv', bytes: encoded(list(size)) }),
  'quoted table': (size) => readTable({ fileName: 'lijst.csv', bytes: encoded(quoted(list(size))) }),
  // Never in memory whole: read as it is made.
  xaf: async (size) => {
    const reading = await readXaf({ name: 'meting.xaf', open: () => auditfileChunks(size) });
    if (reading.level !== 1 || reading.warnings.length > 0) throw new Error('the auditfile was not read in full');
  },
};

/** Reads one file and prints the most memory the process ever had, in bytes; with the making of the file. */
export async function measureMemory(reader: string, size: number): Promise<void> {
  await readers[reader]!(size);
  process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
}
