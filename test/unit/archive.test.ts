import { describe, expect, it } from 'vitest';
import { openArchive } from '#shared/formats/archive.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { bytesOf, ublText } from './ubl-text.ts';
import { renamed, withRecord, zipOf } from './zip-text.ts';

/** Code and name of the refusal, from opening or from unpacking everything. */
function refusal(zip: Uint8Array): [string, unknown] {
  try {
    for (const file of openArchive(zip).files) file.bytes();
  } catch (error) {
    if (error instanceof FormatRefusal) return [error.problem.code, error.problem.params.name];
    throw error;
  }
  return ['read', null];
}

const invoice = ublText({});
const names = (zip: Uint8Array) => openArchive(zip).files.map(({ name, format }) => [name, format]);

describe('files in a zip', () => {
  it('are listed with what they are, whatever they are called', () => {
    const zip = zipOf({ 'a/1.txt': invoice, '2.xml': '%PDF-1.4', 'leeg.xml': '' });
    expect(names(zip)).toEqual([
      ['a/1.txt', 'ubl'],
      ['2.xml', 'pdf'],
      ['leeg.xml', 'empty'],
    ]);
    expect(openArchive(zip).files[0]!.bytes()).toEqual(bytesOf(invoice));
  });

  it('those that systems add by themselves are left out, and folders', () => {
    const zip = zipOf({
      'map/': '',
      'map/1.xml': invoice,
      '__MACOSX/map/._1.xml': 'x',
      'map/.DS_Store': 'x',
      'Thumbs.db': 'x',
    });
    expect(names(zip)).toEqual([['map/1.xml', 'ubl']]);
  });

  it('of a zip inside are there too, one level deep; deeper ones are told', () => {
    const deepest = zipOf({ '3.xml': invoice });
    const zip = zipOf({ '1.xml': invoice, 'jan.zip': zipOf({ '2.xml': invoice, 'diep.zip': deepest }) });
    expect(names(zip).map(([name]) => name)).toEqual(['1.xml', 'jan.zip/2.xml']);
    expect(openArchive(zip).warnings).toMatchObject([{ code: 'archive-nested', params: { name: 'jan.zip/diep.zip' } }]);
  });

  it('of a zip with bytes before it are found', () => {
    expect(names(Buffer.concat([Buffer.from('MZ setup'), zipOf({ '1.xml': invoice })]))).toEqual([['1.xml', 'ubl']]);
  });

  it('with names of DOS are read as such', () => {
    const zip = renamed(zipOf({ 'Zuid-x.xml': invoice }), 'Zuid-x.xml', 'Zuid-\x89.xml');
    expect(names(zip)).toEqual([['Zuid-ë.xml', 'ubl']]);
  });

  it('stored without packing are the same', () => {
    expect(openArchive(zipOf({ '1.xml': invoice }, 0)).files[0]!.bytes()).toEqual(bytesOf(invoice));
  });
});

describe('a zip is refused whole', () => {
  const zip = zipOf({ 'factuur.xml': invoice });
  const named = (to: string) => renamed(zip, 'factuur.xml', to);
  it.each<[string, Uint8Array, string, string]>([
    ['a path upwards', named('../ctuur.xm'), 'archive-unsafe', '../ctuur.xm'],
    ['a path upwards inside', named('a/../ur.xml'), 'archive-unsafe', 'a/../ur.xml'],
    ['an absolute path', named('/actuur.xml'), 'archive-unsafe', '/actuur.xml'],
    ['a drive', named('C:ctuur.xml'), 'archive-unsafe', 'C:ctuur.xml'],
    ['a path of Windows', named('..\\tuur.xml'), 'archive-unsafe', '..\\tuur.xml'],
    ['a hidden stream', named('fact.xml::$'), 'archive-unsafe', 'fact.xml::$'],
    ['a device of Windows', named('con.urr.xml'), 'archive-unsafe', 'con.urr.xml'],
    ['a zero in the name', named('factuur\0xml'), 'archive-unsafe', 'factuurxml'],
    ['a link', withRecord(zip, 'factuur.xml', [5, 1, 3], [40, 2, 0xa1ff]), 'archive-unsafe', 'factuur.xml'],
    ['a password', withRecord(zip, 'factuur.xml', [8, 2, 1]), 'archive-encrypted', 'factuur.xml'],
    ['another way of packing', withRecord(zip, 'factuur.xml', [10, 2, 14]), 'archive-method', 'factuur.xml'],
    ['a checksum that is wrong', withRecord(zip, 'factuur.xml', [16, 4, 1]), 'archive-part-damaged', 'factuur.xml'],
    ['a size that is wrong', withRecord(zip, 'factuur.xml', [24, 4, 1]), 'archive-part-damaged', 'factuur.xml'],
    [
      'a place beyond the end',
      withRecord(zip, 'factuur.xml', [42, 4, 0xfffff0]),
      'archive-part-damaged',
      'factuur.xml',
    ],
    ['a list that is cut off', zip.subarray(0, zip.length - 30), 'archive-damaged', ''],
    ['nothing but a signature', zip.subarray(0, 4), 'archive-damaged', ''],
    [
      'a declared size of gigabytes',
      withRecord(zip, 'factuur.xml', [24, 4, 0xfffffff0]),
      'archive-too-large',
      'factuur.xml',
    ],
  ])('for %s', (_, bytes, code, name) => {
    expect(refusal(bytes)).toEqual([code, name]);
  });

  const zeros = new Uint8Array(21 * 1024 * 1024);
  const bomb = zipOf({ 'bom.xml': zeros });

  it('when more comes out than its size allows', () => {
    expect(refusal(bomb)[0]).toBe('archive-too-large');
  });

  it('when that comes out of the zips inside it together', () => {
    const half = zipOf({ 'x.xml': zeros.subarray(0, 11 * 1024 * 1024) });
    expect(refusal(zipOf({ 'a.zip': half, 'b.zip': half }, 0))[0]).toBe('archive-too-large');
  });

  it('when it declares less than comes out', () => {
    expect(refusal(withRecord(bomb, 'bom.xml', [24, 4, 100]))[0]).toBe('archive-too-large');
  });

  it('when its files lie over each other', () => {
    const two = zipOf({ 'a.xml': invoice, 'b.xml': 'x' }, 0);
    const size = bytesOf(invoice).length;
    expect(refusal(withRecord(two, 'b.xml', [20, 4, size], [24, 4, size], [42, 4, 0]))[0]).toBe('archive-damaged');
  });

  it('when it holds more files than any set of invoices', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, '']));
    expect(refusal(zipOf(many, 0))).toEqual(['archive-too-large', '']);
  });
});
