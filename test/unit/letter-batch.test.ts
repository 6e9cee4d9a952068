import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { type MemoryBridge, memoryHost } from '#renderer/host/memory.ts';
import { batchStore, cancelBatch, resumeUnfinished, startBatch } from '#renderer/state/batch.ts';
import { createAdministration, openBook } from '#renderer/state/session.ts';
import { fail, type Result } from '#shared/contract/errors.ts';
import type { Channel } from '#shared/contract/ipc.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { Letter } from '#shared/domain/letter.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import { forgetDatabases, openDemoDesk, startOn } from '../component/desk.ts';

type Before = (channel: Channel, input: unknown) => Result<never> | undefined;

const batch = () => batchStore.getState();

async function letters(): Promise<Letter[]> {
  const summaries = await books.summaries();
  const ledgers = await Promise.all(summaries.map(({ id }) => books.ledger(id)));
  return ledgers.flatMap((ledger) => Object.values(ledger?.letter ?? {}));
}

/** Letters of this test's batch by state; those the demo came with are not counted. */
async function statesOf(proposals: readonly Proposal[]): Promise<Record<string, number>> {
  const debtors = new Set(proposals.map(({ debtorId }) => debtorId));
  const counts: Record<string, number> = {};
  for (const { state, plan } of await letters()) {
    if (plan.date !== '2026-11-20' || !debtors.has(plan.debtor.id)) continue;
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

async function proposalsNow(): Promise<readonly Proposal[]> {
  return (await books.proposals(null)).proposals;
}

/** Makes the channel fail, or do something first, at its nth call. */
function atCall(channel: Channel, n: number, what: () => Result<never> | undefined): Before {
  let calls = 0;
  return (called) => {
    if (called !== channel) return undefined;
    calls++;
    return calls === n ? what() : undefined;
  };
}

function onceEach(host: MemoryBridge): boolean {
  return [...host.made.values()].every((times) => times === 1);
}

/** A new start on the same disk: the journal and the letters that were made. */
async function startAgain(
  host: MemoryBridge,
  options: { before?: Before; withoutDatabase?: boolean } = {},
): Promise<MemoryBridge> {
  if (options.withoutDatabase) await forgetDatabases('demo');
  const again = memoryHost({ disk: host.disk, ...(options.before && { before: options.before }) });
  await startOn(again);
  return again;
}

beforeEach(() => forgetDatabases('demo', 'bakker'));

describe('a batch of letters', () => {
  it('makes every proposed letter once and records its receipt', async () => {
    const host = await openDemoDesk();
    const proposals = await proposalsNow();
    expect(proposals.length).toBeGreaterThan(10);
    await startBatch(proposals, null);
    expect(batch()).toMatchObject({ phase: 'done', total: proposals.length, issued: proposals.length, error: null });
    expect(host.made.size).toBe(proposals.length);
    expect(onceEach(host)).toBe(true);
    expect(await statesOf(proposals)).toEqual({ issued: proposals.length });
    expect(await proposalsNow()).toEqual([]);
  });

  it('cancels what has not begun; those letters are proposed again', async () => {
    const host = await openDemoDesk({ before: atCall('letters.issue', 1, () => void cancelBatch() as undefined) });
    const proposals = await proposalsNow();
    await startBatch(proposals, null);
    expect(batch()).toMatchObject({ phase: 'done', issued: 10, cancelled: proposals.length - 10 });
    expect(host.made.size).toBe(10);
    expect(await statesOf(proposals)).toEqual({ issued: 10, cancelled: proposals.length - 10 });
    const again = await proposalsNow();
    expect(again.length).toBe(proposals.length - 10);
    await startBatch(again, null);
    expect(await statesOf(proposals)).toEqual({ issued: proposals.length });
    expect(onceEach(host)).toBe(true);
  });

  it('goes on when single letters fail, and names them', async () => {
    const host = await openDemoDesk({ failing: (plan) => plan.debtor.id % 3 === 0 });
    const proposals = await proposalsNow();
    const failing = proposals.filter(({ debtorId }) => debtorId % 3 === 0).length;
    expect(failing).toBeGreaterThan(0);
    await startBatch(proposals, null);
    expect(batch()).toMatchObject({ issued: proposals.length - failing, failed: failing, error: null });
    expect(batch().results.filter(({ failure }) => failure?.code === 'render-failed').length).toBe(failing);
    expect(host.made.size).toBe(proposals.length - failing);
  });

  it('stops between letters when another administration is opened, and is finished when this one is opened again', async () => {
    let leave: Promise<void> | undefined;
    const start = atCall('letters.issue', 2, () => {
      leave = createAdministration(newAdministration({ id: 'bakker', name: 'Bakker', iban: 'NL91ABNA0417164300' }));
      return undefined;
    });
    const host = await openDemoDesk({ before: start });
    const proposals = await proposalsNow();
    await startBatch(proposals, null);
    await leave;
    expect(host.made.size).toBe(20);
    expect(batch()).toMatchObject({ phase: 'idle' });
    expect(await books.summaries()).toEqual([]);
    await openBook('demo');
    await expect.poll(() => batch().phase).toBe('done');
    expect(await statesOf(proposals)).toEqual({ issued: proposals.length });
    expect(onceEach(host)).toBe(true);
  });

  it('has one job at a time', async () => {
    const host = await openDemoDesk();
    const proposals = await proposalsNow();
    await Promise.all([startBatch(proposals, null), startBatch(proposals, null), resumeUnfinished()]);
    expect(host.made.size).toBe(proposals.length);
    expect(onceEach(host)).toBe(true);
  });
});

describe('a batch that is interrupted', () => {
  it.each([
    ['the host refuses a call', 'letters.issue', 2],
    ['the journal is full at the first outcome', 'journal.append', 3],
    ['the journal is full at the second outcome', 'journal.append', 4],
  ] as const)('%s: what stayed planned is made at the next start, each letter once', async (_name, channel, n) => {
    let armed = false;
    const failing = atCall(channel, n - (channel === 'journal.append' ? 1 : 0), () => fail('disk-full', 'no space'));
    const host = await openDemoDesk({ before: (called, input) => (armed ? failing(called, input) : undefined) });
    const proposals = await proposalsNow();
    armed = true;
    await startBatch(proposals, null);
    expect(batch()).toMatchObject({ phase: 'done', error: { code: 'disk-full' } });
    expect((await statesOf(proposals)).planned).toBeGreaterThan(0);

    const again = await startAgain(host);
    await expect.poll(() => batch().phase).toBe('done');
    expect(batch()).toMatchObject({ resumed: true, error: null });
    expect(await statesOf(proposals)).toEqual({ issued: proposals.length });
    expect(again.made.size).toBe(proposals.length);
    expect(onceEach(again)).toBe(true);
    expect(await proposalsNow()).toEqual([]);
  });

  it.each([
    ['before the plan is in the journal', 'journal.append', 1, 0],
    ['before the first letters are made', 'letters.issue', 1, 'all'],
    ['after the first letters are made and before that is recorded', 'journal.append', 2, 'all'],
    ['before the second letters are made', 'letters.issue', 2, 'all'],
    ['after the second letters are recorded', 'letters.issue', 3, 'all'],
  ] as const)(
    'the host dies %s: exactly one letter each after the next start, also without a database',
    async (_name, channel, n, made) => {
      for (const withoutDatabase of [false, true]) {
        await forgetDatabases('demo');
        let armed = false;
        let host: MemoryBridge | null = null;
        const dying = atCall(channel, n, () => {
          host?.end();
          return fail('internal', 'never heard');
        });
        host = await openDemoDesk({ before: (called, input) => (armed ? dying(called, input) : undefined) });
        const proposals = await proposalsNow();
        armed = true;
        await startBatch(proposals, null);
        expect(batch()).toMatchObject({ phase: 'done', error: { code: 'host-gone' } });

        const again = await startAgain(host, { withoutDatabase });
        await expect.poll(() => batch().phase).toBe(made === 0 ? 'idle' : 'done');
        expect(await statesOf(proposals)).toEqual(made === 0 ? {} : { issued: proposals.length });
        await startBatch(await proposalsNow(), null);
        expect(await statesOf(proposals)).toEqual({ issued: proposals.length });
        expect(again.made.size).toBe(proposals.length);
        expect(onceEach(again)).toBe(true);
      }
    },
  );

  it('is never made in another administration that is opened just then', async () => {
    const host = await openDemoDesk({ before: atCall('letters.issue', 2, () => fail('host-gone', 'stopped')) });
    await startBatch(await proposalsNow(), null);
    const made = host.made.size;
    const resumed = resumeUnfinished();
    const other = createAdministration(newAdministration({ id: 'bakker', name: 'Bakker', iban: 'NL91ABNA0417164300' }));
    await Promise.all([resumed, other]);
    await expect.poll(() => batch().phase).toBe('idle');
    expect(host.made.size).toBe(made);
  });

  it('cannot be cancelled when it is made after an interruption: the files may be there already', async () => {
    let armed = false;
    let host: MemoryBridge | null = null;
    const dying = atCall('journal.append', 2, () => {
      host?.end();
      return fail('internal', 'never heard');
    });
    host = await openDemoDesk({ before: (called, input) => (armed ? dying(called, input) : undefined) });
    const proposals = await proposalsNow();
    armed = true;
    await startBatch(proposals, null);
    await startAgain(host, { before: atCall('letters.issue', 1, () => void cancelBatch() as undefined) });
    await expect.poll(() => batch().phase).toBe('done');
    expect(await statesOf(proposals)).toEqual({ issued: proposals.length });
  });
});
