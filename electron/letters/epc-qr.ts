import qrModule from 'pdfmake/js/qrEnc.js';

/** A dark rectangle of a QR code, in modules. */
export interface QrBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// Bundled and unbundled CommonJS differ in where the default export is.
const qrEncoder = qrModule.default ?? qrModule;
const moduleSize = 5;

/**
 * The dark modules of a QR code with level M, neighbours taken together: each rectangle costs time in every letter.
 * `size` in modules, without quiet zone.
 */
export function qrBlocks(payload: string): { readonly size: number; readonly blocks: readonly QrBlock[] } {
  const { _canvas, _width } = qrEncoder.measure({ qr: [...Buffer.from(payload, 'utf8')], eccLevel: 'M' });
  const runs: { x: number; y: number; width: number }[] = [];
  // The first rectangle is the background.
  for (const dark of _canvas.slice(1)) {
    const [x, y] = [dark.x / moduleSize, dark.y / moduleSize];
    const last = runs.at(-1);
    if (last && last.y === y && last.x + last.width === x) last.width++;
    else runs.push({ x, y, width: 1 });
  }
  const blocks: { x: number; y: number; width: number; height: number }[] = [];
  const above = new Map<string, { y: number; height: number }>();
  for (const run of runs) {
    const key = `${run.x} ${run.width}`;
    const block = above.get(key);
    if (block && block.y + block.height === run.y) {
      block.height++;
      continue;
    }
    const started = { ...run, height: 1 };
    blocks.push(started);
    above.set(key, started);
  }
  return { size: _width / moduleSize, blocks };
}
