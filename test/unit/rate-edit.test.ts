import { describe, expect, it } from 'vitest';
import {
  checkedUntilFault,
  differenceOf,
  halfYearEnd,
  knowableUntil,
  nextCheckedUntil,
  originOf,
  rowFaults,
  rowOn,
  rowsOf,
  tablesFault,
  typedPercent,
  withCheckedUntil,
  withoutRow,
  withRow,
} from '#renderer/features/instellingen/tarieven/rate-edit.ts';
import { typedAmount, typedAmounts } from '#renderer/ui/typed-amount.ts';
import type { RateRow } from '#shared/law/rate-table.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { staleKinds } from '#shared/law/stale-kinds.ts';

const today = '2026-11-20';
const january = { from: '2027-01-01', percent: '10,15', source: 'Staatscourant  2026, 1' };
const added = withRow(builtInRates, 'handel', january, null, 'eigen opgave');
const newest = rowsOf(added, 'handel')[0]!;

describe('a percentage as it is typed', () => {
  it.each([
    ['4', '4.00'],
    ['10,4', '10.40'],
    ['10.40', '10.40'],
    [' 8,0525 % ', '8.0525'],
    ['0', '0.00'],
    ['100', '100.00'],
    ['007,5', '7.50'],
  ])('%s is %s', (typed, percent) => expect(typedPercent(typed)).toBe(percent));

  it.each(['', '-1', '100,01', '4,12345', '1.000,5', 'vier', '4,', '1e1'])('“%s” is none', (typed) =>
    expect(typedPercent(typed)).toBeNull(),
  );
});

describe('a row of one’s own', () => {
  it('comes in on its place, with its words tidied and its half-year counted as checked', () => {
    expect(newest).toEqual({
      kind: 'handel',
      from: '2027-01-01',
      percent: '10.15',
      source: 'Staatscourant 2026, 1',
      confidence: 'eigen opgave',
    });
    expect(added.checkedUntil).toEqual({ ...builtInRates.checkedUntil, handel: '2027-06-30' });
    expect(tablesFault(added)).toBeNull();
    expect(added.rows.length).toBe(builtInRates.rows.length + 1);
    expect(originOf(newest)).toBe('own');
  });

  it('in a half-year that was checked moves no date', () => {
    const older = withRow(builtInRates, 'handel', { ...january, from: '2026-10-01' }, null, '');
    expect(older.checkedUntil).toEqual(builtInRates.checkedUntil);
    expect(rowOn(older, 'handel', '2026-10-01')?.percent).toBe('10.15');
    expect(rowOn(older, 'handel', '2026-09-30')?.percent).toBe('10.40');
  });

  it('goes again, and with it that its half-year was checked', () => {
    expect(withoutRow(added, newest)).toEqual(builtInRates);
    const confirmed = withCheckedUntil(added, 'handel', '2027-12-31');
    expect(withoutRow(confirmed, newest).checkedUntil.handel).toBe('2026-12-31');
  });

  it('within what was shipped as checked goes without moving that day', () => {
    const older = withRow(builtInRates, 'handel', { ...january, from: '2026-10-01' }, null, '');
    expect(withoutRow(older, rowsOf(older, 'handel')[0]!)).toEqual(builtInRates);
  });

  it('on a shipped day is a change of that row, and taking it away puts the shipped one back', () => {
    const shipped = rowsOf(builtInRates, 'wettelijk')[0]!;
    const changed = withRow(builtInRates, 'wettelijk', { from: shipped.from, percent: '5', source: 'x' }, shipped, '');
    const row = rowsOf(changed, 'wettelijk')[0]!;
    expect([row.percent, originOf(row)]).toEqual(['5.00', 'changed']);
    expect(changed.rows.length).toBe(builtInRates.rows.length);
    expect(withoutRow(changed, row)).toEqual(builtInRates);
  });

  it.each([
    ['no day', { from: null }, 'from', 'required'],
    ['a day there is a row for', { from: '2026-07-01' }, 'from', 'twice'],
    ['a day nobody can know a rate for', { from: '2028-01-01' }, 'from', 'unknowable'],
    ['no percentage', { percent: '101' }, 'percent', 'percent'],
    ['no source', { source: '  ' }, 'source', 'source'],
  ] as const)('with %s is refused at that field only', (_what, wrong, field, key) => {
    const faults = rowFaults(builtInRates, 'handel', { ...january, ...wrong }, null, today);
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]?.key).toBe(key);
  });

  it('that is changed may keep its own day', () => {
    expect(rowFaults(added, 'handel', { ...january, percent: '9' }, newest, today)).toEqual({});
  });
});

