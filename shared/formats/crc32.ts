/** CRC-32 of zip and gzip (RFC 1952 §8), taken piece by piece: start, go on over each piece, end. */
let table: Uint32Array | null = null;

/** The checksum of no bytes yet. */
export const crcStart = 0xffffffff;

/** The CRC-32 of all bytes taken. */
export function crcEnd(crc: number): number {
  return (crc ^ 0xffffffff) >>> 0;
}

/** The checksum so far, taken on over more bytes. */
export function crcOf(bytes: Uint8Array, before: number): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  let crc = before;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!;
  return crc;
}
