import { readFile } from 'node:fs/promises';
import { FailureError } from '#shared/contract/errors.ts';
import type { ParsedInput } from '#shared/contract/ipc.ts';
import { atomicWrite } from '../../files/atomic-write.ts';
import { mimeOf, placeOf, storedPath } from '../../files/store.ts';
import type { HandlersOf, Services } from './types.ts';

export function fileHandlers({ host, books, uploads, requireSpace }: Services): HandlersOf<'files'> {
  const pathOf = ({ book, file }: Pick<ParsedInput<'files.open'>, 'book' | 'file'>) =>
    storedPath(books.folder(book), file);
  return {
    'files.open': async (input) => {
      await host.openPath(await pathOf(input));
      return {};
    },
    'files.reveal': async (input) => {
      await host.revealPath(await pathOf(input));
      return {};
    },
    'files.print': async (input) => {
      await host.printPath(await pathOf(input));
      return {};
    },
    'files.url': async (input) => {
      const path = await pathOf(input);
      return { url: host.serveOnce(await readFile(path), mimeOf(path)) };
    },
    'files.export': async ({ book, name, text }) => {
      await requireSpace();
      await atomicWrite(placeOf(books.folder(book), 'export', name), text);
      return { file: { kind: 'export', id: name }, name: `uitvoer/${name}` };
    },
    'files.upload': async ({ book, kind, uploadId, chunk, done }) => {
      await requireSpace();
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(chunk)) {
        throw new FailureError({ code: 'bad-input', message: 'chunk is not base64', params: {} });
      }
      const bytes = Buffer.from(chunk, 'base64');
      return uploads.receive({ folder: books.folder(book), kind, uploadId, bytes, done });
    },
  };
}
