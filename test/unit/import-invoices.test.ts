import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/domain/books.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { freshBooks, importReading, importText, invoicesOf, itemOf, openOf, pay } from './import-books.ts';
import { credits, party, totals, type UblParts } from './ubl-text.ts';

const head = 'Debiteurnummer;Naam;KvK;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';
const list = (...rows: readonly string[]): string => [head, ...rows].join('\n');
const zuid = '7;Bakkerij Zuid B.V.;22222222';
const prepaid: UblParts = {
  totals: totals('100.00', '121.00', '71.00', '<cbc:PrepaidAmount currencyID="EUR">50.00</cbc:PrepaidAmount>'),
};
const creditNote = (number: string, date: string, of: string): UblParts => ({
  root: 'CreditNote',
  number,
  date,
  references: credits(of),
  totals: totals('20.00', '24.20', '24.20'),
});

describe('single invoices (A6)', () => {
  it('without any list are open for what they came to; a second time nothing changes', () => {
    const books = freshBooks();
    const reading = invoicesOf({ number: 'F-1' }, { number: 'F-2', date: '2026-10-05', due: '' });
    const { record } = importReading(books, reading, '2026-10-10');
    expect(record).toMatchObject({
      kind: 'invoices',
      full: false,
      debtorsNew: 1,
      itemsNew: 2,
      totalOpen: 24_200,
      asOf: '2026-10-05',
    });
    expect(itemOf(books, 'Bakkerij Zuid B.V.', 'F-1')).toMatchObject({
      dueDate: '2026-10-31',
      listed: { open: 12_100, bankUntil: '2026-09-30' },
    });
    expect(itemOf(books, 'Bakkerij Zuid B.V.', 'F-2')).toMatchObject({ dueDate: '2026-11-04', dueDerived: true });
    expect(importReading(books, reading, '2026-10-11').changes).toEqual([]);
  });

  it('a payment on the day of the invoice counts; of one prepaid it is in what is open', () => {
    const books = freshBooks();
    importReading(books, invoicesOf({ number: 'F-1' }, { ...prepaid, number: 'F-2' }), '2026-10-10');
    pay(books, 1, 'F-1', '2026-10-01', 2_100);
    pay(books, 1, 'F-2', '2026-10-01', 5_000);
    expect(openOf(books, 'Bakkerij Zuid B.V.', 'F-1')).toBe(10_000);
    expect(openOf(books, 'Bakkerij Zuid B.V.', 'F-2')).toBe(7_100);
    expect(itemOf(books, 'Bakkerij Zuid B.V.', 'F-2').total).toBe(12_100);
  });

  it.each([
    ['up to the day of the last full list that lacks it is paid already', '2026-10-20', 0, 1],
    ['after that day is new', '2026-10-21', 1, 0],
  ])('one dated %s', async (_, date, itemsNew, left) => {
    const books = freshBooks();
    await importText(books, list(`${zuid};F-0;01-09-2026;01-10-2026;10,00`), '2026-10-20', { asOf: '2026-10-20' });
    const { record } = importReading(books, invoicesOf({ number: 'F-9', date }), '2026-11-01');
    expect(record).toMatchObject({ itemsNew, rowsSkipped: left, totalOpen: itemsNew * 12_100, debtorsNew: 0 });
  });

  it('nobody is made known by invoices that are paid already', async () => {
    const books = freshBooks();
    await importText(books, list(`7;Kok;;F-0;01-09-2026;01-10-2026;10,00`), '2026-10-20', { asOf: '2026-10-20' });
    importReading(books, invoicesOf({ number: 'F-9', date: '2026-10-01' }), '2026-11-01');
    expect(books.ledgers.size).toBe(1);
  });

  it('a known item keeps its balance and gets what the list did not say; so does its debtor', async () => {
    const books = freshBooks();
    await importText(books, list(`${zuid};F-1;01-10-2026;;50,00`), '2026-10-20', { asOf: '2026-10-20' });
    expect(itemOf(books, '7', 'F-1').dueDerived).toBe(true);
    const reading = invoicesOf({
      number: 'f-1',
      due: '2026-10-15',
      head: '<cbc:BuyerReference>Afd. 3</cbc:BuyerReference>',
    });
    const { record } = importReading(books, reading, '2026-11-01');
    expect(record).toMatchObject({ itemsNew: 0, itemsChanged: 1, debtorsNew: 0, debtorsChanged: 1 });
    expect(itemOf(books, '7', 'F-1')).toMatchObject({
      dueDate: '2026-10-15',
      dueDerived: false,
      yourReference: 'Afd. 3',
      vatCents: 2_100,
      listed: { open: 5_000, bankUntil: '2026-10-20' },
    });
    expect(books.ledgers.get(1)?.debtor?.debtor).toMatchObject({
      name: 'Bakkerij Zuid B.V.',
      address: { city: 'Zwolle' },
    });
    expect(importReading(books, reading, '2026-11-02').changes).toEqual([]);
    await importText(books, list(`${zuid};F-1;01-10-2026;;50,00`), '2026-11-03', { asOf: '2026-11-03' });
    expect(itemOf(books, '7', 'F-1')).toMatchObject({ dueDate: '2026-10-15', yourReference: 'Afd. 3' });
  });

  it('what is presumed paid or closed stays so, and gives nobody a task', async () => {
    const books = freshBooks();
    await importText(books, list(`${zuid};F-1;01-10-2026;;121,00`, `${zuid};F-2;01-10-2026;;121,00`), '2026-10-10');
    pay(books, 1, 'F-2', '2026-10-15', 12_100);
    await importText(books, list(`${zuid};F-3;18-10-2026;;10,00`), '2026-10-20');
    importReading(books, invoicesOf({ number: 'F-1' }, { number: 'F-2' }), '2026-11-01');
    expect([itemOf(books, '7', 'F-1').state, itemOf(books, '7', 'F-2').state]).toEqual(['presumed-paid', 'closed']);
    expect(books.ledgers.get(1)?.task).toBeUndefined();
  });

  it('a credit note lowers the invoice it names; an old one is worked in already', async () => {
    const books = freshBooks();
    await importText(books, list(`${zuid};F-1;01-10-2026;;121,00`), '2026-10-10', { asOf: '2026-10-10' });
    const reading = invoicesOf(creditNote('C-1', '2026-10-05', 'F-1'), creditNote('C-2', '2026-10-12', 'F-1'));
    expect(importReading(books, reading, '2026-11-01').record).toMatchObject({ itemsNew: 1, rowsSkipped: 1 });
    expect(itemOf(books, '7', 'C-2')).toMatchObject({ kind: 'credit', creditFor: 'F-1', listed: { open: -2_420 } });
  });

  it('a later list says what is open of it, and that it is paid when it lacks it', async () => {
    const books = freshBooks();
    importReading(books, invoicesOf({ number: 'F-1' }, { number: 'F-2' }), '2026-10-10');
    await importText(books, list(`;Bakkerij Zuid B.V.;;F-1;01-10-2026;;21,00`), '2026-10-20', { asOf: '2026-10-20' });
    expect(openOf(books, 'Bakkerij Zuid B.V.', 'F-1')).toBe(2_100);
    expect(itemOf(books, 'Bakkerij Zuid B.V.', 'F-2').state).toBe('presumed-paid');
  });
});

