import { describe, expect, it } from 'vitest';
import type { ReviewItem, ReviewLine } from '#renderer/db/import-api.ts';
import { bulkLines } from '#renderer/features/betalingen/bulk.ts';
import {
  asCreditOf,
  type Composition,
  changed,
  composedDecision,
  compositionOf,
  emptyComposition,
  leftOf,
  problemOf,
  restOf,
  toggled,
} from '#renderer/features/betalingen/composition.ts';
import {
  certainty,
  decisionOf,
  firstChoice,
  itemsByKey,
  partRows,
  takenPerDebtor,
} from '#renderer/features/betalingen/decision.ts';
import { firstSearch } from '#renderer/features/betalingen/first-search.ts';
import { markedPieces } from '#renderer/features/betalingen/marked-text.ts';
import { lineAfter, workOrder } from '#renderer/features/betalingen/review-store.ts';
import { type MatchCandidate, percentOf } from '#shared/matching/match.ts';
import { waitingLine } from './bank-books.ts';

function item(number: string, open: number, given: Partial<ReviewItem> = {}): ReviewItem {
  return {
    debtorId: 1,
    debtorCode: '1001',
    debtorName: 'Bakkerij Van Dam',
    itemId: number,
    number,
    kind: open < 0 ? 'credit' : 'invoice',
    date: '2026-10-01',
    dueDate: '2026-10-31',
    open,
    currency: 'EUR',
    ...given,
  };
}

const bankLine = (id: string, amount: number) =>
  waitingLine({ id, date: '2026-11-20', amount, counterparty: 'BAKKERIJ VAN DAM BV' });

function candidate(items: readonly ReviewItem[], score: number, given: Partial<MatchCandidate> = {}): MatchCandidate {
  const parts = items.map(({ debtorId, itemId, open }) => ({ debtorId, itemId, amount: open, discount: 0 }));
  return { parts, debtorId: items[0]?.debtorId ?? 1, rest: 0, score, reasons: [], ...given };
}

function review(
  id: string,
  amount: number,
  candidates: readonly MatchCandidate[],
  items: readonly ReviewItem[],
): ReviewLine {
  return { line: bankLine(id, amount), candidates, items };
}

const ticked = (received: number, ...items: readonly ReviewItem[]): Composition =>
  items.reduce((composition, one) => toggled(composition, one, received), emptyComposition);
const amounts = ({ picked }: Composition) => picked.map(({ amount }) => amount);

