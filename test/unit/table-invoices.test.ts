import { describe, expect, it } from 'vitest';
import { factsOf, readText, warningsOf } from './table-text.ts';

const head = 'Klantnummer;Klant;Factuurnummer;Factuurdatum;Vervaldatum;Status;Totaal';
const row = (number: string, status: string, total = '121,00'): string =>
  `1;Kok B.V.;${number};01-09-2026;01-10-2026;${status};${total}`;

describe('a list of invoices says by status or payments what is open', () => {
  it.each([
    ['Openstaand', 12100],
    ['Te laat', 12100],
    ['Verzonden', 12100],
    ['Herinnering verstuurd', 12100],
    ['Niet betaald', 12100],
    ['Wacht op betaling debiteur', 12100],
    ['overdue', 12100],
    ['sent', 12100],
    ['Betaald', 'settled'],
    ['Volledig betaald', 'settled'],
    ['paid', 'settled'],
    ['Afgeletterd', 'settled'],
    ['Awaiting Payment', 12100],
    ['Awaiting Approval', 'draft'],
    ['Concept', 'draft'],
    ['draft', 'draft'],
    ['Geannuleerd', 'cancelled'],
    ['Oninbaar', 'written-off'],
    ['Deels betaald', 'open-unknown'],
  ])('%s', async (status, outcome) => {
    const reading = await readText(`${head}\n${row('F1', status)}\n${row('F9', 'Open')}\n`);
    expect(reading).toMatchObject({ kind: 'invoices', full: false });
    if (typeof outcome === 'number') expect(factsOf(reading)[0]).toEqual(['F1', '2026-09-01', '2026-10-01', outcome]);
    else expect(reading.skipped).toMatchObject([{ row: 2, reason: outcome }]);
    const ended = ['settled', 'cancelled', 'written-off'].includes(String(outcome));
    expect(reading.settled.map(({ number }) => number)).toEqual(ended ? ['F1'] : []);
  });

  it('a partly paid invoice whose rest is not stated is neither imported nor taken for gone', async () => {
    const reading = await readText(`${head}\n${row('F1', 'Gedeeltelijk betaald')}\n${row('F2', 'Open')}\n`);
    expect(reading.unread).toEqual([{ debtor: 0, number: 'F1' }]);
    expect(reading.items.map(({ number }) => number)).toEqual(['F2']);
  });

  it('total less paid, whatever the status says in words', async () => {
    const reading = await readText(
      'Klant;Factuurnummer;Factuurdatum;Status;Totaal;Betaald bedrag\nKok B.V.;F1;01-09-2026;Deels betaald;121,00;21,00\nKok B.V.;F2;01-09-2026;Open;50,00;0,00\nBos B.V.;F3;01-09-2026;Betaald;50,00;50,00\n',
    );
    expect(reading.items.map(({ number, total, open }) => [number, total, open])).toEqual([
      ['F1', 12100, 10000],
      ['F2', 5000, 5000],
    ]);
    expect(reading.settled.map(({ number }) => number)).toEqual(['F3']);
  });

  it.each([
    ['ja and nee', 'Betaald', 'ja', 'nee'],
    ['dates', 'Betaald', '05-09-2026', ''],
    ['the day it was paid', 'Betaald op', '05-09-2026', ''],
  ])('paid told by %s', async (_, heading, yes, no) => {
    const reading = await readText(
      `Klant;Factuurnummer;Factuurdatum;Totaal;${heading}\nKok B.V.;F1;01-09-2026;121,00;${yes}\nKok B.V.;F2;01-09-2026;50,00;${no}\n`,
    );
    expect(reading.kind).toBe('invoices');
    expect(factsOf(reading)).toEqual([['F2', '2026-09-01', null, 5000]]);
    expect(reading.settled.map(({ number }) => number)).toEqual(['F1']);
  });

  it.each(['20,00', '-20,00'])('what was credited (%s) comes off an invoice beside what was paid', async (credited) => {
    const reading = await readText(
      `Klant;Factuurnummer;Factuurdatum;Factuurbedrag;Gecrediteerd;Betaald\nKok B.V.;F1;01-09-2026;121,00;0,00;21,00\nKok B.V.;F2;01-09-2026;50,00;${credited};5,00\nKok B.V.;F3;01-09-2026;20,00;${credited};\n`,
    );
    expect(factsOf(reading)).toEqual([
      ['F1', '2026-09-01', null, 10000],
      ['F2', '2026-09-01', null, 2500],
    ]);
    expect(reading.settled.map(({ number }) => number)).toEqual(['F3']);
  });

  it.each([
    ['a word', 'nee', 'ja'],
    ['the number of another invoice', '20260012', ''],
  ])('a column of credits with %s takes nothing off', async (_, first, second) => {
    const reading = await readText(
      `Klant;Factuurnummer;Factuurdatum;Factuurbedrag;Gecrediteerd;Betaald\nKok B.V.;F1;01-09-2026;121,00;${first};21,00\nKok B.V.;F2;01-09-2026;50,00;${second};5,00\n`,
    );
    expect(reading.items.map(({ open }) => open)).toEqual([10000, 4500]);
  });

  it('the day of a payment says nothing of what that left open', async () => {
    const reading = await readText(
      'Klant;Factuurnummer;Factuurdatum;Totaal;Betaald bedrag;Betaaldatum\nKok B.V.;F1;01-09-2026;121,00;121,00;05-09-2026\nKok B.V.;F2;01-09-2026;50,00;20,00;05-09-2026\nKok B.V.;F3;01-09-2026;60,00;;05-09-2026\n',
    );
    expect(factsOf(reading)).toEqual([['F2', '2026-09-01', null, 3000]]);
    expect(reading.settled.map(({ number }) => number)).toEqual(['F1', 'F3']);
  });

  it('a status nobody knows is read as open, and said', async () => {
    const reading = await readText(`${head}\n${row('F1', 'Blauw')}\n${row('F2', 'Blauw')}\n`);
    expect(reading.items).toHaveLength(2);
    expect(warningsOf(reading).at(-1)).toBe(
      'lijst.csv, rij 2: de status "Blauw" is niet bekend; zulke facturen zijn als openstaand gelezen.',
    );
  });

  it('a column with what is open says more than a status; drafts and paid ones make it a list of invoices all the same', async () => {
    const text = `${head};Openstaand\n${row('F1', 'Betaald')};0,00\n${row('F2', 'Betaald')};10,00\n${row('', 'Concept')};121,00\n`;
    const reading = await readText(text);
    expect(reading).toMatchObject({ kind: 'invoices', full: false });
    expect(reading.items.map(({ number, open }) => [number, open])).toEqual([['F2', 1000]]);
    expect(reading.skipped.map(({ reason }) => reason)).toEqual(['settled', 'draft']);
  });

  it('the total of all invoices is no total of what is open', async () => {
    const reading = await readText(`${head}\n${row('F1', 'Betaald')}\n${row('F2', 'Open')}\nTotaal;;;;;;242,00\n`);
    expect(reading.declaredTotal).toBeNull();
    expect(reading.warnings.map(({ code }) => code)).toEqual(['invoice-list']);
  });
});

