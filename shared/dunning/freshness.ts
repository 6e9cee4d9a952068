import { type IsoDate, laterOf } from '../dates/civil.ts';
import { workingDaysBetween } from '../dates/holidays.ts';
import type { Administration } from '../domain/administration.ts';
import type { ImportRecord } from '../domain/imports.ts';

/**
 * How old the imported data are (criterion A9); dates are null before the first import. Imports taken back do not count; single
 * invoices, debtors and totals say nothing of what was paid, so neither do they. A list of only some items says it of those alone:
 * it counts where no full list and no bank statement was ever imported.
 */
export interface Freshness {
  /** Date of the last open-items list or auditfile. */
  readonly listAsOf: IsoDate | null;
  /** Day up to which payments are known: from lists, and from bank statements. */
  readonly bankUntil: IsoDate | null;
  /** Local date and time of the last import. */
  readonly lastImportAt: string | null;
  /** The later of list date and bank date: what the data speak of. */
  readonly dataAsOf: IsoDate | null;
  /** Working days from that day to today; 0 before the first import. */
  readonly workingDaysOld: number;
  /** Too old to dun on; never before the first import. */
  readonly stale: boolean;
}

/** Freshness of an administration's data on a day: what the engine stops at and what screens say of it. */
export function freshnessOf(
  records: Iterable<ImportRecord>,
  administration: Pick<Administration, 'staleAfterDays'> | null,
  today: IsoDate,
): Freshness {
  const telling = [...records].filter(tellsOfPayments);
  const ofAll = telling.filter(isOfAll);
  const counted = ofAll.length > 0 ? ofAll : telling;
  const bankUntil = last(counted.map((record) => record.bankUntil));
  const dataAsOf = last(counted.flatMap((record) => [record.bankUntil, ...(isList(record) ? [record.asOf] : [])]));
  return {
    listAsOf:
      last(counted.filter(isList).map(({ asOf }) => asOf)) ?? last(telling.filter(isList).map(({ asOf }) => asOf)),
    bankUntil,
    lastImportAt: last(telling.map(({ at }) => at)),
    dataAsOf,
    workingDaysOld: dataAsOf === null ? 0 : workingDaysBetween(dataAsOf, today),
    stale: administration !== null && isStale(administration, dataAsOf, today),
  };
}

/** Day up to which payments of every item are known, from full lists and bank statements; null before the first. */
export function paymentsKnownUntil(records: Iterable<ImportRecord>): IsoDate | null {
  const ofAll = [...records].filter((record) => tellsOfPayments(record) && isOfAll(record));
  return last(ofAll.map(({ bankUntil }) => bankUntil));
}

function tellsOfPayments(record: ImportRecord): boolean {
  return !record.undone && (isList(record) || record.kind === 'bank');
}

function isOfAll(record: ImportRecord): boolean {
  return !isList(record) || record.full;
}

function isList({ kind = 'list' }: ImportRecord): boolean {
  return kind === 'list';
}

function last(days: readonly string[]): string | null {
  return days.reduce<string | null>(laterOf, null);
}

/** Whether data of that date are too old to dun on (criterion A9); null = not from an import, so never. */
export function isStale(
  { staleAfterDays }: Pick<Administration, 'staleAfterDays'>,
  dataAsOf: IsoDate | null,
  today: IsoDate,
): boolean {
  return dataAsOf !== null && workingDaysBetween(dataAsOf, today) > staleAfterDays;
}
