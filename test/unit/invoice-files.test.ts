import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { namedInvoice, numbersToName } from '#shared/domain/import/item.ts';
import { linkCopies } from '#shared/formats/ubl/copies.ts';
import { readInvoiceFiles } from '#shared/formats/ubl/files.ts';
import { ublItems } from '#shared/formats/ubl/items.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import { bytesOf, credits, embedded, party, totals, type UblParts, ublText } from './ubl-text.ts';
import { zipOf } from './zip-text.ts';

describe('a copy finds its invoice', () => {
  const numbers = ['2026-0001', '2026-00012', '0001', 'F 12/77', '7', 'ABC'];
  const invoices = numbers.map((number) => ({ number, file: null }));
  it.each<[string, string | 'none' | 'several']>([
    ['2026-0001.pdf', '2026-0001'],
    ['map/Factuur_2026-0001 (kopie).pdf', '2026-0001'],
    ['factuur 2026_00012.PDF', '2026-00012'],
    ['Factuur20260001.pdf', '2026-0001'],
    ['Factuur 12026-0001.pdf', '0001'],
    ['0001-bakkerij.pdf', '0001'],
    ['f12-77.pdf', 'F 12/77'],
    ['7.pdf', '7'],
    ['factuur 7 juli.pdf', 'none'],
    ['abc factuur.pdf', 'ABC'],
    ['abcd.pdf', 'none'],
    ['2026-0001 en ABC.pdf', '2026-0001'],
    ['scan.pdf', 'none'],
  ])('%s', (name, number) => {
    const { links, unlinked, ambiguous } = linkCopies(invoices, [{ name }]);
    const found = links[0] ? numbers[links[0].invoice] : ambiguous.length > 0 ? 'several' : 'none';
    expect([found, unlinked]).toEqual([number, number === 'none' ? [0] : []]);
  });

  it('by the file the invoice was read from, before any number', () => {
    const read = [
      { number: '1001', file: 'jan/a.xml' },
      { number: '1002', file: 'jan/1001.xml' },
    ];
    expect(linkCopies(read, [{ name: 'jan/A.pdf' }, { name: 'jan/1001.pdf' }, { name: '1001.pdf' }]).links).toEqual([
      { invoice: 0, copy: 0, by: 'file' },
      { invoice: 1, copy: 1, by: 'file' },
      { invoice: 0, copy: 2, by: 'name' },
    ]);
  });

  it('by its text when the name says nothing', () => {
    const copies = [{ name: 'scan.pdf', text: 'Factuur\nNummer: 2026-0001\nBedrag 12,00' }];
    expect(linkCopies(invoices, copies).links).toEqual([{ invoice: 0, copy: 0, by: 'text' }]);
  });

  it('never one of several equally good ones', () => {
    const same = [
      { number: '1001', file: null },
      { number: '1001', file: null },
      { number: '2002', file: null },
    ];
    const copies = [{ name: '1001.pdf' }, { name: '1001 2002.pdf' }];
    expect(linkCopies(same, copies)).toEqual({ links: [], ambiguous: [0, 1], unlinked: [] });
  });
});

const offered = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.entries(files).map(([name, file]) => ({
    name,
    bytes: () => (typeof file === 'string' ? bytesOf(file) : file),
  }));

