import { localName, nameText, ownText } from './names.ts';

/**
 * Where an element stands: its name and those of the elements around it. A document comes back to few paths many times, so a
 * reader keeps in `meaning` what an element there is to it, rather than finding it out of the names again.
 */
export class ElementPath<Meaning> {
  /** Undefined until a reader says. */
  meaning: Meaning | undefined = undefined;
  readonly inner = new Map<string, ElementPath<Meaning>>();
  /** The first element in it the last time, and the one that came after it in the same element: most documents repeat both. */
  first: ElementPath<Meaning> | null = null;
  next: ElementPath<Meaning> | null = null;
  /** Of the elements in it while it is open: the one last opened, and the one that should follow. */
  last: ElementPath<Meaning> | null = null;
  expected: ElementPath<Meaning> | null = null;

  constructor(
    /** With its prefix. */
    readonly written: string,
    readonly local: string,
    readonly outer: ElementPath<Meaning> | null,
  ) {}
}

/** More different paths than any document of ours has; beyond them paths are not kept. */
const mostPaths = 1000;

/** The path of the element that is open. */
export class ElementPaths<Meaning> {
  private at = new ElementPath<Meaning>('', '', null);
  private known = 0;

  opened(written: string): ElementPath<Meaning> {
    const outer = this.at;
    let path = outer.expected;
    if (path === null || path.written !== written) path = this.found(outer, written);
    outer.last = path;
    outer.expected = path.next;
    path.last = null;
    path.expected = path.first;
    this.at = path;
    return path;
  }

  /** Local name of the element that was open. */
  closed(): string {
    const { local, outer } = this.at;
    this.at = outer!;
    return local;
  }

  private found(outer: ElementPath<Meaning>, written: string): ElementPath<Meaning> {
    const path = outer.inner.get(written) ?? this.added(outer, written);
    if (this.known < mostPaths) {
      if (outer.last === null) outer.first = path;
      else outer.last.next = path;
    }
    return path;
  }

  private added(outer: ElementPath<Meaning>, text: string): ElementPath<Meaning> {
    const written = ownText(text);
    const path = new ElementPath(written, nameText(localName(written)), outer);
    if (this.known < mostPaths) {
      this.known++;
      outer.inner.set(written, path);
    }
    return path;
  }
}
