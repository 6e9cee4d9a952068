import type { i18n } from 'i18next';
import { formatDate, formatMoment, isIsoDate } from '../dates/civil.ts';
import type { EventData } from '../domain/event.ts';
import { returnReasonText } from '../formats/bank/return-reasons.ts';
import { percentOf } from '../matching/match.ts';
import { readReasons, reasonText } from '../matching/why.ts';
import { formatMoney } from '../money/cents.ts';

/** One particular in words; null when the event has it not, or no word for a reader. */
export type Part = string | null;

/** Digits of a SHA-256 shown; gebeurtenissen.jsonl has all of them. */
const hashDigits = 16;

/** The particulars of one event, each in words or null when the event has none. */
export class EventParticulars {
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
