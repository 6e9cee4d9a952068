import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { administrationIn, type Books, type Change, type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import { ratesOf } from '#shared/domain/commands/charges.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, isReversible, undoLines } from '#shared/domain/commands/undo.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { ChainId, DossierEvent } from '#shared/domain/event.ts';
import { importOrder } from '#shared/domain/import/undo.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { LetterOutcome } from '#shared/domain/letters/outcome.ts';
import { outdatedLetters, settleLetters, unfinishedLetters } from '#shared/domain/letters/rules.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { type Claim, claimOf } from '#shared/dossier/claim.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { type DebtorCharges, debtorCharges } from '#shared/dunning/debtor-charges.ts';
import { planLetter } from '#shared/dunning/plan.ts';
import { policiesOf } from '#shared/dunning/policies.ts';
import type { Proposal, Proposals, Skipped } from '#shared/dunning/proposal.ts';
import { whyNot } from '#shared/dunning/proposals.ts';
import { type StaleRate, staleRatesInUse } from '#shared/dunning/rates-in-use.ts';
import type { Queue } from '#shared/dunning/today.ts';
import { type PostBack, postBackOf } from '#shared/insight/post-back.ts';
import { type Reconciliation, reconcile } from '#shared/insight/reconciliation.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { BooksApi, PlannedBatch, SearchHit } from '../db/api.ts';
import { ImportsService } from './imports-service.ts';

/**
 * The books of one open administration and everything screens ask of them. Needs no Worker, so that tests and the worker
 * run the same. Reads answer from memory.
 */
export class BooksService extends ImportsService implements BooksApi {
  async administration(): Promise<Administration | null> {
    return administrationIn(await this.books());
  }

  async policies(): Promise<readonly Policy[]> {
    return [...policiesOf(await this.books()).values()];
  }

  async rates(): Promise<RateTables> {
    return ratesOf(await this.books());
  }

  async staleRates(): Promise<readonly StaleRate[]> {
    const { today } = await this.ports.clock.moment();
    return staleRatesInUse(await this.books(), today);
  }

  async settings(): Promise<Readonly<Record<string, unknown>>> {
    return Object.fromEntries((await this.books()).records.setting);
  }

  async summaries(): Promise<readonly DebtorSummary[]> {
    return (await this.here()).board.all();
  }

  async ledger(debtorId: DebtorId): Promise<DebtorLedger | null> {
    return (await this.books()).ledgers.get(debtorId) ?? null;
  }

  /** A copy: the chain itself grows in place, which a screen in the same thread would not see as a new answer. */
  async events(chain: ChainId): Promise<readonly DossierEvent[]> {
    return [...((await this.books()).chains.get(chain) ?? [])];
  }

  async imports(): Promise<readonly ImportRecord[]> {
    const books = await this.books();
    const order = importOrder(books);
    const placeOf = ({ id }: ImportRecord) => order.get(id) ?? 0;
    return [...books.records.import.values()].sort((a, b) => placeOf(b) - placeOf(a) || (a.at > b.at ? -1 : 1));
  }

  async search(text: string, limit: number): Promise<readonly SearchHit[]> {
    return (await this.here()).searcher.search(text, limit);
  }

  run(command: Command): Promise<{ readonly seq: number; readonly undo: readonly Change[] | null }> {
    return this.write('save', (books, moment) => {
      const changes = runCommand(books, command, moment);
      return { changes, answer: isReversible(command) ? inverseOf(books, changes) : null };
    }).then(({ seq, answer }) => ({ seq, undo: answer }));
  }

  async undo(lines: readonly Change[]): Promise<void> {
    await this.write('save', (books, moment) => ({ changes: undoLines(books, lines, moment), answer: null }));
  }

  async fillDemo(): Promise<void> {
    const { demoChanges } = await import('#shared/demo/generate.ts');
    await this.write('demo', (books, { today }) => ({
      changes: books.seq === 0 ? demoChanges(today) : [],
      answer: null,
    }));
  }

  async proposals(acceptStale: string | null): Promise<Proposals> {
    const { today } = await this.ports.clock.moment();
    return (await this.here()).day.proposals(today, acceptStale);
  }

  async queues(acceptStale: string | null): Promise<readonly Queue[]> {
    const { today } = await this.ports.clock.moment();
    return (await this.here()).day.queues(today, acceptStale);
  }

  async whyNot(debtorId: DebtorId): Promise<Skipped> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    const answer = whyNot(books, creditorIn(books), debtorId, { today });
    if (!answer) throw new FailureError(fail('not-found', `no debtor ${debtorId}`).error);
    return answer;
  }

  async charges(debtorId: DebtorId): Promise<DebtorCharges | null> {
    const { today } = await this.ports.clock.moment();
    return debtorCharges(await this.books(), debtorId, today);
  }

  async claim(debtorId: DebtorId): Promise<Claim | null> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    const ledger = books.ledgers.get(debtorId);
    const debtor = debtorIn(ledger);
    return ledger && debtor ? claimOf(ledger, debtor, creditorIn(books), ratesOf(books), today) : null;
  }

  async reconciliation(stated: Cents | null): Promise<Reconciliation | null> {
    return reconcile(await this.books(), stated);
  }

  async postBack(): Promise<PostBack> {
    return postBackOf(await this.books());
  }

  async planOf(proposal: Proposal): Promise<LetterPlan | null> {
    const { today } = await this.ports.clock.moment();
    const books = await this.books();
    return planLetter(books, creditorIn(books), proposal, { today });
  }

  async planBatch(proposals: readonly Proposal[], acceptStale: string | null): Promise<PlannedBatch> {
    const { answer } = await this.write('letters', (books, moment) => {
      const { changes, ...answer } = planBatch(books, creditorIn(books), proposals, { ...moment, acceptStale });
      return { changes, answer };
    });
    return answer;
  }

  async settle(outcomes: readonly LetterOutcome[]): Promise<void> {
    await this.write('letters', (books, moment) => ({ changes: settleLetters(books, outcomes, moment), answer: null }));
  }

  async unfinished(): Promise<PlannedBatch> {
    await this.write('letters', (books, moment) => {
      const changes = settleLetters(books, outdatedLetters(books, moment.today), moment);
      return { changes, answer: null };
    });
    const left = unfinishedLetters(await this.books());
    return { batchId: '', plans: [], dropped: [], ...left, recomputed: [] };
  }
}

/** The administration letters are made for; `not-found` in books without one. */
function creditorIn(books: Books): Administration {
  const administration = administrationIn(books);
  if (!administration) throw new FailureError(fail('not-found', 'this book has no administration').error);
  return administration;
}