describe('what a list is full of (criterion A3)', () => {
  it.each([
    [
      'a list of open items may be',
      'Debiteurnr;Naam;Factuurnr;Datum;Openstaand\n1;Kok;F1;01-10-2026;10,00\n',
      undefined,
    ],
    [
      'a list that says it is of open items, by total less paid',
      'Openstaande posten\nDebiteurnr;Naam;Factuurnr;Datum;Bedrag;Voldaan\n1;Kok;F1;01-10-2026;10,00;2,00\n',
      undefined,
    ],
    [
      'one limited to what is overdue is not',
      'Selectie: alleen vervallen posten\nDebiteurnr;Naam;Factuurnr;Datum;Openstaand\n1;Kok;F1;01-10-2026;10,00\n',
      false,
    ],
    [
      'invoices of a month are not',
      'Overzicht facturen september\nDebiteurnr;Naam;Factuurnr;Datum;Bedrag\n1;Kok;F1;01-10-2026;10,00\n',
      false,
    ],
  ])('%s', async (_, text, full) => {
    const reading = await readText(text);
    expect(reading.items).toHaveLength(1);
    expect(reading.full).toBe(full);
  });
});

describe('discounts for paying in time (criterion A8)', () => {
  const base = 'Klant;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand';
  const item = 'Kok B.V.;F1;01-09-2026;01-10-2026;1.000,00;1.000,00';
  it.each([
    [
      'an amount until a day',
      ';Betalingskorting;Betalingskorting t/m',
      ';20,00;11-09-2026',
      'early-payment',
      2000,
      '2026-09-11',
    ],
    [
      'a percentage and days',
      ';Betalingskorting percentage;Betalingskorting dagen',
      ';1,5;8',
      'early-payment',
      1500,
      '2026-09-09',
    ],
    ['words', ';Betalingskorting', ';2% bij betaling binnen 10 dagen', 'early-payment', 2000, '2026-09-11'],
    [
      'terms of payment',
      ';Betalingsconditie',
      ';30 dagen, binnen 8 dagen 2% korting',
      'early-payment',
      2000,
      '2026-09-09',
    ],
    ['kredietbeperking', ';Kredietbeperking', ';19,61', 'credit-restriction', 1961, '2026-10-01'],
    [
      'kredietbeperking as a percentage',
      ';Kredietbeperking percentage',
      ';2',
      'credit-restriction',
      2000,
      '2026-10-01',
    ],
  ])('%s', async (_, headings, cells, kind, amount, until) => {
    const reading = await readText(`${base}${headings}\n${item}${cells}\n`);
    expect(reading.items[0]!.details.discount).toEqual({ kind, amount, until });
  });

  it.each([
    ['without an end', ';Betalingskorting', ';20,00'],
    ['of the whole amount', ';Betalingskorting;Betalingskorting t/m', ';1.000,00;11-09-2026'],
    ['in terms without one', ';Betalingsconditie', ';30 dagen netto'],
  ])('none %s', async (_, headings, cells) => {
    const reading = await readText(`${base}${headings}\n${item}${cells}\n`);
    expect(reading.items[0]!.details.discount).toBeUndefined();
  });
});

