import type { Channel, Output, ParsedInput } from '#shared/contract/ipc.ts';
import type { ImportFolders } from '../../files/import-folder.ts';
import type { Uploads } from '../../files/uploads.ts';
import type { Host } from '../../host/host.ts';
import type { LetterFonts } from '../../letters/fonts.ts';
import type { LetterService } from '../letter-service.ts';
import type { Log } from '../log.ts';
import type { OpenBooks } from '../open-books.ts';

/** A handler for every channel of the contract: one that is missing does not compile. */
export type Handlers = { readonly [C in Channel]: (input: ParsedInput<C>) => Promise<Output<C>> };

/** The handlers of one noun: `HandlersOf<'journal'>` has every `journal.*` channel. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<Channel, `${Noun}.${string}`>>;

/** What handlers work with. */
export interface Services {
  readonly host: Host;
  readonly books: OpenBooks;
  readonly uploads: Uploads;
  readonly importFolders: ImportFolders;
  readonly letters: LetterService;
  readonly log: Log;
  /** Letter fonts, read at first use. */
  readonly fonts: () => Promise<LetterFonts>;
  /** Aborted when the application closes: nothing is waited for any longer. */
  readonly closing: AbortSignal;
  /** Free space below which nothing is written. */
  readonly minimumFree: number;
  /** Refuses with `safe-mode` below it: asked before anything but the journal (which asks itself) writes. */
  readonly requireSpace: () => Promise<void>;
}
