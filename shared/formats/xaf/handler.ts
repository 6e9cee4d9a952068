import type { XmlAttributes } from '../xml/names.ts';
import type { ElementPath } from '../xml/paths.ts';
import type { Interest, XmlHandler } from '../xml/read.ts';
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

/** What an element inside a part is: a field by its place, a part of its own, or nothing. */
type Inner = number | Shape | null;

/** Finds the parts of an auditfile in the events of its XML, by local names in any case. */
export class XafHandler implements XmlHandler<Inner> {
  private readonly frames: PartFrame[] = [];
  private depth = 0;
  /** Place of the field that is open; −1 when none is. */
  private field = -1;
  private value = '';
  private found = false;

  constructor(private readonly listener: PartListener) {}

  /** Whether there was an auditfile. */
  get isAuditfile(): boolean {
    return this.found;
  }

  open(rawName: string, attributes: XmlAttributes, line: number, path: ElementPath<Inner>): Interest {
    if (this.field >= 0) return 'none';
    if (this.depth === 0) {
      if (rawName.toLowerCase() === 'auditfile') this.push(auditfile, 'auditfile', attributes, line);
      // An envelope is looked into.
      return 'elements';
    }
    const frame = this.frames[this.depth - 1]!;
    let inner = path.meaning;
    if (inner === undefined) {
      inner = innerOf(frame.shape, rawName);
      path.meaning = inner;
    }
    if (inner === null) return 'none';
    if (typeof inner === 'number') {
      if (this.listener.ignores(frame.shape.part, frame, inner)) return 'none';
      this.field = inner;
      this.value = '';
      return 'text';
    }
    this.push(inner, rawName.toLowerCase(), attributes, line);
    return 'elements';
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
      if (frame.shape !== shape) {
        frame.shape = shape;
        frame.values.length = size;
      }
      frame.name = name;
      frame.line = line;
      // Quicker for so few than filling the list.
      for (let place = 0; place < size; place++) frame.values[place] = '';
    }
    this.depth++;
    this.listener.opened(shape.part, frame, attributes);
  }
}

function innerOf({ fields, parts }: Shape, rawName: string): Inner {
  const name = rawName.toLowerCase();
  return fields.get(name) ?? parts.get(name) ?? null;
}
