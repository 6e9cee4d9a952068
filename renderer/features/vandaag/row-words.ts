import type { TFunction } from 'i18next';
import { formatDate, formatShortDay, type IsoDate } from '#shared/dates/civil.ts';
import type { QueueRow } from '#shared/dunning/today.ts';
import { isReturnReason, returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { type DayRow, rowDaysLate } from './day.ts';

/** Why a row is in the list, in one sentence. */
export function rowWhy(t: TFunction, { queue, row }: DayRow, today: IsoDate, language: 'nl' | 'en'): string {
  const key = `vandaag.why.${queue}`;
  const kind = row.kind ? t(`letters.kind.${row.kind}`) : '';
  switch (queue) {
    case 'failed-letters':
      return t(key, {
        kind,
        date: row.date ? formatDate(row.date) : '',
        reason: t(`errors.${row.detail || 'internal'}`),
      });
    case 'payments':
      return paymentWhy(t, row, language);
    case 'calls':
      return row.detail === '' ? t(key, { count: row.itemIds.length }) : callWhy(t, row, language);
    case 'presumed-paid':
      return t(key, { count: row.itemIds.length });
    case 'over-limit':
      return t(key, {
        limit: formatMoney(row.limit ?? 0, 'EUR', language),
        open: formatMoney((row.limit ?? 0) + row.total, 'EUR', language),
      });
    case 'no-contact':
      return t(key, { late: t('vandaag.late', { count: rowDaysLate(row, today) }) });
    case 'letters':
      return t(key, { kind, late: t('vandaag.late', { count: rowDaysLate(row, today) }) });
    case 'broken-promises':
      return t(`vandaag.why.broken-promises.${row.detail}`, { date: row.date ? formatDate(row.date) : '' });
    case 'holds-ending':
      return row.date === today
        ? t(`${key}Today`, { note: row.detail })
        : t(key, { date: row.date ? formatShortDay(row.date, language) : '', note: row.detail });
    default:
      return t(key);
  }
}

/** The storno a call is about. */
function callWhy(t: TFunction, { date, detail }: QueueRow, language: 'nl' | 'en'): string {
  const day = date ? formatShortDay(date, language) : '';
  return t('vandaag.why.callsBack', { date: day, reason: returnReasonText(t, detail) });
}

/** What the bank says of a payment that waits, or why it went back. */
function paymentWhy(t: TFunction, { date, detail, total }: QueueRow, language: 'nl' | 'en'): string {
  const day = date ? formatShortDay(date, language) : '';
  if (total < 0 && isReturnReason(detail)) {
    return t('vandaag.why.paymentsBack', { date: day, reason: returnReasonText(t, detail) });
  }
  return detail === ''
    ? t('vandaag.why.paymentsSilent', { date: day })
    : t('vandaag.why.payments', { date: day, text: detail });
}

/** Whom a row is about; of a payment who the bank says it is from. */
export function rowName(t: TFunction, { debtorName }: QueueRow): string {
  return debtorName || t('betalingen.unknownPayer');
}

/** The key of a row's one action; the same on every row of a queue. */
export const actionKeys = {
  'failed-letters': 'a',
  payments: 'enter',
  'presumed-paid': 'mod+Enter',
  reconcile: 'mod+Enter',
  'broken-promises': 'enter',
  calls: 'b',
  'no-contact': 'enter',
  letters: 'a',
  'over-limit': 'mod+Enter',
  'holds-ending': 'p',
  'collection-ready': 'mod+Enter',
} as const;
