import type { IsoDate } from '../../dates/civil.ts';

/**
 * Delivery days an ordinary letter may take, by the day of sending. Two: presumption of HR 25-11-2016. Three: 72 hours were
 * announced from 1 July 2027 (entry into force not verified); waiting longer only makes the creditor wait.
 */
export const transitRules: readonly { readonly from: IsoDate; readonly days: 2 | 3 }[] = [
  { from: '0001-01-01', days: 2 },
  { from: '2027-07-01', days: 3 },
];
