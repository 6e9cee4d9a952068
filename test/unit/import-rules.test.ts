import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import { debtorByCode, freshBooks, importText, itemOf, openOf, pay } from './import-books.ts';
import { readText } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const listed = (...rows: string[]): string => [head, ...rows].join('\n');
const item = (number: string, open: string, total = open, due = '31-10-2026'): string =>
  `1001;Kok B.V.;${number};01-10-2026;${due};${total};${open}`;

describe('list and bank never count a payment twice (A3)', () => {
  it('400 paid on 18-11: a list with bank t/m 17-11 saying 1,000 leaves 600 open', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    pay(books, 1, 'F1', '2026-11-18', 40000);
    expect(openOf(books, '1001', 'F1')).toBe(60000);
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-18', { asOf: '2026-11-17' });
    expect(openOf(books, '1001', 'F1')).toBe(60000);
  });

  it('400 paid on 18-11: a list with bank t/m 20-11 saying 600 leaves 600 open, not 200', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    pay(books, 1, 'F1', '2026-11-18', 40000);
    await importText(books, listed(item('F1', '600,00', '1.000,00')), '2026-11-20', { asOf: '2026-11-20' });
    expect(openOf(books, '1001', 'F1')).toBe(60000);
    expect(Object.values(books.ledgers.get(1)!.payment!)).toHaveLength(1);
  });

  it('the bank date is asked apart from the list date', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    pay(books, 1, 'F1', '2026-11-18', 40000);
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-20', {
      asOf: '2026-11-20',
      bankUntil: '2026-11-17',
    });
    expect(openOf(books, '1001', 'F1')).toBe(60000);
  });

  it('a lower amount is a partial payment, recorded once and deducted once', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    await importText(books, listed(item('F1', '700,00', '1.000,00')), '2026-11-20', { asOf: '2026-11-20' });
    expect(openOf(books, '1001', 'F1')).toBe(70000);
    expect(Object.values(books.ledgers.get(1)!.payment!)).toMatchObject([
      { amount: 30000, date: '2026-11-20', source: 'list' },
    ]);
    expect(books.chains.get(1)!.filter(({ type }) => type === 'payment')).toMatchObject([
      { data: { amount: 30000, items: ['F1'] } },
    ]);
    await importText(books, listed(item('F1', '700,00', '1.000,00')), '2026-11-27', { asOf: '2026-11-27' });
    expect(openOf(books, '1001', 'F1')).toBe(70000);
    expect(Object.values(books.ledgers.get(1)!.payment!)).toHaveLength(1);
  });

  it('a lower amount that a known payment explains is no second payment', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    pay(books, 1, 'F1', '2026-11-18', 40000);
    await importText(books, listed(item('F1', '500,00', '1.000,00')), '2026-11-20', { asOf: '2026-11-20' });
    expect(openOf(books, '1001', 'F1')).toBe(50000);
    expect(Object.values(books.ledgers.get(1)!.payment!).map(({ amount, source }) => [amount, source])).toEqual([
      [40000, 'bank'],
      [10000, 'list'],
    ]);
  });

  it('an invoice corrected downwards is no payment', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    await importText(books, listed(item('F1', '800,00', '800,00')), '2026-11-20', { asOf: '2026-11-20' });
    expect(openOf(books, '1001', 'F1')).toBe(80000);
    expect(books.ledgers.get(1)!.payment).toBeUndefined();
  });

  it('what is paid here but open on a later list does not reopen: one task says so', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-10', { asOf: '2026-11-10' });
    pay(books, 1, 'F1', '2026-11-18', 100000);
    const text = listed(item('F1', '1.000,00'));
    await importText(books, text, '2026-11-20', { asOf: '2026-11-20' });
    expect(openOf(books, '1001', 'F1')).toBe(0);
    expect(Object.values(books.ledgers.get(1)!.task!)).toMatchObject([
      { kind: 'reconcile', itemIds: ['F1'], due: '2026-11-20', doneOn: null },
    ]);
    await importText(books, text, '2026-11-27', { asOf: '2026-11-27' });
    expect(openOf(books, '1001', 'F1')).toBe(0);
    expect(Object.values(books.ledgers.get(1)!.task!)).toHaveLength(1);
  });

  it('a full list that lacks an item proposes "vermoedelijk betaald"; back on a list it is open again', async () => {
    const books = freshBooks();
    const both = listed(item('F1', '100,00'), item('F2', '50,00'));
    await importText(books, both, '2026-11-10', { asOf: '2026-11-10' });
    const { record } = await importText(books, listed(item('F2', '50,00')), '2026-11-20', { asOf: '2026-11-20' });
    expect(record).toMatchObject({ itemsGone: 1, itemsChanged: 0, itemsNew: 0 });
    expect(itemOf(books, '1001', 'F1').state).toBe('presumed-paid');
    expect(openOf(books, '1001', 'F1')).toBe(0);
    expect(books.chains.get(1)!.at(-1)).toMatchObject({ type: 'item-presumed-paid', data: { items: ['F1'] } });
    await importText(books, both, '2026-11-21', { asOf: '2026-11-21' });
    expect(itemOf(books, '1001', 'F1').state).toBe('open');
    expect(books.chains.get(1)!.some(({ type }) => type === 'item-reopened')).toBe(true);
  });

  it('a list that is not full takes nothing away, unless it says an item is settled', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '100,00'), item('F2', '50,00'), item('F3', '1,00')), '2026-11-10');
    const part = listed(item('F2', '0,00', '50,00'), item('F3', '1,00'));
    await importText(books, part, '2026-11-20', { asOf: '2026-11-20', full: false });
    expect(itemOf(books, '1001', 'F1').state).toBe('open');
    expect(itemOf(books, '1001', 'F2').state).toBe('presumed-paid');
  });

  it('a debtor the full list does not name at all has everything presumed paid', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1,00'), '1002;Bos;G1;01-10-2026;31-10-2026;5,00;5,00'), '2026-11-10');
    await importText(books, listed(item('F1', '1,00')), '2026-11-20');
    expect(itemOf(books, '1002', 'G1').state).toBe('presumed-paid');
  });

  it('gone from the list and paid here in full: books and list agree, it closes', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '100,00'), item('F2', '50,00')), '2026-11-10');
    pay(books, 1, 'F1', '2026-11-18', 10000);
    await importText(books, listed(item('F2', '50,00')), '2026-11-20');
    expect(itemOf(books, '1001', 'F1').state).toBe('closed');
  });

  it('a row that cannot be read is not taken for gone', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '100,00'), item('F2', '50,00')), '2026-11-10');
    await importText(books, listed(item('F1', 'onbekend', '100,00'), item('F2', '50,00')), '2026-11-20');
    expect(itemOf(books, '1001', 'F1').state).toBe('open');
  });

  it('an older list than the last changes no balance', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '600,00', '1.000,00')), '2026-11-20', { asOf: '2026-11-20' });
    await importText(books, listed(item('F1', '1.000,00')), '2026-11-21', { asOf: '2026-11-10' });
    expect(openOf(books, '1001', 'F1')).toBe(60000);
  });

  it('a full list that lacks most of what is open asks whether it is full', async () => {
    const books = freshBooks();
    const rows = Array.from({ length: 12 }, (_, i) => item(`F${i}`, '10,00'));
    await importText(books, listed(...rows), '2026-11-10');
    const part = await readText(listed(rows[0]!));
    const codes = (full: boolean) =>
      diffImport(books, part, { full }, '2026-11-11', 'x').warnings.map(({ code }) => code);
    expect(codes(true)).toEqual(['many-gone']);
    expect(codes(false)).toEqual([]);
  });

  it('invoices dated after the list are not missed by it', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1,00')), '2026-11-10');
    const late = '1001;Kok B.V.;F9;15-11-2026;15-12-2026;9,00;9,00';
    await importText(books, listed(late), '2026-11-15', { full: false, asOf: '2026-11-15', bankUntil: '2026-11-05' });
    await importText(books, listed(item('F1', '1,00')), '2026-11-16', { asOf: '2026-11-12' });
    expect(itemOf(books, '1001', 'F9').state).toBe('open');
  });
});

