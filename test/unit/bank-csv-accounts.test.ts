import { describe, expect, it } from 'vitest';
import { readLines, refusalOf, transactionsOf } from './bank-csv-lines.ts';

const own = 'DE89370400440532013000';
const other = 'NL20INGB0001234567';

/** The account a table is of, and per line who is on the other side and where. */
function accountsOf(lines: readonly string[]): readonly unknown[] {
  const reading = readLines(lines);
  const others = transactionsOf(reading).map((line) => [line.counterpartyName, line.counterpartyIban]);
  return [reading.statements.map(({ account, currency }) => [account, currency]), others];
}

describe('whose account a table is of, and whose stands beside it', () => {
  it.each([
    ['NL97BUNQ2025000001', 'bunq'],
    [own, 'bunq'],
    ['NL91ABNA0417164300', 'ABN AMRO'],
  ])('plain headings bunq has too are of the bank of the account: %s', (account, bank) => {
    const lines = [
      'Datum;Bedrag;Rekening;Tegenrekening;Naam;Omschrijving',
      `2026-01-31;5,00;${account};${other};Jansen;F3`,
    ];
    expect(readLines(lines).bank).toBe(bank);
  });

  it('a column IBAN under a line that names the own account is of the other', () => {
    const lines = [
      `Girokonto;${own}`,
      'Kontostand vom 17.01.2026:;1.234,56 €',
      '',
      'Buchungsdatum;Status;Zahlungspflichtige*r;Zahlungsempfänger*in;Verwendungszweck;IBAN;Betrag (€)',
      `17.01.26;Gebucht;Bäcker GmbH;Wir;Rechnung 1;${other};121,00`,
      `18.01.26;Gebucht;Wir;Laden;Einkauf;${other};-5,00`,
    ];
    expect(accountsOf(lines)).toEqual([
      [[own, 'EUR']],
      [
        ['Bäcker GmbH', other],
        ['Laden', other],
      ],
    ]);
  });

  it('it stays the own account where it is the one named above, as an IBAN or by its number', () => {
    for (const above of [own, 'Kontonummer;532013000']) {
      const lines = [above, 'Buchungsdatum;IBAN;Verwendungszweck;Betrag;Saldo', `17.01.26;${own};Rechnung 1;1,00;2,00`];
      expect(accountsOf(lines)).toEqual([[[own, null]], [[null, null]]]);
    }
  });

  it('a column IBAN that changes with each name is of the other', () => {
    const lines = [
      'Buchungstag;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;Betrag;Währung',
      `17.01.2026;Bäcker GmbH;Rechnung 1;${other};121,00;EUR`,
      `18.01.2026;Laden;Einkauf;${own};-5,00;EUR`,
    ];
    expect(accountsOf(lines)).toEqual([
      [['', 'EUR']],
      [
        ['Bäcker GmbH', other],
        ['Laden', own],
      ],
    ]);
  });

  it('of a bank that is known they are all accounts of the holder', () => {
    const accounts = ['123456789', '123456797', '123456800', '123456818', '123456826'];
    const lines = [
      'Rekeningnummer;Muntsoort;Transactiedatum;Rentedatum;Beginsaldo;Eindsaldo;Transactiebedrag;Omschrijving',
      ...accounts.map((account) => `${account};EUR;20260105;20260105;0,00;5,00;5,00;/NAME/JAN/REMI/F 1/IBAN/${other}`),
    ];
    expect(accountsOf(lines)).toEqual([
      accounts.map((account) => [account, 'EUR']),
      accounts.map(() => ['JAN', other]),
    ]);
  });

  it('an IBAN in the column of names is an account, words in it are a name', () => {
    const lines = [
      'Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Tegenpartij van de verrichting;Details;Rekeningnummer',
      `1;11/10/2026;11/10/2026;-49.56;EUR;BETALING MET DEBETKAART;Winkel;${own}`,
      `2;12/10/2026;12/10/2026;121.00;EUR;NL20 INGB 0001 2345 67;Factuur 1;${own}`,
      `3;13/10/2026;13/10/2026;-1.00;EUR;KOSTEN;Kosten;${own}`,
    ];
    expect(accountsOf(lines)[1]).toEqual([
      ['BETALING MET DEBETKAART', null],
      [null, other],
      ['KOSTEN', null],
    ]);
  });

  it('totals with and without tax beside what left and arrived are no amount', () => {
    const lines = [
      'Settlement date (UTC);Total amount (excl. VAT);Total amount (incl. VAT);Debit;Credit;Balance;Counterparty name;Account IBAN',
      `05-01-2026 10:00:00;;121,00;;121,00;1121,00;Bakker;${own}`,
      `06-01-2026 10:00:00;;10,00;10,00;;1111,00;Kok;${own}`,
    ];
    expect(transactionsOf(readLines(lines)).map(({ amount }) => amount)).toEqual([12_100, -1000]);
  });

  it('a table that numbers the card and no account is of a credit card', () => {
    const lines = ['Datum;Omschrijving;Kaartnummer;Bedrag;Af/Bij', '06-01-2026;Winkel;XXXX1234;12,50;Af'];
    expect(refusalOf(() => readLines(lines)).code).toBe('bank-credit-card');
    const ofAccount = lines.map((line, i) => `${line};${['Saldo', '100,00'][i]}`);
    expect(transactionsOf(readLines(ofAccount)).map(({ amount }) => amount)).toEqual([-1250]);
  });

  it('tables of Belgian credit cards are refused as such', () => {
    for (const headings of [
      'kredietkaart;kaarthouder;uitgavenstaat;datum verrichting;bedrag;credit;debet;munt;Handelaar;toelichting',
      'Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Details;Wisselkoers;Gerelateerde kost',
    ]) {
      expect(refusalOf(() => readLines([headings, '1;2'])).code).toBe('bank-credit-card');
    }
    const account = [`Rekening;Boekdatum;Bedrag;Kaarthouder;Mededeling`, `${own};05-01-2026;-5,00;J. Kok;Winkel`];
    expect(transactionsOf(readLines(account)).map(({ amount }) => amount)).toEqual([-500]);
  });
});

describe('the currency of an account whose file names none', () => {
  it('a sort code beside a number is of an account in pounds', () => {
    const lines = ['Date,Sort Code,Account Number,Description,Amount', '31/01/2026,30-00-00,12345678,F3,5.00'];
    expect(readLines(lines).statements).toMatchObject([{ account: '30-00-00 12345678', currency: 'GBP' }]);
  });

  it.each([
    ['NL20INGB0001234567', 'EUR'],
    ['GB29NWBK60161331926819', 'GBP'],
    ['20-00-00 12345678', 'GBP'],
    ['600000-12345678', 'GBP'],
    ['CH9300762011623852957', 'CHF'],
    ['SE4550000000058398257466', 'SEK'],
    ['DE89370400440532013000', null],
    ['1234567890', null],
  ])('%s: %s', (account, currency) => {
    const lines = ['Datum;Bedrag;Rekening;Tegenrekening;Omschrijving', `2026-01-31;5,00;${account};;F3`];
    expect(readLines(lines).statements.map((one) => one.currency)).toEqual([currency]);
  });
});

it('Soll/Haben without a column of amounts has to hold amounts', () => {
  const lines = ['Buchungstag;Wertstellung;Soll/Haben;Verwendungszweck', '18.02.2026;18.02.2026;H;Rechnung 9'];
  expect(refusalOf(() => readLines(lines))).toMatchObject({ code: 'bank-amount', row: 2 });
});