describe('many files at once', () => {
  it('invoices, zips of them and PDFs are read together; what is wrong with one leaves the others', () => {
    const read = readInvoiceFiles(
      offered({
        'A.xml': ublText({ number: 'A-100' }),
        'feb.zip': zipOf({
          'B.xml': ublText({ number: 'B-200' }),
          'B-200.pdf': '%PDF-1.4',
          'lees.csv': 'Debiteurnr;Naam\n1;x',
        }),
        'A-100.pdf': bytesOf('%PDF-1.7'),
        'los.pdf': bytesOf('%PDF-1.7'),
        'kapot.xml': ublText({}).slice(0, 800),
        'bom.zip': zipOf({ 'x.xml': 'x' }).subarray(0, 40),
      }),
    );
    expect(
      read.invoices.map(({ file, invoice, copies }) => [file, invoice.number, copies.map(({ name }) => name)]),
    ).toEqual([
      ['A.xml', 'A-100', ['A-100.pdf']],
      ['feb.zip/B.xml', 'B-200', ['feb.zip/B-200.pdf']],
    ]);
    expect(Buffer.from(read.invoices[1]!.copies[0]!.bytes()).toString()).toBe('%PDF-1.4');
    expect(read.refused.map(({ file, problem }) => [file, problem.code])).toEqual([
      ['kapot.xml', 'xml-truncated'],
      ['bom.zip', 'archive-damaged'],
    ]);
    expect(read.warnings.map(({ file, problem }) => [file, problem.code])).toEqual([['los.pdf', 'copy-unlinked']]);
    expect(read.others).toEqual([{ name: 'feb.zip/lees.csv', format: 'table' }]);
  });

  it.each<[string, UblParts, number, string[]]>([
    ['the same invoice twice is taken once', {}, 1, ['ubl-duplicate']],
    [
      'the number again with another amount is told, and read',
      { totals: totals('200.00', '242.00', '242.00') },
      2,
      ['ubl-duplicate-differs'],
    ],
    ['the number of another supplier is another invoice', { supplier: party('Papier Oost', '33333333') }, 2, []],
    ['a credit note has numbers of its own', { root: 'CreditNote', references: credits('F-0') }, 2, []],
  ])('%s', (_, parts, count, codes) => {
    const read = readInvoiceFiles(offered({ 'a.xml': ublText({}), 'b.xml': ublText(parts) }));
    const duplicates = read.warnings.filter(({ problem }) => problem.code.startsWith('ubl-duplicate'));
    expect([read.invoices.length, duplicates.map(({ problem }) => problem.code)]).toEqual([count, codes]);
    for (const { problem } of duplicates) expect(problem.params).toMatchObject({ file: 'a.xml', other: 'b.xml' });
  });

  it('XML of another kind is told apart: refused by name, left, or an invoice after all', () => {
    const long = `<omslag><tekst>${'x'.repeat(70_000)}</tekst>${ublText({}).replace(/<\?xml.*?\?>/, '')}</omslag>`;
    const read = readInvoiceFiles(
      offered({ 'cii.xml': '<CrossIndustryInvoice/>', 'los.xml': '<recept><ei/></recept>', 'lang.xml': long }),
    );
    expect(read.refused).toMatchObject([{ file: 'cii.xml', problem: { code: 'ubl-cii' } }]);
    expect(read.others).toEqual([{ name: 'los.xml', format: 'xml' }]);
    expect(read.invoices.map(({ file }) => file)).toEqual(['lang.xml']);
  });

  it('a purchase invoice among them is refused by name', () => {
    const us = { name: 'Bakkerij Zuid', kvk: '22222222', vatId: null, iban: null };
    const read = readInvoiceFiles(offered({ 'a.xml': ublText({}) }), us);
    expect(read.refused).toMatchObject([
      { file: 'a.xml', problem: { code: 'ubl-purchase', params: { supplier: 'Drukkerij Noord B.V.' } } },
    ]);
  });
});

