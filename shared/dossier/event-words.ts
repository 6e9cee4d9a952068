import type { i18n } from 'i18next';
import { formatDate, formatMoment, isIsoDate } from '../dates/civil.ts';
import type { DossierEvent, EventData } from '../domain/event.ts';
import { returnReasonText } from '../formats/bank/return-reasons.ts';
import { percentOf } from '../matching/match.ts';
import { readReasons, reasonText } from '../matching/why.ts';
import { formatMoney } from '../money/cents.ts';

/** An event as every timeline tells it: on screen, in the index of a dossier and in its tijdlijn.csv. */
export interface EventWords {
  readonly title: string;
  /** Particulars in one line; of a note, its text. Empty when there are none. */
  readonly detail: string;
}

/** Digits of a SHA-256 shown; gebeurtenissen.jsonl has all of them. */
const hashDigits = 16;

/**
 * An event in words, in the language of the translator. What has no word for a reader (ids, codes, causes in the log) is
 * left out, never shown as it is stored. An event that undoes another says so in its title.
 */
export function eventWords(event: DossierEvent, translator: i18n): EventWords {
  const words = new Words(event.data, translator);
  if (event.type === 'note') return { title: titleOf(event, words), detail: words.text('text') ?? '' };
  return {
    title: titleOf(event, words),
    detail: particularsOf(event, words)
      .filter((part) => part !== null && part !== '')
      .join(' · '),
  };
}

function titleOf({ type, data }: DossierEvent, { t }: Words): string {
  if (data.undone === true) return t([`events.undone.${type}`, `events.type.${type}`]);
  if (type === 'note' && data.corrects) return t('events.noteCorrected');
  if (type === 'task' && data.taskId) return t('events.taskDone');
  if (type === 'payment' && data.reason) return t('events.returned');
  if (type === 'import' && data.kind === 'bank') return t('events.bankImport');
  return t(`events.type.${type}`);
}

type Part = string | null;

