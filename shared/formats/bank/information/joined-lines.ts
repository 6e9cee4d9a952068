/** Width at which banks cut the text of a transaction into lines. */
const lineWidth = 65;

/** Widths of a line, in characters, behind which a text goes on in the next: the bank cut it there. */
export interface CutWidths {
  readonly least: number;
  readonly most: number;
}

/** Some count the tag with the line. A bank that writes longer lines cuts none. */
const anyCut: CutWidths = { least: 1, most: 70 };

/**
 * Lines of a text made of `/TAG/` or `?nn` parts as one: banks cut them at 65 characters, in the middle of words and tags. At
 * a line of another width the bank really went to a new line; a space stands for each of those.
 */
export function gluedLines(lines: readonly string[], cut = anyCut): string {
  if (lines.length === 1) return lines[0]!;
  let text = lines[0]!;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    text += isLoose(lines[i - 1]!, line, cut) ? ` ${line}` : line;
  }
  return text;
}

function isLoose({ length }: string, line: string, { least, most }: CutWidths): boolean {
  if (length >= least && length <= most) return false;
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
