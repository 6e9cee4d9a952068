import { beforeAll, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { lintFourteenDayPlan } from '#shared/domain/letters/fourteen-day-plan.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { ibansIn } from '#shared/law/fourteen-day-letter/ibans-in-text.ts';
import { formatMoney, sumOf } from '#shared/money/cents.ts';
import { creditor, invoiceLine, invoiceLines, letterPlan } from './letter-plans.ts';
import { plainText } from './pdf-text.ts';

let renderer: LetterRenderer;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});

/** A planned veertiendagenbrief; `vatPercent` where the office that sends it charges VAT nobody can deduct. */
function fourteenDayPlan(given: Partial<LetterPlan> = {}, vatPercent: number | null = null): LetterPlan {
  const items = given.items ?? invoiceLines(3);
  const principal = sumOf([...items, ...(given.credits ?? [])], (item) => item.claimed);
  const costs = collectionCosts({ principals: [principal], jurisdiction: 'NL', consumer: true, vatPercent });
  return letterPlan({
    kind: 'fourteen-day-letter',
    deadline: null,
    debtor: { ...letterPlan().debtor, kind: 'consumer', name: 'mevrouw S. de Vries', contact: null },
    creditor: vatPercent === null ? creditor : { ...creditor, deductsVat: false, sender: 'office' },
    charges: { jurisdiction: 'NL', interest: null, costs },
    amounts: { principal, interest: 0, costs: 0, costsAnnounced: costs.total, total: principal },
    costsDueFrom: '2026-12-10',
    items,
    ...given,
  });
}

const made = (plan: LetterPlan) =>
  renderer.render({ plan, mode: 'issue', logo: null, pdfName: 'brief.pdf', copies: [] });
const deduct = /niet verrekenen|cannot deduct|nicht abziehen|ne peut pas déduire/;
const spaces = /[\u00a0\u202f\s]+/g;
const languages: readonly LetterLanguage[] = ['nl', 'en', 'de', 'fr'];
const term: Readonly<Record<LetterLanguage, string>> = {
  nl: 'binnen vijftien dagen nadat deze brief bij u is bezorgd',
  en: 'within fifteen days after this letter has been delivered to you',
  de: 'innerhalb von fünfzehn Tagen, nachdem Ihnen dieses Schreiben zugestellt wurde',
  fr: 'dans les quinze jours suivant la remise de ce courrier',
};
const mailTerm: Readonly<Record<LetterLanguage, string>> = {
  nl: 'begint op de dag nadat u de brief hebt ontvangen',
  en: 'starts on the day after you have received the letter',
  de: 'beginnt am Tag, nachdem Sie das Schreiben erhalten haben',
  fr: 'commence le lendemain du jour où vous avez reçu le courrier',
};

