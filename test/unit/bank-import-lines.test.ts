import { describe, expect, it } from 'vitest';
import type { Books } from '#shared/domain/books.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText, openOf } from './import-books.ts';

const today = '2026-11-21';
const list = [
  'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
  '1001;J. Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00',
].join('\n');

async function books(): Promise<Books> {
  const made = freshBooks();
  await importText(made, list, '2026-11-10', { asOf: '2026-11-10' });
  return made;
}

const line = (said: Partial<BankTransaction> = {}) =>
  bankLine('2026-11-12', 10000, { remittance: 'Deel van F1001', ...said });
const csv = (...lines: readonly BankTransaction[]) => bankFile(lines, { format: 'bankcsv', fileName: 'mutaties.csv' });
const camt = (...lines: readonly BankTransaction[]) =>
  bankFile(lines, { format: 'camt053', fileName: 'afschrift.xml' });
const mt940 = (...lines: readonly BankTransaction[]) => bankFile(lines);

/** How many lines of the second file are new after the first. */
async function newAfter(first: ReadFile, second: ReadFile): Promise<number> {
  const own = await books();
  importBank(own, [first], today);
  const { counts } = importBank(own, [second], today).diff;
  return counts.lines - counts.linesKnown;
}

describe('which lines of a second file are new (criterion A7)', () => {
  const cases: readonly [string, ReadFile, ReadFile, number][] = [
    ['the same line again', mt940(line()), mt940(line()), 0],
    ['the same day as MT940 and CSV', mt940(line()), csv(line()), 0],
    [
      'the text cut off in one of them',
      mt940(line({ remittance: 'Deel van F1001 conform afspraak' })),
      csv(line({ remittance: 'Deel van F1001' })),
      0,
    ],
    [
      'spaces and capitals that differ',
      mt940(line({ remittance: 'DEEL VAN F 1001' })),
      csv(line({ remittance: 'deel van F1001' })),
      0,
    ],
    [
      'a name and no account in one of them',
      mt940(line({ counterpartyIban: null, counterpartyName: 'J KOK' })),
      csv(line({ counterpartyName: 'J. Kok' })),
      0,
    ],
    ['the own account as IBAN and bare', bankFile([line()], { account: '0118529307' }), csv(line()), 0],
    [
      'no account in one of them',
      bankFile([line()], { account: '', fileName: 'naamloos.csv', format: 'bankcsv' }),
      mt940(line()),
      0,
    ],
    ['the value date in one of them', mt940(line({ bookDate: '2026-11-13' })), csv(line()), 0],
    ['a bank reference in one format only', camt(line({ bankReference: 'X123' })), csv(line()), 0],
    ['one more of the same day', mt940(line()), mt940(line(), line()), 1],
    ['three in the second format, two in the first', mt940(line(), line()), camt(line(), line(), line()), 1],
    ['another amount', mt940(line()), mt940(line({ amount: 10001 })), 1],
    ['another day', mt940(line()), mt940(line({ bookDate: '2026-11-13' })), 1],
    ['another account of the payer', mt940(line()), csv(line({ counterpartyIban: 'NL91ABNA0417164300' })), 1],
    ['another end-to-end id', camt(line({ endToEndId: 'A1' })), camt(line({ endToEndId: 'A2' })), 1],
    ['another reference of the bank', mt940(line({ bankReference: '1' })), mt940(line({ bankReference: '2' })), 1],
    [
      'the same reference of the bank, the text made whole',
      camt(line({ bankReference: '1' })),
      camt(line({ bankReference: '1', remittance: 'Deel van F1001 in twee keer' })),
      0,
    ],
    ['another invoice from the same account', mt940(line()), csv(line({ remittance: 'Factuur 77123' })), 1],
    ['another own account', mt940(line()), bankFile([line()], { account: 'NL91ABNA0417164300' }), 1],
  ];

  it.each(cases)('%s', async (_what, first, second, fresh) => {
    expect(await newAfter(first, second)).toBe(fresh);
  });

  it('two files with the same day in one go', async () => {
    const own = await books();
    const { diff } = importBank(own, [bankFile([line(), line()], { number: '12' }), csv(line(), line())], today);
    expect(diff.counts).toMatchObject({ lines: 4, linesKnown: 2, linesMatched: 2 });
    expect(openOf(own, '1001', 'F1001')).toBe(80000);
  });

  it('the same two lines as ING writes them in MT940 and in CSV', async () => {
    const own = await books();
    const text = [
      '{1:F01INGBNL2ABXXX0000000000}',
      '{2:I940INGBNL2AXXXN}',
      '{4:',
      ':20:P261112000000001',
      ':25:NL59RABO0118529307EUR',
      ':28C:00001',
      ':60F:C261111EUR0,00',
      ':61:2611121112C100,00NTRFEREF//26316000001',
      '/TRCD/00100/',
      ':86:/CNTP/NL20INGB0001234567/INGBNL2A/J. Kok///REMI/USTD//Deel van F1001/',
      ':61:2611121112C250,50NTRFNONREF//26316000002',
      '/TRCD/00100/',
      ':86:/CNTP/NL91ABNA0417164300/ABNANL2A/Bakkerij Bos///REMI/USTD//klant 77 dank/',
      ':62F:C261112EUR350,50',
      '-}',
      '',
    ].join('\r\n');
    const table = [
      '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"',
      '"20261112";"Bakkerij Bos";"NL59RABO0118529307";"NL91ABNA0417164300";"OV";"Bij";"250,50";"Overschrijving";"Naam: Bakkerij Bos Omschrijving: klant 77 dank IBAN: NL91ABNA0417164300 Valutadatum: 12-11-2026";"350,50";""',
      '"20261112";"J. Kok";"NL59RABO0118529307";"NL20INGB0001234567";"OV";"Bij";"100,00";"Overschrijving";"Naam: J. Kok Omschrijving: Deel van F1001 IBAN: NL20INGB0001234567 Valutadatum: 12-11-2026";"100,00";""',
    ].join('\r\n');
    const bytes = (content: string) => new TextEncoder().encode(content);
    importBank(own, [{ fileName: 'a.940', reading: readMt940(bytes(text)) }], today);
    const { diff } = importBank(own, [{ fileName: 'a.csv', reading: readBankCsv(bytes(table)) }], today);
    expect(diff.counts).toMatchObject({ lines: 2, linesKnown: 2 });
    expect(openOf(own, '1001', 'F1001')).toBe(90000);
  });
});

