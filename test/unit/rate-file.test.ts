import { describe, expect, it } from 'vitest';
import { withRow } from '#renderer/features/instellingen/tarieven/rate-edit.ts';
import { rateFileText, readRateFile } from '#renderer/features/instellingen/tarieven/rate-file.ts';
import { builtInRates } from '#shared/law/rates.ts';

const today = '2026-11-20';
const whole = JSON.parse(rateFileText(builtInRates)) as {
  format: string;
  version: number;
  checkedUntil: Record<string, unknown>;
  rows: Record<string, unknown>[];
};
const faultsOf = (file: unknown) => {
  const answer = readRateFile(typeof file === 'string' ? file : JSON.stringify(file), today);
  return answer.ok ? [] : answer.faults.map(({ row, key }) => [row, key]);
};
const withRowAt = (at: number, change: Record<string, unknown>) => ({
  ...whole,
  rows: whole.rows.map((row, index) => (index === at ? { ...row, ...change } : row)),
});

describe('a file of rate tables', () => {
  it('reads back as it was written, own rows included', () => {
    const own = withRow(
      builtInRates,
      'be-b2b',
      { from: '2027-01-01', percent: '10,5', source: 'FOD' },
      null,
      'eigen opgave',
    );
    expect(readRateFile(rateFileText(own), today)).toEqual({ ok: true, tables: own });
  });

  it('may have its rows in any order, and a mark of its encoding', () => {
    const shuffled = { ...whole, rows: whole.rows.toReversed() };
    expect(readRateFile(`\uFEFF${JSON.stringify(shuffled)}`, today)).toEqual({ ok: true, tables: builtInRates });
  });

  it.each([
    ['no JSON', '<rates/>', [[null, 'file.format']]],
    ['a list', [], [[null, 'file.format']]],
    ['another file', { rows: [] }, [[null, 'file.format']]],
    ['a later version', { ...whole, version: 2 }, [[null, 'file.version']]],
    ['no rows', { ...whole, rows: {} }, [[null, 'file.rows']]],
    ['a row that is none', { ...whole, rows: [...whole.rows, null] }, [[94, 'file.row']]],
    ['a kind of its own', withRowAt(2, { kind: 'boete' }), [[3, 'file.kind']]],
    ['a day that does not exist', withRowAt(2, { from: '2027-02-29' }), [[3, 'file.date']]],
    ['a percentage over a hundred', withRowAt(2, { percent: '104.00' }), [[3, 'file.percent']]],
    ['a percentage as a number', withRowAt(2, { percent: 4 }), [[3, 'file.percent']]],
    ['five decimals', withRowAt(2, { percent: '4.12345' }), [[3, 'file.percent']]],
    ['no source', withRowAt(2, { source: ' ' }), [[3, 'source']]],
    ['a day twice', { ...whole, rows: [...whole.rows, whole.rows[0]] }, [[94, 'file.twice']]],
    [
      'no checked day',
      { ...whole, checkedUntil: { ...whole.checkedUntil, handel: '2027-06-31' } },
      [[null, 'table.checked-until']],
    ],
    [
      'a kind without rows',
      { ...whole, rows: whole.rows.filter(({ kind }) => kind !== 'handel') },
      [[null, 'table.no-rows']],
    ],
  ])('with %s is refused as a whole, and says where', (_what, file, faults) => expect(faultsOf(file)).toEqual(faults));

  it('names every bad row at once', () => {
    const rows = whole.rows.map((row, at) => (at % 2 === 0 ? { ...row, percent: 'x' } : row));
    expect(faultsOf({ ...whole, rows }).length).toBe(Math.ceil(whole.rows.length / 2));
  });
});
