import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { deleteDatabase } from '#renderer/db/schema.ts';
import type { BooksService } from '#renderer/workers/books-service.ts';
import { entry, message, statementHead, tag } from './camt-text.ts';
import {
  base64,
  dropped,
  file,
  gone,
  invoice,
  list,
  mt940,
  openItems,
  pdf,
  type Receipt,
  statement,
  TestBooks,
  textOf,
  us,
  zon,
} from './drop-books.ts';
import { embedded, ublText } from './ubl-text.ts';
import { zipOf } from './zip-text.ts';

let test: TestBooks;

beforeEach(async () => {
  await deleteDatabase('proef');
  test = new TestBooks();
});

const itemOf = async (books: BooksService, debtorId: number, number: string) =>
  Object.values((await books.ledger(debtorId))?.item ?? {}).find((item) => item.number === number);

describe('files of several kinds dropped together', () => {
  const invoices = zipOf({
    'a.xml': invoice('2026-101', '605.00', embedded('application/pdf', 'factuur.pdf', base64(pdf('een')))),
    'b.xml': invoice('2026-102', '100.00'),
    'kopie 2026-102.pdf': pdf('twee'),
    'inkoop.xml': ublText({ number: 'I-9', supplier: zon, customer: us }),
  });
  const all: readonly OfferedFile[] = [
    statement,
    file('facturen.zip', invoices),
    file('scans/2026-003.pdf', pdf('drie')),
    list,
  ];

  it('come in as lists, invoices, bank, each against what the one before it leaves', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop(all, []);
    expect(preview.units.map(({ kind, files }) => [kind, files])).toEqual([
      ['list', ['posten.csv']],
      ['invoices', ['facturen.zip', 'scans/2026-003.pdf']],
      ['bank', ['bank.sta']],
    ]);
    expect(preview.units[1]).toMatchObject({
      owner: { owner: 'open' },
      invoices: { invoices: 2, credits: 0, known: 0, copies: 3, refused: [{ file: 'facturen.zip/inkoop.xml' }] },
    });
    expect(preview.units[2]).toMatchObject({
      owner: { owner: 'open', by: 'account' },
      bank: { lines: 2, linesMatched: 1, linesToReview: 1, matchedCents: 12_100 },
    });
    expect(preview).toMatchObject({
      openBefore: [],
      openAfter: [{ currency: 'EUR', cents: 157_300 + 70_500 - 12_100 }],
    });
    expect(test.journal.status('proef').seq).toBe(1);
    await books.close();
  });

  it('are one commit each, can be undone together, and change nothing a second time', async () => {
    const books = await test.openEmpty();
    const { outcome, preview } = await dropped(books, all);
    expect(outcome.stopped).toBeNull();
    expect(outcome.records.map(({ kind, group }) => [kind ?? 'list', group])).toEqual(
      ['list', 'invoices', 'bank'].map((kind) => [kind, outcome.records[0]?.group]),
    );
    expect(test.journal.status('proef').seq).toBe(4);
    const open = (await books.summaries()).reduce((sum, summary) => sum + summary.open, 0);
    expect([{ currency: 'EUR', cents: open }]).toEqual(preview.openAfter);
    expect(await books.bankReview()).toMatchObject([{ line: { amount: 7777, state: 'review' } }]);

    const again = await dropped(books, all);
    expect(again.outcome).toEqual({ records: [], stopped: null });
    expect(again.preview.units.every(({ sameAs, unchanged }) => sameAs !== null && unchanged)).toBe(true);
    const anyway = await dropped(books, all, { take: true });
    expect(anyway.outcome).toEqual({ records: [], stopped: null });
    expect(test.journal.status('proef').seq).toBe(4);

    await books.undoImports(outcome.records.map(({ id }) => id).reverse());
    expect(test.journal.status('proef').seq).toBe(5);
    expect(await books.summaries()).toEqual([]);
    expect(await books.bankReview()).toEqual([]);
    await books.close();
  });

  it('are the same books after a start, from the database and from the journal alone', async () => {
    const books = await test.openEmpty();
    await dropped(books, all);
    const seen = async (of: BooksService) => ({
      summaries: await of.summaries(),
      ledgers: [await of.ledger(1), await of.ledger(2)],
      review: await of.bankReview(),
      taken: await of.bankTaken(10),
      imports: (await of.imports()).map(({ id }) => id),
    });
    const before = await seen(books);
    expect(before.taken).toHaveLength(1);
    await books.close();
    const started = test.service();
    expect(await started.open('proef')).toMatchObject({ state: 'ready', replayed: 0 });
    expect(await seen(started)).toEqual(before);
    await started.close();
    await deleteDatabase('proef');
    test.journal.backUp('proef', 'on-demand');
    const rebuilt = test.service();
    await rebuilt.open('proef');
    expect(await seen(rebuilt)).toEqual(before);
    // The lines of the statement are still known, whatever file brings them.
    const other = await dropped(rebuilt, [file('zelfde-dag.sta', `${await textOf(statement)}\r\n`)]);
    expect(other.preview.units).toMatchObject([{ bank: { lines: 2, linesKnown: 2 }, unchanged: true }]);
    await rebuilt.close();
  });

  it('keep the copies of invoices with their items, once', async () => {
    const books = await test.openEmpty();
    await dropped(books, all);
    expect([...test.kept.values()].map((bytes) => new TextDecoder().decode(bytes).split('\n')[1])).toEqual(
      ['twee', 'een', 'drie'].sort((a, b) => ['een', 'twee', 'drie'].indexOf(a) - ['een', 'twee', 'drie'].indexOf(b)),
    );
    const copies = Object.values((await books.ledger(1))?.copy ?? {});
    const named = await itemOf(books, 1, '2026-101');
    expect(copies.find(({ itemId }) => itemId === named?.id)).toMatchObject({
      name: 'factuur.pdf',
      mime: 'application/pdf',
      bytes: pdf('een').length,
    });
    expect(copies.every(({ fileId }) => test.kept.has(fileId))).toBe(true);
    expect(Object.values((await books.ledger(2))?.copy ?? {})).toMatchObject([{ name: '2026-003.pdf' }]);
    await books.close();
  });

  it('stop at the one that cannot be kept, which is named; what came before it stands', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop(all, []);
    test.diskFull = true;
    const outcome = await books.confirmDrop(preview.id, {}, {});
    expect(outcome.records).toMatchObject([{ fileName: 'posten.csv' }]);
    expect(outcome.stopped).toMatchObject({ unit: preview.units[1]?.id });
    expect(test.journal.status('proef').seq).toBe(2);
    // It is still there to be confirmed once there is room; the list is not written twice.
    test.diskFull = false;
    const rest = await books.confirmDrop(preview.id, {}, {});
    const { group } = outcome.records[0]!;
    expect(rest).toMatchObject({
      stopped: null,
      records: [
        { kind: 'invoices', group },
        { kind: 'bank', group },
      ],
    });
    await books.close();
  });
});

