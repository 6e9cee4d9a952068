/** Of an element, by their names as written. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** A name as a document writes it, and the one that came after it the last time: documents write elements in the same order. */
interface ElementName {
  readonly written: string;
  readonly local: string;
  next: ElementName | null;
}

/** More different names than any document of ours has; beyond them names are not kept. */
const mostNames = 1000;

/** Local names of elements, one text for each name: by what comes after what at the same depth, which is quicker than any other way. */
export class ElementNames {
  private readonly known = new Map<string, ElementName>();
  /** What was opened last, by depth. */
  private readonly last: ElementName[] = [];

  opened(written: string, depth: number): string {
    const before = this.last[depth];
    let found = before?.next;
    if (found?.written !== written) {
      found = this.known.get(written) ?? this.add(written);
      if (before !== undefined) before.next = found;
    }
    this.last[depth] = found;
    return found.local;
  }

  /** The element opened last at a depth. */
  at(depth: number): string {
    return this.last[depth]!.local;
  }

  private add(text: string): ElementName {
    const written = ownText(text);
    const name = { written, local: ownText(localName(written)), next: null };
    if (this.known.size < mostNames) this.known.set(written, name);
    return name;
  }
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