describe.each(languages)('the veertiendagenbrief in %s (criteria E2, E4)', (language) => {
  const money = (cents: number) => formatMoney(cents, 'EUR', language).replace(spaces, ' ');

  it('asks one amount, the principal, and announces the costs to the cent; no date to pay by, no interest', async () => {
    const plan = fourteenDayPlan({ language });
    const { pdf, pages } = await made(plan);
    const text = (await plainText(pdf)).replace(spaces, ' ');
    const { principal, costsAnnounced } = plan.amounts;
    expect(pages).toBe(1);
    for (const part of [term[language], money(principal), money(costsAnnounced), money(principal + costsAnnounced)]) {
      expect(text).toContain(part);
    }
    expect(new Set(ibansIn(text).map(({ iban }) => iban))).toEqual(new Set(['NL91ABNA0417164300']));
    expect(text).not.toMatch(/\brente\b|interest|Zins|intérêt/);
    expect(text).not.toMatch(deduct);
    expect(text).not.toMatch(/december|December|Dezember|décembre/);
  });

  it('declares VAT only where it stands on the costs', async () => {
    const plan = fourteenDayPlan({ language }, 21);
    const { costs } = plan.charges ?? {};
    const text = (await plainText((await made(plan)).pdf)).replace(spaces, ' ');
    for (const cents of [costs?.costs ?? 0, costs?.vat ?? 0, costs?.total ?? 0]) expect(text).toContain(money(cents));
    expect(text).toMatch(deduct);
  });

  it('one invoice, or forty over two pages', async () => {
    expect((await made(fourteenDayPlan({ language, items: [invoiceLine(1)] }))).pages).toBe(1);
    const items = invoiceLines(40).map((item) => ({ ...item, dueDate: '2026-10-30' }));
    expect((await made(fourteenDayPlan({ language, items }))).pages).toBe(2);
  });

  it('goes with a mail that says the term starts the day after the letter is received', async () => {
    const { mail } = await made(fourteenDayPlan({ language, channels: ['email', 'post'] }));
    expect(mail?.text).toContain(mailTerm[language]);
    expect(mail?.html.replace(spaces, ' ')).toContain(mailTerm[language].replace("'", '&#39;'));
    const { mail: other } = await made(letterPlan({ language, kind: 'demand' }));
    expect(other?.text).not.toContain(mailTerm[language]);
  });
});

describe('a veertiendagenbrief that would lose the costs is never made (criterion E4)', () => {
  const good = fourteenDayPlan();
  const charged = { ...good.amounts, interest: 500, total: good.amounts.total + 500 };
  const cases: [string, string, LetterPlan][] = [
    ['not-consumer', 'to a business', { ...good, debtor: { ...good.debtor, kind: 'business' } }],
    [
      'not-in-default',
      'an invoice due on the day',
      fourteenDayPlan({ items: [invoiceLine(1, { dueDate: '2026-11-20' })] }),
    ],
    ['end-date-too-early', 'with a deadline', { ...good, deadline: '2026-12-04' }],
    ['vat-ground', 'with VAT the creditor can deduct', { ...fourteenDayPlan({}, 21), creditor }],
    [
      'several-ibans',
      'with another account in a name',
      { ...good, creditor: { ...good.creditor, email: 'NL20 INGB 0001 2345 67' } },
    ],
    ['interest-claimed', 'with interest', { ...good, amounts: charged }],
  ];
  it.each(cases)('%s: %s', async (code, _, plan) => {
    const error = await made(plan).catch((thrown) => thrown);
    if (code === 'interest-claimed') return expect(String(error)).toContain('render-failed');
    expect(error).toMatchObject({ failure: { code: 'render-failed', params: { letterId: plan.id } } });
    expect(error.failure.params.codes).toContain(code);
  });

  it('the plan is checked before there is a text: items in default that are left out, costs that differ', () => {
    const inDefault = [...good.items, invoiceLine(9)].map(({ itemId, number, date, claimed }) => ({
      itemId,
      number,
      date,
      from: '2026-10-01',
      claimable: claimed,
    }));
    const codes = (plan: LetterPlan, list = inDefault.slice(0, 3)) =>
      lintFourteenDayPlan(plan, list, null).problems.map(({ code }) => code);
    expect(codes(good)).toEqual([]);
    expect(codes(good, inDefault)).toEqual(['item-missing']);
    expect(codes(good, inDefault.slice(0, 2))).toEqual(['not-in-default']);
    const { amounts } = good;
    expect(codes({ ...good, amounts: { ...amounts, costsAnnounced: amounts.costsAnnounced + 1 } })).toEqual([
      'costs-amount',
    ]);
    expect(codes({ ...good, amounts: { ...amounts, costsAnnounced: 0 } })).toEqual(['costs-missing']);
  });

  it('credits lower the claim and the costs', async () => {
    const credits = [
      invoiceLine(5, { kind: 'credit', total: -60_000, paid: 0, claimed: -60_000, open: -60_000, dueDate: null }),
    ];
    expect((await made(fourteenDayPlan({ credits }))).pages).toBe(1);
  });
});
