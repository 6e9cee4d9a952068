import { beforeAll, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';
import type { ItemPayment } from '#shared/domain/item-payments.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { creditor, invoiceLine, invoiceLines, letterPlan } from './letter-plans.ts';
import { placedTexts, plainText } from './pdf-text.ts';

let renderer: LetterRenderer;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});

async function pdfOf(given: Partial<LetterPlan>): Promise<Uint8Array> {
  const plan = letterPlan(given);
  return (await renderer.render({ plan, mode: 'issue', logo: null, pdfName: 'brief.pdf', copies: [] })).pdf;
}

const received = (date: string, amount: number, by: ItemPayment['by'] = 'money'): ItemPayment => ({ date, amount, by });
/** Every way money is known: by day, up to a day, taken back, let go, and a part without a day. */
const payments = [
  received('2026-09-01', 40_000),
  received('2026-09-30', 12_500, 'list'),
  received('2026-10-02', 25_000),
  received('2026-10-06', -25_000),
  received('2026-10-20', 150, 'let-go'),
];
const partlyPaid = invoiceLine(1, { total: 150_000, paid: 60_000, payments });
const debtor = (kind: DebtorKind) => ({ ...letterPlan().debtor, kind });
const languages: readonly LetterLanguage[] = ['nl', 'en', 'de', 'fr'];
const kinds: readonly LetterKind[] = [
  'pre-due-notice',
  'reminder',
  'second-reminder',
  'demand',
  'default-notice',
  'final-demand',
  'debit-reversal',
  'statement',
];

const said: Readonly<Record<LetterLanguage, string>> = {
  nl: 'Betaald: € 400,00 op 01-09-2026 € 125,00 verwerkt t/m 30-09-2026 € 250,00 op 02-10-2026 € 250,00 teruggeboekt op 06-10-2026 € 1,50 korting of verschil op 20-10-2026 € 73,50 zonder bekende datum',
  en: 'Paid: € 400.00 on 01-09-2026 € 125.00 processed up to 30-09-2026 € 250.00 on 02-10-2026 € 250.00 reversed on 06-10-2026 € 1.50 discount or difference on 20-10-2026 € 73.50 on an unknown date',
  de: 'Bezahlt: € 400,00 am 01-09-2026 € 125,00 verbucht bis 30-09-2026 € 250,00 am 02-10-2026 € 250,00 zurückgebucht am 06-10-2026 € 1,50 Skonto oder Differenz am 20-10-2026 € 73,50 ohne bekanntes Datum',
  fr: 'Payé : € 400,00 le 01-09-2026 € 125,00 comptabilisé au 30-09-2026 € 250,00 le 02-10-2026 € 250,00 annulé le 06-10-2026 € 1,50 escompte ou différence le 20-10-2026 € 73,50 à une date inconnue',
};

describe.each(languages)('what was paid of an item, in %s (criterion E2)', (language) => {
  it.each(kinds)('%s names every payment with its day, within the margins', async (kind) => {
    const { pages, texts } = await placedTexts(await pdfOf({ language, kind, items: [partlyPaid, invoiceLine(2)] }));
    expect(pages).toBe(1);
    const words = texts.map(({ text }) => text).join(' ');
    expect(words.replaceAll('·', '').replace(/[\u00a0\u202f\s]+/g, ' ')).toContain(said[language]);
    expect(texts.filter(({ left, right }) => left < 34.9 || right > 190.3)).toEqual([]);
  });

  it.each(['default-notice', 'final-demand'] as const)('%s stays one page that was one', async (kind) => {
    const items = [partlyPaid, invoiceLine(2), invoiceLine(3, { payments: [received('2026-10-12', 5_000)] })];
    const alsoOpen = [invoiceLine(7, { payments: [received('2026-10-01', 5_000)] })];
    expect((await placedTexts(await pdfOf({ language, kind, items, alsoOpen }))).pages).toBe(1);
  });

  it('stays a valid veertiendagenbrief: dates and amounts of payments ask for nothing', async () => {
    const items = [partlyPaid, invoiceLine(2)];
    const principal = items.reduce((sum, { claimed }) => sum + claimed, 0);
    const costs = collectionCosts({ principals: [principal], jurisdiction: 'NL', consumer: true });
    const text = await plainText(
      await pdfOf({
        ...{ kind: 'fourteen-day-letter', language, items, deadline: null, debtor: debtor('consumer') },
        charges: { jurisdiction: 'NL', interest: null, costs },
        amounts: { principal, interest: 0, costs: 0, costsAnnounced: costs.total, total: principal },
        costsDueFrom: '2026-12-10',
      }),
    );
    expect(text).toContain('06-10-2026');
  });
});

describe('what was delivered', () => {
  const long = `Levering en montage van ${'een keuken met toebehoren en werkblad, '.repeat(12)}${'X'.repeat(300)}`;
  it.each(['Tuinset met zes stoelen', long])(
    'stands under its item in two lines at most, within the margins',
    async (description) => {
      const items = [
        invoiceLine(1, { description, payments: [received('2026-09-01', 5_000)], paid: 5_000 }),
        invoiceLine(2),
      ];
      const { pages, texts } = await placedTexts(await pdfOf({ items }));
      expect(pages).toBe(1);
      const words = texts
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(words).toContain(description.slice(0, 60));
      expect(words).not.toContain('X'.repeat(60));
      expect(texts.filter(({ left, right }) => left < 34.9 || right > 190.3)).toEqual([]);
    },
  );
});

describe('payments of an item', () => {
  it('overlap nothing and stay with their item', async () => {
    const many = Array.from({ length: 24 }, (_, n) =>
      received(`2026-${String(1 + (n % 9)).padStart(2, '0')}-15`, 1_000),
    );
    const items = [invoiceLine(1, { total: 150_000, paid: 24_000, payments: many }), invoiceLine(2)];
    const { pages, texts } = await placedTexts(await pdfOf({ items, alsoOpen: [partlyPaid] }));
    expect(pages).toBe(1);
    expect(texts.filter(({ left, right }) => left < 34.9 || right > 190.3)).toEqual([]);
    const rows = new Map<string, typeof texts>();
    for (const text of texts) {
      const row = `${text.page}/${text.baseline.toFixed(1)}`;
      rows.set(row, [...(rows.get(row) ?? []), text]);
    }
    for (const row of rows.values()) {
      const placed = row.sort((one, other) => one.left - other.left);
      placed.forEach((text, at) => {
        const next = placed[at + 1];
        if (next) expect(text.right, `${text.text} | ${next.text}`).toBeLessThanOrEqual(next.left + 0.3);
      });
    }
  });

  it('do not break the totals of a long letter', async () => {
    const items = invoiceLines(40).map((line) =>
      line.paid === 0 ? line : { ...line, payments: [received('2026-10-01', 2_000), received('2026-10-12', 3_000)] },
    );
    const { pages, texts } = await placedTexts(await pdfOf({ kind: 'final-demand', items }));
    expect(pages).toBe(2);
    const last = texts.find(({ text }) => text === '20261040');
    expect(texts.find(({ text }) => text === 'Totaal')?.page).toBe(last?.page);
  });

  it('are not told where no day of any is known', async () => {
    const text = await plainText(await pdfOf({ creditor, items: [invoiceLine(3)] }));
    expect(text).not.toContain('Betaald:');
  });
});
