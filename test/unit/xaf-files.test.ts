import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXaf, readXafSet } from '#shared/formats/xaf/read.ts';
import {
  auditfile,
  codesOf,
  elements,
  fileOf,
  latin,
  openOf,
  readText,
  receipt,
  refusalOf,
  sale,
  utf8,
} from './xaf-text.ts';

describe('what a file declares is held against what it holds', () => {
  const totals = (lines: number, debit: string, credit: string) =>
    elements(`linesCount=${lines} totalDebit=${debit} totalCredit=${credit}`);
  const journals = sale('1', 'custSupID=K1 invRef=F1', '10.00');
  it.each([
    ['right', totals(2, '10.00', '10.00'), []],
    ['transactions counted for lines', totals(1, '10.00', '10.00'), []],
    ['fewer lines', totals(3, '10.00', '10.00'), ['xaf-lines-transactions']],
    ['other totals', totals(2, '11.00', '10.00'), ['xaf-totals-transactions']],
  ])('%s', async (_, declared, codes) => {
    const found = codesOf(await readText(auditfile({ journals, declared })));
    expect(found.filter((code) => /lines|totals/.test(code))).toEqual(codes);
  });

  it('bookings of another year, and a year that is not of its days, are told', async () => {
    const header = elements('fiscalYear=2024 startDate=2026-01-01 endDate=2026-12-31');
    const codes = codesOf(await readText(auditfile({ journals, header })));
    expect(codes).toContain('xaf-other-year');
    expect(codes).toContain('xaf-year-differs');
  });

  it('an export within the year is as of its own day', async () => {
    const header = elements('fiscalYear=2025 startDate=2025-01-01 endDate=2025-12-31 dateCreated=2025-06-30');
    expect((await readText(auditfile({ header }))).asOf).toBe('2025-06-30');
    expect((await readText(auditfile())).asOf).toBe('2025-12-31');
  });
});

describe('bytes as they come', () => {
  const named = (declaration: string) =>
    auditfile({
      declaration,
      relations: '<customerSupplier><custSupID>K1</custSupID><custSupName>Café Zoë</custSupName></customerSupplier>',
    });
  it('a declared encoding that is false is told and read as windows-1252', async () => {
    const reading = await readText(latin(named('<?xml version="1.0" encoding="UTF-8"?>')));
    expect([reading.encoding, reading.relations[0]?.name, reading.relations.length]).toEqual([
      'windows-1252',
      'Café Zoë',
      1,
    ]);
    expect(codesOf(reading)).toContain('encoding-false');
    expect((await readText(latin(named('<?xml version="1.0" encoding="ISO-8859-1"?>')))).relations[0]?.name).toBe(
      'Café Zoë',
    );
  });

  it('a bare ampersand is text, an entity is not', async () => {
    const reading = await readText(
      auditfile({
        relations:
          '<customerSupplier><custSupID>K1</custSupID><custSupName>A & B &amp; C &#38; D&E;</custSupName></customerSupplier>',
      }),
    );
    expect(reading.relations[0]?.name).toBe('A & B & C & D&E;');
    expect(codesOf(reading)).toContain('xaf-ampersand');
  });

  it.each([
    ['CafÃ© De Kade', ['xaf-mojibake']],
    ['Café De Kade', []],
  ])('%s: names that were kept in a wrong encoding are warned about', async (name, warned) => {
    const relations = `<customerSupplier><custSupID>K1</custSupID><custSupName>${name}</custSupName></customerSupplier>`;
    const reading = await readText(auditfile({ relations }));
    expect(codesOf(reading).filter((code) => code === 'xaf-mojibake')).toEqual(warned);
  });

  it('packed as gzip or zip, beside other files', async () => {
    const packed = [
      gzipSync(utf8(auditfile())),
      zipSync({ 'lees mij.txt': utf8('hoi'), 'map/boek.xaf': utf8(auditfile()) }),
    ];
    for (const bytes of packed)
      expect(await readXaf(fileOf(bytes, 'boek', 4096))).toMatchObject({ company: 'Groothandel Proef' });
    expect(await refusalOf(fileOf(zipSync({ 'a.txt': utf8('hoi') })))).toEqual(['xaf-zip-empty', {}]);
    expect(await refusalOf(fileOf(gzipSync(utf8('hoi'))))).toEqual(['xaf-zip-empty', {}]);
    expect((await refusalOf(fileOf(gzipSync(utf8(auditfile())).slice(0, -40), 'x', 4096)))?.[0]).toMatch(
      /archive-damaged|xaf-truncated/,
    );
  });

  it('a gzip whose checksum or size is not that of what it holds is refused; one of several parts is read', async () => {
    const whole = gzipSync(utf8(auditfile()));
    for (const at of [-8, -5, -4]) {
      const changed = whole.slice();
      changed[whole.length + at]! ^= 1;
      expect(await refusalOf(fileOf(changed, 'x', 4096))).toEqual(['archive-damaged', {}]);
    }
    const half = auditfile().length / 2;
    const parts = [auditfile().slice(0, half), auditfile().slice(half)].map((part) => gzipSync(utf8(part)));
    const both = Uint8Array.from(parts.flatMap((part) => [...part]));
    expect(await readXaf(fileOf(both, 'boek', 4096))).toMatchObject({ company: 'Groothandel Proef' });
  });

  it('a bomb is refused before it fills the memory', async () => {
    const bomb = gzipSync(utf8(`${auditfile().slice(0, -30)}${' '.repeat(40_000_000)}`));
    expect((await refusalOf(fileOf(bomb, 'x', 65_536)))?.[0]).toMatch(/archive-too-large|xml-text-long/);
  });
});

