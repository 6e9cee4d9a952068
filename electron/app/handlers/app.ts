import { basename } from 'node:path';
import { freeBytes } from '../../files/disk.ts';
import { sweepUploads } from '../../files/uploads.ts';
import type { HandlersOf, Services } from './types.ts';

export function appHandlers({ host, books, uploads, log, minimumFree }: Services): HandlersOf<'app' | 'log'> {
  return {
    'app.start': async () => {
      const free = await freeBytes(host.dataFolder);
      const names = await books.withJournal();
      // A page that starts has no calls of its own going: what an earlier page left half-way is cleared.
      await books.dropOpenBatches();
      await uploads.close();
      for (const book of names) await sweepUploads(books.folder(book));
      return {
        host: host.kind,
        platform: host.platform,
        version: host.version,
        today: host.today(),
        now: host.now(),
        dataFolder: basename(host.dataFolder),
        freeBytes: free,
        safeMode: free < minimumFree,
        books: names,
        styleNonce: host.styleNonce,
      };
    },
    'app.now': async () => ({ today: host.today(), now: host.now() }),
    'app.openExternal': async ({ target }) => {
      await host.openExternal(target);
      return {};
    },
    'log.write': async ({ level, event, params }) => {
      await log.write(level, event, params);
      return {};
    },
  };
}
