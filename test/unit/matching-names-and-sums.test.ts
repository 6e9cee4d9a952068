import { describe, expect, it } from 'vitest';
import { exactSums } from '#shared/matching/exact-sums.ts';
import { nameLikeness, payerName } from '#shared/matching/payer-name.ts';

describe('a name as the bank gives it', () => {
  it.each([
    ['Bakkerij Korenmaat B.V.', 'BAKKERIJ KORENMAAT BV'],
    ['Stichting Openbaar Onderwijs Zuid-Oost Drenthe', 'STG OPENBAAR ONDERWIJS ZUID-OOST DR'],
    ['Maria Öztürk-Bakker', 'M OZTURK-BAKKER'],
    ['J. de Boer', 'Hr J de Boer'],
    ['J. de Boer', 'Jan de Boer'],
    ['Brouwerij Zeven Eiken B.V.', 'BROUWERIJ ZEVENEIKEN BV'],
  ])('%s is %s', (debtor, written) => {
    expect(nameLikeness(payerName(debtor), payerName(written))).toBeGreaterThanOrEqual(0.72);
  });

  it.each([
    ['J. de Boer', 'P. de Boer'],
    ['Bakkerij Korenmaat B.V.', 'Bakkerij Zilverlepel B.V.'],
    ['Drukkerij Hansen', 'Belastingdienst'],
  ])('%s is not %s', (debtor, written) => {
    expect(nameLikeness(payerName(debtor), payerName(written))).toBeLessThan(0.72);
  });
});

describe('sums that fit exactly', () => {
  it('are found smallest first, credit notes among them', () => {
    expect(exactSums([100, 250, -50, 75], 200).map(({ places }) => places)).toEqual([[1, 2]]);
    expect(exactSums([100, 250, -50, 75], 300).map(({ places }) => places)).toEqual([[0, 1, 2]]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, place) => 1_000_003 + place * place);

  it('are sought in pairs among 1,500 items, with the number of pairs told', () => {
    const amounts = many(1_500);
    const [pair] = exactSums(amounts, amounts[17]! + amounts[1_400]!, 1);
    expect(pair).toEqual({ places: [17, 1_400], tried: (1_500 * 1_499) / 2 });
  });

  it('are not sought among so many items that some of them make any amount', () => {
    const amounts = many(4_000);
    expect(exactSums(amounts, amounts[17]! + amounts[3_900]!)).toEqual([]);
  });

  it('are every set there is while they are few, in the order of the items', () => {
    const amounts = [300, -100, 200, 100, 0, 200, 400, -300];
    const sets = Array.from({ length: 2 ** amounts.length }, (_, bits) =>
      amounts.flatMap((amount, place) => ((bits >> place) & 1 && amount !== 0 ? [place] : [])),
    );
    const inOrder = (a: readonly number[], b: readonly number[]) => a.length - b.length || (`${a}` < `${b}` ? -1 : 1);
    for (let target = -500; target <= 1_500; target += 100) {
      const whole = [...new Set(sets.map(String))].map((set) => set.split(',').map(Number));
      const fitting = whole.filter(
        (set) => set.length > 1 && set.reduce((sum, place) => sum + amounts[place]!, 0) === target,
      );
      expect(exactSums(amounts, target, 100).map(({ places }) => places)).toEqual(fitting.sort(inOrder));
    }
  });

  it('are none when nothing adds up', () => {
    expect(exactSums([2, 4, 6], 7)).toEqual([]);
  });
});
