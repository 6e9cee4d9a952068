import { describe, expect, it, test } from 'vitest';
import {
  dropCounts,
  lacksMost,
  takenUnits,
  type UnitState,
  unitState,
  waitingUnits,
} from '#renderer/features/import/units.ts';
import {
  auditLevel,
  confirmText,
  controlTotal,
  openText,
  recordChanges,
  remarks,
  undoFailureText,
  unitChanges,
  unitSort,
  unitTotal,
  whatItIs,
} from '#renderer/features/import/wording.ts';
import { isTaken } from '#shared/domain/drop/compare.ts';
import type { BankPreview, ControlPreview, DropChoices, DropUnit, InvoicesPreview } from '#shared/domain/drop/drop.ts';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { formatProblem } from '#shared/formats/problem.ts';
import type { TableKind } from '#shared/formats/table/fields.ts';
import { problem } from '#shared/formats/table/problems.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

const { t } = createTranslator('nl');

const table = (given: Partial<ImportPreview> = {}): ImportPreview =>
  ({
    refusal: null,
    kind: 'list',
    asOf: '2026-11-20',
    asOfGiven: true,
    columns: [],
    itemsNew: 0,
    itemsChanged: 0,
    itemsGone: 0,
    debtorsNew: 0,
    debtorsChanged: 0,
    skipped: [],
    items: 3,
    full: true,
    ...given,
  }) as ImportPreview;

const bank = (given: Partial<BankPreview> = {}): BankPreview => ({
  bank: 'Rabobank',
  from: '2026-11-01',
  until: '2026-11-19',
  accounts: ['NL59RABO0118529307'],
  statements: 1,
  lines: 0,
  linesKnown: 0,
  linesMatched: 0,
  linesToReview: 0,
  linesLeft: 0,
  returns: 0,
  matchedCents: 0,
  statementRows: [],
  examples: [],
  ...given,
});

const invoices = (given: Partial<InvoicesPreview> = {}): InvoicesPreview => ({
  files: 1,
  invoices: 0,
  credits: 0,
  known: 0,
  copies: 0,
  refused: [],
  ...given,
});

const control: ControlPreview = {
  asOf: '2026-10-31',
  total: 100,
  books: 90,
  debtors: 2,
  differing: 1,
  differences: [],
};

const unit = (given: Partial<DropUnit> = {}): DropUnit => ({
  id: 'u',
  files: ['bestand'],
  format: 'table',
  kind: 'list',
  owner: { owner: 'unknown' },
  refusal: null,
  warnings: [],
  sameAs: null,
  unchanged: false,
  ...given,
});

const strange = { owner: 'unknown-account', accounts: ['NL44RABO0123456789'] } as const;
const other = { owner: 'other', id: 'b', name: 'Bakker', by: 'account' } as const;
const wrong = { code: 'no-amount-column', row: 1, column: null, params: {} };
const column = { index: 0, heading: 'Rest', field: null, why: '', samples: [] };

describe('what becomes of a file of a drop', () => {
  test.each<[string, Partial<DropUnit>, DropChoices, UnitState]>([
    ['a list', { table: table() }, {}, 'ready'],
    ['one that is left out', { table: table() }, { take: false }, 'left-out'],
    ['one the books hold already', { table: table(), unchanged: true }, {}, 'unchanged'],
    ['the same bytes as before', { table: table(), sameAs: 'eerder.csv' }, {}, 'known'],
    ['the same bytes, asked for', { table: table(), sameAs: 'eerder.csv' }, { take: true }, 'ready'],
    ['one that cannot be read', { refusal: formatProblem('is-image') }, {}, 'refused'],
    ['the same file twice', { refusal: formatProblem('drop-twice') }, {}, 'repeated'],
    ['a table without known columns', { table: table({ refusal: wrong, columns: [column] }) }, {}, 'fixable'],
    ['a table that is none', { table: table({ refusal: wrong }) }, {}, 'refused'],
    ['a bank file of an unknown account', { bank: bank(), owner: strange }, {}, 'question'],
    ['of an account that is ours', { bank: bank(), owner: strange }, { ours: true }, 'ready'],
    ['of another administration', { bank: bank(), owner: other }, {}, 'other'],
    ['a PDF that is no copy', { invoices: invoices() }, {}, 'unchanged'],
    ['a copy of a known invoice', { invoices: invoices({ copies: 1 }) }, {}, 'ready'],
  ])('%s', (_what, given, chosen, state) => {
    const one = unit(given);
    const preview = { id: 'd', units: [one], openBefore: [], openAfter: [] };
    expect(unitState(one, { u: chosen })).toBe(state);
    expect(takenUnits(preview, { u: chosen })).toEqual(state === 'ready' ? [one] : []);
    expect(waitingUnits(preview, { u: chosen })).toEqual(['question', 'fixable'].includes(state) ? [one] : []);
    // What the screen lets in, the books take.
    if (state === 'ready') expect(isTaken(one, chosen)).toBe(true);
    else if (state !== 'unchanged') expect(isTaken(one, chosen)).toBe(false);
  });

  it('doubts a full list that lacks more than it holds', () => {
    expect(lacksMost({ table: table({ itemsGone: 9 }) })).toBe(true);
    expect(lacksMost({ table: table({ itemsGone: 9, full: false }) })).toBe(false);
    expect(lacksMost({ table: table({ itemsGone: 9, items: 9 }) })).toBe(false);
    expect(lacksMost({})).toBe(false);
  });
});

