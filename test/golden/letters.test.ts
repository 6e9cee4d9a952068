import { beforeAll, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { chargedPlan } from './charged-plans.ts';
import { creditor, invoiceLine, invoiceLines, letterPlan, logoPng } from './letter-plans.ts';
import { placedTexts, plainText } from './pdf-text.ts';

let renderer: LetterRenderer;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});

async function pdfOf(given: Partial<LetterPlan> = {}, logo: Uint8Array | null = null): Promise<Uint8Array> {
  const plan = letterPlan(given);
  return (await renderer.render({ plan, mode: 'issue', logo, pdfName: 'brief.pdf', copies: [] })).pdf;
}

const debtor = letterPlan().debtor;
const longName = 'Coöperatieve Vereniging van Eigenaren Appartementencomplex De Zilveren Reiger u.a.';

describe('the address in the envelope window (law.md §12)', () => {
  const cases: [string, Partial<LetterPlan>, { left: number; lines: number }][] = [
    ['left', {}, { left: 35, lines: 4 }],
    [
      'right',
      { creditor: { ...creditor, window: { side: 'right', offsetXMm: 0, offsetYMm: 0 } } },
      { left: 105, lines: 4 },
    ],
    [
      'left with offsets',
      { creditor: { ...creditor, window: { side: 'left', offsetXMm: -3, offsetYMm: 4 } } },
      { left: 32, lines: 4 },
    ],
    ['long name', { debtor: { ...debtor, name: longName } }, { left: 35, lines: 5 }],
    [
      'registered, abroad, with attention',
      {
        channels: ['registered'],
        debtor: {
          ...debtor,
          name: longName,
          address: { street: 'Friedrichstraße 12', postalCode: '10117', city: 'Berlin', country: 'DE' },
        },
      },
      { left: 35, lines: 6 },
    ],
  ];
  it.each(cases)('%s', async (_, given, { left, lines }) => {
    const { texts } = await placedTexts(await pdfOf(given));
    const top = 50 + (given.creditor?.window.offsetYMm ?? 0);
    const inside = texts.filter(
      ({ page, baseline, left: x }) => page === 1 && baseline > top && baseline < top + 30 && Math.abs(x - left) < 0.2,
    );
    const rows = new Set(inside.map(({ baseline }) => baseline.toFixed(1)));
    expect(rows.size).toBeGreaterThan(2);
    expect(rows.size).toBeLessThanOrEqual(lines);
    for (const { right, baseline } of inside) {
      expect(right).toBeLessThanOrEqual(left + 70);
      expect(baseline).toBeLessThanOrEqual(top + 29);
    }
    const place = given.debtor?.address?.country === 'DE' ? '10117 BERLIN' : '3111 CD SCHIEDAM';
    expect(inside.map(({ text }) => text.replaceAll('\u00a0', ' '))).toContain(place);
  });

  it('names the country only abroad, in capitals', async () => {
    expect(await plainText(await pdfOf())).not.toContain('NEDERLAND');
    const abroad = {
      ...debtor,
      address: { street: 'Kerkstraat 1', postalCode: '2000', city: 'Antwerpen', country: 'BE' },
    };
    expect(await plainText(await pdfOf({ debtor: abroad }))).toContain('2000 ANTWERPEN BELGIË');
  });

  it('keeps the body below 98 mm', async () => {
    const { texts } = await placedTexts(await pdfOf());
    const heading = texts.find(({ text }) => text === 'Betalingsherinnering');
    expect(heading?.baseline).toBeGreaterThan(98);
    expect(texts.filter(({ baseline }) => baseline > 80 && baseline < 98)).toEqual([]);
  });
});

