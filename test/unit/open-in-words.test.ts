import { describe, expect, it } from 'vitest';
import { factsOf, readText } from './table-text.ts';

const head = 'Klantnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag';

/** Two invoices of € 605,00 with one more column, or several. */
function list(heading: string, first: string, second: string): string {
  const rows = [`1001;Kok B.V.;F1;15-11-2025;29-11-2025;605,00;${first}`];
  rows.push(`1002;Bos B.V.;F2;15-11-2025;29-11-2025;605,00;${second}`);
  return `${head};${heading}\n${rows.join('\n')}\n`;
}

async function openOf(heading: string, first: string, second: string): Promise<readonly unknown[]> {
  return factsOf(await readText(list(heading, first, second))).map((facts) => facts[3]);
}

describe('a heading nobody listed that speaks of what is open', () => {
  it.each([
    ['Nog openst. incl.', '302,50', '605,00', [30250, 60500]],
    ['Openst. per 31-12-2025', '302,50', '100,10', [30250, 10010]],
    ['Openstaand bedrag incl. BTW', '302,50', '605,00', [30250, 60500]],
    ['Restbedrag inclusief btw', '605', '300', [60500, 30000]],
    ['Bedrag nog open incl. btw', '302,50', '605,00', [30250, 60500]],
    ['Nu nog open', '605', '300', [60500, 30000]],
    ['Openst. hoofdsom;Openst. met kosten', '302,50;342,50', '605,00;605,00', [30250, 60500]],
  ])('is the open amount where the cells bear it out: %s', async (heading, first, second, open) => {
    expect(await openOf(heading, first, second)).toEqual(open);
  });

  it.each([
    ['days', 'Dgn openst.', '35', '34'],
    ['numbers without a word for it', 'Openst. termijnen', '3', '2'],
    ['a count', 'Open facturen', '2', '1'],
    ['nothing but dashes', 'Open acties', '-', '-'],
    ['the debtor as a whole', 'Openstaand saldo klant', '605,00', '1210,00'],
    ['more than the invoice', 'Openst. gezamenlijk', '1210,00', '1815,00'],
    ['orders', 'Openstaande orders', '100,00', '200,00'],
    ['a credit limit', 'Resterend krediet', '395,00', '200,00'],
    ['ages', 'Openstaand 0-30;Openstaand 31-60', '605,00;0,00', '0,00;605,00'],
  ])('is something else: %s', async (_, heading, first, second) => {
    expect(await openOf(heading, first, second)).toEqual([60500, 60500]);
  });
});
