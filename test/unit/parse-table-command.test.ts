import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { type Answer, answered } from '#electron/commands/answer.ts';
import { parseCommand, parseFile } from '#electron/commands/parse.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voldaan-tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function parsed(name: string, content: string | Uint8Array): Promise<Answer> {
  const path = join(folder, name);
  await writeFile(path, content);
  return parseFile(path, null);
}

const codes = ({ json }: Answer) => (json as { warnings: { code: string }[] }).warnings.map(({ code }) => code);

describe('parse says what a table is', () => {
  it('a list of debtors: no items, the debtors, a warning', async () => {
    const answer = await parsed(
      'relaties.csv',
      'Relatiecode;Naam;Adres;Postcode;Plaats;LandID;Emailadres;BTW nummer;Krediettermijn;Nummer kvk;IBAN;BIC\n0012;Kok B.V.;Dorpsstraat 1;1234 AB;Ede;1;k@x.example;;14;;NL13TEST0123456789;TESTNL2A\n',
    );
    expect(answer.exit).toBe(0);
    expect(answer.json).toMatchObject({
      format: 'items',
      kind: 'debtors',
      profile: 'snelstart',
      items: [],
      debtors: [{ code: '0012', name: 'Kok B.V.', city: 'Ede', termDays: 14 }],
    });
    expect(codes(answer)).toEqual(['debtor-list']);
  });

  it('a list of ages: no items, the totals, a warning', async () => {
    const answer = await parsed(
      'ouderdom.csv',
      'Ouderdomsanalyse per 30-09-2026\nDebiteurnummer;Naam;Saldo;Niet vervallen;0-30;> 30\n1;Kok;100,00;40,00;60,00;\n2;Bos;-1,50;;;-1,50\n',
    );
    expect(answer.exit).toBe(0);
    expect(answer.json).toMatchObject({
      kind: 'control',
      profile: null,
      full: false,
      items: [],
      control: {
        asOf: '2026-09-30',
        total: '98.50',
        debtors: [
          { debtorCode: '1', debtorName: 'Kok', open: '100.00' },
          { debtorCode: '2', debtorName: 'Bos', open: '-1.50' },
        ],
      },
    });
    expect(codes(answer)).toEqual(['ageing-list']);
  });

  it('a list of invoices: those that are open', async () => {
    const answer = await parsed(
      'facturen.csv',
      'Factuurnummer;Contact;Factuurdatum;Status;Totaal incl. btw\nF1;Kok B.V.;2026-09-01;Open;121.00\nF2;Kok B.V.;2026-09-02;Betaald;50.00\n',
    );
    expect(answer.json).toMatchObject({ kind: 'invoices', items: [{ number: 'F1', open: '121.00' }] });
  });

  it('a workbook: its sheets and what they look like', async () => {
    const ages: SheetData = [
      ['Naam', 'Saldo', '0-30', '> 30'],
      ['Kok', 10, 10, null],
    ];
    const list: SheetData = [
      ['Debiteurnummer', 'Naam', 'Factuurnummer', 'Openstaand'],
      [1, 'Kok', 'F1', 10],
    ];
    const book = await writeWorkbook([
      { sheet: 'Analyse', data: ages },
      { sheet: 'Posten', data: list },
    ]).toBuffer();
    const answer = await parsed('boek.xlsx', new Uint8Array(book));
    expect(answer.json).toMatchObject({
      sheet: 'Posten',
      sheets: [
        { name: 'Analyse', looksLike: 'control' },
        { name: 'Posten', looksLike: 'list' },
      ],
      items: [{ number: 'F1' }],
    });
  });

  it.each([
    ['$12,50', 'currencies-unclear', ['--currency', 'cad'], { open: '12.50', currency: 'CAD' }],
    ['1.234', 'decimals-ambiguous', ['--decimals', 'comma'], { open: '1234.00' }],
    ['1.234', 'decimals-ambiguous', ['--decimals', 'point'], { open: '1.23' }],
    ['12,50', 'dates-month-first', ['--dates', 'mdy'], { dueDate: '2026-10-31' }],
  ])('what a table leaves open (%s: %s) is answered with %j', async (amount, code, options, item) => {
    const dates = code === 'dates-month-first' ? '10/01/2026;10/31/2026' : '01-10-2026;31-10-2026';
    const path = join(folder, 'vraag.csv');
    await writeFile(path, `Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\nKok;F1;${dates};${amount}\n`);
    const asked = await parseCommand([path]);
    expect(asked).toMatchObject({ exit: 3, json: { error: { code } } });
    expect((asked.json as { error: { message: string } }).error.message).toContain(
      `Op de opdrachtregel: ${options[0]} `,
    );
    expect(await parseCommand([path, ...options])).toMatchObject({ exit: 0, json: { items: [item] } });
  });

  it.each([
    ['--currency', 'dollar'],
    ['--decimals', 'komma'],
    ['--dates', 'ymd'],
  ])('an answer there is not: %s %s', async (option, value) => {
    const answer = await answered(() => parseCommand([join(folder, 'x.csv'), option, value]));
    expect(answer).toMatchObject({ exit: 2, json: { error: { code: 'wrong-arguments' } } });
  });

  it('a workbook of a bank: its transactions', async () => {
    const bank: SheetData = [
      [
        'Datum',
        'Naam / Omschrijving',
        'Rekening',
        'Tegenrekening',
        'Code',
        'Af Bij',
        'Bedrag (EUR)',
        'Mutatiesoort',
        'Mededelingen',
      ],
      ['20261001', 'Kok', 'NL13TEST0123456789', 'NL13TEST0123456780', 'OV', 'Bij', '10,00', 'Overschrijving', 'F1'],
    ];
    const book = await writeWorkbook([{ sheet: 'Bij en af', data: bank }]).toBuffer();
    const answer = await parsed('bank.xlsx', new Uint8Array(book));
    expect(answer.json).toMatchObject({ format: 'bankcsv', statements: [{ transactions: [{ amount: '10.00' }] }] });
  });
});
