import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#shared/dates/civil.ts';
import { VoldaanWindow } from '#test/e2e/voldaan-window.ts';
import { benchDay } from './engine.ts';
import { type Frames, importFile, residentMegabytes, stopFrames, watchFrames } from './import-file.ts';
import { type BenchRow, row } from './measure.ts';
import { type ListSize, openItemsCsv } from './open-items.ts';

/** The real window: import, start, scroll, filter and memory with this many items stored. */
export async function windowRows(size: ListSize): Promise<BenchRow[]> {
  const label = `${size.items} items, ${size.debtors} debtors`;
  const folder = mkdtempSync(join(tmpdir(), 'voldaan-bench-window-'));
  const list = join(folder, 'lijst.csv');
  writeFileSync(list, openItemsCsv(size, benchDay));
  const window = await VoldaanWindow.start({ today: benchDay, dataFolder: join(folder, 'data') });
  try {
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('heading', { name: 'Vandaag' }).waitFor();
    const { preview, worst, commit } = await importFile(window, list);
    const again = await startTimes(window, Array(5).fill(benchDay));
    const first = await startTimes(
      window,
      [1, 2, 3].map((days) => addDays(benchDay, days)),
    );
    await startTimes(window, [benchDay]);
    const browse = await browseDebtors(window);
    return [
      row('file to preview', [preview], { size: label, must: 2_500, aim: 1_000 }),
      row('file to preview: worst main-thread block', [worst], { size: label, must: 50, aim: 16 }),
      row('commit of an import', [commit], { size: label, must: 8_000, aim: 1_500 }),
      row('start to usable Vandaag (page)', again.page, { size: label, must: 2_500, aim: 1_200 }),
      row('start to usable Vandaag (program start included)', again.whole, { size: label }),
      row('first start of a day to usable Vandaag (page)', first.page, { size: label, must: 2_500, aim: 1_200 }),
      row('scroll 10,000 debtors', [browse.fps], { size: label, unit: 'fps', must: 50, aim: 60 }),
      row('filter, per key', browse.keys, { size: label, must: 50, aim: 16 }),
      row('memory of the window', [browse.memory], { size: label, unit: 'MB', must: 600, aim: 300 }),
    ];
  } finally {
    await window.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long the window rests before it is closed: what the next start shows is kept two seconds after the last write, that of the next day some seconds later. */
const restMs = 12_000;

/** Starts the window on each of these days. */
async function startTimes(
  window: VoldaanWindow,
  days: readonly string[],
): Promise<{ page: number[]; whole: number[] }> {
  const page: number[] = [];
  const whole: number[] = [];
  for (const today of days) {
    await window.page.waitForTimeout(restMs);
    const start = performance.now();
    await window.restart({ end: 'close', today });
    await window.evaluate(`location.hash = '#/vandaag'`);
    await window.page.getByRole('button', { name: /^Maak [\d.]+ brieven/ }).waitFor({ timeout: 60_000 });
    whole.push(performance.now() - start);
    page.push((await window.evaluate('performance.now()')) as number);
  }
  return { page, whole };
}

async function browseDebtors(window: VoldaanWindow): Promise<{ fps: number; keys: number[]; memory: number }> {
  const { page } = window;
  await window.evaluate(`location.hash = '#/debiteuren'`);
  const grid = page.getByRole('grid').first();
  await grid.waitFor();
  await grid.hover();
  await window.evaluate(watchFrames);
  for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 600);
  await page.waitForTimeout(500);
  const { fps } = (await window.evaluate(stopFrames)) as Frames;
  const memory = residentMegabytes(window.dataFolder);
  await page.keyboard.press('/');
  const keys: number[] = [];
  for (const key of 'debiteur 12') {
    await window.evaluate(watchFrames);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(120);
    keys.push(((await window.evaluate(stopFrames)) as Frames).worst);
  }
  return { fps, keys, memory };
}
