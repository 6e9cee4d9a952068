import { describe, expect, test } from 'vitest';
import {
  batchFigures,
  chosenCandidates,
  everything,
  orderCandidates,
  proposalKey,
  toggle,
} from '#renderer/features/aanmanen/candidates.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';

function proposal(debtorId: number, given: Partial<Proposal> = {}): Proposal {
  return {
    debtorId,
    debtorCode: String(debtorId),
    debtorName: `Debiteur ${debtorId}`,
    currency: 'EUR',
    language: 'nl',
    policyId: 'zakelijk',
    stepId: 'herinnering',
    kind: 'reminder',
    itemIds: ['1'],
    total: 100_00,
    oldestDue: '2026-11-01',
    channels: ['email'],
    warnings: [],
    ...given,
  };
}

const small = proposal(1, { total: 20_00 });
const large = proposal(2, { total: 900_00 });
const demand = proposal(3, { kind: 'demand', total: 50_00, channels: ['email', 'post'] });
const derived = proposal(4, { total: 5_00, warnings: ['due-derived'] });
const netted = proposal(5, { total: 60_00, warnings: ['credits'] });
const ordered = orderCandidates([small, large, demand, derived, netted]);
const ids = (list: readonly Proposal[]) => list.map((entry) => entry.debtorId);

test('what asks for a look comes first, then the highest step, then the largest amount', () => {
  expect(ids(ordered)).toEqual([4, 3, 2, 5, 1]);
});

describe('what the button makes', () => {
  test('everything, until something is left out', () => {
    expect(ids(chosenCandidates(ordered, everything))).toEqual([4, 3, 2, 5, 1]);
    const left = toggle(new Set(), [proposalKey(large)]);
    expect(ids(chosenCandidates(ordered, { ...everything, left }))).toEqual([4, 3, 5, 1]);
  });

  test('never a letter that the filter hides', () => {
    expect(ids(chosenCandidates(ordered, { ...everything, kind: 'demand' }))).toEqual([3]);
    expect(ids(chosenCandidates(ordered, { ...everything, only: new Set([1, 3]) }))).toEqual([3, 1]);
  });
});

test('a mixed group of rows first comes in whole, and only then goes out', () => {
  const keys = [proposalKey(small), proposalKey(large)];
  const inAgain = toggle(new Set([proposalKey(small)]), keys);
  expect(inAgain.size).toBe(0);
  expect(toggle(inAgain, keys).size).toBe(2);
});

test('figures count letters per kind and channel and add amounts per currency only', () => {
  const dollars = proposal(6, { currency: 'USD', total: 10_00, channels: ['post'] });
  expect(batchFigures([...ordered, dollars])).toEqual({
    letters: 6,
    kinds: [
      { kind: 'reminder', count: 5 },
      { kind: 'demand', count: 1 },
    ],
    channels: [
      { channel: 'email', count: 5 },
      { channel: 'post', count: 2 },
    ],
    totals: [
      { currency: 'EUR', cents: 1035_00 },
      { currency: 'USD', cents: 10_00 },
    ],
  });
});
