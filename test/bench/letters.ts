import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LetterService } from '#electron/app/letter-service.ts';
import { Journal } from '#electron/journal/journal.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { createPoolRenderer } from '#electron/letters/pool.ts';
import { limits } from '#shared/contract/limits.ts';
import { applyChanges, type Books, type Change } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { settleLetters } from '#shared/domain/letters/rules.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { benchDay, importedBooks } from './engine.ts';
import { type BenchRow, processorTime, row, timed } from './measure.ts';

/** Plans, journals, issues (PDF + eml, fsynced) and settles letters, as the desktop does. */
class LetterDesk {
  constructor(
    private readonly folder: string,
    private readonly books: Books,
    private readonly journal: Journal,
    private readonly letters: LetterService,
  ) {}

  proposals(): readonly Proposal[] {
    const administration = this.administration();
    return computeProposals(this.books, administration, { today: benchDay }).proposals;
  }

  async make(proposals: readonly Proposal[]): Promise<void> {
    const moment = { today: benchDay, at: benchDay };
    const batch = planBatch(this.books, this.administration(), proposals, moment);
    await this.commit(batch.changes);
    for (let from = 0; from < batch.plans.length; from += limits.lettersPerCall) {
      const plans = batch.plans.slice(from, from + limits.lettersPerCall);
      const results = await this.letters.issue(this.folder, plans.map(canonicalJson));
      const outcomes = plans.map((plan) => {
        const receipt = results.find((result) => result.letterId === plan.id)?.receipt;
        if (!receipt) throw new Error(`letter ${plan.id} was not made`);
        return { letterId: plan.id, debtorId: plan.debtor.id, receipt };
      });
      await this.commit(settleLetters(this.books, outcomes, moment));
    }
  }

  private administration() {
    const administration = [...this.books.records.administration.values()][0];
    if (!administration) throw new Error('bench books have no administration');
    return administration;
  }

  private async commit(changes: readonly Change[]): Promise<void> {
    const { seq } = await this.journal.append(this.books.seq + 1, [JSON.stringify(changes)], true);
    applyChanges(this.books, changes);
    this.books.seq = seq;
  }
}

/** Letters on disk: one click, and a batch. */
export async function letterRows(dist: string, batch: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voldaan-bench-'));
  const renderer = createPoolRenderer({
    workerFile: join(dist, 'electron/letter-worker.cjs'),
    assetsFolder: join(dist, 'assets'),
  });
  const letters = createLetterService(renderer);
  const journal = await Journal.open(folder, { minimumFree: 0 });
  try {
    const books = await importedBooks({ items: batch * 12, debtors: batch * 2 });
    const desk = new LetterDesk(folder, books, journal, letters);
    const all = desk.proposals();
    let next = 8;
    await desk.make(all.slice(0, 8));
    const single = await timed(15, () => {
      next += 1;
      return desk.make(all.slice(next - 1, next));
    });
    const many = all.slice(next, next + batch);
    let worked = 0;
    const whole = await timed(1, async () => {
      worked = await processorTime(() => desk.make(many));
    });
    return [
      row('one click: PDF + eml on disk + logged', single, { size: '1 letter', must: 400, aim: 100 }),
      row('batch of letters: PDF + eml, fsynced, logged', whole, {
        size: `${many.length} letters`,
        must: 30_000,
        aim: 12_000,
      }),
      row('the same batch: processor time of all threads', [worked], { size: `${many.length} letters` }),
    ];
  } finally {
    await letters.close();
    await journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
