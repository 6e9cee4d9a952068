import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { limits } from '../../contract/limits.ts';
import type { IsoDate } from '../../dates/civil.ts';
import { type Archive, openArchive } from '../../formats/archive.ts';
import { refuseFile } from '../../formats/problem.ts';
import type { ByteChunks, SourceFile } from '../../formats/source.ts';

/** A file as it is offered, by its name in the drop: with its folder, one of a kind. */
export interface OfferedSource extends SourceFile {
  /** Bytes. */
  readonly size: number;
  /** The day it was last changed, where that is known. */
  readonly modified?: IsoDate;
  /** SHA-256, hex, of bytes as the platform reckons it, beside other work; absent where it does not. */
  readonly digest?: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
}

/** One file of a drop: read in pieces where its reader can, its hash taken on the way. */
export class DropFile implements OfferedSource {
  readonly name: string;
  readonly size: number;
  readonly modified?: IsoDate;
  private hash: string | null = null;
  /** The hash of a file that was read whole, under way; null when the platform could not tell after all. */
  private hashing: Promise<string | null> | null = null;

  constructor(private readonly offered: OfferedSource) {
    this.name = offered.name;
    this.size = offered.size;
    if (offered.modified) this.modified = offered.modified;
  }

  /** @throws FormatRefusal `drop-unreadable` when it was moved, changed or taken away since it was offered. */
  readonly open = (): ByteChunks => ((this.hash ?? this.hashing) === null ? this.hashed() : this.read());

  /** The whole of it. @throws FormatRefusal `too-large` for what no reader takes in one piece. */
  async bytes(): Promise<Uint8Array> {
    const { size, offered } = this;
    if (size > limits.wholeFileBytes) {
      const limit = Math.floor(limits.wholeFileBytes / (1024 * 1024));
      refuseFile('too-large', { megabytes: Math.ceil(size / 1e6), limit });
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for await (const chunk of offered.digest ? this.read() : this.open()) {
      // A file that grew since it was offered is not the one that was looked at.
      whole.set(chunk.subarray(0, size - at), at);
      at += Math.min(chunk.length, size - at);
    }
    const bytes = whole.subarray(0, at);
    if (this.hash === null && offered.digest) this.hashing ??= offered.digest(bytes).catch(() => null);
    return bytes;
  }

  /** SHA-256 of its bytes; reads it once more when no reader has come to its end yet. */
  async sha256(): Promise<string> {
    this.hash ??= await this.hashing;
    this.hashing = null;
    if (this.hash === null) for await (const _chunk of this.open());
    return this.hash ?? '';
  }

  private async *hashed(): AsyncGenerator<Uint8Array> {
    const hash = sha256.create();
    for await (const chunk of this.read()) {
      hash.update(chunk);
      yield chunk;
    }
    this.hash ??= bytesToHex(hash.digest());
  }

  private async *read(): AsyncGenerator<Uint8Array> {
    try {
      yield* this.offered.open();
    } catch {
      refuseFile('drop-unreadable');
    }
  }
}

/** The files of a drop by name, those inside its zips too: `facturen.zip/2026-0001.xml`. */
export class DropFiles {
  readonly all: readonly DropFile[];
  private readonly byName: ReadonlyMap<string, DropFile>;
  /** The zip that was asked last: files of one zip are mostly asked one after another. */
  private open: { readonly name: string; readonly archive: Archive } | null = null;

  constructor(offered: readonly OfferedSource[]) {
    this.all = offered.map((file) => new DropFile(file));
    this.byName = new Map(this.all.map((file) => [file.name, file]));
  }

  /** Bytes of a dropped file or of one in a zip. @throws FormatRefusal when it is not there or cannot be unpacked. */
  async bytes(name: string): Promise<Uint8Array> {
    const file = this.byName.get(name);
    if (file) return file.bytes();
    const zip = this.all.find((known) => name.startsWith(`${known.name}/`));
    const inside = zip && (await this.archive(zip)).files.find((entry) => `${zip.name}/${entry.name}` === name);
    return inside ? inside.bytes() : refuseFile('archive-part-damaged', { name });
  }

  async archive(zip: DropFile): Promise<Archive> {
    if (this.open?.name !== zip.name) this.open = { name: zip.name, archive: openArchive(await zip.bytes()) };
    return this.open.archive;
  }

  /** Lets go of what was unpacked; asked again it is unpacked again. */
  forget(): void {
    this.open = null;
  }
}
