import { describe, expect, it } from 'vitest';
import { limits } from '#shared/contract/limits.ts';
import { isBankTable } from '#shared/formats/bank/csv/is-bank-table.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { moneyOf, other, own, readLines, refusalOf, transactionsOf, warningsOf } from './bank-csv-lines.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

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
