import { describe, expect, it } from 'vitest';
import { factsOf, readText } from './table-text.ts';

describe('columns whose heading is only a number (formats §4.1)', () => {
  const open = 'Datum;Vervaldatum;Openstaand\n';
  const dates = '01-10-2026;31-10-2026;10,00\n';

  it('beside a reference it is the invoice’s, and the reference the debtor’s own', async () => {
    const reading = await readText(`Number;Partner;Reference;${open}INV/1;Kok;;${dates}INV/2;Bos;PO 7;${dates}`);
    expect(reading.items.map(({ number, details }) => [number, details.yourReference])).toEqual([
      ['INV/1', undefined],
      ['INV/2', 'PO 7'],
    ]);
  });

  it.each([
    ['a count of rows with a reference is nothing', ['F7', 'F8'], ['F7', 'F8']],
    ['of rows without one it is the invoice’s', ['', 'PO 7'], ['1', '2']],
  ])('beside a reference, %s', async (_, references, numbers) => {
    const rows = references.map((reference, i) => `${i + 1};${reference};Kok;${dates}`);
    const reading = await readText(`Nr;Referentie;Klant;${open}${rows.join('')}`);
    expect(reading.items.map(({ number }) => number)).toEqual(numbers);
  });

  it('behind the date or the sort of an item it is the item’s, also before the names', async () => {
    const headings = 'Date;Transaction Type;No.;Customer;Due Date;Open Balance\n';
    const row = (type: string, number: string) => `01-10-2026;${type};${number};Kok;31-10-2026;10,00\n`;
    const reading = await readText(`${headings}${row('Invoice', '1037')}${row('Invoice', '1040')}`);
    expect(reading.items.map(({ number }) => number)).toEqual(['1037', '1040']);
  });

  it.each([
    ['a code of each name is the debtor’s', ['5', '8', '5'], ['5', '8', '5']],
    ['a count of the rows is nothing', ['1', '2', '3'], ['', '', '']],
    ['numbers that differ for one name are nothing', ['5', '8', '9'], ['', '', '']],
  ])('before the names, %s', async (_, numbers, codes) => {
    const names = ['Kok', 'Bos', 'Kok'];
    const rows = numbers.map((number, i) => `${number};${names[i]};F${i};${dates}`);
    const reading = await readText(`Nr.;Naam;Factuur;${open}${rows.join('')}`);
    expect(reading.items.map(({ debtorCode }) => debtorCode)).toEqual(codes);
  });
});

it('a table of groups above its headings has a number of each', async () => {
  const reading = await readText(
    ';;Factuur;;;Bedragen\nNr;Naam;Nummer;Datum;Vervaldatum;Openstaand\n5;Kok;77;01-09-2026;01-10-2026;1,00\n6;Bos;78;01-09-2026;01-10-2026;2,00\n',
  );
  expect(reading.items.map(({ debtorCode, number }) => [debtorCode, number])).toEqual([
    ['5', '77'],
    ['6', '78'],
  ]);
});

it('invoices by status with days in UTC have their number, whatever stands before the names', async () => {
  const reading = await readText(
    'id,Number,Customer Name,Created (UTC),Due Date (UTC),Currency,Total,Amount Due,Amount Paid,Status\nin_1,A1-0001,Jan,2026-09-01 10:00,2026-09-15 10:00,eur,121.00,121.00,0.00,open\n',
  );
  const item = { number: 'A1-0001', debtorCode: '', date: '2026-09-01', dueDate: '2026-09-15', currency: 'EUR' };
  expect(reading.items).toMatchObject([item]);
});

it('names under a heading nobody listed that speaks of them are the debtor’s', async () => {
  const reading = await readText(
    'Nummer;Weergavenaam factuurpartner;Vervaldatum;Verschuldigd bedrag\nF/1;Kok B.V.;01-10-2026;1,50\n',
  );
  expect(reading.items.map(({ debtorName, number }) => [debtorName, number])).toEqual([['Kok B.V.', 'F/1']]);
});

it('a list that gives numbers of creditors to its names is refused', async () => {
  const reading = await readText('Crediteurnr;Naam;Factuurnr;Openstaand\n1;Kok;F1;1,50\n');
  expect(reading.refusal?.code).toBe('only-creditors');
});

it('a list of invoices that has dates, a subject, amounts and a balance is no table of a bank', async () => {
  const reading = await readText(
    'Issue Date,ID,Client,Subject,Invoice Amount,Balance,Currency\n2026-09-01,7,Kok,Site,12.10,12.10,Euro - EUR\n',
    { columns: { 1: 'number' } },
  );
  expect(reading.items.map(({ number, open, currency }) => [number, open, currency])).toEqual([['7', 1210, 'EUR']]);
});

it('a name to search by is the debtor’s where there is no other', async () => {
  const row = 'Debiteur;Zoekcode;Factuurnummer;Openstaand\n30001;ADAM;F1;5,00\n';
  expect((await readText(row)).debtors[0]).toMatchObject({ code: '30001', name: 'ADAM' });
  const named = 'Debiteur;Naam;Zoekcode;Factuurnummer;Openstaand\n30001;Adam B.V.;ADAM;F1;5,00\n';
  expect((await readText(named)).debtors[0]).toMatchObject({ code: '30001', name: 'Adam B.V.' });
});

it.each(['(10023) Kok B.V.', '[10023] Kok B.V.', 'Kok B.V. [10023]', 'Kok B.V. - 10023'])(
  'a code among the names is told apart: %s',
  async (text) => {
    const other = text.replace('10023', '10024').replace('Kok', 'Bos');
    const reading = await readText(`Relatie;Factuurnummer;Openstaand\n${text};F1;5,00\n${other};F2;5,00\n`);
    expect(reading.debtors.map(({ code, name }) => [code, name])).toEqual([
      ['10023', 'Kok B.V.'],
      ['10024', 'Bos B.V.'],
    ]);
  },
);

