import { refuseFile } from '../problem.ts';
import type { ReadControl } from '../source.ts';
import { documentLimits, type XmlLimits } from './limits.ts';
import { nameText, ownText, type XmlAttributes } from './names.ts';
import { readXml, type XmlHandler, type XmlSummary } from './read.ts';

/** An element with what is in it, by local names. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: XmlAttributes;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Text as it stands in an element without children; of one with children only what comes before them. */
  readonly text: string;
  readonly children: readonly XmlNode[];
  /** First child, or null; quicker than asking the list of children whether it is empty. */
  readonly first: XmlNode | null;
}

/** Children as a chain: a list for each element, most with one child or two, would cost more than all else here. */
class GrowingNode implements XmlNode {
  text = '';
  first: GrowingNode | null = null;
  next: GrowingNode | null = null;
  private last: GrowingNode | null = null;

  constructor(
    readonly name: string,
    readonly attributes: XmlAttributes,
    readonly line: number,
    readonly parent: GrowingNode | null,
  ) {}

  get children(): readonly XmlNode[] {
    const found: XmlNode[] = [];
    for (let child = this.first; child !== null; child = child.next) found.push(child);
    return found;
  }

  add(child: GrowingNode): void {
    if (this.last === null) this.first = child;
    else this.last.next = child;
    this.last = child;
  }
}

/** Elements one tree may have: an entry of 40,000 payments, an invoice of 10,000 lines. */
const mostNodes = 1_000_000;

/** Builds trees of parts of a document: from {@link TreeBuilder.open} of a root until its close. */
export class TreeBuilder {
  private top: GrowingNode | null = null;
  private nodes = 0;

  get isOpen(): boolean {
    return this.top !== null;
  }

  open(name: string, attributes: XmlAttributes, line: number): void {
    const parent = this.top;
    const node = new GrowingNode(name, attributes, line, parent);
    this.nodes = parent === null ? 1 : this.nodes + 1;
    if (this.nodes > mostNodes) refuseFile('xml-elements', { limit: mostNodes }, line);
    if (parent !== null) parent.add(node);
    this.top = node;
  }

  text(text: string): void {
    const node = this.top;
    if (node !== null && node.first === null) node.text = node.text === '' ? text : node.text + text;
  }

  /** The finished tree when its root closes, else null. */
  close(): XmlNode | null {
    const node = this.top!;
    this.top = node.parent;
    return node.parent === null ? node : null;
  }
}

/** Reads a small document into one tree; see {@link readXml} for what is refused. */
export function readTree(
  bytes: Uint8Array,
  limits: XmlLimits = documentLimits,
  control: ReadControl = {},
): XmlSummary & { readonly tree: XmlNode } {
  const builder = new TreeBuilder();
  let tree: XmlNode | null = null;
  const handler: XmlHandler = {
    open(name, attributes, line) {
      builder.open(name, attributes, line);
      return 'text';
    },
    text: (text) => builder.text(text),
    close() {
      tree ??= builder.close();
    },
  };
  const summary = readXml(bytes, handler, limits, control);
  return { ...summary, tree: tree! };
}

const paths = new Map<string, readonly string[]>();

function steps(path: string): readonly string[] {
  let found = paths.get(path);
  if (found === undefined) {
    found = path.split('/').map(nameText);
    paths.set(path, found);
  }
  return found;
}

/** The first element on a path of local names: `Acct/Id/IBAN`. Only the first of several with one name is looked into. */
export function nodeAt(node: XmlNode | null, path: string): XmlNode | null {
  let at = node;
  for (const step of steps(path)) {
    if (at === null) return null;
    at = childNamed(at, step);
  }
  return at;
}

function childNamed(node: XmlNode, name: string): XmlNode | null {
  let child = (node as GrowingNode).first;
  while (child !== null && child.name !== name) child = child.next;
  return child;
}

/** All elements at the end of a path, through every branch of it. */
export function nodesAt(node: XmlNode | null, path: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  if (node !== null) gather(node, steps(path), 0, found);
  return found;
}

function gather(node: XmlNode, path: readonly string[], at: number, found: XmlNode[]): void {
  for (let child = (node as GrowingNode).first; child !== null; child = child.next) {
    if (child.name !== path[at]) continue;
    if (at === path.length - 1) found.push(child);
    else gather(child, path, at + 1, found);
  }
}

/** Text at a path, trimmed; null when the element is not there or is empty. */
export function textOf(node: XmlNode | null, path: string): string | null {
  return trimmed(nodeAt(node, path)?.text);
}

/** Text of the element itself, trimmed; null when it is empty. */
export function ownTextOf(node: XmlNode | null): string | null {
  return trimmed(node?.text);
}

function trimmed(text: string | undefined): string | null {
  const found = text?.trim();
  return found ? ownText(found) : null;
}

/** The value of an attribute by its local name, trimmed; null when it is not there or is empty. */
export function attributeOf(node: XmlNode | null, name: string): string | null {
  if (node === null) return null;
  const direct = node.attributes[name];
  if (direct !== undefined) return trimmed(direct);
  const prefixed = Object.keys(node.attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? null : trimmed(node.attributes[prefixed]);
}
