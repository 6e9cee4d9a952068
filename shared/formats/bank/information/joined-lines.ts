/** Width at which banks cut the text of a transaction into lines. */
const lineWidth = 65;

/**
 * Lines of a text made of `/TAG/` or `?nn` parts as one: banks cut them at 65 characters, in the middle of words and tags.
 * A full line whose last character was a space that got lost on the way gets it back. `looseBelow`: from a line shorter
 * than this the bank really went to a new line, and a space stands for it.
 */
export function gluedLines(lines: readonly string[], looseBelow = 0): string {
  if (lines.length === 1) return lines[0]!;
  let text = '';
  let isFull = false;
  for (const line of lines) isFull ||= line.length === lineWidth;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const before = lines[i - 1];
    if (before !== undefined && line !== '' && before !== '' && !line.startsWith('/')) {
      const lost = isFull && before.length === lineWidth - 1;
      if (lost || before.length < looseBelow) text += ' ';
    }
    text += line;
  }
  return text;
}

/** Lines of free text as one: a full line goes on in the next, a shorter one ends a word. */
export function joinedLines(lines: readonly string[]): string {
  let text = '';
  let isCut = true;
  for (const line of lines) {
    if (line === '') continue;
    text += isCut ? line : ` ${line}`;
    isCut = line.length >= lineWidth;
  }
  return text;
}