describe('who is late', () => {
  const late = async (books: BooksService) =>
    (await books.summaries()).filter(({ overdue }) => overdue > 0).map(({ id, overdue }) => [id, overdue]);
  const zonPays: Receipt = [
    '2026-11-18',
    '363.00',
    'NL02ABNA0123456789',
    'Café de Zon',
    'facturen 2026-001 en 2026-002',
  ];
  const storno = message(
    statementHead('EUR', '13') +
      entry({
        amount: '363.00',
        side: 'DBIT',
        booked: tag('Dt', '2026-11-19'),
        reference: 'STORNO1',
        details: tag(
          'TxDtls',
          tag('RmtInf', tag('Ustrd', 'facturen 2026-001 en 2026-002')) +
            tag('RltdPties', tag('DbtrAcct', tag('Id', tag('IBAN', 'NL02ABNA0123456789')))) +
            tag('RtrInf', tag('Rsn', tag('Cd', 'MD06'))),
        ),
      }),
  );

  it('loses who paid, and has them back when the bank takes the money back', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const before = await late(books);
    expect(before).toEqual([
      [1, 36_300],
      [2, 121_000],
    ]);
    await dropped(books, [mt940([zonPays])]);
    expect(await late(books)).toEqual(before.slice(1));
    const { outcome } = await dropped(books, [file('storno.xml', storno)]);
    expect(outcome.records).toMatchObject([{ bank: { returns: 1 } }]);
    expect(await late(books)).toEqual(before);
    await books.undoImports(outcome.records.map(({ id }) => id));
    expect(await late(books)).toEqual(before.slice(1));
    await books.close();
  });
});

