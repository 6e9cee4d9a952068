import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAdministration } from '#test/e2e/book-steps.ts';
import { VoldaanWindow } from '#test/e2e/voldaan-window.ts';
import { bankYear } from './bank-year.ts';
import { benchDay } from './engine.ts';
import { importFile, residentMegabytes } from './import-file.ts';
import { ownIban } from './matching-year.ts';
import { type BenchRow, row } from './measure.ts';

/** The real window: the bank file of a busy year, compared with the items it pays and written. */
export async function bankWindowRows(lines: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voldaan-bench-bank-'));
  const { list, bank } = bankYear(lines);
  const listFile = join(folder, 'lijst.csv');
  const bankFile = join(folder, 'bank.csv');
  writeFileSync(listFile, list);
  writeFileSync(bankFile, bank);
  const window = await VoldaanWindow.start({ today: benchDay, dataFolder: join(folder, 'data') });
  try {
    window.page.setDefaultTimeout(600_000);
    await makeAdministration(window, { name: 'Meetbedrijf B.V.', iban: ownIban });
    await importFile(window, listFile);
    const { preview, worst, commit, worstCommit } = await importFile(window, bankFile);
    const size = `${lines} bank lines`;
    return [
      row('bank file to preview', [preview], { size }),
      row('bank file to preview: worst main-thread block', [worst], { size, must: 50, aim: 16 }),
      row('commit of a bank file', [commit], { size }),
      row('commit of a bank file: worst main-thread block', [worstCommit], { size, must: 50, aim: 16 }),
      row('memory of the window after a bank file', [residentMegabytes(window.dataFolder)], { size, unit: 'MB' }),
    ];
  } finally {
    await window.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
