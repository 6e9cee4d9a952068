import { describe, expect, it } from 'vitest';
import { newAdministration } from '#shared/domain/administration.ts';
import type { Books } from '#shared/domain/books.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { freshnessOf } from '#shared/dunning/freshness.ts';
import { planLetter } from '#shared/dunning/plan.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { booksWith, administration as dunned, importOf, invoice, proposedOn } from './dunning-books.ts';

describe('freshness', () => {
  const record = (asOf: string, bankUntil: string, at: string, undone = false) =>
    ({ asOf, bankUntil, at, undone, full: true }) as ImportRecord;
  const administration = newAdministration({ id: 'a', name: 'A', iban: 'x', staleAfterDays: 3 });

  it('is that of the newest list that was not taken back', () => {
    const records = [
      record('2026-11-12', '2026-11-11', '2026-11-12T09:00:00'),
      record('2026-11-19', '2026-11-18', '2026-11-20T08:00:00', true),
    ];
    expect(freshnessOf(records, administration, '2026-11-13')).toEqual({
      listAsOf: '2026-11-12',
      bankUntil: '2026-11-11',
      lastImportAt: '2026-11-12T09:00:00',
      dataAsOf: '2026-11-12',
      workingDaysOld: 1,
      stale: false,
    });
  });

  it.each([
    ['a list and a bank statement after it', [{}, { kind: 'bank', on: '2026-11-18' }], '2026-11-12', '2026-11-18'],
    ['a bank statement before the list', [{ kind: 'bank', on: '2026-11-10' }, {}], '2026-11-12', '2026-11-12'],
    ['a bank statement alone', [{ kind: 'bank', on: '2026-11-18' }], null, '2026-11-18'],
    ['single invoices since', [{}, { kind: 'invoices', on: '2026-11-18' }], '2026-11-12', '2026-11-12'],
    ['debtors since', [{}, { kind: 'debtors', on: '2026-11-18' }], '2026-11-12', '2026-11-12'],
    ['totals since', [{}, { kind: 'control', on: '2026-11-18' }], '2026-11-12', '2026-11-12'],
    ['single invoices alone', [{ kind: 'invoices', on: '2026-11-18' }], null, null],
  ] as const)('counts list and bank apart: %s', (_, imports, listAsOf, bankUntil) => {
    const records = imports.map((one): ImportRecord => {
      const { kind = 'list', on = '2026-11-12' } = one as { kind?: ImportRecord['kind']; on?: string };
      return { ...record(on, on, `${on}T09:00:00`), kind };
    });
    expect(freshnessOf(records, administration, '2026-11-19')).toMatchObject({ listAsOf, bankUntil });
  });

  it.each([
    ['beside a full one', [{}, { full: false, on: '2026-11-18' }], '2026-11-12', '2026-11-12'],
    ['beside a bank statement', [{ kind: 'bank' }, { full: false, on: '2026-11-18' }], '2026-11-18', '2026-11-12'],
    [
      'alone',
      [
        { full: false, on: '2026-11-12' },
        { full: false, on: '2026-11-18' },
      ],
      '2026-11-18',
      '2026-11-18',
    ],
  ] as const)(
    'a list of only some items says nothing of the others, unless there is nothing else: %s',
    (_, imports, listAsOf, data) => {
      const records = imports.map((one): ImportRecord => {
        const { kind = 'list', on = '2026-11-12', full = true } = one as Partial<ImportRecord> & { on?: string };
        return { ...record(on, on, `${on}T09:00:00`), kind, full };
      });
      expect(freshnessOf(records, administration, '2026-11-19')).toMatchObject({
        listAsOf,
        bankUntil: data,
        dataAsOf: data,
        lastImportAt: '2026-11-18T09:00:00',
        stale: data < '2026-11-13',
      });
    },
  );

  it('is stale after more working days than the administration allows (criterion A9)', () => {
    const records = [record('2026-11-13', '2026-11-13', '2026-11-13T09:00:00')];
    expect(freshnessOf(records, administration, '2026-11-18')).toMatchObject({ workingDaysOld: 3, stale: false });
    expect(freshnessOf(records, administration, '2026-11-19')).toMatchObject({ workingDaysOld: 4, stale: true });
  });

  it('is never stale before the first import', () => {
    expect(freshnessOf([], administration, '2026-11-19')).toMatchObject({
      listAsOf: null,
      workingDaysOld: 0,
      stale: false,
    });
  });

  it.each([
    ['2026-11-12', '2026-11-18', false],
    ['2026-11-18', '2026-11-12', false],
    ['2026-11-12', '2026-11-12', true],
  ])('list of %s, bank processed to %s: screen and engine agree that it is stale = %s', (asOf, bankUntil, stale) => {
    const books = booksWith({ items: [invoice('F1')] });
    books.records.import.set('i', record(asOf, bankUntil, '2026-11-18T09:00:00'));
    const { proposals } = computeProposals(books, administration, { today: '2026-11-20' });
    expect(freshnessOf(books.records.import.values(), administration, '2026-11-20').stale).toBe(stale);
    expect(proposals.length).toBe(stale ? 0 : 1);
  });
});

describe('the day a letter says payments are processed up to', () => {
  function saidUntil(books: Books) {
    const today = '2026-06-01';
    return planLetter(books, dunned, proposedOn(books, today), { today })?.processedUntil;
  }

  it('is the bank date of the last import', () => {
    const books = booksWith({ items: [invoice('F1')] });
    expect(saidUntil(books)).toBe('2026-06-01');
    books.records.import.set('a', importOf('2026-05-28', '2026-05-27'));
    books.records.import.set('b', importOf('2026-05-29', '2026-05-28'));
    expect(saidUntil(books)).toBe('2026-05-28');
  });
  it('is that of a list of only some items where it names all that is told', () => {
    const part = { ...importOf('2026-05-29'), full: false };
    const named = (number: string) => invoice(number, { namedUntil: '2026-05-29' });
    const until = (items: readonly OpenItem[], full: readonly string[]) => {
      const books = booksWith({ items });
      for (const day of full) books.records.import.set(day, importOf(day));
      books.records.import.set('part', part);
      return saidUntil(books);
    };
    expect(until([named('F1'), named('F2')], ['2026-05-28'])).toBe('2026-05-29');
    expect(until([named('F1'), invoice('F2')], ['2026-05-28'])).toBe('2026-05-28');
    expect(until([named('F1'), invoice('F2', { namedUntil: '2026-05-12' })], [])).toBe('2026-05-12');
  });
});
