import { describe, expect, it } from 'vitest';
import { factsOf, readBytes, readText, warningsOf } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand';
const plain = `${head}\n1001;Kok B.V.;F1;01-10-2026;31-10-2026;121,00;121,00\n`;
const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('encoding (formats §4.2 rule 1)', () => {
  const named = plain.replace('Kok', 'Café Zoë');
  it.each([
    ['utf-8-bom', new TextEncoder().encode(`\ufeff${named}`)],
    ['utf-8', new TextEncoder().encode(named)],
    ['windows-1252', windows1252(named)],
    ['utf-16le', Uint8Array.from(Buffer.from(`\ufeff${named}`, 'utf16le'))],
    ['utf-16be', Uint8Array.from(Buffer.from(`\ufeff${named}`, 'utf16le')).map((_, i, all) => all[i ^ 1]!)],
  ])('%s', async (encoding, bytes) => {
    const reading = await readBytes(bytes);
    expect(reading.encoding).toBe(encoding);
    expect(reading.debtors[0]!.name).toBe('Café Zoë B.V.');
    expect(reading.warnings).toEqual([]);
  });

  it('UTF-16 without a byte order mark is recognised', async () => {
    const reading = await readBytes(Uint8Array.from(Buffer.from(plain, 'utf16le')));
    expect(reading.encoding).toBe('utf-16le');
    expect(reading.items).toHaveLength(1);
  });

  it('a wrong encoding from an earlier export is warned about with its row', async () => {
    const reading = await readText(plain.replace('Kok', 'CafÃ© Kok'));
    expect(warningsOf(reading)[0]).toMatch(/^lijst\.csv, rij 2: tekst zoals ".*CafÃ©/);
    expect(reading.items).toHaveLength(1);
  });
});

describe('separator (rule 2)', () => {
  it.each([
    [';', plain],
    ['\t', plain.replaceAll(';', '\t')],
    ['|', plain.replaceAll(';', '|')],
    [',', plain.replaceAll('121,00', '"121,00"').replaceAll(';', ',')],
    ['|', `sep=|\n${plain.replaceAll(';', '|')}`],
  ])('%j', async (separator, text) => {
    const reading = await readText(text);
    expect(reading.separator).toBe(separator);
    expect(factsOf(reading)).toEqual([['F1', '2026-10-01', '2026-10-31', 12100]]);
  });

  it('separators within quotes do not count', async () => {
    const reading = await readText(plain.replace('Kok B.V.', '"Kok, Smit, Bos, Vos, Mol, Das, Uil; B.V."'));
    expect(reading.separator).toBe(';');
    expect(reading.debtors[0]!.name).toBe('Kok, Smit, Bos, Vos, Mol, Das, Uil; B.V.');
  });
});

describe('header and what stands around it (rules 3, 6, 7)', () => {
  it.each([
    ['Peildatum;31-12-2025', '2025-12-31'],
    ['Openstaande posten per 31-12-2025', '2025-12-31'],
    ['Stand per 1 maart 2026', '2026-03-01'],
    ['Periode 01-01-2025 t/m 31-12-2025', '2025-12-31'],
    ['Afgedrukt 03-01-2026', null],
  ])('list date in "%s"', async (title, asOf) => {
    const reading = await readText(`Administratie 12\n${title}\n\n${plain}`);
    expect(reading.asOf).toBe(asOf);
    expect(reading.headerRow).toBe(4);
    expect(reading.items[0]!.row).toBe(5);
  });

  it('headers repeated on every page are left out', async () => {
    const reading = await readText(`${plain}${head}\n1002;Bos;F2;02-10-2026;01-11-2026;50,00;50,00\n`);
    expect(factsOf(reading).map(([number]) => number)).toEqual(['F1', 'F2']);
    expect(reading.skipped).toEqual([{ row: 3, column: null, reason: 'header' }]);
  });

  it('Twinfield has Naam twice: the one after Debiteur is the debtor', async () => {
    const reading = await readText(
      'Dagboek;Naam;Factuurnr.;Boekdatum;Debiteur;Naam;Euro;Openstaand bedrag\nVRK;Verkopen;2026-1;01-10-2026;1001;Kok B.V.;121,00;121,00\n',
    );
    expect(reading.debtors[0]).toMatchObject({ code: '1001', name: 'Kok B.V.' });
  });

  it('"Entiteit: Veld" and English headings with DC are understood', async () => {
    const exact = await readText(
      'Dagboek: Code;Debiteur: Code;Debiteur: Naam;Factuur: Nummer;Factuur: Datum;Bedrag\n70;1001;Kok B.V.;F1;01-10-2026;121,00\n',
    );
    expect(exact.items[0]).toMatchObject({ debtorCode: '1001', debtorName: 'Kok B.V.', number: 'F1', open: 12100 });
    const english = await readText(
      'AccountCode,AccountName,InvoiceNumber,InvoiceDate,DueDate,AmountDC,OpenAmountDC\n1001,Kok,F1,2026-10-01,2026-10-31,121.00,21.50\n',
    );
    expect(english.items[0]).toMatchObject({ debtorCode: '1001', number: 'F1', total: 12100, open: 2150 });
  });

  it('debtor code and name are filled down, group rows and totals are no items', async () => {
    const reading = await readText(
      [
        head,
        '1001;Kok B.V.;;;;;',
        ';;F1;01-10-2026;31-10-2026;121,00;121,00',
        ';;F2;02-10-2026;01-11-2026;50,00;50,00',
        ';Totaal Kok B.V.;;;;171,00;171,00',
        '1002;Bos;F3;03-10-2026;02-11-2026;10,00;10,00',
        'Eindtotaal;;;;;181,00;181,00',
        'Pagina 1 van 1;;;;;;',
      ].join('\n'),
    );
    expect(reading.items.map(({ debtorCode, number }) => `${debtorCode} ${number}`)).toEqual([
      '1001 F1',
      '1001 F2',
      '1002 F3',
    ]);
    expect(reading.declaredTotal).toBe(18100);
    expect(reading.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '2 group-header',
      '5 total',
      '7 total',
      '8 remark',
    ]);
    expect(reading.warnings).toEqual([]);
  });

  it('a line of filters with known words gives way to the real header', async () => {
    const reading = await readText(`Valuta;EUR;Soort;Openstaand\n\n${plain}`);
    expect(reading.headerRow).toBe(3);
    expect(reading.items).toHaveLength(1);
  });

  it('headings nobody knows are shown, and can be pointed out by hand', async () => {
    const text = 'Kolom A;Kolom B;Kolom C\nF1;Kok;10,00\n';
    const refused = await readText(text);
    expect(refused.refusal?.code).toBe('no-header');
    expect(refused.columns.map(({ heading, samples }) => `${heading}: ${samples}`)).toEqual([
      'Kolom A: F1',
      'Kolom B: Kok',
      'Kolom C: 10,00',
    ]);
    const chosen = await readText(text, { columns: { 0: 'number', 1: 'debtorName', 2: 'open' } });
    expect(chosen.items).toMatchObject([{ number: 'F1', debtorName: 'Kok', open: 1000 }]);
  });

  it('a debtor called Total is not a total', async () => {
    const reading = await readText(plain.replace('Kok B.V.', 'Total Nederland N.V.'));
    expect(reading.items).toHaveLength(1);
  });

  it('a control total that differs is a warning, not a refusal', async () => {
    const reading = await readText(`${plain}Totaal;;;;;;130,00\n`);
    expect(reading.refusal).toBeNull();
    expect(warningsOf(reading)).toEqual([
      'lijst.csv, rij 3: de lijst noemt als totaal 130,00, de gelezen posten zijn samen 121,00. Verschil: 9,00.',
    ]);
  });
});

