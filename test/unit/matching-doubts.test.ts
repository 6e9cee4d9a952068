import { expect, it } from 'vitest';
import type { Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { booksWith, credit, invoice } from './dunning-books.ts';
import { bestOf, receipt } from './matching-books.ts';

const transport = { iban: 'NL91ABNA0417164300', counterparty: 'Van der Berg Transport BV' };
const klein = { iban: 'NL69INGB0123456789', counterparty: 'Klein BV' };
const groot = { iban: 'NL12RABO0987654321', counterparty: 'Groot Installatie' };
const noord = { iban: 'NL02ABNA0123456789', counterparty: 'Stoffen Noord' };
const mill = { iban: 'NL28INGB0004567890', counterparty: 'Molen De Lelie' };
const drogist = { iban: 'NL86INGB0002445588', counterparty: 'Drogisterij Vos' };
const stranger = { iban: 'NL44RABO0123456789', counterparty: 'M. Oudshoorn' };
const monthly = (number: string, date: string, dueDate: string) => invoice(number, { total: 49_95, date, dueDate });

/** Debtors that are easily taken for one another, and amounts that fit more than one thing. */
const books = booksWith(
  {
    debtor: { name: 'Van der Berg Transport B.V.', iban: transport.iban },
    items: [
      invoice('2026-0101', { total: 121_37 }),
      invoice('2026-0103', { total: 250_00 }),
      invoice('2026-0104', { total: 121_37 }),
      credit('2026-0105', 78_63),
    ],
  },
  {
    debtor: { name: 'H. van der Berg', kind: 'consumer' },
    items: [invoice('2026-0106', { total: 250_00 }), invoice('2026-0107', { total: 60_50 })],
  },
  {
    debtor: { name: 'J. van der Berg', kind: 'consumer' },
    items: [invoice('2026-0108', { total: 250_00 }), invoice('2026-0109', { total: 60_50 })],
  },
  {
    debtor: { name: 'Slagerij Otten' },
    items: [invoice('1203', { total: 484_00 }), invoice('2024', { total: 333_10 })],
  },
  {
    debtor: { name: 'Bouwbedrijf Kramer' },
    items: [invoice('1203', { total: 484_00 }), invoice('20260305', { total: 1_815_00 })],
  },
  { debtor: { name: 'Hazelaar Handelshuis' }, items: [invoice('2026-0304', { total: 470_00 })] },
  { debtor: { name: 'Kramer Beheer B.V.' }, items: [invoice('20260311', { total: 1_815_00 })] },
  {
    debtor: { name: 'Klein B.V.', iban: klein.iban },
    items: [
      invoice('2026-0120', { total: 100_00 }),
      invoice('2026-0121', { total: 200_00 }),
      invoice('2026-0122', { total: 300_00 }),
      invoice('2026-0123', { total: 600_00 }),
    ],
  },
  {
    debtor: { name: 'Groot Installatie', iban: groot.iban },
    items: [
      invoice('2026-0130', { total: 1_000_00 }),
      invoice('2026-0131', { total: 1_000_00, state: 'closed' }),
      invoice('2026-0132', { total: 500_00 }),
      credit('2026-0133', 500_00),
    ],
  },
  {
    debtor: { name: 'Maandklant BV' },
    items: [monthly('2026-0140', '2026-01-01', '2026-01-15'), monthly('2026-0141', '2026-02-01', '2026-02-15')],
  },
  { debtor: { name: 'Ministerie van Defensie' }, items: [invoice('2026-0161', { total: 650_00 })] },
  { debtor: { name: 'Makelaardij Dekker BV' }, items: [invoice('2026-0172', { total: 484_20 })] },
  {
    debtor: { name: 'Zuiderzee Drukwerk' },
    items: [
      invoice('2026-0181', { total: 90_75, date: '2026-01-10', dueDate: '2026-02-01' }),
      invoice('2026-0182', { total: 230_35, date: '2026-01-12', dueDate: '2026-02-02' }),
      invoice('2026-0183', { total: 90_75, date: '2026-02-12', dueDate: '2026-04-02' }),
      ...[411_13, 522_29, 633_47, 744_59, 855_71, 966_83].map((total, place) =>
        invoice(`2026-019${place}`, { total, date: '2026-02-11', dueDate: '2026-03-20' }),
      ),
    ],
  },
  {
    debtor: { name: 'Stoffen Noord', iban: noord.iban },
    items: [
      invoice('202602-242', { total: 131_40, state: 'closed' }),
      invoice('202603-445', { total: 131_40 }),
      invoice('202602-246', { total: 74_10 }),
      invoice('202603-446', { total: 74_10 }),
      invoice('202602-254', { total: 1_925_60 }),
      invoice('202602-256', { total: 29_18, state: 'closed' }),
      invoice('202602-257', { total: 27_00 }),
      invoice('202602-258', { total: 61_35 }),
      invoice('202602-260', { total: 362_87 }),
      credit('202602-259', 362_84),
    ],
  },
  {
    debtor: { name: 'Bakhuis Bouw B.V.' },
    items: [invoice('2026-0174', { total: 415_25 }), invoice('2026-0175', { total: 78_10 })],
  },
  { debtor: { name: 'Bakhuis Bouw Holding B.V.' }, items: [invoice('2026-0176', { total: 415_25 })] },
  {
    debtor: { name: 'Molen De Lelie', iban: mill.iban },
    items: [
      invoice('VF26/00266', { total: 90_80, state: 'closed' }),
      invoice('VF26/00278', { total: 90_80 }),
      invoice('VF26/00267', { total: 85_20 }),
      invoice('VF26/00279', { total: 85_20 }),
    ],
  },
  {
    debtor: { name: 'Tuincentrum Buiten' },
    items: [invoice('VF26/00006', { total: 77_30 }), invoice('VF26/00007', { total: 85_20 })],
  },
  { debtor: { name: 'Drogisterij Vos', iban: drogist.iban }, items: [invoice('2026-0400', { total: 629_57 })] },
  { debtor: { name: 'Waalhof' }, items: [invoice('2026-0171', { total: 484_10 })] },
  { debtor: { name: 'J. Bakker', kind: 'consumer' }, items: [invoice('F-77', { total: 2_150_00 })] },
);

type Case = readonly [why: string, remittance: string | null, amount: number, given: Partial<Receipt>];

const nobody = 'none';

it.each<Case>([
  ['two invoices of one amount', 'betaling factuur', 121_37, transport],
  ['a credit note named', '2026-0105', 121_37, transport],
  ['one named of which the sum with others is round', '2026-0121', 300_00, klein],
  ['one named, three that fit', '2026-0122', 600_00, klein],
  ['one named, the amount of another', '2026-0123', 300_00, klein],
  ['one invoice or three others', null, 600_00, klein],
  ['a surname without initials', 'betaling', 250_00, { counterparty: 'van der Berg' }],
  ['an account of two', 'betaling', 250_00, { counterparty: 'H van der Berg en J van der Berg' }],
  ['one pays, another is named', 'rekening H van der Berg', 60_50, { counterparty: 'J. van der Berg' }],
  ['a company pays for a person', 'namens H van der Berg', 250_00, transport],
  ['the number of another debtor', '2026-0106', 250_00, transport],
  ['numbers of two debtors, the amount of each', '2026-0106 2026-0108', 250_00, stranger],
  ['one number of two debtors', 'factuur 1203', 484_00, stranger],
  ['an order number', 'ordernr 1203', 484_00, stranger],
  ['a policy and a claim', 'polis 1203 schadenr 2026-0101', 121_37, { counterparty: 'Verzekeraar NV' }],
  ['digits of a telephone number', 'tel 06-12031203', 484_00, stranger],
  ['a year', 'contributie 2024', 333_10, stranger],
  ['the day it was paid', 'huur 20260305', 1_815_00, stranger],
  ['the day it was paid, last month', 'huur 20260205', 1_815_00, stranger],
  ['an account in the text', 'NL12ABCD0020260305', 1_815_00, stranger],
  ['a betalingskenmerk of another creditor', '4000 0012 0300 0000', 484_00, stranger],
  ['an RF reference of another creditor', 'RF18 5390 0754 7034', 100_00, stranger],
  ['the number of one, the amount of nothing', 'factuur 2026-0101', 89_10, stranger],
  ['the number of one in part, and nobody named', '2026-0101', 89_10, {}],
  ['twice what is named', 'factuur 2026-0304', 940_00, { counterparty: 'Hazelaar Handelshuis' }],
  ['three times what is named', 'factuur 2026-0304', 1_500_00, { counterparty: 'Hazelaar Handelshuis' }],
  ['credit is said to be set off, and is not', 'facturen min creditnota', 250_00, transport],
  ['invoices are said to be paid, and one fits', 'div. facturen', 250_00, transport],
  ['the rest of an invoice of which nothing came in', 'restant', 470_00, { counterparty: 'Hazelaar Handelshuis' }],
  ['more than all that are named', '2026-0120 2026-0121', 350_00, klein],
  ['a number that is nobody’s', 'nr 00322', 470_00, { counterparty: 'Hazelaar Handelshuis' }],
  ['paid a second time', '2026-0131', 1_000_00, groot],
  ['an invoice, or all with its credit note', null, 1_000_00, groot],
  ['an invoice, or another less a credit note', null, 500_00, groot],
  ['one named that the credit note halves', '2026-0130', 500_00, groot],
  ['months of one amount', 'abonnement', 49_95, { counterparty: 'Maandklant BV' }],
  ['tax paid back', 'TERUGGAAF OMZETBELASTING 2026-01', 650_00, { counterparty: 'Ministerie van Defensie' }],
  ['an assessment', 'Voorlopige aanslag 2026 nr 8123.45.678', 650_00, { counterparty: 'Ministerie van Defensie' }],
  ['salary of a debtor', 'Salaris februari 2026 J. Bakker', 2_150_00, { counterparty: 'Werkgever BV' }],
  ['salary from a debtor', 'salaris', 2_150_00, { counterparty: 'J. Bakker' }],
  [
    'an advance of the amount of an invoice',
    'vooruitbetaling offerte 881',
    470_00,
    { counterparty: 'Hazelaar Handelshuis' },
  ],
  ['a name that begins with the one word of this one', 'betaling', 484_10, { counterparty: 'Waalhof Verzekeringen' }],
  ['a name that a longer one with the same amount begins with', 'betaling', 415_25, { counterparty: 'Bakhuis Bouw' }],
  ['a person whose initial is that of a trade', 'betaling', 484_20, { counterparty: 'M Dekker' }],
  [
    'all that is due, one of two of an amount among it',
    'div. betaling',
    321_10,
    { counterparty: 'Zuiderzee Drukwerk' },
  ],
  ['a number cut short that is paid, the amount of a later one', '2-242', 131_40, noord],
  ['a part, of the amount of an invoice that is paid', 'factuur 202602-254', 29_18, noord],
  ['the amount of the one named with digits in the wrong order, or another with it', '202602-254', 1_952_60, noord],
  ['some of those named, and credit said to be set off', '202602-254/257/258 min credit', 1_986_95, noord],
  ['a few cents over, or credit and an invoice nobody named', '202602-258', 61_38, noord],
  ['a number that is another’s without its zeros, and paid when it is cut short', 'nota 266', 90_80, mill],
  [
    'a name a little alike and an amount that does not fit',
    'factuur 2026-0172',
    96_80,
    { counterparty: 'Beheer Dekker BV' },
  ],
  ['the number after the only one, and nearly its amount', 'factuur 2026-0401', 626_97, drogist],
  ['money sent by mistake', 'verkeerd bedrag', 470_00, { counterparty: 'Hazelaar Handelshuis' }],
  ['another person of that name', 'namens A. Bakker', 2_150_00, stranger],
  ['a surname in the text', 'Bakker', 2_150_00, stranger],
  ['the number of a cash deposit', 'STORTING SEALBAG 2026-0161', 650_00, {}],
  ['a loan beside a number, the amount of nothing', 'lening 2026-0106', 300_00, { counterparty: 'H. van der Berg' }],
])('%s is never taken at once', (_why, remittance, amount, given) => {
  expect(matchReceipts(books, [receipt(amount, remittance, given)])[0]!.accepted).toBe(false);
});

it.each<readonly [...Case, best: string]>([
  [
    'the one with this name, not the one whose number is the day',
    'betaling 20260305',
    1_815_00,
    { counterparty: 'Kramer Beheer' },
    '20260311 1815.00',
  ],
  ['a number cut short, one of two of its amount', '2-246', 74_10, noord, '202602-246 74.10'],
  ['a part, of no other amount', 'factuur 202602-254', 30_18, noord, '202602-254 30.18'],
  ['the one named and another with it', '202602-254', 1_986_95, noord, '202602-254 1925.60 + 202602-258 61.35'],
  ['a number cut short that is another’s without its zeros', 'nota 267', 85_20, mill, 'VF26/00267 85.20'],
  [
    'a name a little alike, its number and its amount',
    'factuur 2026-0172',
    484_20,
    { counterparty: 'Beheer Dekker BV' },
    '2026-0172 484.20',
  ],
  ['a name of one word', 'betaling', 484_10, { counterparty: 'WAALHOF BV' }, '2026-0171 484.10'],
  ['a name that a longer one begins with', 'betaling', 78_10, { counterparty: 'Bakhuis Bouw' }, '2026-0175 78.10'],
  ['such a name with its number', '2026-0174', 415_25, { counterparty: 'Bakhuis Bouw' }, '2026-0174 415.25'],
  ['a person in the text', 'namens J. Bakker', 2_150_00, stranger, 'F-77 2150.00'],
  ['cash for an invoice', 'storting factuur 2026-0161', 650_00, {}, '2026-0161 650.00'],
  ['a purpose beside a number', 'lening 2026-0106', 250_00, { counterparty: 'H. van der Berg' }, '2026-0106 250.00'],
  [
    'a day that is called an invoice',
    'factuur 20260305',
    1_815_00,
    { counterparty: 'Bouwbedrijf Kramer' },
    '20260305 1815.00',
  ],
  [
    'a serial number of the year that falls in this month, a few cents short',
    'betaling 2026-0304',
    469_95,
    { counterparty: 'Hazelaar Handelshuis' },
    '2026-0304 469.95',
  ],
  ['the same in part', 'fact.nr 20260304', 100_00, { counterparty: 'Hazelaar Handelshuis' }, '2026-0304 100.00'],
  ['an invoice of a day', 'factuur van 20260304', 100_00, { counterparty: 'Hazelaar Handelshuis' }, nobody],
  ['one named and one besides, to the cent', '2026-0103', 371_37, { ...transport, iban: null }, nobody],
])('%s is seen', (_why, remittance, amount, given, best) => {
  const [match] = matchReceipts(books, [receipt(amount, remittance, given)]);
  expect(match!.accepted ? bestOf(match!) : nobody).toBe(best);
});
