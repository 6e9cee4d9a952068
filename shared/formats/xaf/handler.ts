import { ownText, type XmlAttributes, type XmlHandler } from '../xml/read.ts';
import { auditfile, type Part, type Shape } from './vocabulary.ts';

/** A part that is open or just closed: its own fields, and which element it was. */
export interface PartFrame {
  shape: Shape;
  /** Local name, in lower case. */
  name: string;
  /** Fields by place; '' where the element is not there or empty. Reused: take what is kept. */
  values: string[];
  line: number;
}

/** Told of the parts of an auditfile as they go by. */
export interface PartListener {
  opened(part: Part, frame: PartFrame, attributes: XmlAttributes): void;
  closed(part: Part, frame: PartFrame): void;
  /** Whether a field is of no use, so that its text need not be gathered. */
  ignores(part: Part, frame: PartFrame, place: number): boolean;
}

/** More different names than a part of an auditfile has; beyond them a file is something else, and names are not kept. */
const mostNames = 300;

/** What an element inside a part is: a field by its place, a part of its own, or nothing. */
type Inner = number | Shape | null;

/** An element inside a part, and the one that came after it the last time: files write them in the same order. */
interface Known {
  readonly name: string;
  readonly inner: Inner;
  next: Known | null;
}

/** Finds the parts of an auditfile in the events of its XML, by local names in any case. */
export class XafHandler implements XmlHandler {
  private readonly frames: PartFrame[] = [];
  /** By the names as the file writes them. */
  private readonly inner = new Map<Shape, Map<string, Known>>();
  private depth = 0;
  /** By depth: what came last in the part that is open there, or was, and the shape of that part. */
  private readonly lastAt: (Known | null)[] = [null];
  private readonly shapeAt: (Shape | null)[] = [null];
  /** Names within the open parts, by depth. */
  private readonly namesAt: (Map<string, Known> | null)[] = [null];
  /** Names within the part that is open; null outside an auditfile. */
  private names: Map<string, Known> | null = null;
  /** Place of the field that is open; −1 when none is. */
  private field = -1;
  private value = '';
  private found = false;

  constructor(private readonly listener: PartListener) {}

  /** Whether there was an auditfile. */
  get isAuditfile(): boolean {
    return this.found;
  }

  open(rawName: string, attributes: XmlAttributes, line: number): boolean {
    if (this.field >= 0) return false;
    if (this.depth === 0) {
      if (rawName.toLowerCase() === 'auditfile') this.push(auditfile, 'auditfile', attributes, line);
      // An envelope is looked into.
      return true;
    }
    const frame = this.frames[this.depth - 1]!;
    const { inner } = this.known(frame, rawName);
    if (inner === null) return false;
    if (typeof inner === 'number') {
      if (this.listener.ignores(frame.shape.part, frame, inner)) return false;
      this.field = inner;
      this.value = '';
    } else this.push(inner, rawName.toLowerCase(), attributes, line);
    return true;
  }

  text(text: string): void {
    if (this.field >= 0) this.value = this.value === '' ? text : this.value + text;
  }

  close(): void {
    if (this.field >= 0) {
      const { values } = this.frames[this.depth - 1]!;
      // The first of several counts.
      if (values[this.field] === '') values[this.field] = this.value.trim();
      this.field = -1;
      return;
    }
    if (this.depth === 0) return;
    const frame = this.frames[--this.depth]!;
    this.names = this.namesAt[this.depth]!;
    this.listener.closed(frame.shape.part, frame);
  }

  /** The innermost open part of a sort; null when none is open. */
  enclosing(part: Part): PartFrame | null {
    for (let i = this.depth - 1; i >= 0; i--) if (this.frames[i]!.shape.part === part) return this.frames[i]!;
    return null;
  }

  private push(shape: Shape, name: string, attributes: XmlAttributes, line: number): void {
    if (shape === auditfile) this.found = true;
    const { size } = shape;
    let frame = this.frames[this.depth];
    if (frame === undefined) {
      frame = { shape, name, values: new Array<string>(size).fill(''), line };
      this.frames.push(frame);
    } else {
      frame.shape = shape;
      frame.name = name;
      frame.line = line;
      frame.values.length = size;
      frame.values.fill('');
    }
    this.depth++;
    this.names = this.namesIn(shape);
    this.namesAt[this.depth] = this.names;
    // The first element of a part follows the last one of the part before it.
    if (this.shapeAt[this.depth] !== shape) this.lastAt[this.depth] = null;
    this.shapeAt[this.depth] = shape;
    this.listener.opened(shape.part, frame, attributes);
  }

  private namesIn(shape: Shape): Map<string, Known> {
    let names = this.inner.get(shape);
    if (names === undefined) {
      names = new Map();
      this.inner.set(shape, names);
    }
    return names;
  }

  private known(frame: PartFrame, rawName: string): Known {
    const before = this.lastAt[this.depth];
    const expected = before?.next;
    if (expected && expected.name === rawName) {
      this.lastAt[this.depth] = expected;
      return expected;
    }
    const found = this.names!.get(rawName) ?? this.add(frame.shape, rawName);
    if (before) before.next = found;
    this.lastAt[this.depth] = found;
    return found;
  }

  private add(shape: Shape, rawName: string): Known {
    const name = rawName.toLowerCase();
    const inner = shape.fields.get(name) ?? shape.parts.get(name) ?? null;
    const known: Known = { name: ownText(rawName), inner, next: null };
    const names = this.namesIn(shape);
    if (names.size < mostNames) names.set(known.name, known);
    return known;
  }
}