describe('columns (§4.1)', () => {
  it('the columns of a full list are all read', async () => {
    const reading = await readText(
      [
        'Debiteurnummer;Naam;Soort debiteur;Rechtsvorm;Adres;Postcode;Plaats;Land;E-mail;Telefoon;Taal;Automatische incasso;Betalingstermijn;Termijn overeengekomen;Uw referentie;Btw-bedrag;Btw-code;Betaallink;Aanmaningsniveau;Datum laatste aanmaning;Factuurnummer;Factuurdatum;Openstaand',
        '0042;Kok;particulier;Eenmanszaak;Dorpsstraat 1;1234 AB;Zwolle;België;kok@voorbeeld.example;038-1;Frans;nee;14 dagen;ja;PO-7;21,00;H;https://betaal.example/1;2;01-11-2026;00123;01-10-2026;121,00',
      ].join('\n'),
    );
    expect(reading.columns.every(({ field }) => field !== null)).toBe(true);
    expect(reading.debtors[0]).toMatchObject({
      code: '0042',
      kind: 'consumer',
      legalForm: 'Eenmanszaak',
      street: 'Dorpsstraat 1',
      postalCode: '1234 AB',
      city: 'Zwolle',
      country: 'BE',
      email: 'kok@voorbeeld.example',
      phone: '038-1',
      language: 'fr',
    });
    expect(reading.items[0]).toMatchObject({
      number: '00123',
      dueDate: null,
      details: {
        directDebit: false,
        termDays: 14,
        termAgreed: true,
        yourReference: 'PO-7',
        vatCents: 2100,
        vatCode: 'H',
        paymentLink: 'https://betaal.example/1',
        outsideLevel: 2,
        outsideDate: '2026-11-01',
      },
    });
  });

  it('when two columns fit a field the earlier synonym wins', async () => {
    const reading = await readText(
      'Debiteurnr;Naam;Boekstuknummer;Factuurnummer;Uw ref.;Datum;Openstaand\n1;Kok;900;F1;PO;01-10-2026;10,00\n',
    );
    expect(reading.items[0]).toMatchObject({ number: 'F1', details: { yourReference: 'PO' } });
  });

  it.each([
    ['Klant;Factuur;Openstaand', '1001;F1;10,00', { code: '1001', name: '' }],
    ['Klant;Factuur;Openstaand', 'Kok B.V.;F1;10,00', { code: '', name: 'Kok B.V.' }],
    ['Debiteur;Factuur;Openstaand', 'Bakkerij Kok;F1;10,00', { code: '', name: 'Bakkerij Kok' }],
    ['Klant;Klantnaam;Factuur;Openstaand', '1001;Kok;F1;10,00', { code: '1001', name: 'Kok' }],
  ])('%s with %s', async (headings, row, debtor) => {
    const reading = await readText(`${headings}\n${row}\n`);
    expect(reading.debtors[0]).toMatchObject(debtor);
  });

  it('a column chosen by hand replaces the guess', async () => {
    const reading = await readText(plain.replace('Factuurnummer', 'Volgnummer X'), { columns: { 2: 'number' } });
    expect(reading.items[0]!.number).toBe('F1');
    expect(reading.columns[2]).toMatchObject({ field: 'number', why: 'chosen' });
  });

  it('open from total less paid, and from debit less credit', async () => {
    const paid = await readText('Debiteurnr;Naam;Factuurnr;Datum;Bedrag;Voldaan\n1;Kok;F1;01-10-2026;100,00;40,00\n');
    expect(paid.items[0]).toMatchObject({ total: 10000, open: 6000 });
    const sides = await readText(
      'Debiteurnr;Naam;Factuurnr;Datum;Debet;Credit\n1;Kok;F1;01-10-2026;100,00;\n1;Kok;C1;02-10-2026;;25,00\n',
    );
    expect(sides.items.map(({ open, kind }) => [open, kind])).toEqual([
      [10000, 'invoice'],
      [-2500, 'credit'],
    ]);
  });
});