describe('importing the same again changes nothing (A2)', () => {
  it('nor is an item that was entered here changed by a list that says of it what is expected', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1.000,00'), item('F2', '50,00')), '2026-11-10', { asOf: '2026-11-10' });
    for (const entered of Object.values(books.ledgers.get(1)!.item!)) {
      applyChanges(books, [{ table: 'item', key: '1', lineId: entered.id, line: { ...entered, listed: null }, v: 1 }]);
    }
    pay(books, 1, 'F1', '2026-11-12', 40000);
    const rows = listed(item('F1', '600,00', '1.000,00'), item('F2', '40,00', '50,00'));
    const { record } = await importText(books, rows, '2026-11-20', { asOf: '2026-11-20' });
    expect(record).toMatchObject({ itemsChanged: 1, itemsNew: 0, itemsGone: 0 });
    expect([openOf(books, '1001', 'F1'), openOf(books, '1001', 'F2')]).toEqual([60000, 4000]);
  });

  it('the same file: 0 changes', async () => {
    const books = freshBooks();
    const text = listed(
      item('F1', '100,00'),
      item('F1', '20,00'),
      '1001;Kok B.V.;;05-10-2026;;-40,00;-40,00',
      '1001;Kok B.V.;;05-10-2026;;-15,00;-15,00',
      '1002;Bos;G1;01-10-2026;;5,00;5,00',
    );
    const first = await importText(books, text, '2026-11-10', { asOf: '2026-11-10' });
    expect(first.record).toMatchObject({ debtorsNew: 2, itemsNew: 5 });
    const again = await importText(books, text, '2026-11-12', { asOf: '2026-11-10' });
    expect(again.changes).toEqual([]);
    expect(again.record).toMatchObject({
      debtorsNew: 0,
      debtorsChanged: 0,
      itemsNew: 0,
      itemsChanged: 0,
      itemsGone: 0,
    });
  });

  it('rows in another order are the same list', async () => {
    const books = freshBooks();
    const rows = [
      item('F1', '100,00'),
      item('F1', '20,00'),
      '1001;Kok B.V.;;05-10-2026;;-40,00;-40,00',
      '1001;Kok B.V.;;05-10-2026;;-15,00;-15,00',
    ];
    await importText(books, listed(...rows), '2026-11-10', { asOf: '2026-11-10' });
    const items = JSON.stringify(books.ledgers.get(1)!.item);
    const { record } = await importText(books, listed(...rows.reverse()), '2026-11-12', { asOf: '2026-11-10' });
    expect(record).toMatchObject({ itemsNew: 0, itemsChanged: 0, itemsGone: 0 });
    expect(JSON.stringify(books.ledgers.get(1)!.item)).toBe(items);
  });

  it('one event per debtor and one for the administration; chains stay whole', async () => {
    const books = freshBooks();
    await importText(
      books,
      listed(item('F1', '1,00'), item('F2', '2,00'), '1002;Bos;G1;01-10-2026;;5,00;5,00'),
      '2026-11-10',
    );
    expect(books.chains.get(1)!.map(({ type }) => type)).toEqual(['debtor-created']);
    await importText(
      books,
      listed(item('F1', '1,00'), item('F2', '2,00'), item('F3', '3,00'), '1002;Bos;G1;01-10-2026;;5,00;5,00'),
      '2026-11-20',
    );
    expect(books.chains.get(1)!.map(({ type }) => type)).toEqual(['debtor-created', 'import']);
    expect(books.chains.get(2)!.map(({ type }) => type)).toEqual(['debtor-created']);
    expect(books.chains.get('administration')!.filter(({ type }) => type === 'import')).toHaveLength(2);
    for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  });
});

