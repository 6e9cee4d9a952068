import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDatabase } from '#renderer/db/schema.ts';
import { hashBytes } from '#shared/domain/event.ts';
import { entry, message, statementHead, tag } from './camt-text.ts';
import {
  dropped,
  fewLines,
  file,
  gone,
  invoice,
  list,
  mt940,
  neighbour,
  openItems,
  paid,
  statement,
  strange,
  TestBooks,
  textOf,
} from './drop-books.ts';
import { auditfile, elements, sale } from './xaf-text.ts';
import { zipOf } from './zip-text.ts';

let test: TestBooks;

beforeEach(async () => {
  await deleteDatabase('proef');
  test = new TestBooks();
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

  it('that names another administration above its heading does not come in; one that names this one does', async () => {
    const books = await test.openEmpty();
    const named = async (name: string, title: string) => file(name, `${title}\n${await textOf(list)}`);
    const ours = await named('onze.csv', 'Administratie: 12 Drukkerij Noord BV');
    const theirs = await named('hun.csv', 'Administratie: 13 Smederij Buurman');
    const { preview, outcome } = await dropped(books, [theirs, ours]);
    expect(Object.fromEntries(preview.units.map(({ files, owner }) => [files[0], owner]))).toMatchObject({
      'onze.csv': { owner: 'open', by: 'name' },
      'hun.csv': { owner: 'other', id: 'buurman', by: 'name' },
    });
    expect(outcome.records).toMatchObject([{ fileName: 'onze.csv' }]);
    await books.close();
  });

  it('of other registrations than ours is warned of', async () => {
    const books = await test.openEmpty();
    const titled = file('lijst.csv', `Administratie: Noord\nKvK: 99999999\n${await textOf(list)}`);
    const { units } = await books.openDrop([titled], [neighbour]);
    expect(units[0]).toMatchObject({
      owner: { owner: 'unknown', stated: 'Noord' },
      warnings: [{ problem: { code: 'drop-other-company', params: { company: 'Noord' } } }],
    });
    await books.close();
  });

  it('of every kind is known by the original that was kept, of several files by each', async () => {
    const books = await test.openEmpty();
    const invoices = ['2026-101', '2026-102'].map((number) => file(`${number}.xml`, invoice(number, '605.00')));
    const all = [...invoices, list, statement];
    const ids = new Map<string, string>();
    for (const { name, blob } of all) ids.set(name, `${hashBytes(new Uint8Array(await blob.arrayBuffer()))}.txt`);
    const { id, units } = await books.openDrop(all, []);
    const kept = units.map((unit) => [unit.id, unit.files.map((name) => ({ name, id: ids.get(name)! }))] as const);
    const { records } = await books.confirmDrop(id, {}, Object.fromEntries(kept));
    expect(records.map(({ fileName, source, otherSources }) => [fileName, source, otherSources])).toEqual([
      ['posten.csv', ids.get('posten.csv'), undefined],
      ['2026-101.xml', ids.get('2026-101.xml'), [{ name: '2026-102.xml', id: ids.get('2026-102.xml') }]],
      ['bank.sta', ids.get('bank.sta'), undefined],
    ]);
    await books.close();
  });

  it('does not come in with the original of another', async () => {
    const books = await test.openEmpty();
    const { id, units } = await books.openDrop([statement], []);
    const other = [{ name: 'bank.sta', id: `${hashBytes(new Uint8Array())}.txt` }];
    const outcome = await books.confirmDrop(id, {}, { [units[0]!.id]: other });
    expect(outcome).toMatchObject({ records: [], stopped: { code: 'bad-input' } });
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

  it('of a known account and a new one comes in whole once the new one is ours', async () => {
    const books = await test.openEmpty();
    await dropped(books, [list]);
    const savings = mt940([strange], 'spaar.sta', 'NL02RABO0300065264');
    const both = file('bank.zip', zipOf({ 'a.sta': await textOf(statement), 'b.sta': await textOf(savings) }));
    const { outcome } = await dropped(books, [both], { ours: true });
    expect(outcome.records.map(({ bank }) => bank?.accounts)).toEqual([['NL91ABNA0417164300'], ['NL02RABO0300065264']]);
    expect((await dropped(books, [both])).preview.units).toMatchObject([{ sameAs: 'bank.zip', unchanged: true }]);
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
    const told = test.progress
      .filter((line) => line.startsWith('reading'))
      .map((line) => /^reading (\d+)\/(\d+)$/.exec(line)!.slice(1).map(Number));
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
