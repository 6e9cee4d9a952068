import { describe, expect, it } from 'vitest';
import { directionOf } from '#shared/formats/bank/csv/direction.ts';
import { moneyOf, other, own, readLines, refusalOf, tableOf, transactionsOf, warningsOf } from './bank-csv-lines.ts';

it('a column Info is the text where no other is, and no state of its lines', () => {
  const lines = ['Factuur 2026-1', 'Open bedrag 2026-2', 'Dank'].map((info) => `01-02-2026;Kok;${other};10,00;${info}`);
  const reading = readLines(['Datum;Naam;Tegenrekening;Bedrag;Info', ...lines]);
  expect(transactionsOf(reading).map(({ remittance }) => remittance)).toEqual([
    'Factuur 2026-1',
    'Open bedrag 2026-2',
    'Dank',
  ]);
});

describe('the sign of an amount is never guessed', () => {
  it.each([
    ['af', -1],
    ['Bij', 1],
    ['C', 1],
    ['D', -1],
    ['CRDT', 1],
    ['DBIT', -1],
    ['Bijschrijvingen', 1],
    ['Afschrijving', -1],
    ['Debet', -1],
    ['Credit', 1],
    ['Soll', -1],
    ['Haben', 1],
    ['Storno', null],
    ['', null],
    ['constructor', null],
  ])('%s', (word, sign) => {
    expect(directionOf(word)).toBe(sign);
  });

  it('a word that says neither ends the reading, with the row and what stands there', () => {
    const lines = tableOf('Bedrag;Af Bij', '10,00;Af', '10,00;Correctie');
    const { code, row, text } = refusalOf(() => readLines(lines));
    expect([code, row]).toEqual(['bank-direction', 3]);
    expect(text).toContain('"Correctie"');
  });

  it('amounts that are signed already agree with their word', () => {
    expect(moneyOf(readLines(tableOf('Bedrag;Af Bij', '-10,00;Af', '12,00;Bij')))).toEqual([
      ['2026-02-01', -1000],
      ['2026-02-01', 1200],
    ]);
  });

  it('a minus the word contradicts ends the reading', () => {
    const lines = tableOf('Bedrag;Af Bij', '10,00;Af', '-12,00;Bij', '5,00;Bij');
    expect(refusalOf(() => readLines(lines))).toMatchObject({ code: 'bank-sign', row: 3 });
  });

  it('an amount in cents is no amount', () => {
    const lines = tableOf('Tegenrekening;Bedrag (centen)', `${other};1000`);
    expect(refusalOf(() => readLines(lines)).code).toBe('bank-no-amount');
  });

  it('of two amounts under one heading the one every line has is what was booked', () => {
    const lines = tableOf('Foreign currency;Amount;Amount;Currency', ';;10,00;EUR', 'USD;13,00;-12,00;EUR');
    expect(moneyOf(readLines(lines))).toEqual([
      ['2026-02-01', 1000],
      ['2026-02-01', -1200],
    ]);
  });

  it('columns for debit and credit count whether or not debits have a minus', () => {
    const unsigned = readLines(tableOf('Af;Bij;Saldo', '10,00;;90,00', ';5,00;95,00'));
    const signed = readLines(tableOf('Af;Bij;Saldo', '-10,00;;90,00', ';5,00;95,00'));
    expect(moneyOf(unsigned)).toEqual(moneyOf(signed));
    expect(moneyOf(unsigned)).toEqual([
      ['2026-02-01', -1000],
      ['2026-02-01', 500],
    ]);
  });

  it('beside unsigned amounts the columns for debit and credit decide', () => {
    const lines = tableOf('Bedrag;Debet;Credit;Saldo', '10,00;10,00;;90,00', '5,00;;5,00;95,00');
    expect(moneyOf(readLines(lines)).map(([, cents]) => cents)).toEqual([-1000, 500]);
  });
});

