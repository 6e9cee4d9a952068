import { homedir } from 'node:os';
import { FailureError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { createTranslator, type UiLanguage } from '#shared/i18n/translate.ts';
import { shownName } from '../../files/import-folder-place.ts';
import type { HandlersOf, Services } from './types.ts';

export function importFolderHandlers(services: Services): HandlersOf<'importFolder'> {
  const { host, importFolders, requireSpace } = services;
  return {
    'importFolder.look': async ({ books }) => {
      const folders = await Promise.all(
        books.map(async (book) => {
          const { place, files, ...look } = await importFolders.look(book);
          return { book, place: { name: place.name, isChosen: place.isChosen }, files: [...files], ...look };
        }),
      );
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
    'importFolder.passOver': async ({ book, ids }) => {
      await requireSpace();
      await importFolders.passOver(book, ids);
      return {};
    },
    'importFolder.showAll': async ({ book }) => {
      await importFolders.showAll(book);
      return {};
    },
    'importFolder.open': async ({ book }) => {
      await host.openPath(await importFolders.made(book));
      return {};
    },
    'importFolder.choose': async ({ book, language }) => {
      await requireSpace();
      if (!(await services.books.withJournal()).includes(book)) {
        throw new FailureError({ code: 'not-found', message: 'no book of this name', params: {} });
      }
      return chosen(services, book, language);
    },
    'importFolder.reset': async ({ book }) => {
      await importFolders.reset(book);
      return {};
    },
  };
}

async function chosen(
  { host, importFolders, closing }: Services,
  book: string,
  language: UiLanguage,
): Promise<Output<'importFolder.choose'>> {
  const before = await importFolders.place(book);
  const title = createTranslator(language).t('host.chooseFolder');
  // Some programs ask nothing when they cannot start in the folder they are given.
  const start = before.isChosen ? await importFolders.made(book).catch(homedir) : homedir();
  const answer = await host.chooseFolder({ title, start }, closing);
  if (answer.outcome !== 'chosen') return { outcome: answer.outcome, name: before.name, book: null };
  const { path } = answer;
  const refusal = await importFolders.choose(book, path);
  if (!refusal) return { outcome: 'chosen', name: (await importFolders.place(book)).name, book: null };
  return { outcome: refusal.reason, name: shownName(path), book: refusal.reason === 'in-use' ? refusal.book : null };
}
