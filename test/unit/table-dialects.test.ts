import { describe, expect, it } from 'vitest';
import { readDate } from '#shared/formats/table/dates.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { factsOf, readBytes, readText, refusalOf, warningsOf } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand';
const item = '1001;Kok B.V.;F1;15-11-2025;29-11-2025;605,00;302,50';
const facts = ['F1', '2025-11-15', '2025-11-29', 30250];
const singleBytes = (text: string, codes: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from(text, (char) => codes[char] ?? char.charCodeAt(0));

describe('letters of one byte (formats §4.2 rule 1)', () => {
  it('windows-1252 has the euro sign and curly quotes where Latin-1 has control characters', async () => {
    const text = `${head}\n${item.replace('Kok', '’t Café').replace('302,50', '€ 302,50')}\n`;
    const reading = await readBytes(singleBytes(text, { '€': 0x80, '’': 0x92 }));
    expect(reading.encoding).toBe('windows-1252');
    expect(reading.debtors[0]!.name).toBe('’t Café B.V.');
    expect(factsOf(reading)).toEqual([facts]);
    expect(reading.warnings).toEqual([]);
  });

  it('code page 850 is read when the user says so, and warned about when not', async () => {
    const bytes = singleBytes(`${head}\n${item.replace('Kok', 'Café Zoë')}\n`, { é: 0x82, ë: 0x89 });
    expect(warningsOf(await readBytes(bytes))[0]).toContain('verkeerde tekencodering');
    const chosen = await readTable({ fileName: 'lijst.csv', bytes, choices: { encoding: 'cp850' } });
    expect(chosen.encoding).toBe('cp850');
    expect(chosen.debtors[0]!.name).toBe('Café Zoë B.V.');
    expect(chosen.warnings).toEqual([]);
  });
});

describe('headings as packages write them (§4.1)', () => {
  it.each([
    ['AFAS in Dutch', 'Nummer debiteur;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand bedrag'],
    ['words written together', 'DebtorId;DebtorName;InvoiceId;InvoiceDate;DueDate;AmountInvoice;OutstandingAmount'],
    [
      'words written apart',
      'Klant nummer;Klant naam;Factuur nummer;Factuur datum;Verval datum;Factuur bedrag;Open staand',
    ],
    ['the day of a transaction', 'Code;Naam;Factuurnr;Transaction date;Due date;Amount;Open amount'],
    [
      'words broken off at the line end',
      '"Debiteur\nnummer";Naam;"Factuur-\nnummer";"Factuur\ndatum";"Verval-\ndatum";Bedrag;"Open-\nstaand"',
    ],
    ['abbreviations', 'DEBITEURNR;NAAM;FACT.NR;FACT.DATUM;VERV.DATUM;BEDRAG;OPENST. BEDRAG'],
    ['narrow columns', 'Deb.nr.;Naam deb.;Fact.nr.;Fact.dat.;Verv.dat.;Oorspr. bedr.;Openst.'],
    ['total with btw', 'Klantnummer;Contact;Factuurnummer;Factuurdatum;Vervaldatum;Totaalprijs incl. btw;Nog open'],
    ['English', 'Customer no.;Customer;Document No.;Document Date;Expiry date;Original Amount;Remaining Amount'],
    ['words cut short', 'Debnr;Naam;Factnr;Factdat;Vervdat;Orig. bedrag;Restant'],
    ['Relatie a code beside Naam', 'Relatie;Naam;Factuur;Fact.datum;Verv.datum;Orig. bedrag;Openst. bedrag'],
    ['AFAS by its sales relation', 'Verkooprelatie;Naam;Factuur;Factuurdatum;Vervaldatum;Bedrag;Openstaand'],
    ['English balances', 'Customer no.;Customer name;Invoice no.;Invoice date;Due date;Amount;Balance due'],
    [
      'what is unpaid of a total with tax',
      'Contactnr;Contact;Invoice ID;Invoice date;Due date;Total incl. tax;Total unpaid',
    ],
    ['Onbetaald', 'Debiteurennr;Zoeknaam;Factuurcode;Factuurdatum;Uiterste betaaldag;Totaal incl. btw;Onbetaald'],
    ['open in words nobody listed', 'Klantnr;Klant;Factuur;Datum;Vervaldatum;Factuurtotaal;Nog openst. per vandaag'],
    [
      'words banks use too',
      'Customer no.;Customer;Invoice no.;Invoice date;Due date;Amount;Outstanding;Customer reference;Payment details',
    ],
    ['signed amounts', 'Partner ID;Partner;Invoice;Invoice/Bill Date;Due Date;Total Signed;Amount Due Signed'],
    ['the number before its word', 'Afnemernr.;Afnemer;Nr. factuur;Datum nota;Vervallen op;Bedrag;Openstaand'],
    ['abbreviations joined to a word', 'DebNr;DebNaam;FactNr;FactDat;VervDatum;FactBedrag;OpenstBedrag'],
    ['a bare number of the invoice', 'Klantnr.;Naam;Nr.;Datum;Vervaldatum;Totaal;Verschuldigd bedrag'],
    [
      'two rows, the upper one naming groups',
      'Debiteur;;Factuur;;;Bedrag;\nNummer;Naam;Nummer;Datum;Vervaldatum;Totaal;Openstaand',
    ],
  ])('%s', async (_, headings) => {
    const reading = await readText(`${headings}\n${item}\n`);
    expect(factsOf(reading)).toEqual([facts]);
    expect(reading.items[0]).toMatchObject({ debtorCode: '1001', debtorName: 'Kok B.V.', total: 60500 });
  });

  it.each([
    ['0612345678', '0687654321', [['', 'Kok B.V.']]],
    ['+31 6 12345678', '(06) 87654321', [['', 'Kok B.V.']]],
    ['1001', '1001', [['1001', 'Kok B.V.']]],
  ])('a Contactnummer is the code of a debtor, unless it is his telephone: %s', async (first, second, debtors) => {
    const rows = [first, second].map((number, i) => `Kok B.V.;${number};F${i};29-11-2025;5,00\n`);
    const reading = await readText(`Naam;Contactnummer;Factuurnummer;Vervaldatum;Openstaand\n${rows.join('')}`);
    expect(reading.debtors.map(({ code, name }) => [code, name])).toEqual(debtors);
  });

  it.each([
    [
      'a dash',
      ['1001 - Kok B.V.', 'D2 - 3 Broers'],
      [
        ['1001', 'Kok B.V.'],
        ['D2', '3 Broers'],
      ],
    ],
    [
      'a space',
      ['1001 Kok', '1002 24 Uurs Glas'],
      [
        ['1001', 'Kok'],
        ['1002', '24 Uurs Glas'],
      ],
    ],
    [
      'brackets',
      ['Kok B.V. (1001)', 'Smit (Noord) (1002)'],
      [
        ['1001', 'Kok B.V.'],
        ['1002', 'Smit (Noord)'],
      ],
    ],
    [
      'names alone',
      ['24 Uurs Glas', '3M Nederland'],
      [
        ['', '24 Uurs Glas'],
        ['', '3M Nederland'],
      ],
    ],
    [
      'one name has no code',
      ['1001 - Kok', 'Smit'],
      [
        ['', '1001 - Kok'],
        ['', 'Smit'],
      ],
    ],
    [
      'a number twice',
      ['2026 - Kok', '2026 - Smit'],
      [
        ['', '2026 - Kok'],
        ['', '2026 - Smit'],
      ],
    ],
    [
      'years in brackets',
      ['Feest (2025)', 'Bal (2024)'],
      [
        ['', 'Feest (2025)'],
        ['', 'Bal (2024)'],
      ],
    ],
    [
      'counts in brackets, beside a longer one',
      ['VOF De Linde (3)', 'VOF De Eik (12)', 'Zaal (120)'],
      [
        ['', 'VOF De Linde (3)'],
        ['', 'VOF De Eik (12)'],
        ['', 'Zaal (120)'],
      ],
    ],
    [
      'a year behind a dash',
      ['Feest - 2025', 'Bal - 2024'],
      [
        ['', 'Feest - 2025'],
        ['', 'Bal - 2024'],
      ],
    ],
    [
      'numbers that are different for ten debtors are no years',
      [...'ABCDEFGHIJ'].map((letter, i) => `Bakker ${letter} (${2001 + i})`),
      [...'ABCDEFGHIJ'].map((letter, i): [string, string] => [`${2001 + i}`, `Bakker ${letter}`]),
    ],
  ])('a column of names may hold codes, too: %s', async (_, names, debtors) => {
    const rows = names.map((name, i) => `${name};F${i};15-11-2025;29-11-2025;5,00\n`);
    const reading = await readText(
      `Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n${rows.join('')}Totaal;;;;${names.length * 5},00\n`,
    );
    expect(reading.debtors.map(({ code, name }) => [code, name])).toEqual(debtors);
    expect(reading.items.map(({ debtorCode }) => debtorCode)).toEqual(debtors.map(([code]) => code));
  });

  it('Open may say yes or no; the amount stands elsewhere', async () => {
    const reading = await readText(
      'Klantnr.;Documentnr.;Documentdatum;Documentsoort;Oorspronkelijk bedrag;Restbedrag;Vervaldatum;Open\n' +
        '1001;F1;15-11-2025;Factuur;605,00;302,50;29-11-2025;Ja\n' +
        '1001;C1;16-11-2025;Creditnota;-20,00;-20,00;16-11-2025;Ja\n',
    );
    expect(factsOf(reading)).toEqual([facts, ['C1', '2025-11-16', '2025-11-16', -2000]]);
    expect(reading.items.map(({ kind }) => kind)).toEqual(['invoice', 'credit']);
  });

  it.each([
    [
      'debit and credit',
      'Debiteur;Naam;Boekstuk;Datum;Vervaldatum;Debet;Credit;Saldo\n1001;Kok;F1;15-11-2025;29-11-2025;302,50;;302,50\n1001;Kok;C1;16-11-2025;16-11-2025;;20,00;282,50\n1002;Smit;F2;17-11-2025;01-12-2025;10,00;;10,00\n',
    ],
    [
      'one amount, over all debtors',
      'Debiteur;Naam;Factuur;Datum;Vervaldatum;Bedrag;Saldo\n1001;Kok;F1;15-11-2025;29-11-2025;302,50;302,50\n1001;Kok;C1;16-11-2025;16-11-2025;-20,00;282,50\n1002;Smit;F2;17-11-2025;01-12-2025;10,00;292,50\n',
    ],
  ])('a balance that adds up from row to row is no amount of an item: %s', async (_, text) => {
    const reading = await readText(text);
    expect(reading.items.map(({ number, open }) => [number, open])).toEqual([
      ['F1', 30250],
      ['C1', -2000],
      ['F2', 1000],
    ]);
  });

  it('nor is one that begins anew under every debtor, with a total below', async () => {
    const reading = await readText(
      'Datum;Boekstuk;Vervaldatum;Debet;Credit;Saldo\n1001 Kok;;;;;\n15-11-2025;F1;29-11-2025;302,50;;302,50\n16-11-2025;C1;;;20,00;282,50\n1002 Smit;;;;;\n17-11-2025;F2;01-12-2025;10,00;;10,00\nTotaal;;;312,50;20,00;292,50\n',
    );
    expect(reading.items.map(({ number, open }) => [number, open])).toEqual([
      ['F1', 30250],
      ['C1', -2000],
      ['F2', 1000],
    ]);
    expect(reading.warnings.map(({ code }) => code)).toEqual([]);
  });

  it('a balance beside the amount of an invoice is what is open of it', async () => {
    const reading = await readText(
      'Debiteur;Naam;Factuur;Datum;Vervaldatum;Bedrag;Saldo\n1001;Kok;F1;15-11-2025;29-11-2025;605,00;302,50\n1001;Kok;F2;16-11-2025;30-11-2025;20,00;20,00\n',
    );
    expect(reading.items.map(({ open }) => open)).toEqual([30250, 2000]);
  });

  it('a header of two rows is recognised again on the next page', async () => {
    const headings = 'Debiteur;;Factuur;;;Bedrag;\nNummer;Naam;Nummer;Datum;Vervaldatum;Totaal;Openstaand';
    const reading = await readText(`${headings}\n${item}\n${headings}\n${item.replace('F1', 'F2')}\n`);
    expect(reading.items.map(({ number }) => number)).toEqual(['F1', 'F2']);
  });
});

describe('cells that are no value (rules 4 and 5)', () => {
  it.each([
    '00-00-0000',
    '0000-00-00',
    '0',
    '-',
    ' ',
    '30-12-1899',
    '1899-12-31T00:00:00.000',
    '01-01-1900',
    '1900-01-01 00:00:00',
    '1/1/0001',
  ])('due date %j is absent', async (due) => {
    const reading = await readText(`${head}\n${item.replace('29-11-2025', due)}\n`);
    expect(factsOf(reading)).toEqual([['F1', '2025-11-15', null, 30250]]);
    expect(reading.skipped).toEqual([]);
  });

  it.each([
    ['-121,-', -12100],
    ['121,-', 12100],
    ['€ -1.121,-', -112100],
    ['121,00-', -12100],
    ['121,00 CR', -12100],
    ['(€ 121,00)', -12100],
  ])('%s', async (open, cents) => {
    const reading = await readText(`${head}\n${item.replace('302,50', open)}\n`);
    expect(reading.items[0]!.open).toBe(cents);
    expect(reading.warnings.filter(({ code }) => code === 'amount-rounded')).toEqual([]);
  });

  it('the noise of spreadsheet arithmetic is no fraction of a cent', async () => {
    const reading = await readText(
      `${head}\n${item.replace('605,00', '605').replace('302,50', '302.49999999999994')}\n`,
    );
    expect(factsOf(reading)).toEqual([facts]);
    expect(reading.warnings).toEqual([]);
  });
});

describe('dates with words in them', () => {
  it.each(['vr 31-10-2025', 'vrijdag 31 oktober 2025', 'Fri. 31/10/2025', 'Oct 31, 2025', 'October 31 2025'])(
    '%s',
    async (due) => {
      const reading = await readText(`Naam;Factuurnummer;Vervaldatum;Openstaand\nKok;F1;"${due}";10,00\n`);
      expect(reading.items.map(({ dueDate }) => dueDate)).toEqual(['2025-10-31']);
    },
  );

  it.each([
    ["1 mei '26", '2026-05-01'],
    ['3-11-’26', '2026-11-03'],
  ])('a year may be cut short with an apostrophe: %s', (written, date) => {
    expect(readDate(written, 'dmy')).toBe(date);
  });

  it('a word that is no weekday makes no date', async () => {
    const reading = await readText('Naam;Factuurnummer;Vervaldatum;Openstaand\nKok;F1;per 31-10-2025;10,00\n');
    expect(reading.skipped.map(({ reason }) => reason)).toEqual(['date-unreadable']);
  });
});

describe('dates without marks between', () => {
  it.each([
    ['the year first', '20251129', '2025-11-29'],
    ['the day first', '29112025', '2025-11-29'],
    ['a day that could begin a year', '20112025', '2025-11-20'],
    ['a workbook’s number without its first zero', 1_122_025, '2025-12-01'],
    ['no day at all', '32112025', null],
  ])('%s', (_, written, date) => {
    expect(readDate(written, 'dmy')).toBe(date);
  });

  it('a year of two digits in front is told from a day by all dates together', async () => {
    const rows = (...days: string[]) =>
      days.map((day, i) => item.replace('F1', `F${i}`).replace('15-11-2025', day)).join('\n');
    const yearFirst = await readText(`${head}\n${rows('25-12-31', '26-02-01', '26-03-15')}\n`);
    expect(yearFirst.refusal).toMatchObject({ code: 'dates-unreadable', row: 2, column: 'Factuurdatum' });
    const dayFirst = await readText(`${head}\n${rows('26-02-25', '26-02-26', '27-03-26')}\n`);
    expect(dayFirst.items.map(({ date }) => date)).toEqual(['2025-02-26', '2026-02-26', '2026-03-27']);
  });

  it('six digits may be year or day first: refused with the first of them', async () => {
    const reading = await readText(`${head}\n${item.replace('15-11-2025', '151125')}\n`);
    expect(reading.refusal).toMatchObject({ code: 'dates-unreadable', row: 2, column: 'Factuurdatum' });
    expect(refusalOf(reading)).toContain('"151125"');
  });
});

describe('a space beside a quote', () => {
  it('is no part of the cell, and the quotes are not', async () => {
    const reading = await readText(
      'Naam, Factuurnummer, Vervaldatum, Openstaand\n"Kok", "F1", "31-10-2025" , "10,00"\n',
    );
    expect(reading.items).toMatchObject([{ debtorName: 'Kok', number: 'F1', dueDate: '2025-10-31', open: 1000 }]);
    const other = await readText('Naam; Factuurnummer; Openstaand\nDe "Kok; "F1"; "10,00"\nBos; "F""2"; 20,00\n');
    expect(other.items).toMatchObject([
      { debtorName: 'De "Kok', number: 'F1' },
      { debtorName: 'Bos', number: 'F"2' },
    ]);
  });
});

describe('an apostrophe before a cell', () => {
  it('marks a number as text, and is part of a Dutch name', async () => {
    const reading = await readText(
      "Debiteurnummer;Naam;Plaats;Factuurnummer;Factuurdatum;Openstaand\n'0042;'t Hoekje;'s-Hertogenbosch;'00123;01-10-2026;10,00\n",
    );
    expect(reading.items).toMatchObject([{ debtorCode: '0042', debtorName: "'t Hoekje", number: '00123' }]);
    expect(reading.debtors).toMatchObject([{ city: "'s-Hertogenbosch" }]);
  });
});

describe('lines about the list (rules 3 and 7)', () => {
  it.each([
    `Stand op 31-12-2025\n${head}\n${item}`,
    `Peildatum: 31-dec-2025\n${head}\n${item}`,
    `Peildatum: 20251231\n${head}\n${item}`,
    `${head}\n${item}\n\nPeildatum: 31-12-2025`,
    `${head}\n${item}\nPeildatum;31-12-2025;;;;;`,
  ])('the list date above or below: %j', async (text) => {
    const reading = await readText(text);
    expect(reading.asOf).toBe('2025-12-31');
    expect(factsOf(reading)).toEqual([facts]);
  });

  it('title lines repeated on the next page do not become a debtor', async () => {
    const title = 'Openstaande posten debiteuren;;;;;;\nAdministratie;Kok Holding;;;;;';
    const second = item.replace('1001;Kok B.V.;F1', ';;F2');
    const reading = await readText(`${title}\n${head}\n${item}\n${title}\nPagina 2;;;;;;\n${head}\n${second}\n`);
    expect(reading.items.map(({ debtorCode, number }) => [debtorCode, number])).toEqual([
      ['1001', 'F1'],
      ['1001', 'F2'],
    ]);
    expect(reading.debtors).toHaveLength(1);
  });

  it('a total in the column of numbers is a total, also beside a date', async () => {
    const reading = await readText(`${head}\n${item}\n;;Totaal;31-12-2025;;605,00;302,50\n`);
    expect(factsOf(reading)).toEqual([facts]);
    expect(reading.declaredTotal).toBe(30250);
  });

  it.each([
    ['semicolons', ';', '"'],
    ['commas and doubled quotes', ',', '""'],
  ])('lines that stand in quotes as a whole: %s', async (_, separator, quote) => {
    const lines = [head, item].map((line) => `"${line.split(';').join(`${separator}`)}"`);
    lines[1] = `"${item
      .split(';')
      .map((cell) => (quote === '""' ? `""${cell}""` : cell))
      .join(separator)}"`;
    expect(factsOf(await readText(lines.join('\n')))).toEqual([facts]);
  });
});

it('a Debiteur of words and signs is a name', async () => {
  const reading = await readText('Debiteur;Factuur;Vervaldatum;Openstaand\nA & B v.o.f.;F1;29-11-2025;5,00\n');
  expect(reading.debtors[0]).toMatchObject({ code: '', name: 'A & B v.o.f.' });
});