describe('amounts', () => {
  it('stand right-aligned in columns, with the total under what it adds up', async () => {
    const items = [
      invoiceLine(1, { total: 5, paid: 0 }),
      invoiceLine(2, { total: 123_456_789 }),
      invoiceLine(3, { total: 99_900 }),
    ];
    const plan = letterPlan({ items });
    const { texts } = await placedTexts(await pdfOf({ items }));
    const open = texts.filter(({ text }) => items.some((item) => text === formatMoney(item.claimed).slice(2)));
    const rights = open.map(({ right }) => right).sort((a, b) => b - a);
    const edge = rights[0] ?? 0;
    expect(edge).toBeCloseTo(190, 0);
    expect(rights.filter((right) => Math.abs(right - edge) < 0.15)).toHaveLength(3);
    const total = texts.filter(
      ({ text }) => text.replaceAll('\u00a0', ' ') === formatMoney(plan.amounts.total).replaceAll('\u00a0', ' '),
    );
    expect(total.some(({ right }) => Math.abs(right - edge) < 0.15)).toBe(true);
  });

  it('show credits negative, interest and costs only when there are any, and what is not claimed now', async () => {
    const credit = invoiceLine(7, { kind: 'credit', number: 'CN-7', total: -10_000, paid: 0, dueDate: null });
    const items = [invoiceLine(1, { total: 50_000, paid: 0, claimed: 30_000 })];
    const costs = collectionCosts({ principals: [20_000], jurisdiction: 'NL', consumer: false });
    const plan = chargedPlan(
      { jurisdiction: 'NL', interest: null, costs },
      { items, credits: [credit], alsoOpen: [invoiceLine(9, { total: 7_777 })] },
    );
    const text = await plainText(await pdfOf(plan));
    for (const part of [
      'Creditnota CN-7',
      '-100,00',
      'Hoofdsom 200,00',
      'incassokosten (artikel 6:96 BW) 40,00',
      '€ 240,00',
      'Ook nog open, nu niet gevorderd',
      '77,77',
      'Te betalen',
    ]) {
      expect(text).toContain(part);
    }
    expect(await plainText(await pdfOf())).not.toMatch(/Hoofdsom|rente|kosten|niet gevorderd/);
  });

  it('mark a derived due date and explain it', async () => {
    const text = await plainText(await pdfOf({ items: [invoiceLine(1, { dueDerived: true })] }));
    expect(text).toContain('04-09-2026*');
    expect(text).toContain('* Vervaldatum berekend');
  });
});

describe('extremes', () => {
  it('stay within the margins: long numbers, references, names and amounts', async () => {
    const items = [
      invoiceLine(1, { yourReference: 'A-1', claimed: 100 }),
      invoiceLine(2, { number: 'VERKOOPFACTUUR-2026-000001234-ABCDEFGHIJKLMNOP', total: 99_999_999_999 }),
    ];
    const long = { ...creditor, name: 'Vereniging tot Behoud van de Historische Binnenstad en Havens van Rotterdam' };
    const paymentReference = 'VERKOOPFACTUUR2026000001234ABCDEFGHIJKLMNOPQRSTUVWXYZ01234567890123456789';
    const { pages, texts } = await placedTexts(await pdfOf({ items, creditor: long, paymentReference }));
    expect(pages).toBe(1);
    expect(texts.filter(({ left, right }) => left < 34.9 || right > 190.3)).toEqual([]);
  });

  it.each([16, 17, 18, 19])('%i items: the heading of what is also open stands with its rows', async (count) => {
    const alsoOpen = Array.from({ length: 30 }, (_, n) => invoiceLine(n + 40));
    const { texts } = await placedTexts(await pdfOf({ kind: 'final-demand', items: invoiceLines(count), alsoOpen }));
    const pageOf = (part: string) => texts.find(({ text }) => text === part)?.page;
    expect(pageOf('Ook nog open, nu niet gevorderd')).toBe(pageOf('20261040'));
  });

  it('a letter without items to pay has a total and no payment panel', async () => {
    const credit = invoiceLine(1, { kind: 'credit', total: -5_000, paid: 0, dueDate: null });
    const text = await plainText(await pdfOf({ kind: 'statement', deadline: null, items: [credit] }));
    expect(text).toContain('-50,00');
    expect(text).not.toContain('Ten name van');
  });
});

