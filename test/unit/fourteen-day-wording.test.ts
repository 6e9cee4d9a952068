import { describe, expect, it } from 'vitest';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import type { LetterProblemCode } from '#shared/law/fourteen-day-letter/letter.ts';
import { readFourteenDayLetter } from '#shared/law/fourteen-day-letter/read-letter.ts';

/** One invoice of € 120.00, paid down from € 200.00; the tariff gives € 40.00. */
const base = {
  sentOn: '2026-11-23',
  channel: 'post',
  debtor: { consumer: true },
  creditor: { deductsVat: true },
  items: [{ number: '101', invoiceDate: '2026-09-01', dueDate: '2026-10-01', open: '120.00', included: true }],
  amounts: ['120.00'],
  ibans: ['NL91ABNA0417164300'],
  costsAnnounced: '40.00',
  printedDeadline: null,
};
const request =
  'Wij verzoeken u € 120,00 binnen vijftien dagen nadat deze brief bij u is bezorgd te betalen op NL91 ABNA 0417 1643 00. ';
const consequence = 'Betaalt u niet binnen deze termijn, dan bent u € 40,00 aan incassokosten verschuldigd. ';
const right: readonly (readonly [text: string, given?: object])[] = [
  [
    `Geachte heer,\n\nFactuur Datum Vervaldatum Bedrag Betaald Te betalen\n101 01-09-2026 01-10-2026 200,00 80,00 120,00\nTotaal 120,00\n\n${request}\n\n${consequence}`,
  ],
  [
    `Geachte heer,\nNummer | Datum | Bedrag | Betaald | Te betalen\n101 | 01-09-2026 | € 200,00 | € 80,00 | € 120,00\n\n${request}\n\n${consequence}`,
  ],
  [`Factuur 101 bedroeg € 200,00, waarvan u € 80,00 al hebt betaald. ${request}${consequence}`],
  [`Het factuurbedrag van € 200,00 van factuur 101 is deels voldaan. ${request}${consequence}`],
  [`${request}${consequence} U bent dan ook de wettelijke rente verschuldigd.`],
  [`${request}Betaalt u niet op tijd, dan bent u de wettelijke rente en € 40,00 incassokosten verschuldigd.`],
  [`Betaal € 120,- binnen 15 dagen nadat deze brief bij u is bezorgd. Anders betaalt u EUR 40,-- incassokosten extra.`],
  [request + consequence, { creditor: { deductsVat: false } }],
  [`Voor deze brief brengen wij geen administratiekosten in rekening. ${request}${consequence}`],
  [`${request}${consequence} Na 15 dagen zijn de kosten verschuldigd.`],
  [`${request}${consequence} Als u binnen de termijn van 14 dagen betaalt, bent u geen incassokosten verschuldigd.`],
  [
    `U dient € 120,00 te voldoen binnen veertien dagen, ingaande de dag na die van ontvangst dezes, bij gebreke waarvan u € 40,00 aan buitengerechtelijke incassokosten verschuldigd bent.`,
  ],
  [`Betaal € 120,00 binnen 15 dagen, te rekenen vanaf de dag van bezorging van deze brief. ${consequence}`],
  [
    `${request} Als u dit bedrag niet of niet volledig binnen de gestelde termijn hebt voldaan, wordt de hoofdsom van € 120,00 verhoogd met de wettelijk verschuldigde buitengerechtelijke incassokosten van € 40,00 (artikel 6:96 lid 6 BW jo. artikel 2 Besluit vergoeding voor buitengerechtelijke incassokosten). U bent dan in totaal € 160,00 aan ons verschuldigd.`,
  ],
  [`${request} De kosten die u anders moet betalen: € 40,00.`],
  [`${request}${consequence} De btw over de incassokosten is verrekenbaar en wordt dus niet in rekening gebracht.`],
  [`${request}${consequence} De incassokosten zijn niet verhoogd met btw.`],
  [
    `${request}${consequence} De termijn begint te lopen op de dag nadat deze brief bij u is bezorgd en duurt veertien dagen.`,
  ],
  [
    `Dear Mr Smith, our invoice 101 of 1 September 2026 in the amount of € 120.00 was due on 1 October 2026. We request that you pay the principal sum of € 120.00 within fifteen days after this letter has been delivered to you. If you fail to pay within that term, you will owe us extrajudicial collection costs of € 40.00 in addition to the principal sum. The total amount will then be € 160.00.`,
  ],
  [
    `Sehr geehrter Herr, zu unserer Rechnung 101 vom 1. September 2026 über 120,00 EUR ist der Betrag seit dem 1. Oktober 2026 fällig. Wir fordern Sie auf, den Betrag von 120,00 EUR innerhalb von vierzehn Tagen ab dem Tag nach Zugang dieses Schreibens auf NL91 ABNA 0417 1643 00 zu zahlen. Erfolgt die Zahlung nicht fristgerecht, sind Sie zur Zahlung außergerichtlicher Inkassokosten in Höhe von 40,00 EUR verpflichtet.`,
  ],
  [
    `Monsieur, notre facture 101 du 1er septembre 2026 de 120,00 € était exigible le 1er octobre 2026. Nous vous demandons de payer 120,00 € dans un délai de quatorze jours à compter du jour suivant la réception de cette lettre. Faute de paiement dans ce délai, vous serez tenu de payer des frais de recouvrement de 40,00 €.`,
  ],
  [`${request}${consequence} Wij rekenen 15% over de eerste € 2.500,00, met een minimum van € 40,00.`],
  [
    `U bent € 120,00 verschuldigd. Betaling dient te geschieden binnen veertien dagen nadat u deze brief heeft ontvangen, te rekenen vanaf de dag na ontvangst. ${consequence}`,
  ],
  [
    `${request}${consequence} Uw betaling zien wij graag binnen de gestelde termijn tegemoet op 010-1234567 / KvK 24123456 / 3011 AB.`,
  ],
];

