import { describe, expect, test } from 'vitest';
import type { Books } from '#shared/domain/books.ts';
import type { Payment } from '#shared/domain/item.ts';
import { type Claim, claimOf } from '#shared/dossier/claim.ts';
import { claimCsv, claimJson } from '#shared/dossier/claim-files.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { administration, booksWith, credit, hold, invoice, type Owing, pay, sendAll } from './dunning-books.ts';

const words = createTranslator('nl');

function claimIn(books: Books, asOf: string): Claim {
  const ledger = books.ledgers.get(1)!;
  return claimOf(ledger, Object.values(ledger.debtor!)[0]!, administration, builtInRates, asOf);
}

function euros(claim: Claim) {
  const total = claim.totals.find((own) => own.currency === 'EUR')!;
  return [total.principal, total.interest.amount, total.collectionCosts.amount, total.total];
}

/** Σ over the rows is the total, and the imputation conserves every cent (criterion B1). */
function expectToAddUp(claim: Claim): void {
  for (const total of claim.totals) {
    const rows = claim.rows.filter((row) => row.currency === total.currency);
    const sum = (amount: (row: Claim['rows'][number]) => number) => rows.reduce((all, row) => all + amount(row), 0);
    expect(sum((row) => row.total) - sum((row) => row.paid)).toBe(sum((row) => row.open));
    expect(sum((row) => row.open)).toBe(total.ledgerOpen);
    expect(total.principal + total.interest.amount + total.collectionCosts.amount).toBe(total.total);
    expect(sum((row) => row.interest)).toBe(total.interest.amount);
    expect(sum((row) => row.costs)).toBe(total.collectionCosts.amount);
  }
  const { charges } = claim;
  if (!charges) return;
  for (const own of charges.imputations) {
    expect(own.costs + own.interest + own.principal + own.unallocated).toBe(own.amount);
  }
  const started = charges.items.reduce((all, item) => all + item.principal + item.interest, 0);
  const paid = charges.imputations.reduce((all, own) => all + own.amount, 0);
  expect(started + (charges.costs?.total ?? 0) - paid).toBe(claim.totals.find((own) => own.currency === 'EUR')!.total);
}

describe('a claim on 1 June 2026 over € 1.000 due 1 March (law §3, §4; criterion B3)', () => {
  const cases: readonly [string, Owing, readonly number[]][] = [
    // 92 days of 10,15%; 15% of the principal.
    [
      'a business owes interest and costs without a letter',
      { items: [invoice('F1')] },
      [1_000_00, 25_58, 150_00, 1_175_58],
    ],
    [
      'what is disputed is claimed too',
      { items: [invoice('F1')], holds: [hold({ itemId: 'F1', reason: 'dispute' })] },
      [1_000_00, 25_58, 150_00, 1_175_58],
    ],
    [
      'credits lower it from the start',
      { items: [invoice('F1'), credit('C1', 400_00)] },
      [600_00, 15_35, 90_00, 705_35],
    ],
    [
      'a consumer owes interest from default, and no costs without a veertiendagenbrief',
      { debtor: { kind: 'consumer', termAgreed: true }, items: [invoice('F1')] },
      // 92 days of 4%.
      [1_000_00, 10_08, 0, 1_010_08],
    ],
    [
      'unknown kind: principal only',
      { debtor: { kind: 'unknown' }, items: [invoice('F1')] },
      [1_000_00, 0, 0, 1_000_00],
    ],
    ['nothing due yet', { items: [invoice('F1', { dueDate: '2026-07-01' })] }, [1_000_00, 0, 0, 1_000_00]],
  ];
  test.each(cases)('%s', (_, owing, amounts) => {
    const claim = claimIn(booksWith(owing), '2026-06-01');
    expect(euros(claim)).toEqual(amounts);
    expectToAddUp(claim);
  });
});

test('a payment goes to interest before principal, so that more is left than the ledger says (art. 6:44 BW)', () => {
  const books = booksWith({ items: [invoice('F1')] });
  pay(books, 1, 'F1', 400_00, '2026-03-31');
  const claim = claimIn(books, '2026-06-01');
  // 30 days: 8,34 of the payment is interest, 391,66 principal; then 62 days over 608,34. Costs over what the ledger has open.
  expect(claim.charges?.imputations).toEqual([
    { date: '2026-03-31', number: 'F1', amount: 400_00, costs: 0, interest: 8_34, principal: 391_66, unallocated: 0 },
  ]);
  expect(euros(claim)).toEqual([608_34, 10_49, 90_00, 708_83]);
  expect([claim.totals[0]?.ledgerOpen, claim.totals[0]?.perDay]).toEqual([600_00, 17]);
  expectToAddUp(claim);
});

test('a payment the bank took back lowers nothing; one that stays does so on its own day', () => {
  const books = booksWith({ items: [invoice('F1')] });
  const untouched = claimIn(books, '2026-06-01');
  pay(books, 1, 'F1', 400_00, '2026-03-31');
  pay(books, 1, 'F1', -400_00, '2026-04-07');
  expect(euros(claimIn(books, '2026-06-01'))).toEqual(euros(untouched));
  pay(books, 1, 'F1', 300_00, '2026-05-10');
  const claim = claimIn(books, '2026-06-01');
  expect(claim.charges?.imputations).toMatchObject([{ date: '2026-05-10', amount: 300_00 }]);
  expect(claim.totals[0]?.ledgerOpen).toBe(700_00);
  expectToAddUp(claim);
});

