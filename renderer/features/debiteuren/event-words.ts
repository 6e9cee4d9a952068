import type { TFunction } from 'i18next';
import { formatDate, isIsoDate } from '#shared/dates/civil.ts';
import type { DossierEvent, EventData } from '#shared/domain/event.ts';
import { formatMoney } from '#shared/money/cents.ts';

/** An event as the timeline tells it: what happened, and the particulars in one line. */
export interface EventWords {
  readonly title: string;
  readonly detail: string;
  /** The letter it is about, to open. */
  readonly letterId: string | null;
  /** A note is shown in full, as it was written. */
  readonly note: string | null;
}

const letterEvents = new Set(['letter-planned', 'letter-issued', 'letter-dropped', 'letter-withdrawn']);

function text(data: EventData, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

function money(data: EventData, key: string, language: 'nl' | 'en'): string | null {
  const value = data[key];
  return typeof value === 'number' ? formatMoney(value, text(data, 'currency') ?? 'EUR', language) : null;
}

function list(value: EventData[string] | undefined): string | null {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : null;
}

function date(data: EventData, key: string): string | null {
  const value = text(data, key);
  return value && isIsoDate(value) ? formatDate(value) : value;
}

/** An event in words. Particulars it does not know are left out, never shown as codes. */
export function eventWords(t: TFunction, event: DossierEvent, language: 'nl' | 'en'): EventWords {
  const { type, data } = event;
  const kind = text(data, 'kind');
  const isLetter = letterEvents.has(type);
  const until = date(data, 'until');
  const deadline = isLetter ? date(data, 'deadline') : null;
  const hold = type.startsWith('hold') ? text(data, 'reason') : null;
  const channels = Array.isArray(data.channels) ? data.channels.map((name) => t(`letters.channel.${name}`)) : [];
  const items = list(data.items) ?? list(data.numbers);
  const reason = text(data, 'reason');
  const parts = [
    isLetter && kind ? t(`letters.kind.${kind}`) : null,
    hold ? t(`debiteuren.holds.reasons.${hold}`) : null,
    !isLetter && type !== 'debtor-created' ? (text(data, 'number') ?? text(data, 'item')) : null,
    items,
    list(data.fields)
      ? (data.fields as readonly string[])
          .map((field) => t(`debiteuren.timeline.fields.${field}`, { defaultValue: '' }))
          .filter(Boolean)
          .join(', ')
      : null,
    money(data, 'total', language) ?? money(data, 'amount', language),
    type === 'outside-level' ? date(data, 'on') : null,
    until ? t('debiteuren.timeline.until', { date: until }) : null,
    deadline ? t('debiteuren.timeline.deadline', { date: deadline }) : null,
    type === 'letter-issued' ? channels.join(' + ') : null,
    type === 'letter-dropped' && text(data, 'cause') ? t(`debiteuren.timeline.cause.${text(data, 'cause')}`) : null,
    reason && !hold && type !== 'letter-dropped' ? reason : null,
    type !== 'note' ? (text(data, 'note') ?? text(data, 'outcome')) : null,
    data.undone === true ? t('debiteuren.timeline.undone') : null,
    type === 'note' && data.corrects ? t('debiteuren.timeline.correction') : null,
  ];
  return {
    title: t(`debiteuren.timeline.event.${type}`),
    detail: parts.filter((part): part is string => Boolean(part)).join(' · '),
    letterId: text(data, 'letterId'),
    note: type === 'note' ? text(data, 'text') : null,
  };
}

/** Events as they are told: newest first, and a planned letter that was made is one line, not two. */
export function toldEvents(events: readonly DossierEvent[]): readonly DossierEvent[] {
  const ended = new Set(
    events
      .filter((event) => event.type === 'letter-issued' || event.type === 'letter-dropped')
      .map((event) => event.data.letterId),
  );
  return events.filter((event) => event.type !== 'letter-planned' || !ended.has(event.data.letterId)).reverse();
}
