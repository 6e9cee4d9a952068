import { FailureError, fail } from '#shared/contract/errors.ts';
import { debtorIn } from '#shared/domain/books.ts';
import type { AdministrationMarks, DropOutcome, DropPreview } from '#shared/domain/drop/drop.ts';
import { undoImports } from '#shared/domain/import/undo.ts';
import type { SourceFile } from '#shared/domain/imports.ts';
import { type Reconciliation, reconcile } from '#shared/insight/reconciliation.ts';
import type {
  ChoicesByUnit,
  ImportApi,
  OfferedFile,
  ReviewItem,
  ReviewLine,
  TakenLine,
  WaitingMoney,
} from '../db/import-api.ts';
import { itemsFitting, reviewLines, waitingMoney } from './bank-review.ts';
import { takenLines } from './bank-taken.ts';
import { BooksWriter } from './books-writer.ts';
import { confirmDrop } from './drop-confirm.ts';

/** What imports are made with: drops, their undoing, and the bank lines that wait. */
export class ImportsService extends BooksWriter implements ImportApi {
  async openDrop(files: readonly OfferedFile[], portfolio: readonly AdministrationMarks[]): Promise<DropPreview> {
    const { book, drops } = await this.here();
    const reading = drops.begin();
    const moment = await this.ports.clock.moment();
    const { notify, files: port } = this.ports;
    return drops.open(reading, book.books, files, portfolio, moment, {
      onProgress: (done, total) => notify.onProgress('reading', done, total),
      onCompared: this.compared,
      words: port ? (pdf) => port.words(pdf) : null,
    });
  }

  async chooseDrop(dropId: string, choices: ChoicesByUnit): Promise<DropPreview> {
    const { book, drops } = await this.here();
    return drops.choose(book.books, dropId, choices, await this.ports.clock.moment(), this.compared);
  }

  private readonly compared = (done: number, total: number): void =>
    this.ports.notify.onProgress('comparing', done, total);

  async leaveDrop(dropId: string | null): Promise<void> {
    (await this.here()).drops.leave(dropId);
  }

  async reconciliationAfter(dropId: string): Promise<Reconciliation | null> {
    const { book, drops } = await this.here();
    return reconcile(drops.after(book.books, dropId), null);
  }

  async confirmDrop(
    dropId: string,
    choices: ChoicesByUnit,
    stored: Readonly<Record<string, readonly SourceFile[]>>,
  ): Promise<DropOutcome> {
    const open = await this.here();
    const { book, drops } = open;
    const drop = await drops.chosen(dropId, choices);
    const { clock, files = null } = this.ports;
    const outcome = await confirmDrop(drop, stored, {
      book: book.name,
      files,
      comparison: drops.comparison,
      now: async () => ({ books: book.books, moment: await clock.moment() }),
      write: (rule) =>
        this.write('import', async (books, moment, now) => {
          // Another administration was opened meanwhile: what was read for the first is never written to it.
          if (now !== open) throw new FailureError(fail('cancelled', 'another book was opened').error);
          // The oldest import that can be taken back makes way for this one.
          await book.loadUndo();
          const { changes, record } = await rule(books, moment);
          return { changes, answer: changes.length > 0 ? record : null };
        }).then(({ answer }) => answer),
    });
    if (!outcome.stopped) drops.leave(dropId);
    return outcome;
  }

  async undoImports(importIds: readonly string[]): Promise<void> {
    await this.write('import', async (books, moment, { book }) => {
      await book.loadUndo();
      const result = undoImports(books, importIds, moment);
      if (result.ok) return { changes: result.changes, answer: null };
      const { reason, debtorId, by } = result;
      const debtor = debtorIn(books.ledgers.get(debtorId ?? 0))?.name ?? '';
      const params = { undo: reason, debtorId: debtorId ?? 0, debtor, by: by ?? '' };
      throw new FailureError(fail('bad-input', `import undo: ${reason}`, params).error);
    });
  }

  async bankReview(): Promise<readonly ReviewLine[]> {
    return reviewLines(await this.books());
  }

  async waitingMoney(): Promise<readonly WaitingMoney[]> {
    return waitingMoney(await this.books());
  }

  async itemsToMatch(search: string, limit: number, settled: boolean): Promise<readonly ReviewItem[]> {
    return itemsFitting(await this.books(), search, limit, settled);
  }

  async bankTaken(limit: number): Promise<readonly TakenLine[]> {
    return takenLines(await this.books(), limit);
  }
}