describe('amounts and dates are read by their column', () => {
  it.each([
    ['point', ['1,234.56', '-0.5'], [123456, -50]],
    ['comma', ['1.234,56', '-0,5'], [123456, -50]],
    ['a trailing minus, a plus and a Unicode minus', ['12,50-', '+3,00', '−1,25'], [-1250, 300, -125]],
    ['whole amounts', ['100', '-20'], [10000, -2000]],
    ['whole thousands beside clear decimals', ['1.000', '2,50'], [100000, 250]],
    [
      'the side of the bank behind them',
      ['1.234,56 CR', '2,00 DR', '3,00C', '4,00 DB', '€ 5,00 H', '6,00 EUR D'],
      [123456, -200, 300, -400, 500, -600],
    ],
    ['spaces and a currency', ['€ 1 234,56', '-EUR 2,00'], [123456, -200]],
  ])('%s', (_, amounts, cents) => {
    const reading = readLines(tableOf('Bedrag;Tegenrekening', ...amounts.map((amount) => `${amount};${other}`)));
    expect(moneyOf(reading).map(([, read]) => read)).toEqual(cents);
  });

  it('the balance makes thousands clear where the amounts do not', () => {
    const reading = readLines(tableOf('Bedrag;Saldo na mutatie', '1.000;1.500,00', '-2.000;-500,00'));
    expect(moneyOf(reading).map(([, cents]) => cents)).toEqual([100000, -200000]);
  });

  it.each([
    ['thousands or decimals', ['1.000', '2.000'], 'bank-decimals-ambiguous', 2],
    ['both marks', ['1.000,00', '2,000.00'], 'bank-decimals-mixed', 3],
    ['no amount', ['1,00', 'n.v.t.'], 'bank-amount', 3],
  ])('%s ends the reading', (_, amounts, code, row) => {
    const lines = tableOf('Bedrag;Tegenrekening', ...amounts.map((amount) => `${amount};${other}`));
    expect(refusalOf(() => readLines(lines))).toMatchObject({ code, row });
  });

  it('more than two decimals are rounded and told', () => {
    const reading = readLines(tableOf('Bedrag;Tegenrekening', `1,23456;${other}`, `2,00;${other}`));
    expect(moneyOf(reading)[0]).toEqual(['2026-02-01', 123]);
    expect(warningsOf(reading)).toEqual(['bank-amount-rounded 2']);
  });

  it.each([
    ['20260213', '2026-02-13'],
    ['13/02/2026', '2026-02-13'],
    ['13.02.26', '2026-02-13'],
    ['2026-02-13T10:00:00Z', '2026-02-13'],
    ['2026-02-13 10:00:00', '2026-02-13'],
    ['13 feb 2026', '2026-02-13'],
    ['02/13/2026', '2026-02-13'],
  ])('date %s', (written, date) => {
    const reading = readLines(['Datum;Bedrag;Omschrijving;Saldo na mutatie', `${written};1,00;x;1,00`]);
    expect(moneyOf(reading)).toEqual([[date, 100]]);
  });

  it('a date that is none ends the reading', () => {
    const lines = ['Datum;Bedrag;Omschrijving;Tegenrekening', `31-02-2026;1,00;x;${other}`];
    expect(refusalOf(() => readLines(lines))).toMatchObject({ code: 'bank-date', row: 2 });
  });

  it('each currency of an account is a statement of its own', () => {
    const lines = tableOf('Bedrag;Munt;Tegenrekening', `1,00;EUR;${other}`, `2,00;USD;${other}`, `3,00;EUR;${other}`);
    const { statements } = readLines(lines);
    expect(statements.map(({ currency, transactions }) => [currency, transactions.length])).toEqual([
      ['EUR', 2],
      ['USD', 1],
    ]);
  });
});

