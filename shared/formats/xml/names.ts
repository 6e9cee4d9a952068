/** Of an element, by their names as written. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** The one text the engine has of a name, that of the source code too: comparing and looking up such names is quickest. */
export function nameText(name: string): string {
  return Object.keys({ [name]: null })[0]!;
}

/** A name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The namespace an element says of itself; null when that is said further out, or nowhere. */
export function namespaceOf(name: string, attributes: XmlAttributes): string | null {
  const colon = name.indexOf(':');
  return attributes[colon < 0 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`] ?? null;
}

/** The same text in memory of its own, so that keeping it does not keep the piece of the file it was read from. */
export function ownText(text: string): string {
  // Short texts are copied by the engine already; a longer one is flattened by joining and cutting.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
