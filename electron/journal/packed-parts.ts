import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { limits } from '#shared/contract/limits.ts';
import { journalFailure } from './changes-text.ts';

const unzip = promisify(gunzip);

/**
 * The parts of a commit that crossed the bridge compressed: one text, the base64 of the gzip of the parts joined by line
 * breaks. Fails with bad-input when it is anything else, or larger than `limits.callUnpackedBytes`.
 */
export async function unpackedParts(parts: readonly string[]): Promise<string[]> {
  const [text, ...rest] = parts;
  if (text === undefined || rest.length > 0) throw journalFailure('bad-input', 'packed parts are one text');
  try {
    const bytes = await unzip(Buffer.from(text, 'base64'), { maxOutputLength: limits.callUnpackedBytes });
    return bytes.toString('utf8').split('\n');
  } catch {
    throw journalFailure('bad-input', 'packed parts cannot be unpacked');
  }
}
