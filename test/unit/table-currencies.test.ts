import { describe, expect, it } from 'vitest';
import { readTable } from '#shared/formats/table/read.ts';
import { readText, refusalOf, warningsOf } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand';
const item = '1001;Kok B.V.;F1;15-11-2025;29-11-2025;605,00;302,50';

describe('amounts in another currency than the euro', () => {
  it.each(['Openstaand (USD)', 'Openstaand in usd', 'Openstaand US$', 'Openstaand $'])(
    'a heading that names it says it of every row: %s',
    async (heading) => {
      const reading = await readText(`${head.replace('Openstaand', heading)}\n${item}\n`);
      expect(reading.items[0]).toMatchObject({ open: 30250, total: 60500, currency: 'USD' });
    },
  );

  it('beside one in euros the euros are read, and the total in them', async () => {
    const headings = 'Klantnr;Klant;Factuur;Datum;Bedrag USD;Bedrag EUR;Openstaand USD;Openstaand EUR';
    const reading = await readText(`${headings}\n1;Kok;F1;15-11-2025;121,00;110,00;60,50;55,00\n`);
    expect(reading.items[0]).toMatchObject({ open: 5500, total: 11000, currency: 'EUR' });
  });

  it('beside a column of currencies an amount `valuta` is in that currency', async () => {
    const headings = 'Klantnr;Klant;Factuur;Datum;Valuta;Bedrag valuta;Bedrag EUR;Openstaand valuta;Openstaand EUR';
    const reading = await readText(`${headings}\n1;Kok;F1;15-11-2025;GBP;100,00;118,00;50,00;59,00\n`);
    expect(reading.items[0]).toMatchObject({ open: 5000, total: 10000, currency: 'GBP' });
  });

  it('a total in a currency what is open is not in is no total of it', async () => {
    const headings = 'Klantnr;Klant;Factuur;Datum;Bedrag USD;Openstaand EUR';
    const reading = await readText(`${headings}\n1;Kok;F1;15-11-2025;121,00;55,00\n`);
    expect(reading.items[0]).toMatchObject({ open: 5500, total: 5500, currency: 'EUR' });
  });

  it.each([
    ['US$ 302,50', 'USD', 30250],
    ['-USD 302,50', 'USD', -30250],
    ['302,50 usd', 'USD', 30250],
    ['£302,50', 'GBP', 30250],
    ["CHF 1'302,50", 'CHF', 130250],
    ['302,50 C$', 'CAD', 30250],
    ['(£ 302,50)', 'GBP', -30250],
    ['302,50 zł', 'PLN', 30250],
  ])('a sign or code beside the amount says it, and is said: %s', async (amount, currency, open) => {
    const reading = await readText(`${head}\n${item.replace('302,50', amount)}\n${item.replaceAll('F1', 'F2')}\n`);
    expect(reading.items.map((read) => [read.open, read.currency])).toEqual([
      [open, currency],
      [30250, 'EUR'],
    ]);
    expect(warningsOf(reading)[0]).toContain(`rij 2: 1 bedrag staat in ${currency}: dat zegt alleen het teken`);
  });

  it.each([
    ['$ 302,50', 'is refused with the first of them: a dollar sign is of several countries'],
    ['302,50 kr', 'as is a crown'],
    ['kr. 302,50', 'with a point or not'],
  ])('a list that only says %s %s', async (amount) => {
    const reading = await readText(`${head}\n${item.replace('302,50', amount)}\n`);
    expect(refusalOf(reading)).toContain(
      `lijst.csv, rij 2, kolom "Openstaand": "${amount}" zegt niet om welke valuta het gaat`,
    );
  });

  it.each([
    ['heading', `${head.replace('Openstaand', 'Openstaand (CAD)')}\n`, ''],
    ['column', `${head};Valuta\n`, ';CAD'],
    ['line above', `Valuta;CAD\n${head}\n`, ''],
  ])('a dollar sign is of the dollar a %s names, and that is no news', async (_, above, behind) => {
    const reading = await readText(`${above}${item.replace('302,50', '$ 302,50')}${behind}\n`);
    expect([reading.items[0]!.open, reading.items[0]!.currency, reading.warnings]).toEqual([30250, 'CAD', []]);
  });

  it.each([
    [`${head};Valuta`, ';EUR'],
    [head.replace('Openstaand', 'Openstaand (EUR)'), ''],
    [head.replace('Openstaand', 'Openstaand USD'), ''],
  ])('a sign that speaks against what stands above or beside it makes no amount: %s', async (above, behind) => {
    const reading = await readText(`${above}\n${item.replace('302,50', '£ 302,50')}${behind}\n`);
    expect(refusalOf(reading)).toContain(
      'bij "£ 302,50" staat een andere valuta dan de kop, de valutakolom of een ander bedrag van de rij zegt',
    );
    const beside = await readText(
      `${above}\n${item.replace('302,50', '£ 302,50')}${behind}\n${item.replaceAll('F1', 'F2')}${behind}\n`,
    );
    expect(beside.items.map(({ number }) => number)).toEqual(['F2']);
    expect(beside.skipped).toEqual([expect.objectContaining({ row: 2, reason: 'currency-differs' })]);
  });

  it('the sign of whatever currency says nothing: a euro sign of ISO 8859-15 is read as it', async () => {
    const reading = await readText(`${head}\n${item.replace('302,50', '¤ 302,50')}\n`);
    expect(reading.items[0]).toMatchObject({ open: 30250, currency: 'EUR' });
    expect(warningsOf(reading)).toEqual([]);
  });

  it('a total in another currency than what is open is no total of it', async () => {
    const reading = await readText(`${head}\n${item.replace('605,00', 'USD 700,00')}\n`);
    expect(reading.items[0]).toMatchObject({ open: 30250, total: 30250, currency: 'EUR' });
  });

  describe('a sign that may be of several currencies', () => {
    const dollars = `${head}\n${item.replace('605,00;302,50', '$605,00;$302,50')}\n`;
    const currencies = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN'];

    it('is asked about, with what it may stand for, and is what the user says', async () => {
      const asked = await readText(dollars);
      expect(refusalOf(asked)).toBe(
        'lijst.csv, rij 2, kolom "Openstaand": "$302,50" zegt niet om welke valuta het gaat, en geen enkele rij is gelezen. Kies de valuta, of zet de code (zoals USD) in een kolom Valuta of achter de kop van de bedragen: "Openstaand (USD)".',
      );
      expect(asked.unclearSign).toEqual({ sign: '$', currencies, currency: null });
      const told = await readText(dollars, { signCurrency: 'CAD' });
      expect(told.items[0]).toMatchObject({ open: 30250, total: 60500, currency: 'CAD' });
      expect([told.refusal, told.warnings]).toEqual([null, []]);
      expect(told.unclearSign).toEqual({ sign: '$', currencies, currency: 'CAD' });
    });

    it('is what was said of the layout before', async () => {
      const reading = await readTable({
        fileName: 'lijst.csv',
        bytes: new TextEncoder().encode(dollars),
        remembered: (fingerprint) => ({
          fingerprint,
          columns: { factuurnummer: 'number', naam: 'debtorName', openstaand: 'open' },
          decimals: null,
          dateOrder: null,
          signCurrency: 'USD',
        }),
      });
      expect(reading.items[0]).toMatchObject({ currency: 'USD' });
    });

    it('is never a currency it cannot be, nor is another sign what the first was said to be', async () => {
      expect((await readText(dollars, { signCurrency: 'GBP' })).refusal?.code).toBe('currencies-unclear');
      const yen = item.replace('605,00;302,50', ';¥302,50').replace('F1', 'F2');
      const euros = item.replace('F1', 'F3');
      const reading = await readText(`${dollars}${yen}\n${euros}\n`, { signCurrency: 'USD' });
      expect(reading.items.map(({ number, currency }) => [number, currency])).toEqual([
        ['F1', 'USD'],
        ['F3', 'EUR'],
      ]);
      expect(reading.skipped).toEqual([{ row: 3, reason: 'currency-unclear', column: 'Openstaand' }]);
    });
  });

  it('what is paid in another currency than the total comes off no amount', async () => {
    const headings = 'Klantnr;Klant;Factuur;Datum;Bedrag;Betaald\n';
    const row = (name: string, total: string, paid: string) => `1;Kok;${name};15-11-2025;${total};${paid}\n`;
    const rows =
      row('F1', '€ 121,00', 'US$ 21,00') + row('F2', 'US$ 121,00', 'US$ 21,00') + row('F3', '121,00', '21,00');
    const reading = await readText(headings + rows);
    expect(reading.items.map(({ number, open, currency }) => [number, open, currency])).toEqual([
      ['F2', 10000, 'USD'],
      ['F3', 10000, 'EUR'],
    ]);
    expect(reading.skipped).toEqual([{ row: 2, reason: 'currency-differs', column: 'Betaald' }]);
  });

  it('a list whose currencies are none is refused with the first of them', async () => {
    const reading = await readText(`${head};Valuta\n${item};Dukaat\n`);
    expect(refusalOf(reading)).toContain('rij 2, kolom "Valuta": "Dukaat" is geen bekende valuta');
  });
});
