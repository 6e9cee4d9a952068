import { createHash } from 'node:crypto';

/** Version of the journal format; a file with a higher one is refused as `newer-version`. */
export const journalVersion = 1;

/** `,"hash":"<64 hex>"}`: the end of every line, outside what is hashed. */
const tailBytes = 75;

export interface SegmentHeader {
  readonly version: number;
  /** Number of the last commit before this segment. */
  readonly after: number;
  /** The segment starts from a restored snapshot numbered `after`: what lies before it no longer leads to the present state. */
  readonly reset: boolean;
}

export interface CommitLine {
  readonly seq: number;
  readonly part: number;
  readonly done: boolean;
  /** JSON text of `Change[]`, exactly as it was given. */
  readonly changes: string;
}

/** An open JSON object closed with the hash of what it says, and a newline. */
export function sealedLine(body: string): Buffer {
  return Buffer.from(`${body},"hash":"${sha256Hex(body)}"}\n`);
}

function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** One line of the journal, newline included. `changes` is laid in as it is: it must be JSON without line breaks. */
export function commitLine(line: CommitLine): Buffer {
  return sealedLine(`{"seq":${line.seq},"part":${line.part},"done":${line.done},"changes":${line.changes}`);
}

export function segmentHeader(after: number, reset: boolean): Buffer {
  return sealedLine(`{"journal":${journalVersion},"after":${after},"reset":${reset}`);
}

/** The part of a line its hash covers, or null when the hash is absent or differs. `line` is without its newline. */
export function sealedBody(line: Buffer): Buffer | null {
  const split = line.length - tailBytes;
  if (split <= 0) return null;
  const body = line.subarray(0, split);
  return line.toString('latin1', split) === `,"hash":"${sha256Hex(body)}"}` ? body : null;
}

const commitStart = /^\{"seq":(\d{1,15}),"part":(\d{1,9}),"done":(true|false),"changes":/;
const headerBody = /^\{"journal":(\d{1,9}),"after":(\d{1,15}),"reset":(true|false)$/;

/** A commit line without its newline, or null when it is not one or a byte of it changed. */
export function readCommitLine(line: Buffer): CommitLine | null {
  const body = sealedBody(line);
  const start = body && commitStart.exec(body.toString('latin1', 0, 80));
  if (!start) return null;
  return {
    seq: Number(start[1]),
    part: Number(start[2]),
    done: start[3] === 'true',
    changes: body.toString('utf8', start[0].length),
  };
}

/** What {@link readCommitLine} answers but for the changes themselves, which a scan need not decode. */
export function readCommitHead(line: Buffer): Omit<CommitLine, 'changes'> | null {
  const body = sealedBody(line);
  const start = body && commitStart.exec(body.toString('latin1', 0, 80));
  if (!start) return null;
  return { seq: Number(start[1]), part: Number(start[2]), done: start[3] === 'true' };
}

export function readSegmentHeader(line: Buffer): SegmentHeader | null {
  const start = headerBody.exec(sealedBody(line)?.toString('latin1') ?? '');
  if (!start) return null;
  return { version: Number(start[1]), after: Number(start[2]), reset: start[3] === 'true' };
}

export interface FileLine {
  /** Without the newline. */
  readonly bytes: Buffer;
  readonly offset: number;
  /** False for a last line that has no newline. */
  readonly ended: boolean;
}

/** Lines of a file in order, in chunks, so that a large journal never stands in memory whole. */
export async function* fileLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileLine> {
  let rest: Buffer[] = [];
  let offset = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const bytes = Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      yield { bytes, offset, ended: true };
      offset += bytes.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  const bytes = Buffer.concat(rest);
  if (bytes.length > 0) yield { bytes, offset, ended: false };
}