test('costs that are due take a payment first (art. 6:44 BW): a consumer after a lapsed veertiendagenbrief', () => {
  const books = booksWith({ debtor: { kind: 'consumer', termAgreed: true }, items: [invoice('F1')] });
  for (const day of ['2026-03-09', '2026-03-19', '2026-04-09']) sendAll(books, day);
  expect(euros(claimIn(books, '2026-04-28'))[2]).toBe(0);
  expect(claimIn(books, '2026-04-29').charges).toMatchObject({ costsFrom: '2026-04-29', costs: { total: 150_00 } });
  pay(books, 1, 'F1', 200_00, '2026-05-10');
  const claim = claimIn(books, '2026-06-01');
  // 15% of the 800 the ledger still claims; 70 days of 4% to 10 May are 7,67.
  expect(claim.charges?.imputations[0]).toMatchObject({ costs: 120_00, interest: 7_67, principal: 72_33 });
  expectToAddUp(claim);
});

test('a letter of an earlier cycle made no costs due in this one: a payment since goes to interest and principal', () => {
  const books = booksWith({ items: [invoice('F1', { outside: { level: 2, on: '2026-03-20' } })] });
  expect(sendAll(books, '2026-06-01')[0]?.amounts.costs).toBe(150_00);
  const ledger = books.ledgers.get(1)!;
  ledger.item!.F1 = { ...ledger.item!.F1!, cycle: 2 };
  pay(books, 1, 'F1', 500_00, '2026-06-10');
  const { charges } = claimIn(books, '2026-07-01');
  expect(charges).toMatchObject({ costsFrom: '2026-07-01', imputations: [{ amount: 500_00, costs: 0 }] });
});

test('each currency by itself, interest and costs in euros only; what was given up is named', () => {
  const books = booksWith({ items: [invoice('F1'), invoice('F2', { currency: 'USD' }), invoice('F3')] });
  books.ledgers.get(1)!.waiver = {
    w: { id: 'w', itemId: 'F3', what: 'interest', reason: 'fout in de levering', on: '2026-05-01' },
  };
  const claim = claimIn(books, '2026-06-01');
  expect(claim.totals.map(({ currency, total, interest }) => [currency, total, interest.reason])).toEqual([
    ['EUR', 2_000_00 + 25_58 + 300_00, null],
    ['USD', 1_000_00, 'other-currency'],
  ]);
  expect(claim.rows.map((row) => [row.number, row.interestFrom])).toEqual([
    ['F1', '2026-03-02'],
    ['F2', null],
    ['F3', null],
  ]);
  expect(claim.waivers).toEqual([{ what: 'interest', number: 'F3', reason: 'fout in de levering', on: '2026-05-01' }]);
  expectToAddUp(claim);
});

test('the files of the claim say the same, with ground, start and day of the interest', () => {
  const books = booksWith({ items: [invoice('F1')] });
  const bank: Payment = {
    id: 'p0',
    date: '2026-03-31',
    amount: 400_00,
    currency: 'EUR',
    source: 'bank',
    counterparty: 'Debiteur 1',
    iban: null,
    remittance: 'F1',
    importId: null,
  };
  books.ledgers.get(1)!.payment = { p0: bank };
  pay(books, 1, 'F1', 400_00, '2026-03-31');
  const claim = claimIn(books, '2026-06-01');
  const json = JSON.parse(claimJson(claim, words));
  expect(json.totals[0]).toMatchObject({
    principal: '608.34',
    interest: { amount: '10.49', status: 'computed' },
    collectionCosts: { amount: '90.00', status: 'computed' },
    total: '708.83',
    perDay: '0.17',
    ledgerOpen: '600.00',
  });
  expect(json.charges).toMatchObject({
    rate: 'handel',
    ground: 'wettelijke handelsrente, art. 6:119a en 6:119b BW',
    items: [{ number: 'F1', principal: '1000.00', interestFrom: '2026-03-02', interest: '18.83' }],
    imputations: [{ date: '2026-03-31', interest: '8.34', principal: '391.66' }],
  });
  expect(claimCsv(claim, words).split('\r\n')[1]).toContain('600,00;nee;10,49;berekend;90,00;berekend;;02-03-2026');
});

test('payments of which only a list tells counted as in time: nothing is claimed that is not certain', () => {
  const books = booksWith({ items: [invoice('F1', { listed: { open: 600_00, bankUntil: '2026-05-01' } })] });
  const ledger = books.ledgers.get(1)!;
  const told: Payment = {
    id: 'list',
    date: '2026-05-01',
    amount: 400_00,
    currency: 'EUR',
    source: 'list',
    counterparty: null,
    iban: null,
    remittance: null,
    importId: null,
  };
  ledger.payment = { list: told };
  ledger.allocation = { list: { id: 'list', paymentId: 'list', itemId: 'F1', date: '2026-05-01', amount: 400_00 } };
  expect(euros(claimIn(books, '2026-06-01'))).toEqual([600_00, 15_35, 90_00, 705_35]);
});