describe('due dates (A4)', () => {
  const terms = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Betalingstermijn;Openstaand';
  it.each([
    ['stated', '1;Kok;F1;01-10-2026;05-10-2026;14;10,00', '2026-10-05', false],
    ['term of the row', '1;Kok;F1;01-10-2026;;14;10,00', '2026-10-15', true],
    ["administration's term", '1;Kok;F1;01-10-2026;;;10,00', '2026-10-31', true],
    ['no invoice date', '1;Kok;F1;;;14;10,00', null, false],
    ['credit note', '1;Kok;F1;01-10-2026;;14;-10,00', null, false],
  ])('%s', async (_, row, dueDate, dueDerived) => {
    const books = freshBooks();
    await importText(books, `${terms}\n${row}\n`, '2026-11-01');
    expect(itemOf(books, '1', 'F1')).toMatchObject({ dueDate, dueDerived });
  });

  it("the debtor's own term goes before the administration's", async () => {
    const books = freshBooks();
    await importText(books, `${terms}\n1;Kok;F1;01-10-2026;;8;10,00\n`, '2026-11-01');
    expect(debtorByCode(books, '1').termDays).toBe(8);
    await importText(
      books,
      listed('1;Kok;F1;01-10-2026;;10,00;10,00', '1;Kok;F2;01-10-2026;;10,00;10,00'),
      '2026-11-02',
    );
    expect(itemOf(books, '1', 'F2')).toMatchObject({ dueDate: '2026-10-09', dueDerived: true });
  });

  it('a stated due date replaces a computed one, and is never blanked out', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1,00', '1,00', '')), '2026-11-01');
    expect(itemOf(books, '1001', 'F1')).toMatchObject({ dueDate: '2026-10-31', dueDerived: true });
    await importText(books, listed(item('F1', '1,00', '1,00', '08-10-2026')), '2026-11-02');
    expect(itemOf(books, '1001', 'F1')).toMatchObject({ dueDate: '2026-10-08', dueDerived: false });
    await importText(books, listed(item('F1', '1,00', '1,00', '')), '2026-11-03');
    expect(itemOf(books, '1001', 'F1')).toMatchObject({ dueDate: '2026-10-08', dueDerived: false });
  });
});

