import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { VoldaanWindow } from '#test/e2e/voldaan-window.ts';

/**
 * Counts frames and the longest stretch between two, from now until `stopFrames`. By the clock: the time a frame is told it is
 * drawn at lies before what held it up.
 */
export const watchFrames = `(() => {
  const now = performance.now();
  const watch = { worst: 0, frames: 0, started: now, last: now, on: true };
  const tick = () => {
    const at = performance.now();
    watch.worst = Math.max(watch.worst, at - watch.last);
    watch.last = at;
    watch.frames++;
    if (watch.on) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.__watch = watch;
})()`;
/** Two frames later: what is drawn now counts. */
export const stopFrames = `(async () => {
  const watch = window.__watch;
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  watch.on = false;
  return { worst: watch.worst, fps: watch.frames / ((performance.now() - watch.started) / 1000) };
})()`;

/** What the screen says of an import that does not come through. */
const refusals = ['is niet geschreven', 'Er is niets gewijzigd'];

/**
 * Resolves, in the page, with the milliseconds from an event to the first frame in which a button or text is there; rejects
 * with what the screen says of a refusal instead.
 */
const fromEventTo = (event: string, there: string) => `new Promise((resolve, reject) => {
  document.addEventListener('${event}', () => {
    const start = performance.now();
    ${watchFrames};
    const look = () => {
      if (${there}) resolve(performance.now() - start);
      else if (${JSON.stringify(refusals)}.some((each) => document.body.textContent.includes(each))) {
        reject(new Error(document.querySelector('main').innerText));
      } else requestAnimationFrame(look);
    };
    look();
  }, { capture: true, once: true });
})`;
const buttonStarting = (text: string) =>
  `[...document.querySelectorAll('button')].some((each) => each.textContent.startsWith('${text}') && !each.disabled)`;

export interface Frames {
  readonly worst: number;
  readonly fps: number;
}

/** Times of one file in the import screen, in milliseconds. */
export interface ImportTimes {
  readonly preview: number;
  /** Longest stretch between two frames until then. */
  readonly worst: number;
  readonly commit: number;
  /** Longest stretch between two frames while it was written. */
  readonly worstCommit: number;
}

/** Chooses a file, waits for its preview and has it imported. */
export async function importFile(window: VoldaanWindow, path: string): Promise<ImportTimes> {
  const { page } = window;
  await window.evaluate(`location.hash = '#/import'`);
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  const previewed = window.evaluate(fromEventTo('change', buttonStarting('Importeer'))) as Promise<number>;
  await chooseFile(window, path);
  const preview = await previewed;
  const { worst } = (await window.evaluate(stopFrames)) as Frames;
  const done = `document.body.textContent.includes('${basename(path)} is geïmporteerd')`;
  const committed = window.evaluate(fromEventTo('click', done)) as Promise<number>;
  await page.getByRole('button', { name: /^Importeer/ }).click();
  const commit = await committed;
  const { worst: worstCommit } = (await window.evaluate(stopFrames)) as Frames;
  return { preview, worst, commit, worstCommit };
}

/** Chooses a file by its path, as a user does: its bytes do not pass through the page on the way. */
async function chooseFile({ page }: VoldaanWindow, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type=file]' });
  await session.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  await session.detach();
}

/** Resident memory of the browser's page processes on this data folder; 0 where /proc is absent. */
export function residentMegabytes(dataFolder: string): number {
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
