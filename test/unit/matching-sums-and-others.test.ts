import { expect, it } from 'vitest';
import type { Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { booksWith, credit, invoice } from './dunning-books.ts';
import { bestOf, receipt } from './matching-books.ts';

const weaver = { iban: 'NL91ABNA0417164300', counterparty: 'Weverij Oosterhof' };
const forge = { iban: 'NL69INGB0123456789', counterparty: 'Smederij Kolk' };
const tenant = { iban: 'NL12RABO0987654321', counterparty: 'T. Wolters' };
const member = { iban: 'NL02ABNA0123456789', counterparty: 'L. Hamming' };
const on = (date: string, dueDate: string, total: number) => ({ date, dueDate, total });

/** Sums that may be made otherwise, and invoices of one amount to more than one debtor. */
const books = booksWith(
  {
    debtor: { name: 'Weverij Oosterhof', iban: weaver.iban },
    items: [
      invoice('2026-0201', on('2026-01-05', '2026-01-19', 250_00)),
      invoice('2026-0202', on('2026-01-06', '2026-01-20', 500_00)),
      invoice('2026-0203', on('2026-01-07', '2026-01-21', 311_13)),
      invoice('2026-0204', on('2026-01-08', '2026-01-22', 417_29)),
      invoice('2026-0205', on('2026-01-09', '2026-01-23', 523_47)),
      credit('2026-0206', 10_00),
    ],
  },
  {
    debtor: { name: 'Smederij Kolk', iban: forge.iban },
    items: [
      invoice('2025-0908', on('2025-11-05', '2025-11-19', 14_90)),
      invoice('2025-0909', on('2025-12-05', '2025-12-19', 14_90)),
      credit('2026-0210', 172_75),
      invoice('2026-0211', on('2026-01-05', '2026-01-19', 14_90)),
      invoice('2026-0212', on('2026-01-06', '2026-01-20', 981_95)),
      invoice('2026-0213', on('2026-01-15', '2026-01-29', 14_90)),
      invoice('2026-0214', on('2026-02-06', '2026-02-20', 14_90)),
      invoice('2026-0215', on('2026-02-07', '2026-02-21', 4_174_50)),
      invoice('2026-0216', on('2026-02-09', '2026-02-23', 14_90)),
      invoice('2026-0217', on('2026-02-11', '2026-02-25', 52_99)),
      invoice('2026-0218', on('2026-02-12', '2026-02-26', 290_58)),
      invoice('2026-0219', on('2026-02-13', '2026-02-27', 93_00)),
    ],
  },
  {
    debtor: { name: 'T. Wolters', kind: 'consumer', iban: tenant.iban },
    items: [invoice('2026-0221', on('2026-02-01', '2026-02-15', 825_50))],
  },
  {
    debtor: { name: 'N. Ekkel', kind: 'consumer' },
    items: [invoice('2026-0232', on('2026-02-01', '2026-02-15', 825_50))],
  },
  {
    debtor: { name: 'L. Hamming', kind: 'consumer', iban: member.iban },
    items: [
      invoice('2026-0241', { ...on('2026-01-05', '2026-01-19', 36_80), state: 'closed' }),
      invoice('2026-0041', { ...on('2026-01-06', '2026-01-20', 36_85), state: 'closed' }),
      invoice('2026-0243', on('2026-02-06', '2026-02-20', 36_85)),
      invoice('2026-0242', on('2026-02-05', '2026-02-19', 36_80)),
    ],
  },
  {
    debtor: { name: 'Zeilmakerij Vliet' },
    items: [
      invoice('2026-0251', on('2026-01-03', '2026-01-17', 61_70)),
      invoice('2026-0252', on('2026-02-27', '2026-03-13', 61_70)),
    ],
  },
  { debtor: { name: 'Kuiperij Stam' }, items: [invoice('2026-0273', { total: 59_90 })] },
  {
    debtor: { name: 'Lijstenmakerij Veer' },
    items: [
      invoice('2026-0274', on('2026-02-05', '2026-02-19', 73_40)),
      invoice('2026-0488', on('2026-02-25', '2026-03-11', 73_40)),
    ],
  },
  { debtor: { name: 'De Blauwe Hoeve' }, items: [invoice('2026-0261', { total: 487_15 })] },
);

it.each<readonly [why: string, remittance: string | null, amount: number, given: Partial<Receipt>, best: string]>([
  ['half of one of them is left open', 'div. betaling', 1_751_89, weaver, 'none'],
  ['half of one of two is left open', 'betaling', 917_29, weaver, 'none'],
  [
    'an order number one digit from the older of two of an amount',
    'order 20260273',
    73_40,
    { counterparty: 'Lijstenmakerij Veer' },
    'none',
  ],
  [
    'no half is left open',
    'betaling',
    1_690_76,
    weaver,
    '2026-0201 250.00 + 2026-0202 500.00 + 2026-0204 417.29 + 2026-0205 523.47',
  ],
  ['charges of the bank as large as a credit note', '2026-0203 /OCMT/EUR311,13/CHGS1/EUR10,00', 301_13, weaver, 'none'],
  ['the same without charges', '2026-0203', 301_13, weaver, '2026-0203 311.13 + 2026-0206 -10.00'],
  ['one of two of an amount among invoices in a row', 'facturen t/m februari', 5_637_72, forge, 'none'],
  ['the very amount of another debtor, and the end of its number', 'voldaan 0232', 825_50, tenant, 'none'],
  ['digits that end no number of that amount', 'voldaan 0299', 825_50, tenant, '2026-0221 825.50'],
  ['the month that is paid, cut short', 'contr. jan', 36_80, { ...member, date: '2026-02-16' }, 'none'],
  [
    'two digits that are the serial number of one that is paid',
    'nr 41',
    36_85,
    { ...member, date: '2026-02-16' },
    'none',
  ],
  ['a day beside another amount', 'eur 338,80 dd 03-01-2026', 61_70, { counterparty: 'Zeilmakerij Vliet' }, 'none'],
  [
    'a day beside the amount',
    'eur 61,70 factuur dd 03-01-2026',
    61_70,
    { counterparty: 'Zeilmakerij Vliet' },
    '2026-0251 61.70',
  ],
  ['a name with a telling word more', 'betaling', 487_15, { counterparty: 'De Blauwe Hoeve Lease' }, 'none'],
  [
    'a name with a word more that tells little',
    'betaling',
    487_15,
    { counterparty: 'De Blauwe Hoeve Beheer BV' },
    '2026-0261 487.15',
  ],
  [
    'a name with a word more, and the number',
    '2026-0261',
    487_15,
    { counterparty: 'De Blauwe Hoeve Lease' },
    '2026-0261 487.15',
  ],
])('%s', (_why, remittance, amount, given, best) => {
  const [match] = matchReceipts(books, [receipt(amount, remittance, given)]);
  expect(match!.accepted ? bestOf(match!) : 'none').toBe(best);
});
