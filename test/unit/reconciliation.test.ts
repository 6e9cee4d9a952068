import { describe, expect, it } from 'vitest';
import { demoChanges } from '#shared/demo/generate.ts';
import { applyChanges, type Books, emptyBooks } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { type PostBackList, postBackOf, postBackTable } from '#shared/insight/post-back.ts';
import { type Reconciliation, reconcile } from '#shared/insight/reconciliation.ts';
import { bankFile, bankLine, importBank, standing } from './bank-books.ts';
import { debtorByCode, freshBooks, importText } from './import-books.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const f1 = '1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00';
const f2 = '1001;Kok;F1002;02-10-2026;01-11-2026;500,00;500,00';
const f3 = '1002;Bakker;F1003;03-10-2026;02-11-2026;250,00;250,00';

function importList(books: Books, rows: readonly string[], on: string, bankUntil = on) {
  return importText(books, [head, ...rows].join('\n'), on, { asOf: on, bankUntil });
}

async function listed(...rows: readonly string[]): Promise<Books> {
  const books = freshBooks();
  await importList(books, rows, '2026-11-10');
  return books;
}

/** The total the list stated, what made it another, and what nothing explains. */
function told(books: Books, stated: number | null = null) {
  const found = reconcile(books, stated) as Reconciliation;
  const causes = Object.fromEntries(found.causes.map(({ cause, total }) => [cause, total]));
  expect(found.open).toBe(openTotal(books));
  return { stated: found.stated, causes, unexplained: found.unexplained };
}