describe('invoices as items of a list', () => {
  const items = (...all: readonly UblParts[]) =>
    ublItems(
      all.flatMap((parts) => readUbl(bytesOf(ublText(parts))).invoices),
      'facturen.zip',
    );
  const prepaid =
    '<cbc:PrepaidAmount>50.00</cbc:PrepaidAmount><cbc:PayableRoundingAmount>-0.02</cbc:PayableRoundingAmount>';

  it('open is what is to be paid; the total what ever was', () => {
    const [item] = items({ totals: totals('100.00', '121.00', '70.98', prepaid) }).items;
    expect(item).toMatchObject({
      total: 12_098,
      open: 7098,
      number: 'F-1',
      kind: 'invoice',
      details: { vatCents: 2100 },
    });
  });

  it('one KvK number is one debtor; with another name and another VAT id it is two', () => {
    const vat = (id: string) =>
      `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
    const customers = [
      party('Bakkerij Zuid B.V.', '22222222', vat('NL222222222B01')),
      party('Bakkerij Zuid BV', '22222222', vat('NL222222222B02')),
      party('Zuid Brood en Banket', '22222222', vat('NL222222222B01')),
      party('Molen Oost B.V.', '22222222', vat('NL333333333B01')),
      party('Molen Oost B.V.', '22222222', vat('NL333333333B01')),
    ];
    const read = readInvoiceFiles(
      offered(
        Object.fromEntries(customers.map((customer, i) => [`${i}.xml`, ublText({ number: `F-${i}`, customer })])),
      ),
    );
    const { debtors, items } = ublItems(
      read.invoices.map(({ invoice }) => invoice),
      'facturen.zip',
    );
    expect(debtors.map(({ name }) => name)).toEqual(['Bakkerij Zuid B.V.', 'Molen Oost B.V.']);
    expect(items.map(({ debtor }) => debtor)).toEqual([0, 0, 0, 1, 1]);
    expect(read.warnings).toMatchObject([
      { file: '2.xml', problem: { code: 'ubl-kvk-shared', params: { name: 'Zuid Brood en Banket' } } },
    ]);
  });

  it('nothing left to pay is settled', () => {
    const read = items({ totals: totals('100.00', '121.00', '0.00', '<cbc:PrepaidAmount>121.00</cbc:PrepaidAmount>') });
    expect([read.items, read.settled]).toMatchObject([[], [{ debtor: 0, number: 'F-1' }]]);
  });

  it('a credit note names its invoice, the customer its references, a mandate its account', () => {
    const own = items({ head: '<cbc:BuyerReference>F-1</cbc:BuyerReference>' });
    expect(own.items[0]!.details).toEqual({ vatCents: 2100 });
    const head =
      '<cbc:BuyerReference>Afd. 3</cbc:BuyerReference><cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>';
    const means = `<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode><cac:PaymentMandate><cbc:ID>M</cbc:ID>
      <cac:PayerFinancialAccount><cbc:ID>NL20INGB0001234567</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate></cac:PaymentMeans>`;
    const read = items({ root: 'CreditNote', references: credits('F-0') }, { number: 'F-2', head, means });
    expect(read.items.map(({ details }) => details)).toEqual([
      { vatCents: -2100, creditFor: 'F-0' },
      { vatCents: 2100, yourReference: 'PO-77 / Afd. 3', directDebit: true },
    ]);
    expect(read.debtors).toMatchObject([
      { name: 'Bakkerij Zuid B.V.', kvk: '22222222', iban: 'NL20INGB0001234567', kind: null },
    ]);
  });

  it('the importer lays a credit note against the invoice it states', () => {
    const read = items({ number: 'f-0' }, { root: 'CreditNote', references: credits('F-0') });
    const numbers = numbersToName(read.items, []);
    expect(namedInvoice(read.items[1]!, numbers)).toBe('f-0');
    expect(namedInvoice(read.items[1]!, new Map())).toBe('F-0');
    expect(namedInvoice(read.items[0]!, numbers)).toBeNull();
  });

  it('one debtor per code, else per number, else per name', () => {
    const code = (value: string) => `<cac:PartyIdentification><cbc:ID>${value}</cbc:ID></cac:PartyIdentification>`;
    const bare = (name: string) => `<cac:Party><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:Party>`;
    const read = items(
      { customer: party('Zuid', '22222222', code('D1')) },
      { customer: party('Zuid', '22222222', code('D2')) },
      { customer: party('Oost', '33333333') },
      { customer: party('Oost B.V.', '33333333') },
      { customer: bare('De Wit') },
      { customer: bare('DE WIT') },
    );
    expect(read.items.map(({ debtor }) => debtor)).toEqual([0, 1, 2, 2, 3, 3]);
    expect(read.debtors.map(({ code: known, name }) => [known, name])).toEqual([
      ['D1', 'Zuid'],
      ['D2', 'Zuid'],
      ['', 'Oost'],
      ['', 'De Wit'],
    ]);
  });
});

describe('parse prints', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'facturen-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const parsed = async (name: string, bytes: Uint8Array, as: string | null = null) => {
    await writeFile(join(folder, name), bytes);
    return parseFile(join(folder, name), as);
  };
  const pdf = Buffer.from('%PDF-1.4').toString('base64');

  it('an invoice, whatever the file is called', async () => {
    const answer = await parsed(
      'factuur.dat',
      bytesOf(ublText({ references: embedded('application/pdf', 'a/b.pdf', pdf) })),
    );
    expect(answer).toMatchObject({
      exit: 0,
      json: {
        format: 'ubl',
        encoding: 'utf-8',
        warnings: [],
        invoices: [
          {
            debtorCode: null,
            debtorName: 'Bakkerij Zuid B.V.',
            number: 'F-1',
            kind: 'invoice',
            date: '2026-10-01',
            dueDate: '2026-10-31',
            dueDerived: false,
            total: '121.00',
            open: '121.00',
            currency: 'EUR',
            supplier: 'Drukkerij Noord B.V.',
            customer: 'Bakkerij Zuid B.V.',
            payeeIbans: ['NL91ABNA0417164300'],
            paymentReference: 'F-1',
            vat: '21.00',
            attachments: [{ name: 'b.pdf', mime: 'application/pdf', bytes: 8 }],
          },
        ],
      },
    });
  });

  it('a zip of many, with the file of each and its copies; what is left out is told in Dutch', async () => {
    const zip = zipOf({
      '1.xml': ublText({}),
      'F-1.pdf': '%PDF-1.4',
      '2.xml': ublText({ number: 'F-2', due: '' }),
      'x.csv': 'a;b',
    });
    const { exit, json } = await parsed('alles.zip', zip);
    expect(exit).toBe(0);
    expect((await parsed('alles.zip', zip, 'ubl')).json).toEqual(json);
    expect(json).toMatchObject({
      invoices: [
        { number: 'F-1', file: 'alles.zip/1.xml', copies: ['alles.zip/F-1.pdf'] },
        { number: 'F-2', file: 'alles.zip/2.xml', copies: [], dueDate: null, dueDerived: false },
      ],
      warnings: [{ code: 'archive-other', message: expect.stringContaining('"alles.zip/x.csv" is geen factuur') }],
    });
  });

  it.each<[string, Uint8Array, string | null, string]>([
    ['a zip without invoices', zipOf({ 'x.csv': 'a;b' }), null, 'archive-no-invoices'],
    ['a zip with only a broken one', zipOf({ '1.xml': ublText({}).slice(0, 900) }), null, 'xml-truncated'],
    ['a zip that is cut off', zipOf({ '1.xml': ublText({}) }).subarray(0, 300), null, 'archive-damaged'],
    ['a zip that points elsewhere', zipOf({ '../1.xml': ublText({}) }), null, 'archive-unsafe'],
    ['a list that is said to be an invoice', bytesOf('Naam;Bedrag\nx;1,00\n'), 'ubl', 'xml-no-root'],
    ['an invoice without a number', bytesOf(ublText({ number: '' })), null, 'ubl-no-number'],
  ])('refuses %s', async (_, bytes, as, code) => {
    const { exit, json } = await parsed('x.bin', bytes, as);
    expect([exit, json]).toMatchObject([3, { error: { code, message: expect.stringContaining('x.bin') } }]);
  });
});
