import { useCallback, useMemo } from 'react';
import { FailureError } from '#shared/contract/errors.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Claim } from '#shared/dossier/claim.ts';
import type { DebtorCharges } from '#shared/dunning/debtor-charges.ts';
import { type Freshness, freshnessOf } from '#shared/dunning/freshness.ts';
import type { Skipped } from '#shared/dunning/proposal.ts';
import type { StaleRate } from '#shared/dunning/rates-in-use.ts';
import type { PostBack } from '#shared/insight/post-back.ts';
import type { Reconciliation } from '#shared/insight/reconciliation.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import type { Cents } from '#shared/money/cents.ts';
import { useSession } from '../../state/session-store.ts';
import type { SearchHit } from '../api.ts';
import { books } from '../client.ts';
import { Live, live, useLive } from './live.ts';
import { useTyped } from './typed.ts';

const always = () => true;

/** A debtor as its own screen shows it. */
export interface DebtorView {
  readonly ledger: DebtorLedger;
  /** Its own chain, oldest first. */
  readonly events: readonly DossierEvent[];
  /** What happened with debtors that were merged into it, up to then; absent = none were. */
  readonly merged?: readonly DossierEvent[];
}

/** A debtor's ledger and events; null when it does not exist, undefined while it is read. */
export function useDebtor(id: DebtorId): DebtorView | null | undefined {
  return useLive(live(`debtor ${id}`, () => new Live(() => debtorView(id), concerning(id))));
}

async function debtorView(id: DebtorId): Promise<DebtorView | null> {
  const [ledger, events] = await Promise.all([books.ledger(id), books.events(id)]);
  const aliases = debtorIn(ledger ?? undefined)?.aliases ?? [];
  const merged = (await Promise.all(aliases.map((alias) => books.events(alias.id)))).flat();
  return ledger && { ledger, events, ...(merged.length > 0 ? { merged } : {}) };
}

function concerning(id: DebtorId): Live<unknown>['concerns'] {
  return (touched) => touched === 'all' || touched.includes(id);
}

/** Why each item of a debtor gets no letter today; undefined while it is worked out, and of a debtor that is gone. */
export function useWhyNot(id: DebtorId): Skipped | undefined {
  return useLive(live(`why-not ${id}`, () => new Live(() => whyNotOf(id), concerning(id))));
}

/** A card may ask of a debtor that went this moment: merged into another, or its making undone. */
function whyNotOf(id: DebtorId): Promise<Skipped | undefined> {
  return books.whyNot(id).catch((error: unknown) => {
    if (error instanceof FailureError && error.failure.code === 'not-found') return undefined;
    throw error;
  });
}

/** Interest and costs of a debtor through today (criterion B3); undefined while they are reckoned. */
export function useCharges(id: DebtorId): DebtorCharges | null | undefined {
  return useLive(live(`charges ${id}`, () => new Live(() => books.charges(id), concerning(id))));
}

/** What a debtor owes today, payments imputed by law, as its dossier claims it; undefined while it is reckoned. */
export function useClaim(id: DebtorId): Claim | null | undefined {
  return useLive(live(`claim ${id}`, () => new Live(() => books.claim(id), concerning(id))));
}

const imports = () => new Live<readonly ImportRecord[]>(() => books.imports(), always);

/** Every import, newest first, undone ones included; undefined while they are read. */
export function useImports(): readonly ImportRecord[] | undefined {
  return useLive(live('imports', imports));
}

const administration = () => new Live<Administration | null>(() => books.administration(), always);

/** The open administration; null in a book without one, undefined while it is read. */
export function useAdministration(): Administration | null | undefined {
  return useLive(live('administration', administration));
}

const policies = () => new Live<readonly Policy[]>(() => books.policies(), always);

/** The policies in force; undefined while they are read. */
export function usePolicies(): readonly Policy[] | undefined {
  return useLive(live('policies', policies));
}

/** When each version of a policy was saved, by `<policy>@<version>`; shipped versions have no moment. */
export type PolicyDates = ReadonlyMap<string, string>;

const noDates: PolicyDates = new Map();
const policyDates = () =>
  new Live<PolicyDates>(async () => {
    const saved = (await books.events('administration')).filter(({ type }) => type === 'policy-changed');
    return new Map(saved.map(({ at, data }) => [`${data.policyId}@${data.version}`, at]));
  }, always);

/** When the policies were saved; empty while that is read. */
export function usePolicyDates(): PolicyDates {
  return useLive(live('policy dates', policyDates)) ?? noDates;
}

const rates = () => new Live<RateTables>(() => books.rates(), always);

/** The rate tables in force; undefined while they are read. Which of them are out of date: `staleKinds` of shared/law. */
export function useRates(): RateTables | undefined {
  return useLive(live('rates', rates));
}

const staleRates = () => new Live<readonly StaleRate[]>(() => books.staleRates(), always);

/** Rates in use that were not checked up to today (criterion K4); undefined while they are looked up. */
export function useStaleRates(): readonly StaleRate[] | undefined {
  return useLive(live('stale-rates', staleRates));
}

/** The books beside account 1300 (criterion A12), with its balance as typed; null without a full list, undefined while it is reckoned. */
export function useReconciliation(stated: Cents | null): Reconciliation | null | undefined {
  const name = `reconciliation ${stated ?? ''}`;
  return useLive(live(name, () => new Live(() => books.reconciliation(stated), always)));
}

const postBack = () => new Live<PostBack>(() => books.postBack(), always);

/** The lists to book from; undefined while they are gathered. */
export function usePostBack(): PostBack | undefined {
  return useLive(live('post-back', postBack));
}

const nothingImported: readonly ImportRecord[] = [];

/** How old the data of the open administration are today. */
export function useFreshness(): Freshness {
  const records = useImports() ?? nothingImported;
  const adm = useAdministration() ?? null;
  const today = useSession((session) => session.today);
  return useMemo(() => freshnessOf(records, adm, today), [records, adm, today]);
}

export interface Search {
  readonly state: 'idle' | 'searching' | 'ready';
  readonly hits: readonly SearchHit[];
}

const idle: Search = { state: 'idle', hits: [] };

/** Hits for what is typed: numbers, names, amounts. The last hits stay while the next are looked up. */
export function useSearch(text: string, limit = 20): Search {
  const ask = useCallback((wanted: string) => books.search(wanted, limit), [limit]);
  const { of, found } = useTyped(text, ask);
  const wanted = text.trim();
  return useMemo(() => {
    if (wanted === '') return idle;
    return { state: of === wanted ? 'ready' : 'searching', hits: found };
  }, [wanted, of, found]);
}