describe('account 1300 beside what is open here (criterion A12)', () => {
  it('there is nothing to lay the books beside before a full list', () => {
    expect(reconcile(freshBooks(), 100)).toBeNull();
  });

  it('a list that just came in agrees to the cent', async () => {
    expect(told(await listed(f1, f2, f3))).toEqual({ stated: 175_000, causes: {}, unexplained: 0 });
  });

  it('what came in on the bank since then explains the difference, money without an invoice apart', async () => {
    const books = await listed(f1, f2, f3);
    const lines = [
      bankLine('2026-11-12', 40_000, { remittance: 'deel F1001' }),
      bankLine('2026-11-13', 26_000, { remittance: 'F1003' }),
    ];
    importBank(books, [bankFile(lines)], '2026-11-14');
    for (const { id, state } of [...books.records.bankLine.values()]) {
      if (state !== 'review') continue;
      const { id: debtorId } = debtorByCode(books, '1002');
      const parts = [{ debtorId, itemId: 'F1003', amount: 25_000, discount: 0 }];
      const moment = { today: '2026-11-14', at: '2026-11-14T10:00:00' };
      const command = { type: 'match-line', lineId: id, parts, creditTo: debtorId, settle: [] } as const;
      applyChanges(books, runCommand(books, command, moment));
    }
    expect(told(books)).toEqual({
      stated: 175_000,
      causes: { 'paid-since': -65_000, 'credit-since': -1000 },
      unexplained: 0,
    });
    expect(postBackOf(books)['lettered-off'].map(({ number, amount }) => [number, amount])).toEqual([
      ['F1001', 40_000],
      ['F1003', 25_000],
    ]);
  });

  it('what is paid here and still open there is to be lettered off, by what the newest list says', async () => {
    const books = await listed(f1, f2, f3);
    importBank(books, [bankFile([bankLine('2026-11-12', 50_000, { remittance: 'F1002' })])], '2026-11-13');
    await importList(books, [f1, f2, f3], '2026-11-16');
    expect(told(books)).toEqual({ stated: 175_000, causes: { 'paid-here': -50_000 }, unexplained: 0 });
    expect(postBackOf(books)['lettered-off'].map(({ number }) => number)).toEqual(['F1002']);
    await importList(books, [f1, f3], '2026-11-18');
    expect(told(books)).toEqual({ stated: 125_000, causes: {}, unexplained: 0 });
    expect(postBackOf(books)['lettered-off']).toEqual([]);
  });

  const paidHalf = '1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;600,00';
  const corrected = '1001;Kok;F1001;01-10-2026;31-10-2026;800,00;800,00';
  const settled = '1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;0,00';
  const partly: readonly (readonly [string, string, readonly [string, number][], Record<string, number>])[] = [
    ['says the same', f1, [], {}],
    ['shows a payment', paidHalf, [], { 'paid-since': -40_000 }],
    ['shows a payment the bank has as well', paidHalf, [['2026-11-12', 40_000]], { 'paid-since': -40_000 }],
    ['has it corrected', corrected, [], { restated: -20_000 }],
    ['says it is settled', settled, [], { 'paid-since': -100_000 }],
    ['says it is settled, as the bank does', settled, [['2026-11-12', 100_000]], { 'paid-since': -100_000 }],
    ['shows a payment, and another came since', paidHalf, [['2026-11-17', 30_000]], { 'paid-since': -70_000 }],
  ];

  it.each(partly)('a later list of only one item that %s is told item by item', async (_, row, paid, causes) => {
    for (const isListFirst of [true, false]) {
      const books = await listed(f1, f2, f3);
      const steps = [
        () => importText(books, [head, row].join('\n'), '2026-11-16', { asOf: '2026-11-15', full: false }),
        () => {
          const lines = paid.map(([date, amount]) => bankLine(date, amount, { remittance: 'factuur F1001' }));
          if (lines.length > 0) importBank(books, [bankFile(lines)], '2026-11-18');
        },
      ];
      for (const step of isListFirst ? steps : steps.toReversed()) await step();
      expect([isListFirst, told(books)]).toEqual([isListFirst, { stated: 175_000, causes, unexplained: 0 }]);
      // Another one of the same, and then a full one that says the same again: nothing is left to tell.
      await importText(books, [head, row].join('\n'), '2026-11-21', { asOf: '2026-11-20', full: false });
      expect(told(books)).toEqual({ stated: 175_000, causes, unexplained: 0 });
    }
  });

  it.each([
    [paidHalf, 135_000],
    [corrected, 155_000],
  ])('the next full list, of the same bank date too, has the last word again', async (row, stated) => {
    for (const until of ['2026-11-15', '2026-11-20']) {
      const books = await listed(f1, f2, f3);
      await importText(books, [head, row].join('\n'), '2026-11-16', { asOf: '2026-11-15', full: false });
      await importList(books, [row, f2, f3], '2026-11-20', until);
      expect(told(books)).toEqual({ stated, causes: {}, unexplained: 0 });
    }
  });

  it('an item that came with a later list of only some items was not on the full one, whatever day both hold the bank up to', async () => {
    const books = await listed(f1);
    await importText(books, [head, f2].join('\n'), '2026-11-12', { asOf: '2026-11-10', full: false });
    expect(told(books)).toEqual({ stated: 100_000, causes: { 'since-list': 50_000 }, unexplained: 0 });
    const part = f2.replace(/500,00$/, '300,00');
    await importText(books, [head, part].join('\n'), '2026-11-16', { asOf: '2026-11-15', full: false });
    expect(told(books)).toEqual({ stated: 100_000, causes: { 'since-list': 30_000 }, unexplained: 0 });
    await importList(books, [f1, part], '2026-11-15');
    expect(told(books)).toEqual({ stated: 130_000, causes: {}, unexplained: 0 });
  });

  it('a full list of before one of only some items says what it has open of them all the same', async () => {
    const books = await listed(f1, f2);
    await importText(books, [head, paidHalf].join('\n'), '2026-11-16', { asOf: '2026-11-15', full: false });
    await importList(books, [f1, f2], '2026-11-12');
    expect(told(books)).toEqual({ stated: 150_000, causes: { 'paid-since': -40_000 }, unexplained: 0 });
  });

  const late = '1001;Kok;F1001;01-10-2026;31-10-2026;1.000,00;1.000,00';
  const back = { remittance: 'factuur F1001', returnReason: 'MD06' };
  const paidOn = (day: string, amount = 30_000) => bankLine(`2026-11-${day}`, amount, { remittance: 'factuur F1001' });
  const backOn = (day: string, amount = 30_000) => bankLine(`2026-11-${day}`, -amount, back);
  const cases = [
    ['lacks', null, late, [paidOn('11')]],
    ['lacks', null, late, [paidOn('11', 100_000)]],
    ['lacks', null, late, [paidOn('13'), backOn('17')]],
    ['lacks', null, settled, [paidOn('13'), backOn('17')]],
    ['lacks', null, paidHalf, [paidOn('13', 40_000)]],
    ['has open', late, paidHalf, [paidOn('11')]],
    ['has open', late, settled, [paidOn('11', 100_000), backOn('17', 100_000)]],
    ['has partly open', paidHalf, settled, [paidOn('13', 60_000), backOn('17', 60_000)]],
  ] as const;

  it.each(cases)(
    'what the full list %s is told beside a later one of only that item, whenever the bank comes in: %#',
    async (_, onFull, row, lines) => {
      const stated = 50_000 + (onFull === late ? 100_000 : onFull === paidHalf ? 60_000 : 0);
      for (const place of [1, 2, 3]) {
        const books = freshBooks();
        const steps = [
          () => importList(books, [f1, f2], '2026-11-10'),
          () => importList(books, onFull ? [onFull, f2] : [f2], '2026-11-12'),
          () => importText(books, [head, row].join('\n'), '2026-11-20', { asOf: '2026-11-15', full: false }),
        ];
        steps.splice(place, 0, async () => importBank(books, [bankFile(lines)], '2026-11-20'));
        for (const step of steps) await step();
        const explained = told(books);
        expect([place, explained]).toMatchObject([place, { stated, unexplained: 0 }]);
        // Another of the same changes nothing of it.
        await importText(books, [head, row].join('\n'), '2026-11-20', { asOf: '2026-11-15', full: false });
        expect(told(books)).toEqual(explained);
        const before = standing(books);
        await importText(books, [head, row].join('\n'), '2026-11-20', { asOf: '2026-11-15', full: false });
        expect(standing(books)).toEqual(before);
      }
    },
  );

  it('an item entered here is newer than the list', async () => {
    const books = await listed(f1);
    const { id: debtorId } = debtorByCode(books, '1001');
    const facts = { number: 'F1099', kind: 'invoice', date: '2026-11-12', dueDate: null, total: 12_100 } as const;
    const item = {
      ...facts,
      currency: 'EUR',
      creditFor: null,
      description: null,
      yourReference: null,
      paymentReference: null,
    } as const;
    const moment = { today: '2026-11-12', at: '2026-11-12T10:00:00' };
    applyChanges(books, runCommand(books, { type: 'add-item', debtorId, item }, moment));
    expect(told(books)).toEqual({ stated: 100_000, causes: { 'since-list': 12_100 }, unexplained: 0 });
  });

  it('a balance typed in that is another leaves a difference nobody explains', async () => {
    expect(told(await listed(f1, f2), 150_001)).toEqual({ stated: 150_001, causes: {}, unexplained: -1 });
  });

  it('items in another currency are counted apart', async () => {
    const books = freshBooks();
    const rows = [`${head};Valuta`, `${f1};EUR`, `${f2};USD`];
    await importText(books, rows.join('\n'), '2026-11-10', { asOf: '2026-11-10' });
    expect(told(books)).toEqual({ stated: 100_000, causes: {}, unexplained: 0 });
    expect(reconcile(books, null)?.otherCurrencies).toBe(1);
  });
});

