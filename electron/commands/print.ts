import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Characters handed over at a time. */
const pieceSize = 65_536;
/** Lists of a document stand this deep at most; what is deeper is small. */
const listDepth = 4;

/**
 * Prints a value as one indented JSON document. It goes out in pieces, so that the document may be longer than a text can be. A
 * reader that has seen enough and closes the pipe ends it, without an error.
 */
export async function printJson(value: unknown, out: NodeJS.WritableStream): Promise<void> {
  try {
    await pipeline(Readable.from(gathered(piecesOf(value, '', 0))), out, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceSize) continue;
    yield text;
    text = '';
  }
  yield `${text}\n`;
}

function* piecesOf(value: unknown, indent: string, depth: number): Generator<string> {
  const inner = `${indent}  `;
  let between = `\n${inner}`;
  if (typeof value !== 'object' || value === null || depth >= listDepth || isEmpty(value)) {
    yield (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
  } else if (Array.isArray(value)) {
    yield '[';
    for (const each of value) {
      yield between;
      yield* piecesOf(each, inner, depth + 1);
      between = `,\n${inner}`;
    }
    yield `\n${indent}]`;
  } else {
    yield '{';
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined) continue;
      yield `${between}${JSON.stringify(key)}: `;
      yield* piecesOf(each, inner, depth + 1);
      between = `,\n${inner}`;
    }
    yield `\n${indent}}`;
  }
}

function isEmpty(value: object): boolean {
  return Object.values(value).every((each) => each === undefined) && !(Array.isArray(value) && value.length > 0);
}
