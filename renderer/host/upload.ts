import { fail, type Result } from '#shared/contract/errors.ts';
import type { Output, UploadKind } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import { base64 } from './base64.ts';
import { call } from './client.ts';

type StoredFile = NonNullable<Output<'files.upload'>['file']>;

let count = 0;

/** Sends a file to the host in chunks; answers what it was stored as, under its hash. */
export function uploadFile(book: string, kind: UploadKind, file: File): Promise<Result<StoredFile>> {
  return uploadBytes(book, kind, file.name, file);
}

/** The same of bytes that are no file of the user's, under a name of their own. */
export async function uploadBytes(
  book: string,
  kind: UploadKind,
  name: string,
  bytes: Blob,
): Promise<Result<StoredFile>> {
  const uploadId = `${kind}-${Math.trunc(performance.now())}-${++count}`;
  for (let from = 0; ; from += limits.chunkBytes) {
    const chunk = base64(new Uint8Array(await bytes.slice(from, from + limits.chunkBytes).arrayBuffer()));
    const done = from + limits.chunkBytes >= bytes.size;
    const answer = await call('files.upload', { book, kind, uploadId, name: name.slice(0, 255), chunk, done });
    if (!answer.ok) return answer;
    if (!done) continue;
    return answer.value.file ? { ok: true, value: answer.value.file } : fail('internal', 'the upload has no file');
  }
}
