import { describe, expect, it } from 'vitest';
import { readCamt } from '#shared/formats/bank/camt/read.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import { importBank } from './bank-books.ts';
import { moneyOf, readLines, transactionsOf, warningsOf } from './bank-csv-lines.ts';
import { freshBooks } from './import-books.ts';

const account = 'NL59RABO0118529307';
const heading =
  'Abschlussdatum;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2';
const row = (said: {
  readonly date?: string;
  readonly credit?: string;
  readonly part?: string;
  readonly balance?: string;
  readonly number?: string;
  readonly name?: string;
}): string => {
  const { date = '2026-02-18', credit = '', part = '', balance = '', number = 'BN1', name = 'HUBER AG' } = said;
  return [date, date, date, 'EUR', '', credit, part, balance, number, name, 'Rechnung 9'].join(';');
};
const table = (...rows: readonly string[]): readonly string[] => [`IBAN:;${account};`, heading, ...rows];
const before = row({ date: '2026-02-17', credit: '10.00', balance: '10.00', number: 'BN0', name: 'MEIER GMBH' });
const cents = (reading: ReturnType<typeof readLines>) => moneyOf(reading).map(([, amount]) => amount);

describe('lines of one number of the bank', () => {
  it.each([
    ['a balance behind each tells them apart', ['60.00', '110.00'], [5000, 5000], []],
    ['the same balance behind both', ['60.00', '60.00'], [5000], ['bank-line-repeated 4']],
    ['nothing tells', ['', ''], [5000, 5000], ['bank-lines-alike 4']],
  ] as const)('%s', (_what, balances, amounts, warnings) => {
    const reading = readLines(table(...balances.map((balance) => row({ credit: '50.00', balance }))));
    expect(cents(reading)).toEqual(amounts);
    expect(warningsOf(reading)).toEqual(warnings);
  });

  it('are payments booked together where others of them differ, also under one balance', () => {
    const parts = ['HUBER AG', 'HUBER AG', 'MEIER GMBH'];
    for (const balance of ['', '160.00']) {
      const reading = readLines(table(...parts.map((name) => row({ credit: '50.00', name, balance }))));
      expect(cents(reading)).toEqual([5000, 5000, 5000]);
      expect(reading.warnings.map(({ code }) => code)).not.toContain('bank-lines-alike');
    }
  });

  it('count once where exports that overlap were put together', () => {
    const twice = [row({ credit: '50.00' }), row({ credit: '50.00' })];
    const reading = readLines(table(before, ...twice, heading, ...twice, row({ credit: '1.00', number: 'BN2' })));
    expect(cents(reading)).toEqual([1000, 5000, 5000, 100]);
    expect(warningsOf(reading)).toEqual(['bank-line-repeated 7', 'bank-lines-alike 5']);
  });
});

