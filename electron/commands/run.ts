import { join } from 'node:path';
import { limits } from '#shared/contract/limits.ts';
import type { IsoDate } from '#shared/dates/civil.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { administrationIn, type Books } from '#shared/domain/books.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import type { BankCounts } from '#shared/domain/imports.ts';
import type { LetterPlan, LetterReceipt } from '#shared/domain/letter.ts';
import type { DroppedProposal } from '#shared/domain/letters/outcome.ts';
import { settleLetters, unfinishedLetters } from '#shared/domain/letters/rules.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import type { Proposal, Skipped } from '#shared/dunning/proposal.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { toDecimal } from '#shared/money/cents.ts';
import type { LetterService } from '../app/letter-service.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { type Answer, done } from './answer.ts';
import { writeDossier } from './dossier.ts';
import type { RunFolder } from './run-folder.ts';

export interface RunServices {
  readonly letters: LetterService;
  readonly assetsFolder: string;
  /** Progress, for stderr. */
  say(text: string): void;
}

export interface RunSettings {
  readonly today: IsoDate;
  /** Why letters are made on stale data; null = they are not. */
  readonly acceptStale: string | null;
  /** Codes of debtors the list names with nothing open and the books do not know: skipped as `paid`. */
  readonly settledDebtors?: readonly string[];
  /** What the bank files did; null or absent = there were none. */
  readonly bank?: (BankCounts & { readonly credited: number }) | null;
}

/**
 * The main job on a run's books: propose, plan, issue, settle, export a dossier per debtor written to. Answers the JSON of
 * `run` (cli.md). The same books and day give the same bytes.
 */
export async function runLetters(folder: RunFolder, services: RunServices, settings: RunSettings): Promise<Answer> {
  const { books } = folder;
  const { settledDebtors = [], bank = null } = settings;
  const administration = folder.administration();
  const moment = { today: settings.today, at: settings.today };
  const proposals = computeProposals(books, administration, settings);
  const batch = planBatch(books, administration, proposals.proposals, { ...moment, acceptStale: settings.acceptStale });
  await folder.commit(batch.changes);
  const { issued, failed } = await issue(folder, services, batch.plans, moment);
  await writeDossiers(folder, services, issued, settings.today);
  const json = {
    debtors: books.ledgers.size + settledDebtors.length,
    items: itemCount(books),
    proposed: proposals.proposals.length,
    skipped: [
      ...proposals.skipped.map(skippedJson),
      ...settledDebtors.map((debtor) => ({ debtor, reasons: ['paid'] })),
    ],
    letters: issued.map(({ plan, receipt }) => letterJson(plan, receipt)),
    failed: [...stoppedJson(batch.dropped, proposals.proposals), ...failed],
    open: toDecimal(openTotal(books)),
    currency: 'EUR',
    ...(bank && { bank: bankJson(bank) }),
  };
  await atomicWrite(join(folder.path, 'run.json'), `${JSON.stringify(json, null, 2)}\n`);
  return done(json);
}

interface FailedLetter {
  readonly debtor: string;
  readonly kind: string;
  readonly code: string;
}

/** Letters that were stopped before they were made, as they would lose the costs they announce. */
function stoppedJson(dropped: readonly DroppedProposal[], proposals: readonly Proposal[]): readonly FailedLetter[] {
  return dropped.flatMap(({ debtorId, reason }) => {
    const proposal = proposals.find((own) => own.debtorId === debtorId);
    return proposal ? [{ debtor: proposal.debtorCode, kind: proposal.kind, code: reason }] : [];
  });
}

interface IssuedLetter {
  readonly plan: LetterPlan;
  readonly receipt: LetterReceipt;
}

/** Issues what an interrupted run left planned; called before anything new is read, so that no letter has an old balance. */
export async function finishLetters(folder: RunFolder, services: RunServices, today: IsoDate): Promise<void> {
  const left = unfinishedLetters(folder.books);
  if (!left) return;
  const { issued } = await issue(folder, services, left.plans, { today, at: today });
  await writeDossiers(folder, services, issued, today);
}

