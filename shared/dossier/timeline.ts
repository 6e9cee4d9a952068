import type { i18n } from 'i18next';
import type { DebtorId } from '../domain/debtor.ts';
import type { DossierEvent } from '../domain/event.ts';
import { csvTable } from './csv.ts';
import { eventWords } from './event-words.ts';

/** One event as a line of the timeline. */
export interface TimelineRow {
  readonly seq: number;
  readonly date: string;
  readonly time: string;
  /** Whether it is about this debtor, one that became part of it, or the whole administration. */
  readonly scope: string;
  readonly title: string;
  readonly detail: string;
  readonly hash: string;
}

/** The history of a debtor that became part of another (criterion A11): its own chain, up to and including that it did. */
export interface MergedChain {
  readonly id: DebtorId;
  readonly code: string;
  readonly name: string;
  readonly events: readonly DossierEvent[];
}

/** All chains as one timeline, oldest first. */
export function timelineOf(
  events: readonly DossierEvent[],
  administrationEvents: readonly DossierEvent[],
  merged: readonly MergedChain[],
  translate: i18n,
): TimelineRow[] {
  const scopeOf = ({ chain }: DossierEvent): string => {
    const other = merged.find(({ id }) => id === chain);
    if (other) return translate.t('dossier.zip.scope.merged', { code: other.code });
    return translate.t(`dossier.zip.scope.${chain === 'administration' ? 'administration' : 'debtor'}`);
  };
  const row = (event: DossierEvent): TimelineRow => ({
    seq: event.seq,
    date: event.at.slice(0, 10),
    time: event.at.slice(11, 16),
    scope: scopeOf(event),
    ...eventWords(event, translate),
    hash: event.hash,
  });
  // Stable: events of one moment keep the order of their chain, the administration's first.
  const all = [...administrationEvents, ...merged.flatMap((other) => other.events), ...events];
  return all.map(row).sort((a, b) => compare(a.date + a.time, b.date + b.time));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `tijdlijn.csv`. */
export function timelineCsv(rows: readonly TimelineRow[], translate: i18n): string {
  return csvTable(
    ['date', 'time', 'scope', 'seq', 'title', 'detail', 'hash'].map((name) =>
      translate.t(`dossier.zip.timeline.${name}`),
    ),
    rows.map((row) => [
      { date: row.date },
      { text: row.time },
      { text: row.scope },
      { number: row.seq },
      { text: row.title },
      { text: row.detail },
      { text: row.hash },
    ]),
  );
}