describe('an import in words', () => {
  const list = (given: Partial<ImportPreview>) => unit({ table: table(given) });

  test.each<[string, readonly DropUnit[]]>([
    ['Importeer 42 posten', [list({ itemsNew: 40, itemsChanged: 2 })]],
    ['Importeer 1 post', [list({ itemsNew: 1, itemsGone: 9 })]],
    ['Importeer lijst · 2 posten vermoedelijk betaald', [list({ itemsGone: 2 })]],
    ['Importeer 3 debiteuren', [unit({ table: table({ kind: 'debtors', debtorsNew: 2, debtorsChanged: 1 }) })]],
    ['Vastleggen zonder wijzigingen', [list({})]],
    [
      'Importeer 49 bankregels, waarvan 6 te beoordelen',
      [unit({ bank: bank({ linesMatched: 43, linesToReview: 6 }) })],
    ],
    ['Importeer 1 bankregel om te beoordelen', [unit({ bank: bank({ linesToReview: 1 }) })]],
    ['Importeer 5 posten', [unit({ invoices: invoices({ invoices: 5, credits: 1, known: 1 }) })]],
    ['Importeer controletotalen', [unit({ kind: 'control', control })]],
    [
      'Importeer 4 bestanden: 128 nieuwe posten, 43 bankregels',
      [
        list({ itemsNew: 120 }),
        unit({ files: ['a', 'b'], invoices: invoices({ invoices: 8 }) }),
        unit({ bank: bank({ linesMatched: 43 }) }),
      ],
    ],
    ['Importeer 2 bestanden', [list({}), unit({ bank: bank({ linesKnown: 3 }) })]],
  ])('the button says "%s"', (text, units) => {
    expect(confirmText(t, dropCounts(units))).toBe(text);
  });

  test.each<[string, DropUnit]>([
    ['Openstaande posten per 20-11-2026', unit({ table: table() })],
    ['Debiteuren', unit({ table: table({ kind: 'debtors' }) })],
    ['Auditfile (XAF) per 20-11-2026', unit({ format: 'xaf', table: table() })],
    ['Controletotalen per 31-10-2026', unit({ kind: 'control', control, table: table({ kind: 'control' }) })],
    ['Bankafschrift Rabobank · 01-11-2026 t/m 19-11-2026', unit({ bank: bank() })],
    ['3 bankafschriften · 19-11-2026', unit({ bank: bank({ bank: null, statements: 3, from: null }) })],
    ['3 facturen', unit({ invoices: invoices({ files: 1, invoices: 2, credits: 1, copies: 3 }) })],
    ['1 creditnota', unit({ invoices: invoices({ files: 2, credits: 1 }) })],
    ['4 factuurkopieën', unit({ invoices: invoices({ files: 4, copies: 4 }) })],
    ['2 factuurbestanden', unit({ invoices: invoices({ files: 2 }) })],
    ['Tabel', unit({ table: table({ refusal: wrong }) })],
    ['Openstaande posten per 20-11-2026 (aangenomen)', unit({ table: table({ asOfGiven: false }) })],
    ['Oud Excel-bestand (xls)', unit({ format: 'xls', refusal: formatProblem('is-xls') })],
  ])('a file is "%s"', (text, one) => {
    expect(unitSort(t, one)).toBe(text);
  });

  it('tells what a file changes, without the zeroes', () => {
    const lines = { linesMatched: 1, linesToReview: 2, returns: 1, linesKnown: 9 };
    expect(unitChanges(t, unit({ bank: bank(lines) }))).toEqual([
      '1 verwerkt',
      '2 te beoordelen',
      'waaronder 1 storno',
      '9 regels al bekend',
    ]);
    expect(unitChanges(t, unit({ invoices: invoices({ invoices: 2, credits: 1, copies: 3 }) }))).toEqual([
      'waarvan 1 creditnota',
      '3 factuurkopieën',
    ]);
    expect(unitChanges(t, unit({ invoices: invoices({ copies: 3 }) }))).toEqual([]);
    expect(unitChanges(t, unit({ table: table({ itemsNew: 2, debtorsNew: 1 }) }))).toEqual([
      '2 nieuw',
      '1 nieuwe debiteur',
    ]);
  });

  it('counts as skipped what could have been an item, not the rows a list is laid out with', () => {
    const skipped = ['total', 'header', 'group-header', 'remark', 'settled', 'date-unreadable'].map((reason, at) => ({
      row: at + 1,
      column: null,
      reason,
    }));
    expect(unitChanges(t, unit({ table: table({ skipped }) }))).toEqual(['2 overgeslagen']);
  });

  it('says of an import that cannot be taken back which later step stands in the way', () => {
    const refusal = (undo: string, params: Readonly<Record<string, string>> = {}) =>
      undoFailureText(t, { code: 'bad-input', message: '', params: { undo, ...params } });
    expect(refusal('later-import', { by: 'bank.940' })).toContain('daarna is bank.940 geïmporteerd.');
    expect(refusal('letter', { by: 'letter-planned', debtor: 'Bos' })).toContain('een brief aan Bos');
    for (const by of ['item-closed', 'payment', 'note', 'debtor-merged']) {
      const text = refusal('later-work', { by, debtor: 'Bos' });
      expect(text).toMatch(/bij Bos is sindsdien \S.+\. Maak dat eerst ongedaan\.$/);
    }
    expect(refusal('undone')).toContain('al ongedaan gemaakt');
  });

  it('has no remark of what the sort of a file says, nor of what is asked beside it', () => {
    const said = (kind: TableKind, ...codes: readonly string[]) =>
      remarks(t, unit({ table: table({ kind, itemsGone: 9, warnings: codes.map((code) => problem(code)) }) }), 'nl');
    expect(said('debtors', 'debtor-list')).toEqual([]);
    expect(said('control', 'ageing-list', 'balance-list')).toEqual([]);
    expect(said('list', 'many-gone', 'mojibake')).toHaveLength(1);
  });

  it('tells what an import did', () => {
    const record = { itemsNew: 0, itemsChanged: 0, itemsGone: 0, debtorsNew: 0, debtorsChanged: 0, rowsSkipped: 0 };
    expect(recordChanges(t, record as ImportRecord)).toEqual(['geen wijzigingen']);
    expect(recordChanges(t, { ...record, kind: 'control' } as ImportRecord)).toEqual([
      'totalen naast de boeken gelegd',
    ]);
  });

  test.each([
    [0, unit({ format: 'xaf', refusal: formatProblem('xaf-level-0') })],
    [1, unit({ format: 'xaf' })],
    [2, unit({ format: 'xaf', warnings: [{ file: 'a', problem: formatProblem('xaf-level-2') }] })],
    [3, unit({ format: 'xaf', kind: 'control' })],
  ])('level %d of an auditfile is told by what its reading said', (level, one) => {
    expect(auditLevel(one)).toBe(level);
  });

  test.each([
    ['utf-8-bom', ';', 'Tabel in UTF-8, gescheiden door puntkomma’s, kop op rij 2'],
    ['utf-16le', '\t', 'Tabel in Unicode (UTF-16), gescheiden door tabs, kop op rij 2'],
    ['cp850', '|', 'Tabel in DOS-tekst (850), gescheiden door verticale strepen, kop op rij 2'],
    ['windows-1252', ',', 'Tabel in Windows-tekst (1252), gescheiden door komma’s, kop op rij 2'],
  ])('names %s as people know it', (encoding, separator, text) => {
    expect(whatItIs(t, table({ encoding, separator, sheet: null, headerRow: 2 }))).toBe(text);
  });

  it('a list without headings says so', () => {
    expect(whatItIs(t, table({ encoding: 'utf-8', separator: ';', sheet: null, headerRow: 0 }))).toBe(
      'Tabel in UTF-8, gescheiden door puntkomma’s, zonder koppen: de volgorde is die van Yuki',
    );
  });

  it('compares the items of an auditfile with its own ledger, and totals without items with nothing', () => {
    const list = table({ totalOpen: 90, declaredTotal: null });
    expect(unitTotal(unit({ format: 'xaf', table: list, control }))).toMatchObject({
      state: 'differs',
      difference: -10,
    });
    expect(unitTotal(unit({ table: list, control }))).toMatchObject({ state: 'none' });
    expect(unitTotal(unit({ format: 'xaf', kind: 'control', table: list, control }))).toBeNull();
    expect(unitTotal(unit({ kind: 'debtors', table: list }))).toBeNull();
  });

  it('compares the items with the total the file states', () => {
    expect(controlTotal({ totalOpen: 100 }, 100).state).toBe('matches');
    expect(controlTotal({ totalOpen: 100 }, 101)).toMatchObject({ state: 'differs', difference: -1 });
    expect(controlTotal({ totalOpen: 100 }, null).state).toBe('none');
  });

  it('keeps other currencies apart from the euros, whichever of them the file adds up', () => {
    const sum = { totalOpen: 130, elsewhere: [{ currency: 'USD', cents: 30 }] };
    expect(controlTotal(sum, 130).state).toBe('matches');
    expect(controlTotal(sum, 100).state).toBe('matches');
    expect(controlTotal(sum, 101)).toMatchObject({ state: 'differs', difference: -1 });
    expect(openText(sum, 'nl').replaceAll('\u00a0', ' ')).toBe('€ 1,00 + US$ 0,30');
    expect(openText({ totalOpen: 30, elsewhere: sum.elsewhere }, 'nl').replaceAll('\u00a0', ' ')).toBe('US$ 0,30');
    expect(openText({ totalOpen: 0 }, 'nl').replaceAll('\u00a0', ' ')).toBe('€ 0,00');
  });
});
