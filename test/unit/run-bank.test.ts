import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashOf } from '#electron/files/hash.ts';
import { bankFormats, mt940, rabobank, type WrittenLine, zipped } from './bank-files.ts';
import { claims, itemsList, RunBench, reasonsOf } from './run-books.ts';

// Whole runs with their letters: on a busy machine they take their time.
vi.setConfig({ testTimeout: 240_000 });

const alfa = { name: 'Alfa B.V.', iban: 'NL20INGB0001234567' };
const beta = { name: 'Beta Bouw B.V.', iban: 'NL91ABNA0417164300' };
const gamma = { name: 'Gamma Groothandel', iban: 'NL02RABO0123456789' };
const rows = [
  ['1', 'Alfa B.V.', '2025-0101', '2025-12-15', '1.000,00'],
  ['2', 'Beta Bouw B.V.', '2025-0102', '2025-12-15', '500,00'],
  ['3', 'Gamma Groothandel', '2025-0103', '2025-12-15', '80,00'],
] as const;
const list = itemsList('2026-01-10', rows);
/** One that pays all, one a part, and one of before the list, which has it open all the same: it waits and counts in nothing. */
const receipts: readonly WrittenLine[] = [
  { ...gamma, date: '2026-01-09', amount: 8_000, text: 'factuur 2025-0103', reference: 'R1' },
  { ...alfa, date: '2026-01-12', amount: 100_000, text: 'Factuur 2025-0101', reference: 'R2' },
  { ...beta, date: '2026-01-13', amount: 20_000, text: 'deelbetaling 2025-0102', reference: 'R3' },
];

