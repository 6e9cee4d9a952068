import { describe, expect, it } from 'vitest';
import { readLines, transactionsOf } from './bank-csv-lines.ts';

const own = 'NL91ABNA0417164300';
const other = 'NL20INGB0001234567';

describe('text of a line', () => {
  it.each([
    [
      'an account in the text where the column is empty',
      'Factuur 1 IBAN: NL20INGB0001234567',
      { counterpartyIban: other },
    ],
    ['a return with its reason', 'Stornering MD06 factuur 9', { returnReason: 'MD06' }],
    ['a code that is no return', 'Factuur MD06', { returnReason: null }],
    [
      'tags between slashes',
      `/TRTP/SEPA/IBAN/${other}/NAME/Jansen/REMI/F 1/EREF/E1`,
      { remittance: 'F 1', endToEndId: 'E1' },
    ],
    ['an OGM between its marks', 'Betaling +++090/9337/55493+++', { structuredReference: '+++090/9337/55493+++' }],
    ['labels of another bank stay as they are', 'Naam: x Omschrijving: y', { remittance: 'Naam: x Omschrijving: y' }],
  ])('%s', (_, text, facts) => {
    const reading = readLines(['Datum;Bedrag;Omschrijving;Tegenrekening;Saldo', `01-02-2026;-1,00;${text};;5,00`]);
    expect(transactionsOf(reading)[0]).toMatchObject(facts);
  });

  it.each([
    ['RF18539007547034', 'RF18539007547034', null],
    ['8850426741301240', '8850426741301240', null],
    ['Factuur 12', null, 'Factuur 12'],
  ])('a payment reference %s is structured by its check digits only', (written, structuredReference, remittance) => {
    const lines = ['Datum;Bedrag;Payment Reference;Tegenrekening', `01-02-2026;1,00;${written};${other}`];
    expect(transactionsOf(readLines(lines))[0]).toMatchObject({ structuredReference, remittance });
  });
});

describe('labels in the text of ING', () => {
  const bank = `IBAN: ${other} Kenmerk: E-9 Valutadatum: 02-02-2026`;
  it.each([
    [`Naam: Jansen Omschrijving: Nota 7 ${bank}`, 'Nota 7', 'E-9'],
    [`Naam: Jansen Omschrijving: Nota 7 Kenmerk: 12 ${bank}`, 'Nota 7 Kenmerk: 12', 'E-9'],
    [`Naam: Jansen Omschrijving: Kenmerk: 12 IBAN: ${other} Valutadatum: 02-02-2026`, 'Kenmerk: 12', null],
    [`Naam: Jansen Omschrijving: zie IBAN: ${own} Naam: Bos ${bank}`, `zie IBAN: ${own} Naam: Bos`, 'E-9'],
  ])('that the payer typed are text: %s', (text, remittance, endToEndId) => {
    const lines = [
      'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mutatiesoort;Mededelingen',
      `20260201;Jansen;NL69INGB0123456789;;OV;Bij;5,00;Overschrijving;${text}`,
    ];
    expect(transactionsOf(readLines(lines))).toMatchObject([
      { remittance, endToEndId, counterpartyName: 'Jansen', counterpartyIban: other, valueDate: '2026-02-02' },
    ]);
  });
});
