import type { BooksEvents } from '../db/api.ts';
import { openDatabase } from '../db/schema.ts';
import { BooksService } from './books-service.ts';
import type { MainSide, WorkerSide } from './connect.ts';
import { lockBook } from './lock.ts';
import { packingJournal } from './packed-journal.ts';
import { join } from './rpc.ts';
import { inPieces } from './summaries-in-pieces.ts';

/* The only writer of the databases: it holds the open administration, the office's own book, and one that is
   worked in without being open. */

const ours: { -readonly [N in keyof WorkerSide]?: WorkerSide[N] } = {};
const main = join<MainSide>(self, ours as WorkerSide);

function service(notify: BooksEvents): BooksService {
  const { journal, clock, files } = main;
  return new BooksService({ journal: packingJournal(journal), clock, files, openDatabase, notify, lock: lockBook });
}

ours.administration = service(inPieces(main.administrationEvents));
ours.office = service(inPieces(main.officeEvents));
ours.background = service(inPieces(main.backgroundEvents));
