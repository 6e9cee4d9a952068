import { expect, test } from 'vitest';
import { likelyDebtors, NameWords } from '#shared/matching/likely-debtors.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { booksWith, debtor } from './dunning-books.ts';

function candidate(debtorId: number, score: number, ...ofOthers: readonly number[]): MatchCandidate {
  const parts = ofOthers.map((id) => ({ debtorId: id, itemId: 'F1', amount: 100, discount: 0 }));
  return { debtorId, parts, rest: 0, score, reasons: [] };
}

test.each<[string, readonly MatchCandidate[], readonly number[]]>([
  ['nobody when nothing speaks for anyone', [], []],
  ['the likeliest, however unsure', [candidate(1, 0.04)], [1]],
  ['others from a tenth', [candidate(1, 0.5), candidate(2, 0.1), candidate(3, 0.09)], [1, 2]],
  [
    'others whose candidates come to a tenth together',
    [candidate(1, 0.5), candidate(2, 0.06), candidate(2, 0.05)],
    [1, 2],
  ],
  ['everyone whose items one payment covers', [candidate(1, 0.8, 1, 4, 4)], [1, 4]],
])('a letter waits for a look at money that may be of %s', (_, candidates, ids) => {
  expect(likelyDebtors(candidates)).toEqual(ids);
});

const names = [
  'Hoveniersbedrijf Van Vliet',
  'Jansen Bouw',
  'Bakkerij Jansen',
  'Jansen & Zoon',
  'Jansen Advies',
  'Vliet en Smit',
];
const known = new NameWords(
  booksWith(...names.map((name, at) => ({ debtor: debtor({ id: at + 1, name }), items: [] }))),
);

test.each<[string | null, readonly number[]]>([
  ['VAN VLIET', [1, 6]],
  ['Hr. A. van Vliet', [1, 6]],
  ['SMIT VLIET', [6]],
  ['Bakkerij Jansen', [3]],
  // Everybody's name, a name nobody bears in full, words that say nothing, a payer for others, and no name.
  ['JANSEN', []],
  ['VLIET HOLLAND', []],
  ['DE B.V.', []],
  ['VLIET INCASSO', []],
  [null, []],
])('a payer called %j may be %j', (payer, ids) => {
  expect(known.debtorsOf(payer)).toEqual(ids);
});
