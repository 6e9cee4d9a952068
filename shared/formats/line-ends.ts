const endOfFile = '\u001a';

/** `CR CR LF` of a text that went through two systems is one line end; Ctrl-Z ends a DOS text, padded with more of them or not. */
export function plainLines(text: string): string {
  let whole = text;
  if (text.includes(endOfFile)) {
    let trimmed = text.trimEnd();
    while (trimmed.endsWith(endOfFile)) {
      whole = trimmed.slice(0, -1);
      trimmed = whole.trimEnd();
    }
  }
  return whole.includes('\r\r\n') ? whole.replace(/\r{2,}\n/g, '\r\n') : whole;
}

/** Whether a text stops within a line: behind its last line end stands more than blanks and what ends a DOS text. */
export function stopsInLine(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && isBlankInLine(text[last]!)) last--;
  return last >= 0 && text[last] !== '\n' && text[last] !== '\r';
}

function isBlankInLine(char: string): boolean {
  return char === endOfFile || (char !== '\n' && char !== '\r' && char.trim() === '');
}