describe('rows (rules 8, 9, 10, 13)', () => {
  it('creditors are left out and reported', async () => {
    const soort = await readText(
      'Soort;Nummer;Naam;Factuurnr;Datum;Openstaand\nDebiteur;1;Kok;F1;01-10-2026;10,00\nCrediteur;2;Vos;I1;01-10-2026;99,00\n'.replace(
        'Nummer',
        'Relatienr',
      ),
    );
    expect(soort.items.map(({ number }) => number)).toEqual(['F1']);
    expect(soort.skipped).toEqual([{ row: 3, column: null, reason: 'creditor' }]);
    expect(warningsOf(soort)).toEqual(['lijst.csv, rij 3: 1 rij van een crediteur is niet gelezen.']);
    const account = await readText(
      'Grootboekrekening;Relatienr;Naam;Factuurnr;Datum;Openstaand\n13000;1;Kok;F1;01-10-2026;10,00\n16000;2;Vos;I1;01-10-2026;99,00\n',
    );
    expect(account.skipped).toEqual([{ row: 3, column: null, reason: 'creditor' }]);
  });

  it.each([
    ['Creditnota', '-10,00', 'credit'],
    ['Betaling', '-10,00', 'receipt'],
    ['Waarborgsom', '-10,00', 'deposit'],
    ['Voorschot', '-10,00', 'advance'],
    ['Factuur', '10,00', 'invoice'],
    ['', '-10,00', 'credit'],
  ])('type %s with %s is a %s', async (type, amount, kind) => {
    const reading = await readText(
      `Relatienr;Naam;Soort;Factuurnr;Datum;Openstaand\n1;Kok;${type};F1;01-10-2026;${amount}\n1;Kok;;F2;01-10-2026;-1,00\n`,
    );
    expect(reading.items[0]!.kind).toBe(kind);
  });

  it('a list that writes credit notes without a sign is read with one, and says so', async () => {
    const reading = await readText(
      'Relatienr;Naam;Soort;Factuurnr;Datum;Openstaand\n1;Kok;Factuur;F1;01-10-2026;100,00\n1;Kok;Creditnota;C1;02-10-2026;25,00\n',
    );
    expect(reading.items.map(({ open }) => open)).toEqual([10000, -2500]);
    expect(warningsOf(reading)[0]).toContain('zonder minteken');
  });

  it('a total of the list is held against credit notes with the sign they are read with', async () => {
    const rows = '1;Kok;Factuur;F1;100,00\n1;Kok;Creditnota;C1;25,00\nTotaal Kok;;;;75,00\n2;Vos;Factuur;F2;10,00\n';
    const list = (total: string) => readText(`Relatienr;Naam;Soort;Factuurnr;Openstaand\n${rows}Totaal;;;;${total}\n`);
    const right = await list('85,00');
    expect([right.declaredTotal, right.warnings.map(({ code }) => code)]).toEqual([8500, ['credits-signed']]);
    expect(warningsOf(await list('135,00')).at(-1)).toContain('totaal 135,00, de gelezen posten zijn samen 85,00');
  });

  it('a debtor with more credit than debt is mentioned', async () => {
    const reading = await readText(`${head}\n1;Kok;C1;01-10-2026;;-40,00;-40,00\n`);
    expect(warningsOf(reading)).toEqual([
      'lijst.csv, rij 2, kolom "Openstaand": Kok heeft per saldo €\u00a0-40,00: meer tegoed dan schuld.',
    ]);
  });

  it('a receipt needs no number, a positive item does', async () => {
    const reading = await readText(`${head}\n1;Kok;;01-10-2026;;-40,00;-40,00\n1;Kok;;02-10-2026;;50,00;50,00\n`);
    expect(reading.items.map(({ kind, open }) => [kind, open])).toEqual([['receipt', -4000]]);
    expect(reading.skipped).toEqual([{ row: 3, column: 'Factuurnummer', reason: 'number-missing' }]);
  });

  it.each([
    ['0012', '0012'],
    ['2.0250001E7', '20250001'],
    ['="00123"', '00123'],
    ['2025-001', '2025-001'],
    ['\u202eF1', 'F1'],
  ])('invoice number %j stays %s', async (written, number) => {
    const reading = await readText(plain.replace(';F1;', `;${written};`));
    expect(reading.items[0]!.number).toBe(number);
  });

  it('of a row with a sort and a debtor that has neither number nor date nothing is a total', async () => {
    const rows = '1;Kok;Factuur;F1;01-10-2026;100,00\n1;Kok;Betaling;;;-40,00\n2;Vos;Factuur;;;25,00\n';
    const reading = await readText(`Relatienr;Naam;Soort;Factuurnr;Datum;Openstaand\n${rows}Totaal;;;;;60,00\n`);
    expect(reading.items.map(({ kind, number, open }) => [kind, number, open])).toEqual([
      ['invoice', 'F1', 10000],
      ['receipt', '', -4000],
    ]);
    expect(reading.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'number-missing'],
      [5, 'total'],
    ]);
  });

  it('settled items are skipped and counted, partly paid items keep both amounts', async () => {
    const reading = await readText(
      `${head}\n1;Kok;F1;01-10-2026;31-10-2026;100,00;0,00\n1;Kok;F2;01-10-2026;31-10-2026;100,00;40,00\n`,
    );
    expect(reading.skipped).toEqual([{ row: 2, column: null, reason: 'settled' }]);
    expect(reading.settled).toEqual([{ row: 2, debtor: 0, number: 'F1' }]);
    expect(reading.items[0]).toMatchObject({ total: 10000, open: 4000 });
  });

  it('an invoice number twice is summed with its payment, else kept twice with a warning', async () => {
    const summed = await readText(`${plain}1001;Kok B.V.;F1;05-10-2026;;-21,00;-21,00\n`);
    expect(factsOf(summed)).toEqual([['F1', '2026-10-01', '2026-10-31', 10000]]);
    const twice = await readText(`${plain}1001;Kok B.V.;F1;05-10-2026;;20,00;20,00\n`);
    expect(twice.items).toHaveLength(2);
    expect(warningsOf(twice)).toEqual([
      'lijst.csv, rij 3, kolom "Factuurnummer": factuurnummer F1 van Kok B.V. staat ook in rij 2. Beide rijen worden als aparte post gelezen.',
    ]);
  });

  it('currencies may differ by row; an unknown one names its row', async () => {
    const reading = await readText(
      'Relatienr;Naam;Factuurnr;Datum;Valuta;Openstaand\n1;Kok;F1;01-10-2026;EUR;10,00\n1;Kok;F2;01-10-2026;usd;20,00\n1;Kok;F3;01-10-2026;??;30,00\n',
    );
    expect(reading.items.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    expect(reading.warnings).toContainEqual(
      expect.objectContaining({ code: 'mixed-currencies', params: { count: 1, currency: 'EUR', others: 'USD' } }),
    );
    expect(reading.skipped).toEqual([{ row: 4, column: 'Valuta', reason: 'currency-unknown' }]);
  });

  it('a broken row is named with its column, the rest imports', async () => {
    const reading = await readText(
      `${plain}1002;Bos;F2;32-10-2026;;10,00;10,00\n1002;Bos;F3;01-10-2026;;10,00;tien\n1002;Bos;F4;01-10-2026;;10,00;10,00\n`,
    );
    expect(reading.items.map(({ number }) => number)).toEqual(['F1', 'F4']);
    expect(reading.skipped).toEqual([
      { row: 3, column: 'Factuurdatum', reason: 'date-unreadable' },
      { row: 4, column: 'Openstaand', reason: 'amount-unreadable' },
    ]);
    expect(reading.unread).toEqual([
      { debtor: 1, number: 'F2' },
      { debtor: 1, number: 'F3' },
    ]);
  });
});