async function writeDossiers(
  folder: RunFolder,
  services: RunServices,
  issued: readonly IssuedLetter[],
  today: IsoDate,
): Promise<void> {
  const written = new Set(issued.map(({ plan }) => plan.debtor.id));
  for (const debtorId of written) await writeDossier(folder, services.assetsFolder, debtorId, today);
}

/** Makes the files of planned letters and settles them. A letter that fails is settled as failed and told on stderr. */
async function issue(
  folder: RunFolder,
  services: RunServices,
  plans: readonly LetterPlan[],
  moment: { today: string; at: string },
): Promise<{ readonly issued: readonly IssuedLetter[]; readonly failed: readonly FailedLetter[] }> {
  const issued: IssuedLetter[] = [];
  const failed: FailedLetter[] = [];
  for (let from = 0; from < plans.length; from += limits.lettersPerCall) {
    const part = plans.slice(from, from + limits.lettersPerCall);
    const results = await services.letters.issue(folder.path, part.map(canonicalJson));
    const outcomes = part.map((plan) => {
      const result = results.find((entry) => entry.letterId === plan.id);
      const who = { letterId: plan.id, debtorId: plan.debtor.id };
      if (result?.receipt) {
        issued.push({ plan, receipt: result.receipt });
        return { ...who, receipt: result.receipt };
      }
      const code = result?.failure?.code ?? 'internal';
      failed.push({ debtor: plan.debtor.code, kind: plan.kind, code });
      services.say(`brief voor ${plan.debtor.code} niet gemaakt: ${result?.failure?.message ?? code}`);
      return { ...who, failed: code };
    });
    await folder.commit(settleLetters(folder.books, outcomes, moment));
    services.say(`${Math.min(from + part.length, plans.length)} van ${plans.length} brieven`);
  }
  return { issued, failed };
}

/** Records the administration when it is new or changed. */
export async function saveAdministration(folder: RunFolder, administration: Administration, at: string): Promise<void> {
  const known = administrationIn(folder.books);
  if (known && canonicalJson(known) === canonicalJson(administration)) return;
  const set = new ChangeSet(folder.books, at);
  set.record('administration', 'administration', administration);
  set.event('administration', 'administration-changed', { name: administration.name });
  await folder.commit(set.changes);
}

function skippedJson(skipped: Skipped): { debtor: string; reasons: readonly string[] } {
  return { debtor: skipped.debtorCode, reasons: skipped.reasons };
}

function letterJson(plan: LetterPlan, receipt: LetterReceipt) {
  return {
    debtor: plan.debtor.code,
    kind: plan.kind,
    currency: plan.currency,
    items: plan.items.map((item) => item.number),
    credits: plan.credits.map((credit) => credit.number),
    principal: toDecimal(plan.amounts.principal),
    interest: toDecimal(plan.amounts.interest),
    costs: toDecimal(plan.amounts.costs),
    costsAnnounced: toDecimal(plan.amounts.costsAnnounced),
    total: toDecimal(plan.amounts.total),
    deadline: plan.deadline,
    costsDueFrom: plan.costsDueFrom ?? null,
    channels: plan.channels,
    pdf: receipt.pdf.name,
    eml: receipt.eml?.name ?? null,
    sha256: receipt.pdf.sha256,
    emlSha256: receipt.eml?.sha256 ?? null,
  };
}

function bankJson({ lines, linesKnown: known, linesMatched: matched, ...bank }: NonNullable<RunSettings['bank']>) {
  const { linesToReview: review, linesLeft: left, returns, credited } = bank;
  return { lines, known, matched, review, left, returns, credited };
}

function itemCount(books: Books): number {
  let count = 0;
  for (const ledger of books.ledgers.values()) count += Object.keys(ledger.item ?? {}).length;
  return count;
}
