import type { BankTransaction } from '#shared/formats/bank/statement.ts';

/** A table as a bank writes it, and what must be read in it. */
export interface BankLayout {
  readonly name: string;
  readonly bank: string | null;
  readonly lines: readonly string[];
  readonly accounts: readonly string[];
  readonly money: readonly (readonly [string, number])[];
  /** What the named line says, by its place. */
  readonly says?: Readonly<Record<number, Partial<BankTransaction>>>;
  readonly balances?: readonly [opening: number | null, closing: number | null, reconciles: boolean | null];
  readonly warnings?: readonly string[];
}

const other = 'NL20INGB0001234567';
const rabobank =
  '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"';

/** Dutch and Belgian banks (formats document §3.4). */
export const dutchLayouts: readonly BankLayout[] = [
  {
    name: 'ING until 2019: unsigned amounts with Af and Bij',
    bank: 'ING',
    lines: [
      '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","MutatieSoort","Mededelingen"',
      `"20190305","Jansen BV","NL69INGB0123456789","${other}","OV","Bij","1.234,56","Overschrijving","Naam: Jansen BV Omschrijving: Factuur F-12 IBAN: ${other} Kenmerk: KL-9 Valutadatum: 06-03-2019"`,
      `"20190304","Energie NV","NL69INGB0123456789","${other}","IC","Af","85,50","Incasso","Naam: Energie NV Omschrijving: Termijn 3 IBAN: ${other} Kenmerk: NOTPROVIDED Machtiging ID: M-7 Incassant ID: NL00ZZZ000000000000 Doorlopende incasso Valutadatum: 04-03-2019"`,
      `"20190303","Smit","NL69INGB0123456789","${other}","IC","Af","20,00","Incasso","Naam: Smit Omschrijving: Factuur F-9 IBAN: ${other} Reden: MS03 STORNO Valutadatum: 03-03-2019"`,
      `"20190302","Mulder","NL69INGB0123456789","${other}","OV","Bij","5,00","Overschrijving","Naam: Mulder Omschrijving: Factuur F-8 IBAN: ${other} Reden: deel van juni Valutadatum: 02-03-2019"`,
      `"20190301","Bos","NL69INGB0123456789","${other}","IC","Af","7,00","Incasso","Naam: Bos Omschrijving: Terug IBAN: ${other} Reden: AC04 nota 2019-44 Valutadatum: 01-03-2019"`,
      '',
    ],
    accounts: ['NL69INGB0123456789'],
    money: [
      ['2019-03-05', 123456],
      ['2019-03-04', -8550],
      ['2019-03-03', -2000],
      ['2019-03-02', 500],
      ['2019-03-01', -700],
    ],
    says: {
      4: { remittance: 'Terug AC04 nota 2019-44', returnReason: 'AC04' },
      2: { counterpartyIban: other, remittance: 'Factuur F-9', returnReason: 'MS03' },
      3: { counterpartyIban: other, remittance: 'Factuur F-8 deel van juni', returnReason: null },
      0: {
        counterpartyName: 'Jansen BV',
        counterpartyIban: other,
        remittance: 'Factuur F-12',
        endToEndId: 'KL-9',
        valueDate: '2019-03-06',
      },
      1: { remittance: 'Termijn 3', endToEndId: null, mandateId: 'M-7' },
    },
    balances: [null, null, null],
  },
  {
    name: 'ING savings: the name is of the account',
    bank: 'ING',
    lines: [
      '"Datum";"Omschrijving";"Rekening";"Rekening naam";"Tegenrekening";"Af Bij";"Bedrag";"Valuta";"Mutatiesoort";"Mededelingen";"Saldo na mutatie"',
      '"2026-03-03";"Rente";"A 123-45678";"Spaarrekening";"";"Bij";"1,50";"EUR";"Rente";"";"101,50"',
      `"2026-03-02";"Opname";"A 123-45678";"Spaarrekening";"${other}";"Af";"50,00";"EUR";"Opname";"Naar betaalrekening";"100,00"`,
    ],
    accounts: ['A123-45678'],
    money: [
      ['2026-03-03', 150],
      ['2026-03-02', -5000],
    ],
    says: {
      0: { counterpartyName: null, remittance: 'Rente' },
      1: { counterpartyName: null, counterpartyIban: other },
    },
    balances: [15000, 10150, true],
  },
  {
    name: 'ING since 2020: newest line first, with a balance',
    bank: 'ING',
    lines: [
      '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"',
      '"20260303";"Bakker";"NL69INGB0123456789";"";"BA";"Af";"4,20";"Betaalautomaat";"Pasvolgnr: 001";"1.095,80";""',
      `"20260302";"Jansen BV";"NL69INGB0123456789";"";"OV";"Bij";"100,00";"Overschrijving";"Factuur 7 IBAN: ${other}";"1.100,00";""`,
    ],
    accounts: ['NL69INGB0123456789'],
    money: [
      ['2026-03-03', -420],
      ['2026-03-02', 10000],
    ],
    says: { 1: { counterpartyIban: other, remittance: 'Factuur 7' } },
    balances: [100000, 109580, true],
  },
  {
    name: 'ING in English',
    bank: 'ING',
    lines: [
      'Date;Name / Description;Account;Counterparty;Code;Debit/credit;Amount (EUR);Transaction type;Notifications;Resulting balance;Tag',
      `20260203;Jansen;NL69INGB0123456789;${other};GT;Credit;4,20;Online Banking;Name: Jansen Description: Invoice 9 IBAN: ${other} Reference: R1 Value date: 03/02/2026;104,20;`,
      '20260204;Bakery;NL69INGB0123456789;;BA;Debit;1,20;Payment terminal;Card sequence no.: 001;103,00;',
    ],
    accounts: ['NL69INGB0123456789'],
    money: [
      ['2026-02-03', 420],
      ['2026-02-04', -120],
    ],
    says: { 0: { counterpartyIban: other, remittance: 'Invoice 9', endToEndId: 'R1', valueDate: '2026-02-03' } },
    balances: [10000, 10300, true],
  },
  {
    name: 'Belgian style: the account stands above the headings',
    bank: 'ING',
    lines: [
      'Nr v/d rekening :;BE68 5390 0754 7034;Zaak',
      'Valutadatum;Ref. v/d verrichting;Beschrijving;Bedrag v/d verrichting;Munt;Datum v. verrichting;Rekening tegenpartij;Naam v/d tegenpartij :;Mededeling 1 :;Mededeling 2 :',
      '11-09-2025;B0I09NT1;Overschrijving;239,01;EUR;10-09-2025;BE71 0961 2345 6769;Peeters NV;Factuur 8;deel 2',
      '07-09-2025;B0I07ND0;Domiciliëring;-708,00;EUR;07-09-2025;;;Termijn; ',
    ],
    accounts: ['BE68539007547034'],
    money: [
      ['2025-09-10', 23901],
      ['2025-09-07', -70800],
    ],
    says: {
      0: {
        counterpartyIban: 'BE71096123456769',
        counterpartyName: 'Peeters NV',
        valueDate: '2025-09-11',
        bankReference: 'B0I09NT1',
      },
    },
  },
  {
    name: 'Rabobank: signed, CR CR LF is read elsewhere; a return with its reason',
    bank: 'Rabobank',
    lines: [
      rabobank,
      `"NL44RABO0123456789","EUR","RABONL2U","000000000000000101","2026-02-05","2026-02-06","+250,00","+1250,00","${other}","Jansen BV","","","INGBNL2A","cb","","E2E-5","","","8850426741301240","Factuur 5"," ","","","","",""`,
      `"NL44RABO0123456789","EUR","RABONL2U","000000000000000102","2026-02-06","2026-02-06","-100,00","+1150,00","${other}","","De Vries","","","ei","","NOTPROVIDED","M-1","NL00ZZZ000000000000","","${'x'.repeat(140)}","vervolg","","MD06","","",""`,
    ],
    accounts: ['NL44RABO0123456789'],
    money: [
      ['2026-02-05', 25000],
      ['2026-02-06', -10000],
    ],
    says: {
      0: {
        bankReference: '000000000000000101',
        endToEndId: 'E2E-5',
        structuredReference: '8850426741301240',
        remittance: 'Factuur 5',
      },
      1: {
        counterpartyName: 'De Vries',
        returnReason: 'MD06',
        mandateId: 'M-1',
        endToEndId: null,
        remittance: `${'x'.repeat(140)}vervolg`,
      },
    },
    balances: [100000, 115000, true],
  },
  {
    name: 'Rabobank in English',
    bank: 'Rabobank',
    lines: [
      '"IBAN/BBAN","Ccy","BIC","Seq No","Date","Value Date","Amount","Bal After Bkng","Counterpty IBAN/BBAN","Name Counterpty","Name Ultimate Pty","Name Initiating Pty","Counterpty BIC","Code","Batch ID","Transaction Reference","Mandate Reference","Collector ID","Payment Reference","Description-1","Description-2","Description-3","Reasoncode","Instr Amt","Instr Ccy","Rate"',
      `"NL44RABO0123456789","EUR","RABONL2U","000000000000000101","2026-02-05","2026-02-06","+1.250,00","+1250,00","${other}","Jansen","","","","cb","","E1","","","8850426741301240","Invoice 5","","","","","",""`,
    ],
    accounts: ['NL44RABO0123456789'],
    money: [['2026-02-05', 125000]],
    says: { 0: { structuredReference: '8850426741301240', endToEndId: 'E1', remittance: 'Invoice 5' } },
    balances: [0, 125000, true],
  },
  {
    name: 'Rabobank before 2018: no header, D and C',
    bank: 'Rabobank',
    lines: [
      `"NL44RABO0123456789","EUR","20170103","D","15.75","${other}","Winkel","20170104","ba","","Betaalautomaat 12:30 pasnr. 123","","","","","","","",""`,
      `"NL44RABO0123456789","EUR","20170105","C","1250.00","${other}","Jansen BV","20170105","cb","","Factuur 2017-1","tweede regel","","","","","E-1","","M-2"`,
    ],
    accounts: ['NL44RABO0123456789'],
    money: [
      ['2017-01-04', -1575],
      ['2017-01-05', 125000],
    ],
    says: {
      0: { valueDate: '2017-01-03' },
      1: { remittance: 'Factuur 2017-1 tweede regel', endToEndId: 'E-1', mandateId: 'M-2' },
    },
  },
  {
    name: 'ABN AMRO TAB: fixed columns, tags and free text',
    bank: 'ABN AMRO',
    lines: [
      `417164300\tEUR\t20260105\t1000,00\t2210,00\t20260105\t1210,00\tSEPA Overboeking                 IBAN: ${other}        BIC: INGBNL2A                    Naam: JANSEN BV                  Omschrijving: Factuur F-1        Kenmerk: KL-1`,
      `417164300\tEUR\t20260106\t2210,00\t2124,50\t20260106\t-85,50\t/TRTP/SEPA Incasso algemeen doorlopend/CSID/NL00ZZZ000000000000/NAME/ENERGIE/MARF/M123/REMI/Termijn 1/IBAN/${other}/BIC/INGBNL2A/EREF/E-1`,
      '417164300\tEUR\t20260107\t2124,50\t2100,00\t20260107\t-24,50\tBEA   NR:A1B23C   07.01.26/09.15 Winkel,PAS123',
    ],
    accounts: ['417164300'],
    money: [
      ['2026-01-05', 121000],
      ['2026-01-06', -8550],
      ['2026-01-07', -2450],
    ],
    says: {
      0: { counterpartyName: 'JANSEN BV', counterpartyIban: other, remittance: 'Factuur F-1', endToEndId: 'KL-1' },
      1: { counterpartyName: 'ENERGIE', mandateId: 'M123', endToEndId: 'E-1', remittance: 'Termijn 1' },
      2: { remittance: 'BEA NR:A1B23C 07.01.26/09.15 Winkel,PAS123' },
    },
    balances: [100000, 210000, true],
  },
  {
    name: 'ABN AMRO with English headings and decimal point',
    bank: 'ABN AMRO',
    lines: [
      'accountNumber,mutationcode,transactiondate,valuedate,startsaldo,endsaldo,amount,description',
      `417164300,EUR,20260131,20260201,1000,914.5,-85.5,"SEPA Incasso, eenmalig  Naam: ENERGIE  Omschrijving: Termijn IBAN: ${other}"`,
    ],
    accounts: ['417164300'],
    money: [['2026-01-31', -8550]],
    says: { 0: { valueDate: '2026-02-01', counterpartyName: 'ENERGIE' } },
    balances: [100000, 91450, true],
  },
  {
    name: 'ABN AMRO with Dutch headings',
    bank: 'ABN AMRO',
    lines: [
      'Rekeningnummer;Muntsoort;Transactiedatum;Rentedatum;Beginsaldo;Eindsaldo;Transactiebedrag;Omschrijving',
      '417164300;EUR;20260131;20260131;1000,00;1085,50;85,50;Huur januari',
    ],
    accounts: ['417164300'],
    money: [['2026-01-31', 8550]],
    balances: [100000, 108550, true],
  },
  {
    name: 'Knab until 2025: a banner, C and D',
    bank: 'Knab',
    lines: [
      'KNAB EXPORT;;;;;;;;;;;;;;;;',
      'Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;',
      `"NL68KNAB0123456789";"21-06-2025";"EUR";"D";"827,75";"${other}";"Energie";"20-06-2025";"Overboeking";"Termijn";"";"M-3";"";"";"B9F1";"21-06-2025";`,
      `"NL68KNAB0123456789";"20-06-2025";"EUR";"C";"27";"${other}";"Jansen";"20-06-2025";"Ontvangen betaling";"";"";"";"";"";"B9F2";"20-06-2025";`,
    ],
    accounts: ['NL68KNAB0123456789'],
    money: [
      ['2025-06-21', -82775],
      ['2025-06-20', 2700],
    ],
    says: {
      0: { bankReference: 'B9F1', mandateId: 'M-3', valueDate: '2025-06-20', remittance: 'Termijn' },
      1: { remittance: 'Ontvangen betaling' },
    },
  },
  {
    name: 'Knab since 2026: words for the direction, no fixed decimals',
    bank: 'Knab',
    lines: [
      '"Rekeningnummer";"Transactiedatum";"Valutacode";"CreditDebet";"Bedrag";"Tegenrekeningnummer";"Tegenrekeninghouder";"Valutadatum";"Betaalwijze";"Omschrijving";"Type betaling";"Machtigingsnummer";"Incassant ID";"Referentie";"Boekdatum";',
      `"NL68KNAB0123456789";"17-09-2026";"EUR";"Bijschrijvingen";"1000";"${other}";"Jansen";"17-09-2026";"Ontvangen betaling";"fact 42";"";"";"";"R1";"17-09-2026";`,
      '"NL68KNAB0123456789";"18-09-2026";"EUR";"Afschrijvingen";"6,5";"";"Knab";"18-09-2026";"Kosten";"";"";"";"";"R2";"18-09-2026";',
    ],
    accounts: ['NL68KNAB0123456789'],
    money: [
      ['2026-09-17', 100000],
      ['2026-09-18', -650],
    ],
  },
  {
    name: 'bunq in English with interest date, a trailing minus and a text over two lines',
    bank: 'bunq',
    lines: [
      '"Date";"Interest Date";"Amount";"Account";"Counterparty";"Name";"Description"',
      `"2026-01-30";"2026-01-31";"12,50-";"NL97BUNQ2025000001";"${other}";"Sport";"Contributie\njanuari"`,
      `"2026-01-31";"2026-01-31";"2.000,00";"NL97BUNQ2025000001";"${other}";"Jansen";"Factuur 3"`,
    ],
    accounts: ['NL97BUNQ2025000001'],
    money: [
      ['2026-01-30', -1250],
      ['2026-01-31', 200000],
    ],
    says: { 0: { remittance: 'Contributie januari', valueDate: '2026-01-31', counterpartyIban: other } },
  },
  {
    name: 'ASN, SNS and RegioBank until 2025: no header, texts between apostrophes',
    bank: 'ASN/SNS/RegioBank',
    lines: [
      `05-01-2025,NL57ASNB0123456789,${other},jansen bv,,,,EUR,1000.00,EUR,1210.00,05-01-2025,06-01-2025,8809,OVS,51000001,,'Factuur 1, deel 2',1`,
      "06-01-2025,NL57ASNB0123456789,,,,,,EUR,2210.00,EUR,-2.20,06-01-2025,06-01-2025,7241,MSC,51000002,8850426741301240,'Kosten',1",
    ],
    accounts: ['NL57ASNB0123456789'],
    money: [
      ['2025-01-05', 121000],
      ['2025-01-06', -220],
    ],
    says: {
      0: { remittance: 'Factuur 1, deel 2', bankReference: '51000001', valueDate: '2025-01-06' },
      1: { structuredReference: '8850426741301240', remittance: 'Kosten' },
    },
    balances: [100000, 220780, true],
  },
  {
    name: 'SNS with a column less: a text with a comma stays whole, a name with an apostrophe too',
    bank: 'ASN/SNS/RegioBank',
    lines: [
      `05-01-2025,NL16SNSB1234567809,${other},jansen bv,,,,EUR,1000.00,EUR,1210.00,05-01-2025,06-01-2025,8809,OVS,51000001,,'Factuur 1, en 2'`,
      `06-01-2025,NL16SNSB1234567809,${other},'t hoekje,,,,EUR,2210.00,EUR,10.00,06-01-2025,06-01-2025,8809,OVS,51000002,,'Factuur 3, en 4'`,
      `07-01-2025,NL16SNSB1234567809,${other},'t hoekje,,,,EUR,2220.00,EUR,10.00,07-01-2025,07-01-2025,8809,OVS,51000003,,'Factuur 5'`,
    ],
    accounts: ['NL16SNSB1234567809'],
    money: [
      ['2025-01-05', 121000],
      ['2025-01-06', 1000],
      ['2025-01-07', 1000],
    ],
    says: {
      0: { remittance: 'Factuur 1, en 2' },
      1: { counterpartyName: "'t hoekje", remittance: 'Factuur 3, en 4' },
      2: { counterpartyName: "'t hoekje", remittance: 'Factuur 5' },
    },
    balances: [100000, 223000, true],
  },
  {
    name: 'ING with a space before a quote',
    bank: 'ING',
    lines: [
      '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","MutatieSoort","Mededelingen"',
      `"20200213", "Kok","NL99INGB9999999999","${other}","OV","Bij","20,00","Overschrijving", "Naam: Kok Omschrijving: Factuur 1 IBAN: ${other} Valutadatum: 14-02-2020"`,
    ],
    accounts: ['NL99INGB9999999999'],
    money: [['2020-02-13', 2000]],
    says: { 0: { counterpartyName: 'Kok', remittance: 'Factuur 1', valueDate: '2020-02-14' } },
  },
  {
    name: 'Triodos without headings, its account as it was before the IBAN',
    bank: 'Triodos',
    lines: ['"05-01-2012","TRIODOSBANK/0123456789","1.250,00","Credit","Kok","0001234567","ET","Factuur 1","2.250,00"'],
    accounts: ['0123456789'],
    money: [['2012-01-05', 125000]],
    says: { 0: { counterpartyName: 'Kok', counterpartyIban: '0001234567', remittance: 'Factuur 1' } },
    balances: [100000, 225000, true],
  },
  {
    name: 'ASN after the merger: 17 columns, by name',
    bank: 'ASN/SNS/RegioBank',
    lines: [
      'Datum,Je rekening,Van / naar,Naam,Valuta saldo,Saldo voor boeking,Valuta boeking,Bedrag bij/af,Verwerkingsdatum,Valutadatum,Code,Type,Volgnummer,Betalingskenmerk,Omschrijving,Afschriftnummer,Categorie',
      `4-1-2026,NL57ASNB0123456789,${other},Jansen,EUR,2000.00,EUR,-1234.56,4-1-2026,5-1-2026,9820,BEA,1,,Factuur 4,1,Boodschappen`,
      `5-1-2026,NL57ASNB0123456789,${other},Werk,EUR,765.44,EUR,2500.00,5-1-2026,5-1-2026,8810,NGM,2,,Salaris,1,`,
    ],
    accounts: ['NL57ASNB0123456789'],
    money: [
      ['2026-01-04', -123456],
      ['2026-01-05', 250000],
    ],
    balances: [200000, 326544, true],
  },
  {
    name: 'ASN savings: a semicolon and a comma in the amounts',
    bank: 'ASN/SNS/RegioBank',
    lines: [
      'Datum;Je rekening;Van / naar;Naam;Omschrijving;Bedrag bij / af',
      `31-1-2026;NL57ASNB0123456789;${other};Jansen;Rente;12,34`,
    ],
    accounts: ['NL57ASNB0123456789'],
    money: [['2026-01-31', 1234]],
  },
  {
    name: 'Triodos without a header',
    bank: 'Triodos',
    lines: [
      `"05-01-2026","NL70TRIO0123456789","1.210,00","Credit","Jansen","${other}","OV","Factuur 1","2.210,00"`,
      `"06-01-2026","NL70TRIO0123456789","85,50","Debet","Energie","${other}","IC","Termijn","2.124,50"`,
    ],
    accounts: ['NL70TRIO0123456789'],
    money: [
      ['2026-01-05', 121000],
      ['2026-01-06', -8550],
    ],
    balances: [100000, 212450, true],
  },
  {
    name: 'Triodos with a header and letters',
    bank: 'Triodos',
    lines: [
      'Boekdatum;Rekeningnummer;Bedrag;Debet/Credit;Naam tegenrekening;Tegenrekening;Code;Omschrijving;Saldo',
      `05-01-2026;NL70TRIO0123456789;1.210,00;C;Jansen;${other};OV;Factuur 1;2.210,00`,
    ],
    accounts: ['NL70TRIO0123456789'],
    money: [['2026-01-05', 121000]],
    balances: [100000, 221000, true],
  },
];
