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
  if (lines.length === 1) return lines[0]!;
  const parts = lines.map((line, i) => (i > 0 && isLoose(lines[i - 1]!, line, looseBelow) ? ` ${line}` : line));
  return parts.join('');
}

function isLoose(before: string, line: string, looseBelow: number): boolean {
  const { length } = before;
  if (length <= longestCut && (length >= looseBelow || length === 0)) return false;
  return line !== '' && line.charCodeAt(0) !== 47;
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
