import { beforeAll, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { sumOf } from '#shared/money/cents.ts';
import { invoiceLines, letterPlan } from './letter-plans.ts';
import { plainText } from './pdf-text.ts';

let renderer: LetterRenderer;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});

const made = (plan: LetterPlan) =>
  renderer.render({ plan, mode: 'issue', logo: null, pdfName: 'brief.pdf', copies: [] });

const quoted = {
  betalingskenmerk: ['8850426741301240', '8850 4267 4130 1240'],
  rf: ['RF18539007547034', 'RF18 5390 0754 7034'],
  ogm: ['+++010/8068/17183+++', '+++010/8068/17183+++'],
  free: ['KLANT-778899 20261001', 'KLANT-778899 20261001'],
} as const;
type Sort = keyof typeof quoted;
const labels: Readonly<Record<LetterLanguage, Readonly<Record<Sort, string>>>> = {
  nl: {
    betalingskenmerk: 'Betalingskenmerk',
    rf: 'Betalingskenmerk',
    ogm: 'Gestructureerde mededeling',
    free: 'Onder vermelding van',
  },
  en: {
    betalingskenmerk: 'Payment reference',
    rf: 'Payment reference',
    ogm: 'Structured communication',
    free: 'Payment reference',
  },
  de: {
    betalingskenmerk: 'Zahlungsreferenz',
    rf: 'Zahlungsreferenz',
    ogm: 'Strukturierte Mitteilung',
    free: 'Verwendungszweck',
  },
  fr: {
    betalingskenmerk: 'Référence de paiement',
    rf: 'Référence de paiement',
    ogm: 'Communication structurée',
    free: 'Communication',
  },
};
const cases = (Object.keys(labels) as LetterLanguage[]).flatMap((language) =>
  (Object.keys(quoted) as Sort[]).map((sort) => [language, sort] as const),
);

describe('the reference of the creditor’s own is asked, ours names the letter (criterion E2)', () => {
  it.each(cases)('%s: %s, in the letter and in its mail', async (language, sort) => {
    const [paymentReference, printed] = quoted[sort];
    const plan = letterPlan({ language, paymentReference, ourReference: '10042 F1', channels: ['email'] });
    const { pdf, mail, pages } = await made(plan);
    expect(pages).toBe(1);
    const line = `${labels[language][sort]} ${printed}`;
    const text = (await plainText(pdf)).replace(/\s+/g, ' ');
    expect(text).toContain(line);
    expect(text).toContain('10042 F1');
    const written = mail?.text.replace(/\s+/g, ' ') ?? '';
    expect(written).toContain(line.replace(labels[language][sort], `${labels[language][sort]}:`));
    expect(written).not.toContain('10042 F1');
    expect(mail?.html).toContain(printed);
  });

  it.each(cases)('%s: a veertiendagenbrief with %s still passes its check (criterion E4)', async (language, sort) => {
    const items = invoiceLines(2);
    const principal = sumOf(items, (item) => item.claimed);
    const costs = collectionCosts({ principals: [principal], jurisdiction: 'NL', consumer: true, vatPercent: null });
    const [paymentReference, printed] = quoted[sort];
    const plan = letterPlan({
      ...{ kind: 'fourteen-day-letter', language, deadline: null, items, paymentReference, ourReference: '10042 F1' },
      debtor: { ...letterPlan().debtor, kind: 'consumer', contact: null },
      charges: { jurisdiction: 'NL', interest: null, costs },
      amounts: { principal, interest: 0, costs: 0, costsAnnounced: costs.total, total: principal },
      costsDueFrom: '2026-12-10',
    });
    expect((await plainText((await made(plan)).pdf)).replace(/\s+/g, ' ')).toContain(printed);
  });
});
