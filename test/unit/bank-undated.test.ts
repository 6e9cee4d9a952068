import { describe, expect, it } from 'vitest';
import { fingerprintOf, KnownLines } from '#shared/domain/bank/fingerprint.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';

const account = 'NL91ABNA0417164300';

/** A line without a day of its own, in a statement of this day. */
function undated(day: string, reference: string | null, remittance = 'Factuur 1', amount = 12_100): BankTransaction {
  return {
    bookDate: day,
    dateAssumed: true,
    valueDate: null,
    amount,
    counterpartyName: 'Kok',
    counterpartyIban: null,
    remittance,
    structuredReference: null,
    endToEndId: null,
    mandateId: null,
    returnReason: null,
    bankReference: reference,
    row: 1,
  };
}

const { dateAssumed: _, ...dated } = undated('2026-11-30', 'REF000011092');

/** How many lines of each file are new, in this order of files. */
function newPerFile(...files: readonly (readonly BankTransaction[])[]): readonly number[] {
  const known = new KnownLines([]);
  return files.map((lines) => {
    const found = known.newOf(lines.map((line) => fingerprintOf(account, 'camt053', line)));
    return found.filter((print) => print !== null).length;
  });
}

describe('lines without a day, in statements that overlap (criterion A7)', () => {
  const week = [undated('2026-11-07', 'REF000011092'), undated('2026-11-07', 'REF000011093')];
  const month = [...week, undated('', 'REF000011094')].map(
    (line): BankTransaction => ({ ...line, bookDate: '2026-11-30' }),
  );

  it('count once by the reference of the bank, in either order, and again', () => {
    expect(newPerFile(week, month, week, month)).toEqual([2, 1, 0, 0]);
    expect(newPerFile(month, week, month)).toEqual([3, 0, 0]);
  });

  it.each<readonly [string, BankTransaction]>([
    ['another reference', undated('2026-11-30', 'REF000011099')],
    ['another text', undated('2026-11-30', 'REF000011092', 'Factuur 2')],
    ['another amount', undated('2026-11-30', 'REF000011092', 'Factuur 1', 100)],
    ['a day of its own', dated],
  ])('%s is another line', (_, line) => {
    expect(newPerFile([undated('2026-11-07', 'REF000011092')], [line])).toEqual([1, 1]);
  });

  it.each([
    ['none', null],
    ['one that counts lines', '12'],
    ['one that counts lines in a wide field', '00000000012'],
    ['one that names a sort', 'KOSTEN'],
  ])('a reference that tells nothing apart (%s) leaves two lines two', (_, reference) => {
    expect(newPerFile([undated('2026-11-07', reference)], [undated('2026-11-30', reference)])).toEqual([1, 1]);
  });

  it('two of one reference in one statement stay two, and both are known in the next', () => {
    const twice = [undated('2026-11-07', 'REF000011092'), undated('2026-11-07', 'REF000011092')];
    const later = twice.map((line): BankTransaction => ({ ...line, bookDate: '2026-11-30' }));
    expect(newPerFile(twice, later, twice)).toEqual([2, 0, 0]);
  });
});
