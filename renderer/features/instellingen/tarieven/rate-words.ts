import type { TFunction } from 'i18next';
import { formatDate, isIsoDate } from '#shared/dates/civil.ts';
import { type RateKind, rateKinds } from '#shared/law/rate-table.ts';
import type { RateFault } from './rate-edit.ts';

export function kindName(t: TFunction, kind: RateKind): string {
  return t(`instellingen.tarieven.kinds.${kind}`);
}

/** A fault in words: days and kinds written as the reader knows them. */
export function faultText(t: TFunction, { key, params = {} }: RateFault): string {
  const { date, kind } = params;
  const known = rateKinds.find((each) => each === kind);
  return t(`instellingen.tarieven.faults.${key}`, {
    ...params,
    ...(typeof date === 'string' && isIsoDate(date) ? { date: formatDate(date) } : {}),
    ...(known ? { kind: kindName(t, known).toLowerCase() } : {}),
  });
}