describe('parts put together by hand', () => {
  it.each([
    ['one invoice in full', 100_00, [item('F1', 100_00)], [100_00], 0],
    ['as much as there still is', 150_00, [item('F1', 100_00), item('F2', 80_00)], [100_00, 50_00], 0],
    ['nothing when nothing is left', 100_00, [item('F1', 100_00), item('F2', 80_00)], [100_00, 0], 0],
    ['an overpayment leaves a rest', 112_00, [item('F1', 100_00)], [100_00], 12_00],
    ['a credit note adds to what there is', 80_00, [item('C1', -20_00), item('F1', 100_00)], [-20_00, 100_00], 0],
    [
      'a credit note ticked last gives room to the invoice paid in part',
      130_00,
      [item('F1', 100_00), item('F2', 80_00), item('C1', -20_00)],
      [100_00, 50_00, -20_00],
      0,
    ],
    ['a storno brings a paid invoice back', -100_00, [item('F1', 0)], [-100_00], 0],
    ['a refund closes a credit note', -20_00, [item('C1', -20_00)], [-20_00], 0],
  ])('%s', (_, received, items, parts, rest) => {
    const composition = ticked(received, ...items);
    expect([amounts(composition), restOf(received, composition)]).toEqual([parts, rest]);
  });

  it('ticking again takes the tick away', () => {
    expect(ticked(100_00, item('F1', 100_00), item('F1', 100_00))).toEqual(emptyComposition);
  });

  it.each([
    ['none-picked', 100_00, emptyComposition],
    ['undivided', 112_00, ticked(112_00, item('F1', 100_00))],
    ['no-amount', 100_00, changed(ticked(100_00, item('F1', 100_00)), '1 F1', { amount: null })],
    ['over-open', 112_00, changed(ticked(112_00, item('F1', 100_00)), '1 F1', { amount: 112_00 })],
    ['too-much', 60_00, changed(ticked(60_00, item('F1', 100_00)), '1 F1', { amount: 70_00 })],
    ['undivided', -80_00, { ...changed(ticked(-80_00, item('F1', 0)), '1 F1', { amount: -70_00 }), credit: true }],
  ])('cannot be confirmed: %s', (problem, received, composition) => {
    expect(problemOf(received, composition)).toBe(problem);
    expect(composedDecision(received, composition)).toBeNull();
  });

  it('a rest is credit of the first debtor, or of the one that is named', () => {
    const two = ticked(112_00, item('F1', 60_00), item('G1', 40_00, { debtorId: 2 }));
    expect(composedDecision(112_00, { ...two, credit: true })).toMatchObject({ rest: 12_00, creditTo: 1 });
    expect(composedDecision(112_00, { ...two, credit: true, creditTo: 2 })?.creditTo).toBe(2);
    expect(composedDecision(112_00, { ...two, credit: true, creditTo: 3 })?.creditTo).toBe(1);
  });

  it('money without an invoice is all credit of a debtor', () => {
    const advance = asCreditOf(emptyComposition, 7);
    expect(composedDecision(50_00, advance)).toEqual({ parts: [], rest: 50_00, creditTo: 7, settle: [] });
    expect(asCreditOf(advance, 7)).toEqual(emptyComposition);
  });

  it('an item with nothing laid against it is no part; one whose small rest is let go is', () => {
    const composition = ticked(98_00, item('F1', 100_00), item('F2', 80_00));
    const settled = changed(composition, '1 F1', { settle: true });
    expect(leftOf(settled.picked[0]!)).toBe(2_00);
    expect(composedDecision(98_00, settled)).toMatchObject({
      parts: [{ itemId: 'F1', amount: 98_00 }],
      settle: ['F1'],
    });
  });

  it('begins with a candidate that is to be changed, its discount and its rest', () => {
    const items = [item('F1', 100_00)];
    const parts = [{ debtorId: 1, itemId: 'F1', amount: 98_00, discount: 2_00 }];
    const composition = compositionOf(candidate(items, 0.8, { parts, rest: 5_00 }), itemsByKey(items));
    expect(composedDecision(103_00, composition)).toEqual({ parts, rest: 5_00, creditTo: 1, settle: [] });
    const without = changed(composition, '1 F1', { discount: 0 });
    expect(leftOf(without.picked[0]!)).toBe(2_00);
  });
});

describe('what a decision comes to', () => {
  it('tells per part what stays open and per debtor what it takes off', () => {
    const items = [item('F1', 100_00), item('G1', 50_00, { debtorId: 2 })];
    const parts = [
      { debtorId: 1, itemId: 'F1', amount: 97_00, discount: 0 },
      { debtorId: 2, itemId: 'G1', amount: 49_00, discount: 1_00 },
    ];
    const decision = decisionOf(candidate(items, 0.9, { parts, rest: 4_00 }), new Set(['1 F1']));
    const rows = partRows(decision.parts, itemsByKey(items));
    expect(rows.map(({ left }) => left)).toEqual([3_00, 0]);
    expect(decision.settle).toEqual(['F1']);
    expect([...takenPerDebtor(decision, rows)]).toEqual([
      [1, 104_00],
      [2, 50_00],
    ]);
  });

  it('begins with the best candidate, unless that is a guess', () => {
    expect(firstChoice([candidate([item('F1', 1_00)], 0.6)])).toBe(0);
    expect([firstChoice([candidate([item('F1', 1_00)], 0.59)]), firstChoice([])]).toEqual([null, null]);
  });

  it('never reads surer than it is', () => {
    expect([0.949999, 0.95, 0.29, 1].map(percentOf)).toEqual([94, 95, 29, 99]);
    expect([0.9, 0.89, 0.75, 0.6, 0.59].map(certainty)).toEqual(['sure', 'likely', 'likely', 'possible', 'weak']);
  });
});

