import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPdf } from '#electron/dossier/index-pdf.ts';
import { loadFonts } from '#electron/letters/fonts.ts';
import type { Books } from '#shared/domain/books.ts';
import { type Claim, claimOf } from '#shared/dossier/claim.ts';
import { createTranslator, type UiLanguage } from '#shared/i18n/translate.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { formatMoney, sumOf } from '#shared/money/cents.ts';
import { type PlacedText, placedTexts } from '#test/golden/pdf-text.ts';
import { administration, booksWith, invoice, pay } from './dunning-books.ts';

const fonts = loadFonts(resolve('assets'));
const today = '2026-11-20';

function claimIn(books: Books): Claim {
  const ledger = books.ledgers.get(1);
  const debtor = ledger?.debtor?.debtor;
  if (!ledger || !debtor) throw new Error('no debtor');
  return claimOf(ledger, debtor, administration, builtInRates, today);
}

async function printed(claim: Claim, language: UiLanguage = 'nl', files = 0) {
  const documents = Array.from({ length: files }, (_, at) => ({ name: `brieven/${at}.pdf`, sha256: 'a'.repeat(64) }));
  const content = { claim, documents, remarks: [], timeline: [], accentColor: null, createdOn: today };
  const bytes = await indexPdf(content, fonts, createTranslator(language));
  const { pages, texts } = await placedTexts(bytes);
  return { bytes, pages, texts, rows: rowsOf(texts) };
}

function rowsOf(texts: readonly PlacedText[]): readonly (readonly string[])[] {
  const rows = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const place = `${text.page} ${text.baseline.toFixed(1)}`;
    rows.set(place, [...(rows.get(place) ?? []), text]);
  }
  return [...rows.values()].map((row) =>
    [...row].sort((a, b) => a.left - b.left).map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' ').trim()),
  );
}

const cents = (text: string) => Number(text.replace(/[^\d-]/g, ''));
const money = (amount: number) => formatMoney(amount).replace('\u00a0', ' ');

/** Business, two invoices over a year old, a part payment on each. */
function paidInPart(): Books {
  const books = booksWith({
    items: [
      invoice('F1', { total: 5_000_00, date: '2025-05-01', dueDate: '2025-05-31' }),
      invoice('F2', { total: 1_875_50, date: '2025-11-03', dueDate: '2025-12-03' }),
    ],
  });
  pay(books, 1, 'F1', 1_500_00, '2025-10-15');
  pay(books, 1, 'F2', 100_00, '2026-02-10');
  return books;
}

describe('the claim in the index of a dossier (criterion J3)', () => {
  it('says of every item what was paid and when; of more than three payments the sum and the last (criterion E2)', async () => {
    const books = paidInPart();
    for (const [day, amount] of [
      ['2026-03-01', 10_00],
      ['2026-04-01', 20_00],
      ['2026-05-01', 30_00],
    ] as const)
      pay(books, 1, 'F2', amount, day);
    const { bytes, rows } = await printed(claimIn(books));
    if (process.env.VOLDAAN_KEEP) writeFileSync(process.env.VOLDAAN_KEEP, bytes);
    const told = rows.map((row) => row.join(' ')).join(' ');
    expect(told).toContain('F1: betaald € 1.500,00 op 15-10-2025');
    expect(told).toContain('F2: 4 keer, per saldo € 160,00 betaald, laatst op 01-05-2026');
  });

  it.each(['nl', 'en'] as const)('adds up on paper in %s: lines, costs, imputation and total', async (language) => {
    const claim = claimIn(paidInPart());
    const [total] = claim.totals;
    const { charges } = claim;
    if (!total || !charges?.costs) throw new Error('no charges');
    const { rows } = await printed(claim, language);

    const lines = rows.filter((row) => row.length === 6 && /^\d+\/36[56]$/.test(row[2] ?? ''));
    expect(lines).toHaveLength(sumOf(charges.items, (item) => item.lines.length));
    expect(sumOf(lines, (row) => cents(row[5] ?? ''))).toBe(sumOf(charges.items, (item) => item.interest));
    for (const [, , days = '', base = '', percent = '', interest = ''] of lines) {
      const [count = 0, year = 365] = days.split('/').map(Number);
      const exact = (cents(base) * Number(percent.replace(',', '.').replace('%', '')) * count) / (100 * year);
      expect(Math.abs(exact - cents(interest))).toBeLessThanOrEqual(0.5 + 1e-6);
    }

    const payments = rows.filter((row) => row.length === 7 && /^\d{2}-\d{2}-\d{4}$/.test(row[0] ?? ''));
    expect(payments).toHaveLength(charges.imputations.length);
    for (const [, , amount = '', ...parts] of payments) expect(sumOf(parts, cents)).toBe(cents(amount));

    for (const amount of [total.principal, total.interest.amount, total.collectionCosts.amount, total.total]) {
      expect(rows.some((row) => row.at(-1) === money(amount))).toBe(true);
    }
    expect(total.principal + total.interest.amount + total.collectionCosts.amount).toBe(total.total);
    for (const amount of [total.perDay, total.ledgerOpen]) {
      expect(rows.some((row) => row.at(-1) === money(amount))).toBe(true);
    }
    expect(rows.flat().join(' ')).not.toMatch(/law\.step|dossier\.|undefined|NaN|\{\{/);
  });

  it('says why there is no interest: the kind of debtor is not known', async () => {
    const claim = claimIn(booksWith({ debtor: { kind: 'unknown' }, items: [invoice('F1')] }));
    const { rows } = await printed(claim);
    expect(rows.flat()).toContain('geen: soort debiteur onbekend');
    expect(rows.flat().join(' ')).not.toContain('Berekening van de rente');
  });

  it('names what was given up with its reason', async () => {
    const books = paidInPart();
    const ledger = books.ledgers.get(1);
    if (ledger) {
      ledger.waiver = {
        w: { id: 'w', itemId: 'F2', what: 'interest', reason: 'Levering was te laat', on: '2026-11-02' },
      };
    }
    const { rows } = await printed(claimIn(books));
    expect(rows.flat()).toContain('Rente kwijtgescholden op 02-11-2026 (F2): Levering was te laat');
  });

  it('40 invoices with years of interest stay within the margins, heads on every page with lines', async () => {
    const items = Array.from({ length: 40 }, (_, n) =>
      invoice(`F${100 + n}`, { total: 1_000_00 + n, date: '2023-01-05', dueDate: '2023-02-04' }),
    );
    const { pages, texts } = await printed(claimIn(booksWith({ items })));
    expect(pages).toBeGreaterThan(5);
    expect(texts.filter(({ left, right }) => left < 19.9 || right > 190.3)).toEqual([]);
    const heads = new Set(texts.filter(({ text }) => text === 'Percentage').map(({ page }) => page));
    const lined = new Set(texts.filter(({ text }) => /^\d+\/365$/.test(text)).map(({ page }) => page));
    expect([...lined].filter((page) => !heads.has(page))).toEqual([]);
  });

  it('no heading stands alone at the foot of a page, however long the parts before it are', async () => {
    const claim = claimIn(paidInPart());
    /** Everything below the margin of 20 mm is the footer. */
    const footer = 277;
    for (let files = 8; files < 20; files += 1) {
      const { texts } = await printed(claim, 'nl', files);
      const body = texts.filter(({ baseline }) => baseline < footer);
      for (const heading of body.filter(({ size }) => size === 11)) {
        const last = Math.max(...body.filter(({ page }) => page === heading.page).map(({ baseline }) => baseline));
        expect(heading.baseline, `${heading.text} after ${files} files`).toBeLessThan(last);
      }
    }
  });
});
