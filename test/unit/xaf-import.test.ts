import { describe, expect, it } from 'vitest';
import { diffImport } from '#shared/domain/import/diff.ts';
import { xafItems } from '#shared/formats/xaf/list.ts';
import { freshBooks, importReading, importText } from './import-books.ts';
import { auditfile, elements, line, readText, receipt, sale, subLine, subledger } from './xaf-text.ts';

const list = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const known = [
  list,
  'K1;Bakkerij Jansen;F1;05-01-2025;04-02-2025;121,00;121,00',
  'K2;Smederij De Vries;F9;05-01-2025;04-02-2025;10,00;10,00',
].join('\n');
const ledger = subledger(
  'CU',
  subLine('amnt=121.00 amntTp=D custSupID=K1 invRef=F1 mutTp=I invDt=2025-01-05 invDueDt=2025-02-04'),
  subLine('amnt=21.00 amntTp=C custSupID=K1 invRef=F1 mutTp=P invDt=2025-01-20'),
  subLine('amnt=70.00 amntTp=D custSupID=K3 invRef=F3 mutTp=I invDt=2025-03-01'),
  subLine('amnt=10.00 amntTp=D custSupID=K2 invRef=F9 mutTp=I'),
  subLine('amnt=10.00 amntTp=C custSupID=K2 invRef=F9 mutTp=P'),
  subLine('amnt=5.00 amntTp=D invRef=F5 mutTp=I'),
);

describe('an auditfile compared with the books as a list', () => {
  it('shows what was paid in part, what is new and what is gone; what names no debtor stays out', async () => {
    const books = freshBooks();
    await importText(books, known, '2025-01-10', { asOf: '2025-01-10' });
    const reading = xafItems(await readText(auditfile({ subledgers: ledger })), 'kantoor.xaf');
    const diff = diffImport(books, reading, {}, '2026-01-21', 'x');
    expect(diff.dates).toMatchObject({ asOf: '2025-12-31', full: true });
    const found = diff.debtors.flatMap(({ after, items }) =>
      items.map(({ sort, payment, openAfter, after: item }) => [after.code, sort, item?.number, openAfter, payment]),
    );
    expect(found).toEqual([
      ['K1', 'changed', 'F1', 10_000, 2_100],
      ['K3', 'new', 'F3', 7_000, 0],
      ['K2', 'gone', 'F9', 0, 0],
    ]);
  });

  it('with invoices of one year alone nothing is taken for paid, except what it shows as paid', async () => {
    const books = freshBooks();
    await importText(books, known, '2025-01-10', { asOf: '2025-01-10' });
    const journals = sale('1', 'custSupID=K2 invRef=F9', '10.00') + receipt('2', 'custSupID=K2 invRef=F9', '10.00');
    const reading = xafItems(await readText(auditfile({ journals })), 'kantoor.xaf');
    const diff = diffImport(books, reading, {}, '2026-01-21', 'x');
    expect(diff.dates.full).toBe(false);
    expect(diff.debtors.flatMap(({ items }) => items.map(({ sort, before }) => [sort, before?.number]))).toEqual([
      ['gone', 'F9'],
    ]);
  });

  it('takes over the credit limits of relations; a limit of 0 is none', async () => {
    const relations = ['K1 5000.00', 'K3 0.00'].map((written) => {
      const [code, limit] = written.split(' ');
      return `<customerSupplier>${elements(`custSupID=${code} custSupName=${code} custCreditLimit=${limit}`)}</customerSupplier>`;
    });
    const reading = xafItems(await readText(auditfile({ subledgers: ledger, relations: relations.join('') })), 'k.xaf');
    const limits = reading.debtors.map(({ code, creditLimit }) => [code, creditLimit]);
    expect(limits.slice(0, 2)).toEqual([
      ['K1', 500_000],
      ['K3', undefined],
    ]);
  });

  it('without items gives the balance of the receivables alone, and is refused when there is none', async () => {
    const books = freshBooks();
    await importText(books, known, '2025-01-10', { asOf: '2025-01-10' });
    const open = await readText(auditfile({ journals: line('accID=1300 amnt=131 amntTp=D') }));
    const reading = xafItems(open, 'kantoor.xaf');
    expect(reading).toMatchObject({ kind: 'control', refusal: null, control: { total: 13_100, debtors: [] } });
    const { record } = importReading(books, reading, '2026-01-21');
    expect(record).toMatchObject({ kind: 'control', full: false, itemsGone: 0, totalOpen: 13_100 });
    expect([...books.records.control.values()]).toMatchObject([{ asOf: '2025-12-31', total: 13_100 }]);
    expect(importReading(books, reading, '2026-01-22').changes).toEqual([]);
    const none = await readText(
      auditfile({
        accounts: '<ledgerAccount><accID>8000</accID><accDesc>Omzet</accDesc><accTp>P</accTp></ledgerAccount>',
        journals: line('accID=8000 amnt=1 amntTp=D'),
      }),
    );
    expect(xafItems(none, 'kantoor.xaf').refusal?.code).toBe('xaf-level-0');
  });

  it('writes to the postal address', async () => {
    const address = (name: string, street: string): string =>
      `<${name}><streetname>${street}</streetname><number>15</number><numberExtension>A</numberExtension><city>Delft</city><postalCode>2600AA</postalCode><country>nl</country></${name}>`;
    const relations = `<customerSupplier><custSupID>K1</custSupID><commerceNr>271376310000</commerceNr><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>007225994B01</taxRegIdent><bankAccount><bankAccNr>2445588</bankAccNr></bankAccount><bankAccount><bankAccNr>NL59 RABO 0118 5293 07</bankAccNr></bankAccount>${address('streetAddress', 'Kade')}${address('postalAddress', 'Postbus')}</customerSupplier>`;
    const { debtors } = xafItems(await readText(auditfile({ relations, subledgers: ledger })), 'kantoor.xaf');
    expect(debtors[0]).toMatchObject({
      code: 'K1',
      kind: null,
      street: 'Postbus 15 A',
      city: 'Delft',
      country: 'NL',
      kvk: '27137631',
      vatId: 'NL007225994B01',
      iban: 'NL59RABO0118529307',
    });
  });
});
