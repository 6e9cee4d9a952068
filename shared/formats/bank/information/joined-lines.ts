/** Width at which banks cut the text of a transaction into lines. */
const lineWidth = 65;
/** Some count the tag with it. */
const longestCut = 70;

/**
 * Lines of a text made of `/TAG/` or `?nn` parts as one: banks cut them at 65 characters, in the middle of words and tags. A
 * bank that writes longer lines cuts none. `looseBelow`: from a line shorter than this the bank really went to a new line. A
 * space stands for each of those.
 */
export function gluedLines(lines: readonly string[], looseBelow = 0): string {
  let text = lines[0]!;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    const before = lines[i - 1]!.length;
    const isLoose = before > longestCut || (before < looseBelow && before > 0);
    text += isLoose && line !== '' && line.charCodeAt(0) !== 47 ? ` ${line}` : line;
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
