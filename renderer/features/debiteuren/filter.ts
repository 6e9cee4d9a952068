import { wordsOf } from '#renderer/db/read/typed-words.ts';
import { daysBetween, type IsoDate } from '#shared/dates/civil.ts';
import type { DebtorKind } from '#shared/domain/debtor.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { folded } from '#shared/i18n/folded.ts';
import { type Cents, eurosFirst } from '#shared/money/cents.ts';

/** Thresholds the chips offer; a filter holds one of these or none. */
export const lateThresholds = [0, 30, 60, 90] as const;
export const amountThresholds: readonly Cents[] = [10_000, 50_000, 100_000, 500_000];
export const filterKinds = ['business', 'consumer', 'public', 'unknown'] as const satisfies readonly DebtorKind[];
/** What can be the matter with a debtor that a list may be narrowed to. */
export const filterMarks = ['presumed-paid', 'held', 'over-limit', 'no-email', 'never-dunned'] as const;
export type FilterMark = (typeof filterMarks)[number];

/** What the list of debtors shows; every part of it lives in the address, so that Back and a shared link bring it back. */
export interface DebtorFilter {
  readonly text: string;
  readonly kind: DebtorKind | null;
  /** Oldest open item more than this many days late; null = no matter. */
  readonly lateDays: number | null;
  /** Open balance above this amount; null = no matter. */
  readonly above: Cents | null;
  readonly mark: FilterMark | null;
  /** Debtors without anything open are left out unless asked for. */
  readonly all: boolean;
}

export const noFilter: DebtorFilter = {
  text: '',
  kind: null,
  lateDays: null,
  above: null,
  mark: null,
  all: false,
};

function oneOf<T extends string>(list: readonly T[], text: string | null): T | null {
  return list.find((entry) => entry === text) ?? null;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Reads a filter from the address; anything it does not know is ignored. */
export function filterFromParams(params: URLSearchParams): DebtorFilter {
  return {
    text: params.get('zoek') ?? '',
    kind: oneOf(filterKinds, params.get('soort')),
    lateDays: wholeNumber(params.get('telaat')),
    above: wholeNumber(params.get('boven')),
    mark: oneOf(filterMarks, params.get('kenmerk')),
    all: params.get('alle') === 'ja',
  };
}

/** The address of a filter; only what differs from the default is written. Inverse of {@link filterFromParams}. */
export function filterToParams(filter: DebtorFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.text) params.set('zoek', filter.text);
  if (filter.kind) params.set('soort', filter.kind);
  if (filter.lateDays !== null) params.set('telaat', String(filter.lateDays));
  if (filter.above !== null) params.set('boven', String(filter.above));
  if (filter.mark) params.set('kenmerk', filter.mark);
  if (filter.all) params.set('alle', 'ja');
  return params;
}

/** Days the oldest open item is late; 0 or less when nothing is. */
export function daysLate(summary: DebtorSummary, today: IsoDate): number {
  return summary.oldestDue === null ? 0 : daysBetween(summary.oldestDue, today);
}

function hasMark(summary: DebtorSummary, mark: FilterMark): boolean {
  switch (mark) {
    case 'presumed-paid':
      return summary.presumedPaid > 0;
    case 'held':
      return summary.held > 0;
    case 'over-limit':
      return (summary.credit?.over ?? 0) > 0;
    case 'no-email':
      return !summary.hasEmail;
    case 'never-dunned':
      return summary.lastLetter === null && summary.overdue > 0;
  }
}

/** Text a debtor is found by in the list: name, code and place. Made once per list, not per key. */
export function searchTexts(summaries: readonly DebtorSummary[]): ReadonlyMap<number, string> {
  return new Map(
    summaries.map((summary) => [summary.id, folded(`${summary.name} ${summary.code} ${summary.city ?? ''}`)]),
  );
}

/**
 * The debtors a filter leaves, in the order given. `found` are debtors the books found for the text by invoice number
 * or amount; they stay in even when their name does not hold it.
 */
export function filterDebtors(
  summaries: readonly DebtorSummary[],
  filter: DebtorFilter,
  today: IsoDate,
  texts: ReadonlyMap<number, string>,
  found: ReadonlySet<number> = new Set(),
): readonly DebtorSummary[] {
  const words = wordsOf(filter.text);
  return summaries.filter((summary) => {
    if (!filter.all && words.length === 0 && summary.openItems === 0 && summary.presumedPaid === 0) return false;
    if (filter.kind && summary.kind !== filter.kind) return false;
    if (filter.lateDays !== null && !(summary.overdue > 0 && daysLate(summary, today) > filter.lateDays)) return false;
    if (filter.above !== null && summary.open <= filter.above) return false;
    if (filter.mark && !hasMark(summary, filter.mark)) return false;
    if (words.length === 0) return true;
    const text = texts.get(summary.id) ?? '';
    return words.every((word) => text.includes(word)) || found.has(summary.id);
  });
}

export interface ListTotals {
  readonly debtors: number;
  readonly items: number;
  /** One line per currency; euros first. */
  readonly amounts: readonly { readonly currency: string; readonly open: Cents; readonly overdue: Cents }[];
}

/** What the shown debtors come to, per currency: amounts of different currencies are never added. */
export function listTotals(summaries: readonly DebtorSummary[]): ListTotals {
  const amounts = new Map<string, { open: Cents; overdue: Cents }>();
  let items = 0;
  for (const summary of summaries) {
    const sum = amounts.get(summary.currency) ?? { open: 0, overdue: 0 };
    sum.open += summary.open;
    sum.overdue += summary.overdue;
    amounts.set(summary.currency, sum);
    items += summary.openItems;
  }
  return {
    debtors: summaries.length,
    items,
    amounts: [...amounts].map(([currency, sum]) => ({ currency, ...sum })).sort(eurosFirst),
  };
}
