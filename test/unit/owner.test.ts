import { describe, expect, it } from 'vitest';
import { newAdministration } from '#shared/domain/administration.ts';
import type { AdministrationMarks, FileMarks } from '#shared/domain/drop/drop.ts';
import { contradicts, isSameAccount, marksIn, marksOf, noMarks, ownerOf } from '#shared/domain/drop/owner.ts';

const zon: AdministrationMarks = {
  id: 'zon',
  name: 'Bakkerij De Zon B.V.',
  accounts: ['NL91ABNA0417164300'],
  kvk: '12345678',
  vatId: 'NL001234567B01',
};
const maan: AdministrationMarks = {
  id: 'maan',
  name: 'Café Maan',
  accounts: ['NL20INGB0001234567'],
  kvk: '87654321',
  vatId: 'NL001234567B01',
};
const file = (marks: Partial<FileMarks>): FileMarks => ({ ...noMarks, ...marks });
const owner = (marks: Partial<FileMarks>) => ownerOf(file(marks), zon, [zon, maan]);

describe('whose a file is', () => {
  it.each([
    ['its IBAN', { accounts: ['NL91ABNA0417164300'] }, 'account'],
    ['its account without the bank', { accounts: ['41.71.64.300'] }, 'account'],
    ['one of several accounts', { accounts: ['NL02RABO0123456789', 'NL91ABNA0417164300'] }, 'account'],
    ['its KvK number', { kvk: ['12345678'] }, 'kvk'],
    ['its VAT id with points', { vatIds: ['NL0012.34.567.B01'] }, 'vat'],
    ['its name as files write it', { names: ['BAKKERIJ DE ZON BV', 'bakkerij de zon b.v.'] }, 'name'],
  ] as const)('is the open administration by %s', (_what, marks, by) => {
    expect(owner(marks)).toEqual({ owner: 'open', by });
  });

  it('is another administration when that has the mark', () => {
    expect(owner({ accounts: ['1234567'] })).toEqual({ owner: 'other', id: 'maan', name: 'Café Maan', by: 'account' });
    expect(owner({ names: ['CAFÉ  MAAN'] })).toMatchObject({ owner: 'other', by: 'name' });
  });

  it('is told by the stronger mark: a fiscal unit shares its VAT id', () => {
    expect(owner({ kvk: ['87654321'], vatIds: ['NL001234567B01'] })).toMatchObject({ owner: 'other', id: 'maan' });
    expect(owner({ vatIds: ['NL001234567B01'] })).toEqual({ owner: 'open', by: 'vat' });
  });

  it('is asked for an account nobody has, and unknown without any mark', () => {
    expect(owner({ accounts: ['NL02RABO0123456789'] })).toEqual({
      owner: 'unknown-account',
      accounts: ['NL02RABO0123456789'],
    });
    expect(owner({})).toEqual({ owner: 'unknown' });
    expect(owner({ names: ['De Zon'] })).toEqual({ owner: 'unknown' });
  });

  it('is never guessed from an empty name or number', () => {
    const bare = { ...zon, name: '', accounts: [''], kvk: null, vatId: null };
    expect(ownerOf(file({ accounts: [''], names: [''], kvk: [''] }), bare, [])).not.toMatchObject({ owner: 'open' });
  });
});

describe('two accounts', () => {
  it.each([
    ['NL91ABNA0417164300', 'NL91 ABNA 0417 1643 00', true],
    ['NL91ABNA0417164300', '417164300', true],
    ['0417164300', '417164300', true],
    ['P001234567', 'NL20INGB0001234567', true],
    ['DE89370400440532013000', '37040044/0532013000', true],
    ['NL91ABNA0417164300', 'NL91RABO0417164300', false],
    ['12', '12EUR', false],
    ['', '', false],
  ])('%s and %s are one: %s', (a, b, same) => {
    expect(isSameAccount(a, b)).toBe(same);
  });
});

describe('the marks of an administration', () => {
  it('are its own accounts and those its bank files were of', () => {
    const administration = newAdministration({
      id: 'zon',
      name: 'De Zon',
      iban: 'NL91 ABNA 0417 1643 00',
      gAccount: 'NL90ABNA0990000000',
    });
    const marks = marksOf(administration, { 'bank-accounts': ['NL02RABO0123456789', 7] });
    expect(marks).toEqual({
      id: 'zon',
      name: 'De Zon',
      accounts: ['NL91ABNA0417164300', 'NL90ABNA0990000000', 'NL02RABO0123456789'],
      kvk: null,
      vatId: null,
    });
    expect(marksIn(marks)).toEqual(marks);
  });

  it('are not read from a setting that holds something else', () => {
    for (const setting of [null, 'zon', 3, [], { id: 'zon' }]) expect(marksIn(setting)).toBeNull();
  });
});

describe('a file with a known name', () => {
  it('contradicts the administration when its registrations are others', () => {
    expect(contradicts(file({ kvk: ['99999999'] }), zon)).toBe(true);
    expect(contradicts(file({ kvk: ['12345678'], vatIds: ['NL999999999B01'] }), zon)).toBe(false);
    expect(contradicts(file({ names: ['De Zon'] }), zon)).toBe(false);
    expect(contradicts(file({ kvk: ['99999999'] }), { ...zon, kvk: null })).toBe(false);
  });
});
