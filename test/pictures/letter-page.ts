import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installedBrowser } from '#electron/host/browser/installed-browser.ts';

/** pdf.js as the window uses it, drawn in a page of its own: its worker runs in the page. */
const library = join(import.meta.dirname, '../../node_modules/pdfjs-dist/build');

/** A picture of the first page of a PDF, `width` pixels wide. */
export async function letterPage(file: string, width: number): Promise<Uint8Array> {
  const executablePath = installedBrowser();
  if (executablePath === null) throw new Error('no browser to draw the letter in');
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.setContent('<body style="margin:0"><canvas style="display:block"></canvas>');
    for (const name of ['pdf.worker.min.mjs', 'pdf.min.mjs'])
      await page.addScriptTag({ type: 'module', content: readFileSync(join(library, name), 'utf8') });
    await page.waitForFunction('globalThis.pdfjsLib && globalThis.pdfjsWorker');
    const data = readFileSync(file).toString('base64');
    await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob('${data}'), (letter) => letter.charCodeAt(0));
      const first = await (await pdfjsLib.getDocument({ data: bytes }).promise).getPage(1);
      const viewport = first.getViewport({ scale: ${width} / first.getViewport({ scale: 1 }).width });
      const canvas = document.querySelector('canvas');
      [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
      await first.render({ canvas, viewport }).promise;
    })()`);
    return await page.locator('canvas').screenshot();
  } finally {
    await browser.close();
  }
}