describe('sets of files', () => {
  const whole = auditfile({
    journals:
      sale('1', 'custSupID=K1 invRef=F1', '100.00') +
      sale('2', 'custSupID=K2 invRef=F2', '50.00') +
      receipt('3', 'custSupID=K1 invRef=F1', '40.00'),
    declared: elements('linesCount=6'),
  });
  const first = whole.indexOf('<journal>');
  const second = whole.indexOf('<transaction>', first + 400);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const cut = [
    fileOf(whole.slice(0, first), 'boek.xaf'),
    fileOf(`\ufeff${declaration}<!-- Vervolgbestand 2 van 3 -->\n${whole.slice(first, second)}`, 'boek-2.xaf'),
    fileOf(`<!-- Vervolgbestand 3 van 3 -->${whole.slice(second)}`, 'boek-3.xaf'),
  ] as const;

  it('pieces of one document are joined, in any order', async () => {
    const expected = await readText(whole);
    for (const files of [cut, [cut[2], cut[0], cut[1]]]) {
      const reading = await readXafSet(files);
      expect(openOf(reading)).toEqual(openOf(expected));
      expect(codesOf(reading)).toEqual(codesOf(expected));
    }
  });

  it('pieces that bear only numbered names too', async () => {
    const bare = [
      fileOf(whole.slice(0, first), 'boek_01.xaf'),
      fileOf(whole.slice(second), 'boek_03.xaf'),
      fileOf(whole.slice(first, second), 'boek_02.xaf'),
    ];
    expect(openOf(await readXafSet(bare))).toEqual(openOf(await readText(whole)));
  });

  it('a zip of them is one set', async () => {
    const zip = zipSync(
      Object.fromEntries(
        [whole.slice(0, first), `<!-- Vervolgbestand 2 van 2 -->${whole.slice(first)}`].map((text, i) => [
          `boek-${i}.xaf`,
          utf8(text),
        ]),
      ),
    );
    expect(openOf(await readXaf(fileOf(zip, 'boek.zip', 8192)))).toEqual(openOf(await readText(whole)));
  });

  it('documents per period are added up, the opening balance once', async () => {
    const opening = `<obLine>${elements('nr=1 accID=1300 amnt=5.00 amntTp=D')}</obLine>`;
    const one = auditfile({ opening, journals: sale('1', 'custSupID=K1 invRef=F1', '100.00') });
    const two = auditfile({ opening, journals: receipt('2', 'custSupID=K1 invRef=F1', '100.00') });
    const reading = await readXafSet([fileOf(two, 'boek_2.xaf'), fileOf(one, 'boek_1.xaf')]);
    expect([reading.controlTotal, reading.relations.length, openOf(reading)]).toEqual([500, 2, []]);
  });

  it.each([
    ['a continuation alone', 'xaf-part-missing', [cut[1]]],
    ['the first alone', 'xaf-truncated', [cut[0]]],
    ['one that is missing', 'xaf-part-missing', [cut[0], cut[2]]],
    ['one twice', 'xaf-part-twice', [cut[0], cut[1], cut[1], cut[2]]],
    [
      'another company',
      'xaf-not-one-set',
      [fileOf(auditfile()), fileOf(auditfile({ company: elements('companyName=Ander') }))],
    ],
    [
      'master data that counts bookings',
      'xaf-transactions-missing',
      [fileOf(auditfile({ declared: elements('linesCount=6') }))],
    ],
  ])('%s is refused', async (_, code, files) => {
    expect((await refusalOf(...files))?.[0]).toBe(code);
  });
});
