import { fail, ok, type Result } from '#shared/contract/errors.ts';
import type { Channel, Output, ParsedInput } from '#shared/contract/ipc.ts';
import { hashText } from '#shared/domain/event.ts';
import { base64 } from './base64.ts';

type FolderChannel = Extract<Channel, `importFolder.${string}`>;
type Handlers = { readonly [C in FolderChannel]: (input: ParsedInput<C>) => Result<Output<C>> };

interface MemoryFile {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The import folders of a memory host, and what a test may do to them. */
export class MemoryFolders {
  /** Names of what was put away, by book. */
  readonly putAway = new Map<string, readonly string[]>();
  /** What comes of the next questions for a folder. */
  answer: Output<'importFolder.choose'> = { outcome: 'cancelled', name: '', book: null };
  /** Books whose folder cannot be reached. */
  readonly missing = new Set<string>();
  /** Books with older files than are listed. */
  readonly more = new Set<string>();
  private readonly files = new Map<string, readonly MemoryFile[]>();
  private readonly chosen = new Map<string, string>();
  private readonly passedOver = new Set<string>();

  constructor(private readonly modified: number) {}

  /** Lays a file in the import folder of a book, written to the end. */
  lay(book: string, name: string, content: Uint8Array<ArrayBuffer>): void {
    const id = hashText(`${book}/${name}`).slice(0, 32);
    this.files.set(book, [...this.of(book), { id, name, content }]);
  }

  private of(book: string): readonly MemoryFile[] {
    return this.files.get(book) ?? [];
  }

  private look(book: string): Output<'importFolder.look'>['folders'][number] {
    const chosen = this.chosen.get(book);
    const place = { name: chosen ?? `importmap/${book}`, isChosen: chosen !== undefined };
    if (this.missing.has(book))
      return { book, place, state: 'missing', files: [], more: false, passedOver: 0, settling: false };
    const shown = this.of(book).filter(({ id }) => !this.passedOver.has(id));
    return {
      ...{
        book,
        place,
        state: 'ready',
        more: this.more.has(book),
        passedOver: this.of(book).length - shown.length,
        settling: false,
      },
      files: shown.map(({ content, ...file }) => ({ ...file, modified: this.modified, bytes: content.length })),
    };
  }

  readonly handlers: Handlers = {
    'importFolder.look': ({ books }) => ok({ folders: books.map((book) => this.look(book)) }),
    'importFolder.url': ({ book, id }) => {
      const file = this.of(book).find((each) => each.id === id);
      if (!file) return fail('not-found', id);
      return ok({ url: `data:application/octet-stream;base64,${base64(file.content)}` });
    },
    'importFolder.putAway': ({ book, id }) => {
      const file = this.of(book).find((each) => each.id === id);
      if (!file) return fail('not-found', id);
      this.files.set(
        book,
        this.of(book).filter((other) => other !== file),
      );
      this.putAway.set(book, [...(this.putAway.get(book) ?? []), file.name]);
      return ok({});
    },
    'importFolder.passOver': ({ ids }) => {
      for (const id of ids) this.passedOver.add(id);
      return ok({});
    },
    'importFolder.showAll': ({ book }) => {
      for (const { id } of this.of(book)) this.passedOver.delete(id);
      return ok({});
    },
    'importFolder.open': () => ok({}),
    'importFolder.choose': ({ book }) => {
      if (this.answer.outcome === 'chosen') this.chosen.set(book, this.answer.name);
      return ok(this.answer);
    },
    'importFolder.reset': ({ book }) => {
      this.chosen.delete(book);
      return ok({});
    },
  };
}