describe('the chain of balances', () => {
  const day = (...rows: readonly (readonly [string, string, string])[]) =>
    readLines([
      'Datum;Rekening;Bedrag;Omschrijving;Saldo na mutatie',
      ...rows.map(([date, amount, after]) => `${date};${own};${amount};x;${after}`),
    ]);
  const balancesOf = ({ statements: [first] }: ReturnType<typeof day>) => [
    first!.opening,
    first!.closing,
    first!.reconciles,
  ];

  it('newest first', () => {
    const reading = day(['03-01-2026', '-5,00', '105,00'], ['02-01-2026', '10,00', '110,00']);
    expect(balancesOf(reading)).toEqual([10000, 10500, true]);
    expect([reading.statements[0]!.openingDate, reading.statements[0]!.closingDate]).toEqual([
      '2026-01-02',
      '2026-01-03',
    ]);
  });

  it('lines of a day in another order', () => {
    const reading = day(
      ['02-01-2026', '10,00', '130,00'],
      ['02-01-2026', '20,00', '120,00'],
      ['02-01-2026', '1,00', '131,00'],
    );
    expect(balancesOf(reading)).toEqual([10000, 13100, true]);
    expect(reading.warnings).toEqual([]);
  });

  it('a gap is warned about where it is, and the ends are kept', () => {
    const reading = day(
      ['02-01-2026', '10,00', '110,00'],
      ['03-01-2026', '5,00', '500,00'],
      ['04-01-2026', '1,00', '501,00'],
    );
    expect(balancesOf(reading)).toEqual([10000, 50100, false]);
    expect(warningsOf(reading)).toEqual(['bank-balance-gap 3', 'bank-not-reconciled-file 3']);
  });

  it('a line without its balance leaves them unknown', () => {
    const reading = day(['02-01-2026', '10,00', '110,00'], ['03-01-2026', '5,00', '']);
    expect(balancesOf(reading)).toEqual([null, null, null]);
  });
});

describe('a dash where an amount would be', () => {
  it.each(['-', '--', '€ -', ' - '])('is no balance of nothing: %j', (dash) => {
    const reading = readLines(tableOf('Bedrag;Saldo na boeking', `5,00;${dash}`, '10,00;615,00', '10,00;625,00'));
    expect(moneyOf(reading).map(([, cents]) => cents)).toEqual([500, 1000, 1000]);
    expect(reading.warnings).toEqual([]);
  });

  it('is no line of nothing: it is left out and counted', () => {
    const reading = readLines(tableOf('Bedrag', '-', '10,00'));
    expect(moneyOf(reading).map(([, cents]) => cents)).toEqual([1000]);
    expect(reading.warnings.map(({ code }) => code)).toContain('bank-rows-left-out');
  });
});

describe('lines that are equal', () => {
  const rabobank = (...numbers: readonly string[]) =>
    readLines([
      'IBAN/BBAN,Munt,Volgnr,Datum,Bedrag,Saldo na trn,Naam tegenpartij,Omschrijving-1',
      ...numbers.map((number) => `NL44RABO0123456789,EUR,${number},2026-01-05,"+10,00","+10,00",Jansen,Factuur 1`),
    ]);

  it('are two payments when the bank numbers them apart', () => {
    expect(transactionsOf(rabobank('1', '2'))).toHaveLength(2);
  });

  it('are one when it gave both the same number', () => {
    const reading = rabobank('1', '1');
    expect(transactionsOf(reading)).toHaveLength(1);
    expect(warningsOf(reading)).toEqual(['bank-line-repeated 3']);
  });

  it('stay when the bank gives no number', () => {
    expect(transactionsOf(readLines(tableOf('Bedrag;Tegenrekening', `1,00;${other}`, `1,00;${other}`)))).toHaveLength(
      2,
    );
  });
});

describe('a storno that only the sort of the line tells', () => {
  it.each([
    ['Storno', 'Af', 'MS03'],
    ['Terugboeking', 'Af', 'MS03'],
    ['Incasso', 'Af', null],
    ['Storno', 'Bij', null],
  ])('%s %s: %s', (sort, side, returnReason) => {
    const head =
      '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"';
    const row = ['20261120', 'J. Kok', 'NL59RABO0118529307', other, 'IC', side, '121,00', sort, 'factuur 9'];
    const lines = [head, row.map((cell) => `"${cell}"`).join(';')];
    expect(transactionsOf(readLines(lines))).toMatchObject([{ returnReason, remittance: 'factuur 9' }]);
  });
});
