import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Failure, FailureError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { LetterPlan, LetterReceipt } from '#shared/domain/letter.ts';
import type { Channel, LetterKind } from '#shared/domain/policy.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { LetterOutcome, PlannedBatch } from '../db/api.ts';
import { books } from '../db/client.ts';
import { call } from '../host/client.ts';
import { sessionStore } from './session-store.ts';

/** Letters per call: small enough that progress moves and cancel is quick. */
const lettersPerCall = 10;
/** Characters of plans per call, for letters with thousands of items; well under what a call may hold. */
const charsPerCall = limits.callBytes / 4;

export interface BatchResult {
  readonly letterId: string;
  readonly debtorId: DebtorId;
  readonly name: string;
  readonly kind: LetterKind;
  readonly currency: string;
  readonly total: Cents;
  /** Ways the letter goes. */
  readonly channels: readonly Channel[];
  /** Exactly one of the two is set; a cancelled letter has neither. */
  readonly receipt: LetterReceipt | null;
  readonly failure: Failure | null;
}

export interface Batch {
  readonly phase: 'idle' | 'planning' | 'issuing' | 'done';
  /** Letters planned before the last stop, being made after all. */
  readonly resumed: boolean;
  readonly total: number;
  /** Letters with an outcome so far. */
  readonly done: number;
  readonly issued: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly cancelling: boolean;
  readonly results: readonly BatchResult[];
  readonly dropped: PlannedBatch['dropped'];
  /** Letters whose amount moved since the preview. */
  readonly recomputed: PlannedBatch['recomputed'];
  /** Why the job stopped early; what it left planned is made by {@link resumeUnfinished} or at the next start. */
  readonly error: Failure | null;
}

const idle: Batch = {
  phase: 'idle',
  resumed: false,
  total: 0,
  done: 0,
  issued: 0,
  failed: 0,
  cancelled: 0,
  cancelling: false,
  results: [],
  dropped: [],
  recomputed: [],
  error: null,
};

export const batchStore = createStore<Batch>(() => idle);

export function useBatch<T>(select: (batch: Batch) => T): T {
  return useStore(batchStore, select);
}

const set = batchStore.setState;
let job: Promise<void> = Promise.resolve();
let leaving = false;

/** Whether letters are being planned or made. */
export function isBatchRunning({ phase }: Batch = batchStore.getState()): boolean {
  return phase === 'planning' || phase === 'issuing';
}

/** Makes the letters of these proposals. The job goes on when its screen is left; a second start while one runs is ignored. */
export async function startBatch(proposals: readonly Proposal[], acceptStale: string | null): Promise<void> {
  await run(() => books.planBatch(proposals, acceptStale), false);
}

/** Makes letters that were planned when the machine stopped: same plan, so the same letter, never a second one. */
export async function resumeUnfinished(): Promise<void> {
  const { book } = sessionStore.getState();
  if (isBatchRunning()) return;
  const left = await books.unfinished().catch(() => null);
  // Another administration was opened while these were looked up: they are made when theirs is opened again.
  if (sessionStore.getState().book !== book) return;
  if (left && left.plans.length > 0) await run(async () => left, true);
}

/**
 * Stops after the letters under way; those not begun are cancelled and can be proposed again. Letters made after an
 * interruption cannot be cancelled: their files may be on disk already.
 */
export function cancelBatch(): void {
  if (isBatchRunning() && !batchStore.getState().resumed) set({ cancelling: true });
}

/**
 * Ends the job after the letters under way, for another administration is opened. The rest stays planned and is made
 * when this one is opened again. Resolves once nothing of it runs any more.
 */
export async function leaveBatch(): Promise<void> {
  leaving = true;
  await job;
  leaving = false;
  set(idle, true);
}

/** Takes the results off the screen. */
export function dismissBatch(): void {
  if (!isBatchRunning()) set(idle, true);
}

