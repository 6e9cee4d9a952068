import { describe, expect, it } from 'vitest';
import { explainedStep } from '#shared/i18n/explained.ts';
import { lawProblemText } from '#shared/i18n/law-problem.ts';
import { nl } from '#shared/i18n/nl/index.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { belgianReminderTerm } from '#shared/law/belgian-reminder.ts';
import { collectionCosts, costsAfterTerm } from '#shared/law/costs.ts';
import { inDefaultFrom } from '#shared/law/default-date.ts';
import type { ExplanationStep } from '#shared/law/explanation.ts';
import { limitation } from '#shared/law/limitation.ts';
import { noticeTerm } from '#shared/law/notice-term.ts';
import { paymentTerm } from '#shared/law/payment-term.ts';
import { LawProblem, lawProblemCodes } from '#shared/law/problem.ts';
import { vatRelief } from '#shared/law/vat-relief.ts';
import { problemOf } from './law-examples.ts';

describe('what the law engine refuses', () => {
  it.each(['nl', 'en'] as const)('says what and what to do (%s)', (language) => {
    const { t } = createTranslator(language);
    for (const code of lawProblemCodes) {
      const said = lawProblemText(new LawProblem(code), t, language);
      expect(said).not.toContain('law.problem');
      expect(said.split(/[.:;] /).length, code).toBeGreaterThan(1);
    }
  });

  it.each([
    [
      () => noticeTerm({ sent: '2026-11-23', received: '2026-11-22' }),
      'De ontvangst op 22-11-2026 ligt vóór de verzending op 23-11-2026. Verbeter een van beide datums.',
    ],
    [
      () => vatRelief({ due: '2025-10-10', gross: 100, paid: 123_456, rate: 21, period: 'month' }),
      'Er is €\u00a01.234,56 betaald op een factuur van €\u00a01,00. Meer dan het factuurbedrag kan niet worden afgetrokken; verbeter een van beide bedragen.',
    ],
    [
      () => paymentTerm({ received: '2026-02-29' }),
      'De datum “2026-02-29” bestaat niet. Geef een datum als jaar-maand-dag, bijvoorbeeld 2026-11-20.',
    ],
    [
      () => collectionCosts({ principals: [10_000], jurisdiction: 'NL', vatPercent: 9 }),
      'Het btw-tarief “9” kan hier niet. Kies een tarief dat geldt: 21%.',
    ],
  ])('writes dates and amounts as a Dutch reader does: %#', (ask, said) => {
    expect(lawProblemText(problemOf(ask), createTranslator('nl').t, 'nl')).toBe(said);
  });
});

const nothingKnown = { dueDate: null, dueDerived: false, termAgreed: null, consumer: true, noticeDeadline: null };

/** Together these give every step there is about costs, terms, limitation, relief and default. */
const answers: readonly { readonly steps: readonly ExplanationStep[] }[] = [
  collectionCosts({ principals: [0], jurisdiction: 'NL' }),
  collectionCosts({ principals: [10_000, 10_000], jurisdiction: 'NL', vatPercent: 21 }),
  collectionCosts({ principals: [200_000_000], jurisdiction: 'NL' }),
  collectionCosts({ principals: [2_500], jurisdiction: 'NL', periodic: 3 }),
  collectionCosts({ principals: [26_667], jurisdiction: 'NL', periodic: 3 }),
  collectionCosts({ principals: [2_500], jurisdiction: 'NL', agreed: { percent: '15', minimum: 0 } }),
  collectionCosts({ principals: [60_000], jurisdiction: 'BE' }),
  collectionCosts({ principals: [60_000], jurisdiction: 'BE', consumer: false }),
  costsAfterTerm({ announced: 4_000, principals: [100_000] }),
  belgianReminderTerm('2026-12-08', 'post'),
  belgianReminderTerm('2026-12-08', 'email'),
  noticeTerm({ sent: '2026-12-08' }),
  noticeTerm({ sent: '2026-12-08', received: '2026-12-09' }),
  paymentTerm({ received: '2026-10-01' }),
  paymentTerm({ received: '2026-10-01', agreed: 90 }),
  paymentTerm({ received: '2026-10-01', agreed: 90, publicBody: true }),
  paymentTerm({ received: '2026-10-01', agreed: 90, largeDebtor: true }),
  limitation({ due: '2006-11-21', years: 20, interrupted: ['2010-01-01', '2024-01-01', '2035-01-01'] }),
  vatRelief({ due: '2025-09-30', gross: 100, paid: 0, rate: 9, period: 'quarter', receivedLater: 10 }),
  inDefaultFrom(nothingKnown),
  inDefaultFrom({ ...nothingKnown, dueDate: '2026-10-31' }),
  inDefaultFrom({ ...nothingKnown, dueDate: '2026-10-31', dueDerived: true }),
  inDefaultFrom({ ...nothingKnown, dueDate: '2026-10-31', termAgreed: true }),
  inDefaultFrom({ ...nothingKnown, dueDate: '2026-10-31', consumer: false }),
  inDefaultFrom({ ...nothingKnown, noticeDeadline: '2026-11-20' }),
];
const steps = answers.flatMap((answer) => answer.steps);