describe('levels reached outside Voldaan (A10)', () => {
  it('become a fact of the item and an event, once', async () => {
    const books = freshBooks();
    const text =
      'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Openstaand;Aanmaningsniveau;Datum laatste aanmaning\n1;Kok;F1;01-09-2026;10,00;2;01-11-2026\n1;Kok;F2;01-09-2026;10,00;0;\n';
    await importText(books, text, '2026-11-10');
    expect(itemOf(books, '1', 'F1').outside).toEqual({ level: 2, on: '2026-11-01' });
    expect(itemOf(books, '1', 'F2').outside).toBeNull();
    expect(books.chains.get(1)!.filter(({ type }) => type === 'outside-level')).toMatchObject([
      { data: { items: ['F1'], levels: ['F1: 2 (2026-11-01)'] } },
    ]);
    await importText(books, text, '2026-11-17');
    expect(books.chains.get(1)!.filter(({ type }) => type === 'outside-level')).toHaveLength(1);
  });
});

describe('debtors', () => {
  it('are found by code, else by name; a debtor without a code takes the one a list gives', async () => {
    const books = freshBooks();
    await importText(books, 'Naam;Factuurnummer;Datum;Openstaand\nKok B.V.;F1;01-10-2026;10,00\n', '2026-11-01');
    expect(debtorByCode(books, 'Kok B.V.').id).toBe(1);
    await importText(books, listed('1001;KOK BV.;F1;01-10-2026;;10,00;10,00'), '2026-11-02');
    await importText(books, listed('1001;Kok Bakkers;F1;01-10-2026;;10,00;10,00'), '2026-11-03');
    expect(books.ledgers.size).toBe(2);
  });

  it('the name decides when there is no code', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1,00')), '2026-11-01');
    await importText(books, 'Naam;Factuurnummer;Datum;Openstaand\nkok  b.v.;F2;01-10-2026;10,00\n', '2026-11-02', {
      full: false,
    });
    expect(books.ledgers.size).toBe(1);
    expect(itemOf(books, '1001', 'F2').listed?.open).toBe(1000);
  });

  it('the same name under another code is another debtor', async () => {
    const books = freshBooks();
    await importText(books, listed(item('F1', '1,00'), '2001;Kok B.V.;F2;01-10-2026;;2,00;2,00'), '2026-11-01');
    expect(books.ledgers.size).toBe(2);
  });

  it.each([
    ['zakelijk', 'B.V.', 'business', false],
    ['Zakelijk', 'Eenmanszaak', 'business', true],
    ['zakelijk', 'V.O.F.', 'business', true],
    ['zakelijk', 'Maatschap', 'business', true],
    ['particulier', '', 'consumer', true],
    ['Consument', '', 'consumer', true],
    ['overheid', '', 'public', false],
    ['', '', 'unknown', false],
    ['iets anders', '', 'unknown', false],
  ])('Soort %j with %j is %s', async (kind, form, expected, naturalPerson) => {
    const books = freshBooks();
    await importText(
      books,
      `Debiteurnummer;Naam;Soort debiteur;Rechtsvorm;Factuurnummer;Datum;Openstaand\n1;Kok;${kind};${form};F1;01-10-2026;10,00\n`,
      '2026-11-01',
    );
    expect(debtorByCode(books, '1')).toMatchObject({ kind: expected, naturalPerson });
  });

  it('nothing known is blanked out by a list that lacks the column or leaves it empty', async () => {
    const books = freshBooks();
    const rich =
      'Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;E-mail;Factuurnummer;Datum;Openstaand\n1;Kok;zakelijk;Kade 1;1234 AB;Zwolle;kok@x.example;F1;01-10-2026;10,00\n';
    await importText(books, rich, '2026-11-01');
    const before = debtorByCode(books, '1');
    await importText(books, listed('1;Kok;F1;01-10-2026;;10,00;10,00'), '2026-11-02');
    expect(debtorByCode(books, '1')).toEqual(before);
    await importText(books, rich.replace('kok@x.example', '').replace('Kade 1', 'Kade 2'), '2026-11-03');
    expect(debtorByCode(books, '1')).toEqual({ ...before, address: { ...before.address!, street: 'Kade 2' } });
    expect(books.chains.get(1)!.map(({ type }) => type)).toEqual(['debtor-created', 'debtor-changed']);
  });
});

