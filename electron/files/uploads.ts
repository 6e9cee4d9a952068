import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import type { UploadKind } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import type { FileReference } from '#shared/domain/letter.ts';
import { detectFormat, detectionBytes } from '#shared/formats/detect.ts';
import { extensionOf, isContentOf } from '#shared/formats/file-content.ts';
import type { FileFormat } from '#shared/formats/file-format.ts';
import { syncFolder, temporaryEnding } from './atomic-write.ts';
import { diskError } from './disk.ts';
import { durableStep } from './durable-step.ts';
import { insideRoot } from './inside-root.ts';
import { placeOf } from './store.ts';
import { TaskQueue } from './task-queue.ts';

export interface UploadedChunk {
  readonly folder: string;
  readonly kind: UploadKind;
  readonly uploadId: string;
  readonly bytes: Uint8Array;
  /** Last chunk: the file is stored under its hash. */
  readonly done: boolean;
}

const largest: Readonly<Record<UploadKind, number>> = {
  logo: limits.logoBytes,
  source: limits.sourceBytes,
  'invoice-copy': limits.invoiceCopyBytes,
  dossier: limits.dossierBytes,
};

/** Uploads going on at a time; a screen that left never finishes its own, so the oldest then makes room. */
const mostAtOnce = 8;

interface Upload {
  readonly path: string;
  readonly file: FileHandle;
  readonly hash: Hash;
  readonly kind: UploadKind;
  /** The beginning: what it is. */
  first: Uint8Array;
  bytes: number;
}

/** Files coming in from the screen in chunks: written beside the book as they arrive, stored under their SHA-256 when whole. */
export class Uploads {
  private readonly queue = new TaskQueue();
  private readonly going = new Map<string, Upload>();

  /** Takes the next chunk. Fails with too-large, bad-input (a logo that is neither PNG nor JPEG, a copy that is no PDF or picture) or disk-full; the upload is then gone. */
  receive(chunk: UploadedChunk): Promise<{ file: FileReference | null; sha256: string | null }> {
    return this.queue.run(() => this.take(chunk));
  }

  private async take(chunk: UploadedChunk): Promise<{ file: FileReference | null; sha256: string | null }> {
    const key = `${chunk.folder}\n${chunk.uploadId}`;
    const upload = this.going.get(key) ?? (await this.begin(key, chunk));
    try {
      requireFit(upload, chunk);
      const missing = detectionBytes - upload.first.length;
      if (missing > 0) upload.first = Buffer.concat([upload.first, chunk.bytes.subarray(0, missing)]);
      if (chunk.bytes.length > 0) await upload.file.appendFile(chunk.bytes);
      upload.hash.update(chunk.bytes);
      upload.bytes += chunk.bytes.length;
      if (!chunk.done) return { file: null, sha256: null };
      this.going.delete(key);
      return await store(upload, chunk.folder);
    } catch (error) {
      this.going.delete(key);
      await discard(upload);
      throw diskError(error);
    }
  }

  private async begin(key: string, chunk: UploadedChunk): Promise<Upload> {
    if (this.going.size >= mostAtOnce) await this.dropOldest();
    const path = insideRoot(chunk.folder, 'inkomend', `${randomUUID()}${temporaryEnding}`);
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'wx');
      const upload: Upload = {
        path,
        file,
        hash: createHash('sha256'),
        kind: chunk.kind,
        first: new Uint8Array(),
        bytes: 0,
      };
      this.going.set(key, upload);
      return upload;
    } catch (error) {
      throw diskError(error);
    }
  }

  private async dropOldest(): Promise<void> {
    const [oldest] = this.going;
    if (!oldest) return;
    this.going.delete(oldest[0]);
    await discard(oldest[1]);
  }

  close(): Promise<void> {
    return this.queue.run(async () => {
      while (this.going.size > 0) await this.dropOldest();
    });
  }
}

function requireFit(upload: Upload, chunk: UploadedChunk): void {
  if (chunk.kind !== upload.kind) throw refused('bad-input', 'the kind of an upload stays the same');
  if (chunk.bytes.length > limits.chunkBytes) throw refused('too-large', 'chunk');
  const cap = largest[upload.kind];
  if (upload.bytes + chunk.bytes.length > cap) throw refused('too-large', upload.kind, { limitBytes: cap });
}

async function store(upload: Upload, folder: string): Promise<{ file: FileReference; sha256: string }> {
  const sha256 = upload.hash.digest('hex');
  const id = `${sha256}${endingOf(upload)}`;
  const path = placeOf(folder, upload.kind, id);
  await upload.file.sync();
  durableStep('upload-synced');
  await upload.file.close();
  await mkdir(dirname(path), { recursive: true });
  await rename(upload.path, path);
  await syncFolder(dirname(path));
  durableStep('upload-stored');
  return { file: { kind: upload.kind, id }, sha256 };
}

/** Endings of originals the machine has a harmless program for; everything else is text. */
const sourceEndings: Partial<Record<FileFormat, string>> = {
  xlsx: '.xlsx',
  ods: '.ods',
  zip: '.zip',
  gzip: '.gz',
  pdf: '.pdf',
};
const pictures = ['image/png', 'image/jpeg'];
const contents: Readonly<Record<'logo' | 'invoice-copy', readonly string[]>> = {
  logo: pictures,
  'invoice-copy': ['application/pdf', ...pictures],
};

/** By its first bytes, not by the name it came with: the ending is what decides which program opens it. */
function endingOf({ kind, first }: Upload): string {
  if (kind === 'source') return sourceEndings[detectFormat(first)] ?? '.txt';
  if (kind === 'dossier') {
    if (Buffer.from(first.subarray(0, 4)).toString('hex') === '504b0304') return '.zip';
    throw refused('bad-input', 'not a ZIP file');
  }
  const mime = contents[kind].find((type) => isContentOf(type, first));
  if (mime === undefined) throw refused('bad-input', `a ${kind} is none of ${contents[kind].join(', ')}`);
  return `.${extensionOf(mime)}`;
}

function refused(
  code: 'bad-input' | 'too-large',
  message: string,
  params: Record<string, string | number> = {},
): FailureError {
  return new FailureError({ code, message, params });
}

async function discard(upload: Upload): Promise<void> {
  await upload.file.close().catch(() => undefined);
  await rm(upload.path, { force: true });
}

/** Removes what uploads left behind when the machine stopped. */
export async function sweepUploads(folder: string): Promise<void> {
  await rm(join(folder, 'inkomend'), { recursive: true, force: true });
}
