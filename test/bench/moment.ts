import { dropFiles } from '#test/e2e/book-steps.ts';
import {
  allConfirmed,
  clients,
  confirmAll,
  makeClients,
  momentDay,
  openToday,
  twelveFiles,
} from '#test/e2e/five-clients.ts';
import { VoldaanWindow } from '#test/e2e/voldaan-window.ts';
import { type BenchRow, row } from './measure.ts';

/** Moment 1 of the product: from the drop of twelve files of five clients to Vandaag of each, with the clicks between. */
export async function momentRows(): Promise<BenchRow[]> {
  const window = await VoldaanWindow.start({ today: momentDay });
  try {
    window.page.setDefaultTimeout(120_000);
    await makeClients(window);
    const start = performance.now();
    const passed = () => performance.now() - start;
    await dropFiles(window, twelveFiles);
    await confirmAll(window).click();
    const read = passed();
    await allConfirmed(window);
    const written = passed();
    for (const { name } of Object.values(clients)) await openToday(window, name);
    const size = '12 files, 5 administrations';
    return [
      row('moment 1: drop to preview of all', [read], { size }),
      row('moment 1: drop to the books of all', [written], { size }),
      row('moment 1: drop to Vandaag of each', [passed()], { size, must: 60_000 }),
    ];
  } finally {
    await window.remove();
  }
}