const { t } = createTranslator('nl');
const tableOf = (books: Books, list: PostBackList) => postBackTable(postBackOf(books), list, (key) => t(key));

describe('lists to book from', () => {
  it('a small rest that was let go is a betalingsverschil', async () => {
    const books = await listed(f1);
    importBank(books, [bankFile([bankLine('2026-11-12', 99_998, { remittance: 'onbekend' })])], '2026-11-13');
    const [line] = [...books.records.bankLine.values()];
    const { id: debtorId } = debtorByCode(books, '1001');
    const parts = [{ debtorId, itemId: 'F1001', amount: 99_998, discount: 0 }];
    const moment = { today: '2026-11-13', at: '2026-11-13T10:00:00' };
    const command = { type: 'match-line', lineId: line!.id, parts, creditTo: null, settle: ['F1001'] } as const;
    applyChanges(books, runCommand(books, command, moment));
    expect(postBackOf(books)['let-go']).toMatchObject([{ kind: 'difference', number: 'F1001', amount: 2 }]);
    expect(tableOf(books, 'let-go').split('\r\n')[1]).toBe('12-11-2026;1001;Kok;F1001;0,02;EUR;Betalingsverschil');
    expect(told(books).causes).toEqual({ 'paid-since': -99_998, difference: -2 });
  });

  it('opens in a spreadsheet without running anything', async () => {
    const books = await listed(f1);
    importBank(books, [bankFile([bankLine('2026-11-12', 100_000, { remittance: '=F1001' })])], '2026-11-13');
    expect(tableOf(books, 'lettered-off')).toContain("'=F1001");
    expect(postBackOf(books).charged).toEqual([]);
    expect(postBackOf(books).charged).toEqual([]);
  });
});

describe('the demo', () => {
  it('agrees with its own list, and a payment after it is told as such', () => {
    const books = emptyBooks();
    applyChanges(books, demoChanges('2026-11-20'));
    const before = told(books);
    expect([before.causes, before.unexplained]).toEqual([{}, 0]);
    expect(postBackOf(books)['lettered-off']).toEqual([]);
    const line = bankLine('2026-11-20', 141_918, {
      counterpartyName: 'Traiteur Laagland',
      remittance: 'factuur 2026-0384',
    });
    importBank(books, [bankFile([line])], '2026-11-20');
    const after = told(books);
    expect([after.causes, after.unexplained]).toEqual([{ 'paid-since': -141_918 }, 0]);
    expect(postBackOf(books)['lettered-off']).toMatchObject([{ date: '2026-11-20', amount: 141_918 }]);
  });
});