describe('lines that are confirmed together', () => {
  const a = item('F1', 100_00);
  const b = item('F2', 80_00);
  it('have one candidate above 90 %, and no two pay the same item', () => {
    const lines = [
      review('sure', 100_00, [candidate([a], 0.93), candidate([b], 0.4)], [a, b]),
      review('torn', 80_00, [candidate([b], 0.93), candidate([a], 0.91)], [a, b]),
      review('edge', 80_00, [candidate([b], 0.9)], [b]),
      review('twin', 100_00, [candidate([a], 0.92)], [a]),
      review('other', 80_00, [candidate([b], 0.92)], [b]),
    ];
    expect(bulkLines(lines).map(({ line }) => line.line.id)).toEqual(['sure', 'other']);
  });
  it('two part payments of one item go together while it is open far enough', () => {
    const half = (id: string) =>
      review(
        id,
        60_00,
        [candidate([a], 0.92, { parts: [{ debtorId: 1, itemId: 'F1', amount: 50_00, discount: 0 }] })],
        [a],
      );
    expect(bulkLines([half('one'), half('two'), half('three')]).map(({ line }) => line.line.id)).toEqual([
      'one',
      'two',
    ]);
  });
});

describe('the order of work', () => {
  const lines = ['a', 'b', 'c'].map((id) => review(id, 1_00, [], []));
  const order = (decided: readonly string[], later: readonly string[]) =>
    workOrder(lines, { decided: new Set(decided), later }).map(({ line }) => line.id);
  it('leaves out what was decided and puts off what comes later, in that order', () => {
    expect(order(['b'], [])).toEqual(['a', 'c']);
    expect(order([], ['b', 'a'])).toEqual(['c', 'b', 'a']);
  });
  it('goes on with the line after, at the end with the one before', () => {
    expect([lineAfter(lines, 'a'), lineAfter(lines, 'c'), lineAfter(lines.slice(0, 1), 'a')]).toEqual(['b', 'b', null]);
  });
});

describe('what was recognised in a bank’s text', () => {
  const marked = (text: string, ...words: readonly string[]) =>
    markedPieces(text, words)
      .filter((piece) => piece.marked)
      .map((piece) => piece.text);
  it.each([
    ['betaling fact 2026-0012', ['20260012'], ['2026-0012']],
    ['fact 2026 0012 en 2026.0013', ['2026-0012', '2026-0013'], ['2026 0012', '2026.0013']],
    ['FACT 20260012', ['F-20260012', '20260012'], ['20260012']],
    ['Van dam, factuur 7', ['Van Dam'], ['Van dam']],
    ['nr 120260012', ['20260012'], []],
    ['dampen', ['Dam'], []],
    ['F1', ['F1'], []],
  ])('%s', (text, words, found) => {
    expect(marked(text, ...words)).toEqual(found);
  });
  it('leaves the text whole', () => {
    const text = 'x 2026-0012 y';
    expect(
      markedPieces(text, ['20260012'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(markedPieces('', ['20260012'])).toEqual([]);
  });
});

describe('what a search begins with', () => {
  it.each([
    ['GOLFCLUB HET RECHTE EIND', 'golfclub'],
    ['Stichting Derdengelden Mollie', 'mollie'],
    ['Broeder & Zuster', 'broeder'],
    ['B.V.', ''],
    [null, ''],
  ])('%s', (counterparty, search) => {
    expect(firstSearch({ ...bankLine('a', 1_00), counterparty })).toBe(search);
  });
  it('of a storno nothing: the bank’s name for it is nobody’s', () => {
    expect(firstSearch(bankLine('a', -1_00))).toBe('');
  });
});