describe('whose an invoice is', () => {
  const code = (value: string) => `<cac:PartyIdentification><cbc:ID>${value}</cbc:ID></cac:PartyIdentification>`;
  const cases: readonly [string, string, string, string, string][] = [
    ['its code', '7;Kok;', 'D', party('Bakkerij Zuid B.V.', '22222222', code('7')), '7'],
    ['the item it is', '7;Kok;', 'F-1', party('Heel Anders', '33333333', code('K9')), '7'],
    ['its KvK number', '7;Kok;22222222', 'D', party('Bakkerij Zuid B.V.', '22222222', code('K9')), '7'],
    ['its name', '7;Bakkerij Zuid BV;', 'D', party('Bakkerij Zuid B.V.', '22222222'), '7'],
    [
      'nobody known: the name is of another company',
      '7;Bakkerij Zuid BV;33333333',
      'D',
      party('Bakkerij Zuid B.V.', '22222222'),
      'Bakkerij Zuid B.V.',
    ],
  ];
  it.each(cases)('by %s', async (_, debtor, number, customer, owner) => {
    const books = freshBooks();
    await importText(books, list(`${debtor};F-1;01-10-2026;;121,00`), '2026-10-10', { asOf: '2026-10-10' });
    importReading(
      books,
      invoicesOf({ number: number === 'D' ? 'F-2' : number, date: '2026-10-11', customer }),
      '2026-10-12',
    );
    expect(itemOf(books, owner, number === 'D' ? 'F-2' : number)).toBeDefined();
    expect(books.ledgers.size).toBe(owner === '7' ? 1 : 2);
  });
});

describe('copies of invoices', () => {
  const copy = (of: number, sha256: string) => ({
    of,
    fileId: `${sha256}.pdf`,
    name: 'factuur.pdf',
    mime: 'application/pdf',
    bytes: 12,
    sha256,
  });

  it('are lines of their item, once; those of invoices left out are not kept; undoing takes them along', async () => {
    const books = freshBooks();
    await importText(books, list(`${zuid};F-1;01-10-2026;;121,00`), '2026-10-10', { asOf: '2026-10-10' });
    const reading = invoicesOf({ number: 'F-9', date: '2026-09-01' }, { number: 'F-1' });
    const copies = [copy(0, 'a'.repeat(64)), copy(1, 'b'.repeat(64))];
    const { record } = importReading(books, reading, '2026-10-12', { copies });
    expect(Object.values(books.ledgers.get(1)?.copy ?? {})).toEqual([
      { ...copy(1, 'b'.repeat(64)), of: undefined, id: `F-1~${'b'.repeat(16)}`, itemId: 'F-1', importId: record.id },
    ]);
    expect(importReading(books, reading, '2026-10-13', { copies }).changes).toEqual([]);
    const undone = undoImport(books, record.id, { today: '2026-10-14', at: '2026-10-14' });
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(books.ledgers.get(1)?.copy).toEqual({});
  });
});
