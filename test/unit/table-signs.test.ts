import { describe, expect, it } from 'vitest';
import { readText, warningsOf } from './table-text.ts';

const read = async (columns: string, rows: readonly string[]) => {
  const reading = await readText(
    `Klantnr;Klant;Factuurnr;Vervaldatum;${columns}\n${rows.map((row, i) => `1;Kok;F${i};31-10-2026;${row}\n`).join('')}`,
  );
  return { amounts: reading.items.map(({ total, open }) => [total, open]), warnings: warningsOf(reading) };
};
const turned = 'zijn met een omgekeerd teken geschreven; ze zijn van het bedrag van de post afgetrokken.';

describe('what comes off an item is taken off, whatever sign its column has', () => {
  it.each([
    ['paid, as it was', 'Bedrag;Betaald', ['200,00;50,00', '-80,00;-30,00'], false],
    ['paid, turned', 'Bedrag;Betaald', ['200,00;-50,00', '-80,00;30,00'], true],
    ['credit, as it is', 'Debet;Credit', ['150,00;', ';50,00'], false],
    ['credit, with a minus', 'Debet;Credit', ['150,00;', ';-50,00'], true],
  ])('%s', async (_, columns, rows, told) => {
    const { amounts, warnings } = await read(columns, rows);
    expect(amounts.map(([, open]) => open)).toEqual([15000, -5000]);
    expect(warnings.some((warning) => warning.endsWith(turned))).toBe(told);
  });

  it('paid beside what is open makes the total', async () => {
    expect((await read('Openstaand;Betaald', ['60,00;-40,00'])).amounts).toEqual([[10000, 6000]]);
    expect((await read('Openstaand;Betaald', ['60,00;40,00'])).amounts).toEqual([[10000, 6000]]);
  });

  it('one amount with the sign of its item tells that the others are what was taken back', async () => {
    const { amounts, warnings } = await read('Bedrag;Betaald', ['200,00;50,00', '100,00;-20,00']);
    expect(amounts.map(([, open]) => open)).toEqual([15000, 12000]);
    expect(warnings.some((warning) => warning.endsWith(turned))).toBe(false);
  });
});

describe('a debtor and what it owes in all, in a line above its items', () => {
  const head = 'Code;Naam;Factuur;Datum;Vervaldatum;Saldo';
  const items = (reading: Awaited<ReturnType<typeof readText>>) =>
    reading.items.map(({ debtorCode, number, open }) => [debtorCode, number, open]);

  it('speaks for them, and is held against them', async () => {
    const list = (second: string) =>
      readText(
        `${head}\n1;Kok;;;;30,00\n;;F1;01-10-2026;;10,00\n;;F2;01-10-2026;;20,00\n2;Vos;;;;${second}\n;;F3;01-10-2026;;5,00\nTotaal;;;;;35,00\n`,
      );
    const reading = await list('5,00');
    expect(items(reading)).toEqual([
      ['1', 'F1', 1000],
      ['1', 'F2', 2000],
      ['2', 'F3', 500],
    ]);
    expect([reading.declaredTotal, reading.warnings]).toEqual([3500, []]);
    expect(warningsOf(await list('6,00'))).toEqual([
      expect.stringContaining('rij 5: het subtotaal is 6,00, de posten ervan zijn samen 5,00'),
    ]);
  });

  it('below its items it speaks for none of the next debtor', async () => {
    const rows = ';;F1;01-10-2026;;10,00\n1;Kok;;;;10,00\n;;F2;01-10-2026;;20,00\n2;Vos;;;;20,00\n';
    const reading = await readText(`${head}\n${rows}`);
    expect(items(reading)).toEqual([]);
    expect(reading.refusal).not.toBeNull();
  });

  it('of a debtor whose rows name it, it is a total as any other', async () => {
    const rows = '1;Kok;F1;01-10-2026;;10,00\n1;Kok;;;;10,00\n2;Vos;F2;01-10-2026;;20,00\n2;Vos;;;;25,00\n';
    const reading = await readText(`${head}\n${rows}`);
    expect(items(reading)).toHaveLength(2);
    expect(warningsOf(reading).join()).toContain('25,00');
  });
});