function run(plan: () => Promise<PlannedBatch>, resumed: boolean): Promise<void> {
  const { book } = sessionStore.getState();
  if (isBatchRunning() || !book) return Promise.resolve();
  set({ ...idle, phase: 'planning', resumed }, true);
  job = planAndIssue(book, plan);
  return job;
}

async function planAndIssue(book: string, plan: () => Promise<PlannedBatch>): Promise<void> {
  try {
    const { plans, dropped, recomputed } = await plan();
    set({ phase: 'issuing', total: plans.length, dropped, recomputed });
    await issue(book, plans);
  } catch (error) {
    const failure: Failure =
      error instanceof FailureError ? error.failure : { code: 'internal', message: String(error), params: {} };
    set({ error: failure });
  }
  set({ phase: 'done', cancelling: false });
}

/** Makes the letters chunk by chunk; while one chunk is being made, the outcome of the one before is written. */
async function issue(book: string, plans: readonly LetterPlan[]): Promise<void> {
  let written: Promise<void> = Promise.resolve();
  let rest = plans;
  while (rest.length > 0 && !leaving) {
    if (batchStore.getState().cancelling) {
      await written;
      await cancelRest(rest);
      return;
    }
    const texts = nextChunk(rest);
    const chunk = rest.slice(0, texts.length);
    rest = rest.slice(texts.length);
    const answer = await call('letters.issue', { book, plans: texts });
    await written;
    if (!answer.ok) throw new FailureError(answer.error);
    written = settle(chunk, answer.value.results);
    // Heard at the next await; until then it is nobody's.
    written.catch(() => undefined);
  }
  await written;
}

/** The first plans as texts, as many as one call takes; never none. */
function nextChunk(plans: readonly LetterPlan[]): string[] {
  const texts: string[] = [];
  let chars = 0;
  for (const plan of plans.slice(0, lettersPerCall)) {
    const text = canonicalJson(plan);
    chars += text.length;
    if (texts.length > 0 && chars > charsPerCall) break;
    texts.push(text);
  }
  return texts;
}

async function settle(chunk: readonly LetterPlan[], results: Output<'letters.issue'>['results']): Promise<void> {
  const made = new Map(results.map((result) => [result.letterId, result]));
  const outcomes: LetterOutcome[] = [];
  const shown: BatchResult[] = [];
  for (const plan of chunk) {
    const result = made.get(plan.id);
    // A letter the host says nothing of stays planned: the next start makes it.
    if (!result) continue;
    const { receipt, failure } = result;
    const letter = { letterId: plan.id, debtorId: plan.debtor.id };
    outcomes.push(receipt ? { ...letter, receipt } : { ...letter, failed: failure?.code ?? 'internal' });
    shown.push(resultOf(plan, receipt, receipt ? null : (failure as Failure | null)));
  }
  await books.settle(outcomes);
  count(shown);
}

async function cancelRest(rest: readonly LetterPlan[]): Promise<void> {
  await books.settle(rest.map((plan) => ({ letterId: plan.id, debtorId: plan.debtor.id, cancelled: true })));
  const { done, cancelled, results } = batchStore.getState();
  set({
    done: done + rest.length,
    cancelled: cancelled + rest.length,
    results: [...results, ...rest.map((plan) => resultOf(plan, null, null))],
  });
}

function resultOf(plan: LetterPlan, receipt: LetterReceipt | null, failure: Failure | null): BatchResult {
  const { id: letterId, kind, currency, debtor, amounts, channels } = plan;
  return {
    letterId,
    debtorId: debtor.id,
    name: debtor.name,
    kind,
    currency,
    total: amounts.total,
    channels,
    receipt,
    failure,
  };
}

function count(shown: readonly BatchResult[]): void {
  const { done, issued, failed, results } = batchStore.getState();
  const made = shown.filter((result) => result.receipt).length;
  set({
    done: done + shown.length,
    issued: issued + made,
    failed: failed + shown.length - made,
    results: [...results, ...shown],
  });
}
