import type { BankHeading, Role } from './roles.ts';

interface KnownBank {
  readonly name: string;
  /** Headings that are in its tables, all of one set. */
  readonly marks: readonly (readonly string[])[];
  /** Where this bank means something else than others by a heading. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Its charges come off the amount beside them, also where no balance shows it. */
  readonly feesComeOff?: true;
  /** These are words any bank may use: an account of another bank says more. */
  readonly areCommonWords?: true;
}

const banks: readonly KnownBank[] = [
  {
    name: 'ING',
    marks: [
      ['naamomschrijving', 'afbij', 'mededelingen'],
      ['namedescription', 'debitcredit', 'notifications'],
      ['boeksaldo', 'valutairsaldo'],
      ['omzetnummer', 'detailvandeomzet'],
      ['rekeningnaam', 'afbij', 'mededelingen'],
      ['refvdverrichting', 'bedragvdverrichting', 'datumvverrichting'],
    ],
    roles: { counterparty: 'counterAccount', tag: 'nothing' },
  },
  {
    name: 'Rabobank',
    marks: [
      ['ibanbban', 'volgnr', 'saldonatrn'],
      ['ibanbban', 'seqno', 'balafterbkng'],
      ['creditcardnummer', 'creditcardregel1'],
    ],
    roles: { paymentreference: 'structured', transactiereferentie: 'endToEnd', batchid: 'nothing', rate: 'nothing' },
  },
  {
    name: 'ABN AMRO',
    marks: [
      ['startsaldo', 'endsaldo', 'mutationcode'],
      ['beginsaldo', 'eindsaldo', 'transactiebedrag'],
      ['muntsoort', 'beginsaldo', 'eindsaldo'],
    ],
  },
  {
    name: 'Knab',
    marks: [['creditdebet', 'tegenrekeninghouder', 'betaalwijze']],
    roles: { transactiedatum: 'bookDate', boekdatum: 'nothing', referentie: 'unique', typebetaling: 'nothing' },
  },
  {
    name: 'ASN/SNS/RegioBank',
    marks: [
      ['jerekening', 'vannaar', 'naam'],
      ['opdrachtgeversrekening', 'tegenrekeningnummer', 'saldovoormutatie'],
      ['saldovoormutatie', 'internetransactiecode'],
      ['saldovoorboeking', 'verwerkingsdatum', 'volgnummer'],
    ],
  },
  {
    name: 'bunq',
    marks: [
      ['interestdate', 'counterparty', 'account'],
      ['date', 'amount', 'account', 'counterparty', 'name', 'description'],
      ['datum', 'bedrag', 'rekening', 'tegenrekening', 'naam', 'omschrijving'],
      ['datum', 'rentedatum', 'bedrag', 'rekening', 'tegenrekening', 'naam', 'omschrijving'],
    ],
    roles: { counterparty: 'counterAccount' },
    areCommonWords: true,
  },
  {
    name: 'Revolut',
    marks: [
      ['starteddate', 'completeddate', 'state'],
      ['datecompletedutc', 'balance'],
      ['startdatum', 'datumvoltooid'],
    ],
    roles: { datumvoltooid: 'bookDate', startdatum: 'nothing', staat: 'state' },
    feesComeOff: true,
  },
  {
    name: 'N26',
    marks: [
      ['partnername', 'partneriban', 'paymentreference'],
      ['payee', 'accountnumber', 'transactiontype', 'paymentreference'],
      ['empfanger', 'kontonummer', 'transaktionstyp', 'verwendungszweck'],
    ],
    roles: {
      paymentreference: 'text',
      accountnumber: 'counterAccount',
      kontonummer: 'counterAccount',
      payee: 'counterName',
      partnername: 'counterName',
      category: 'nothing',
      kategorie: 'nothing',
    },
  },
  { name: 'Wise', marks: [['transferwiseid', 'runningbalance']], roles: { totalfees: 'nothing' } },
  {
    name: 'PayPal',
    marks: [
      ['gross', 'fee', 'net'],
      ['bruto', 'kosten', 'net'],
      ['bruto', 'kosten', 'netto'],
      ['brutto', 'gebuhr', 'netto'],
    ],
    roles: {
      transactiereferentie: 'unique',
      itemtitle: 'text',
      invoicenumber: 'text',
      factuurnummer: 'text',
      bank: 'nothing',
      bankaccount: 'nothing',
    },
  },
  {
    name: 'Mollie',
    marks: [
      ['paymentmethod', 'consumername', 'consumerbankaccount'],
      ['betaalmethode', 'naamconsument', 'bankrekeningconsument'],
    ],
    roles: {
      consumername: 'counterName',
      naamconsument: 'counterName',
      consumerbankaccount: 'counterAccount',
      bankrekeningconsument: 'counterAccount',
      paymentmethod: 'sort',
      betaalmethode: 'sort',
      ...Object.fromEntries(
        `consumerbic bicconsument settlementcurrency settlementamount settlementreference amountrefunded uitbetalingsvaluta
         uitbetaaldbedrag uitbetalingsreferentie terugbetaaldbedrag`
          .split(/\s+/)
          .map((name) => [name, 'nothing' as const]),
      ),
    },
  },
  {
    name: 'Stripe',
    marks: [['createdutc', 'availableonutc', 'net']],
    roles: {
      createdutc: 'bookDate',
      availableonutc: 'valueDate',
      source: 'nothing',
      customerfacingamount: 'nothing',
      customerfacingcurrency: 'nothing',
    },
    feesComeOff: true,
  },
  {
    name: 'HSBC',
    marks: [['closingledgerbalance', 'narrative', 'trntype']],
    roles: {
      iban: 'account',
      accountnumber: 'nothing',
      bankname: 'nothing',
      bankreference: 'reference',
      closingledgerbalance: 'nothing',
      closingavailablebalance: 'nothing',
      currentledgerbalance: 'nothing',
      currentavailablebalance: 'nothing',
    },
  },
  {
    name: 'Barclays',
    marks: [['number', 'date', 'account', 'amount', 'subcategory', 'memo']],
    roles: { number: 'nothing', subcategory: 'sort' },
  },
  {
    name: 'NatWest/RBS',
    marks: [['type', 'description', 'value', 'balance', 'accountname', 'accountnumber']],
    roles: { value: 'amount' },
  },
  { name: 'NIBC', marks: [['boekhdkdatum', 'bedragvdverrichting']] },
  {
    name: 'KBC',
    marks: [
      ['rubrieknaam', 'afschriftnummer'],
      ['heading', 'statementnumber', 'freeformatreference'],
      ['nomdelarubrique', 'numerodelextrait'],
    ],
    // The holder of the account.
    roles: { naam: 'nothing', name: 'nothing', nom: 'nothing', valeur: 'valueDate' },
  },
  {
    name: 'Argenta',
    marks: [['verrichtingsdatum', 'rekeningtegenpartij', 'referentie']],
    roles: { referentie: 'reference' },
  },
  {
    name: 'Belfius',
    marks: [
      ['rekeninguittrekselnummer', 'transactienummer', 'devies'],
      ['numerodextrait', 'numerodetransaction', 'devise'],
    ],
    roles: { transaction: 'text' },
  },
  {
    name: 'BNP Paribas Fortis',
    marks: [
      ['uitvoeringsdatum', 'valutarekening', 'typeverrichting'],
      ['datedexecution', 'deviseducompte', 'typedetransaction'],
      ['executiondate', 'currencyoftheaccount', 'typeoftransaction'],
    ],
  },
];

/** Which bank writes a table with these headings, and what it means by them; null when they are nobody's own. */
export function bankOfHeadings(headings: readonly BankHeading[]): Omit<KnownBank, 'marks'> | null {
  const letters = new Set(headings.map((heading) => heading.letters));
  return banks.find(({ marks }) => marks.some((set) => set.every((mark) => letters.has(mark)))) ?? null;
}
