/**
 * Whether a document type stands before the first element. Asked of the first piece of a document, so that one with a document
 * type is refused before anything of it is read.
 */
export function opensDoctype(text: string): boolean {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 32) at++;
    const end = text.startsWith('<?', at)
      ? endOf(text, '?>', at)
      : text.startsWith('<!--', at)
        ? endOf(text, '-->', at + 2)
        : -1;
    if (end < 0) return /^<!doctype/i.test(text.slice(at, at + 9));
    at = end;
  }
}

function endOf(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? text.length : found + mark.length;
}
