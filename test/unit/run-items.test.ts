import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mt940, zipped } from './bank-files.ts';
import { claims, RunBench, reasonsOf } from './run-books.ts';
import { credits, party, totals, ublText } from './ubl-text.ts';
import { auditfile, subLine, subledger } from './xaf-text.ts';

// Whole runs with their letters: on a busy machine they take their time.
vi.setConfig({ testTimeout: 240_000 });

const supplier = party('Voorbeeld B.V.', '33333333');
const address = (name: string, code: string) =>
  `<customerSupplier><custSupID>${code}</custSupID><custSupName>${name}</custSupName><eMail>post@${code}.example</eMail></customerSupplier>`;
const audit = auditfile({
  relations: address('Alfa B.V.', 'K1') + address('Beta B.V.', 'K2'),
  subledgers: subledger(
    'CU',
    subLine('amnt=1000.00 amntTp=D custSupID=K1 invRef=2025-0101 mutTp=I invDt=2025-11-05 invDueDt=2025-12-05'),
    subLine('amnt=80.00 amntTp=D custSupID=K2 invRef=2025-0102 mutTp=I invDt=2025-11-06 invDueDt=2025-12-06'),
  ),
});
const paid = mt940([
  { name: 'Alfa B.V.', iban: 'NL20INGB0001234567', date: '2026-01-05', amount: 100_000, text: 'factuur 2025-0101' },
]);

describe('run --items', () => {
  let bench: RunBench;
  beforeAll(() => {
    bench = new RunBench({ kvk: '33333333' });
  });
  afterAll(() => bench.close());

  it.each([
    ['an auditfile', audit],
    ['one in a gzip', gzipSync(audit)],
    ['one in a zip', zipped({ 'boek.xaf': audit })],
  ])('takes the open items of %s, and a bank statement after its year', async (_, items) => {
    const more = ['--accept-stale', 'jaarwerk'];
    const json = await bench.run({ items, bank: [paid], today: '2026-01-12', more });
    expect(json).toMatchObject({ debtors: 2, items: 2, open: '80.00', bank: { matched: 1 } });
    expect([claims(json), reasonsOf(json, 'K1')]).toEqual([[['K2', '80.00']], ['paid']]);
  });

  it('takes an invoice, and a zip of them: each open for what it came to, less what the bank received since', async () => {
    const invoice = ublText({ supplier, number: '2025-0201', date: '2025-11-01', due: '2025-12-01' });
    const credit = ublText({
      supplier,
      root: 'CreditNote',
      number: 'C-1',
      date: '2025-11-20',
      references: credits('2025-0201'),
      totals: totals('10.00', '12.10', '12.10'),
    });
    const one = await bench.run({ items: invoice, today: '2025-12-10' });
    expect(one).toMatchObject({ debtors: 1, items: 1, open: '121.00' });
    const two = await bench.run({ items: zipped({ 'a.xml': invoice, 'b.xml': credit }), today: '2025-12-10' });
    expect(two).toMatchObject({ debtors: 1, items: 2, open: '108.90' });
    const line = {
      name: 'Bakkerij Zuid B.V.',
      iban: 'NL20INGB0001234567',
      date: '2025-11-25',
      amount: 12_100,
      text: '2025-0201',
    };
    const bank = [mt940([line])];
    const three = await bench.run({ items: invoice, bank, today: '2025-11-28' });
    expect([three.open, reasonsOf(three, 'Bakkerij Zuid B.V.')]).toEqual(['0.00', ['paid']]);
    const held = await bench.run({ items: invoice, bank, today: '2025-11-28', more: ['--bank-until', '2025-11-26'] });
    expect(held.open).toBe('121.00');
  });

  it.each([
    ['a reminder before: the demand is next', 'zakelijk', '1', 'demand'],
    ['a reminder and a demand before: the final demand is next', 'zakelijk', '2', 'final-demand'],
    ['nothing before: the reminder is first', 'zakelijk', '0', 'reminder'],
    ['a veertiendagenbrief that nobody checked: it is made again', 'particulier', '3', 'fourteen-day-letter'],
    ['more than that: still no costs without a veertiendagenbrief', 'particulier', '4', 'fourteen-day-letter'],
  ])('begins where another package stopped (A10), with %s', async (_, kind, level, next) => {
    const items = [
      'Peildatum;12-01-2026',
      'Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;E-mail;Termijn overeengekomen;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Aanmaningsniveau;Datum laatste aanmaning',
      `1;Kok;${kind};Kade 1;8011 AA;Zwolle;kok@x.example;ja;F1;01-10-2025;31-10-2025;400,00;${level};${level === '0' ? '' : '01-12-2025'}`,
    ].join('\r\n');
    const first = await bench.run({ items, today: '2026-01-12' });
    expect(first.letters.map((letter) => letter.kind)).toEqual([next]);
    const again = await bench.run({ items, today: '2026-01-13', more: ['--history', first.out] });
    expect(again.letters).toEqual([]);
  });

  it.each([
    ['a purchase invoice', ublText({ customer: supplier }), 'ubl-purchase'],
    ['an auditfile without items', auditfile({}), 'xaf-level-0'],
    ['a bank statement', paid, 'is-mt940'],
    ['a zip without anything', zipped({ 'lees.txt': '' }), 'archive-no-invoices'],
    ['an empty file', '', 'empty'],
    [
      'a list of debtors',
      'Debiteurnummer;Naam;Adres;Postcode;Plaats\r\n1;Kok;Kade 1;8011 AA;Zwolle\r\n',
      'debtor-list',
    ],
    ['a list of ages', 'Naam;0-30;31-60;61-90;> 90\r\nKok;1,00;2,00;0,00;0,00\r\n', 'ageing-list'],
  ])('refuses %s and writes nothing', async (_, content, code) => {
    const args = ['--items', bench.write('fout', content), '--today', '2026-01-15', '--out', bench.at('niets')];
    const { exit, json } = await bench.answer(args);
    expect([exit, json]).toMatchObject([3, { error: { code, message: expect.stringContaining('fout') } }]);
    expect(existsSync(bench.at('niets'))).toBe(false);
  });
});
