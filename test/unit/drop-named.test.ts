import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDatabase } from '#renderer/db/schema.ts';
import { dropped, file, TestBooks } from './drop-books.ts';
import { zipOf } from './zip-text.ts';

let test: TestBooks;

beforeEach(async () => {
  await deleteDatabase('proef');
  test = new TestBooks();
});

const cells = (values: readonly string[]) =>
  `<table:table-row>${values.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;

/** A spreadsheet of LibreOffice with these rows. */
function ods(...rows: readonly (readonly string[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Posten">${rows.map(cells).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [encoder.encode('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': encoder.encode(content),
  });
}

const list = ods(
  ['Debiteurnummer', 'Naam', 'Factuurnummer', 'Factuurdatum', 'Vervaldatum', 'Openstaand'],
  ['900', 'Slagerij Kok', 'F900', '01-10-2026', '31-10-2026', '121,00'],
);
const coda = `0000002022612505        00000001  ${' '.repeat(94)}\n12001\n`;

describe('files that are known by name among those that are read', () => {
  it('are refused with what they are, alone and in a zip; a list of LibreOffice comes in', async () => {
    const books = await test.openEmpty();
    const { preview, outcome } = await dropped(books, [
      file('posten.ods', list),
      file('afschrift.cod', coda),
      file(
        'map.zip',
        zipOf({ 'tweede.cod': `${coda}22001\n`, 'kas.csv': 'Datum;Omschrijving;Ontvangsten;Uitgaven;Saldo\n' }),
      ),
    ]);
    expect(
      preview.units.map(({ files, format, table }) => [files[0], format, table?.refusal?.code ?? null]).sort(),
    ).toEqual([
      ['afschrift.cod', 'coda', 'is-coda'],
      ['map.zip/kas.csv', 'table', 'is-cash-book'],
      ['map.zip/tweede.cod', 'coda', 'is-coda'],
      ['posten.ods', 'ods', null],
    ]);
    expect(outcome.records).toMatchObject([{ fileName: 'posten.ods', format: 'ods' }]);
    await books.close();
  });
});
