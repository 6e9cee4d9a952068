// Makes assets/icons/ from icon.svg: PNG sizes for Linux, icon.ico for Windows, icon.icns for macOS. Run by hand after a
// change of the drawing; the results are committed, so that a build needs no browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './sources.mjs';

const folder = join(root, 'assets/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Kinds of PNG picture in an icns file, by their size. */
const icnsKinds = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

async function drawn() {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium' });
  const pictures = new Map();
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    pictures.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  return pictures;
}

/** An ico file whose pictures are PNG, which Windows takes since Vista. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let at = header.length;
  pictures.forEach(([size, png], index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}

function icns(pictures) {
  const parts = pictures.map(([size, png]) => {
    const header = Buffer.alloc(8);
    header.write(icnsKinds[size], 'ascii');
    header.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([header, png]);
  });
  const header = Buffer.alloc(8);
  header.write('icns', 'ascii');
  header.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([header, ...parts]);
}

const pictures = await drawn();
mkdirSync(join(folder, 'png'), { recursive: true });
for (const [size, png] of pictures) writeFileSync(join(folder, 'png', `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico([...pictures].filter(([size]) => size <= 256)));
writeFileSync(join(folder, 'icon.icns'), icns([...pictures].filter(([size]) => icnsKinds[size])));
