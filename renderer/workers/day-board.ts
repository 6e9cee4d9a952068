import type { IsoDate } from '#shared/dates/civil.ts';
import { administrationIn } from '#shared/domain/books.ts';
import type { Proposals } from '#shared/dunning/proposal.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { type Queue, todayQueues } from '#shared/dunning/today.ts';
import type { OpenBook } from './open-book.ts';

/** What the proposals were worked out of. */
interface Asked {
  readonly seq: number;
  readonly today: IsoDate;
  readonly acceptStale: string | null;
}

/** What could be done today in the open book: worked out when it is asked, and again only after a commit or on another day. */
export class DayBoard {
  private proposed: (Asked & { readonly proposals: Proposals; queues: readonly Queue[] | null }) | null = null;

  constructor(private readonly book: OpenBook) {}

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
    return this.isOf(today, null) ? (this.proposed?.queues ?? null) : null;
  }

  private asked(today: IsoDate, acceptStale: string | null): NonNullable<typeof this.proposed> {
    if (this.proposed && this.isOf(today, acceptStale)) return this.proposed;
    const { books } = this.book;
    const administration = administrationIn(books);
    const proposals = administration
      ? computeProposals(books, administration, { today, acceptStale })
      : { today, proposals: [], tasks: [], skipped: [] };
    this.proposed = { seq: books.seq, today, acceptStale, proposals, queues: null };
    return this.proposed;
  }

  private isOf(today: IsoDate, acceptStale: string | null): boolean {
    const { seq } = this.book.books;
    return this.proposed?.seq === seq && this.proposed.today === today && this.proposed.acceptStale === acceptStale;
  }
}
