import type { i18n } from 'i18next';
import { formatDate, isIsoDate } from '../dates/civil.ts';
import type { DossierEvent, EventData } from '../domain/event.ts';
import { formatMoney } from '../money/cents.ts';
import { csvTable } from './csv.ts';

/** One event as a line of the timeline. */
export interface TimelineRow {
  readonly seq: number;
  readonly date: string;
  readonly time: string;
  /** Whether it is about this debtor or about the whole administration. */
  readonly scope: string;
  readonly title: string;
  readonly detail: string;
  readonly hash: string;
}

/** Both chains as one timeline, oldest first. */
export function timelineOf(
  events: readonly DossierEvent[],
  administrationEvents: readonly DossierEvent[],
  translate: i18n,
): TimelineRow[] {
  const row = (event: DossierEvent): TimelineRow => ({
    seq: event.seq,
    date: event.at.slice(0, 10),
    time: event.at.slice(11, 16),
    scope: translate.t(`dossier.zip.scope.${event.chain === 'administration' ? 'administration' : 'debtor'}`),
    title: translate.t(`debiteuren.timeline.event.${event.type}`),
    detail: particulars(event, translate),
    hash: event.hash,
  });
  // Stable: events of one moment keep the order of their chain, the administration's first.
  return [...administrationEvents, ...events].map(row).sort((a, b) => compare(a.date + a.time, b.date + b.time));
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

function particulars({ type, data }: DossierEvent, translate: i18n): string {
  const isLetter = type.startsWith('letter-');
  const kind = textOf(data, 'kind');
  const reason = textOf(data, 'reason');
  const labelled = (key: string) => {
    const value = textOf(data, key);
    return value && isIsoDate(value) ? translate.t(`dossier.zip.detail.${key}`, { date: formatDate(value) }) : null;
  };
  return [
    isLetter && kind ? translate.t(`letters.kind.${kind}`) : null,
    type.startsWith('hold') && reason ? translate.t(`debiteuren.holds.reasons.${reason}`) : reason,
    textOf(data, 'fileName') ?? textOf(data, 'number') ?? textOf(data, 'item'),
    listOf(data.items) ?? listOf(data.numbers) ?? listOf(data.fields),
    moneyOf(data, 'total') ?? moneyOf(data, 'amount'),
    labelled('deadline'),
    labelled('until'),
    labelled('asOf'),
    textOf(data, 'text') ?? textOf(data, 'note') ?? textOf(data, 'outcome'),
    textOf(data, 'sha256') ? `SHA-256 ${textOf(data, 'sha256')}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function textOf(data: EventData, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

function moneyOf(data: EventData, key: string): string | null {
  const value = data[key];
  return typeof value === 'number' ? formatMoney(value, textOf(data, 'currency') ?? 'EUR') : null;
}

function listOf(value: EventData[string] | undefined): string | null {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : null;
}
