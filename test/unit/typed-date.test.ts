import { expect, test } from 'vitest';
import { typedDate } from '#renderer/ui/typed-date.ts';

test.each([
  ['31-12-2026', '2026-12-31'],
  ['1-2-26', '2026-02-01'],
  ['1/2/2026', '2026-02-01'],
  [' 5 11 ', '2026-11-05'],
  ['31122026', '2026-12-31'],
  ['311226', '2026-12-31'],
  ['+14', '2026-12-04'],
  ['31-02-2026', null],
  ['2026-12-31', null],
  ['morgen', null],
  ['', null],
])('%j typed on 20 November 2026 means %s', (text, date) => {
  expect(typedDate(text, '2026-11-20')).toBe(date);
});