describe('a table with a row for each line of an invoice', () => {
  const xero =
    'ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,LineAmount,AccountCode,Status';

  it('counts each invoice once, by what the whole of it says, and takes no ledger account for a debtor', async () => {
    const reading = await readText(
      `${xero}\nKok B.V.,F1,2026-09-01,2026-10-01,121.00,0.00,121.00,50.00,8000,Awaiting Payment\nKok B.V.,F1,2026-09-01,2026-10-01,121.00,0.00,121.00,50.00,8010,Awaiting Payment\nBos,F2,2026-09-02,2026-10-02,60.50,20.00,40.50,50.00,8000,Awaiting Payment\n`,
    );
    expect(factsOf(reading)).toEqual([
      ['F1', '2026-09-01', '2026-10-01', 12_100],
      ['F2', '2026-09-02', '2026-10-02', 4050],
    ]);
    expect(reading.items.map(({ debtorCode, total }) => [debtorCode, total])).toEqual([
      ['', 12_100],
      ['', 6050],
    ]);
    expect(warningsOf(reading)).toEqual([
      'lijst.csv: 1 rij is een regel van een factuur die er al staat en telt niet nog eens.',
    ]);
  });

  it.each([
    ['Regelbedrag', 1],
    ['Totaal per regel', 1],
    ['Item Total', 1],
    ['Prijs', 2],
  ])('%s: equal rows are %i', async (heading, items) => {
    const row = 'Kok;F1;01-09-2026;01-10-2026;121,00;50,00';
    const reading = await readText(
      `Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;${heading}\n${row}\n${row}\n`,
    );
    expect(reading.items).toHaveLength(items);
  });

  it('another amount under the same number stays another item', async () => {
    const rows = 'Kok;F1;01-09-2026;01-10-2026;121,00;50,00\nKok;F1;01-09-2026;01-10-2026;12,10;10,00\n';
    const reading = await readText(`Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Regelbedrag\n${rows}`);
    expect(reading.items.map(({ open }) => open)).toEqual([12_100, 1210]);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['duplicate-number']);
  });
});

describe('what packages abroad call the same', () => {
  it.each([
    [
      'Customer;Name;Document No.;Posting Date;Due Date;Amount in Local Currency;Local Currency',
      '1;Kok;F1;01.09.2026;01.10.2026;121,00;EUR',
    ],
    [
      'Klantnr.;Naam;Documentnr.;Boekingsdatum;Verloopdatum;Bedrag in lokale valuta',
      '1;Kok;F1;01-09-2026;01-10-2026;121,00',
    ],
  ])('%s', async (headings, row) => {
    expect(factsOf(await readText(`${headings}\n${row}\n`))).toEqual([['F1', '2026-09-01', '2026-10-01', 12_100]]);
  });
});

