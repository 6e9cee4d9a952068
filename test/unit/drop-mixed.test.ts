import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { deleteDatabase } from '#renderer/db/schema.ts';
import type { BooksService } from '#renderer/workers/books-service.ts';
import { entry, message, statementHead, tag } from './camt-text.ts';
import {
  base64,
  dropped,
  fewLines,
  mt940,
  neighbour,
  openItems,
  ownKvk,
  pdf,
  type Receipt,
  TestBooks,
} from './drop-books.ts';
import { embedded, party, totals, ublText } from './ubl-text.ts';
import { auditfile, elements, sale } from './xaf-text.ts';
import { zipOf } from './zip-text.ts';

let test: TestBooks;

beforeEach(async () => {
  await deleteDatabase('proef');
  test = new TestBooks();
});

const file = (name: string, content: string | Uint8Array): OfferedFile => ({
  name,
  blob: new Blob([content as BlobPart]),
});

const us = party('Drukkerij Noord B.V.', ownKvk);
const zon = party('Café de Zon', '44444444');
const invoice = (number: string, amount: string, more = '') =>
  ublText({
    number,
    date: '2026-11-15',
    due: '2026-12-15',
    supplier: us,
    customer: zon,
    head: more,
    totals: totals(amount, amount, amount),
  });

const list = openItems(fewLines, 'posten.csv', '2026-11-12');
const paid: Receipt = ['2026-11-18', '121.00', 'NL02ABNA0123456789', 'Café de Zon', 'factuur 2026-001'];
const strange: Receipt = ['2026-11-18', '77.77', 'NL02RABO0123456789', 'J. Onbekend', 'zie brief'];
const statement = mt940([paid, strange]);

