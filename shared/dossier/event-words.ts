import type { i18n } from 'i18next';
import { formatDate } from '../dates/civil.ts';
import type { DossierEvent } from '../domain/event.ts';
import { EventParticulars, type Part } from './event-particulars.ts';

/** An event as every timeline tells it: on screen, in the index of a dossier and in its tijdlijn.csv. */
export interface EventWords {
  readonly title: string;
  /** Particulars in one line; of a note, its text. Empty when there are none. */
  readonly detail: string;
}

/**
 * An event in words, in the language of the translator. What has no word for a reader (ids, codes, causes in the log) is
 * left out, never shown as it is stored. An event that undoes another says so in its title.
 */
export function eventWords(event: DossierEvent, translator: i18n): EventWords {
  const words = new EventParticulars(event.data, translator);
  if (event.type === 'note') return { title: titleOf(event, words), detail: words.text('text') ?? '' };
  return {
    title: titleOf(event, words),
    detail: particularsOf(event, words)
      .filter((part) => part !== null && part !== '')
      .join(' · '),
  };
}

function titleOf({ type, data }: DossierEvent, { t }: EventParticulars): string {
  if (data.undone === true) return t([`events.undone.${type}`, `events.type.${type}`]);
  if (type === 'note' && data.corrects) return t('events.noteCorrected');
  if (type === 'task' && data.taskId) return t('events.taskDone');
  if (type === 'payment' && data.reason) return t('events.returned');
  if (type === 'import' && data.kind === 'bank') return t('events.bankImport');
  return t(`events.type.${type}`);
}

function particularsOf({ type }: DossierEvent, words: EventParticulars): readonly Part[] {
  switch (type) {
    case 'letter-planned':
    case 'letter-issued':
    case 'letter-dropped':
    case 'letter-withdrawn':
      return letterParts(type, words);
    case 'hold-set':
    case 'hold-ended':
      return holdParts(words);
    case 'promise-kept':
    case 'promise-partly':
    case 'promise-broken':
    case 'promise-reopened':
      return [words.list('items'), words.paidOf(), words.promisedFor()];
    case 'plan-late':
      return [words.list('items'), words.instalment(), words.money('amount'), words.date('date')];
    case 'plan-kept':
    case 'plan-broken':
    case 'plan-resumed':
      return [words.list('items'), words.instalment(), words.named('events.planCause', 'cause')];
    case 'import':
      return importParts(words);
    case 'debtor-merged':
      return [words.merged(), words.count('items'), words.money('open')];
    case 'item-added':
    case 'item-corrected':
    case 'item-removed':
      return [words.text('number'), words.was(), words.money('amount'), words.dueOn()];
    case 'debtor-created':
      return [words.some('items'), words.dated('asOf')];
    case 'debtor-changed':
    case 'administration-changed':
      return [words.fields() ?? words.text('name'), words.dated('asOf')];
    case 'outside-level':
      return outsideParts(words);
    case 'payment':
      return [
        words.list('items'),
        words.money('amount'),
        words.date('date'),
        words.text('counterparty'),
        words.discount(),
        words.difference(),
        words.unallocated(),
        words.named('events.paymentSource', 'source'),
        words.returnReason(),
        words.text('note'),
        words.why(),
      ];
    case 'payment-removed':
      return [
        words.list('items'),
        words.money('amount'),
        words.date('date'),
        words.text('counterparty'),
        words.named('events.removedFor', 'cause'),
      ];
    case 'difference-let-go':
      return [words.list('items'), words.money('amount'), words.date('date')];
    case 'line-set-aside':
    case 'line-back':
      return [words.money('amount'), words.date('date')];
    case 'item-reopened':
      return [words.text('number') ?? words.list('items'), words.returnReason(), words.dated('asOf')];
    case 'task':
      return [words.named('events.task', 'kind'), words.list('items'), words.text('outcome')];
    case 'run-accepted-stale':
      return [words.text('reason'), words.count('letters')];
    case 'dossier-exported':
      return [words.count('files'), words.hash()];
    case 'restored':
      return [words.backup()];
    case 'import-undone':
      return [words.text('file')];
    case 'policy-changed':
      return [words.text('name'), words.version()];
    case 'rates-changed':
      return [words.rates(), words.dated('checkedUntil'), words.hash()];
    case 'charges-waived':
    case 'waiver-ended':
      return [words.named('events.waived', 'what'), words.waivedItem(), words.text('reason')];
    case 'due-date-confirmed':
      return [words.text('number'), words.date('dueDate')];
    default:
      return [words.text('number') ?? words.list('items'), words.money('amount'), words.dated('asOf')];
  }
}

function letterParts(type: DossierEvent['type'], words: EventParticulars): readonly Part[] {
  return [
    words.named('letters.kind', 'kind'),
    words.list('items'),
    words.money('total'),
    words.dated('deadline'),
    words.channels(),
    words.named('events.cause', 'cause'),
    // Of a letter that was not made the reason is a code of the log.
    type === 'letter-dropped' ? null : words.text('reason'),
  ];
}

function holdParts(words: EventParticulars): readonly Part[] {
  const part = words.money('amount');
  return [
    words.named('debiteuren.holds.reasons', 'reason'),
    words.text('number'),
    part && words.t('events.part', { amount: part }),
    words.dated('until'),
    words.text('note'),
  ];
}

function importParts(words: EventParticulars): readonly Part[] {
  if (words.data.kind === 'bank') {
    return [words.text('file'), ...words.bankLines(), words.dated('bankUntil'), words.hash()];
  }
  return [
    words.text('file'),
    words.count('items'),
    words.counted('new', 'itemsNew'),
    words.counted('changed', 'itemsChanged'),
    words.counted('gone', 'itemsGone'),
    words.dated('asOf'),
    words.hash(),
  ];
}

/** A level an item had reached elsewhere: one item with its own date, or several as `number: level (date)`. */
function outsideParts(words: EventParticulars): readonly Part[] {
  const { t, data } = words;
  const level = typeof data.level === 'number' ? data.level : null;
  const date = words.date('on');
  if (level === 0) return [words.text('number'), t('events.levelGone')];
  if (level !== null && date) return [words.text('number'), t('events.level', { level, date })];
  const levels = Array.isArray(data.levels) ? data.levels : [];
  return levels.map((line: string) => {
    const [, number, reached, on] = /^(.*): (\d+) \((\d{4}-\d{2}-\d{2})\)$/.exec(line) ?? [];
    return on ? `${number} ${t('events.level', { level: reached, date: formatDate(on) })}` : line;
  });
}

/** Events as they are told: newest first, and a planned letter that was made or dropped is one line, not two. */
export function toldEvents(events: readonly DossierEvent[]): readonly DossierEvent[] {
  const ended = new Set(
    events
      .filter((event) => event.type === 'letter-issued' || event.type === 'letter-dropped')
      .map((event) => event.data.letterId),
  );
  return events.filter((event) => event.type !== 'letter-planned' || !ended.has(event.data.letterId)).reverse();
}