describe('what is owed to others is no debt to us', () => {
  const row = 'Kok B.V.;F1;01-09-2026;01-10-2026;121,00';

  it.each([
    ['Richting', 'verkoop', 'inkoop'],
    ['Dagboek', 'Verkoopboek', 'Inkoopboek'],
    ['Relatietype', 'Klant', 'Leverancier'],
    ['Side', 'Receivable', 'Payable'],
  ])('%s: rows of creditors among those of debtors are left out', async (heading, ours, theirs) => {
    const head = `Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Type;${heading}`;
    const both = await readText(
      `${head}\n${row};factuur;${ours}\nGamma B.V.;X1;01-09-2026;01-10-2026;50,00;factuur;${theirs}\n`,
    );
    expect(factsOf(both)).toEqual([['F1', '2026-09-01', '2026-10-01', 12_100]]);
    expect(both.skipped.map(({ reason }) => reason)).toEqual(['creditor']);
    expect((await readText(`${head}\n${row};factuur;${theirs}\n`)).refusal?.code).toBe('only-creditors');
  });

  it.each(['Bill', 'Supplier invoice', 'Vendor bill', 'Kreditor', 'ACCPAY'])(
    'a row of sort %s is left out',
    async (sort) => {
      const head = 'Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Type';
      const reading = await readText(`${head}\n${row};Invoice\nGamma B.V.;X1;01-09-2026;01-10-2026;50,00;${sort}\n`);
      expect([reading.items.length, reading.skipped.map(({ reason }) => reason)]).toEqual([1, ['creditor']]);
    },
  );

  it.each([
    ['Behandelaar', ['Bill', '', 'Bill']],
    ['Behandelaar', ['Bill', 'Bill', 'Bill']],
    ['Relatiegroep', ['Klant', 'Klant en leverancier', 'Leverancier en klant']],
    ['Relatiesoort', ['K', 'K', 'K']],
    ['Afdeling klant', ['Inkoop', 'Inkoop', 'Inkoop']],
    ['Contactafdeling', ['Inkoop', 'Inkoop', 'Crediteurenadministratie']],
    ['Notitie', ['', 'leverancier, verrekenen', '']],
    ['Notitie', ['', 'Leverancier', '']],
  ])('%s: %s says nothing of whose rows are', async (heading, said) => {
    const rows = said.map((word, i) => `Kok B.V.;F${i};01-09-2026;01-10-2026;121,00;factuur;${word}`);
    const text = `Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Type;${heading}\n${rows.join('\n')}\n`;
    expect((await readText(text)).items).toHaveLength(3);
  });

  it('a bill to a customer is an invoice', async () => {
    const text =
      'Customer;Invoice number;Date;Due date;Amount due;Type\nKok Ltd;A1;2026-09-01;2026-10-01;100.00;Bill\n';
    expect((await readText(text)).items.map(({ kind, open }) => [kind, open])).toEqual([['invoice', 10_000]]);
  });

  it.each(['Sales credit note', 'Kreditnota', 'Gutschrift', '381', 'ACCRECCREDIT'])(
    'a row of sort %s without a sign is credit',
    async (sort) => {
      const head = 'Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Type';
      const reading = await readText(`${head}\n${row};380\nKok B.V.;C1;01-09-2026;01-10-2026;21,00;${sort}\n`);
      expect(reading.items.map(({ kind, open }) => [kind, open])).toEqual([
        ['invoice', 12_100],
        ['credit', -2_100],
      ]);
    },
  );

  it('a column that says other things too tells nothing', async () => {
    const head = 'Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Dagboek';
    const reading = await readText(`${head}\n${row};Inkoop\nBos B.V.;F2;01-09-2026;01-10-2026;50,00;Memoriaal\n`);
    expect(reading.items).toHaveLength(2);
  });

  it.each([
    ['Openstaande posten crediteuren per 30-09-2026', 'only-creditors'],
    ['Lijst inkoopfacturen', 'only-creditors'],
    ['Debiteuren en crediteuren', 'mixed-sides'],
    ['Openstaande posten', null],
  ])('above it stands "%s": %s', async (title, refused) => {
    const text = `${title};;;;\nRelatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n${row}\n`;
    expect((await readText(text)).refusal?.code ?? null).toBe(refused);
    expect((await readText(text, { tableKind: 'list' })).items).toHaveLength(1);
  });

  it.each([
    ['Debet/Credit', 'D', 'C', -2100],
    ['Credit/debet', 'debet', 'credit', -2100],
    ['Deb./Cred.', 'D', 'C', null],
  ])('%s: %s and %s', async (heading, debit, credit, open) => {
    const head = `Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;${heading}`;
    const reading = await readText(`${head}\n${row};${debit}\nKok B.V.;C1;01-09-2026;01-10-2026;21,00;${credit}\n`);
    expect(reading.items.map((item) => item.open)).toEqual(open === null ? [12_100] : [12_100, open]);
  });
});

describe('a bare Klant holds names or codes, by what stands there', () => {
  it.each([
    ['Kok', 'name'],
    ['Bo', 'name'],
    ['KOK', 'code'],
    ['K12', 'code'],
    ['Kok, Bos & Zn', 'name'],
  ])('%s is a %s', async (written, sort) => {
    const reading = await readText(`Klant;Factuurnummer;Factuurdatum;Openstaand\n"${written}";F1;01-09-2026;121,00\n`);
    const { debtorCode, debtorName } = reading.items[0]!;
    expect([debtorCode, debtorName]).toEqual(sort === 'code' ? [written, ''] : ['', written]);
  });
});