/** A file that was taken away after it was dropped. */
const gone = (): Blob =>
  Object.assign(new Blob(['Nummer;Open']), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
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
    expect(preview).toMatchObject({ openBefore: 0, openAfter: 157_300 + 70_500 - 12_100 });
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
    expect(open).toBe(preview.openAfter);
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

describe('a file', () => {
  const neighbours = mt940([paid], 'buurman.sta', 'NL20INGB0001234567');
  const unknown = mt940([paid], 'nieuw.sta', 'NL02RABO0300065264');

  it('of another administration is named and does not come in', async () => {
    const books = await test.openEmpty();
    const { preview, outcome } = await dropped(books, [list, neighbours]);
    expect(preview.units[1]?.owner).toEqual({ owner: 'other', id: 'buurman', name: 'Smederij Buurman', by: 'account' });
    expect(preview.units[1]?.bank).toBeUndefined();
    expect(outcome.records).toMatchObject([{ fileName: 'posten.csv' }]);
    await books.close();
  });

  it('of several administrations comes in for this one alone', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const both = file('kantoor.zip', zipOf({ 'a.sta': await textOf(statement), 'b.sta': await textOf(neighbours) }));
    const { preview, outcome } = await dropped(books, [both]);
    expect(preview.units.map(({ owner }) => owner.owner).sort()).toEqual(['open', 'other']);
    expect(outcome.records).toMatchObject([{ bank: { lines: 2, accounts: ['NL91ABNA0417164300'] } }]);
    await books.close();
  });

  it('of an account nobody knows asks once whose it is', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const { preview, outcome } = await dropped(books, [unknown]);
    expect(preview.units).toMatchObject([{ owner: { owner: 'unknown-account', accounts: ['NL02RABO0300065264'] } }]);
    expect(outcome.records).toEqual([]);
    const ours = await dropped(books, [unknown], { ours: true });
    expect(ours.outcome.records).toMatchObject([{ bank: { linesMatched: 1 } }]);
    expect(await books.settings()).toMatchObject({ 'bank-accounts': ['NL02RABO0300065264'] });
    const next = await books.openDrop([mt940([strange], 'morgen.sta', '300065264', '3')], []);
    expect(next.units).toMatchObject([{ owner: { owner: 'open', by: 'account' } }]);
    await books.close();
  });

  it('of that account beside it needs no second answer', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const account = 'NL02RABO0300065264';
    const days = [
      mt940([paid], 'a.sta', account),
      mt940([strange], 'b.sta', account, '2'),
      mt940([paid], 'c.sta', '77'),
    ];
    const { id, units } = await books.openDrop(days, [neighbour]);
    const [second] = units.filter(({ files }) => files[0] === 'b.sta');
    const chosen = { [second!.id]: { ours: true } };
    const preview = await books.chooseDrop(id, chosen);
    expect(preview.units.map(({ files, owner }) => [files[0], owner.owner])).toEqual([
      ['a.sta', 'open'],
      ['b.sta', 'unknown-account'],
      ['c.sta', 'unknown-account'],
    ]);
    expect((await books.chooseDrop(id, {})).units.map(({ owner }) => owner.owner)).toEqual(
      Array(3).fill('unknown-account'),
    );
    expect((await books.confirmDrop(id, chosen, {})).records.map(({ fileName }) => fileName)).toEqual([
      'a.sta',
      'b.sta',
    ]);
    expect(await books.settings()).toMatchObject({ 'bank-accounts': [account] });
    await books.close();
  });

  it('that is refused says why and never stops the others', async () => {
    const books = await test.openEmpty();
    const zeros = new Uint8Array(25 * 1024 * 1024);
    zeros.set(new TextEncoder().encode(invoice('2026-1', '1.00').slice(0, 900)));
    const bomb = zipOf({ 'nullen.xml': zeros });
    const { preview, outcome } = await dropped(books, [
      file('leeg.csv', ''),
      file('bom.zip', bomb),
      file('kapot.zip', zipOf({ 'a.xml': 'x' }).subarray(0, 60)),
      file('plaatje.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
      file('vreemd.xml', '<?xml version="1.0"?><zomaar/>'),
      file('afgebroken.xaf', auditfile().slice(0, 400)),
      { name: 'weg.csv', blob: gone() },
      list,
    ]);
    const why = Object.fromEntries(
      preview.units.map(({ files, refusal, table, invoices, warnings }) => [
        files[0],
        refusal?.code ?? table?.refusal?.code ?? invoices?.refused[0]?.problem.code ?? warnings[0]?.problem.code ?? '',
      ]),
    );
    expect(why).toEqual({
      'posten.csv': '',
      'leeg.csv': 'drop-empty',
      'bom.zip/nullen.xml': 'archive-too-large',
      'kapot.zip': 'archive-damaged',
      'plaatje.png': 'is-image',
      'vreemd.xml': 'drop-unknown-xml',
      'afgebroken.xaf': 'xaf-truncated',
      'weg.csv': 'drop-unreadable',
    });
    expect(outcome).toMatchObject({ stopped: null, records: [{ fileName: 'posten.csv' }] });
    await books.close();
  });

  it('that was dropped twice under two names counts once', async () => {
    const books = await test.openEmpty();
    const { preview, outcome } = await dropped(books, [list, { ...list, name: 'kopie van posten.csv' }]);
    expect(preview.units.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'drop-twice']);
    expect(outcome.records).toHaveLength(1);
    await books.close();
  });
});

describe('tables in a zip', () => {
  it('are one unit each, and read again with the choices for that one', async () => {
    const books = await test.openEmpty();
    const tables = zipOf({ 'a/posten.csv': await textOf(list), 'los.csv': await textOf(openItems([fewLines[0]!])) });
    const { id, units } = await books.openDrop([file('lijsten.zip', tables)], []);
    expect(units.map(({ files }) => files[0])).toEqual(['lijsten.zip/a/posten.csv', 'lijsten.zip/los.csv']);
    const chosen = { [units[1]!.id]: { columns: { 5: null } }, [units[0]!.id]: { take: false } };
    const preview = await books.chooseDrop(id, chosen);
    expect(preview.units.map(({ table }) => table?.columns[5]?.field)).toEqual(['open', null]);
    await books.close();
  });
});