function particularsOf({ type }: DossierEvent, words: Words): readonly Part[] {
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

function letterParts(type: DossierEvent['type'], words: Words): readonly Part[] {
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

function holdParts(words: Words): readonly Part[] {
  const part = words.money('amount');
  return [
    words.named('debiteuren.holds.reasons', 'reason'),
    words.text('number'),
    part && words.t('events.part', { amount: part }),
    words.dated('until'),
    words.text('note'),
  ];
}

function importParts(words: Words): readonly Part[] {
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
function outsideParts(words: Words): readonly Part[] {
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

/** The particulars of one event, each in words or null when the event has none. */
class Words {
  readonly t: i18n['t'];
  private readonly language: 'nl' | 'en';

  constructor(
    readonly data: EventData,
    translator: i18n,
  ) {
    this.t = translator.t;
    this.language = translator.language === 'en' ? 'en' : 'nl';
  }

  text(key: string): Part {
    const value = this.data[key];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  money(key: string): Part {
    const value = this.data[key];
    return typeof value === 'number' ? formatMoney(value, this.text('currency') ?? 'EUR', this.language) : null;
  }

  date(key: string): Part {
    const value = this.text(key);
    return value && isIsoDate(value) ? formatDate(value) : value;
  }

  /** A date with what it is: "peildatum 20-11-2026". */
  dated(key: 'asOf' | 'bankUntil' | 'deadline' | 'until' | 'checkedUntil'): Part {
    const date = this.date(key);
    return date && this.t(`events.${key}`, { date });
  }

  /** The other of two debtors that became one. */
  merged(): Part {
    const { into, undone } = this.data;
    const debtor = [this.text('code'), this.text('name')].filter((part, i, all) => all.indexOf(part) === i).join(' ');
    if (undone === true) return debtor;
    return this.t(typeof into === 'number' ? 'events.merged.into' : 'events.merged.from', { debtor });
  }

  was(): Part {
    const number = this.text('was');
    return number !== null && number !== this.text('number') ? this.t('events.was', { number }) : null;
  }

  dueOn(): Part {
    const date = this.date('dueDate');
    return date && this.t('events.due', { date });
  }

  unallocated(): Part {
    const amount = typeof this.data.rest === 'number' && this.data.rest > 0 ? this.money('rest') : null;
    return amount && this.t('events.unallocated', { amount });
  }

  /** Why a payment was laid so, and how sure that was when nobody looked at it. */
  why(): Part {
    const { score, why } = this.data;
    const reasons = Array.isArray(why) ? readReasons(why as readonly string[]) : [];
    const said = reasons.filter(({ weight }) => weight > 0).map((reason) => reasonText(this.t, reason, this.language));
    const how = typeof score === 'number' ? this.t('events.matchedAtOnce', { percent: percentOf(score) }) : null;
    return [how, said.join('; ')].filter(Boolean).join(': ') || null;
  }

  promisedFor(): Part {
    const date = this.date('date');
    return date && this.t('events.promisedFor', { date });
  }

  paidOf(): Part {
    const paid = this.money('paid');
    return paid && this.t('events.paidOf', { paid, amount: this.money('amount') });
  }

  instalment(): Part {
    const { instalment } = this.data;
    return typeof instalment === 'number' ? this.t('events.instalment', { number: instalment }) : null;
  }

  /** The word for a code, under `under`; null for a code without one. */
  named(under: string, key: string): Part {
    const code = this.text(key);
    return code && (this.t(`${under}.${code}`, { defaultValue: '' }) || null);
  }

  count(key: 'items' | 'letters' | 'files'): Part {
    const count = this.data[key];
    return typeof count === 'number' ? this.t(`events.${key}`, { count }) : null;
  }

  /** A count of which nothing is said when there are none. */
  some(key: 'items'): Part {
    return this.data[key] === 0 ? null : this.count(key);
  }

  /** Numbers of items; the event names the first fifty and says how many there were. */
  list(key: string): Part {
    const value = this.data[key];
    if (!Array.isArray(value) || value.length === 0) return null;
    const numbers = value.filter((number) => number !== '').join(', ');
    const more = Number(this.data[`${key}Count`] ?? value.length) - value.length;
    return more > 0 ? this.t('events.more', { numbers, count: more }) : numbers;
  }

  /** What an import did with items: their numbers where a debtor's event names them, else how many. */
  counted(key: 'new' | 'changed' | 'gone', countKey: string): Part {
    const numbers = this.list(key) ?? (this.data[countKey] || null);
    return numbers === null ? null : this.t(`events.${key}`, { numbers });
  }

  fields(): Part {
    const { fields } = this.data;
    if (!Array.isArray(fields)) return null;
    return fields
      .map((field: string) => this.t(`events.field.${field}`, { defaultValue: '' }))
      .filter((field) => field !== '')
      .join(', ');
  }

  channels(): Part {
    const { channels } = this.data;
    return Array.isArray(channels)
      ? channels.map((channel: string) => this.t(`letters.channel.${channel}`)).join(' + ')
      : null;
  }

  /** Why the bank took money back: "teruggeboekt door de debiteur". */
  returnReason(): Part {
    const code = this.text('reason');
    return code && returnReasonText(this.t, code);
  }

  discount(): Part {
    const amount = this.money('discount');
    return amount && this.t('events.discount', { amount });
  }

  difference(): Part {
    const amount = this.money('difference');
    return amount && this.t('events.difference', { amount });
  }

  /** What became of the lines of a bank file, in numbers. */
  bankLines(): readonly Part[] {
    const counts = ['linesMatched', 'linesToReview', 'linesLeft', 'linesKnown'] as const;
    return counts.map((key) => {
      const count = this.data[key];
      return typeof count === 'number' && count > 0 ? this.t(`events.bank.${key}`, { count }) : null;
    });
  }

  hash(): Part {
    const hash = this.text('sha256');
    return hash && `SHA-256 ${hash.slice(0, hashDigits)}…`;
  }

  version(): Part {
    const { version } = this.data;
    return typeof version === 'number' ? this.t('events.version', { version }) : null;
  }

  rates(): Part {
    const { rows, shipped } = this.data;
    if (shipped === true) return this.t('events.shippedRates');
    return typeof rows === 'number' ? this.t('events.rateRows', { count: rows }) : null;
  }

  /** The item of a waiver, or that it holds for all of the debtor. */
  waivedItem(): Part {
    return this.data.itemId === null ? this.t('events.allItems') : this.text('number');
  }

  backup(): Part {
    const at = this.text('backup');
    return at && this.t('events.backup', { date: formatMoment(at) });
  }
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