describe('whose lines count', () => {
  it('those of own accounts only, with a warning for the others', async () => {
    const own = await books();
    const other = bankFile([line()], { account: 'NL91ABNA0417164300', fileName: 'ander.940' });
    const { diff } = importBank(own, [other, mt940(line())], today, { ownAccounts: ['NL59 RABO 0118 5293 07'] });
    expect(diff.counts).toMatchObject({ statements: 1, lines: 1, linesMatched: 1, accounts: ['NL59RABO0118529307'] });
    expect(diff.warnings).toMatchObject([
      { fileName: 'ander.940', problem: { code: 'bank-account-other', params: { account: 'NL91ABNA0417164300' } } },
    ]);
  });

  it('not money from one own account to another', async () => {
    const own = await books();
    const { diff } = importBank(own, [mt940(line({ counterpartyIban: 'NL91ABNA0417164300' }))], today, {
      ownAccounts: ['NL59RABO0118529307', '417164300'],
    });
    expect(diff.counts).toMatchObject({ linesLeft: 1, linesToReview: 0 });
  });

  it('nothing of a line that is no debtor’s is kept in words', async () => {
    const own = await books();
    const secret = {
      counterpartyName: 'Apotheek De Eik',
      remittance: 'Medicijnen 4471',
      counterpartyIban: 'NL91ABNA0417164300',
    };
    importBank(own, [mt940(line({ ...secret, amount: -2500 }))], today);
    expect(linesIn(own, 'review')).toEqual([]);
    expect(JSON.stringify([...own.records.statement.values()])).not.toMatch(/Apotheek|Medicijnen|4471|0417164300/);
  });
});

describe('statements follow each other over imports (criterion A7)', () => {
  const first = { number: '1', opening: 0, closing: 10000, openingDate: '2026-11-12', closingDate: '2026-11-12' };
  const later = { openingDate: '2026-11-13', closingDate: '2026-11-13' };
  const cases: readonly [string, ReadFile, readonly string[]][] = [
    [
      'goes on',
      bankFile([line({ bookDate: '2026-11-13' })], { number: '2', opening: 10000, closing: 20000, ...later }),
      [],
    ],
    [
      'skips one',
      bankFile([line({ bookDate: '2026-11-13' })], { number: '3', opening: 15000, closing: 25000, ...later }),
      ['bank-statements-missing'],
    ],
    [
      'skips one, and itself comes to nothing',
      bankFile([line({ bookDate: '2026-11-13' }), line({ bookDate: '2026-11-13', amount: -10000 })], {
        number: '3',
        opening: 15000,
        closing: 15000,
        ...later,
      }),
      ['bank-statements-missing'],
    ],
    ['starts on the last day, with its line', bankFile([line(), line(), line()], { opening: 0, closing: 30000 }), []],
    [
      'starts on the last day, without its line',
      bankFile([line({ remittance: 'F2' })], { opening: 20000, closing: 30000 }),
      ['bank-statements-missing'],
    ],
    ['has no balances', bankFile([line({ bookDate: '2026-11-13' })]), []],
    [
      'is of another account',
      bankFile([line()], { account: 'NL91ABNA0417164300', opening: 700, closing: 10700, ...later }),
      [],
    ],
    [
      'is older',
      bankFile([line({ bookDate: '2026-11-02' })], { opening: 500, closing: 10500 }),
      ['bank-perhaps-on-list'],
    ],
  ];

  it.each(cases)('the next one %s', async (_what, next, codes) => {
    const own = await books();
    importBank(own, [bankFile([line()], first)], today);
    const { diff } = importBank(own, [next], today);
    expect(diff.warnings.map(({ problem }) => problem.code)).toEqual(codes);
  });
});
