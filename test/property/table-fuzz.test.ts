import { describe, expect, it } from 'vitest';
import { tableKinds } from '#shared/formats/table/fields.ts';
import { readTable } from '#shared/formats/table/read.ts';
import fc from './draws.ts';
import { editsUpTo, fuzzRuns, mutated } from './mutated.ts';

const tables = [
  'Openstaande posten per 30-09-2026\nDebiteur: Code;Debiteur: Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand\n1;"Kok; B.V.";F1;01-09-2026;01-10-2026;1.210,00;1.210,00\n;;F2;02-09-2026;;-60,50;-60,50\n2;"Café ""De Hoek""";F3;03-09-2026;;10,00;10,00\nTotaal;;;;;;1.159,50\n',
  'Ouderdom per 30-09-2026\nDebiteurnummer;Naam;Saldo;Niet vervallen;0-30;> 30\n1;Kok;100,00;40,00;60,00;\n2;Bos;-1,50;;;-1,50\nTotaal;;98,50;;;\n',
  'Relatiecode;Naam;Soort;Straat;Huisnummer;Postcode;Plaats;E-mail;Krediettermijn;Saldo\n1;Kok;B;D;1;1234 AB;Ede;x@y.example;14;10,00\n2;Bos;P;;;;;;30;0,00\n',
  'Factuurnummer,Contact,Factuurdatum,Status,Totaal,Betaald,Betalingskorting\nF1,"Kok, B.V.",2026-09-01,Open,121.00,0.00,2% binnen 8 dagen\nF2,Kok,2026-09-01,Betaald,121.00,121.00,\n,Kok,2026-09-02,Concept,1.00,,\n',
  'fldDagboek;fldBoekingcode;Datum;Grootboeknummer;Debet;Credit;ImportBoekingID;Relatiecode;Factuurnummer\nV;1;03-08-2026;1300;1210,00;;;20001;26011\nB;2;20-08-2026;1300;;500,00;;20001;26011\n',
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Posten"><Table><Row><Cell><Data ss:Type="String">Klant</Data></Cell><Cell><Data ss:Type="String">Factuurnummer</Data></Cell><Cell><Data ss:Type="String">Factuurdatum</Data></Cell><Cell><Data ss:Type="String">Openstaand</Data></Cell></Row><Row ss:Index="3"><Cell><Data ss:Type="String">Kok</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="DateTime">2026-09-01T00:00:00.000</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">-1.5E2</Data></Cell></Row></Table></Worksheet></Workbook>',
  '<office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Posten"><table:table-row><table:table-cell office:value-type="string"><text:p>Klant</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Factuurnummer</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Openstaand</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>Kok<text:s text:c="2"/>B.V.</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>F1</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12.5"/></table:table-row></table:table></office:spreadsheet></office:body></office:document>',
];
const words = [
  ';',
  '"',
  '\n',
  '\r',
  '\t',
  ',',
  '1E400',
  '99999999999999999999',
  '€',
  '\u001a',
  '\ufeff',
  'Totaal',
  '31-02-2026',
  '(',
  '2%',
  '</Row>',
  ' ss:Index="9999999"',
  ' table:number-columns-repeated="16384"',
];

async function isReadOrRefused(bytes: Uint8Array, tableKind?: (typeof tableKinds)[number]): Promise<void> {
  const reading = await readTable({ fileName: 'x.csv', bytes, ...(tableKind && { choices: { tableKind } }) });
  for (const { open, total, debtor } of reading.items) {
    expect(Number.isSafeInteger(open) && Number.isSafeInteger(total)).toBe(true);
    expect(reading.debtors[debtor]).toBeDefined();
  }
  if (reading.kind === 'debtors' || reading.kind === 'control') expect(reading.items).toEqual([]);
  if (reading.control) {
    const sum = reading.control.debtors.reduce((total, { open }) => total + open, 0);
    expect(sum).toBe(reading.control.total);
  }
}

describe('mutated tables', () => {
  it(`${fuzzRuns} of them are read or refused, never anything else`, { timeout: fuzzRuns * 100 + 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        editsUpTo(6, 500, 80),
        fc.option(fc.constantFrom(...tableKinds), { nil: undefined }),
        (text, edits, kind) => isReadOrRefused(mutated(text, edits, words), kind),
      ),
      { numRuns: fuzzRuns },
    );
  });

  const head = 'Klant;Factuurnummer;Factuurdatum;Openstaand';
  it.each<readonly [string, string]>([
    ['a cell of nearly a megabyte', `${head}\nKok;F1;01-09-2026;${'1'.repeat(900_000)}\n`],
    ['a date of nearly a megabyte', `${head}\nKok;F1;${'1-'.repeat(450_000)};1,00\n`],
    ['terms of nearly a megabyte', `${head};Betalingsconditie\nKok;F1;01-09-2026;1,00;${'2% '.repeat(300_000)}\n`],
    ['a megabyte of quotes', `${head}\n${'"'.repeat(900_000)}\n`],
    ['twenty thousand lone quotes', `${head}\n${'Kok;"F1;01-09-2026;1,00\n'.repeat(20_000)}`],
    ['twenty thousand times the header', `${head}\n`.repeat(20_000)],
    ['twenty thousand totals', `${head}\nTotaal;;;1,00\n${'Totaal;;;1,00\n'.repeat(20_000)}`],
    ['twenty thousand times one invoice', `${head}\n${'Kok;F1;01-09-2026;1,00\n'.repeat(20_000)}`],
    ['twenty thousand empty lines', `${head}\n${'\n'.repeat(20_000)}Kok;F1;01-09-2026;1,00\n`],
    [
      'four hundred columns',
      `${head}${';x'.repeat(400)}\n${`Kok;F1;01-09-2026;1,00${';'.repeat(400)}\n`.repeat(2000)}`,
    ],
  ])('%s is read or refused before the test runs out of time', { timeout: 30_000 }, async (_, text) => {
    await isReadOrRefused(new TextEncoder().encode(text));
  });
});
