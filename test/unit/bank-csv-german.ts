import type { BankLayout } from './bank-csv-dutch.ts';

const other = 'NL20INGB0001234567';

/** Banks in Germany. */
export const germanLayouts: readonly BankLayout[] = [
  {
    name: 'Deutsche Bank in English: parties, texts and references of a payment',
    bank: 'Deutsche Bank',
    lines: [
      'Transactions',
      'Account;NL10DEUT0265123456;EUR',
      'Booking date;Value date;Transaction Type;Beneficiary / Originator;Payment Details;IBAN / Account Number;BIC;Customer Reference;Mandate Reference;Debit;Credit;Currency',
      `2/5/2026;2/5/2026;SEPA Credit;KOK BOUW;Factuur 2026-11;${other};INGBNL2A;E1;;;1,250.00;EUR`,
      '2/25/2026;2/25/2026;Fee;BANK;Kosten;;;;;-5.00;;EUR',
    ],
    accounts: ['NL10DEUT0265123456'],
    money: [
      ['2026-02-05', 125000],
      ['2026-02-25', -500],
    ],
    says: {
      0: { counterpartyName: 'KOK BOUW', counterpartyIban: other, remittance: 'Factuur 2026-11', endToEndId: 'E1' },
    },
    warnings: ['bank-dates-month-first 5'],
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
    name: 'Sparkasse: a purpose with keywords',
    bank: null,
    lines: [
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung;Info',
      '"DE89370400440532013000";"30.01.26";"31.01.26";"GUTSCHRIFT";"EREF+E-5 MREF+M-5 SVWZ+Rechnung 5";"Müller GmbH";"DE02120300000000202051";"10,00";"EUR";"Umsatz gebucht"',
    ],
    accounts: ['DE89370400440532013000'],
    money: [['2026-01-30', 1000]],
    says: { 0: { endToEndId: 'E-5', mandateId: 'M-5', remittance: 'Rechnung 5', counterpartyName: 'Müller GmbH' } },
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
    name: 'comdirect: where a line is not booked yet, a word stands for its date',
    bank: null,
    lines: [
      '"Umsätze Girokonto";"Zeitraum: 30 Tage";',
      '"Neuer Kontostand";"1.119,00 EUR";',
      '"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";',
      '"offen";"--";"Kartenverfügung";"Tanken";"-50,00";',
      '"06.02.2026";"06.02.2026";"Übertrag";"Auftraggeber: Jansen Rechnung 9";"1.119,00";',
    ],
    accounts: [''],
    money: [['2026-02-06', 111900]],
    says: { 0: { remittance: 'Auftraggeber: Jansen Rechnung 9' } },
    warnings: ['bank-not-booked 4', 'bank-account-unknown'],
  },
  {
    name: 'Volksbank: keywords with a colon',
    bank: null,
    lines: [
      'IBAN Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung',
      `DE89370400440532013000;06.02.2026;06.02.2026;Jansen BV;${other};Gutschrift;Rechnung 9 EREF: E-9 MREF: M-9;119,00;EUR;119,00`,
    ],
    accounts: ['DE89370400440532013000'],
    money: [['2026-02-06', 11900]],
    says: { 0: { remittance: 'Rechnung 9', endToEndId: 'E-9', mandateId: 'M-9', counterpartyIban: other } },
    balances: [0, 11900, true],
  },
  {
    name: '1822direkt: Soll/Haben has the amounts, the purpose is cut into columns',
    bank: null,
    lines: [
      'Kontonummer;Datum/Zeit;Buchungstag;Wertstellung;Soll/Haben;Buchungsschlüssel;Buchungsart;Empfänger/Auftraggeber Name;Empfänger/Auftraggeber IBAN;Empfänger/Auftraggeber BIC;Glaeubiger-ID;Mandatsreferenz;Mandatsdatum;Vwz.0;Vwz.1;Vwz.2;Vwz.17;End-to-End-Identifikation',
      `1234567890;18.02.2026 12:00;18.02.2026;19.02.2026;1.119,00;166;Gutschrift;Huber KG;${other};GKCC;;;;Rechnung 9 und Rechnung 10 vom 3. F;ebruar;Kunde 77;Ende;E-9`,
      `1234567890;17.02.2026 12:00;17.02.2026;17.02.2026;-30,00;105;Lastschrift;Strom AG;${other};GKCC;DE98ZZZ09999999999;M-77;01.01.2020;Abschlag;;;;E-8`,
    ],
    accounts: ['1234567890'],
    money: [
      ['2026-02-18', 111900],
      ['2026-02-17', -3000],
    ],
    says: {
      0: {
        counterpartyName: 'Huber KG',
        counterpartyIban: other,
        remittance: 'Rechnung 9 und Rechnung 10 vom 3. Februar Kunde 77 Ende',
        endToEndId: 'E-9',
      },
      1: { mandateId: 'M-77' },
    },
  },
  {
    name: 'Sparkasse: returns told with UE for Ü, by the text or by the sort',
    bank: null,
    lines: [
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Mandatsreferenz;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung;Info',
      `DE89370400440532013000;18.02.26;18.02.26;FOLGELASTSCHRIFT;RUECKLASTSCHRIFT AC04 Rechnung 7;M7;Meier;${other};-53,00;EUR;Umsatz gebucht`,
      `DE89370400440532013000;17.02.26;17.02.26;RETOURENBELASTUNG;Rechnung 6;M6;Huber;${other};-50,00;EUR;Umsatz gebucht`,
    ],
    accounts: ['DE89370400440532013000'],
    money: [
      ['2026-02-18', -5300],
      ['2026-02-17', -5000],
    ],
    says: { 0: { returnReason: 'AC04', mandateId: 'M7' }, 1: { returnReason: 'MS03', remittance: 'Rechnung 6' } },
  },
  {
    name: 'Commerzbank: keywords written out in the text',
    bank: null,
    lines: [
      'Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;Kategorie',
      '18.02.2026;18.02.2026;Gutschrift;Huber GmbH Rechnung 9 End-to-End-Ref.: E9;119,00;EUR;DE89370400440532013000;',
      '17.02.2026;17.02.2026;Lastschrift;Strom AG Abschlag End-to-End-Ref.: NOTPROVIDED Mandatsref: M1 Gläubiger-ID: DE98ZZZ;-30,00;EUR;DE89370400440532013000;',
    ],
    accounts: ['DE89370400440532013000'],
    money: [
      ['2026-02-18', 11900],
      ['2026-02-17', -3000],
    ],
    says: {
      0: { remittance: 'Huber GmbH Rechnung 9', endToEndId: 'E9' },
      1: { remittance: 'Strom AG Abschlag', endToEndId: null, mandateId: 'M1' },
    },
  },
  {
    name: 'Volksbank before 2020: the account beside the payer is of the payer, on every line or on some',
    bank: null,
    lines: [
      'Buchungstag;Valuta;Auftraggeber/Zahlungsempfänger;Empfänger/Zahlungspflichtiger;Konto-Nr.;IBAN;BLZ;BIC;Vorgang/Verwendungszweck;Kundenreferenz;Währung;Umsatz;',
      `18.02.2026;18.02.2026;Ons;Huber KG;;${other};;BYLADEM1001;Rechnung 9;;EUR;1.119,00;H`,
      '17.02.2026;17.02.2026;Ons;Strom AG;;;;;Abschlag;;EUR;30,00;S',
    ],
    accounts: [''],
    money: [
      ['2026-02-18', 111900],
      ['2026-02-17', -3000],
    ],
    says: {
      0: { counterpartyName: 'Huber KG', counterpartyIban: other, remittance: 'Rechnung 9' },
      1: { counterpartyName: 'Strom AG', counterpartyIban: null },
    },
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'Sparkasse: beside the own account another one is of the payer',
    bank: null,
    lines: [
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Kontonummer;BLZ;Betrag;Währung;Info',
      `1234567890;18.02.26;18.02.26;GUTSCHRIFT;EREF+E9 SVWZ+Rechnung 9;Huber KG;${other};BYLADEM1001;119,00;EUR;Umsatz gebucht`,
    ],
    accounts: ['1234567890'],
    money: [['2026-02-18', 11900]],
    says: { 0: { counterpartyName: 'Huber KG', counterpartyIban: other, remittance: 'Rechnung 9', endToEndId: 'E9' } },
  },
];