describe('rows that take a booking apart', () => {
  const whole = row({ credit: '130.00', balance: '140.00', name: 'Sammelgutschrift' });
  const parts = (last: string, date = '2026-02-18'): readonly string[] =>
    ['50.00', '50.00', last].map((part, i) => row({ date, part, name: i === 2 ? 'MEIER GMBH' : 'HUBER AG' }));

  it.each([['2026-02-18'], ['']])('are counted in its place (date "%s")', (date) => {
    const reading = readLines(table(whole, ...parts('30.00', date), before));
    const batch = { role: 'part', entry: 3, count: 3, references: ['BN1'] };
    expect(transactionsOf(reading)).toMatchObject([
      { bookDate: '2026-02-18', amount: 5000, remittance: 'HUBER AG Rechnung 9', bankReference: 'BN1', batch, row: 4 },
      { bookDate: '2026-02-18', amount: 5000, batch, row: 5 },
      { bookDate: '2026-02-18', amount: 3000, remittance: 'MEIER GMBH Rechnung 9', batch, row: 6 },
      { bookDate: '2026-02-17', amount: 1000 },
    ]);
    expect(reading.statements[0]).toMatchObject({ opening: 0, closing: 14000, reconciles: true });
    expect(reading.warnings).toEqual([]);
  });

  it('may leave the number and the date to the row above them (ZKB)', () => {
    const lines = [
      'Datum;Buchungstext;Währung;Betrag Detail;ZKB-Referenz;Belastung EUR;Gutschrift EUR;Valuta;Saldo EUR;Zahlungszweck',
      '18.02.2026;Gutschriften (2);;;Z2;;150,00;18.02.2026;1150,00;',
      ';Huber AG;EUR;60,00;;;;;;Rechnung 9',
      ';Meier GmbH;EUR;90,00;;;;;;Rechnung 11',
      '17.02.2026;Gutschrift: Kurz AG;;;Z1;;10,00;17.02.2026;1000,00;Rechnung 8',
    ];
    const reading = readLines(lines);
    const batch = { role: 'part', entry: 2, count: 2, references: ['Z2'] };
    expect(transactionsOf(reading)).toMatchObject([
      { bookDate: '2026-02-18', amount: 6000, remittance: 'Huber AG Rechnung 9', batch },
      { bookDate: '2026-02-18', amount: 9000, remittance: 'Meier GmbH Rechnung 11', batch },
      { bookDate: '2026-02-17', amount: 1000, remittance: 'Gutschrift: Kurz AG Rechnung 8', bankReference: 'Z1' },
    ]);
    expect(reading.statements[0]).toMatchObject({ opening: 99000, closing: 115000, reconciles: true });
  });

  it('are left out and counted where they come to another amount, or have another number', () => {
    for (const rows of [parts('31.00'), [row({ part: '130.00', number: 'BN9' })]]) {
      const reading = readLines(table(whole, ...rows, before));
      expect(cents(reading)).toEqual([13000, 1000]);
      expect(warningsOf(reading)).toEqual(['bank-rows-left-out 4']);
    }
  });
});

describe('two equal payments of one booking', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const detail = `<TxDtls><Refs><AcctSvcrRef>BN1</AcctSvcrRef></Refs><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
    <RltdPties><Dbtr><Pty><Nm>HUBER AG</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Rechnung 9</Ustrd></RmtInf></TxDtls>`;
  const camt = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
    <Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
    <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-02-18</Dt></BookgDt><AcctSvcrRef>BN1</AcctSvcrRef>
    <NtryDtls>${detail}${detail}</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
  const line = ':61:2602180218C50,00NTRFNONREF//BN1\r\n:86:HUBER AG Rechnung 9\r\n';
  const mt940 = `:20:1\r\n:25:${account}\r\n:28C:1\r\n:60F:C260217EUR10,00\r\n${line}${line}:62F:C260218EUR110,00\r\n-\r\n`;
  const csv = table(before, row({ credit: '50.00', balance: '60.00' }), row({ credit: '50.00', balance: '110.00' }));
  const sub = table(before, row({ credit: '100.00' }), row({ part: '50.00' }), row({ part: '50.00' }));
  const readings = {
    'a.csv': () => readBankCsv(bytes(csv.join('\r\n'))),
    'b.csv': () => readBankCsv(bytes(sub.join('\r\n'))),
    'c.sta': () => readMt940(bytes(mt940)),
    'd.xml': () => readCamt(bytes(camt)),
  };
  const longer = () =>
    readBankCsv(bytes([...csv, row({ credit: '5.00', balance: '115.00', number: 'BN2' })].join('\r\n')));

  it.each(Object.entries(readings))('both count, and both are known when read again: %s', (fileName, read) => {
    const file = (): ReadFile => ({ fileName, reading: read() });
    const ofBooking = transactionsOf(file().reading).filter(({ amount }) => amount === 5000);
    expect(ofBooking).toHaveLength(2);
    const books = freshBooks();
    const first = importBank(books, [file()], '2026-02-20').diff.counts;
    expect(first.linesKnown).toBe(0);
    expect(importBank(books, [file()], '2026-02-21').diff.counts).toMatchObject({
      lines: first.lines,
      linesKnown: first.lines,
    });
  });

  it('both are known in a later export that overlaps', () => {
    const books = freshBooks();
    importBank(books, [{ fileName: 'a.csv', reading: readings['a.csv']() }], '2026-02-20');
    const { diff } = importBank(books, [{ fileName: 'e.csv', reading: longer() }], '2026-02-21');
    expect(diff.counts).toMatchObject({ lines: 4, linesKnown: 3 });
  });
});
