import { beforeAll, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { letterPlanSchema } from '#shared/domain/letters/schema.ts';
import { formatMoney, sumOf } from '#shared/money/cents.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import {
  agreedFinalDemand,
  belgianBusinessFinalDemand,
  belgianConsumerFinalDemand,
  belgianConsumerReminder,
  businessDemand,
  businessFinalDemand,
  consumerFinalDemand,
  longFinalDemand,
  vatUpliftFinalDemand,
} from './charged-plans.ts';
import { letterPlan } from './letter-plans.ts';
import { type PlacedText, placedTexts } from './pdf-text.ts';

let renderer: LetterRenderer;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});

async function rendered(plan: LetterPlan) {
  const made = await renderer.render({ plan, mode: 'issue', logo: null, pdfName: 'brief.pdf', copies: [] });
  const { pages, texts } = await placedTexts(made.pdf);
  return { pages, texts, lines: printedLines(texts), mail: made.mail?.text ?? '' };
}

/** One printed line: its pieces from left to right, no-break spaces as plain ones. */
interface PrintedLine {
  readonly page: number;
  readonly pieces: readonly string[];
  readonly right: number;
}

function printedLines(texts: readonly PlacedText[]): readonly PrintedLine[] {
  const byPlace = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const place = `${text.page} ${text.baseline.toFixed(1)}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), text]);
  }
  return [...byPlace.values()].map((pieces) => {
    const ordered = [...pieces].sort((a, b) => a.left - b.left);
    return {
      page: ordered[0]?.page ?? 0,
      pieces: ordered.map(({ text }) => plain(text)),
      right: Math.max(...ordered.map(({ right }) => right)),
    };
  });
}

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').trim();
}

/** Cents of a printed amount in any of the four languages. */
function cents(text: string): number {
  const digits = Number(text.replace(/[^\d]/g, ''));
  return text.includes('-') ? -digits : digits;
}

const day = /^\d{2}-\d{2}-\d{4}$/;
const amount = /^-?[\d., \u202f]+[.,]\d{2}$/;

interface PrintedInterest {
  readonly base: number;
  /** Ten-thousandths of a percent. */
  readonly percent: number;
  readonly days: number;
  readonly denominator: number;
  readonly interest: number;
}

/** The interest lines as a reader finds them: two dates, days, base, percentage, amount. */
function interestLines(lines: readonly PrintedLine[]): readonly PrintedInterest[] {
  return lines.flatMap(({ pieces }) => {
    const [from = '', until = '', days = '', base = '', percent = '', interest = ''] = pieces;
    if (pieces.length !== 6 || !day.test(from) || !day.test(until) || !percent.includes('%')) return [];
    const [counted = '', divisor = '365'] = days.split('/');
    return [
      {
        base: cents(base),
        percent: Number(percent.replace(',', '.').replace(/[^\d.]/g, '')) * 10_000,
        days: Number(counted),
        denominator: Number(divisor),
        interest: cents(interest),
      },
    ];
  });
}

/** Half-up, in whole numbers, as a reader with pencil and paper would. */
function onPaper({ base, percent, days, denominator }: PrintedInterest): number {
  const divisor = 1_000_000n * BigInt(denominator);
  const product = BigInt(base) * BigInt(Math.round(percent)) * BigInt(days);
  return Number((2n * product + divisor) / (2n * divisor));
}

const languages: LetterLanguage[] = ['nl', 'en', 'de', 'fr'];
const charged: [string, (language: LetterLanguage) => LetterPlan][] = [
  ['business final demand, two rate changes and a part payment', businessFinalDemand],
  ['business final demand by the length of the interest year', (language) => businessFinalDemand(language, 'actual')],
  ['business demand, announced', businessDemand],
  ['consumer final demand after a lapsed veertiendagenbrief', consumerFinalDemand],
  ['consumer final demand with VAT on the costs', vatUpliftFinalDemand],
  ['Belgian business', belgianBusinessFinalDemand],
  ['Belgian consumer with a clause', belgianConsumerFinalDemand],
  ['agreed interest and costs', agreedFinalDemand],
];

describe.each(languages)('the specification in %s', (language) => {
  it.each(charged)('%s adds up on paper', async (_, make) => {
    const plan = make(language);
    expect(letterPlanSchema.safeParse(plan).error).toBeUndefined();
    const { texts, lines } = await rendered(plan);
    const interest = plan.charges?.interest;
    const costs = plan.charges?.costs;
    const annex = lines.filter(({ page }) => page > firstSpecificationPage(texts) - 1);

    const printed = interestLines(annex);
    expect(printed).toHaveLength(sumOf(interest?.items ?? [], (item) => item.lines.length));
    for (const line of printed) expect(onPaper(line)).toBe(line.interest);
    expect(sumOf(printed, (line) => line.interest)).toBe(interest?.total ?? 0);

    const amounts = annex.filter(({ pieces }) => amount.test(pieces.at(-1) ?? '')).map(({ pieces }) => pieces);
    const ending = (value: number) => amounts.filter((pieces) => cents(pieces.at(-1) ?? '') === value).length;
    for (const item of interest?.items ?? []) expect(ending(item.total)).toBeGreaterThan(0);
    if (interest) expect(ending(interest.perDay)).toBeGreaterThan(0);
    if (costs && costs.total > 0) expect(ending(costs.total)).toBeGreaterThan(0);
    if (plan.amounts.total > plan.amounts.principal) {
      expect(amountsAbove(annex, plan)).toEqual(partsOf(plan));
    }
    expect(texts.filter(({ left, right }) => left < 34.9 || right > 190.3)).toEqual([]);
    expect(lines.flatMap(({ pieces }) => pieces).join(' ')).not.toMatch(/[{}]|undefined|null|NaN/);
  });
});

function firstSpecificationPage(texts: readonly PlacedText[]): number {
  const titles: readonly string[] = languages.map((language) => letterTexts[language].specification.title);
  return texts.find(({ text }) => titles.includes(plain(text)))?.page ?? Number.POSITIVE_INFINITY;
}

/** What the letter is made of, as it should stand above the total of the specification. */
function partsOf({ amounts, charges }: LetterPlan): readonly number[] {
  const { interest = null, costs = null } = charges ?? {};
  return [
    amounts.principal,
    ...(interest && amounts.interest > 0 ? [interest.total] : []),
    ...(costs && amounts.costs > 0 ? [costs.costs, ...(costs.vat > 0 ? [costs.vat] : [])] : []),
  ];
}

/** The amounts printed above the total of the specification. */
function amountsAbove(annex: readonly PrintedLine[], plan: LetterPlan): readonly number[] {
  const total = plain(formatMoney(plan.amounts.total, 'EUR', plan.language));
  const sums = annex.map(({ pieces }) => pieces.at(-1) ?? '').filter((last) => last === total || amount.test(last));
  const at = sums.indexOf(total);
  expect(at).toBeGreaterThan(0);
  const parts = sums.slice(at - partsOf(plan).length, at).map(cents);
  expect(sumOf(parts, (part) => part)).toBe(plan.amounts.total);
  return parts;
}

describe('the letter with charges', () => {
  it('shows principal, interest, costs and VAT as lines with their ground, and one amount to pay', async () => {
    const { lines } = await rendered(vatUpliftFinalDemand());
    const first = lines.filter(({ page }) => page === 1).map(({ pieces }) => pieces.join(' | '));
    expect(first).toContain('Hoofdsom | 525,50');
    expect(first).toContain('Wettelijke rente t/m 20-11-2026 (artikel 6:119 BW) | 5,27');
    expect(first).toContain('Buitengerechtelijke incassokosten (artikel 6:96 BW) | 78,83');
    expect(first).toContain('Btw 21% over de incassokosten | 16,55');
    expect(first).toContain('Totaal | € 626,15');
  });

  it('says of VAT on the costs that it cannot be recovered (art. 2 lid 3 Besluit BIK), in letter, mail and specification', async () => {
    const { lines, mail } = await rendered(vatUpliftFinalDemand());
    const text = lines.map(({ pieces }) => pieces.join(' ')).join(' ');
    expect(text.match(/lid 3 Besluit/g)?.length).toBeGreaterThanOrEqual(2);
    expect(mail).toMatch(/wij verklaren dat wij die btw niet kunnen verrekenen/);
    expect(mail).toContain('Btw 21% over de incassokosten: € 16,55');
  });

  it('announces exact amounts and asks the principal only', async () => {
    const plan = businessDemand();
    const { lines, mail } = await rendered(plan);
    const text = lines
      .filter(({ page }) => page === 1)
      .map(({ pieces }) => pieces.join(' '))
      .join(' ');
    expect(text).toContain('buitengerechtelijke incassokosten van € 676,23');
    expect(text).toMatch(/is dat € 824,04, daarna € 1,84 per dag/);
    expect(text).not.toContain('7.524,77');
    expect(mail).toContain('€ 676,23');
    expect(mail).not.toContain('Hoofdsom:');
  });

  it('cites Belgian law to a Belgian debtor and Dutch articles nowhere', async () => {
    for (const language of languages) {
      for (const make of [belgianBusinessFinalDemand, belgianConsumerFinalDemand]) {
        const { lines, mail } = await rendered(make(language));
        const text = `${lines.map(({ pieces }) => pieces.join(' ')).join(' ')} ${mail}`;
        expect(text).not.toMatch(/6:119|6:96|6:44|Besluit/);
        expect(text).toMatch(
          make === belgianBusinessFinalDemand ? /2 (augustus|August|août) 2002|2\. August 2002/ : /XIX/,
        );
      }
    }
  });

  it('is free as the first reminder to a Belgian consumer, and says what the clause will ask', async () => {
    const free = { nl: 'geen kosten verbonden', en: 'free of charge', de: 'kostenlos', fr: 'sans frais' };
    for (const language of languages) {
      const plan = belgianConsumerReminder(language);
      const { lines, mail, pages } = await rendered(plan);
      const text = lines.map(({ pieces }) => pieces.join(' ')).join(' ');
      const announced = plain(formatMoney(plan.amounts.costsAnnounced, 'EUR', language));
      expect(plan.amounts.total).toBe(plan.amounts.principal);
      for (const said of [free[language], announced, 'artikel 8 van onze voorwaarden']) {
        expect(text).toContain(said);
        expect(plain(mail)).toContain(said);
      }
      expect(pages).toBe(1);
    }
  });

  it('names the clause agreed interest and costs rest on', async () => {
    const { lines } = await rendered(agreedFinalDemand());
    const first = lines.filter(({ page }) => page === 1).map(({ pieces }) => pieces[0]);
    expect(first).toContain('Overeengekomen rente t/m 20-11-2026 (artikel 9 van onze algemene voorwaarden)');
    expect(first).toContain('Overeengekomen incassokosten (artikel 9 van onze algemene voorwaarden)');
  });

  it('stands on one page with its specification on the next', async () => {
    for (const make of [businessFinalDemand, businessDemand, consumerFinalDemand, belgianBusinessFinalDemand]) {
      const { pages, texts } = await rendered(make());
      expect(pages).toBe(2);
      expect(texts.filter(({ text }) => /^Pagina \d van 2$/.test(text))).toHaveLength(2);
    }
  });
});

describe('a specification of 40 items with up to seven lines', () => {
  it('repeats its column heads, keeps items whole and adds up', async () => {
    const plan = longFinalDemand(40);
    const { pages, texts, lines } = await rendered(plan);
    const start = firstSpecificationPage(texts);
    const annex = lines.filter(({ page }) => page >= start);
    const withLines = new Set(
      annex.filter(({ pieces }) => pieces.length === 6 && day.test(pieces[0] ?? '')).map(({ page }) => page),
    );
    const withHeads = annex.filter(({ pieces }) => pieces[2] === 'Dagen').map(({ page }) => page);
    expect(withHeads).toEqual([...withLines]);
    for (const item of plan.charges?.interest?.items ?? []) {
      const title = annex.find(({ pieces }) => pieces[0]?.startsWith(`Factuur ${item.number},`));
      const sum = annex.find(({ pieces }) => pieces[0] === `Rente over ${item.number}`);
      expect(sum?.page ?? title?.page).toBe(title?.page);
    }
    expect(sumOf(interestLines(annex), (line) => line.interest)).toBe(plan.charges?.interest?.total);
    expect(pages).toBeLessThan(13);
  });
});

describe('what a letter may not claim', () => {
  const good = businessFinalDemand();
  const { interest, costs } = good.charges ?? { interest: null, costs: null };
  const bad: [string, LetterPlan][] = [
    ['interest without its calculation', { ...good, charges: { jurisdiction: 'NL', interest: null, costs } }],
    ['costs without their calculation', { ...good, charges: { jurisdiction: 'NL', interest, costs: null } }],
    ['interest other than calculated', { ...good, amounts: { ...good.amounts, interest: good.amounts.interest + 1 } }],
    ['costs other than calculated', { ...good, amounts: { ...good.amounts, costs: 4_000 } }],
    [
      'anything but principal outside Dutch and Belgian law',
      { ...good, charges: { jurisdiction: 'none', interest, costs } },
    ],
    ['anything but principal in another currency', { ...good, currency: 'USD' }],
    ['agreed interest without its clause', withoutClause()],
  ];
  it.each(bad)('%s', async (_, plan) => {
    await expect(rendered(plan)).rejects.toThrow('render-failed');
  });

  function withoutClause(): LetterPlan {
    const { charges, ...rest } = agreedFinalDemand();
    return {
      ...rest,
      charges: { jurisdiction: 'NL', interest: charges?.interest ?? null, costs: charges?.costs ?? null },
    };
  }

  it('what the creditor gave up is neither claimed nor announced', async () => {
    const waived = { jurisdiction: 'NL', interest: null, costs: null, waived: ['interest', 'costs'] } as const;
    for (const kind of ['demand', 'default-notice', 'final-demand'] as const) {
      const { lines } = await rendered(letterPlan({ kind, charges: waived }));
      expect(lines.map(({ pieces }) => pieces.join(' ')).join(' ')).not.toMatch(/rente|kosten|6:/);
    }
  });
});
