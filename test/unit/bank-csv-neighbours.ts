import type { BankLayout } from './bank-csv-dutch.ts';

const own = 'BE71096123456769';
const other = 'BE68539007547034';

/** Belgian banks in French, and banks whose headings name the account of the other as if it were the own one. */
export const neighbourLayouts: readonly BankLayout[] = [
  {
    name: 'Fortis in French: what was refused is left out',
    bank: 'BNP Paribas Fortis',
    lines: [
      "Nº de séquence;Date d'exécution;Date valeur;Montant;Devise du compte;Numéro de compte;Type de transaction;Contrepartie;Nom de la contrepartie;Communication;Détails;Statut;Motif du refus",
      `2026-00003;18/02/2026;19/02/2026;250,00;EUR;${own};Virement en euros;${other};PEETERS NV;Facture 8;VIREMENT;Accepté;`,
      `2026-00002;17/02/2026;17/02/2026;-20,00;EUR;${own};Domiciliation;${other};ENGIE;mois 1;DOM;Refusé;Solde insuffisant`,
    ],
    accounts: [own],
    money: [['2026-02-18', 25000]],
    says: { 0: { counterpartyName: 'PEETERS NV', counterpartyIban: other, bankReference: '2026-00003' } },
    warnings: ['bank-not-booked 3'],
  },
  {
    name: 'KBC in French: the name is of the holder',
    bank: 'KBC',
    lines: [
      "Numéro de compte;Nom de la rubrique;Nom;Devise;Numéro de l'extrait;Date;Description;Valeur;Montant;Solde;crédit;débit;numéro de compte contrepartie;BIC contrepartie;Nom contrepartie;Adresse contrepartie;communication structurée;Communication libre",
      `${own};;NOUS;EUR;2026001;18/02/2026;VIREMENT;19/02/2026;121,00;1121,00;121,00;;${other};GKCC;PEETERS;;***090/9337/55493***;`,
      `${own};;NOUS;EUR;2026001;17/02/2026;FRAIS;17/02/2026;-1,00;1000,00;;-1,00;;;;;;frais`,
    ],
    accounts: [own],
    money: [
      ['2026-02-18', 12100],
      ['2026-02-17', -100],
    ],
    says: {
      0: { counterpartyName: 'PEETERS', counterpartyIban: other, valueDate: '2026-02-19' },
      1: { counterpartyName: null, remittance: 'FRAIS frais' },
    },
    balances: [100100, 112100, true],
  },
  {
    name: 'Belfius in French',
    bank: 'Belfius',
    lines: [
      "Compte;Date de comptabilisation;Numéro d'extrait;Numéro de transaction;Compte contrepartie;Nom contrepartie contient;Rue et numéro;Code postal et localité;Transaction;Date valeur;Montant;Devise;BIC;Code pays;Communications",
      `${own};18/02/2026;1;2;${other};PEETERS NV;;;VIREMENT DE PEETERS;19/02/2026;1.121,00;EUR;GKCC;BE;facture 8`,
    ],
    accounts: [own],
    money: [['2026-02-18', 112100]],
    says: {
      0: {
        counterpartyName: 'PEETERS NV',
        counterpartyIban: other,
        remittance: 'VIREMENT DE PEETERS facture 8',
        bankReference: '2',
      },
    },
  },
  {
    name: 'bpost: its reference, and a text that goes on',
    bank: null,
    lines: [
      `Rekeningnummer :;${own};compact`,
      'Nummer van de verrichting;Transactie datum;Beschrijving;Bedrag van de verrichting;Munt;Valuta datum;Rekening tegenpartij :;Naam tegenpartij;Mededeling;Mededeling (vervolg);Referentie van de verrichting',
      `12;2026-02-18;Overschrijving;99;EUR;19/02/2026;${other};PEETERS;Factuur;8;C1A18`,
    ],
    accounts: [own],
    money: [['2026-02-18', 9900]],
    says: { 0: { remittance: 'Overschrijving Factuur 8', bankReference: 'C1A18', valueDate: '2026-02-19' } },
  },
  {
    name: 'Keytrade: the account is of the other, or a dash',
    bank: null,
    lines: [
      'Uittreksel;Datum;Valutadatum;Rekening;Omschrijving;Bedrag;Valuta',
      `1;18.02.2026;19.02.2026;${other};Peeters factuur 8;1.121,00;EUR`,
      '1;17.02.2026;17.02.2026;-;Kosten;-1,00;EUR',
    ],
    accounts: [''],
    money: [
      ['2026-02-18', 112100],
      ['2026-02-17', -100],
    ],
    says: { 0: { counterpartyIban: other }, 1: { counterpartyIban: null } },
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'Consorsbank: sender or receiver',
    bank: null,
    lines: [
      'Buchung;Valuta;Sender / Empfänger;IBAN / Konto-Nr.;BIC / BLZ;Buchungstext;Verwendungszweck;Betrag in EUR',
      `18.02.2026;19.02.2026;Huber KG;${other};GKCC;Gutschrift;Rechnung 9;1.119,00`,
    ],
    accounts: [''],
    money: [['2026-02-18', 111900]],
    says: { 0: { counterpartyName: 'Huber KG', counterpartyIban: other, remittance: 'Rechnung 9' } },
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'UBS: three texts, debits with a minus',
    bank: null,
    lines: [
      'IBAN:;CH93 0076 2011 6238 5295 7;',
      'Abschlussdatum;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3',
      '2026-02-18;2026-02-18;2026-02-19;CHF;;119.00;;1089.00;99180;HUBER AG;Gutschrift;Rechnung 9',
      '2026-02-17;2026-02-17;2026-02-17;CHF;-30.00;;;970.00;99179;STROM AG;Zahlung;',
    ],
    accounts: ['CH9300762011623852957'],
    money: [
      ['2026-02-18', 11900],
      ['2026-02-17', -3000],
    ],
    says: { 0: { remittance: 'HUBER AG Gutschrift Rechnung 9', bankReference: '99180' } },
    balances: [100000, 108900, true],
  },
  {
    name: 'UBS: without a book date a line is not booked yet, whatever its value date',
    bank: null,
    lines: [
      'IBAN:;CH93 0076 2011 6238 5295 7;',
      'Abschlussdatum;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1',
      '2026-02-19;;2026-02-19;CHF;;15.00;;;99181;TWINT HUBER',
      '2026-02-18;2026-02-18;2026-02-19;CHF;;119.00;;;99180;HUBER AG',
    ],
    accounts: ['CH9300762011623852957'],
    money: [['2026-02-18', 11900]],
    warnings: ['bank-not-booked 3'],
  },
  {
    name: 'Another bank: without a book date the value date is the day',
    bank: null,
    lines: [
      'Rekening;Boekdatum;Valutadatum;Bedrag;Tegenrekening;Omschrijving',
      `${own};;19-02-2026;15,00;${other};factuur 9`,
      `${own};18-02-2026;18-02-2026;119,00;${other};factuur 8`,
    ],
    accounts: [own],
    money: [
      ['2026-02-19', 1500],
      ['2026-02-18', 11900],
    ],
  },
  {
    name: 'Revolut until 2019: spaces around cells, "in" is no part of the currency',
    bank: null,
    lines: [
      'Completed Date ; Description ; Paid Out (EUR) ; Paid In (EUR) ; Exchange Out; Exchange In; Balance (EUR); Notes',
      '18 feb 2026 ; Payment from Jansen ;  ; 119,00 ;  ;  ; 1.089,00; F-9',
      '17 feb 2026 ; Shop ; 30,00 ;  ;  ;  ; 970,00; ',
    ],
    accounts: [''],
    money: [
      ['2026-02-18', 11900],
      ['2026-02-17', -3000],
    ],
    balances: [100000, 108900, true],
    warnings: ['bank-account-unknown'],
  },
  {
    name: 'Barclays: an account by its sort code',
    bank: 'Barclays',
    lines: [
      'Number,Date,Account,Amount,Subcategory,Memo',
      ' ,18/02/2026,20-00-00 12345678,119.00,Counter Credit,PEETERS LTD      INVOICE 9 BGC',
      ' ,17/02/2026,20-00-00 12345678,-30.00,Payment,SHOP ON 16 FEB BCC',
    ],
    accounts: ['20-00-0012345678'],
    money: [
      ['2026-02-18', 11900],
      ['2026-02-17', -3000],
    ],
    says: { 0: { remittance: 'PEETERS LTD INVOICE 9 BGC', counterpartyIban: null } },
  },
  {
    name: 'NatWest and RBS: the amount is called value',
    bank: 'NatWest/RBS',
    lines: [
      'Date,Type,Description,Value,Balance,Account Name,Account Number',
      '18 Feb 2026,BAC,"PEETERS LTD , INVOICE 9 , FP 18/02/26 1231",119.00,1089.00,OURS LTD,600000-12345678',
      '17 Feb 2026,POS,"5320 16FEB26 , SHOP",-30.00,970.00,OURS LTD,600000-12345678',
    ],
    accounts: ['600000-12345678'],
    money: [
      ['2026-02-18', 11900],
      ['2026-02-17', -3000],
    ],
    says: { 0: { remittance: 'PEETERS LTD , INVOICE 9 , FP 18/02/26 1231', counterpartyName: null } },
    balances: [100000, 108900, true],
  },
  {
    name: 'Lloyds: the sort code in a column of its own',
    bank: null,
    lines: [
      'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance',
      "18/02/2026,FPI,'30-00-00,12345678,PEETERS INVOICE 9,,119.00,1089.00",
      "17/02/2026,DEB,'30-00-00,12345678,SHOP,30.00,,970.00",
    ],
    accounts: ['30-00-00 12345678'],
    money: [
      ['2026-02-18', 11900],
      ['2026-02-17', -3000],
    ],
    balances: [100000, 108900, true],
  },
  {
    name: 'Raiffeisen in Switzerland: one column of amounts that names both sides',
    bank: null,
    lines: [
      'IBAN;Booked At;Text;Credit/Debit Amount;Balance;Valuta Date',
      'CH9300762011623852957;2026-02-18 00:00:00.0;Gutschrift Huber AG;150.00;1150.00;2026-02-19 00:00:00.0',
      'CH9300762011623852957;2026-02-17 00:00:00.0;Strom AG;-30.00;1000.00;2026-02-17 00:00:00.0',
    ],
    accounts: ['CH9300762011623852957'],
    money: [
      ['2026-02-18', 15000],
      ['2026-02-17', -3000],
    ],
    says: { 0: { remittance: 'Gutschrift Huber AG', valueDate: '2026-02-19' } },
    balances: [103000, 115000, true],
  },
];