const wrong: readonly (readonly [code: LetterProblemCode, text: string])[] = [
  ['several-amounts', `${request}${consequence} Betaalt u vandaag, dan kunt u volstaan met het betalen van € 110,00.`],
  [
    'several-amounts',
    `Hoofdsom: € 120,00\nIncassokosten: € 40,00\nTotaal verschuldigd: € 160,00\n\nBetaal binnen vijftien dagen nadat deze brief bij u is bezorgd. ${consequence}`,
  ],
  [
    'interest-claimed',
    `Betaal € 120,00, vermeerderd met rente, binnen vijftien dagen nadat deze brief bij u is bezorgd. ${consequence}`,
  ],
  [
    'end-date-too-early',
    `Betaal € 120,00 binnen vijftien dagen na ontvangst van deze brief, te weten voor 5 december 2026. ${consequence}`,
  ],
  ['interest-claimed', `Hoofdsom € 120,00\nRente € 1,25\n\n${request}${consequence}`],
  [
    'costs-amount',
    `Betaal € 120,00 binnen vijftien dagen na ontvangst van deze brief. Betaalt u niet, dan bent u € 45,00 aan incassokosten verschuldigd (minimum € 40,00).`,
  ],
  ['term-wording', `Betaal € 120,00 binnen veertien dagen na heden (7 december 2026). ${consequence}`],
  ['costs-amount', `${request}${consequence} U dient tevens € 25,00 voor eerdere kosten te voldoen.`],
  ['consequence-missing', `${request} Wij gaan anders naar de rechter.`],
  [
    'costs-missing',
    `${request} Blijft betaling uit, dan schakelen wij een incassobureau in. De kosten daarvan zijn voor uw rekening.`,
  ],
  [
    'interest-claimed',
    `${request}${consequence} De vordering wordt verhoogd met de wettelijke rente vanaf 1 oktober 2026.`,
  ],
  ['interest-claimed', `${request}${consequence} Inclusief rente is het saldo € 121,05.`],
  [
    'term-wording',
    `Wij verzoeken u € 120,00 binnen veertien dagen te betalen op NL91 ABNA 0417 1643 00. ${consequence}`,
  ],
  ['end-date-too-early', `Wij ontvangen uw betaling graag voor 4-12-2026. ${request}${consequence}`],
  [
    'vat-ground',
    `${request}Betaalt u niet binnen deze termijn, dan bent u € 48,40 (€ 40,00 + 21% btw) aan incassokosten verschuldigd.`,
  ],
  [
    'interest-claimed',
    `Please pay € 120.00 within fifteen days after delivery of this letter. If you do not, you will owe € 40.00 in collection costs. Interest of 4% per year is charged from the due date.`,
  ],
  [
    'interest-claimed',
    `Please pay € 120.00 plus accrued interest within fifteen days after delivery of this letter. If you do not, you will owe € 40.00 in collection costs.`,
  ],
];

describe('how a veertiendagenbrief is read (criterion E4)', () => {
  it.each(right.map(([text, given = {}]) => ({ text, given })))('holds: $text', ({ text, given }) => {
    expect(checkFourteenDayLetter(readFourteenDayLetter({ ...base, ...given, text })).problems).toEqual([]);
  });

  it.each(wrong)('%s: %s', (code, text) => {
    const { problems } = checkFourteenDayLetter(readFourteenDayLetter({ ...base, text }));
    expect(problems.map((problem) => problem.code)[0]).toBe(code);
  });

  it('is lenient in form: amounts as numbers, single values, absent fields', () => {
    const { items, ...rest } = base;
    const given = {
      ...rest,
      items: items[0],
      amounts: 120,
      ibans: base.ibans[0],
      costsAnnounced: 40,
      text: request + consequence,
    };
    expect(checkFourteenDayLetter(readFourteenDayLetter(given)).valid).toBe(true);
    const codes = checkFourteenDayLetter(readFourteenDayLetter({ sentOn: '2026-11-23' })).problems.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['not-consumer', 'not-in-default', 'term-wording', 'costs-missing', 'consequence-missing']);
  });

  it.each<[string, object]>([
    ['bad-date', { sentOn: null }],
    ['bad-date', { sentOn: '2026-02-30' }],
    ['bad-date', { printedDeadline: 'morgen' }],
    ['bad-amount', { costsAnnounced: 'veertig' }],
    ['bad-amount', { amounts: ['1.000,00'] }],
  ])('refuses with %s what it cannot read: %j', (code, given) => {
    expect(() => readFourteenDayLetter({ ...base, ...given })).toThrow(code);
  });

  it('points at the place, with the article', () => {
    const text = `${request}Betaal dus binnen 14 dagen na heden. ${consequence}`;
    const [problem] = checkFourteenDayLetter(readFourteenDayLetter({ ...base, text })).problems;
    expect(problem?.article).toContain('ECLI:NL:HR:2016:2704');
    const { start, end, quote } = problem?.place ?? { start: 0, end: 0, quote: '' };
    expect(quote).toBe('14 dagen na heden');
    expect(text.slice(start, end)).toBe(quote);
  });
});
