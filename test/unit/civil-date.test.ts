import { expect, it, test } from 'vitest';
import { addMonths, epochDay, epochDayOf, fromEpochDay, isIsoDate } from '#shared/dates/civil.ts';

it('numbers every day from 1801 through 2400 as the calendar of the machine does', () => {
  for (let day = epochDay('1801-01-01'); day <= epochDay('2400-12-31'); day++) {
    const date = new Date(day * 86_400_000);
    const written = date.toISOString().slice(0, 10);
    if (fromEpochDay(day) !== written || epochDay(written) !== day || !isIsoDate(written)) expect.fail(written);
    if (epochDayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) !== day) expect.fail(written);
  }
});

test.each([
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['0000-01-01', false],
  ['2026-1-01', false],
  ['2026-01-01 ', false],
  ['2026-01-01\n', false],
  ['20260101', false],
  ['٢٠٢٦-٠١-٠١', false],
  ['', false],
])('%j is a date: %s', (text, isDate) => {
  expect(isIsoDate(text)).toBe(isDate);
});

test.each([
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %d months is %s', (date, months, later) => {
  expect(addMonths(date, months)).toBe(later);
});
