import type { IsoDate } from '#shared/dates/civil.ts';
import { administrationIn } from '#shared/domain/books.ts';
import type { Proposals } from '#shared/dunning/proposal.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { type Queue, todayQueues } from '#shared/dunning/today.ts';
import type { OpenBook } from './open-book.ts';

/** What can be done on a day, as the books stood after a commit. */
interface Board {
  readonly seq: number;
  readonly today: IsoDate;
  readonly proposals: Proposals;
  queues: readonly Queue[] | null;
}

/** What could be done today in the open book: worked out when it is asked, and again only after a commit or on another day. */
export class DayBoard {
  /** As asked without and with a reason to go on with stale data; the day is drawn from the one, a batch made from the other. */
  private readonly boards = new Map<'fresh' | 'stale', Board & { readonly reason: string | null }>();

  constructor(private readonly book: Pick<OpenBook, 'books'>) {}

  proposals(today: IsoDate, acceptStale: string | null): Proposals {
    return this.asked(today, acceptStale).proposals;
  }

  queues(today: IsoDate, acceptStale: string | null): readonly Queue[] {
    const asked = this.asked(today, acceptStale);
    asked.queues ??= todayQueues(this.book.books, asked.proposals);
    return asked.queues;
  }

  /** The queues when they are known as things stand, stale data not accepted; null when they would have to be worked out. */
  known(today: IsoDate): readonly Queue[] | null {
    return this.kept(today, null)?.queues ?? null;
  }

  private asked(today: IsoDate, acceptStale: string | null): Board {
    const kept = this.kept(today, acceptStale);
    if (kept) return kept;
    const { books } = this.book;
    const administration = administrationIn(books);
    const proposals = administration
      ? computeProposals(books, administration, { today, acceptStale })
      : { today, proposals: [], tasks: [], skipped: [] };
    for (const [which, { seq }] of this.boards) if (seq !== books.seq) this.boards.delete(which);
    const board = { seq: books.seq, today, reason: acceptStale, proposals, queues: null };
    this.boards.set(acceptStale === null ? 'fresh' : 'stale', board);
    return board;
  }

  private kept(today: IsoDate, acceptStale: string | null): Board | null {
    const { seq } = this.book.books;
    const board = this.boards.get(acceptStale === null ? 'fresh' : 'stale');
    return board?.seq === seq && board.today === today && board.reason === acceptStale ? board : null;
  }
}
