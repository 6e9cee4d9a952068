/**
 * What bytes 0x80–0x9f are in windows-1252. Node 20 decodes that label as ISO-8859-1 and would leave control characters
 * where `€` and `’` belong, so these 32 are always put right here.
 */
const windows1252High = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes 0x80–0xff of code page 850, the DOS letters of Western Europe. */
const cp850High =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Text of windows-1252 bytes, the same in every engine. */
export function windows1252Text(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (char) => windows1252High.charAt(char.charCodeAt(0) - 0x80));
}

/** Text of code page 850 bytes, which no `TextDecoder` knows. */
export function cp850Text(bytes: Uint8Array): string {
  const latin = new TextDecoder('utf-16le').decode(new Uint8Array(Uint16Array.from(bytes).buffer));
  return latin.replace(/[\u0080-\u00ff]/g, (char) => cp850High.charAt(char.charCodeAt(0) - 0x80));
}

/** `é`, `ë`, `ü`, `ä`, `ê`, `ç`, `ï` of code page 850: in windows-1252 marks that do not stand behind a letter, or nothing. */
const cp850Letters: ReadonlySet<number> = new Set([0x81, 0x82, 0x84, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90]);
const cp850Sharp = 0xe1;

/** Whether bytes that are no UTF-8 hold letters of code page 850 behind other letters, and none of windows-1252. */
export function isCp850(bytes: Uint8Array): boolean {
  let isFound = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    if (byte >= 0xc0 && byte !== cp850Sharp) return false;
    const before = (bytes[i - 1] ?? 0) | 0x20;
    isFound ||= cp850Letters.has(byte) && before >= 0x61 && before <= 0x7a;
  }
  return isFound;
}