describe('explanations (criterion B3)', () => {
  it('these cases give every step the catalogue has words for', () => {
    const own = /^(costs|notice|term|limitation|relief|default|reminder)-/;
    const worded = Object.keys(nl.law.step).filter((key) => own.test(key));
    const given = new Set(steps.map(({ key }) => key));
    expect(new Set(worded.map((key) => key.replace(/_(one|other)$/, '')))).toEqual(given);
  });

  it.each(['nl', 'en'] as const)('every step has its words, its values and its ground (%s)', (language) => {
    const { t } = createTranslator(language);
    for (const step of steps) {
      const said = explainedStep(step, t, language);
      expect(said).not.toMatch(/law\.step|\{\{|undefined|\bNaN\b/);
      for (const value of Object.values(step.values)) {
        if ('date' in value) expect(said).toContain(value.date.split('-').toReversed().join('-'));
      }
      const needsGround = !['costs-base', 'costs-terms', 'costs-nothing-claimed'].includes(step.key);
      expect(step.article !== null || !needsGround, step.key).toBe(true);
    }
  });

  it.each([
    [{ principals: [52_550] }, ['Hoofdsom waarover de kosten worden berekend', '15% over de eerste €\u00a0525,50']],
    [
      { principals: [12_000, 9_550], vatPercent: 21 },
      [
        'Hoofdsommen van 2 vorderingen, bij elkaar opgeteld',
        '15% over de eerste €\u00a0215,50',
        'Verhoogd tot het minimum',
        '21% btw over €\u00a040,00, die de schuldeiser niet kan aftrekken',
      ],
    ],
  ])('reads as a sum: %#', (input, said) => {
    const { t } = createTranslator('nl');
    const charge = collectionCosts({ ...input, jurisdiction: 'NL' });
    expect(charge.steps.map((step) => explainedStep(step, t, 'nl'))).toEqual(said);
  });

  it.each([
    [limitation({ due: '2026-01-31', years: 1 }), 'verjaring na 1 jaar', 'time-barred after 1 year,'],
    [limitation({ due: '2026-01-31', years: 5 }), 'verjaring na 5 jaar', 'time-barred after 5 years,'],
    [paymentTerm({ received: '2026-10-01', agreed: 1 }), 'Overeengekomen: 1 dag na', 'Agreed: 1 day after'],
    [paymentTerm({ received: '2026-10-01', agreed: 14 }), 'Overeengekomen: 14 dagen na', 'Agreed: 14 days after'],
  ])('counts one and more: %#', ({ steps: [first] }, dutch, english) => {
    expect(first && explainedStep(first, createTranslator('nl').t, 'nl')).toContain(dutch);
    expect(first && explainedStep(first, createTranslator('en').t, 'en')).toContain(english);
  });
});
