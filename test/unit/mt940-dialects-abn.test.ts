import { describe, expect, it } from 'vitest';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { around, onlyLine, saidBy, wrapped } from '#test/unit/mt940-text.ts';

const abn = 'ABNANL2A\r\n940\r\nABNANL2A\r\n';
const columns = (...cells: readonly (readonly [string, string])[]) =>
  cells.map(([left, right]) => `${left.padEnd(33)}${right}`.trimEnd()).join('\r\n');

type Case = readonly [name: string, text: string, said: Partial<BankTransaction>];

const cases: readonly Case[] = [
  [
    'ABN AMRO: tags',
    around(
      `:61:2601050105C10,5N654NONREF\r\n:86:${wrapped('/TRTP/SEPA OVERBOEKING/IBAN/NL13INGB0100000001/BIC/INGBNL2A/NAME/CAFE DE KADE/REMI/F26-0012/EREF/NOTPROVIDED')}`,
      abn,
      '123456789',
    ),
    { counterpartyName: 'CAFE DE KADE', counterpartyIban: 'NL13INGB0100000001', remittance: 'F26-0012' },
  ],
  [
    'ABN AMRO: tags with the reference of an acceptgiro',
    around(
      `:61:2601050105D10,N654NONREF\r\n:86:${wrapped('/TRTP/ACCEPTGIROBETALING/IBAN/NL86INGB0002445588/BIC/INGBNL2A/NAME/BELASTINGDIENST/REMI/ISSUER: CUR                  REF: 8850426741301240/EREF/NOTPROVIDED')}`,
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'BELASTINGDIENST',
      counterpartyIban: 'NL86INGB0002445588',
      structuredReference: '8850426741301240',
    },
  ],
  [
    'ABN AMRO: columns, words cut at the edge of a cell',
    around(
      `:61:2601050105C10,N658NONREF\r\n:86:${columns(
        ['SEPA INCASSO ALGEMEEN DOORLOPEND', 'INCASSANT: NL98ZZZ999999990000'],
        ['NAAM: DE KADE B.V.', 'MACHTIGING: M-001'],
        ['OMSCHRIJVING: MAANDTERMIJN JANUA', 'RI 2026'],
        ['IBAN: NL13INGB0100000001', 'KENMERK: AA 2026-01-05 10:20:47/'],
        ['0000000007', ''],
      )}`,
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'DE KADE B.V.',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'MAANDTERMIJN JANUARI 2026',
      endToEndId: 'AA 2026-01-05 10:20:47/0000000007',
      mandateId: 'M-001',
    },
  ],
  [
    'ABN AMRO: labels the payer typed are text, also at the start of a cell',
    around(
      `:61:2601050105C10,N654NONREF\r\n:86:${columns(
        ['SEPA OVERBOEKING', 'IBAN: NL13INGB0100000001'],
        ['BIC: INGBNL2A', 'NAAM: DE KADE'],
        ['OMSCHRIJVING: NOTA 7 NAAM: PIET ', 'IBAN: NL02ABNA0123456789'],
        ['KENMERK: E-9', ''],
      )}`,
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'DE KADE',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'NOTA 7 NAAM: PIET IBAN: NL02ABNA0123456789',
      endToEndId: 'E-9',
    },
  ],
  [
    'ABN AMRO: columns, a line one character too long',
    around(
      `:61:2601050105D10,N944NONREF\r\n:86:${columns(['SEPA INCASSO RETOUR', 'IBAN: NL13INGB0100000001'], ['BIC: INGBNL2A', 'NAAM: DE KADE'])}\r\n${columns(['MACHTIGING: M-009', 'OMSCHRIJVING: F26-0012 VAN MEI +'])}+\r\n${columns(['KENMERK: E-9', 'REDEN RETOUR: MD06'])}`,
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'DE KADE',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'F26-0012 VAN MEI ++',
      endToEndId: 'E-9',
      mandateId: 'M-009',
      returnReason: 'MD06',
    },
  ],
  [
    'ABN AMRO: labels the payer typed, in columns that lost their width',
    around(
      ':61:2601050105C10,N658NONREF\r\n:86:SEPA OVERBOEKING IBAN: NL13INGB0100000001 BIC: INGBNL2A NAAM: DE KADE OMSCHRIJVING: F26-0012 NAAM: PIET KENMERK: 9',
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'DE KADE',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'F26-0012 NAAM: PIET',
      endToEndId: '9',
    },
  ],
  [
    'ABN AMRO: columns in small letters, with a betalingskenmerk',
    around(
      `:61:2601050105D10,N946NONREF\r\n:86:${columns(
        ['SEPA Acceptgirobetaling', 'IBAN: NL86INGB0002445588'],
        ['BIC: INGBNL2A', 'Naam: BELASTINGDIENST'],
        ['Betalingskenm.: 8850426741301240', 'ID debiteur: 777777777'],
      )}`,
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'BELASTINGDIENST',
      counterpartyIban: 'NL86INGB0002445588',
      structuredReference: '8850426741301240',
    },
  ],
  [
    'ABN AMRO: columns, a text that runs on through the space between the cells',
    around(
      `:61:2601050105C10,N654NONREF\r\n:86:${columns(['SEPA OVERBOEKING', 'IBAN: NL13INGB0100000001'], ['BIC: INGBNL2A', 'NAAM: DE KADE'])}\r\n${wrapped(
        'OMSCHRIJVING: 2026-20893 2026-35315 klantnummer 8841, ordernummer van 26-10-2026 en de rest van INV-28441 staat er verder ook nog op',
      )}`,
      abn,
      '123456789',
    ),
    {
      counterpartyName: 'DE KADE',
      counterpartyIban: 'NL13INGB0100000001',
      remittance:
        '2026-20893 2026-35315 klantnummer 8841, ordernummer van 26-10-2026 en de rest van INV-28441 staat er verder ook nog op',
    },
  ],
  [
    'ABN AMRO: columns that lost their width',
    around(
      ':61:2601050105C10,N658NONREF\r\n:86:SEPA OVERBOEKING IBAN: NL13INGB0100000001 BIC: INGBNL2A NAAM: DE KADE OMSCHRIJVING: F26-0012 KENMERK: 9',
      abn,
      '123456789',
    ),
    { counterpartyName: 'DE KADE', counterpartyIban: 'NL13INGB0100000001', remittance: 'F26-0012', endToEndId: '9' },
  ],
  [
    'ABN AMRO: free text, account with points',
    around(
      `:61:1105240524C15,N422NONREF\r\n:86:${columns(['52.89.39.882', 'FIETSEN DE KADE'])}\r\nF 2011-12`,
      abn,
      '123456789',
    ),
    { counterpartyName: 'FIETSEN DE KADE', counterpartyIban: '528939882', remittance: 'F 2011-12' },
  ],
  [
    'ABN AMRO: free text, giro',
    around(
      `:61:1105240524D9,N192NONREF\r\n:86:${columns(['GIRO   428428 TELEVISIE BV', 'BETREFT FACTUUR'])}`,
      abn,
      '123456789',
    ),
    { counterpartyName: 'TELEVISIE BV', counterpartyIban: '428428', remittance: 'BETREFT FACTUUR' },
  ],
  [
    'ABN AMRO: card payment',
    around(
      ':61:1105240524D9,N426NONREF\r\n:86:BEA   NR:XX1234   24.05.11/09.18 DE KADE ZWOLLE,PAS999',
      abn,
      '123456789',
    ),
    { remittance: 'BEA NR:XX1234 24.05.11/09.18 DE KADE ZWOLLE,PAS999' },
  ],
];

describe('what a transaction says, by the dialects of ABN AMRO', () => {
  it.each(cases)('%s', (_, text, said) => {
    expect(saidBy(onlyLine(text))).toEqual(said);
  });
});
