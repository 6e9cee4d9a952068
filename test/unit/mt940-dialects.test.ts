import { describe, expect, it } from 'vitest';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { around, headers, onlyLine, saidBy, swift, wrapped } from '#test/unit/mt940-text.ts';

const ing = (line: string, text: string) =>
  around(`${line}\r\n/TRCD/00100/\r\n:86:${wrapped(text)}`, swift('INGBNL2A'), 'NL18INGB0123456789EUR');
const rabo = (line: string, text: string) =>
  around(`${line}\r\n:86:${wrapped(text)}`, ':940:\r\n', 'NL44RABO0123456789 EUR').replace(':20:A', ':20:940S260105');
const oldRabo = (lines: string) => around(lines, ':940:\r\n', '1234.56.789EUR').replace(':20:A', ':20:940A120105');

type Case = readonly [name: string, text: string, said: Partial<BankTransaction>];

const cases: readonly Case[] = [
  [
    'ING: counterparty, reference and free text',
    ing(
      ':61:2601050105C121,00NTRFEREF//26005000000001',
      '/EREF/DOSSIER 12-A//CNTP/NL13RABO0100000001/RABONL2U/Bakkerij De Korenaar B.V./Zwolle//REMI/USTD//Factuur 2026-0012 en 2026-0013/',
    ),
    {
      counterpartyName: 'Bakkerij De Korenaar B.V.',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'Factuur 2026-0012 en 2026-0013',
      endToEndId: 'DOSSIER 12-A',
      bankReference: '26005000000001',
    },
  ],
  [
    'ING: a name with a slash, no city, no reference',
    ing(
      ':61:2601050105C121,00NTRFNONREF//26005000000002',
      '/EREF/NOTPROVIDED//CNTP/NL13RABO0100000001/RABONL2U/A. de Wit e/o B. Smit///REMI/USTD//nota 7/',
    ),
    {
      counterpartyName: 'A. de Wit e/o B. Smit',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'nota 7',
      bankReference: '26005000000002',
    },
  ],
  [
    'ING: a reference that ends the text',
    ing(
      ':61:2601050105C121,00NTRFEREF//26005000000002',
      '/CNTP/NL13RABO0100000001/RABONL2U/Korenaar/Zwolle//REMI/USTD//nota 7//MARF/M-7//EREF/E-7//',
    ),
    {
      counterpartyName: 'Korenaar',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'nota 7',
      endToEndId: 'E-7',
      mandateId: 'M-7',
      bankReference: '26005000000002',
    },
  ],
  [
    'ING: a reference that says nothing ends the text',
    ing(
      ':61:2601050105C121,00NTRFEREF//26005000000002',
      '/CNTP/NL13RABO0100000001/RABONL2U/Korenaar/Zwolle//REMI/USTD//nota 7//EREF/NOTPROVIDED//',
    ),
    {
      counterpartyName: 'Korenaar',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'nota 7',
      bankReference: '26005000000002',
    },
  ],
  [
    'ING: structured remittance',
    ing(
      ':61:2601050105C121,00NTRFEREF//26005000000003',
      '/EREF/9//CNTP/NL13RABO0100000001/RABONL2U/Korenaar/Zwolle//REMI/STRD/CUR/8850426741301240/',
    ),
    {
      counterpartyName: 'Korenaar',
      counterpartyIban: 'NL13RABO0100000001',
      structuredReference: '8850426741301240',
      endToEndId: '9',
      bankReference: '26005000000003',
    },
  ],
  [
    'ING: betalingskenmerk as the reference of the line',
    ing(
      ':61:2601050105D121,00NTRF8850426741301240//26005000000004',
      '/CNTP/NL86INGB0002445588/INGBNL2A/BELASTINGDIENST//',
    ),
    {
      counterpartyName: 'BELASTINGDIENST',
      counterpartyIban: 'NL86INGB0002445588',
      structuredReference: '8850426741301240',
      bankReference: '26005000000004',
    },
  ],
  [
    'ING: a stornering with its reason and mandate',
    ing(
      ':61:2601050105D121,00NRTIEREF//26005000000005',
      '/RTRN/MD06//EREF/INC-44//MARF/M-001/A//CSID/NL98ZZZ999999990000//CNTP/NL13RABO0100000001/RABONL2U/Korenaar///REMI/USTD//Contributie maart/',
    ),
    {
      counterpartyName: 'Korenaar',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'Contributie maart',
      endToEndId: 'INC-44',
      mandateId: 'M-001/A',
      returnReason: 'MD06',
      bankReference: '26005000000005',
    },
  ],
  [
    'ING: the total of a batch',
    ing(':61:2601050105C300,00NDDTPREF//26005000000006', '/PREF/M000000009999999//REMI/USTD//TOTAAL 3 POSTEN/'),
    {
      remittance: 'TOTAAL 3 POSTEN',
      bankReference: '26005000000006',
      batch: { role: 'whole', entry: 0, count: null, references: ['M000000009999999'] },
    },
  ],
  [
    'ING: what the payer typed may look like a tag',
    ing(
      ':61:2601050105C5,00NTRFNONREF//26005000000007',
      '/CNTP/NL13RABO0100000001/RABONL2U/K/Z//REMI/USTD//order 12/ID/3 van 4/1/2026 en/of later/',
    ),
    {
      counterpartyName: 'K',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'order 12/ID/3 van 4/1/2026 en/of later',
      bankReference: '26005000000007',
    },
  ],
  [
    'ING before 2014: account, BIC and a name that NOTPROVIDED ends',
    around(
      `:61:130701C75,00NGT EREF\r\n:86:${wrapped('NL13RABO0100000001 RABONL2U DE WIT / SMIT NOTPROVIDED factuur 4711 van 1 juni, met dank voor de levering')}`,
      headers.oldIng,
      '0001234567',
    ),
    {
      counterpartyName: 'DE WIT / SMIT',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'factuur 4711 van 1 juni, met dank voor de levering',
    },
  ],
  [
    'ING before 2014: a betalingskenmerk',
    around(
      ':61:130715D700,00NGT 8850426741301240\r\n:86:NL86INGB0002445588 INGBNL2A BELASTINGDIENST LOONHEFFING\r\nSCOR/CUR/8850426741301240',
      headers.oldIng,
      '0001234567',
    ),
    {
      counterpartyIban: 'NL86INGB0002445588',
      remittance: 'BELASTINGDIENST LOONHEFFING SCOR/CUR/8850426741301240',
      structuredReference: '8850426741301240',
    },
  ],
  [
    'ING before 2014: giro',
    around(':61:130701C300,00NOV NONREF\r\n:86:0007654321 VAN Zakelijke Spaarrekening', headers.oldIng, '0001234567'),
    { counterpartyIban: '0007654321', remittance: 'VAN Zakelijke Spaarrekening' },
  ],
  [
    'Rabobank: the payer of a credit',
    rabo(
      ':61:260105C000000000121,00N541EREF            \r\nNL13INGB0100000001',
      '/EREF/2601-99/ORDP//NAME/Bouwbedrijf Kade 7 B.V./ADDR/KADE 7 8011 AA ZWOLLE NL/REMI/F26-0012/F26-0013/ISDT/2026-01-05',
    ),
    {
      counterpartyName: 'Bouwbedrijf Kade 7 B.V.',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'F26-0012/F26-0013',
      endToEndId: '2601-99',
    },
  ],
  [
    'Rabobank: betalingskenmerk, and a giro account',
    rabo(
      ':61:260105D000000000121,00N544NONREF\r\nP001234567',
      '/BENM//NAME/Belastingdienst/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/8850426741301240/ISDT/2026-01-05',
    ),
    {
      counterpartyName: 'Belastingdienst',
      counterpartyIban: 'P001234567',
      structuredReference: '8850426741301240',
    },
  ],
  [
    'Rabobank: a return of a collection, remittance in two parts',
    rabo(
      ':61:260105D000000000121,00N555MARF\r\nNL13INGB0100000001',
      '/MARF/M-7/EREF/INC 7/RTRN/AC04/BENM//NAME/J. Jansen/REMI/Contributie/REMI/januari/ISDT/2026-01-05/CSID/NL98ZZZ999999990000',
    ),
    {
      counterpartyName: 'J. Jansen',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'Contributie januari',
      endToEndId: 'INC 7',
      mandateId: 'M-7',
      returnReason: 'AC04',
    },
  ],
  [
    'Rabobank: a line the payer ended',
    rabo(
      ':61:260105C000000000169,90N122NONREF\r\n0663616476',
      '/ORDP//NAME/Kade B.V./REMI/NR.26-111\r\nNR.26-112',
    ).replace('NR.26-111NR', 'NR.26-111\r\nNR'),
    { counterpartyName: 'Kade B.V.', counterpartyIban: '0663616476', remittance: 'NR.26-111 NR.26-112' },
  ],
  [
    'Rabobank before 2013: account and name in the line, a tag per line of text',
    oldRabo(
      `:61:120105D000000000044,95N0600733959555      TELEFOON EN CO BV                \r\n:86:${'BETALINGSKENM.  8850426741301240'.padEnd(65)}\r\n:86:${'FACTUURNUMMER 987654321'.padEnd(65)}`,
    ),
    {
      counterpartyName: 'TELEFOON EN CO BV',
      counterpartyIban: '0733959555',
      remittance: 'BETALINGSKENM. 8850426741301240 FACTUURNUMMER 987654321',
      structuredReference: '8850426741301240',
    },
  ],
  [
    'Rabobank before 2013: no account',
    oldRabo(
      ':61:120105D000000000036,56N030NONREF          DROGIST ZWOLLE                   \r\n:86:Betaalautomaat 14:23',
    ),
    { counterpartyName: 'DROGIST ZWOLLE', remittance: 'Betaalautomaat 14:23' },
  ],
  [
    'Rabobank before 2013: a name on the line below',
    oldRabo(':61:120105C000000000036,56N541NONREF\r\nSLAGERIJ VOS BV\r\n:86:FACTUUR 26-17'),
    { counterpartyName: 'SLAGERIJ VOS BV', remittance: 'FACTUUR 26-17' },
  ],
  [
    'Rabobank before 2013: account and name on the line below',
    oldRabo(':61:120105C000000000036,56N541NONREF\r\n0733959555 SLAGERIJ VOS BV\r\n:86:FACTUUR 26-17'),
    { counterpartyName: 'SLAGERIJ VOS BV', counterpartyIban: '0733959555', remittance: 'FACTUUR 26-17' },
  ],
  [
    'Rabobank before 2013: an account in the line, the name below it',
    oldRabo(':61:120105C000000000036,56N541NONREF          0733.95.955      \r\nE MULDER EO\r\n:86:FACTUUR 26-17'),
    { counterpartyName: 'E MULDER EO', counterpartyIban: '073395955', remittance: 'FACTUUR 26-17' },
  ],
];

describe('what a transaction says, by the dialect of ING and Rabobank', () => {
  it.each(cases)('%s', (_, text, said) => {
    expect(saidBy(onlyLine(text))).toEqual(said);
  });
});
