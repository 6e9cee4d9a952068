import { resolve } from 'node:path';
import { createApp } from '#electron/app/app.ts';
import { memoryHost } from '#electron/host/memory/memory-host.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { Result } from '#shared/contract/errors.ts';
import type { Channel, Input, Output } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import { applyChanges, type Books, type Change, emptyBooks } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { changeParts } from '#shared/domain/folded-changes.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { settleLetters, unfinishedLetters } from '#shared/domain/letters/rules.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';

export const book = 'proef';
export const today = '2026-11-20';

/** One administration opened over the real services, with its books in memory where the desktop has a database. */
export interface Desk {
  readonly books: Books;
  commit(changes: readonly Change[]): Promise<void>;
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
  close(): Promise<void>;
}

/** Starts as the desktop does with an empty database: newest snapshot, then the journal. */
export async function openDesk(dataFolder: string, renderer: LetterRenderer, minimumFree = 0): Promise<Desk> {
  const host = memoryHost(dataFolder, today);
  const letters = createLetterService(renderer);
  const app = createApp({ host, letters, assetsFolder: resolve('assets'), minimumFree });
  const call: Desk['call'] = async (channel, input) => {
    const result = (await app.dispatch(channel, input)) as Result<never>;
    if (!result.ok) throw new Error(`${channel}: ${result.error.code}`);
    return result.value;
  };
  const books = emptyBooks();
  await call('app.start', {});
  for (const from of ['snapshot', 'journal'] as const) {
    const after = books.seq;
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page: Output<'journal.read'> = await call('journal.read', { book, afterSeq: after, from, cursor });
      for (const { seq, parts } of page.commits) {
        for (const part of parts) applyChanges(books, JSON.parse(part) as Change[]);
        books.seq = seq;
      }
      cursor = page.nextCursor;
    }
  }
  return {
    books,
    call,
    close: () => app.close(),
    async commit(changes) {
      if (changes.length === 0) return;
      const { seq } = await call('journal.append', {
        book,
        seq: books.seq + 1,
        parts: [...changeParts(changes, 20_000)],
        done: true,
        firstPart: 0,
      });
      applyChanges(books, changes);
      books.seq = seq;
    },
  };
}

/** The main job: what was left unfinished first, then what is proposed; plan committed, issued, outcome committed. */
export async function makeLetters(dataFolder: string, renderer: LetterRenderer): Promise<Desk> {
  const desk = await openDesk(dataFolder, renderer);
  const moment = { today, at: `${today}T10:00:00` };
  await issue(desk, unfinishedLetters(desk.books)?.plans ?? [], moment);
  const administration = desk.books.records.administration.get('administration');
  if (!administration) throw new Error('no administration');
  const { proposals } = computeProposals(desk.books, administration, { today, acceptStale: null });
  const batch = planBatch(desk.books, administration, proposals, moment);
  await desk.commit(batch.changes);
  await issue(desk, batch.plans, moment);
  await desk.close();
  return desk;
}

async function issue(desk: Desk, plans: readonly LetterPlan[], moment: { today: string; at: string }): Promise<void> {
  for (let from = 0; from < plans.length; from += limits.lettersPerCall) {
    const part = plans.slice(from, from + limits.lettersPerCall);
    const { results } = await desk.call('letters.issue', { book, plans: part.map(canonicalJson) });
    const outcomes = part.map((plan, index) => {
      const who = { letterId: plan.id, debtorId: plan.debtor.id };
      const receipt = results[index]?.receipt;
      return receipt ? { ...who, receipt } : { ...who, failed: results[index]?.failure?.code ?? 'internal' };
    });
    await desk.commit(settleLetters(desk.books, outcomes, moment));
  }
}
