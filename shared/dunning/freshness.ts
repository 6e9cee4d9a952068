import type { IsoDate } from '../dates/civil.ts';
import { workingDaysBetween } from '../dates/holidays.ts';
import type { Administration } from '../domain/administration.ts';
import type { ImportRecord } from '../domain/imports.ts';

/**
 * How old the imported data are (criterion A9); dates are null before the first import. Imports taken back do not count; single
 * invoices, debtors and totals say nothing of what was paid, so neither do they.
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
  let listAsOf: IsoDate | null = null;
  let bankUntil: IsoDate | null = null;
  let lastImportAt: string | null = null;
  for (const record of records) {
    const { kind = 'list' } = record;
    if (record.undone || (kind !== 'list' && kind !== 'bank')) continue;
    if (kind === 'list') listAsOf = later(listAsOf, record.asOf);
    bankUntil = later(bankUntil, record.bankUntil);
    lastImportAt = later(lastImportAt, record.at);
  }
  const dataAsOf = bankUntil === null ? null : later(listAsOf, bankUntil);
  return {
    listAsOf,
    bankUntil,
    lastImportAt,
    dataAsOf,
    workingDaysOld: dataAsOf === null ? 0 : workingDaysBetween(dataAsOf, today),
    stale: administration !== null && isStale(administration, dataAsOf, today),
  };
}

/** Whether data of that date are too old to dun on (criterion A9); null = not from an import, so never. */
export function isStale(
  { staleAfterDays }: Pick<Administration, 'staleAfterDays'>,
  dataAsOf: IsoDate | null,
  today: IsoDate,
): boolean {
  return dataAsOf !== null && workingDaysBetween(dataAsOf, today) > staleAfterDays;
}

function later(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}
