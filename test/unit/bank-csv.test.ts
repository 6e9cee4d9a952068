import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { parseDecimal } from '#shared/money/cents.ts';
import { moneyOf, readLines, transactionsOf, warningsOf } from './bank-csv-lines.ts';

interface Layout {
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

const own = 'NL91ABNA0417164300';
const other = 'NL20INGB0001234567';
const rabobank =
  '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"';

const layouts: readonly Layout[] = [
  {
    name: 'ING until 2019: unsigned amounts with Af and Bij',
    bank: 'ING',
    lines: [
      '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","MutatieSoort","Mededelingen"',
      `"20190305","Jansen BV","NL69INGB0123456789","${other}","OV","Bij","1.234,56","Overschrijving","Naam: Jansen BV Omschrijving: Factuur F-12 IBAN: ${other} Kenmerk: KL-9 Valutadatum: 06-03-2019"`,
      `"20190304","Energie NV","NL69INGB0123456789","${other}","IC","Af","85,50","Incasso","Naam: Energie NV Omschrijving: Termijn 3 IBAN: ${other} Kenmerk: NOTPROVIDED Machtiging ID: M-7 Incassant ID: NL00ZZZ000000000000 Doorlopende incasso Valutadatum: 04-03-2019"`,
      '',
    ],
    accounts: ['NL69INGB0123456789'],
    money: [
      ['2019-03-05', 123456],
      ['2019-03-04', -8550],
    ],
    says: {
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
    bank: null,
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
  {
    name: 'Revolut: what is not booked is left out, a charge comes off',
    bank: 'Revolut',
    lines: [
      'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
      'TOPUP,Current,2026-02-01 08:00:00,2026-02-01 08:00:01,Top-Up,300.00,0.00,EUR,COMPLETED,300.00',
      'ATM,Current,2026-02-02 11:00:00,2026-02-02 11:00:05,Cash,-100.00,2.00,EUR,COMPLETED,198.00',
      'CARD_PAYMENT,Current,2026-02-02 12:00:00,,Hotel,-50.00,0.00,EUR,PENDING,',
      'CARD_PAYMENT,Current,2026-02-02 13:00:00,,Shop,-30.00,0.00,EUR,REVERTED,',
      'TRANSFER,Current,2026-02-03 13:00:00,2026-02-03 13:00:00,Payment from Jansen,50.00,1.00,EUR,COMPLETED,247.00',
    ],
    accounts: [''],
    money: [
      ['2026-02-01', 30000],
      ['2026-02-02', -10200],
      ['2026-02-03', 5000],
      ['2026-02-03', -100],
    ],
    balances: [0, 24700, true],
    warnings: ['bank-not-booked 4', 'bank-account-unknown'],
  },
  {
    name: 'N26: the account number is of the counterparty',
    bank: 'N26',
    lines: [
      '"Date","Payee","Account number","Transaction type","Payment reference","Category","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"',
      '"2026-01-31","Stadtwerke","DE89370400440532013000","Direct Debit","Abschlag","Household","-60.0","","",""',
      '"2026-02-01","Cafe","","MasterCard Payment","","Food","-4.5","-5.0","USD","1.1"',
    ],
    accounts: [''],
    money: [
      ['2026-01-31', -6000],
      ['2026-02-01', -450],
    ],
    says: { 0: { counterpartyIban: 'DE89370400440532013000', counterpartyName: 'Stadtwerke', remittance: 'Abschlag' } },
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'N26 since 2024',
    bank: 'N26',
    lines: [
      '"Booking Date","Value Date","Partner Name","Partner Iban","Type","Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"',
      '"2026-01-31","2026-02-01","Stadtwerke","DE89370400440532013000","Direct Debit","Abschlag","Main","-60.00","","",""',
    ],
    accounts: [''],
    money: [['2026-01-31', -6000]],
    says: { 0: { valueDate: '2026-02-01', counterpartyIban: 'DE89370400440532013000', remittance: 'Abschlag' } },
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'Wise: charges are in the amounts; who paid and who was paid',
    bank: 'Wise',
    lines: [
      '"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Card Last Four Digits","Card Holder Full Name",Attachment,Note,"Total fees","Exchange To Amount"',
      'TRANSFER-1,05-04-2026,-250.50,EUR,Sent money to Pieters,Huur,749.50,,,,Eigen BV,Pieters,NL20INGB0001234567,,,,,,0.50,',
      'TRANSFER-2,06-04-2026,1000.00,EUR,Received money from Jansen,Factuur 9,1749.50,,,,Jansen,Eigen BV,,,,,,,0.00,',
    ],
    accounts: [''],
    money: [
      ['2026-04-05', -25050],
      ['2026-04-06', 100000],
    ],
    says: {
      0: { counterpartyName: 'Pieters', counterpartyIban: other, bankReference: 'TRANSFER-1' },
      1: { counterpartyName: 'Jansen', remittance: 'Received money from Jansen Factuur 9' },
    },
    balances: [100000, 174950, true],
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'PayPal: what the customer paid stays whole, the charge is a line of its own',
    bank: 'PayPal',
    lines: [
      '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance","Invoice Number"',
      '"31/01/2026","10:00:00","CET","Jansen","Payment","Completed","EUR","100,00","-3,20","96,80","a@example.com","b@example.com","8AB","96,80","F-9"',
      '"31/01/2026","11:00:00","CET","De Vries","Payment","Pending","EUR","50,00","0,00","50,00","a@example.com","b@example.com","8AC","96,80",""',
    ],
    accounts: [''],
    money: [
      ['2026-01-31', 10000],
      ['2026-01-31', -320],
    ],
    says: { 0: { bankReference: '8AB', counterpartyName: 'Jansen' }, 1: { counterpartyName: null, remittance: 'Fee' } },
    balances: [0, 9680, true],
    warnings: ['bank-not-booked 3', 'bank-account-unknown'],
  },
  {
    name: 'KBC: Valuta holds dates, beside the amount stand credit and debet',
    bank: 'KBC',
    lines: [
      'Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;Naam tegenpartij;Adres tegenpartij;gestructureerde mededeling;Vrije mededeling',
      'BE68539007547034;;EIGEN BV;EUR; 02026001;02/01/2026;OVERSCHRIJVING;03/01/2026;121,00;1121,00;121,00;;BE71096123456769;;PEETERS;;+++090/9337/55493+++;',
      'BE68539007547034;;EIGEN BV;EUR; 02026001;05/01/2026;KOSTEN;05/01/2026;-21,00;1100,00;;-21,00;;;;;;',
    ],
    accounts: ['BE68539007547034'],
    money: [
      ['2026-01-02', 12100],
      ['2026-01-05', -2100],
    ],
    says: {
      0: { valueDate: '2026-01-03', structuredReference: '+++090/9337/55493+++', counterpartyName: 'PEETERS' },
    },
    balances: [100000, 110000, true],
  },
  {
    name: 'BNP Paribas Fortis: Tegenpartij is an account, refused lines are left out',
    bank: 'BNP Paribas Fortis',
    lines: [
      'Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer;Type verrichting;Tegenpartij;Naam van de tegenpartij;Mededeling;Details;Status;Reden van weigering',
      '2026-00002;06/01/2026;06/01/2026;-10,00;EUR;BE68539007547034;Overschrijving;BE71096123456769;PEETERS;Factuur;;Geweigerd;Saldo',
      '2026-00001;05/01/2026;05/01/2026;10,00;EUR;BE68539007547034;Overschrijving;BE71096123456769;PEETERS;Factuur 1;DETAIL;Geaccepteerd;',
    ],
    accounts: ['BE68539007547034'],
    money: [['2026-01-05', 1000]],
    says: { 0: { counterpartyIban: 'BE71096123456769', counterpartyName: 'PEETERS', remittance: 'Factuur 1 DETAIL' } },
    warnings: ['bank-not-booked 2'],
  },
  {
    name: 'Sparkasse: German headings, days of two digits, what is noted for later is left out',
    bank: null,
    lines: [
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Glaeubiger ID;Mandatsreferenz;Kundenreferenz (End-to-End);Sammlerreferenz;Lastschrift Ursprungsbetrag;Auslagenersatz Ruecklastschrift;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC (SWIFT-Code);Betrag;Waehrung;Info',
      '"DE89370400440532013000";"30.01.26";"31.01.26";"GUTSCHRIFT";"Rechnung 4";"";"";"E-4";"";"";"";"Müller GmbH";"DE02120300000000202051";"";"1.190,00";"EUR";"Umsatz gebucht"',
      '"DE89370400440532013000";"31.01.26";"";"LASTSCHRIFT";"Strom";"";"M-1";"";"";"";"";"Stadtwerke";"";"";"-60,00";"EUR";"Umsatz vorgemerkt"',
    ],
    accounts: ['DE89370400440532013000'],
    money: [['2026-01-30', 119000]],
    says: {
      0: {
        endToEndId: 'E-4',
        counterpartyName: 'Müller GmbH',
        counterpartyIban: 'DE02120300000000202051',
        remittance: 'Rechnung 4',
      },
    },
    warnings: ['bank-not-booked 3'],
  },
  {
    name: 'Deutsche Bank: Soll with a minus, Haben without',
    bank: null,
    lines: [
      'Umsätze;;;;;',
      'Konto;DE89 3704 0044 0532 0130 00',
      'Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Soll;Haben;Währung',
      '30.01.2026;30.01.2026;Gutschrift;Müller GmbH;Rechnung 4;DE02120300000000202051;;;1.190,00;EUR',
      '31.01.2026;31.01.2026;Lastschrift;Stadtwerke;Strom;;;-60,00;;EUR',
      'Kontostand;31.01.2026;;;1.130,00;EUR',
    ],
    accounts: ['DE89370400440532013000'],
    money: [
      ['2026-01-30', 119000],
      ['2026-01-31', -6000],
    ],
    says: { 0: { counterpartyIban: 'DE02120300000000202051', counterpartyName: 'Müller GmbH' } },
    warnings: ['bank-rows-left-out 6'],
  },
  {
    name: 'an unknown bank: columns for what left and what arrived',
    bank: null,
    lines: [
      'Boekingsdatum;Rekening;Tegenrekening;Naam;Omschrijving;Af;Bij;Saldo',
      `01-02-2026;BE68539007547034;${other};Jansen;Factuur 1;;100,00;600,00`,
      `02-02-2026;BE68539007547034;${other};Energie;Termijn;40,00;0,00;560,00`,
    ],
    accounts: ['BE68539007547034'],
    money: [
      ['2026-02-01', 10000],
      ['2026-02-02', -4000],
    ],
    balances: [50000, 56000, true],
  },
  {
    name: 'an unknown bank in English with two accounts',
    bank: null,
    lines: [
      'Account IBAN,Transaction Date,Counterparty Name,Counterparty IBAN,Credit/Debit,Amount,Currency,Remittance information,Balance after',
      `${own},2026-02-01,Jansen,${other},CRDT,100.00,EUR,Invoice 1,600.00`,
      'BE68539007547034,2026-02-01,Peeters,,DBIT,7.00,EUR,Invoice 2,93.00',
      `${own},2026-02-02,Energie,${other},DBIT,40.00,EUR,Term,560.00`,
    ],
    accounts: [own, 'BE68539007547034'],
    money: [
      ['2026-02-01', 10000],
      ['2026-02-02', -4000],
      ['2026-02-01', -700],
    ],
    balances: [50000, 56000, true],
  },
];

describe('a bank table is read by its own layout', () => {
  it.each(layouts)('$name', ({ bank, lines, accounts, money, says = {}, balances, warnings = [] }) => {
    expect(detectFormat(new TextEncoder().encode(lines.join('\r\n')))).toBe('bankcsv');
    const reading = readLines(lines);
    expect(moneyOf(reading)).toEqual(money);
    expect(reading.bank).toBe(bank);
    expect(reading.statements.map(({ account }) => account)).toEqual(accounts);
    expect(warningsOf(reading)).toEqual(warnings);
    for (const [place, facts] of Object.entries(says)) {
      expect(transactionsOf(reading)[Number(place)]).toMatchObject(facts);
    }
    if (balances) {
      const { opening, closing, reconciles } = reading.statements[0]!;
      expect([opening, closing, reconciles]).toEqual(balances);
    }
  });
});

const samples = join(import.meta.dirname, '../../../shared/samples');
interface Sample {
  readonly format?: string;
  readonly bank: string;
  readonly rows: number;
  readonly credits: string;
  readonly debits: string;
  readonly account?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly balanceAfterLast?: string;
  readonly first: { readonly date: string; readonly amount: string };
  readonly last: { readonly date: string; readonly amount: string };
}

describe.skipIf(!existsSync(samples))(
  'files of banks, read in place (skipped without the samples beside the project)',
  () => {
    const files: Record<string, Sample> = existsSync(samples)
      ? JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')).files
      : {};
    const tables = Object.entries(files).filter(([, { format }]) => format === 'bankcsv');

    it.each(tables)('%s', (name, sample) => {
      const bytes = readFileSync(join(samples, name));
      expect(detectFormat(bytes)).toBe('bankcsv');
      const reading = readBankCsv(bytes);
      const lines = transactionsOf(reading);
      const sum = (sign: number): number =>
        lines.filter(({ amount }) => Math.sign(amount) === sign).reduce((total, { amount }) => total + amount, 0);
      expect(reading.bank).toBe(sample.bank);
      expect(lines.length).toBe(sample.rows);
      expect(sum(1)).toBe(parseDecimal(sample.credits));
      expect(sum(-1)).toBe(parseDecimal(sample.debits));
      expect(lines.at(0)).toMatchObject({ bookDate: sample.first.date, amount: parseDecimal(sample.first.amount) });
      expect(lines.at(-1)).toMatchObject({ bookDate: sample.last.date, amount: parseDecimal(sample.last.amount) });
      const { account, opening, closing } = reading.statements[0]!;
      if (sample.account) expect(account).toBe(sample.account);
      if (sample.opening) expect(opening).toBe(parseDecimal(sample.opening));
      const end = sample.closing ?? sample.balanceAfterLast;
      if (end) expect(closing).toBe(parseDecimal(end));
    });
  },
);
