import { describe, expect, it } from 'vitest';
import { en } from '#shared/i18n/en/index.ts';
import { nl } from '#shared/i18n/nl/index.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { matchReasons } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { reasonText } from '#shared/matching/why.ts';
import { hansen, korenmaat, office, receipt } from './matching-books.ts';

describe('the reasons of a match', () => {
  it('have a text each, in both languages, and no text is without a reason', () => {
    expect(Object.keys(nl.matching.reason).sort()).toEqual([...matchReasons].sort());
    expect(Object.keys(en.matching.reason).sort()).toEqual([...matchReasons].sort());
  });

  it('say what was seen, the weightiest first', () => {
    const { t } = createTranslator('nl');
    const lines = [
      receipt(121_37, 'factuur 2026-0012', korenmaat),
      receipt(1_185_80, '2026-0021', hansen),
      receipt(99_99, '2026-0014', korenmaat),
    ];
    const told = matchReceipts(office(), lines).map(({ candidates: [best] }) =>
      best!.reasons.map((reason) => reasonText(t, reason, 'nl')),
    );
    expect(told).toEqual(
      [
        [
          'factuurnummer 2026-0012 staat in de omschrijving',
          '€ 121,37 is precies het openstaande bedrag',
          'rekening NL91 ABNA 0417 1643 00 is van deze debiteur',
          'de naam BAKKERIJ KORENMAAT BV is die van deze debiteur',
        ],
        [
          'factuurnummer 2026-0021 staat in de omschrijving',
          '€ 1.185,80 is het openstaande bedrag min de betalingskorting van € 24,20, op tijd betaald',
          'rekening NL20 INGB 0001 2345 67 is van deze debiteur',
          'de naam Drukkerij Hansen is die van deze debiteur',
        ],
        [
          '€ 99,99 is precies het openstaande bedrag',
          'rekening NL91 ABNA 0417 1643 00 is van deze debiteur',
          '2026-0014 lijkt een verschrijving van factuurnummer 2026-0015',
          'de naam BAKKERIJ KORENMAAT BV is die van deze debiteur',
          'het genoemde factuurnummer 2026-0014 is van een andere debiteur: Drukkerij Hansen',
        ],
      ].map((texts) => texts.map((text) => text.replaceAll('€ ', '€\u00a0'))),
    );
  });
});
