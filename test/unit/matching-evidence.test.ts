import { describe, expect, it } from 'vitest';
import type { Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { bestOf, hansen, korenmaat, office, receipt } from './matching-books.ts';

const books = office();
const match = (line: Receipt) => matchReceipts(books, [line])[0]!;

type Case = readonly [
  remittance: string | null,
  amount: number,
  given: Partial<Receipt>,
  best: string,
  accepted: boolean,
];

const stranger = { counterparty: 'M. Oudshoorn', iban: 'NL44RABO0123456789' };

describe('a number in the text', () => {
  it.each<Case>([
    ['Factuur 2026-0012', 121_37, {}, '2026-0012 121.37', true],
    ['2026-0012', 121_37, stranger, '2026-0012 121.37', true],
    ['factuurnr.2026/0012', 121_37, {}, '2026-0012 121.37', true],
    ['fact 20260012', 121_37, {}, '2026-0012 121.37', true],
    ['FACTUURNUMMER20260012', 121_37, {}, '2026-0012 121.37', true],
    ['inv. 2026 0012 thanks', 121_37, {}, '2026-0012 121.37', true],
    ['2026.0012', 121_37, {}, '2026-0012 121.37', true],
    ['fact. 2026-12', 121_37, korenmaat, '2026-0012 121.37', true],
    ['factuur 26-0012', 121_37, korenmaat, '2026-0012 121.37', true],
    ['factuur 0012', 121_37, korenmaat, '2026-0012 121.37', true],
    ['nota 12', 121_37, korenmaat, '2026-0012 121.37', true],
    ['Betaling factuur 2026-00 12 Bakkerij', 121_37, korenmaat, '2026-0012 121.37', true],
    ['Betaling 20260 012', 121_37, {}, '2026-0012 121.37', true],
    ['klantnr 10023 factuur 2026-0012 d.d. 30-01-2026 EUR 121,37', 121_37, {}, '2026-0012 121.37', true],
    ['klantnr 10023, 2026-0012', 121_37, {}, '2026-0012 121.37', true],
    ['project 2608 klantnr 10047 nr 2026-0012', 121_37, {}, '2026-0012 121.37', true],
    ['inkoopnr 26-0009 uw 2026-0012', 121_37, {}, '2026-0012 121.37', true],
    // Nothing else fits: the number alone does not make a payment sure.
    ['2026-0012', 87_65, stranger, '2026-0012 87.65', false],
    ['2026-0012', 87_65, korenmaat, '2026-0012 87.65', true],
    ['2026-0012', 221_37, korenmaat, '2026-0012 121.37, rest 100.00', true],
    // The number of one, the amount of another.
    ['2026-0013', 121_37, korenmaat, '2026-0012 121.37', false],
  ])('%s', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});

describe('several numbers', () => {
  it.each<Case>([
    ['2026-0012 + 2026-0015', 221_36, {}, '2026-0012 121.37 + 2026-0015 99.99', true],
    ['2026-0012/2026-0013', 363_48, {}, '2026-0012 121.37 + 2026-0013 242.11', true],
    ['2026-0012, 13 en 15', 463_47, {}, '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99', true],
    ['2026-0012/13/15', 463_47, {}, '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99', true],
    [
      'facturen 2026-0012 t/m 2026-0016',
      975_87,
      {},
      '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99 + 2026-0016 512.40',
      true,
    ],
    ['2026-0012 tm 16', 975_87, {}, '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99 + 2026-0016 512.40', true],
    ['0012-0016', 975_87, korenmaat, '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99 + 2026-0016 512.40', true],
    ['2026-0012 - 2026-0016', 633_77, {}, '2026-0012 121.37 + 2026-0016 512.40', true],
    ['2026001220260013', 363_48, {}, '2026-0012 121.37 + 2026-0013 242.11', true],
    // One of those named was left unpaid.
    ['2026-0012, 2026-0013, 2026-0015', 341_37, korenmaat, '2026-0012 121.37 + 2026-0013 220.00', false],
    ['2026-0012, 2026-0013, 2026-0015', 221_36, korenmaat, '2026-0012 121.37 + 2026-0015 99.99', true],
    // A credit note alone is not what is paid.
    ['div. facturen min 2026-0018', 343_37, korenmaat, '2026-0012 121.37 + 2026-0013 242.11 + 2026-0018 -20.11', true],
    // Of two debtors.
    ['2026-0012 en 2026-0014', 196_62, korenmaat, '2026-0012 121.37 + 2026-0014 75.25', true],
    ['2026-0012 en 2026-0014', 196_62, stranger, '2026-0012 121.37 + 2026-0014 75.25', true],
  ])('%s', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});

describe('what is no number of an invoice', () => {
  it.each<Case>([
    ['betaling dd 20-12-2026', 999_00, stranger, 'none', false],
    ['tel 06-20260012', 999_00, stranger, 'none', false],
    ['klantnummer 20260012', 999_00, stranger, 'none', false],
    ['KvK 20260012', 999_00, stranger, 'none', false],
    ['EUR 2.026,00', 999_00, stranger, 'none', false],
    ['Zwolle 2026 EN omstreken', 999_00, stranger, 'none', false],
    ['NOTPROVIDED', 999_00, { ...stranger, endToEndId: 'NOTPROVIDED' }, 'none', false],
    ['TERUGGAAF OMZETBELASTING 2026', 121_37 + 1, { counterparty: 'Belastingdienst' }, 'none', false],
  ])('%s', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});

describe('references with check digits', () => {
  it.each<Case>([
    [null, 121_37, { structuredReference: '7000000020260012' }, '2026-0012 121.37', true],
    [null, 121_37, { structuredReference: 'RF2520260012' }, '2026-0012 121.37', true],
    // Made of the debtor's code and the number.
    ['Betalingskenmerk: 1001 0023 2026 0012', 121_37, {}, '2026-0012 121.37', true],
    ['RF25 2026 0012', 121_37, stranger, '2026-0012 121.37', true],
    [null, 121_37, { endToEndId: '2026-0012' }, '2026-0012 121.37', true],
    // A wrong check digit: no reference.
    [null, 999_00, { structuredReference: '8000000020260012' }, 'none', false],
  ])('%s %s %j', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});

describe('without a number', () => {
  it.each<Case>([
    [null, 99_99, korenmaat, '2026-0015 99.99', true],
    ['betaling', 99_99, { counterparty: 'Korenmaat Bakkerij' }, '2026-0015 99.99', true],
    ['betaling', 99_99, { counterparty: 'BAKKERIJ KORENMAAT B.V. INZ CRED' }, '2026-0015 99.99', true],
    ['namens Bakkerij Korenmaat', 99_99, stranger, '2026-0015 99.99', true],
    ['klantnummer 10023', 99_99, stranger, '2026-0015 99.99', true],
    [
      'saldo',
      955_76,
      korenmaat,
      '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99 + 2026-0016 512.40 + 2026-0018 -20.11',
      true,
    ],
    ['oudste drie', 463_47, korenmaat, '2026-0012 121.37 + 2026-0013 242.11 + 2026-0015 99.99', true],
    // Two of the same amount: the bank line does not say which.
    ['factuur', 45_10, { counterparty: 'Hr P de Vries' }, '2026-0030 45.10', false],
    // Two debtors of one name.
    ['factuur', 63_30, { counterparty: 'P Jansen' }, '2026-0040 63.30', false],
    ['factuur 2026-0041', 63_30, { counterparty: 'P Jansen' }, '2026-0041 63.30', true],
    // Only an amount.
    ['bedankt', 512_40, {}, '2026-0016 512.40', false],
    ['bedankt', 512_40, stranger, 'none', false],
    // A part of what is open, and nothing says of what; a name is enough to propose it.
    ['termijn', 30_00, { counterparty: 'Drukkerij Hansen' }, '2026-0014 30.00', false],
    ['deelbetaling', 50_00, korenmaat, '2026-0012 50.00', false],
  ])('%s', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});

describe('discounts, differences and credit notes', () => {
  it.each<Case>([
    ['2026-0021', 1_185_80, hansen, '2026-0021 1185.80 (24.20 kept)', true],
    ['betaling min 2%', 1_185_80, hansen, '2026-0021 1185.80 (24.20 kept)', true],
    ['2026-0021', 1_185_80, { ...hansen, date: '2026-03-11' }, '2026-0021 1185.80', true],
    ['2026-0022', 592_90, hansen, '2026-0022 592.90', true],
    ['2026-0012', 121_40, korenmaat, '2026-0012 121.37, rest 0.03', true],
    ['2026-0012', 121_00, korenmaat, '2026-0012 121.00', true],
    ['2026-0012 min credit 2026-0018', 101_26, korenmaat, '2026-0012 121.37 + 2026-0018 -20.11', true],
    ['2026-0012 verrekend', 101_26, korenmaat, '2026-0012 121.37 + 2026-0018 -20.11', true],
  ])('%s', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});

describe('contradictions wait for review', () => {
  it.each<Case>([
    // A slip, with the right account and amount: which item is beyond doubt.
    ['2026-0051', 99_99, korenmaat, '2026-0015 99.99', true],
    ['2026-0051', 88_88, korenmaat, '2026-0015 88.88', false],
    // One digit from it, but the next invoice of after the last list may be for as much.
    ['2026-0035', 99_99, korenmaat, '2026-0015 99.99', true],
    ['2026-0045', 99_99, korenmaat, '2026-0015 99.99', false],
    // A number that is not in the books beside one that is, and the sum of that one and another.
    ['2026-0012 en 2026-0045', 363_48, korenmaat, '2026-0012 121.37 + 2026-0013 242.11', false],
    ['2026-0012 en 2026-0013 order 2026-0045', 363_48, korenmaat, '2026-0012 121.37 + 2026-0013 242.11', true],
    // The number of another debtor than the account.
    ['2026-0014', 99_99, korenmaat, '2026-0015 99.99', false],
    ['2026-0014', 75_25, korenmaat, '2026-0014 75.25', false],
    // Numbers of two debtors and a sum that is not theirs: what is over may be the other's.
    ['2026-0012 en 2026-0014', 190_00, korenmaat, '2026-0012 121.37, rest 68.63', false],
    // A number that is not in the books.
    ['factuur 2026-0077', 99_99, korenmaat, '2026-0015 99.99', false],
    ['factuur 2026-0077', 500_00, stranger, 'none', false],
    // Paid already.
    ['2026-0009', 333_33, hansen, 'nothing, rest 333.33', false],
    ['2026-0009', 75_25, hansen, '2026-0014 75.25', false],
    // Another currency.
    ['2026-0012', 121_37, { currency: 'USD' }, 'none', false],
    // From before the invoice.
    ['2026-0012', 121_37, { date: '2026-01-02' }, '2026-0012 121.37', false],
    // From an own account.
    ['2026-0012', 121_37, { iban: 'NL59RABO0118529307' }, 'none', false],
  ])('%s', (remittance, amount, given, best, accepted) => {
    const found = match(receipt(amount, remittance, given));
    expect([bestOf(found), found.accepted]).toEqual([best, accepted]);
  });
});