describe('bad moments', () => {
  it('a journal that takes no more leaves nothing half imported', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop([list, statement], []);
    let calls = 0;
    test.beforeAppend = () => {
      if (++calls === 2) test.journal.damage('proef');
    };
    const outcome = await books.confirmDrop(preview.id, {}, {});
    expect(outcome).toMatchObject({ records: [{ fileName: 'posten.csv' }], stopped: { code: 'journal-broken' } });
    expect((await books.imports()).map(({ fileName }) => fileName)).toEqual(['posten.csv']);
    expect(await books.bankReview()).toEqual([]);
    await books.close();
  });

  it('a PDF that was taken away meanwhile leaves the other invoices whole', async () => {
    const books = await test.openEmpty();
    const { preview, outcome } = await dropped(books, [
      file('a.xml', invoice('2026-101', '605.00')),
      { name: 'weg.pdf', blob: gone() },
      file('b.xml', invoice('2026-102', '100.00')),
    ]);
    expect(preview.units.map(({ files, refusal }) => [files[0], refusal?.code ?? null])).toEqual([
      ['a.xml', null],
      ['weg.pdf', 'drop-unreadable'],
    ]);
    expect(outcome.records).toMatchObject([{ itemsNew: 2 }]);
    await books.close();
  });

  it('a folder of 400 PDFs links those whose number is known, and names the others', async () => {
    const books = await test.openEmpty();
    const lines = Array.from({ length: 300 }, (_nothing, i) => ['1', 'Café de Zon', `V${1000 + i}`, '10,00'] as const);
    await dropped(books, [openItems(lines)]);
    const folder = Array.from({ length: 400 }, (_nothing, i) => file(`facturen/V${1000 + i}.pdf`, pdf(`${i}`)));
    const { preview, outcome } = await dropped(books, folder);
    expect(preview.units).toMatchObject([{ kind: 'invoices', invoices: { files: 400, invoices: 0, copies: 300 } }]);
    expect(preview.units[0]?.warnings.map(({ problem }) => problem.code)).toEqual(Array(100).fill('copy-unlinked'));
    expect(outcome.records).toHaveLength(1);
    expect(test.kept.size).toBe(300);
    expect(Object.keys((await books.ledger(1))?.copy ?? {})).toHaveLength(300);
    await books.close();
  });
});

describe('a PDF whose name says nothing', () => {
  it('is found by number and total in its text, both of them', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const { preview } = await dropped(books, [
      file('scan1.pdf', pdf('Factuur 2026-003 Totaal € 1.210,00')),
      file('scan2.pdf', pdf('Betreft 2026-001, totaal 9,99')),
      file('scan3.pdf', pdf('2026-001 121,00 en 2026-002 242,00')),
      file('scan4.pdf', pdf('')),
    ]);
    expect(preview.units[0]?.warnings.map(({ file: name }) => name)).toEqual(['scan2.pdf', 'scan3.pdf', 'scan4.pdf']);
    expect(Object.values((await books.ledger(2))?.copy ?? {})).toMatchObject([{ name: 'scan1.pdf' }]);
    expect(Object.values((await books.ledger(1))?.copy ?? {})).toEqual([]);
    await books.close();
  });
});