describe('checked without a change', () => {
  it('is known to the end of the next half-year at most', () => {
    expect(halfYearEnd('2026-06-30')).toBe('2026-06-30');
    expect(halfYearEnd('2026-07-01')).toBe('2026-12-31');
    expect(knowableUntil(today)).toBe('2027-06-30');
    expect(nextCheckedUntil(builtInRates, 'handel', today)).toBe('2027-06-30');
    expect(nextCheckedUntil(added, 'handel', today)).toBe('2027-06-30');
    expect(nextCheckedUntil(builtInRates, 'handel', '2028-03-01')).toBe('2028-06-30');
  });

  it.each([
    [null, 'required'],
    ['2026-12-31', 'notLater'],
    ['2027-07-01', 'unknowable'],
    ['2027-06-30', undefined],
  ])('through %s: %s', (until, key) => {
    expect(checkedUntilFault(builtInRates, 'handel', until, today)?.key).toBe(key);
  });

  it('ends what is stale, per kind, and a kind is good through its day itself', () => {
    expect(staleKinds(builtInRates, '2026-12-31')).toEqual([]);
    expect(staleKinds(builtInRates, '2027-01-01')).toEqual(['wettelijk', 'handel', 'be-b2b']);
    const checked = withCheckedUntil(builtInRates, 'handel', '2027-06-30');
    expect(staleKinds(checked, '2027-01-01')).toEqual(['wettelijk', 'be-b2b']);
  });
});

describe('what other tables change', () => {
  it('is told as rows added, changed and gone, and days checked', () => {
    const handel = rowsOf(builtInRates, 'handel');
    const change: RateRow = { ...handel[0]!, percent: '11.00' };
    const after = {
      checkedUntil: { ...builtInRates.checkedUntil, wettelijk: '2027-06-30' },
      rows: [...builtInRates.rows.filter((row) => row !== handel[0] && row !== handel[1]), change, newest],
    };
    expect(differenceOf(builtInRates, after)).toEqual({
      added: [newest],
      changed: [{ before: handel[0], after: change }],
      removed: [handel[1]],
      checked: [{ kind: 'wettelijk', before: '2026-12-31', after: '2027-06-30' }],
      none: false,
    });
  });

  it('does not count the same percentage written otherwise', () => {
    const rows = builtInRates.rows.map((row) => ({ ...row, percent: `${Number(row.percent)}` }));
    expect(differenceOf(builtInRates, { ...builtInRates, rows }).none).toBe(true);
  });
});

describe('amounts as they are typed', () => {
  it.each([
    ['1.234,56', 'nl', 123_456],
    ['1,234.56', 'nl', 123_456],
    ['12.500', 'nl', 1_250_000],
    ['12.500', 'en', 1_250],
    ['€ 40', 'nl', 4_000],
    ['-5', 'nl', null],
    ['', 'nl', null],
    ['veel', 'nl', null],
  ] as const)('%s in %s is %s cents', (text, language, cents) => expect(typedAmount(text, language)).toBe(cents));

  it('stand with a plus between them, and the first that is none is named', () => {
    expect(typedAmounts('120,00 + 95,50 +310', 'nl')).toEqual({ amounts: [12_000, 9_550, 31_000], wrong: null });
    expect(typedAmounts('120 + twee + drie', 'nl').wrong).toBe('twee');
    expect(typedAmounts(' + ', 'nl')).toEqual({ amounts: [], wrong: null });
  });
});
