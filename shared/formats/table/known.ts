import type { TableReading } from './reading.ts';
import { noTitleMarks } from './title-marks.ts';

/** What is known of a table, filled in as reading goes on. */
export type Known = { -readonly [K in keyof TableReading]: TableReading[K] };

export function nothingKnown(fileName: string): Known {
  return {
    fileName,
    format: 'unknown',
    encoding: '',
    separator: null,
    sheet: null,
    sheets: [],
    looks: [],
    kind: 'list',
    profile: null,
    refusal: null,
    headerRow: 0,
    titleMarks: noTitleMarks,
    columns: [],
    fingerprint: '',
    remembered: false,
    decimals: null,
    dateOrder: null,
    unclearSign: null,
    asOf: null,
    declaredTotal: null,
    rows: 0,
    items: [],
    debtors: [],
    settled: [],
    unread: [],
    skipped: [],
    warnings: [],
  };
}
