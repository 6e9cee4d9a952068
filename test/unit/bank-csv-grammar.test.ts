import { describe, expect, it } from 'vitest';
import { limits } from '#shared/contract/limits.ts';
import { directionOf } from '#shared/formats/bank/csv/direction.ts';
import { isBankTable } from '#shared/formats/bank/csv/is-bank-table.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { moneyOf, readLines, refusalOf, transactionsOf, warningsOf } from './bank-csv-lines.ts';

const own = 'NL91ABNA0417164300';
const other = 'NL20INGB0001234567';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A table of an unknown bank: date, amount and whatever else is asked. */
function table(headings: string, ...rows: readonly string[]): readonly string[] {
  return [`Boekdatum;Rekening;Omschrijving;${headings}`, ...rows.map((row) => `01-02-2026;${own};Factuur 1;${row}`)];
}

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
    const lines = table('Bedrag;Af Bij', '10,00;Af', '10,00;Correctie');
    const { code, row, text } = refusalOf(() => readLines(lines));
    expect([code, row]).toEqual(['bank-direction', 3]);
    expect(text).toContain('"Correctie"');
  });

  it('amounts that are signed already agree with their word', () => {
    expect(moneyOf(readLines(table('Bedrag;Af Bij', '-10,00;Af', '12,00;Bij')))).toEqual([
      ['2026-02-01', -1000],
      ['2026-02-01', 1200],
    ]);
  });

  it('a minus the word contradicts ends the reading', () => {
    const lines = table('Bedrag;Af Bij', '10,00;Af', '-12,00;Bij', '5,00;Bij');
    expect(refusalOf(() => readLines(lines))).toMatchObject({ code: 'bank-sign', row: 3 });
  });

  it('an amount in cents is no amount', () => {
    const lines = table('Tegenrekening;Bedrag (centen)', `${other};1000`);
    expect(refusalOf(() => readLines(lines)).code).toBe('bank-no-amount');
  });

  it('of two amounts under one heading the one every line has is what was booked', () => {
    const lines = table('Foreign currency;Amount;Amount;Currency', ';;10,00;EUR', 'USD;13,00;-12,00;EUR');
    expect(moneyOf(readLines(lines))).toEqual([
      ['2026-02-01', 1000],
      ['2026-02-01', -1200],
    ]);
  });

  it('columns for debit and credit count whether or not debits have a minus', () => {
    const unsigned = readLines(table('Af;Bij;Saldo', '10,00;;90,00', ';5,00;95,00'));
    const signed = readLines(table('Af;Bij;Saldo', '-10,00;;90,00', ';5,00;95,00'));
    expect(moneyOf(unsigned)).toEqual(moneyOf(signed));
    expect(moneyOf(unsigned)).toEqual([
      ['2026-02-01', -1000],
      ['2026-02-01', 500],
    ]);
  });

  it('beside unsigned amounts the columns for debit and credit decide', () => {
    const lines = table('Bedrag;Debet;Credit;Saldo', '10,00;10,00;;90,00', '5,00;;5,00;95,00');
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
    const reading = readLines(table('Bedrag;Tegenrekening', ...amounts.map((amount) => `${amount};${other}`)));
    expect(moneyOf(reading).map(([, read]) => read)).toEqual(cents);
  });

  it('the balance makes thousands clear where the amounts do not', () => {
    const reading = readLines(table('Bedrag;Saldo na mutatie', '1.000;1.500,00', '-2.000;-500,00'));
    expect(moneyOf(reading).map(([, cents]) => cents)).toEqual([100000, -200000]);
  });

  it.each([
    ['thousands or decimals', ['1.000', '2.000'], 'bank-decimals-ambiguous', 2],
    ['both marks', ['1.000,00', '2,000.00'], 'bank-decimals-mixed', 3],
    ['no amount', ['1,00', 'n.v.t.'], 'bank-amount', 3],
  ])('%s ends the reading', (_, amounts, code, row) => {
    const lines = table('Bedrag;Tegenrekening', ...amounts.map((amount) => `${amount};${other}`));
    expect(refusalOf(() => readLines(lines))).toMatchObject({ code, row });
  });

  it('more than two decimals are rounded and told', () => {
    const reading = readLines(table('Bedrag;Tegenrekening', `1,23456;${other}`, `2,00;${other}`));
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
    const lines = table('Bedrag;Munt;Tegenrekening', `1,00;EUR;${other}`, `2,00;USD;${other}`, `3,00;EUR;${other}`);
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
    const reading = readLines(table('Bedrag;Saldo na boeking', `5,00;${dash}`, '10,00;615,00', '10,00;625,00'));
    expect(moneyOf(reading).map(([, cents]) => cents)).toEqual([500, 1000, 1000]);
    expect(reading.warnings).toEqual([]);
  });

  it('is no line of nothing: it is left out and counted', () => {
    const reading = readLines(table('Bedrag', '-', '10,00'));
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
    expect(transactionsOf(readLines(table('Bedrag;Tegenrekening', `1,00;${other}`, `1,00;${other}`)))).toHaveLength(2);
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

describe('what a bank file is not', () => {
  it.each([
    ['only balances', ['"Datum","Boeksaldo","Valutair saldo"', '"20260101","1,00","1,00"'], 'bank-balances-only'],
    [
      'a credit card',
      [
        '"Tegenrekening IBAN","Munt","Creditcard Nummer","Productnaam","Creditcard Regel1","Datum","Bedrag"',
        'a,b,c,d,e,f,g',
      ],
      'bank-credit-card',
    ],
    [
      'a credit card, by the name on it',
      [
        '"Accountnummer","Kaartnummer","Naam op kaart","Transactiedatum","Boekingsdatum","Omschrijving","Valuta","Bedrag","Koers"',
        'a,b,c,d,e,f,g,h,i',
      ],
      'bank-credit-card',
    ],
    ['no dates', ['Tegenrekening;Bedrag;Mededelingen', `${other};1,00;x`], 'bank-no-date'],
    ['no amounts', ['Datum;Tegenrekening;Mededelingen', `01-01-2026;${other};x`], 'bank-no-amount'],
    ['another list', ['Artikel;Aantal', 'Stoel;4'], 'bank-no-columns'],
    ['nothing', ['', ' '], 'bank-empty'],
    [
      'cut off',
      ['Datum;Omschrijving;Tegenrekening;Bedrag', `01-01-2026;x;${other};1,00`, '02-01-2026;x'],
      'bank-cut-off',
    ],
  ])('%s', (_, lines, code) => {
    expect(refusalOf(() => readLines(lines)).code).toBe(code);
  });

  it('a list of direct debits to collect is no bank table', () => {
    for (const headings of [
      'Naam;IBAN;BIC;Machtigingskenmerk;Datum ondertekening;Bedrag;Omschrijving;Incassodatum',
      'Naam;IBAN;Mandate ID;Incassant ID;Bedrag;Betalingskenmerk;Omschrijving;Datum',
    ]) {
      const text = `${headings}\nJansen;${other};INGBNL2A;M1;01-01-2020;119,00;F-9;15-01-2026\n`;
      expect(isBankTable(text)).toBe(false);
    }
  });

  it('a header alone is a period without transactions', () => {
    const reading = readLines(['Datum;Rekening;Tegenrekening;Bedrag;Mededelingen']);
    expect([reading.statements, warningsOf(reading)]).toEqual([[], ['bank-no-lines']]);
  });

  it.each([
    ['open items', 'Factuurnummer;Debiteur;Factuurdatum;Vervaldatum;Openstaand\nF1;Jansen;1-1-2026;1-2-2026;10,00'],
    [
      'open items with an account',
      'Debiteurnr;Naam;IBAN;Factuur;Datum;Bedrag;Saldo\n1;J;NL91ABNA0417164300;F1;1-1-2026;1,00;1,00',
    ],
    [
      'open items with their text in two columns',
      'Factuurnummer;Datum;Debiteur;Omschrijving 1;Omschrijving 2;Bedrag;Openstaand\nF1;1-1-2026;Jansen;x;y;1,00;1,00',
    ],
    [
      'German open items',
      'Rechnungsnummer;Rechnungsdatum;Kunde;Buchungstext;Soll;Haben;Saldo\nF1;1.1.2026;Kok;x;1,00;;1,00',
    ],
    [
      'a German ledger with due dates',
      'Belegnummer;Belegdatum;Konto;Name;Buchungstext;Fälligkeit;Betrag\nF1;1.1.2026;10000;Kok;x;1.2.2026;1,00',
    ],
    ['parts of invoices in German', 'Kunde;Rechnung;Datum;Einzelbetrag;Gesamt\nKok;F1;1.1.2026;1,00;1,00'],
    ['a ledger card', 'Datum;Dagboek;Boekstuk;Omschrijving;Debet;Credit;Saldo\n1-1-2026;70;12;x;1,00;;1,00'],
    ['a list of debtors', 'Relatiecode;Naam;Adres;IBAN;Saldo\n1;J;x;NL91ABNA0417164300;5,00'],
    ['an ageing list', 'Debiteur;Saldo;0-30;31-60;> 60\nJansen;10,00;5,00;5,00;0,00'],
  ])('%s is not taken for one', (_, text) => {
    expect(isBankTable(text)).toBe(false);
    expect(detectFormat(bytesOf(text))).toBe('table');
  });
});

describe('odd files', () => {
  const plain = ['Datum;Rekening;Bedrag;Mededelingen', `13-02-2026;${own};1,00;Café`, `14-02-2026;${own};-2,00;x`];
  const money = [
    ['2026-02-13', 100],
    ['2026-02-14', -200],
  ];

  it.each([
    ['CR CR LF', plain.join('\r\r\n')],
    ['CR alone', plain.join('\r')],
    ['Ctrl-Z at the end', `${plain.join('\r\n')}\r\n\u001a`],
    ['blank lines between', plain.join('\n\n\n')],
    ['a separator line', ['sep=;', ...plain].join('\n')],
    ['headings again on a next page', [...plain.slice(0, 2), plain[0], plain[2]].join('\n')],
    ['no line end at the end', plain.join('\n')],
    ['columns that are missing behind the amount', `${plain.join('\n').replace(';x', '')}\n`],
    ['a byte order mark', `\ufeff${plain.join('\n')}`],
  ])('%s', (_, text) => {
    expect(moneyOf(readBankCsv(bytesOf(text)))).toEqual(money);
  });

  it('a total below the lines is left out and told', () => {
    const reading = readLines([...plain, 'Totaal;;-1,00;']);
    expect([moneyOf(reading), warningsOf(reading)]).toEqual([money, ['bank-rows-left-out 4']]);
  });

  it('an amount the file ends in is not taken for whole', () => {
    const text = plain.join('\n').replace('2,00;x', '2,0');
    expect(refusalOf(() => readBankCsv(bytesOf(text)))).toMatchObject({ code: 'bank-cut-off', row: 3 });
  });

  it('a quote that is not closed spoils its own line only', () => {
    const lines = plain.map((line) => `"${line.replaceAll(';', '","')}"`);
    const broken = [lines[0]!, lines[1]!, lines[2]!.slice(0, -1), lines[1]!];
    const reading = readLines(broken);
    expect(moneyOf(reading)).toEqual([...money, money[0]]);
    expect(warningsOf(reading)).toEqual(['bank-broken-quote 3']);
  });

  it('windows-1252 and UTF-16', () => {
    const text = plain.join('\r\n');
    const single = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const wide = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0)).buffer);
    for (const [bytes, encoding] of [
      [single, 'windows-1252'],
      [wide, 'utf-16le'],
    ] as const) {
      const reading = readBankCsv(bytes);
      expect(reading.encoding).toBe(encoding);
      expect(transactionsOf(reading)[0]!.remittance).toBe('Café');
    }
  });

  it('a line of a megabyte, half a million columns, a million lines and too many bytes are refused', () => {
    const [header] = plain;
    expect(refusalOf(() => readLines([header!, 'x'.repeat(1_100_000)])).code).toBe('bank-line-too-long');
    expect(refusalOf(() => readLines([header!, ';'.repeat(600)])).code).toBe('bank-too-many-columns');
    expect(refusalOf(() => readBankCsv(bytesOf(`${header}\n${'\n'.repeat(1_000_001)}`))).code).toBe(
      'bank-too-many-rows',
    );
    expect(refusalOf(() => readBankCsv(bytesOf(`${header}\n${`${';'.repeat(400)}\n`.repeat(50_000)}`))).code).toBe(
      'bank-too-many-cells',
    );
    expect(refusalOf(() => readBankCsv(new Uint8Array(limits.wholeFileBytes + 1))).code).toBe('too-large');
    expect(refusalOf(() => readBankCsv(Uint8Array.of(65, 0, 59, 66, 10, 1))).code).toBe('bank-not-text');
  });

  it('reading stops when asked, and says how far it is', () => {
    expect(refusalOf(() => readBankCsv(bytesOf(plain.join('\n')), { isCancelled: () => true })).code).toBe('cancelled');
    const seen: number[] = [];
    const bytes = bytesOf(plain.join('\n'));
    readBankCsv(bytes, { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(bytes.length);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });
});
