const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];

/** What a picture is by its first bytes; its name proves nothing. Null when it is neither PNG nor JPEG. */
export function sniffImage(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  return begins(png) ? 'image/png' : begins(jpeg) ? 'image/jpeg' : null;
}
