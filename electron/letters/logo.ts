import { deflateSync, inflateSync } from 'node:zlib';
import { FailureError } from '#shared/contract/errors.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostPixels = 16_000_000;

/**
 * A logo as a data URL pdfkit embeds quickly: an RGBA picture laid on white (alpha costs a third of a letter's time),
 * anything else as it is. Null for bytes that are neither PNG nor JPEG, or a picture too large to print.
 */
export function logoForPrint(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return dataUrl('image/jpeg', buffer);
  if (!buffer.subarray(0, 8).equals(signature)) return null;
  try {
    return dataUrl('image/png', flattened(buffer));
  } catch {
    return null;
  }
}

/** Why a letter is not made without the logo its letterhead should have. */
export function logoMissing(message: string): FailureError {
  return new FailureError({ code: 'logo-missing', message, params: {} });
}

function dataUrl(mime: string, bytes: Buffer): string {
  return `data:${mime};base64,${bytes.toString('base64')}`;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
  readonly pixels: Buffer;
}

/** The same PNG without alpha, for 8-bit grey or colour with alpha; other PNGs unchanged. */
function flattened(png: Buffer): Buffer {
  const picture = readPng(png);
  const { width, height, bitDepth, colorType, interlaced } = picture;
  if (width * height > mostPixels) throw new Error('picture too large');
  if (interlaced || bitDepth !== 8 || (colorType !== 6 && colorType !== 4)) return png;
  const colors = colorType === 6 ? 3 : 1;
  const source = unfiltered(picture, colors + 1);
  const target = Buffer.alloc(height * (1 + width * colors));
  let from = 0;
  let to = 0;
  for (let y = 0; y < height; y++) {
    to++;
    for (let x = 0; x < width; x++) {
      const alpha = source[from + colors] ?? 255;
      for (let c = 0; c < colors; c++) {
        target[to++] = Math.round(((source[from + c] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
      }
      from += colors + 1;
    }
  }
  return writePng(width, height, colorType === 6 ? 2 : 0, target);
}

function readPng(png: Buffer): Picture {
  const data: Buffer[] = [];
  let header: Buffer | null = null;
  for (let at = 8; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  if (!header || header.length < 13) throw new Error('no picture header');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return {
    width,
    height,
    bitDepth: header[8] ?? 0,
    colorType: header[9] ?? 0,
    interlaced: header[12] !== 0,
    pixels: inflateSync(Buffer.concat(data), { maxOutputLength: mostPixels * 8 + height }),
  };
}

/** Undoes the row filters of PNG (ISO 15948 §9) for 8-bit samples. */
function unfiltered({ width, height, pixels }: Picture, samples: number): Buffer {
  const stride = width * samples;
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = pixels[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const raw = pixels[y * (stride + 1) + 1 + x] ?? 0;
      const left = x >= samples ? (out[y * stride + x - samples] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = y > 0 && x >= samples ? (out[(y - 1) * stride + x - samples] ?? 0) : 0;
      out[y * stride + x] = (raw + predicted(filter ?? 0, left, up, corner)) & 0xff;
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function writePng(width: number, height: number, colorType: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = colorType;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
