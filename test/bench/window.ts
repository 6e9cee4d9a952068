import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VoldaanWindow } from '#test/e2e/voldaan-window.ts';
import { benchDay } from './engine.ts';
import { type BenchRow, row } from './measure.ts';
import { type ListSize, openItemsCsv } from './open-items.ts';

/** Counts frames and the longest stretch between two, from now until `stopFrames`. */
const watchFrames = `(() => {
  const now = performance.now();
  const watch = { worst: 0, frames: 0, started: now, last: now, on: true };
  const tick = (at) => {
    watch.worst = Math.max(watch.worst, at - watch.last);
    watch.last = at;
    watch.frames++;
    if (watch.on) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.__watch = watch;
})()`;
const stopFrames = `(() => {
  const watch = window.__watch;
  watch.on = false;
  return { worst: watch.worst, fps: watch.frames / ((performance.now() - watch.started) / 1000) };
})()`;

/** Resolves, in the page, with the milliseconds from an event to the first frame in which a button or text is there. */
const fromEventTo = (event: string, there: string) => `new Promise((resolve) => {
  document.addEventListener('${event}', () => {
    const start = performance.now();
    ${watchFrames};
    const look = () => (${there} ? resolve(performance.now() - start) : requestAnimationFrame(look));
    look();
  }, { capture: true, once: true });
})`;
const buttonStarting = (text: string) =>
  `[...document.querySelectorAll('button')].some((each) => each.textContent.startsWith('${text}') && !each.disabled)`;

interface Frames {
  readonly worst: number;
  readonly fps: number;
}

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
    const { preview, worst, commit } = await importList(window, list);
    const starts = await startTimes(window, 5);
    const browse = await browseDebtors(window);
    return [
      row('file to preview', [preview], { size: label, must: 2_500, aim: 1_000 }),
      row('file to preview: worst main-thread block', [worst], { size: label, must: 50, aim: 16 }),
      row('commit of an import', [commit], { size: label, must: 8_000, aim: 1_500 }),
      row('start to usable Vandaag (page)', starts.page, { size: label, must: 2_500, aim: 1_200 }),
      row('start to usable Vandaag (program start included)', starts.whole, { size: label }),
      row('scroll 10,000 debtors', [browse.fps], { size: label, unit: 'fps', must: 50, aim: 60 }),
      row('filter, per key', browse.keys, { size: label, must: 50, aim: 16 }),
      row('memory of the window', [browse.memory], { size: label, unit: 'MB', must: 600, aim: 300 }),
    ];
  } finally {
    await window.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importList(
  window: VoldaanWindow,
  list: string,
): Promise<{ preview: number; worst: number; commit: number }> {
  const { page } = window;
  await window.evaluate(`location.hash = '#/import'`);
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  const previewed = window.evaluate(fromEventTo('change', buttonStarting('Importeer'))) as Promise<number>;
  await page.locator('input[type=file]').first().setInputFiles(list);
  const preview = await previewed;
  const { worst } = (await window.evaluate(stopFrames)) as Frames;
  const done = "document.body.textContent.includes('lijst.csv is geïmporteerd')";
  const committed = window.evaluate(fromEventTo('click', done)) as Promise<number>;
  await page.getByRole('button', { name: /^Importeer/ }).click();
  return { preview, worst, commit: await committed };
}

async function startTimes(window: VoldaanWindow, runs: number): Promise<{ page: number[]; whole: number[] }> {
  const page: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await window.restart({ end: 'close' });
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

/** Resident memory of the browser's page processes on this data folder; 0 where /proc is absent. */
function residentMegabytes(dataFolder: string): number {
  let kilobytes = 0;
  try {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const command = readProcess(id, 'cmdline');
      if (!command.includes('--type=renderer') || !command.includes(dataFolder)) continue;
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readProcess(id, 'smaps_rollup'))?.[1] ?? 0);
    }
  } catch {
    return 0;
  }
  return kilobytes / 1024;
}

function readProcess(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