it('Stuknr. is the number of an item', async () => {
  const reading = await readText('Rel.nr.;Zoeknaam;Stuknr.;Vervalt;Debet;Credit\n12;DE WIT;26-1;31-10-2026;4,00;\n');
  expect(reading.items[0]!.number).toBe('26-1');
});

it('the list date is read with the month in front', async () => {
  const reading = await readText('"As of October 31, 2026"\n\nNaam;Factuurnummer;Openstaand\nKok;F1;5,00\n');
  expect(reading.asOf).toBe('2026-10-31');
});

it.each([
  ['of a person without a company', 'Bedrijfsnaam;Voornaam;Achternaam', ';Jan;de Vries'],
  ['of a list of persons only', 'Nr;Voornaam;Achternaam', '7;Jan;de Vries'],
])('a name in two columns, %s, is one', async (_, headings, row) => {
  const reading = await readText(`${headings};Factuurnummer;Openstaand\n${row};F1;5,00\n`);
  expect(reading.debtors.map(({ name }) => name)).toEqual(['Jan de Vries']);
});

it('names in front of a list of ages need no heading', async () => {
  const reading = await readText(',Current,1 - 30,31 - 60,Total\nAmy,239.00,,,€239.00\nBill,,85.00,,€85.00\n');
  expect([reading.kind, reading.control?.total]).toEqual(['control', 32_400]);
});

it('0 is no number of an invoice', async () => {
  const reading = await readText('Naam;Factuurnummer;Openstaand\nKok;F1;5,00\nKok;0;-2,00\nKok;0;-1,00\n');
  expect(reading.items.map(({ number, kind, open }) => [number, kind, open])).toEqual([
    ['F1', 'invoice', 500],
    ['', 'receipt', -200],
    ['', 'receipt', -100],
  ]);
});

it('EUR glued to an amount is the euro', async () => {
  const reading = await readText('Naam,Factuurnummer,Openstaand\nKok,F1,"EUR1.210,00"\nKok,F2,"10,00EUR"\n');
  expect(reading.items.map(({ open, currency }) => [open, currency])).toEqual([
    [121_000, 'EUR'],
    [1000, 'EUR'],
  ]);
});

it('rows with a price per piece beside what is open of the whole are lines of it', async () => {
  const row = 'Kok,F1,121.00,121.00,Regel,1,50.00\n';
  const reading = await readText(
    `ContactName,InvoiceNumber,Total,AmountDue,Description,Quantity,UnitAmount\n${row}${row}`,
  );
  expect(reading.items.map(({ open }) => open)).toEqual([12_100]);
});

describe('columns told by what they hold beside others (formats §4.1)', () => {
  it.each([
    ['Bedrag;Btw;Totaal', '100,00;21,00;121,00', 12100],
    ['Totaal;Btw;Bedrag', '121,00;21,00;100,00', 12100],
    ['Bedrag;Btw;Totaal', '100,00;0,00;100,00', 10000],
    ['Totaal;Btw-bedrag', '121,00;21,00', 12100],
    ['Amount Due;Amount Remaining', '121,00;21,00', 2100],
    ['Amt;Amt Due', '121,00;21,00', 2100],
    ['Hoofdsom;Rente;Kosten;Totaal', '100,00;1,00;40,00;141,00', 10000],
  ])('what an invoice comes to has its tax, what is left less what was paid: %s', async (headings, amounts, open) => {
    const reading = await readText(
      `Klant;Factuur;Inv Date;Date Due;${headings}\nKok;F1;01-09-2026;01-10-2026;${amounts}\n`,
    );
    expect(factsOf(reading)).toEqual([['F1', '2026-09-01', '2026-10-01', open]]);
  });

  it.each([
    ['who sold to them', 'Agent;Naam;Klant', ['10;Jan Agent;Alfa', '10;Jan Agent;Beta'], ['Alfa', 'Beta']],
    ['the administration', 'Bedrijf;Debiteur', ['Werkmij BV;Alfa', 'Werkmij BV;Beta'], ['Alfa', 'Beta']],
    ['their own', 'Klant;Naam', ['JANSEN;Jansen B.V.', 'SMIT;Smit B.V.'], ['Jansen B.V.', 'Smit B.V.']],
    ['their own, beside numbers', 'Klant;Naam', ['1;Jansen B.V.', '2;Jansen B.V.'], ['Jansen B.V.', 'Jansen B.V.']],
  ])('a name may be of somebody else where several debtors share it: %s', async (_, headings, names, debtors) => {
    const rows = names.map((name, i) => `${name};F${i};01-09-2026;5,00\n`).join('');
    const reading = await readText(`${headings};Factuur;Datum;Open\n${rows}`);
    expect(reading.items.map(({ debtorName }) => debtorName)).toEqual(debtors);
  });

  it('one heading over two columns is of the code and of the name beside it', async () => {
    const reading = await readText(
      'Debiteur;;Factuur;Doc. datum;Open\n1001;Kok B.V.;F1;01-09-2026;5,00\n1002;Bos;F2;01-09-2026;5,00\n',
    );
    expect(reading.items.map(({ debtorCode, debtorName, date }) => [debtorCode, debtorName, date])).toEqual([
      ['1001', 'Kok B.V.', '2026-09-01'],
      ['1002', 'Bos', '2026-09-01'],
    ]);
  });
});
