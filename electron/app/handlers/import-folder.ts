import type { HandlersOf, Services } from './types.ts';

export function importFolderHandlers({ host, importFolders, requireSpace }: Services): HandlersOf<'importFolder'> {
  return {
    'importFolder.look': async ({ books }) => {
      const folders = [];
      for (const book of books) {
        // One folder that cannot be read leaves those of the others as they are.
        const look = await importFolders.look(book).catch(() => null);
        const { files, settling } = look ?? { files: [], settling: false };
        folders.push({ book, files: [...files], settling, refused: look === null });
      }
      return { folders };
    },
    'importFolder.url': async ({ book, id }) => ({
      url: host.serveOnce(await importFolders.read(book, id), 'application/octet-stream'),
    }),
    'importFolder.putAway': async ({ book, id }) => {
      await requireSpace();
      await importFolders.putAway(book, id, host.today());
      return {};
    },
    'importFolder.open': async ({ book }) => {
      await host.openPath(await importFolders.made(book));
      return { name: `importmap/${book}` };
    },
  };
}
