import { describe, expect, it } from 'vitest';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { around, headers, onlyLine, saidBy, swift, wrapped } from '#test/unit/mt940-text.ts';

const sns = (line: string, text: string) => around(`${line}\r\n:86:${text}`, swift('SNSBNL2A'), 'NL55SNSB0123456789');
const padded = (...lines: readonly string[]) => lines.map((line) => line.padEnd(65)).join('\r\n');

type Case = readonly [name: string, text: string, said: Partial<BankTransaction>];

const cases: readonly Case[] = [
  [
    'SNS: account and name in the line, repeated above padded text',
    sns(
      ':61:2601050105C20,00NOVBNL13INGB0100000001\r\nde kade b.v.',
      padded('NL13INGB0100000001 de kade b.v.', '', 'Factuur 26-0012', '', ''),
    ),
    { counterpartyName: 'de kade b.v.', counterpartyIban: 'NL13INGB0100000001', remittance: 'Factuur 26-0012' },
  ],
  [
    'SNS: full lines go on in the next',
    sns(
      ':61:2601050105C20,00NOVBNL13INGB0100000001\r\nde kade',
      padded('NL13INGB0100000001 de kade', 'AAN ONS,NL13INGB0100000001,SCT'.padEnd(65, '7'), '34 klant 5'),
    ),
    {
      counterpartyName: 'de kade',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: `${'AAN ONS,NL13INGB0100000001,SCT'.padEnd(65, '7')}34 klant 5`,
    },
  ],
  [
    'ASN: tags of a collection inside padded lines',
    sns(
      ':61:2601050105D61,80NINCNL44ABNA0548041814\r\nmulti kaart bv',
      padded(
        'NL44ABNA0548041814 multi kaart bv',
        '',
        ...wrapped(
          '/TRTP/Zakelijke Europese Incasso/CSID/NL36ZZZ340698640000/NAME/MULTI KAART BV/MARF/MTC244K/REMI/Relatie 1755481/Factuur 79-07-01-2026/IBAN/NL44ABNA0548041814/BIC/ABNANL2A/EREF/1755481/5570',
        ).split('\r\n'),
      ),
    ),
    {
      counterpartyName: 'MULTI KAART BV',
      counterpartyIban: 'NL44ABNA0548041814',
      remittance: 'Relatie 1755481/Factuur 79-07-01-2026',
      endToEndId: '1755481/5570',
      mandateId: 'MTC244K',
    },
  ],
  [
    'SNS: costs without account, text or name',
    sns(':61:2601250125D1,65NDIV', '\r\n\r\nKosten betaalrekening\r\n'),
    { remittance: 'Kosten betaalrekening' },
  ],
  [
    'Triodos: numbered parts with BIC and IBAN',
    around(
      ':61:260105C100,00NET NONREF\r\n:86:000>100000000000\r\n>20INGBNL2A\r\n>21NL13INGB0100000001\r\n>22DE KADE BV ZWOLLE FACTUUR 26>23-0012\r\n>310123456789',
      '',
      'TRIODOSBANK/0123456789',
    ),
    { counterpartyIban: 'NL13INGB0100000001', remittance: 'DE KADE BV ZWOLLE FACTUUR 26-0012' },
  ],
  [
    'Triodos: an account of its own',
    around(
      ':61:260105C100,00NIT NONREF\r\n:86:000>100555555555\r\n>20SPAARGELD>310123456789',
      '',
      'TRIODOSBANK/0123456789',
    ),
    { counterpartyIban: '0555555555', remittance: 'SPAARGELD' },
  ],
  [
    'Triodos since 2018: tags, type with a zero',
    around(
      `:61:260105C100,00NET0NONREF\r\n:86:${wrapped('/CNTP/NL13INGB0100000001/INGBNL2A/De Kade N.V./8011AA ZWOLLE//EREF/26-1//REMI/USTD//26-0012/')}`,
      '',
      'NL86TRIO0787877878',
    ),
    {
      counterpartyName: 'De Kade N.V.',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: '26-0012',
      endToEndId: '26-1',
    },
  ],
  [
    'Knab: account and name in the last line',
    around(
      ':61:2601050105C50,NTRFNONREF//B4G29PG\r\n:86:FACTUUR 26-0012, 26-0013\r\nREK: NL13INGB0100000001/NAAM: DE KADE/KNOP',
      swift('KNABNL2H'),
      '0222222222',
    ),
    {
      counterpartyName: 'DE KADE/KNOP',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'FACTUUR 26-0012, 26-0013',
      bankReference: 'B4G29PG',
    },
  ],
  [
    'Knab: a name without an account',
    around(
      ':61:2601050105D5,N300NONREF//A1\r\n:86:ZWOLLE PAS: 1111\r\nNAAM: DE KADE',
      swift('KNABNL2H'),
      'NL92 KNAB 0123 4567 89',
    ),
    { counterpartyName: 'DE KADE', remittance: 'ZWOLLE PAS: 1111', bankReference: 'A1' },
  ],
  [
    'Knab: tags',
    around(
      `:61:2601050105C10,00N1103111211AA00//A1231\r\n:86:${wrapped('/TRTP/SEPA OVERBOEKING/IBAN/NL13INGB0100000001/BIC/INGBNL2AXXX/NAME/DE KADE/EREF/3111211AA00/REMI/2601-005 ')}`,
      swift('KNABNL2H'),
      'NL92KNAB0123123123',
    ),
    {
      counterpartyName: 'DE KADE',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: '2601-005',
      endToEndId: '3111211AA00',
      bankReference: 'A1231',
    },
  ],
  [
    'bunq: a name with a slash, empty text',
    around(
      ':61:2601050105C20,NTRFNONREF\r\n:86:/IBAN/NL13INGB0100000001/NAME/Hr J Wit en/of Mw K Wit/REMI/',
      'BUNQNL2A\r\n940\r\nBUNQNL2A\r\n',
      'NL10BUNQ2290325473 EUR',
    ),
    { counterpartyName: 'Hr J Wit en/of Mw K Wit', counterpartyIban: 'NL13INGB0100000001' },
  ],
  [
    'bunq: lines are as long as the text, and end where the bank went to a new one',
    around(
      ':61:2601050105D0,61NMSCNONREF\r\n:86:/NAME/WEBHOSTING/REMI/WEBHOSTING INTERNATIONAL LIMITED WELLINGTON, NZ\r\n1.00 NZD = 0.61 EUR',
      'BUNQNL2A\r\n940\r\nBUNQNL2A\r\n',
      'NL10BUNQ2290325473 EUR',
    ),
    {
      counterpartyName: 'WEBHOSTING',
      remittance: 'WEBHOSTING INTERNATIONAL LIMITED WELLINGTON, NZ 1.00 NZD = 0.61 EUR',
    },
  ],
  [
    'bunq: a full line goes on in the next, cut in a tag or in a word',
    around(
      `:61:2601050105C20,NTRFNONREF\r\n:86:${wrapped(
        '/IBAN/NL13INGB0100000001/NAME/Hr P A van der Linden-Ruijter eo/REMI/Aanbetaling 75837 voor het meerjarige groenonderhoud, daarna 48229',
      )}`,
      'BUNQNL2A\r\n940\r\nBUNQNL2A\r\n',
      'NL10BUNQ2290325473 EUR',
    ),
    {
      counterpartyName: 'Hr P A van der Linden-Ruijter eo',
      counterpartyIban: 'NL13INGB0100000001',
      remittance: 'Aanbetaling 75837 voor het meerjarige groenonderhoud, daarna 48229',
    },
  ],
  [
    'Van Lanschot: a collection, tags in mixed case',
    around(
      `:61:260122D816,75NXXX0130138568\r\n:86:${wrapped('/TRTP/SEPA Incasso/CSID/NL72ZZZ555444333000/NAME/BEN/MARF/B12345/IBAN/NL13RABO0100000001/BIC/RABONL2U/REMI/Kenmerk: 12.34 Omschrijving: januari/EREF/12340005')}`,
      headers.lanschot,
      '0878787878                         ',
    ),
    {
      counterpartyName: 'BEN',
      counterpartyIban: 'NL13RABO0100000001',
      remittance: 'Kenmerk: 12.34 Omschrijving: januari',
      endToEndId: '12340005',
      mandateId: 'B12345',
    },
  ],
  [
    'German banks: numbered parts and keywords',
    around(
      `:61:2601050105C3,99NTRFNONREF//88480\r\n:86:${wrapped('166?00SEPA-GUTSCHRIFT?101717/682?20EREF+RE 2026-12?21SVWZ+RECHNUNG 2026-12 VOM ?2201.01.2026?30GENODE61KA1?31DE42293894455165709836?32PETRA MUSTERFRAU & CO SOEHN?33E GMBH')}`,
      '',
      '12345678/0123456789EUR',
    ),
    {
      counterpartyName: 'PETRA MUSTERFRAU & CO SOEHNE GMBH',
      counterpartyIban: 'DE42293894455165709836',
      remittance: 'RECHNUNG 2026-12 VOM 01.01.2026',
      endToEndId: 'RE 2026-12',
      bankReference: '88480',
    },
  ],
  [
    'German banks: keywords without parts',
    around(':61:2601050105C3,99NTRFNONREF\r\n:86:EREF+R1 MREF+M1 CRED+DE98 SVWZ+Miete Januar'),
    { remittance: 'Miete Januar', endToEndId: 'R1', mandateId: 'M1' },
  ],
  [
    'Commerzbank: keywords written out, behind the purpose',
    around(
      `:61:2601050105CR42,00N062NONREF\r\n:86:${wrapped('166?00GUTSCHRIFT?20HUBER RG 2026-9?21END-TO-END-REF.:?22E2E-9?23CORE / MANDATSREF.:?24M-17?25GLAEUBIGER-ID:?26DE00ZZZ?32HUBER KG')}`,
    ),
    { counterpartyName: 'HUBER KG', remittance: 'HUBER RG 2026-9', endToEndId: 'E2E-9', mandateId: 'M-17' },
  ],
  [
    'Polish banks: another mark',
    around(
      ':61:2601050105C3,99NTRFNONREF\r\n:86:020~00PRZELEW~20FV 2026/12~30102010~31PL61109010140000071219812874~32FIRMA SP. Z O.O.',
    ),
    {
      counterpartyName: 'FIRMA SP. Z O.O.',
      counterpartyIban: 'PL61109010140000071219812874',
      remittance: 'FV 2026/12',
    },
  ],
  [
    'Romanian banks: a plus sign as the mark, a slash for no second name',
    around(
      ':61:2601050105C20,00NTRFNONREF\r\n:86:000+20Plata           +30302410000+31RO49AAAA1B31007593840000\r\n+32DE KADE SRL+33/\r\n+23Factura 26-0012',
    ),
    {
      counterpartyName: 'DE KADE SRL',
      counterpartyIban: 'RO49AAAA1B31007593840000',
      remittance: 'Plata Factura 26-0012',
    },
  ],
  [
    'a text that begins with a telephone number has no numbered parts',
    around(':61:2601050105C20,00NTRFNONREF\r\n:86:+31201234567 factuur 26-0012'),
    { remittance: '+31201234567 factuur 26-0012' },
  ],
  [
    'Polish banks: the code on a line of its own, the full account in 38',
    around(
      ':61:2601050105C3,99S034NONREF//1\r\n:86:034\r\n:86:034~00WPLYW\r\n~20FV 2026/12\r\n~3010901014~310000071219812874\r\n~32FIRMA\r\n~38PL61109010140000071219812874',
    ),
    {
      counterpartyName: 'FIRMA',
      counterpartyIban: 'PL61109010140000071219812874',
      remittance: 'FV 2026/12',
      bankReference: '1',
    },
  ],
  [
    'German banks: the reason of a return in words',
    around(
      ':61:2601050105DR50,00N005NONREF\r\n:86:108?00RUECKLASTSCHRIFT?20EREF+RL-77?21SVWZ+RUECKGABEGRUND: AC04?32MUSTERMANN',
    ),
    {
      counterpartyName: 'MUSTERMANN',
      remittance: 'RUECKGABEGRUND: AC04',
      endToEndId: 'RL-77',
      returnReason: 'AC04',
    },
  ],
  [
    'German banks: the code of a return that only words around it tell',
    around(
      ':61:2601050105DR50,00N005NONREF\r\n:86:109?00SEPA-LASTSCHRIFT RUECKBELASTUNG?20EREF+RL-78?21SVWZ+RETOURE AC04 KONTO ZU?32MUSTERMANN',
    ),
    { counterpartyName: 'MUSTERMANN', remittance: 'RETOURE AC04 KONTO ZU', endToEndId: 'RL-78', returnReason: 'AC04' },
  ],
  [
    'German banks: a return by its code and sort only',
    around(
      ':61:2601050105DR50,00N005NONREF\r\n:86:109?00SEPA-LASTSCHRIFT?20EREF+RL-79?21SVWZ+BEITRAG MAI?32MUSTERMANN',
    ),
    { counterpartyName: 'MUSTERMANN', remittance: 'BEITRAG MAI', endToEndId: 'RL-79', returnReason: 'MS03' },
  ],
  [
    'elsewhere that code is of any payment',
    around(':61:2601050105DR50,00N005NONREF\r\n:86:109?00PRZELEW?20FV 9?32KOWALSKI'),
    { counterpartyName: 'KOWALSKI', remittance: 'FV 9' },
  ],
  [
    'a code of a return in the text of money received is none',
    around(':61:2601050105CR50,00N005NONREF\r\n:86:RETOUR ARTIKEL MD06 FACTUUR 9'),
    { remittance: 'RETOUR ARTIKEL MD06 FACTUUR 9' },
  ],
  [
    'a code of a return in the text of money paid',
    around(':61:2601050105D50,00NTRFNONREF\r\n:86:STORNO MD06 FACTUUR 9'),
    { remittance: 'STORNO MD06 FACTUUR 9', returnReason: 'MD06' },
  ],
  [
    'Belgian banks: a reference in numbered parts',
    around(
      ':61:2601050105CR250,00NTRFNONREF//0001\r\n:86:?20OVERSCHRIJVING?21+++090/9337/55493+++?31BE68539007547034?32PEETERS NV',
    ),
    {
      counterpartyName: 'PEETERS NV',
      counterpartyIban: 'BE68539007547034',
      remittance: 'OVERSCHRIJVING +++090/9337/55493+++',
      structuredReference: '+++090/9337/55493+++',
      bankReference: '0001',
    },
  ],
  [
    'Belgian banks: an account named in the text, kept there too',
    around(':61:2601050105C121,00NTRFNONREF\r\n:86:?20OVERSCHRIJVING?21VAN : BE71 0961 2345 6769?22BV DE KADE'),
    { counterpartyIban: 'BE71096123456769', remittance: 'OVERSCHRIJVING VAN : BE71 0961 2345 6769 BV DE KADE' },
  ],
  [
    'German banks: a question mark of the payer before digits is text',
    around(
      ':61:2601050105C50,00NTRFNONREF\r\n:86:166?00GUTSCHRIFT?20EREF+NOTPROVIDED?21SVWZ+BETAALD? FACTUUR?98.112 EN?22 99.120?32KADE BV',
    ),
    { counterpartyName: 'KADE BV', remittance: 'BETAALD? FACTUUR?98.112 EN 99.120' },
  ],
  [
    'any bank: the account of the statement, named in the text of its costs, is no counter-account',
    around(
      ':61:2601050105D4,NCOMNONREF\r\n:86:808?00FORFAIT?20COMPTE IBAN NL91 ABNA 0417 1643 00',
      '',
      'NL91ABNA0417164300',
    ),
    { remittance: 'COMPTE IBAN NL91 ABNA 0417 1643 00' },
  ],
  [
    'any bank: text behind an amount in the currency of the payer',
    around(':61:2601050105C900,00NTRFNONREF//12\r\n:86:/OCMT/USD1012,50/\r\nINVOICES 26-0041 26-0042'),
    { remittance: 'INVOICES 26-0041 26-0042', bankReference: '12' },
  ],
  [
    'any bank: account, name and text of a party in one tag',
    around(':61:2601050105C75,00NMSCNONREF//81\r\n:86:/ORDP/530500003804588\r\n/KADE DOOEL\r\n/FAKTURA 26-0043'),
    {
      counterpartyName: 'KADE DOOEL',
      counterpartyIban: '530500003804588',
      remittance: 'FAKTURA 26-0043',
      bankReference: '81',
    },
  ],
  [
    'any bank: no reference of the bank either',
    around(':61:2601050105C3,99FMSC0001916//NONREF\r\n:86:GIRO'),
    { remittance: 'GIRO' },
  ],
  [
    'any bank: a number that only looks like an IBAN is text',
    around(':61:2601050105C121,00NTRFNONREF\r\n:86:VAN: NL00ABCD0123456789 KADE'),
    { remittance: 'VAN: NL00ABCD0123456789 KADE' },
  ],
  [
    'any bank: free text, and the details of the line where there is no text',
    around(':61:2601050105C3,99NTRFNONREF//X1\r\nPAYMENT INVOICE 12'),
    { remittance: 'PAYMENT INVOICE 12', bankReference: 'X1' },
  ],
  [
    'any bank: an RF reference of the account holder',
    around(':61:2601050105C3,99NTRFRF18539007547034\r\n:86:PAYMENT'),
    { remittance: 'PAYMENT', structuredReference: 'RF18539007547034' },
  ],
  [
    'any bank: a Belgian reference between its marks, right by its check digits',
    around(':61:2601050105C3,99NTRFNONREF\r\n:86:BETALING +++090/9337/55493+++ FACTUUR 12'),
    { remittance: 'BETALING +++090/9337/55493+++ FACTUUR 12', structuredReference: '+++090/9337/55493+++' },
  ],
  [
    'any bank: no Belgian reference by wrong check digits',
    around(':61:2601050105C3,99NTRFNONREF\r\n:86:BETALING +++090/9337/55494+++'),
    { remittance: 'BETALING +++090/9337/55494+++' },
  ],
];

describe('what a transaction says, by the dialect of other banks', () => {
  it.each(cases)('%s', (_, text, said) => {
    expect(saidBy(onlyLine(text))).toEqual(said);
  });
});
