import { listBackups, makeBackup, restoreBackup } from '../../backup/backup.ts';
import type { HandlersOf, Services } from './types.ts';

export function backupHandlers({ host, books, log, requireSpace }: Services): HandlersOf<'backup'> {
  return {
    'backup.list': async ({ book }) => ({ backups: await listBackups(books.folder(book)) }),
    'backup.make': async ({ book, reason }) => {
      await requireSpace();
      return makeBackup(await books.journal(book), reason, host.now());
    },
    'backup.restore': async ({ book, id }) => {
      await requireSpace();
      const restored = await restoreBackup(await books.journal(book), id, host.now());
      books.reading.delete(book);
      await log.write('info', 'backup.restored', { book, seq: restored.seq });
      return restored;
    },
  };
}
