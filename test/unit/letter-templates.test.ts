import { describe, expect, it } from 'vitest';
import { letterWords, templateOf } from '#electron/letters/letter-words.ts';
import { lintTemplate, type TemplateProblem } from '#electron/letters/template-lint.ts';
import { invoiceLine, letterPlan } from '#test/golden/letter-plans.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import type { ChargeTexts, LetterTemplate } from '../../assets/letters/template.ts';

const languages = ['nl', 'en', 'de', 'fr'] as const;
const shipped = languages.flatMap((language) => [
  ...Object.entries(letterTexts[language].kinds).map(([kind, template]) => ({ language, kind, template })),
  { language, kind: 'plain', template: letterTexts[language].plain },
]);

describe('template linter (criterion E3)', () => {
  it.each(shipped)('$language $kind has nothing wrong', ({ language, kind, template }) => {
    expect(lintTemplate(template, { kind, language })).toEqual([]);
  });

  it.each(languages)('a laatste sommatie in %s names no letter a shorter policy leaves out', (language) => {
    const said = letterTexts[language].kinds['final-demand'].opening.map(({ text }) => text).join(' ');
    expect(said).not.toMatch(/aangemaand|herinnerd|remind|demanded|gemahnt|erinnert|rappel|demande de paiement/iu);
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

  const { charges } = letterTexts.nl;
  const without = (name: string, list: 'charged' | 'announced') => ({
    ...charges,
    [list]: charges[list].map((paragraph) => ({ ...paragraph, text: paragraph.text.replace(`{${name}}`, '') })),
  });
  const unlawful: [TemplateProblem, string, ChargeTexts][] = [
    ['charge-without-ground', 'a charge without its article', without('interestArticle', 'charged')],
    ['charge-without-ground', 'announced costs without their article', without('costsArticle', 'announced')],
    ['charge-without-amount', 'announced costs without their amount', without('costs', 'announced')],
    ['charge-without-amount', 'interest without its amount per day', without('perDay', 'announced')],
    ['vat-without-declaration', 'VAT without its amount', without('costsVat', 'charged')],
    [
      'vat-without-declaration',
      'VAT without the declaration',
      { ...charges, charged: charges.charged.filter(({ when }) => !when?.includes('vat')) },
    ],
    [
      'charge-not-made',
      'costs named in every letter',
      { ...charges, charged: [...charges.charged, { text: 'De kosten zijn {costs}.' }] },
    ],
    [
      'wrong-law',
      'a Dutch article in every letter',
      { ...charges, announced: [{ text: 'Artikel 6:119a BW is van toepassing.' }, ...charges.announced] },
    ],
  ];
  it.each(unlawful)('finds %s: %s', (problem, _, changed) => {
    expect(lintTemplate(good, { kind: 'demand', language: 'nl', charges: changed })).toContain(problem);
  });

  it('finds the law named to a debtor it does not hold for', () => {
    const template = { ...good, consequence: [{ text: 'Wij vorderen dan wat de wet toekent.' }] };
    expect(lintTemplate(template, { kind: 'demand', language: 'nl' })).toContain('wrong-law');
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
    expect(text).toContain('wettelijke handelsrente (artikel\u00a06:119a\u00a0BW)');
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

  it.each(['demand', 'default-notice', 'final-demand'] as const)('a %s claims nothing by law abroad', (kind) => {
    const address = { street: 'A 1', postalCode: '1', city: 'B', country: 'DE' };
    for (const language of languages) {
      for (const debtorKind of ['business', 'consumer', 'public'] as const) {
        const debtor = { ...letterPlan().debtor, kind: debtorKind, address };
        const text = letterWords(letterPlan({ kind, language, debtor })).consequence.join(' ');
        expect(text).not.toMatch(/6:|XIX|2002|\b(de wet|the law|gesetzlich|la loi)\b/);
      }
    }
  });

  it('the reminder to a Belgian consumer says that it is free', () => {
    const address = { street: 'Keizerslei 1', postalCode: '2000', city: 'Antwerpen', country: 'BE' };
    const request = (kind: 'consumer' | 'business') =>
      letterWords(letterPlan({ debtor: { ...letterPlan().debtor, kind, address } })).request.join(' ');
    expect(request('consumer')).toContain('Aan deze herinnering zijn geen kosten verbonden.');
    expect(request('business')).not.toContain('kosten');
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

  it.each(['limitation-notice', 'insolvency-claim', 'handover-notice'] as const)(
    'has no plain wording for a %s',
    (kind) => expect(() => templateOf('nl', kind)).toThrow('not-supported'),
  );
});
