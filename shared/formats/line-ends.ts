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
