import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { deleteDatabase } from '#renderer/db/schema.ts';
import type { BooksService } from '#renderer/workers/books-service.ts';
import { type LookReason, reasonToLook } from '#shared/domain/drop/certain.ts';
import {
  dropped,
  fewLines,
  file,
  type Line,
  list,
  mt940,
  neighbour,
  openItems,
  paid,
  pdf,
  statement,
  TestBooks,
} from './drop-books.ts';

let books: BooksService;

beforeEach(async () => {
  await deleteDatabase('proef');
  books = await new TestBooks().openEmpty();
});

afterEach(() => books.close());

/** Why files would be left for a person; null: they can be confirmed with nobody looking. */
async function why(...files: readonly OfferedFile[]): Promise<LookReason | null> {
  const preview = await books.openDrop(files, [neighbour]);
  return reasonToLook(preview, await books.reconciliationAfter(preview.id));
}

const asOf = '2026-11-12';
const account = (iban: string) => mt940([paid], 'bank.sta', iban);
const many: readonly Line[] = Array.from({ length: 12 }, (_, at) => [
  '10001',
  'Café de Zon',
  `2026-${100 + at}`,
  '10,00',
]);
/** A list with a totals row under it. */
const withTotal = (total: string) =>
  file(
    'totaal.csv',
    [
      `Openstaande posten per ${asOf}`,
      'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand',
      '10001;Café de Zon;2026-001;01-09-2026;01-10-2026;121,00',
      '10002;Hotel Maan;2026-003;01-09-2026;01-10-2026;1.210,00',
      `Totaal;;;;;${total}`,
    ].join('\r\n'),
  );

describe('a drop is confirmed with nobody looking', () => {
  it('when list and bank of the administration are read whole and agree', async () => {
    expect(await why(list, statement)).toBeNull();
    expect(await why(withTotal('1.331,00'))).toBeNull();
  });

  it('when a statement follows a list that is in the books', async () => {
    await dropped(books, [list]);
    expect(await why(statement)).toBeNull();
  });

  it('when part of it is of another administration, was imported before or lies there twice', async () => {
    await dropped(books, [list]);
    const twice = { ...list, name: 'kopie.csv' };
    expect(await why(list, twice, account(neighbour.accounts[0] ?? ''), statement)).toBeNull();
  });
});

describe('a person looks', () => {
  const cases: readonly (readonly [reason: LookReason['reason'], files: readonly OfferedFile[]])[] = [
    ['date', [openItems()]],
    ['account', [list, account('NL44RABO0123456789')]],
    ['refused', [list, file('brief.bin', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))]],
    [
      'columns',
      [file('posten.csv', 'Klant;Factuurnummer;Iets\r\nCafé de Zon;2026-001;tekst\r\nHotel Maan;2026-002;tekst')],
    ],
    ['total', [withTotal('1.400,00')]],
    ['rows', [openItems([...fewLines, ['10002', 'Hotel Maan', '2026-009', 'veel']], 'posten.csv', asOf)]],
    ['warning', [list, file('los.pdf', pdf('niets'))]],
    ['no-list', [statement]],
  ];
  test.each(cases)('%s', async (reason, files) => {
    expect((await why(...files))?.reason).toBe(reason);
  });

  it('when a statement does not add up', async () => {
    const text = (await statement.blob.text()).replace(/:62F:C(\d{6})EUR[\d,]+/, ':62F:C$1EUR9,99');
    expect((await why(list, file('bank.sta', text)))?.reason).toBe('balance');
  });

  it('when most of what is open is missing from a list', async () => {
    await dropped(books, [openItems(many, 'veel.csv', asOf)]);
    expect((await why(openItems(many.slice(0, 3), 'weinig.csv', '2026-11-15')))?.reason).toBe('missing');
  });

  it('when nothing of a list that names no administration is known', async () => {
    await dropped(books, [list]);
    const other: readonly Line[] = [['77', 'Niemand Hier', 'X-1', '5,00']];
    expect((await why(openItems(other, 'anders.csv', '2026-11-15')))?.reason).toBe('stranger');
  });

  it('but not when a report of totals beside the list says the same', async () => {
    const head = 'Saldi per 12-11-2026\r\nDebiteurnummer;Naam;Saldo';
    const report = file('saldi.csv', `${head}\r\n10001;Café de Zon;363,00\r\n10002;Hotel Maan;1210,00`);
    expect(await why(list, report)).toBeNull();
  });

  it('when a report of totals differs from the books', async () => {
    await dropped(books, [list]);
    const report = file('saldi.csv', 'Saldi per 12-11-2026\r\nDebiteurnummer;Naam;Saldo\r\n10001;Café de Zon;1,00');
    expect((await why(report))?.reason).toBe('control');
  });

  it('when the books come to something nobody can explain', async () => {
    const preview = await books.openDrop([list], []);
    const after = await books.reconciliationAfter(preview.id);
    expect(after?.unexplained).toBe(0);
    expect(after && reasonToLook(preview, { ...after, unexplained: 1 })).toEqual({
      reason: 'unexplained',
      difference: 1,
    });
  });
});
