import type { XmlAttributes, XmlHandler } from '../xml/read.ts';
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

/** More different names than auditfiles have; beyond them a file is something else, and names are not kept. */
const mostNames = 2000;

/** Finds the parts of an auditfile in the events of its XML, by local names in any case. */
export class XafHandler implements XmlHandler {
  private readonly frames: PartFrame[] = [];
  private readonly lower = new Map<string, string>();
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

  open(rawName: string, attributes: XmlAttributes, line: number): boolean {
    if (this.field >= 0) return false;
    const name = this.lowerCase(rawName);
    if (this.depth === 0) {
      if (name === 'auditfile') this.push(auditfile, name, attributes, line);
      // An envelope is looked into.
      return true;
    }
    const frame = this.frames[this.depth - 1]!;
    const place = frame.shape.fields.get(name);
    if (place !== undefined) {
      if (this.listener.ignores(frame.shape.part, frame, place)) return false;
      this.field = place;
      this.value = '';
      return true;
    }
    const inner = frame.shape.parts.get(name);
    if (inner === undefined) return false;
    this.push(inner, name, attributes, line);
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
    this.listener.opened(shape.part, frame, attributes);
  }

  private lowerCase(name: string): string {
    const known = this.lower.get(name);
    if (known !== undefined) return known;
    const lower = name.toLowerCase();
    if (this.lower.size < mostNames) this.lower.set(name, lower);
    return lower;
  }
}