describe('long letters', () => {
  it('60 items: two pages, heads repeated, the total with its last rows', async () => {
    const { pages, texts } = await placedTexts(
      await pdfOf({ kind: 'final-demand', items: invoiceLines(60) }, logoPng()),
    );
    expect(pages).toBe(2);
    expect(texts.filter(({ text }) => text === 'Vervaldatum').map(({ page }) => page)).toEqual([1, 2]);
    const last = texts.find(({ text }) => text === '20261060');
    expect(texts.find(({ text }) => text === 'Totaal')?.page).toBe(last?.page);
    expect(texts.filter(({ text }) => /^Pagina \d van 2$/.test(text))).toHaveLength(2);
    expect(texts.filter(({ text }) => /^2026\d{4}$/.test(text))).toHaveLength(60);
  });

  it.each([24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35])(
    '%i items: the total never stands alone on a page',
    async (count) => {
      const { texts } = await placedTexts(await pdfOf({ kind: 'demand', items: invoiceLines(count) }));
      const total = texts.find(({ text }) => text === 'Totaal');
      const rowsThere = texts.filter(({ page, text }) => page === total?.page && /^2026\d{4}$/.test(text));
      expect(rowsThere.length).toBeGreaterThanOrEqual(3);
      const headPages = texts.filter(({ text }) => text === 'Vervaldatum').map(({ page }) => page);
      const rowPages = new Set(texts.filter(({ text }) => /^2026\d{4}$/.test(text)).map(({ page }) => page));
      expect(headPages).toEqual([...rowPages]);
    },
  );
});

const kinds: LetterKind[] = ['reminder', 'second-reminder', 'demand', 'default-notice', 'final-demand', 'statement'];
const languages: LetterLanguage[] = ['nl', 'en', 'de', 'fr'];

describe.each(languages)('in %s', (language) => {
  it.each(kinds)('%s says all that criterion E2 asks', async (kind) => {
    const items = [invoiceLine(1, { yourReference: 'PO-4500' }), invoiceLine(3, { yourReference: 'PO-4500' })];
    const plan = letterPlan({ language, kind, items });
    const text = await plainText(await pdfOf({ language, kind, items }));
    const total = formatMoney(plan.amounts.total, 'EUR', language).replace(/[\u00a0\u202f]/g, ' ');
    for (const part of [
      'Groothandel Noordkade',
      '24123456',
      'NL812345678B01',
      'NL91 ABNA 0417 1643 00',
      '10042-20261120',
      'PO-4500',
      '10042',
      '20261001',
      '05-08-2026',
      '04-09-2026',
      '50,00',
      total,
      '19-11-2026',
      'Rotterdam',
      'debiteuren@noordkade.example',
    ]) {
      expect(text).toContain(part === '50,00' && language === 'en' ? '50.00' : part);
    }
    expect(text).toMatch(/27\.? (november|November|novembre) 2026/);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  it('a consumer demand claims and announces no costs', async () => {
    const text = await plainText(await pdfOf({ language, kind: 'demand', debtor: { ...debtor, kind: 'consumer' } }));
    expect(text).not.toMatch(/6:96|6:119|incassokosten|collection costs|Inkassokosten|frais de recouvrement/i);
  });
});

describe('previews and other scripts', () => {
  it('a preview is stamped, a letter is not', async () => {
    const plan = letterPlan();
    const preview = await renderer.render({ plan, mode: 'preview', logo: null, pdfName: 'brief.pdf', copies: [] });
    expect(preview.eml).toBeNull();
    const stamped = Buffer.from(preview.pdf).length - (await pdfOf()).length;
    expect(stamped).toBeGreaterThan(100);
  });

  it('a Greek name is printed, a letter no font has is reported', async () => {
    const greek = { ...debtor, name: 'Ελένη Παπαδοπούλου' };
    expect(await plainText(await pdfOf({ debtor: greek }))).toContain('Ελένη Παπαδοπούλου');
    const plan = letterPlan({ debtor: { ...debtor, name: '山田商事 B.V.' } });
    const rendered = await renderer.render({ plan, mode: 'preview', logo: null, pdfName: 'b.pdf', copies: [] });
    expect(rendered.missingGlyphs).toEqual(['山', '田', '商', '事']);
  });

  it('refuses a kind whose words are not there yet', async () => {
    await expect(pdfOf({ kind: 'limitation-notice', deadline: null })).rejects.toThrow('not-supported');
  });
});
