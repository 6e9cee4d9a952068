import { describe, expect, it } from 'vitest';
import { letterWords, templateOf } from '#electron/letters/letter-words.ts';
import { lintTemplate, type TemplateProblem } from '#electron/letters/template-lint.ts';
import { invoiceLine, letterPlan } from '#test/golden/letter-plans.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import type { LetterTemplate } from '../../assets/letters/template.ts';

const languages = ['nl', 'en', 'de', 'fr'] as const;
const shipped = languages.flatMap((language) => [
  ...Object.entries(letterTexts[language].kinds).map(([kind, template]) => ({ language, kind, template })),
  { language, kind: 'plain', template: letterTexts[language].plain },
]);

describe('template linter (criterion E3)', () => {
  it.each(shipped)('$language $kind has nothing wrong', ({ language, kind, template }) => {
    expect(lintTemplate(template, { kind, language })).toEqual([]);
  });

  const good = letterTexts.nl.kinds.demand;
  const first = letterTexts.nl.kinds.reminder;
  const defects: [TemplateProblem, string, Partial<LetterTemplate>][] = [
    ['unknown-placeholder', 'demand', { opening: [{ text: 'Beste {voornaam},' }] }],
    ['missing-deadline', 'demand', { request: [{ text: 'Betaal {total}.' }] }],
    ['missing-deadline', 'demand', { request: [{ when: ['business'], text: 'Betaal uiterlijk {deadline}.' }] }],
    ['missing-consequence', 'demand', { consequence: [] }],
    ['missing-consequence', 'final-demand', { consequence: [{ when: ['business'], text: 'Anders volgt incasso.' }] }],
    ['ordinal-in-first-step', 'reminder', { heading: 'Eerste herinnering' }],
    ['amount-in-subject', 'reminder', { subject: { one: 'Nog {total} open', several: 'Nog open' } }],
    ['consumer-costs', 'demand', { consequence: [{ text: 'U betaalt dan ook incassokosten.' }] }],
  ];
  it.each(defects)('finds %s in a %s', (problem, kind, change) => {
    const template = { ...(kind === 'reminder' ? first : good), ...change };
    expect(lintTemplate(template, { kind, language: 'nl' })).toContain(problem);
  });

  it('finds a condition nobody sets', () => {
    const broken = { ...good, opening: [{ when: ['weekend'], text: 'Fijn weekend.' }] } as unknown as LetterTemplate;
    expect(lintTemplate(broken, { kind: 'demand', language: 'nl' })).toContain('unknown-condition');
  });
});

describe('words of a letter', () => {
  it('an unknown debtor is written to as a consumer (criterion C1)', () => {
    const debtor = { ...letterPlan().debtor, kind: 'unknown' as const };
    const words = letterWords(letterPlan({ kind: 'demand', debtor }));
    expect(words.audience).toBe('consumer');
    expect(words.consequence.join(' ')).not.toMatch(/kosten|rente/);
  });

  it('a business demand announces commercial interest and collection costs, without amounts', () => {
    const [text] = letterWords(letterPlan({ kind: 'demand' })).consequence;
    expect(text).toContain('wettelijke handelsrente (artikel 6:119a BW)');
    expect(text).not.toMatch(/€/);
  });

  it('a consumer aanmaning is also a notice of default, unless the term was agreed (criterion D1)', () => {
    const debtor = { ...letterPlan().debtor, kind: 'consumer' as const };
    for (const language of languages) {
      const open = letterWords(letterPlan({ kind: 'demand', language, debtor })).consequence[0] ?? '';
      const agreed =
        letterWords(letterPlan({ kind: 'demand', language, debtor, termAgreed: true })).consequence[0] ?? '';
      expect(open).toMatch(/ingebrekestelling|notice of default|Inverzugsetzung|mise en demeure/);
      expect(agreed).not.toBe('');
      expect(open.startsWith(`${agreed} `)).toBe(true);
    }
  });

  it('quotes no Dutch article to a debtor abroad', () => {
    const debtor = { ...letterPlan().debtor, address: { street: 'A 1', postalCode: '1', city: 'B', country: 'DE' } };
    for (const language of languages) {
      expect(letterWords(letterPlan({ kind: 'demand', language, debtor })).consequence.join(' ')).not.toContain('6:');
    }
  });

  it('counts the days of the term and writes the deadline with its weekday', () => {
    const words = letterWords(letterPlan({ kind: 'demand', date: '2026-11-20', deadline: '2026-12-04' }));
    expect(words.request.join(' ')).toContain('binnen 14 dagen');
    expect(words.deadline).toBe('vrijdag 4 december 2026');
  });

  it('names the invoice when there is one, their number when there are more', () => {
    expect(letterWords(letterPlan({ items: [invoiceLine(1)] })).subject).toContain('factuur 20261001');
    expect(letterWords(letterPlan()).subject).toContain('3 facturen');
  });

  it('a letter that asks a deadline is not made without one', () => {
    expect(() => letterWords(letterPlan({ kind: 'demand', deadline: null }))).toThrow('render-failed');
  });

  it.each(['fourteen-day-letter', 'limitation-notice', 'insolvency-claim', 'handover-notice'] as const)(
    'has no plain wording for a %s',
    (kind) => expect(() => templateOf('nl', kind)).toThrow('not-supported'),
  );
});
