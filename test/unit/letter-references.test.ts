import { describe, expect, it } from 'vitest';
import { quotedReference } from '#shared/domain/letters/quoted-reference.ts';
import { letterPlanSchema } from '#shared/domain/letters/schema.ts';
import { referencesOf } from '#shared/dunning/letter-references.ts';
import { planLetter } from '#shared/dunning/plan.ts';
import { epcPayload } from '#shared/identifiers/epc-payload.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { administration, booksWith, invoice, proposedOn } from './dunning-books.ts';
import { bestOf, receipt } from './matching-books.ts';

const today = '2026-06-01';
const kenmerk = '8850426741301240';
const other = '5000056789012345';
const rf = 'RF18539007547034';
const ogm = '+++010/8068/17183+++';

/** Items F1, F2 … that state these references. */
const items = (...stated: readonly (string | undefined)[]) =>
  stated.map((paymentReference, place) => ({
    number: `F${place + 1}`,
    ...(paymentReference && { paymentReference }),
  }));

type Case = readonly [what: string, stated: readonly (string | undefined)[], quoted: string, ours: string | undefined];

describe('what a debtor is asked to quote (criterion E2)', () => {
  it.each<Case>([
    ['nothing stated, one item: its number', [undefined], 'F1', undefined],
    ['nothing stated, several: the debtor and the numbers', [undefined, undefined], '1001 F1 F2', undefined],
    ['one item with a betalingskenmerk', [kenmerk], kenmerk, 'F1'],
    ['written in groups, with a word before it', ['Betalingskenmerk: 8850 4267 4130 1240'], kenmerk, 'F1'],
    ['an RF reference', ['rf18 5390 0754 7034'], rf, 'F1'],
    ['an OGM, as banks in Belgium take it', [ogm], ogm, 'F1'],
    ['all items the same', [kenmerk, '8850 4267 4130 1240'], kenmerk, '1001 F1 F2'],
    ['each its own: one payment cannot quote two', [kenmerk, other], '1001 F1 F2', undefined],
    ['only some', [kenmerk, undefined], '1001 F1 F2', undefined],
    ['wrong check digits, which a banking app refuses', ['8850426741301241'], 'F1', undefined],
    ['free text may be shared by debtors: the number goes with it', ['KLANT-778899'], 'KLANT-778899 F1', 'F1'],
    ['free text for several', ['KLANT-778899', 'KLANT-778899'], 'KLANT-778899 F1 F2', '1001 F1 F2'],
    ['free text that names the number', ['klant 778899 / F1'], 'klant 778899 / F1', 'F1'],
    ['free text that says too little', ['zie factuur'], 'F1', undefined],
    ['the number once more', ['F1'], 'F1', undefined],
  ])('%s', (_, stated, quoted, ours) => {
    expect(referencesOf('1001', items(...stated))).toEqual({
      paymentReference: quoted,
      ...(ours !== undefined && { ourReference: ours }),
    });
  });

  it('never more than a transfer carries', () => {
    const many = items(...Array.from({ length: 90 }, () => 'KLANT-778899'));
    const { paymentReference, ourReference } = referencesOf('1001', many);
    for (const reference of [paymentReference, ourReference!]) expect(reference.length).toBeLessThanOrEqual(140);
    expect(paymentReference.startsWith('KLANT-778899 F1 F2')).toBe(true);
  });

  it('is printed in groups; a number of ours is not, whatever its digits', () => {
    const printed = (paymentReference: string, ourReference?: string) =>
      quotedReference({ paymentReference, ...(ourReference && { ourReference }) });
    expect(printed(kenmerk, 'F1')).toEqual({ sort: 'betalingskenmerk', text: '8850 4267 4130 1240' });
    expect(printed(rf, 'F1')).toEqual({ sort: 'rf', text: 'RF18 5390 0754 7034' });
    expect(printed(ogm, 'F1')).toEqual({ sort: 'ogm', text: ogm });
    expect(printed(kenmerk)).toEqual({ sort: 'free', text: kenmerk });
  });

  it('stands in the QR code ungrouped; an RF reference in the field for structured ones', () => {
    const code = (reference: string) =>
      epcPayload({ name: 'A', iban: 'NL91ABNA0417164300', currency: 'EUR', cents: 100, reference })?.split('\n');
    expect(code(kenmerk)?.slice(9)).toEqual(['', kenmerk]);
    expect(code(rf)?.slice(9)).toEqual([rf]);
    expect(code(ogm)?.slice(9)).toEqual(['', ogm]);
  });
});

describe('a payment that quotes what the letter asks finds its invoices', () => {
  it.each([
    ['one invoice', [kenmerk], ['2026-0101 1000.00']],
    ['two with one betalingskenmerk', [kenmerk, kenmerk], ['2026-0101 1000.00', '2026-0102 1000.00']],
    ['two with one RF reference', [rf, rf], ['2026-0101 1000.00', '2026-0102 1000.00']],
    ['one with an OGM', [ogm], ['2026-0101 1000.00']],
    ['two with one free text', ['KLANT-778899', 'KLANT-778899'], ['2026-0101 1000.00', '2026-0102 1000.00']],
    ['two, each with its own', [kenmerk, other], ['2026-0101 1000.00', '2026-0102 1000.00']],
  ] as const)('%s', (_, stated, paid) => {
    const claimed = stated.map((paymentReference, place) => invoice(`2026-010${place + 1}`, { paymentReference }));
    const books = booksWith({ items: claimed });
    const plan = planLetter(books, administration, proposedOn(books, today), { today });
    expect(letterPlanSchema.parse(plan)).toEqual(plan);
    const stranger = { counterparty: 'M. Oudshoorn', iban: 'NL44RABO0123456789' };
    const [found] = matchReceipts(books, [receipt(plan!.amounts.total, plan!.paymentReference, stranger)]);
    expect(bestOf(found!).split(' + ')).toEqual(paid);
  });
});
