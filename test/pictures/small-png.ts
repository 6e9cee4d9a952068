import { deflateSync, inflateSync } from 'node:zlib';

/* A screenshot as a PNG of at most 256 colours: a fifth of its weight, and no difference to see on a screen of few colours. */

const magic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One number `0xRRGGBB` per pixel. */
  readonly colors: Uint32Array;
}

/** The same picture in fewer bytes. Rejects what is no 8-bit RGB or RGBA picture, which is what a browser makes. */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, colors } = pixelsOf(Buffer.from(png));
  const palette = paletteOf(colors);
  const places = new Map([...new Set(colors)].map((color) => [color, nearestIn(palette, color)]));
  const rows = Buffer.alloc(height * (width + 1));
  // Each row begins with its filter, which is none.
  colors.forEach((color, at) => {
    rows[at + Math.floor(at / width) + 1] = places.get(color) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const entries = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([
    Buffer.from(magic),
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixelsOf(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  let [width, height, size] = [0, 0, 0];
  for (let at = magic.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      size = body[9] === 2 ? 3 : 4;
      if (body[8] !== 8 || ![2, 6].includes(body[9] ?? 0) || body[12] !== 0) throw new Error('no plain RGB picture');
    }
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * size, height, size);
  const colors = new Uint32Array(width * height);
  for (let at = 0; at < colors.length; at++) colors[at] = bytes.readUIntBE(at * size, 3);
  return { width, height, colors };
}

/** Undoes the filter of each row (PNG specification §9). */
function unfiltered(data: Buffer, stride: number, height: number, size: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = data[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const place = row * stride + at;
      const left = at >= size ? out[place - size]! : 0;
      const above = row > 0 ? out[place - stride]! : 0;
      const corner = row > 0 && at >= size ? out[place - stride - size]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      out[place] = data[row * (stride + 1) + 1 + at]! + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  if (toLeft! <= toAbove! && toLeft! <= toCorner!) return left;
  return toAbove! <= toCorner! ? above : corner;
}

const channels = (color: number): [number, number, number] => [color >> 16, (color >> 8) & 255, color & 255];

interface Counted {
  readonly rgb: readonly [number, number, number];
  readonly count: number;
}

/** All colours there are, or 256 that stand for them (median cut: the box with the widest channel is halved by weight). */
function paletteOf(colors: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  if (counts.size <= 256) return [...counts.keys()].sort((a, b) => a - b);
  const all = [...counts].map(([color, count]): Counted => ({ rgb: channels(color), count }));
  // Grounds and texts as they are; only the shades between them are brought together.
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 48);
  const isKept = new Set(kept.map(([color]) => color));
  const boxes: Counted[][] = [all.filter(({ rgb: [r, g, b] }) => !isKept.has((r << 16) | (g << 8) | b))];
  while (boxes.length < 256 - kept.length) {
    const spreads = boxes.map((box) => spreadOf(box));
    const widest = spreads.reduce((best, { width }, at) => (width > spreads[best]!.width ? at : best), 0);
    const { width, channel } = spreads[widest]!;
    if (width === 0) break;
    const sorted = boxes[widest]!.sort((a, b) => a.rgb[channel]! - b.rgb[channel]!);
    boxes.splice(widest, 1, ...halves(sorted));
  }
  const means = boxes.map((box) => {
    const weight = box.reduce((sum, { count }) => sum + count, 0);
    const mean = (channel: number) =>
      Math.round(box.reduce((sum, { rgb, count }) => sum + rgb[channel]! * count, 0) / weight);
    return (mean(0) << 16) | (mean(1) << 8) | mean(2);
  });
  return [...isKept, ...means];
}

function spreadOf(box: readonly Counted[]): { readonly width: number; readonly channel: number } {
  const widths = [0, 1, 2].map((channel) => {
    const values = box.map(({ rgb }) => rgb[channel]!);
    return values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
  });
  const width = Math.max(...widths);
  return { width: box.length < 2 ? 0 : width, channel: widths.indexOf(width) };
}

function halves(sorted: readonly Counted[]): [Counted[], Counted[]] {
  const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2;
  let seen = 0;
  let at = 0;
  while (at < sorted.length - 1 && seen < half) seen += sorted[at++]!.count;
  return [sorted.slice(0, Math.max(1, at)), sorted.slice(Math.max(1, at))];
}

function nearestIn(palette: readonly number[], color: number): number {
  const [r, g, b] = channels(color);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, entry] of palette.entries()) {
    const [red, green, blue] = channels(entry);
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = crcTable[(rest ^ byte) & 255]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

function chunk(type: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc(out.subarray(4, out.length - 4)), out.length - 4);
  return out;
}