describe('run --bank', () => {
  let bench: RunBench;
  beforeAll(() => {
    bench = new RunBench();
  });
  afterAll(() => bench.close());

  it.each(Object.entries(bankFormats))('lowers what is open by the receipts after the list: %s', async (_, write) => {
    const json = await bench.run({ items: list, bank: [write(receipts)], today: '2026-01-15' });
    expect(json.bank).toEqual({ lines: 3, known: 0, matched: 2, review: 1, left: 0, returns: 0, credited: 0 });
    expect(claims(json)).toEqual([
      ['2', '300.00'],
      ['3', '80.00'],
    ]);
    expect(reasonsOf(json, '1')).toEqual(['paid']);
    expect(json.open).toBe('380.00');
  });

  it('reads a zip of statements, one per day', async () => {
    const days = Object.fromEntries(receipts.map((line) => [`${line.date}.940`, mt940([line])]));
    const json = await bench.run({ items: list, bank: [zipped(days)], today: '2026-01-15' });
    expect(json.bank).toMatchObject({ lines: 3, matched: 2, review: 1 });
    expect(json.open).toBe('380.00');
  });

  it.each([
    ['up to a later day, it holds less than the bank', '2026-01-12', '1380.00', false],
    ['up to the last day, it holds all of it', '2026-01-15', '1580.00', false],
    ['up to a day to come, it holds all of it and that is told', '2026-01-31', '1580.00', true],
    ['up to an earlier day, it holds none of it', '2026-01-08', '300.00', false],
  ])('of a list worked in %s', async (_, until, open, isTold) => {
    const more = ['--bank-until', until];
    const json = await bench.run({ items: list, bank: [mt940(receipts)], today: '2026-01-15', more });
    expect(json.open).toBe(open);
    expect(bench.told.some((text) => text.includes('--bank-until 31-01-2026 ligt na --today 15-01-2026'))).toBe(isTold);
  });

  it('of a list that says no date every line counts', async () => {
    const json = await bench.run({ items: itemsList(null, rows), bank: [mt940(receipts)], today: '2026-01-15' });
    expect([json.open, reasonsOf(json, '3')]).toEqual(['300.00', ['paid']]);
  });

  it('counts a line once, over files and formats, in whatever order they are given', async () => {
    const bank = [mt940(receipts), rabobank(receipts.slice(1)), mt940(receipts.slice(1))];
    const json = await bench.run({ items: list, bank, today: '2026-01-15' });
    expect(json.bank).toMatchObject({ lines: 7, known: 4, matched: 2, review: 1 });
    const other = await bench.run({ items: list, bank: bank.toReversed(), today: '2026-01-15' });
    expect([json.open, other.open]).toEqual(['380.00', '380.00']);
  });

  it('gives the same bytes for the same input', async () => {
    const args = ['--items', bench.write('lijst.csv', list), '--bank', bench.write('afschrift.940', mt940(receipts))];
    const filesOf = async (out: string): Promise<readonly (readonly [string, string])[]> => {
      expect((await bench.answer([...args, '--today', '2026-01-15', '--out', bench.at(out)])).exit).toBe(0);
      const paths = readdirSync(bench.at(out), { recursive: true, withFileTypes: true });
      const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return files.sort().map((path) => [relative(bench.at(out), path), hashOf(readFileSync(path))]);
    };
    const one = await filesOf('een');
    expect(one.length).toBeGreaterThan(4);
    expect(await filesOf('twee')).toEqual(one);
  });

  it('of an earlier run, the same files change nothing; a next statement is worked in', async () => {
    const bank = [mt940(receipts)];
    const first = await bench.run({ items: list, bank, today: '2026-01-15' });
    const again = await bench.run({ items: list, bank, today: '2026-01-16', more: ['--history', first.out] });
    expect(again.bank).toEqual({ lines: 3, known: 3, matched: 0, review: 0, left: 0, returns: 0, credited: 0 });
    expect([again.open, again.letters]).toEqual(['380.00', []]);
    const rest = [{ ...beta, date: '2026-01-16', amount: 30_000, text: '2025-0102 restant', reference: 'R4' }];
    const next = await bench.run({
      items: list,
      bank: [rabobank([...receipts.slice(1), ...rest])],
      today: '2026-01-19',
      more: ['--history', again.out],
    });
    expect(next.bank).toMatchObject({ lines: 3, known: 2, matched: 1 });
    expect(next.open).toBe('80.00');
    expect(reasonsOf(next, '2')).toContain('paid');
  });

  it('a list that names no date, run again with the same statement, still deducts it', async () => {
    const items = itemsList(null, rows);
    const first = await bench.run({ items, bank: [mt940(receipts)], today: '2026-01-15' });
    const again = await bench.run({
      items,
      bank: [mt940(receipts)],
      today: '2026-01-16',
      more: ['--history', first.out],
    });
    expect([first.open, again.open]).toEqual(['300.00', '300.00']);
  });

  it('a list that names no date and has the payments by now does not count them twice', async () => {
    const first = await bench.run({ items: itemsList(null, rows), bank: [mt940(receipts)], today: '2026-01-15' });
    const now = itemsList(null, [['2', 'Beta Bouw B.V.', '2025-0102', '2025-12-15', '300,00']]);
    const more = ['--history', first.out];
    const again = await bench.run({ items: now, bank: [mt940(receipts)], today: '2026-01-16', more });
    expect(again.open).toBe('300.00');
    const rest = { ...beta, date: '2026-01-15', amount: 10_000, text: '2025-0102', reference: 'R5' };
    const then = { items: now, bank: [mt940([...receipts, rest])], today: '2026-01-16' };
    expect((await bench.run({ ...then, more })).open).toBe('200.00');
  });

  it.each([
    ['on the bank date is in the list', '2026-01-12', '1380.00'],
    ['the day after is not', '2026-01-11', '380.00'],
  ])('a receipt %s', async (_, until, open) => {
    const more = ['--bank-until', until];
    const json = await bench.run({ items: list, bank: [mt940(receipts)], today: '2026-01-15', more });
    expect(json.open).toBe(open);
  });

  it('a storno opens the invoice again', async () => {
    const back = {
      ...alfa,
      date: '2026-01-16',
      amount: -100_000,
      text: 'Factuur 2025-0101',
      reference: 'R9',
      reason: 'MD06',
    };
    const json = await bench.run({ items: list, bank: [mt940([...receipts, back])], today: '2026-01-15' });
    expect(json.bank).toMatchObject({ lines: 4, matched: 3, returns: 1 });
    expect(json.open).toBe('1380.00');
    expect(reasonsOf(json, '1')).not.toContain('paid');
  });

  it('what is paid too much is credit of the debtor, and no letter goes out', async () => {
    const more = [{ ...alfa, date: '2026-01-12', amount: 105_000, text: 'Factuur 2025-0101', reference: 'R2' }];
    const json = await bench.run({ items: list, bank: [mt940(more)], today: '2026-01-15' });
    expect(claims(json).map(([debtor]) => debtor)).toEqual(['2', '3']);
    expect(json.open).toBe('530.00');
    expect(reasonsOf(json, '1')).toContain('credit-covers');
  });

  it('a rest below the tolerance stays open without a letter', async () => {
    const less = [{ ...beta, date: '2026-01-12', amount: 49_700, text: 'Factuur 2025-0102', reference: 'R2' }];
    const json = await bench.run({ items: list, bank: [mt940(less)], today: '2026-01-15' });
    expect(reasonsOf(json, '2')).toEqual(['below-tolerance']);
    expect(json.open).toBe('1083.00');
  });

  it('money of a known account is credit of its debtor while it is not clear what it pays', async () => {
    const items = [
      'Peildatum;10-01-2026',
      'Debiteurnummer;Naam;Soort debiteur;E-mail;IBAN;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand',
      `3;Gamma Groothandel;zakelijk;g@g.example;${gamma.iban};2025-0103;01-12-2025;15-12-2025;80,00`,
      `3;Gamma Groothandel;zakelijk;g@g.example;${gamma.iban};2025-0105;01-12-2025;15-12-2025;80,00`,
    ].join('\r\n');
    const bank = [mt940([{ ...gamma, date: '2026-01-13', amount: 8_000, text: 'betaling' }])];
    const first = await bench.run({ items, bank, today: '2026-01-15' });
    expect(first.bank).toMatchObject({ lines: 1, matched: 0, review: 1, credited: 1 });
    expect([first.open, claims(first)]).toEqual(['80.00', [['3', '80.00']]]);
    expect(bench.told.join('\n')).toContain('tegoed van 3');
    const again = await bench.run({ items, bank, today: '2026-01-16', more: ['--history', first.out] });
    expect([again.open, again.bank]).toMatchObject(['80.00', { known: 1, review: 0, credited: 0 }]);
  });

  it.each([
    ['with its name and two of its invoices, is its credit', 'Beta Bouw B.V.', '2025-0102 en 2025-0104', '450.00'],
    ['with its name alone, is nobody’s', 'Beta Bouw B.V.', 'deelbetaling', '900.00'],
    ['with two of its invoices and another name, is nobody’s', 'Janssen en Zonen', '2025-0102 en 2025-0104', '900.00'],
    ['that names an invoice of another as well, is nobody’s', 'Beta Bouw B.V.', '2025-0102 en 2025-0103', '900.00'],
  ])('what pays several invoices of a debtor in part, %s', async (_, name, text, claimed) => {
    const items = itemsList('2026-01-10', [...rows, ['2', 'Beta Bouw B.V.', '2025-0104', '2025-12-15', '400,00']]);
    const bank = [mt940([{ ...beta, name, date: '2026-01-13', amount: 45_000, text }])];
    const json = await bench.run({ items, bank, today: '2026-01-15' });
    expect(claims(json)).toContainEqual(['2', claimed]);
  });

  it('a payment of an invoice that only a later list names is laid against it then', async () => {
    const early = mt940([{ ...beta, date: '2026-01-13', amount: 9_000, text: 'factuur 2026-0199', reference: 'R7' }]);
    const first = await bench.run({ items: list, bank: [early], today: '2026-01-15' });
    expect(first.bank).toMatchObject({ review: 1, credited: 0 });
    const more = ['--history', first.out, '--bank-until', '2026-01-12'];
    const items = itemsList('2026-01-16', [...rows, ['2', 'Beta Bouw B.V.', '2026-0199', '2026-01-15', '90,00']]);
    const next = await bench.run({ items, bank: [early], today: '2026-01-16', more });
    expect([next.open, next.bank]).toMatchObject(['1580.00', { known: 1 }]);
  });

  it('what fits nobody for certain is told, and changes no balance', async () => {
    const strange = [
      { name: 'Onbekend', iban: 'NL39RABO0300065264', date: '2026-01-12', amount: 12_345, text: 'dank u' },
    ];
    const json = await bench.run({ items: list, bank: [mt940(strange)], today: '2026-01-15' });
    expect(json.bank).toMatchObject({ lines: 1, matched: 0, review: 1 });
    expect(json.open).toBe('1580.00');
    expect(bench.told.join('\n')).toContain('Onbekend');
  });

  it('a payment out is nobody’s receipt', async () => {
    const out = [
      { name: 'Energie NV', iban: 'NL39RABO0300065264', date: '2026-01-12', amount: -8_000, text: 'termijn' },
    ];
    const json = await bench.run({ items: list, bank: [mt940(out)], today: '2026-01-15' });
    expect(json.bank).toEqual({ lines: 1, known: 0, matched: 0, review: 0, left: 1, returns: 0, credited: 0 });
  });

  it.each([
    ['a bank file that is no bank file', 'hallo wereld\r\n'],
    ['one that is damaged', `<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt>`],
    ['an empty one', ''],
    ['a list of items', list],
    [
      'one with an account and amounts',
      'Naam;Rekening;Factuurnummer;Datum;Bedrag;Openstaand\nKok;NL59RABO0118529307;F1;01-12-2025;10,00;10,00\n',
    ],
    ['a list of debtors', 'Debiteurnummer;Naam;Adres;Postcode;Plaats\n1;Kok;Kade 1;8011 AA;Zwolle\n'],
    ['an invoice', '<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'],
    ['a zip without any', zipped({ 'lees.txt': 'niets' })],
    [
      'a zip of which one cannot be read',
      zipped({
        'a.940': mt940(receipts),
        'b.xml': '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>',
      }),
    ],
  ])('refuses %s and writes nothing', async (_, content) => {
    const args = ['--items', bench.write('goed.csv', list), '--bank', bench.write('goed.940', mt940(receipts))];
    const out = bench.at('niets');
    const { exit, json } = await bench.answer([
      ...args,
      '--bank',
      bench.write('fout', content),
      '--today',
      '2026-01-20',
      '--out',
      out,
    ]);
    expect(exit).toBe(3);
    expect(json).toMatchObject({ error: { code: expect.any(String), message: expect.stringContaining('fout') } });
    expect(existsSync(out)).toBe(false);
  });
});
