import type { BankLayout } from './bank-csv-dutch.ts';

const own = 'NL91ABNA0417164300';
const other = 'NL20INGB0001234567';

/** Banks and payment services elsewhere, and banks nobody described. */
export const otherLayouts: readonly BankLayout[] = [
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
    name: 'Revolut in Dutch',
    bank: 'Revolut',
    lines: [
      'Soort,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Staat,Saldo',
      'Overschrijving,Betaalrekening,2026-02-04 23:11:12,2026-02-05 10:11:13,Overschrijving van Kok,250.00,0.00,EUR,VOLTOOID,1250.00',
      'Kaartbetaling,Betaalrekening,2026-02-06 10:11:12,,Winkel,-5.00,0.00,EUR,TERUGGEDRAAID,',
    ],
    accounts: [''],
    money: [['2026-02-05', 25000]],
    balances: [100000, 125000, true],
    warnings: ['bank-not-booked 3', 'bank-account-unknown'],
  },
  {
    name: 'Revolut for business: the reference is what the payer typed',
    bank: 'Revolut',
    lines: [
      'Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,Card number,Orig currency,Orig amount,Payment currency,Amount,Total amount,Exchange rate,Fee,Fee currency,Balance,Account,Beneficiary account number,Beneficiary IBAN,Beneficiary BIC',
      '2026-01-03,2026-01-03,abd,TRANSFER,COMPLETED,To Pieters,Huur,,,EUR,-50.00,EUR,-50.00,-50.20,,0.20,EUR,549.80,EUR Main,,NL20INGB0001234567,INGBNL2A',
      '2026-01-02,2026-01-02,abc,TOPUP,COMPLETED,Money added,F-1,Jansen,,EUR,100.00,EUR,100.00,100.00,,0.00,EUR,600.00,EUR Main,,,',
    ],
    accounts: ['EUR Main'],
    money: [
      ['2026-01-03', -5020],
      ['2026-01-02', 10000],
    ],
    says: {
      0: { counterpartyIban: other, bankReference: 'abd' },
      1: { counterpartyName: 'Jansen', remittance: 'Money added F-1' },
    },
    balances: [50000, 54980, true],
  },
  {
    name: 'a Belgian table whose account stands before its headings, in the same line',
    bank: 'ING',
    lines: [
      'Nr v/d rekening :;979-1234567-29;Groeirekening Valutadatum;Ref. v/d verrichting;Beschrijving;Bedrag v/d verrichting;Munt;Datum v. verrichting;Rekening tegenpartij;Naam v/d tegenpartij :;Mededeling 1 :;Mededeling 2 :',
      '10-02-2026;B1C22AB33;Overschrijving;1.239,01;EUR;09-02-2026;979-7654321-54;JANSEN;Factuur 2026-11; ',
      '06-02-2026;B1C22AB32;Overschrijving;-12,40;EUR;06-02-2026;230-0000123-46;PIETERS;+++345/7508/87808+++; ',
    ],
    accounts: ['979-1234567-29'],
    money: [
      ['2026-02-09', 123901],
      ['2026-02-06', -1240],
    ],
    says: {
      0: { valueDate: '2026-02-10', counterpartyName: 'JANSEN', counterpartyIban: '979-7654321-54' },
      1: { bankReference: 'B1C22AB32' },
    },
  },
  {
    name: 'Danish headings',
    bank: null,
    lines: [
      '"Dato";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"',
      '"05.02.2026";"Faktura 2026-11 Kok";"1.250,00";"11.250,00";"Udført";"Nej"',
      '"06.02.2026";"Husleje";"-2.000,50";"9.249,50";"Udført";"Nej"',
      '"07.02.2026";"Kort";"-10,00";"";"Venter";"Nej"',
    ],
    accounts: [''],
    money: [
      ['2026-02-05', 125000],
      ['2026-02-06', -200050],
    ],
    says: { 0: { remittance: 'Faktura 2026-11 Kok' } },
    balances: [1000000, 924950, true],
    warnings: ['bank-not-booked 4', 'bank-account-unknown'],
  },
  {
    name: 'Swedish headings: the day it was booked, not that of the value',
    bank: null,
    lines: [
      'Radnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo',
      '1,81234,9876543210,Företagskonto,SEK,2026-02-05,2026-02-04,2026-02-06,Kok,Faktura 2026-11,1250.00,11250.00',
    ],
    accounts: ['9876543210'],
    money: [['2026-02-05', 125000]],
    says: { 0: { valueDate: '2026-02-06', remittance: 'Faktura 2026-11' } },
    balances: [1000000, 1125000, true],
  },
  {
    name: 'French headings with the currency in words',
    bank: null,
    lines: [
      'Date operation;Libelle operation;Montant operation en euro;Solde',
      '05/02/2026;VIR RECU KOK FACTURE 2026-11;1 250,00;11 250,00',
    ],
    accounts: [''],
    money: [['2026-02-05', 125000]],
    says: { 0: { remittance: 'VIR RECU KOK FACTURE 2026-11' } },
    balances: [1000000, 1125000, true],
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'Mollie: payments that were not made are left out',
    bank: 'Mollie',
    lines: [
      '"Date","Payment method","Currency","Amount","Status","ID","Description","Consumer name","Consumer bank account","Consumer BIC","Settlement currency","Settlement amount","Settlement reference","Amount refunded"',
      `"2026-02-05 10:11:12","ideal","EUR","250.00","paid","tr_a1","Factuur 2026-11","Kok Bouw","${other}","INGBNL2A","EUR","250.00","1234567.2602.01","0.00"`,
      '"2026-02-06 11:11:12","ideal","EUR","50.00","open","tr_a2","Factuur 2026-12","","","","EUR","","",""',
      '"2026-02-06 12:11:12","ideal","EUR","-50.00","refunded","re_a3","Terug 2026-11","","","","EUR","-50.00","1234567.2602.01",""',
    ],
    accounts: [''],
    money: [
      ['2026-02-05', 25000],
      ['2026-02-06', -5000],
    ],
    says: {
      0: {
        counterpartyName: 'Kok Bouw',
        counterpartyIban: other,
        remittance: 'Factuur 2026-11',
        bankReference: 'tr_a1',
      },
    },
    warnings: ['bank-not-booked 3', 'bank-account-unknown'],
  },
  {
    name: 'Stripe: a charge is of the day it was made, and comes off',
    bank: 'Stripe',
    lines: [
      'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description',
      'txn_1,charge,ch_1,250.00,4.10,245.90,eur,2026-02-05 10:11,2026-02-12 00:00,Invoice 2026-11',
    ],
    accounts: [''],
    money: [
      ['2026-02-05', 25000],
      ['2026-02-05', -410],
    ],
    says: { 0: { valueDate: '2026-02-12', remittance: 'Invoice 2026-11', bankReference: 'txn_1' } },
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'HSBC: the name is of the bank, not of a counterparty',
    bank: 'HSBC',
    lines: [
      'Account name,Account number,Bank name,Currency,BIC,IBAN,Closing ledger balance,Bank reference,Narrative,Customer reference,TRN type,Value date,Credit amount,Debit amount,Balance,Post date',
      'WIJ BV,123456,HSBC NL,EUR,HSBCNL2A,NL10HSBC0123456789,1248.5,BR1,KOK Factuur 2026-11,CR1,TRF,05/02/2026,250,,1250,05/02/2026',
      'WIJ BV,123456,HSBC NL,EUR,HSBCNL2A,NL10HSBC0123456789,1248.5,BR2,FEE,CR2,CHG,25/02/2026,,-1.5,1248.5,25/02/2026',
    ],
    accounts: ['NL10HSBC0123456789'],
    money: [
      ['2026-02-05', 25000],
      ['2026-02-25', -150],
    ],
    says: { 0: { counterpartyName: null, remittance: 'KOK Factuur 2026-11', bankReference: 'BR1' } },
    balances: [100000, 124850, true],
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
    says: {
      0: { bankReference: '8AB', counterpartyName: 'Jansen', remittance: 'F-9' },
      1: { counterpartyName: null, remittance: 'Fee' },
    },
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
      1: { counterpartyName: null, remittance: 'KOSTEN' },
    },
    balances: [100000, 110000, true],
  },
  {
    name: 'KBC in English: what the payer wrote stands in two columns, Name is the holder',
    bank: 'KBC',
    lines: [
      "Account number;Heading;Name;Currency;Statement number;Date;Description;Value date;Amount;Balance;credit;debit;counterparty's account number;Counterparty BIC;Counterparty name;Counterparty address;standard-format reference;Free-format reference",
      'BE68539007547034;;EIGEN BV;EUR;02026001;13/01/2026;TRANSFER FROM;13/01/2026;1.121,00;2.121,00;1.121,00;;BE71 0961 2345 6769;;PEETERS;;+++090/9337/55493+++;Factuur 77',
    ],
    accounts: ['BE68539007547034'],
    money: [['2026-01-13', 112100]],
    says: {
      0: {
        structuredReference: '+++090/9337/55493+++',
        counterpartyName: 'PEETERS',
        counterpartyIban: 'BE71096123456769',
        remittance: 'TRANSFER FROM Factuur 77',
      },
    },
    balances: [100000, 212100, true],
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
    name: 'Argenta: its reference is its own, not the payer’s',
    bank: 'Argenta',
    lines: [
      'Rekening;Boekdatum;Valutadatum;Referentie;Beschrijving;Bedrag;Munt;Verrichtingsdatum;Rekening tegenpartij;Naam tegenpartij;Mededeling',
      `BE71 0961 2345 6769;06-02-2026;07-02-2026;B6A06X1;Inkomende overschrijving;1.121,00;EUR;06-02-2026;${other};Peeters NV;FACT 8`,
    ],
    accounts: ['BE71096123456769'],
    money: [['2026-02-06', 112100]],
    says: { 0: { remittance: 'Inkomende overschrijving FACT 8', bankReference: 'B6A06X1', valueDate: '2026-02-07' } },
  },
  {
    name: 'PostFinance: the currency is in the headings',
    bank: null,
    lines: [
      'Konto:;="CH9300762011623852957"',
      'Datum;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Valuta;Saldo in CHF',
      '06.02.2026;"GUTSCHRIFT JANSEN BV RG 9";119.00;;06.02.2026;1119.00',
      '05.02.2026;"LASTSCHRIFT";;-30.50;05.02.2026;1000.00',
    ],
    accounts: ['CH9300762011623852957'],
    money: [
      ['2026-02-06', 11900],
      ['2026-02-05', -3050],
    ],
    says: { 0: { remittance: 'GUTSCHRIFT JANSEN BV RG 9', valueDate: '2026-02-06' } },
    balances: [103050, 111900, true],
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
