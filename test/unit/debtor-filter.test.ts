import { describe, expect, test } from 'vitest';
import {
  filterDebtors,
  filterFromParams,
  filterToParams,
  listTotals,
  noFilter,
  searchTexts,
} from '#renderer/features/debiteuren/filter.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';

const today = '2026-11-20';

function debtor(id: number, given: Partial<DebtorSummary>): DebtorSummary {
  return {
    id,
    code: String(1000 + id),
    name: `Debiteur ${id}`,
    kind: 'business',
    city: null,
    hasEmail: true,
    currency: 'EUR',
    otherCurrencies: [],
    open: 100_00,
    overdue: 100_00,
    held: 0,
    openItems: 1,
    presumedPaid: 0,
    oldestDue: '2026-11-01',
    ageing: { notDue: 0, days1to30: 100_00, days31to60: 0, days61to90: 0, over90: 0, credits: 0, unknown: 0 },
    lastLetter: null,
    policyId: 'zakelijk',
    ...given,
  };
}

const bakker = debtor(1, { name: 'Bakker Zoë B.V.', city: 'Zwolle', open: 750_00, oldestDue: '2026-10-01' });
const gemeente = debtor(2, {
  credit: { limit: 90_00, over: 0 },
  name: 'Gemeente Ede',
  kind: 'public',
  open: 90_00,
  overdue: 0,
  oldestDue: '2026-12-01',
});
const jansen = debtor(3, { name: 'A. Jansen', kind: 'consumer', hasEmail: false, oldestDue: '2026-10-21' });
const gone = debtor(4, { name: 'Oud-klant', open: 0, overdue: 0, openItems: 0, oldestDue: null });
const dollar = debtor(5, {
  credit: { limit: 10_00, over: 5_00 },
  name: 'Import Inc.',
  currency: 'USD',
  open: 40_00,
  overdue: 0,
});
const all = [bakker, gemeente, jansen, gone, dollar];
const texts = searchTexts(all);
const names = (list: readonly DebtorSummary[]) => list.map((entry) => entry.name);

describe('what a filter leaves', () => {
  test.each([
    ['no filter: everyone with something open', {}, ['Bakker Zoë B.V.', 'Gemeente Ede', 'A. Jansen', 'Import Inc.']],
    ['all: also who owes nothing', { all: true }, names(all)],
    ['kind', { kind: 'public' }, ['Gemeente Ede']],
    ['late means an overdue balance', { lateDays: 0 }, ['Bakker Zoë B.V.', 'A. Jansen']],
    ['more than 30 days is strictly more', { lateDays: 30 }, ['Bakker Zoë B.V.']],
    ['above is strictly above', { above: 100_00 }, ['Bakker Zoë B.V.']],
    ['without e-mail', { mark: 'no-email' }, ['A. Jansen']],
    ['above the credit limit, not at it', { mark: 'over-limit' }, ['Import Inc.']],
    ['accents and case do not matter in the search', { text: 'zoe' }, ['Bakker Zoë B.V.']],
    ['every word must be found', { text: 'bakker ede' }, []],
    ['the place is searched too', { text: 'zwolle' }, ['Bakker Zoë B.V.']],
    ['a search also finds who owes nothing', { text: 'oud' }, ['Oud-klant']],
    ['parts of a filter come together', { kind: 'business', lateDays: 30, above: 500_00 }, ['Bakker Zoë B.V.']],
  ] as const)('%s', (_rule, given, expected) => {
    expect(names(filterDebtors(all, { ...noFilter, ...given }, today, texts))).toEqual(expected);
  });

  test('a debtor found by invoice number stays in although its name does not hold the text', () => {
    const found = new Set([gemeente.id]);
    expect(names(filterDebtors(all, { ...noFilter, text: '2026-0042' }, today, texts, found))).toEqual([
      'Gemeente Ede',
    ]);
  });
});

test('a filter survives its own address', () => {
  const filter = {
    text: 'de boer & zn',
    kind: 'consumer',
    lateDays: 30,
    above: 500_00,
    mark: 'held',
    all: true,
  } as const;
  expect(filterFromParams(new URLSearchParams(filterToParams(filter).toString()))).toEqual(filter);
  expect(filterToParams(noFilter).toString()).toBe('');
});

test('an address nobody wrote by hand is read as no filter', () => {
  expect(filterFromParams(new URLSearchParams('soort=x&telaat=-3&boven=veel'))).toEqual(noFilter);
});

test('totals are never added over currencies; euros come first', () => {
  expect(listTotals([dollar, bakker, jansen]).amounts).toEqual([
    { currency: 'EUR', open: 850_00, overdue: 200_00 },
    { currency: 'USD', open: 40_00, overdue: 0 },
  ]);
});
