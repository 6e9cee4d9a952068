import { isIsoDate } from '../../dates/civil.ts';
import type { Cents } from '../../money/cents.ts';
import { LawProblem } from '../problem.ts';
import type { FourteenDayItem, FourteenDayLetter } from './letter.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a letter described as in `cli.md` (`lint-letter`). Lenient in form: amounts as decimal strings or numbers, one value
 * where a list is meant, fields that are absent or null. What is absent says nothing in the letter's favour: no consumer,
 * VAT is deducted, no due date, not included, no text, no costs announced.
 *
 * Throws `bad-date` without a day of sending or for a day that does not exist, `bad-amount` for what is no amount; `field` says where.
 */
export function readFourteenDayLetter(given: unknown): FourteenDayLetter {
  const fields = fieldsOf(given);
  const sentOn = dateOf(fields, 'sentOn');
  if (sentOn === null) throw new LawProblem('bad-date', { value: '', field: 'sentOn' });
  return {
    sentOn,
    channel: textOf(fields.channel),
    debtor: { consumer: fieldsOf(fields.debtor).consumer === true },
    creditor: { deductsVat: fieldsOf(fields.creditor).deductsVat !== false },
    items: listOf(fields.items).map(itemOf),
    text: listOf(fields.text).map(textOf).join('\n\n'),
    amounts: listOf(fields.amounts)
      .map((amount) => centsOf(amount, 'amounts'))
      .filter((amount) => amount !== null),
    ibans: listOf(fields.ibans).flatMap((iban) => textOf(iban) ?? []),
    costsAnnounced: amountOf(fields, 'costsAnnounced'),
    printedDeadline: dateOf(fields, 'printedDeadline'),
  };
}

function itemOf(given: unknown): FourteenDayItem {
  const fields = fieldsOf(given);
  return {
    number: textOf(fields.number) ?? '',
    invoiceDate: dateOf(fields, 'invoiceDate'),
    dueDate: dateOf(fields, 'dueDate'),
    open: amountOf(fields, 'open') ?? 0,
    included: fields.included === true,
  };
}

function fieldsOf(given: unknown): Fields {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Fields) : {};
}

function listOf(given: unknown): readonly unknown[] {
  if (given === null || given === undefined) return [];
  return Array.isArray(given) ? given : [given];
}

function textOf(given: unknown): string | null {
  return typeof given === 'string' ? given : typeof given === 'number' ? String(given) : null;
}

function dateOf(fields: Fields, field: string): string | null {
  const given = fields[field];
  if (given === null || given === undefined || given === '') return null;
  const date = String(given).slice(0, 10);
  if (!isIsoDate(date)) throw new LawProblem('bad-date', { value: String(given), field });
  return date;
}

function amountOf(fields: Fields, field: string): Cents | null {
  return centsOf(fields[field], field);
}

function centsOf(given: unknown, field: string): Cents | null {
  if (given === null || given === undefined || given === '') return null;
  const text = (typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : 'x').replace(
    ',',
    '.',
  );
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new LawProblem('bad-amount', { value: String(given), field });
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -cents : cents;
}
