import { describe, expect, it, test } from 'vitest';
import {
  type LawTermsForm,
  lawTermsErrors,
  lawTermsForm,
  mayAgreeCosts,
  withLawTerms,
} from '#renderer/features/debiteuren/law-terms-form.ts';
import { debtor } from './dunning-books.ts';

const empty = lawTermsForm(debtor());
const typed = (part: Partial<LawTermsForm>): LawTermsForm => ({ ...empty, ...part });

describe('what was agreed with a debtor, as it is typed', () => {
  it('comes back as it was', () => {
    const agreed = debtor({
      jurisdiction: 'BE',
      termAgreed: true,
      agreedInterest: { percent: '1.5', per: 'month', compound: 'month', clause: 'art. 7' },
      agreedCosts: { percent: '15', minimum: 40_00, clause: 'art. 8' },
    });
    expect(withLawTerms(agreed, lawTermsForm(agreed), true)).toEqual(agreed);
    expect(withLawTerms(debtor(), empty, true)).toEqual(debtor());
  });

  test.each<[Partial<LawTermsForm>, ReturnType<typeof lawTermsErrors>]>([
    [{}, {}],
    [{ percent: '1,5', clause: 'art. 7' }, {}],
    [{ percent: '1,5 %', clause: 'art. 7' }, {}],
    [{ percent: '1,5' }, { clause: 'clauseNeeded' }],
    [{ percent: '0', clause: 'a' }, { percent: 'percentWrong' }],
    [{ percent: '101', clause: 'a' }, { percent: 'percentWrong' }],
    [{ percent: 'anderhalf', clause: 'a' }, { percent: 'percentWrong' }],
    [{ costsPercent: '15', costsMinimum: '1.250,00', costsClause: 'art. 8' }, {}],
    [{ costsPercent: '15', costsMinimum: '40', costsClause: '' }, { costsClause: 'clauseNeeded' }],
    [{ costsPercent: '15', costsMinimum: '4,5', costsClause: 'a' }, { costsMinimum: 'amountWrong' }],
  ])('%j', (part, errors) => {
    expect(lawTermsErrors(typed(part), true)).toEqual(errors);
  });

  it('reads amounts and percentages as bookkeepers type them', () => {
    const form = typed({
      percent: '8,25',
      clause: ' art. 7 ',
      costsPercent: '10',
      costsMinimum: '€ 1.250,50',
      costsClause: 'b',
    });
    expect(withLawTerms(debtor(), form, true)).toMatchObject({
      agreedInterest: { percent: '8.25', per: 'year', compound: 'none', clause: 'art. 7' },
      agreedCosts: { percent: '10', minimum: 1_250_50, clause: 'b' },
    });
  });

  it('keeps agreed costs of a debtor with whom they mean nothing', () => {
    const agreedCosts = { percent: '15', minimum: 0, clause: 'a' };
    expect(withLawTerms(debtor({ kind: 'consumer', agreedCosts }), empty, false).agreedCosts).toEqual(agreedCosts);
  });

  test.each([
    ['business', 'NL', true],
    ['business', 'BE', true],
    ['business', 'none', false],
    ['consumer', 'NL', false],
    ['consumer', 'BE', true],
    ['public', 'NL', false],
    ['unknown', 'NL', false],
  ] as const)('costs may be agreed with %s under %s: %s', (kind, law, may) => {
    expect(mayAgreeCosts(kind, law)).toBe(may);
  });
});