describe('a kind the user set', () => {
  const text =
    'Debiteurnummer;Naam;Soort debiteur;Factuurnummer;Datum;Openstaand\n1;Kok;particulier;F1;01-10-2026;10,00\n';

  it('stands, whatever a list says of it; without that the list is followed', async () => {
    const books = freshBooks();
    await importText(books, text, '2026-11-01');
    const debtor = { ...debtorByCode(books, '1'), kind: 'business' as const };
    applyChanges(books, runCommand(books, { type: 'save-debtor', debtor }, { today: '2026-11-02', at: '2026-11-02' }));
    const { record } = await importText(books, text, '2026-11-03');
    expect(debtorByCode(books, '1').kind).toBe('business');
    expect(record.debtorsChanged).toBe(0);
    const other = freshBooks();
    await importText(other, text, '2026-11-01');
    await importText(other, text.replace('particulier', 'zakelijk'), '2026-11-03');
    expect(debtorByCode(other, '1').kind).toBe('business');
  });
});

describe('credit notes (B2)', () => {
  const described = 'Debiteurnummer;Naam;Factuurnummer;Datum;Omschrijving;Openstaand';
  it.each([
    ['Creditering factuur 2026-117 wegens retour', '2026-117'],
    ['credit op 2026-117.', '2026-117'],
    ['factuur 2026-1170', null],
    ['retour', null],
  ])('%j names %s', async (description, creditFor) => {
    const books = freshBooks();
    await importText(
      books,
      `${described}\n1;Kok;2026-117;01-10-2026;Levering;100,00\n1;Kok;C1;02-10-2026;${description};-10,00\n2;Bos;2026-1171;01-10-2026;x;1,00\n`,
      '2026-11-01',
    );
    expect(itemOf(books, '1', 'C1')).toMatchObject({ kind: 'credit', creditFor });
  });

  it('an invoice known from an earlier list is named too', async () => {
    const books = freshBooks();
    await importText(books, `${described}\n1;Kok;2026-117;01-10-2026;Levering;100,00\n`, '2026-11-01');
    await importText(books, `${described}\n1;Kok;C1;02-10-2026;inzake 2026-117;-10,00\n`, '2026-11-02', {
      full: false,
    });
    expect(itemOf(books, '1', 'C1').creditFor).toBe('2026-117');
  });
});