describe('an auditfile', () => {
  const company = elements(`companyName="Drukkerij Noord B.V."`);
  const posts = sale('1', 'custSupID=K1 docRef=F-1', '100.00');
  it('comes in as a list, told by its company, its parts as one', async () => {
    const books = await test.openEmpty();
    const whole = auditfile({ company, journals: posts });
    const cut = whole.indexOf('<journal>');
    const { preview } = await dropped(books, [
      file('boek-2.xaf', `<!-- Vervolgbestand 2 van 2 -->${whole.slice(cut)}`),
      file('boek.xaf', whole.slice(0, cut)),
    ]);
    expect(preview.units).toMatchObject([
      { files: ['boek.xaf', 'boek-2.xaf'], format: 'xaf', owner: { owner: 'open', by: 'name' } },
    ]);
    await books.close();
  });

  it('of another company is pointed out', async () => {
    const books = await test.openEmpty();
    const facts = 'companyName="Drukkerij Noord B.V." taxRegIdent=NL111111110B01';
    const other = auditfile({ company: elements(facts), journals: posts });
    const { preview } = await dropped(books, [file('boek.xaf', other)]);
    expect(preview.units[0]?.warnings[0]?.problem).toMatchObject({ code: 'drop-other-company' });
    await books.close();
  });
});

describe('a notification of the bank', () => {
  it('takes the batch of the statement beside it apart', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const booked = tag('Dt', '2026-11-18');
    const part = (amount: string, text: string) =>
      tag('TxDtls', tag('Amt', amount) + tag('RmtInf', tag('Ustrd', text)));
    const parts = part('121.00', 'factuur 2026-001') + part('242.00', 'factuur 2026-002');
    const batch = { amount: '363.00', booked, reference: 'BATCH1' };
    const { preview } = await dropped(books, [
      file('detail.xml', message(statementHead() + entry({ ...batch, details: parts }), '054')),
      file('dag.xml', message(statementHead() + entry({ ...batch, details: tag('Btch', tag('NbOfTxs', '2')) }))),
    ]);
    expect(preview.units).toMatchObject([{ files: ['dag.xml', 'detail.xml'], kind: 'bank', bank: { lines: 2 } }]);
    await books.close();
  });
});

describe('a reading', () => {
  it('tells how far it is in bytes over all files, and never goes back', async () => {
    const books = await test.openEmpty();
    const files = [list, statement, file('boek.xaf', auditfile({ journals: sale('1', 'custSupID=K1', '5.00') }))];
    await books.openDrop(files, []);
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    const told = test.progress.map((line) => /^reading (\d+)\/(\d+)$/.exec(line)!.slice(1).map(Number));
    expect(told.at(-1)).toEqual([total, total]);
    expect(told.every(([done = 0], i) => done >= (told[i - 1]?.[0] ?? 0))).toBe(true);
    await books.close();
  });

  it('stops between two pieces when it is left, and holds nothing up', async () => {
    const books = await test.openEmpty();
    const many = Array.from({ length: 50 }, (_nothing, i) => openItems(fewLines, `lijst ${i}.csv`, '2026-11-12'));
    const reading = books.openDrop(many, []);
    await books.leaveDrop(null);
    await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect((await books.openDrop([list], [])).units).toHaveLength(1);
    await books.close();
  });

  it('of an auditfile stops too', async () => {
    const books = await test.openEmpty();
    const posts = Array.from({ length: 20_000 }, (_nothing, i) => sale(`${i}`, `custSupID=K1 docRef=F-${i}`, '5.00'));
    const reading = books.openDrop([file('boek.xaf', auditfile({ journals: posts.join('') }))], []);
    setTimeout(() => void books.leaveDrop(null), 1);
    await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } });
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

async function textOf({ blob }: OfferedFile): Promise<string> {
  return blob.text();
}
